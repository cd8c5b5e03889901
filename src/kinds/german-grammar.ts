/** German nouns in phrases: articles, and names that are declined. */

/** Gender by the end of the noun that carries it; what is not listed gets a phrase without article. */
const articles: readonly (readonly [RegExp, string])[] = [
  [/(ausschuss|ausschuß|tag|rat|senat|vorstand|kreis|ring|verein|verband|bund)$/i, "Der"],
  [/(vertretung|versammlung|kommission|konferenz|runde|gruppe|deputation|fraktion|schaft|leitung)$/i, "Die"],
  [/(gremium|präsidium|kuratorium|parlament|forum|plenum|kollegium|bündnis)$/i, "Das"],
];

function articleOf(word: string): string | undefined {
  return articles.find(([ending]) => ending.test(word))?.[1];
}

/** „Abgeordneter“, „Vorsitzende“: words for persons that are declined as adjectives are. */
const DECLINED = /(?<stem>.*(?:geordnet|verordnet|vorsitzend|beauftragt)e)(?<end>r?)$/i;

/** „vom Kreisjugendring“, „von der Bürgermeisterin“, „von Maria Muster“: names of persons take no article. */
export function fromWhom(name: string): string {
  const [, typed, whole = name] = /^(?:(Der|Die|Das) )?(.*)$/s.exec(name) ?? [];
  const first = whole.split(/\s+/, 1)[0] ?? "";
  const rest = whole.slice(first.length);
  if (first === "Herr") return `von Herrn${rest}`;
  const { stem, end } = DECLINED.exec(first)?.groups ?? {};
  const own = stem === undefined ? articleOf(first) : end === "r" ? "Der" : "Die";
  // Without a sign that it is feminine, „Die …“ may be a plural.
  const article = typed === "Die" && own !== "Die" && !/(?:in|ung)$/.test(first) ? undefined : (typed ?? own);
  if (article === undefined) return `von ${name}`;
  return `${article === "Die" ? "von der" : "vom"} ${stem === undefined ? first : `${stem}n`}${rest}`;
}

/** Adjectives before a noun without article; „Kölner“ and the like never change. */
const ADJECTIVE =
  /(?<=(?:isch|sam|end|ert|(?:ständ|weil|häng|läuf)ig|(?:fach|recht|schaft|[dt])lich|ional|ionell|kommunal|sozial|zentral)e)[rs]$/iu;

/** „Der Ausschuss für Soziales“, „Der Technische Ausschuss“: the head noun is the first word whose end tells a gender. */
export function withArticle(committee: string): string | undefined {
  if (/^(Der|Die|Das) /.test(committee)) return committee;
  const words = committee.split(/\s+/);
  for (const [index, word] of words.entries()) {
    const article = articleOf(word);
    if (!article) continue;
    const before = words.slice(0, index).map((one) => one.replace(ADJECTIVE, ""));
    return [article, ...before, ...words.slice(index)].join(" ");
  }
  return undefined;
}

/** True for names that „Fraktion“ would not fit before: „Kreistagsfraktion X“, „Gruppe X“, „fraktionslos“. */
export function isSelfNamed(faction: string): boolean {
  return /fraktion|gruppe|(?:ausschuss|zähl)gemeinschaft/i.test(faction);
}

/**
 * True for a name that says itself that it is one of several people, and not where one of them belongs: „Gruppe Süd“, but
 * neither „Maria Muster (Fraktion Linde)“ nor „Maria Muster, fraktionslos“.
 */
export function namesGroup(name: string): boolean {
  const itself = name.replace(/\(.*|(?<=\s\S*[^\s-]),.*/su, "");
  return /(?:fraktion(?:en)?|grupp(?:en?|ierung)|(?:fraktions|ausschuss|zähl)gemeinschaft)(?!\p{L})/iu.test(itself);
}
