/** What papers say beyond their templates, in the language of the body: words, and phrases that need grammar. */

import { type Language, languageOf } from "../model/language.ts";
import { monthNames, weekdayNames } from "./calendar.ts";
import { fromWhom, isSelfNamed, withArticle } from "./german-grammar.ts";
import { type Kind, type ValueOf, valueLabel } from "./vocabulary.ts";

/** A language's way to say what templates cannot put together from parts. */
interface Phrases {
  /** What a paper of a kind calls itself. */
  readonly papers: Readonly<Record<Kind, string>>;
  readonly draft: string;
  /** What a file of the internal edition is: of a paper that is not public, and of one whose public file has less in it. */
  readonly internal: { readonly paper: string; readonly version: string };
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
  internal: { paper: "nichtöffentlich", version: "nichtöffentliche Fassung" },
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
    return isSelfNamed(words) ? words : `Fraktion ${words}`;
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
  internal: { paper: "non-public", version: "non-public version" },
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

/** Every word that phrases can bring into a public paper. */
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
