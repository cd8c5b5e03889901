/** What the papers of an invented county talk about. */

/** A noun with what German grammar asks for. */
export interface Noun {
  readonly word: string;
  readonly gender: "m" | "f" | "n";
  /** The genitive if it is not the word itself. */
  readonly genitive?: string;
}

const feminine = (...words: string[]): Noun[] => words.map((word) => ({ word, gender: "f" }));
const inflected = (gender: "m" | "n", pairs: Readonly<Record<string, string>>): Noun[] =>
  Object.entries(pairs).map(([word, genitive]) => ({ word, gender, genitive }));

/** The list as one that cannot be empty. */
function filled<T>([first, ...rest]: readonly T[]): [T, ...T[]] {
  if (first === undefined) throw new Error("An empty list");
  return [first, ...rest];
}

/** What a county owns, runs or plans. */
export const things = filled([
  ...feminine(
    "Turnhalle",
    "Kreisstraße",
    "Rettungswache",
    "Musikschule",
    "Berufsschule",
    "Förderschule",
    "Feuerwehrtechnische Zentrale",
    "Buslinie",
    "Bushaltestelle",
    "Kläranlage",
    "Bücherei",
    "Beratungsstelle",
    "Radverkehrsanlage",
    "Hochwasserschutzanlage",
    "Gemeinschaftsunterkunft",
    "Straßenverkehrsbehörde",
    "Kindertagesstätte",
    "Leitstelle",
    "Ausländerbehörde",
    "Tagespflegeeinrichtung",
  ),
  ...inflected("m", {
    Radweg: "Radweges",
    Wertstoffhof: "Wertstoffhofes",
    Bahnübergang: "Bahnüberganges",
    Jugendtreff: "Jugendtreffs",
    Deich: "Deiches",
    Schulhof: "Schulhofes",
    Landschaftspark: "Landschaftsparks",
    Pflegestützpunkt: "Pflegestützpunktes",
    Krankentransport: "Krankentransportes",
    Schülerverkehr: "Schülerverkehrs",
  }),
  ...inflected("n", {
    Kreishaus: "Kreishauses",
    Gymnasium: "Gymnasiums",
    Freibad: "Freibades",
    Frauenhaus: "Frauenhauses",
    Kreisarchiv: "Kreisarchivs",
    Medienzentrum: "Medienzentrums",
    Regenrückhaltebecken: "Regenrückhaltebeckens",
    Gesundheitsamt: "Gesundheitsamtes",
    Naturschutzgebiet: "Naturschutzgebietes",
    Straßenbegleitgrün: "Straßenbegleitgrüns",
  }),
]);

/** What is to be done with it. */
export const plans = filled([
  ...feminine(
    "Sanierung",
    "Erweiterung",
    "Verlegung",
    "Instandsetzung",
    "Modernisierung",
    "Finanzierung",
    "Neuordnung",
    "Ausschreibung",
    "Grundstücksangelegenheit",
    "Trägerschaft",
    "Barrierefreiheit",
    "Energieversorgung",
  ),
  ...inflected("m", { Neubau: "Neubaus", Umbau: "Umbaus", Betrieb: "Betriebes", Unterhalt: "Unterhaltes" }),
]);

/** Papers, plans and duties that one can refer to. */
export const documents = filled([
  ...feminine(
    "Wirtschaftlichkeitsuntersuchung",
    "Verkehrszählung",
    "Kostenberechnung",
    "Verwaltungsvereinbarung",
    "Grundwasserschutzgebietsverordnung",
    "Leistungsbeschreibung",
    "Straßenverkehrssicherungspflicht",
    "Elternbefragung",
    "Zweckvereinbarung",
    "Stellungnahme",
    "Förderrichtlinie",
    "Umweltverträglichkeitsprüfung",
  ),
  ...inflected("m", {
    Haushaltsplan: "Haushaltsplans",
    Nahverkehrsplan: "Nahverkehrsplans",
    Schulentwicklungsplan: "Schulentwicklungsplans",
    Bedarfsplan: "Bedarfsplans",
    Kooperationsvertrag: "Kooperationsvertrages",
  }),
  ...inflected("n", {
    Haushaltskonsolidierungskonzept: "Haushaltskonsolidierungskonzeptes",
    Gutachten: "Gutachtens",
    Klimaschutzkonzept: "Klimaschutzkonzeptes",
    Raumprogramm: "Raumprogramms",
    Lärmschutzgutachten: "Lärmschutzgutachtens",
  }),
]);

