/**
 * The one table of names: what clerks write (German or English) and the English noun, after OParl 1.1, that everything else uses.
 * A new field or value gets its German name here.
 */

import { type Language, languageOf } from "../model/language.ts";
import { spellOut } from "../model/spell-out.ts";

/** Kinds of sources → German name. */
export const kindNames = {
  body: "körperschaft",
  meeting: "sitzung",
  "agenda-item": "tagesordnungspunkt",
  motion: "antrag",
  resolution: "beschluss",
  explanation: "erläuterung",
  "status-report": "sachstandsbericht",
} as const;

/** English name of a kind. */
export type Kind = keyof typeof kindNames;

/** Keys of frontmatter → German name. */
export const keyNames = {
  kind: "art",
  id: "kennung",
  title: "titel",
  visibility: "sichtbarkeit",
  date: "datum",

  short: "kurzname",
  locale: "locale",
  address: "anschrift",
  logo: "logo",
  committees: "gremien",
  factions: "fraktionen",
  departments: "ämter",
  headings: "überschriften",
  rules: "regeln",
  state: "land",
  numbering: "nummerierung",
  prefixes: "kürzel",
  public: "öffentlich",
  nonPublic: "nichtöffentlich",
  nonPublicItems: "nichtöffentliches",
  noticePeriod: "ladungsfrist",
  days: "tage",
  counting: "zählung",
  fixedItems: "festpunkte",
  position: "position",
  publication: "veröffentlichung",
  baseAddress: "basisadresse",
  license: "lizenz",
  name: "name",
  label: "bezeichnung",

  committee: "gremium",
  number: "nummer",
  time: "uhrzeit",
  place: "ort",
  chair: "vorsitz",
  invited: "einladung",
  supplements: "nachträge",
  signature: "unterschrift",

  meeting: "sitzung",
  publicTitle: "öffentlicher-titel",
  supplement: "nachtrag",
  withdrawn: "zurückgezogen",
  motions: "anträge",
  resolutions: "beschlüsse",
  explanations: "erläuterungen",
  reports: "sachstandsberichte",
  attachments: "anlagen",
  file: "datei",

  movers: "antragsteller",
  signatories: "unterzeichner",
  faction: "fraktion",

  result: "ergebnis",
  vote: "abstimmung",
  yes: "ja",
  no: "nein",
  abstentions: "enthaltungen",
  words: "wortlaut",
  implementation: "umsetzung",
  status: "status",
  department: "amt",
  due: "frist",
  note: "vermerk",

  author: "verfasser",

  commissionedBy: "auftrag",
  period: "zeitraum",
  measures: "maßnahmen",
  covers: "umfasst",
  since: "seit",
  until: "bis",

  facts: "sachverhalt",
  proposal: "beschlussvorschlag",
  reasons: "begründung",
  costs: "kosten",
  climate: "klima",
} as const;

/** English name of a key. */
export type Key = keyof typeof keyNames;

/** Keys that one kind calls otherwise than the rest. */
const ownKeyNames: Partial<Record<Kind, Partial<Record<Key, string>>>> = {
  "status-report": { date: "stand" },
};

/** Closed sets of values → German name. */
export const valueNames = {
  visibility: {
    public: "öffentlich",
    "non-public": "nichtöffentlich",
  },
  result: {
    adopted: "beschlossen",
    "adopted-with-changes": "geändert beschlossen",
    rejected: "abgelehnt",
    deferred: "vertagt",
    referred: "verwiesen",
    withdrawn: "zurückgezogen",
    noted: "zur Kenntnis genommen",
    "no-recommendation": "ohne Empfehlung",
    settled: "erledigt",
  },
  status: {
    open: "offen",
    "in-progress": "in Umsetzung",
    continuing: "laufend",
    done: "umgesetzt",
    "not-feasible": "nicht umsetzbar",
    lapsed: "entfallen",
  },
  numbering: {
    continuous: "fortlaufend",
    "per-part": "je Teil",
  },
  nonPublicItems: {
    "number-only": "nur Nummer",
    "public-title": "öffentlicher Titel",
  },
  counting: {
    "calendar-days": "Kalendertage",
    "monday-to-saturday": "Werktage",
    "monday-to-friday": "Arbeitstage",
  },
  position: {
    start: "Anfang",
    end: "Ende",
  },
  withdrawn: {
    yes: "ja",
    no: "nein",
  },
  /** After ISO 3166-2:DE. */
  state: {
    BW: "Baden-Württemberg",
    BY: "Bayern",
    BE: "Berlin",
    BB: "Brandenburg",
    HB: "Bremen",
    HH: "Hamburg",
    HE: "Hessen",
    MV: "Mecklenburg-Vorpommern",
    NI: "Niedersachsen",
    NW: "Nordrhein-Westfalen",
    RP: "Rheinland-Pfalz",
    SL: "Saarland",
    SN: "Sachsen",
    ST: "Sachsen-Anhalt",
    SH: "Schleswig-Holstein",
    TH: "Thüringen",
  },
} as const;

