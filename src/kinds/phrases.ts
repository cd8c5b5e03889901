/** What papers say beyond their templates, in the language of the body: words, and phrases that need grammar. */

import { type Language, languageOf } from "../model/language.ts";
import { monthNames, weekdayNames } from "./calendar.ts";
import { type Kind, type ValueOf, valueLabel } from "./vocabulary.ts";

/** A language's way to say what templates cannot put together from parts. */
interface Phrases {
  /** What a paper of a kind calls itself. */
  readonly papers: Readonly<Record<Kind, string>>;
  readonly draft: string;
  /** All papers of a meeting in one file. */
  readonly packet: string;
  readonly annex: string;
  /** `Mappe 12/345` */
  packetPage(page: number, pages: number): string;
  /** What a page of an attachment is to who cannot see it. */
  foreignPage(title: string, page: number, pages: number): string;
  /** `1 Maßnahme`, `8 Beschlüsse` */
  counted(count: number, noun: "measures" | "resolutions"): string;
  /** In an overview by status: how many have none. */
  readonly withoutStatus: string;
  /** `14. Sitzung des Kreistags` */
  session(title: string, number: string | undefined): string;
  /** `7 Kalendertage` */
  days(count: number, counting: ValueOf<"counting">): string;
  /** `a, b und c` */
  list(words: readonly string[]): string;
  /** What a faction is called where it acts, by its name and the label that the body gives it: `Fraktion Linde`. */
  faction(name: string, label: string | undefined): string;
  /** `Der Schulausschuss hat folgenden Beschluss gefasst:` */
  decided(committee: string, result: string | undefined, day?: string): string;
  /** `der Fraktion A und von B (Fraktion C)`, to stand after „Antrag“. */
  movedBy(movers: readonly Mover[]): string;
  /** `Anträge der Fraktion A vom 02.11.2026 und von B vom 03.11.2026`, from the phrases of each motion and its day. */
  origin(motions: readonly { readonly movedBy: string; readonly date: string }[]): string;
}

/** Who moves. */
export interface Mover {
  readonly name: string;
  /** Label of the faction to which a person belongs. */
  readonly faction?: string;
  /** True for a faction or group, which takes an article. */
  readonly isGroup: boolean;
}

/** `a`, `a und b`, `a, b und c`. */
function joinList(words: readonly string[], conjunction: string): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}

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
const DECLINED = /(?<stem>.*(?:geordnet|verordnet|vorsitzend)e)(?<end>r?)$/i;