/** Villages and small towns that are on no map. */
export const villages = filled(
  [
    "Ahlen",
    "Birken",
    "Deich",
    "Eichen",
    "Erlen",
    "Gersten",
    "Hasel",
    "Krähen",
    "Linden",
    "Moor",
    "Ried",
    "Weiden",
  ].flatMap((first) =>
    ["brook", "fleet", "hörn", "kamp", "röde", "stedt", "wöhren", "zell"].map((last) => `${first}${last}`),
  ),
);

/** Family names, with letters from all over DIN 91379. */
export const surnames = filled(
  [
    ..."Ørsted Nowák Šimić Đorđević Yıldız Harmsen Großjohann Lindqvist Özkök Thielemann Vogelpohl Brüggemann".split(
      " ",
    ),
    ..."Çelik Kowalczyk Petrauskaitė Müller-Lüdenstein von·Ahlften Ñíguez Ţepeş Ångström Weßling Hölscher Kjær".split(
      " ",
    ),
  ].map((name) => name.replace("·", " ")),
);

/** First names. */
export const forenames = filled(
  "Wiebke Torben Aylin Jakub Svenja Ruža Mehmet Gesche Łukasz Antje Jörg Zoë Hinrich Malin Renée Okke".split(" "),
);

/** Departments: number and name. */
export const departments: readonly (readonly [string, string])[] = [
  ["10", "Hauptamt"],
  ["14", "Rechnungsprüfungsamt"],
  ["20", "Kämmerei"],
  ["32", "Amt für Bevölkerungsschutz"],
  ["36", "Straßenverkehrsamt"],
  ["40", "Schulverwaltungsamt"],
  ["41", "Kulturamt"],
  ["50", "Sozialamt"],
  ["51", "Jugendamt"],
  ["53", "Gesundheitsamt"],
  ["61", "Amt für Kreisentwicklung"],
  ["65", "Amt für Gebäudewirtschaft"],
  ["66", "Tiefbauamt"],
  ["67", "Umweltamt"],
];

/** What committees are for. */
export const remits: readonly string[] = [
  "Umwelt und Klima",
  "Verkehr und Mobilität",
  "Schule und Bildung",
  "Kultur und Ehrenamt",
  "Soziales und Gesundheit",
  "Bauen und Liegenschaften",
  "Finanzen",
  "Feuerschutz und Rettungswesen",
  "Gleichstellung",
  "Wirtschaft und Tourismus",
  "Digitales",
  "Kreisentwicklung",
  "Migration und Teilhabe",
  "Abfallwirtschaft",
  "Personal",
  "Jugendhilfe",
  "Sport",
  "Landwirtschaft und ländlichen Raum",
  "Katastrophenschutz",
  "Rechnungsprüfung",
  "Pflege und Senioren",
  "Wasserwirtschaft",
  "Naturschutz",
  "Wohnen",
  "Inklusion",
  "Energie",
  "Partnerschaften",
  "Beteiligungen",
];

/** Factions: id, name, label. */
export const factions: readonly (readonly [string, string, string])[] = [
  ["zukunft-land", "Zukunft Land", "Fraktion Zukunft Land"],
  ["sozial-gerecht", "Sozial und gerecht", "Fraktion Sozial und gerecht"],
  ["buergerliste", "Bürgerliste Wöhrden", "Fraktion Bürgerliste Wöhrden"],
  ["gruenes-forum", "Grünes Forum", "Fraktion Grünes Forum"],
  ["freie-mitte", "Freie Mitte", "Gruppe Freie Mitte"],
];