/** Name of a closed set of values. */
export type ValueSet = keyof typeof valueNames;

/** An English name of a closed set of values. */
export type ValueOf<Set extends ValueSet> = keyof (typeof valueNames)[Set] & string;

/** The headings that every body has unless it words them otherwise: section key → words. */
export const defaultHeadings: Readonly<Record<Language, Readonly<Record<SectionKey, string>>>> = {
  de: {
    facts: "Sachverhalt",
    proposal: "Beschlussvorschlag",
    reasons: "Begründung",
    costs: "Finanzielle Auswirkungen",
    climate: "Klimarelevanz",
  },
  en: { facts: "Facts", proposal: "Proposal", reasons: "Reasons", costs: "Financial effects", climate: "Climate" },
};

/** Sections that every body has. */
export type SectionKey = "facts" | "proposal" | "reasons" | "costs" | "climate";

/** A word as it is compared: case, both spellings of umlauts, spaces and hyphens make no difference. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return spellOut(word.normalize("NFC")).replace(/[\s\u00a0_-]+/g, "");
}

/** How an author of that language writes a key in a source of that kind. */
export function keyName(key: Key, language: Language, kind?: Kind): string {
  if (language === "en") return key;
  // Section keys of a body are its own words.
  return (kind && ownKeyNames[kind]?.[key]) ?? keyNames[key] ?? key;
}

/** How an author of that language writes a kind. */
export function kindName(kind: Kind, language: Language): string {
  return language === "en" ? kind : kindNames[kind];
}

const kindsByWord = new Map<string, Kind>();
for (const kind of Object.keys(kindNames) as Kind[]) {
  kindsByWord.set(fold(kind), kind);
  kindsByWord.set(fold(kindNames[kind]), kind);
}

/** The kind that an author named, in either language. */
export function findKind(word: string): Kind | undefined {
  return kindsByWord.get(fold(word));
}

const foldedNames = new Map<string, string>();

/** The same for a name of this file; every source asks for all of them. */
function foldName(name: string): string {
  let folded = foldedNames.get(name);
  if (folded === undefined) {
    folded = fold(name);
    foldedNames.set(name, folded);
  }
  return folded;
}

/** The key among `keys` that an author named, in either language. */
export function findKey(word: string, keys: readonly Key[], kind: Kind): Key | undefined {
  const folded = fold(word);
  return keys.find((key) => foldName(key) === folded || foldName(keyName(key, "de", kind)) === folded);
}

/** The value that an author named, in either language. */
export function findValue(set: ValueSet, word: string): string | undefined {
  const folded = fold(word);
  return Object.entries(valueNames[set]).find(([en, de]) => foldName(en) === folded || foldName(de) === folded)?.[0];
}

/** What a value is called in print. */
export function valueLabel(set: ValueSet, value: string, locale: string): string {
  const names: Readonly<Record<string, string>> = valueNames[set];
  return languageOf(locale) === "de" ? (names[value] ?? value) : value.replaceAll("-", " ");
}

/** Every word of the vocabulary, in both languages. */
export function vocabularyWords(): readonly string[] {
  const pairs = [kindNames, keyNames, ...Object.values(valueNames), ...Object.values(defaultHeadings)];
  return pairs.flatMap((names) => Object.entries(names).flat());
}