/** „vom Kreisjugendring“, „von der Bürgermeisterin“, „von Maria Muster“: names of persons take no article. */
function fromWhom(name: string): string {
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
function withArticle(committee: string): string | undefined {
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

/** What follows „hat“ by result. */
const germanDecisions: Readonly<Record<string, string>> = {
  adopted: "folgenden Beschluss gefasst",
  "adopted-with-changes": "folgenden geänderten Beschluss gefasst",
  rejected: "folgenden Beschlussvorschlag abgelehnt",
  deferred: "die Entscheidung über folgenden Beschlussvorschlag vertagt",
  referred: "folgenden Beschlussvorschlag verwiesen",
  withdrawn: "über folgenden Beschlussvorschlag nicht abgestimmt, da er zurückgezogen wurde",
  noted: "Folgendes zur Kenntnis genommen",
  "no-recommendation": "zu folgendem Beschlussvorschlag keine Empfehlung abgegeben",
  settled: "folgenden Beschlussvorschlag für erledigt erklärt",
};

const englishDecisions: Readonly<Record<string, string>> = {
  adopted: "adopted the following resolution",
  "adopted-with-changes": "adopted the following resolution with changes",
  rejected: "rejected the following proposal",
  deferred: "deferred its decision on the following proposal",
  referred: "referred the following proposal",
  withdrawn: "did not vote on the following proposal, which was withdrawn",
  noted: "noted the following",
  "no-recommendation": "gave no recommendation on the following proposal",
  settled: "declared the following proposal settled",
};

/** Names that „Fraktion“ would not fit before: „Kreistagsfraktion X“, „Gruppe X“, „fraktionslos“. */
const SELF_NAMED = /fraktion|gruppe|(?:ausschuss|zähl)gemeinschaft/i;

const german: Phrases = {
  papers: {
    body: "Körperschaft",
    meeting: "Tagesordnung",
    "agenda-item": "TOP",
    motion: "Antrag",
    resolution: "Beschluss",
    explanation: "Erläuterung",
    "status-report": "Sachstandsbericht",
  },
  draft: "ENTWURF",
  packet: "Sitzungsmappe",
  annex: "Anlage",
  packetPage: (page, pages) => `Mappe ${page}/${pages}`,
  foreignPage: (title, page, pages) =>
    `${title}, Seite ${page} von ${pages}. Diese Seite ist das Abbild einer Datei aus einem anderen Programm und nicht barrierefrei erschlossen.`,
  counted(count, noun) {
    const [one, several] = noun === "measures" ? ["Maßnahme", "Maßnahmen"] : ["Beschluss", "Beschlüsse"];
    return `${count} ${count === 1 ? one : several}`;
  },
  withoutStatus: "ohne Vermerk",
  session(title, number) {
    if (number === undefined || /^\d/.test(title)) return title;
    return /^\d+$/.test(number) ? `${number}. ${title}` : `${title} (${number})`;
  },
  days(count, counting) {
    const label = valueLabel("counting", counting, "de");
    return `${count} ${count === 1 ? label.replace(/e$/, "") : label}`;
  },
  list: (words) => joinList(words, "und"),
  faction(name, label) {
    const words = label ?? name;
    return SELF_NAMED.test(words) ? words : `Fraktion ${words}`;
  },
  decided(committee, result, day) {
    const decision = germanDecisions[result ?? "adopted"] ?? germanDecisions.adopted;
    const subject = withArticle(committee);
    return `${subject ?? `Das Gremium „${committee}“`} hat ${day ? `am ${day} ` : ""}${decision}:`;
  },
  movedBy(movers) {
    const phrases = movers.map((mover) => {
      if (mover.isGroup) return /^(der|des) /.test(mover.name) ? mover.name : `der ${mover.name}`;
      return fromWhom(mover.name) + (mover.faction ? ` (${mover.faction})` : "");
    });
    return german.list(phrases);
  },
  origin(motions) {
    const phrases = motions.map(({ movedBy, date }) => `${movedBy} vom ${date}`);
    return `${motions.length > 1 ? "Anträge" : "Antrag"} ${german.list(phrases)}`;
  },
};

const english: Phrases = {
  papers: {
    body: "Body",
    meeting: "Agenda",
    "agenda-item": "Item",
    motion: "Motion",
    resolution: "Resolution",
    explanation: "Explanation",
    "status-report": "Status report",
  },
  draft: "DRAFT",
  packet: "Packet",
  annex: "Annex",
  packetPage: (page, pages) => `Packet ${page}/${pages}`,
  foreignPage: (title, page, pages) =>
    `${title}, page ${page} of ${pages}. This page is an image of a file from another program and not accessible.`,
  counted: (count, noun) => `${count} ${count === 1 ? noun.replace(/s$/, "") : noun}`,
  withoutStatus: "not stated",
  session: (title, number) => (number === undefined ? title : `${title} (${number})`),
  days(count, counting) {
    const range = { "calendar-days": "", "monday-to-saturday": " (Mon–Sat)", "monday-to-friday": " (Mon–Fri)" }[
      counting
    ];
    return `${count} ${range === "" ? "calendar" : "working"} ${count === 1 ? "day" : "days"}${range}`;
  },
  list: (words) => joinList(words, "and"),
  faction: (name, label) => label ?? name,
  decided: (committee, result, day) =>
    `${day ? `On ${day}, ` : ""}${committee} ${englishDecisions[result ?? "adopted"] ?? englishDecisions.adopted}:`,
  movedBy: (movers) =>
    `by ${english.list(movers.map((mover) => mover.name + (mover.faction ? ` (${mover.faction})` : "")))}`,
  origin(motions) {
    const phrases = motions.map(({ movedBy, date }) => `${movedBy} of ${date}`);
    return `${motions.length > 1 ? "Motions" : "Motion"} ${english.list(phrases)}`;
  },
};

const phrases: Readonly<Record<Language, Phrases>> = { de: german, en: english };

/** Every word that phrases can bring into a paper. */
export function phraseWords(): readonly string[] {
  const results = Object.keys(germanDecisions);
  return Object.values(phrases).flatMap((one) => [
    ...Object.values(one.papers),
    one.draft,
    one.packet,
    one.annex,
    one.packetPage(0, 0),
    one.foreignPage("", 0, 0),
    ...[1, 2].flatMap((count) => [one.counted(count, "measures"), one.counted(count, "resolutions")]),
    one.withoutStatus,
    ...results.map((result) => one.decided("", result)),
    one.movedBy([{ name: "", isGroup: true }]),
    one.origin([]),
    one.origin([
      { movedBy: "", date: "" },
      { movedBy: "", date: "" },
    ]),
    one.faction("", undefined),
    ...Object.values(monthNames).flat(),
    ...Object.values(weekdayNames).flat(),
  ]);
}

/** The phrases of a locale. */
export function phrasesOf(locale: string): Phrases {
  return phrases[languageOf(locale)];
}

/**
 * True for a name that says itself that it is one of several people, and not where one of them belongs: „Gruppe Süd“, but
 * neither „Maria Muster (Fraktion Linde)“ nor „Maria Muster, fraktionslos“.
 */
export function namesGroup(name: string): boolean {
  const itself = name.replace(/\(.*|(?<=\s\S*[^\s-]),.*/su, "");
  return /(?:fraktion(?:en)?|grupp(?:en?|ierung)|(?:fraktions|ausschuss|zähl)gemeinschaft)(?!\p{L})/iu.test(itself);
}
