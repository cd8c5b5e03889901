/** Set phrases of committee papers that need grammar: articles by the name of a committee, who moves, what was decided. */

import { joinList } from "./join.ts";

/** A language's way to say what templates cannot put together from parts. */
interface Phrases {
  /** `Der Schulausschuss hat folgenden Beschluss gefasst:` */
  decided(committee: string, result: string | undefined, day?: string): string;
  /** `der Fraktion A und von B (Fraktion C)`, to stand after „Antrag“. */
  movedBy(movers: readonly Mover[]): string;
}

/** Who moves. */
export interface Mover {
  readonly name: string;
  /** Label of the faction to which a person belongs. */
  readonly faction?: string;
  /** True for a faction or group, which takes an article. */
  readonly isGroup: boolean;
}

/** Gender by the end of the noun that carries it; what is not listed gets a phrase without article. */
const articles: readonly (readonly [RegExp, string])[] = [
  [/(ausschuss|ausschuß|tag|rat|beirat|senat|vorstand|ältestenrat)$/i, "Der"],
  [/(vertretung|versammlung|kommission|konferenz|runde|gruppe|deputation|fraktion)$/i, "Die"],
  [/(gremium|präsidium|kuratorium|parlament|forum|plenum|kollegium)$/i, "Das"],
];

/** „Der Ausschuss für Soziales“: the head noun is the first word whose end tells a gender. */
function withArticle(committee: string): string | undefined {
  if (/^(Der|Die|Das) /.test(committee)) return committee;
  for (const word of committee.split(/\s+/)) {
    const article = articles.find(([ending]) => ending.test(word))?.[1];
    if (article) return `${article} ${committee}`;
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

const german: Phrases = {
  decided(committee, result, day) {
    const decision = germanDecisions[result ?? "adopted"] ?? germanDecisions.adopted;
    const subject = withArticle(committee);
    return `${subject ?? `Das Gremium „${committee}“`} hat ${day ? `am ${day} ` : ""}${decision}:`;
  },
  movedBy(movers) {
    const phrases = movers.map((mover) => {
      if (mover.isGroup) return /^(der|des) /.test(mover.name) ? mover.name : `der ${mover.name}`;
      return `von ${mover.name}${mover.faction ? ` (${mover.faction})` : ""}`;
    });
    return joinList(phrases, "und");
  },
};

const english: Phrases = {
  decided: (committee, result, day) =>
    `${day ? `On ${day}, ` : ""}${committee} ${englishDecisions[result ?? "adopted"] ?? englishDecisions.adopted}:`,
  movedBy: (movers) =>
    `by ${joinList(
      movers.map((mover) => mover.name + (mover.faction ? ` (${mover.faction})` : "")),
      "and",
    )}`,
};

/** The phrases of a locale. */
export function phrasesOf(locale: string): Phrases {
  return locale.startsWith("de") ? german : english;
}

/** A faction as the genitive „der …“ needs it: „Fraktion X“, „Kreistagsfraktion X“, „Gruppe X“ stay, „X“ becomes „Fraktion X“. */
export function factionLabel(name: string, label: string | undefined): string {
  const words = label ?? name;
  return /fraktion|gruppe/i.test(words) ? words : `Fraktion ${words}`;
}
