/** What one item is about, and the words that its papers use for it. */

import type { Random } from "./random.ts";
import { documents, forenames, type Noun, plans, surnames, things, villages } from "./words.ts";

/** The cases of a noun, each with its article. */
export interface Phrase {
  readonly word: string;
  readonly nominative: string;
  readonly genitive: string;
  readonly dative: string;
  readonly accusative: string;
}

/** A subject on an agenda. */
export interface Topic {
  readonly title: string;
  readonly thing: Phrase;
  readonly plan: Phrase;
  readonly village: string;
}

const articles = {
  f: { nominative: "die", genitive: "der", dative: "der", accusative: "die" },
  m: { nominative: "der", genitive: "des", dative: "dem", accusative: "den" },
  n: { nominative: "das", genitive: "des", dative: "dem", accusative: "das" },
};

function declined({ word, gender, genitive = word }: Noun): Phrase {
  const article = articles[gender];
  return {
    word,
    nominative: `${article.nominative} ${word}`,
    genitive: `${article.genitive} ${genitive}`,
    dative: `${article.dative} ${word}`,
    accusative: `${article.accusative} ${word}`,
  };
}

/** A new subject. */
export function someTopic(random: Random): Topic {
  const thing = declined(random.pick(things));
  const plan = declined(random.pick(plans));
  const village = random.pick(villages);
  return { thing, plan, village, title: `${plan.word} ${thing.genitive} in ${village}` };
}

/** A paper that one can refer to. */
export function someDocument(random: Random): Phrase {
  return declined(random.pick(documents));
}

/** A person. */
export function somePerson(random: Random): string {
  const name = `${random.pick(forenames)} ${random.pick(surnames)}`;
  return random.chance(0.15) ? `Dr. ${name}` : name;
}

/** A village. */
export function someVillage(random: Random): string {
  return random.pick(villages);
}

/** With a capital: for the beginning of a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
