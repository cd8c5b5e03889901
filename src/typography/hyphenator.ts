/** Which words may be hyphenated at the end of a line, and where. */

import type { Hyphenation } from "../model/theme.ts";
import type { WordDivider } from "./divide-word.ts";

/** Addresses of any kind, names of files, numbers, and what the author divides by soft hyphens. */
const NO_WORD = /[@\\_\d\u00ad]|:\/\/|^\W*www\.|\p{L}\.\p{L}/u;

/** A word of letters, with the punctuation around it. */
const WORD = /^([^\p{L}\p{N}]*)(\p{L}+)([^\p{L}\p{N}]*)$/u;

/** What most words are: nothing that the patterns above look for is in them. */
const PLAIN_WORD = /^[A-ZÄÖÜ]?[a-zäöüß]+ ?$/;

/** Long enough to look like words. They end in a full stop, as sentences do. */
const ABBREVIATIONS = new Set("einschl insbes abzgl zuzgl zuzügl abzügl vorauss gegebenenf entspr stellv".split(" "));

/** Hyphenates words of one language by the rules of a theme. */
export class Hyphenator {
  readonly #divider: WordDivider;
  readonly #rules: Hyphenation;
  readonly #exceptions = new Map<string, readonly number[]>();

  constructor(divider: WordDivider, rules: Hyphenation) {
    this.#divider = divider;
    this.#rules = rules;
    for (const exception of rules.exceptions) {
      const parts = exception.toLowerCase().split("-");
      const points = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("").length);
      this.#exceptions.set(parts.join(""), points);
    }
  }

  /** So many lines in a row may end with a hyphen. */
  get consecutive(): number {
    return this.#rules.consecutive;
  }

  /**
   * Offsets in a word at which it divides. A word ends where a line may break, so `before` and `after` are what stands
   * around it without a space: `Kreis-` before `Verwaltung`.
   */
  points(word: string, before = "", after = ""): readonly number[] {
    if (before === "" && after === "" && PLAIN_WORD.test(word)) return this.#divide(word.trimEnd(), 0, false);
    if (NO_WORD.test(before + word + after)) return [];
    const [, opening = "", letters = "", closing = ""] = WORD.exec(word) ?? [];
    // Capitals within a word make a name or an abbreviation: GmbH, StVO, TOP.
    if (/\p{Lu}/u.test(letters.slice(1))) return [];
    if (closing.startsWith(".") && ABBREVIATIONS.has(letters.toLowerCase())) return [];
    const isPart = /\p{Pd}$/u.test(before) || /^\p{Pd}/u.test(closing.trimEnd());
    return this.#divide(letters, opening.length, isPart);
  }

  /** A compound breaks at its own hyphen, unless a part of it is long. */
  #divide(letters: string, start: number, isPart: boolean): readonly number[] {
    const { word: least, before: head, after: tail } = this.#rules.minimum;
    const listed = this.#exceptions.get(letters.toLowerCase());
    if (listed) return listed.map((point) => start + point);
    if (letters.length < (isPart ? 2 * least : least)) return [];
    const points: number[] = [];
    for (const point of this.#divider.divide(letters)) {
      if (point >= head && letters.length - point >= tail) points.push(start + point);
    }
    return points;
  }
}
