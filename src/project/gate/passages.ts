/**
 * Passages of six words that stand in non-public sources, whose words are all common. A passage has leaked if not even three
 * words of it follow each other in anything that is public: then nobody but the author of the secret has put them together.
 */

import { BREAK, type Lexicon, type Word } from "./telling.ts";

/** So many words make a passage. */
const PASSAGE = 6;

/** So many words of it that stand together elsewhere make it common. */
const PART = 3;

/** Words in a row, of one lexicon. */
export type Passage = readonly Word[];

/** The same for the same passage. */
export function passageKey(passage: Passage): string {
  return passage.map(({ number }) => number).join();
}

/** Passages of texts, to look for them in others. */
export class Passages {
  /** 1 at the numbers of names. */
  readonly #names: Uint8Array;
  readonly #known = new Set<number>();

  /** Passages do not reach across `names`: the program joins them with phrases of its own. */
  constructor(names: string, lexicon: Lexicon) {
    const numbers = lexicon.placedWordsOf(names).flatMap(({ typed, number }) => (typed.length >= 4 ? [number] : []));
    this.#names = new Uint8Array(numbers.reduce((most, number) => Math.max(most, number), 0) + 1);
    for (const number of numbers) this.#names[number] = 1;
  }

  add(words: readonly Word[]): void {
    this.#each(words, (hash) => {
      this.#known.add(hash);
    });
  }

  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  /** Those of a text that are among these, but for what is `explained`. */
  findIn(words: readonly Word[], explained: Neighbours | undefined): readonly Passage[] {
    const found: Passage[] = [];
    this.#each(words, (hash, at) => {
      if (!this.#known.has(hash)) return;
      const passage = words.slice(at, at + PASSAGE);
      if (!explained?.explain(passage)) found.push(passage);
    });
    return found;
  }

  #each(words: readonly Word[], visit: (hash: number, at: number) => void): void {
    const names = this.#names;
    let length = 0;
    let index = 0;
    for (const { number } of words) {
      length = number === BREAK || names[number] === 1 ? 0 : length + 1;
      if (length >= PASSAGE) visit(quickHash(words, index - PASSAGE + 1), index - PASSAGE + 1);
      index++;
    }
  }
}

/** What follows each other in texts, in threes. */
export class Neighbours {
  readonly #known = new Set<number>();

  add(words: readonly Word[]): void {
    for (let at = 0; at + PART <= words.length; at++) this.#known.add(hashOf(words, at));
  }

  /** True if some part of a passage stands here, too. */
  explain(passage: Passage): boolean {
    for (let at = 0; at + PART <= passage.length; at++) if (this.#known.has(hashOf(passage, at))) return true;
    return false;
  }
}

/** Where a passage stands in a text; `lexicon` is that of its words. */
export function findPassage(
  text: string,
  passage: Passage,
  lexicon: Lexicon,
): { readonly index: number; readonly length: number } | undefined {
  const words = lexicon.placedWordsOf(text);
  for (let at = 0; at + passage.length <= words.length; at++) {
    const [first, last] = [words[at], words[at + passage.length - 1]];
    if (first && last && passage.every(({ number }, index) => words[at + index]?.number === number))
      return { index: first.index, length: last.index + last.typed.length - first.index };
  }
  return undefined;
}

/** 31 bits, which is quick to look up. Where two passages share one, too much is looked at closely. */
function quickHash(words: readonly Word[], at: number): number {
  let hash = 0x9e3779b1;
  for (let index = at; index < at + PASSAGE; index++) {
    hash = Math.imul(hash ^ (words[index]?.number ?? BREAK), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 1;
}

/** 52 bits: among millions hardly two share one, so that nothing is explained by something else. */
function hashOf(words: readonly Word[], at: number): number {
  let [low, high] = [0x9e3779b1, 0x85ebca6b];
  for (let index = at; index < at + PART; index++) {
    const word = words[index]?.number ?? BREAK;
    low = Math.imul(low ^ word, 0x01000193);
    high = Math.imul(high ^ (word + (low >>> 15)), 0x5bd1e995);
  }
  return (high >>> 6) * 2 ** 26 + (low >>> 6);
}
