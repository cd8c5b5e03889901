/**
 * Passages of six words that stand in non-public sources, whose words are all common. A passage has leaked if not even three
 * words of it follow each other in anything that is public: then nobody but the author of the secret has put them together.
 */

/** So many words make a passage. */
const PASSAGE = 6;

/** So many words of it that stand together elsewhere make it common. */
const PART = 3;

const WORD = /[\p{L}\p{M}]+|\p{N}+/gu;

/** Ends a run of words: figures, and names that the program joins with phrases of its own. */
const BREAK = 0;

/** Every word → a number from 1. As large as the language of one project. */
const numbers = new Map<string, number>();
const words: string[] = [""];

/** A passage that was found. */
export interface Passage {
  /** Numbers of its words. */
  readonly run: readonly number[];
}

/** Passages of texts, to look for them in others. */
export class Passages {
  readonly #names: ReadonlySet<number>;
  readonly #known = new Set<number>();

  /** Passages do not reach across `names`. */
  constructor(names: string) {
    this.#names = new Set(numbered(names).filter((word) => /^\p{L}{4,}$/u.test(words[word] ?? "")));
  }

  add(text: string): void {
    for (const [hash] of this.#passagesOf(text)) this.#known.add(hash);
  }

  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  /** Those of a text that are among these. */
  *findIn(text: string): Iterable<Passage> {
    for (const [hash, run, at] of this.#passagesOf(text))
      if (this.#known.has(hash)) yield { run: run.slice(at, at + PASSAGE) };
  }

  *#passagesOf(text: string): Iterable<readonly [hash: number, run: readonly number[], at: number]> {
    const run = numbered(text);
    let length = 0;
    for (let end = 0; end < run.length; end++) {
      const word = run[end] ?? BREAK;
      length = word === BREAK || this.#names.has(word) ? 0 : length + 1;
      if (length >= PASSAGE) yield [hashOf(run, end - PASSAGE + 1, PASSAGE), run, end - PASSAGE + 1];
    }
  }
}

/** What follows each other in texts, in threes. */
export class Neighbours {
  readonly #known = new Set<number>();

  add(text: string): void {
    const run = numbered(text);
    for (let at = 0; at + PART <= run.length; at++) this.#known.add(hashOf(run, at, PART));
  }

  /** True if some part of a passage stands here, too. */
  explain({ run }: Passage): boolean {
    for (let at = 0; at + PART <= run.length; at++) if (this.#known.has(hashOf(run, at, PART))) return true;
    return false;
  }
}

/** Where a passage stands in a text. */
export function findPassage(
  text: string,
  { run }: Passage,
): { readonly index: number; readonly length: number } | undefined {
  const found = [...text.matchAll(WORD)];
  for (let at = 0; at + run.length <= found.length; at++) {
    const [first, last] = [found[at], found[at + run.length - 1]];
    if (first && last && run.every((word, index) => numberOf(found[at + index]?.[0] ?? "") === word))
      return { index: first.index, length: last.index + last[0].length - first.index };
  }
  return undefined;
}

function numbered(text: string): number[] {
  return (text.normalize("NFC").replaceAll("\u00ad", "").match(WORD) ?? []).map(numberOf);
}

function numberOf(typed: string): number {
  const known = numbers.get(typed);
  if (known !== undefined) return known;
  const word = typed.toLowerCase();
  const number = /^\p{N}/u.test(word) ? BREAK : (numbers.get(word) ?? words.push(word) - 1);
  numbers.set(word, number);
  numbers.set(typed, number);
  return number;
}

/** 52 bits: among millions of passages hardly two share one. */
function hashOf(run: readonly number[], at: number, length: number): number {
  let [low, high] = [0x9e3779b1, 0x85ebca6b];
  for (let index = at; index < at + length; index++) {
    const word = run[index] ?? BREAK;
    low = Math.imul(low ^ word, 0x01000193);
    high = Math.imul(high ^ (word + (low >>> 15)), 0x5bd1e995);
  }
  return (high >>> 6) * 2 ** 26 + (low >>> 6);
}
