/** Liang's algorithm: where a word divides, by patterns. */

import { BoundedMap } from "../model/bounded-map.ts";
import type { PackedPatterns } from "./pack-patterns.ts";

/** Patterns that begin with the same two letters. */
interface Group {
  /** By what follows these letters. */
  readonly levels: ReadonlyMap<string, string>;
  /** How many letters follow at the most; less than none if there are no patterns. */
  readonly longest: number;
}

const NO_PATTERNS: Group = { levels: new Map(), longest: -1 };

function unpack(packed: string): Group {
  const parts = packed.split(" ");
  const levels = new Map<string, string>();
  let longest = -1;
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const rest = parts[index] ?? "";
    levels.set(rest, parts[index + 1] ?? "");
    longest = Math.max(longest, rest.length);
  }
  return { levels, longest };
}

/** More words than this are not the language of one project, and what is longer is hardly a word. */
const MAX_WORDS = 50_000;
const LONGEST_WORD = 100;

/** Finds the places at which words of one language divide. */
export class WordDivider {
  readonly #packed: PackedPatterns;
  readonly #groups = new Map<string, Group>();
  readonly #known = new BoundedMap<readonly number[]>(MAX_WORDS, LONGEST_WORD);

  constructor(packed: PackedPatterns) {
    this.#packed = packed;
  }

  /** Offsets in a word of letters. Papers share words, so what was found is kept. */
  divide(word: string): readonly number[] {
    const lower = word.toLowerCase();
    let points = this.#known.get(lower);
    if (!points) {
      points = lower.length === word.length ? this.#find(lower) : [];
      this.#known.set(lower, points);
    }
    return points;
  }

  #find(word: string): readonly number[] {
    const text = `.${word}.`;
    const levels = new Array<number>(text.length + 1).fill(0);
    for (let from = 0; from < text.length - 1; from++) {
      const first = Math.max(1, from); // the levels of a pattern begin at its first letter, not at the full stop
      const letter = this.#group(text.charAt(from)).levels.get("");
      if (letter !== undefined) raise(levels, first, letter);
      const group = this.#group(text.slice(from, from + 2));
      const last = Math.min(text.length, from + 2 + group.longest);
      for (let to = from + 2; to <= last; to++) {
        const found = group.levels.get(text.slice(from + 2, to));
        if (found !== undefined) raise(levels, first, found);
      }
    }
    const points: number[] = [];
    for (let at = 1; at < word.length; at++) if ((levels[at + 1] ?? 0) % 2 === 1) points.push(at);
    return points;
  }

  #group(key: string): Group {
    let group = this.#groups.get(key);
    if (!group) {
      // Not kept: there is no end to the pairs of letters that have none.
      if (!Object.hasOwn(this.#packed, key)) return NO_PATTERNS;
      group = unpack(this.#packed[key] ?? "");
      this.#groups.set(key, group);
    }
    return group;
  }
}

/** The highest level at a place decides. */
function raise(levels: number[], first: number, found: string): void {
  for (let index = 0; index < found.length; index++) {
    levels[first + index] = Math.max(levels[first + index] ?? 0, found.charCodeAt(index) - 48);
  }
}
