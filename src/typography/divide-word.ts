/** Liang's algorithm: where a word divides, by patterns. */

import type { PackedPatterns } from "./pack-patterns.ts";

/** Finds the places at which words of one language divide. */
export class WordDivider {
  readonly #packed: PackedPatterns;
  readonly #groups = new Map<string, ReadonlyMap<string, string>>();
  readonly #known = new Map<string, readonly number[]>();
  #longest = 0;

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
      raise(levels, first, this.#group(text.charAt(from)).get("") ?? "");
      const group = this.#group(text.slice(from, from + 2));
      if (group.size === 0) continue;
      const last = Math.min(text.length, from + 2 + this.#longest);
      for (let to = from + 2; to <= last; to++) {
        raise(levels, first, group.get(text.slice(from + 2, to)) ?? "");
      }
    }
    const points: number[] = [];
    for (let at = 1; at < word.length; at++) if ((levels[at + 1] ?? 0) % 2 === 1) points.push(at);
    return points;
  }

  #group(key: string): ReadonlyMap<string, string> {
    const known = this.#groups.get(key);
    if (known) return known;
    const group = new Map<string, string>();
    const packed = Object.hasOwn(this.#packed, key) ? (this.#packed[key] ?? "") : "";
    for (const [, rest = "", levels = ""] of packed.matchAll(/(\D*)(\d+) /g)) {
      group.set(rest, levels);
      this.#longest = Math.max(this.#longest, rest.length);
    }
    this.#groups.set(key, group);
    return group;
  }
}

/** The highest level at a place decides. */
function raise(levels: number[], first: number, found: string): void {
  for (let index = 0; index < found.length; index++) {
    levels[first + index] = Math.max(levels[first + index] ?? 0, found.charCodeAt(index) - 48);
  }
}
