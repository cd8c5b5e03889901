/** What in a text can tell a secret by itself: words, figures, case numbers, and short names. */

import { spellOut } from "../../model/spell-out.ts";
import { END_OF_TEXT, eachWord } from "./words.ts";

/** The number of what ends a run of words: figures, and ends of texts. */
export const BREAK = 0;

/** Days and years. */
const DATE = /^(\d{1,2}\.\d{1,2}\.(\d{4})?|(18|19|20)\d\d)$/;

/** Figures that belong together: case numbers, numbers of accounts and of contracts. */
const COMPOSITE = /\d+(?:[-–/](?:\p{L}{0,3}\d+|\p{L}{1,4}(?![\p{L}\p{N}])))+/gu;

/** Days and years in composites. */
const DATES_IN_COMPOSITES =
  /(?:18|19|20)\d\d-\d\d-\d\d[-–/]?|(?<!\d)\d\d?[-/]\d\d?[-/](?:18|19|20)\d\d(?!\d)[-–/]?|^(?:18|19|20)\d\d[-–/](?:(?:18|19|20)\d\d|\d\d)$/g;

/** Marks a short name, which is told otherwise than a word of the same letters. */
const SHORT = "~";

/** Something that tells, where it was found. */
export interface Telling {
  /** As it is compared. */
  readonly key: string;
  readonly typed: string;
  readonly index: number;
}

/** A word, the same however often it stands. */
export interface Word {
  /** What it is compared as if it tells something by itself; empty if not. */
  readonly key: string;
  /** The same for all ways to write it; {@link BREAK} if it has a digit. */
  readonly number: number;
  /** Counts the ways to write words, from 0: what is known of each can be kept in a list. */
  readonly index: number;
}

/** A word where it stands. */
export interface PlacedWord extends Pick<Word, "key" | "number"> {
  readonly typed: string;
  readonly index: number;
}

/** All words of a text in their order, and what figures tell together. */
export interface WordsOfText {
  readonly words: readonly Word[];
  readonly composites: readonly string[];
}

/** More ways to write words than the papers of a county have. */
const MOST_WORDS = 500_000;

/** Words that texts share. What one lexicon says of words, by number and index, means nothing to another one. */
export class Lexicon {
  readonly #words = new Map<string, Word>();
  readonly #numbers = new Map<string, number>();

  get isFull(): boolean {
    return this.#words.size >= MOST_WORDS;
  }

  /** All words of a text. */
  wordsOf(text: string): WordsOfText {
    const tidied = tidy(text);
    const words: Word[] = [];
    eachWord(tidied, (typed) => words.push(this.#wordOf(typed)));
    return { words, composites: composites(tidied).map(({ key }) => key) };
  }

  /** All words of a text with their places in it. */
  placedWordsOf(text: string): readonly PlacedWord[] {
    const words: PlacedWord[] = [];
    eachWord(text, (typed, index) => {
      const { key, number } = this.#wordOf(typed.normalize("NFC"));
      words.push({ key, number, typed, index });
    });
    return words;
  }

  #wordOf(typed: string): Word {
    let word = this.#words.get(typed);
    if (word === undefined) {
      const number = /\p{N}/u.test(typed) || typed === END_OF_TEXT ? BREAK : this.#numberOf(typed);
      word = { key: makeKey(typed), number, index: this.#words.size };
      this.#words.set(typed, word);
    }
    return word;
  }

  #numberOf(typed: string): number {
    const lower = typed.toLowerCase();
    const number = this.#numbers.get(lower) ?? this.#numbers.size + 1;
    this.#numbers.set(lower, number);
    return number;
  }
}

let latest = new Lexicon();

/** That of the last run, or an empty one: a process that builds for many bodies, or for long, must not keep all words of all texts. */
export function openLexicon(): Lexicon {
  if (latest.isFull) latest = new Lexicon();
  return latest;
}

/** What can tell a secret, as it is compared. */
export function tellingWords(text: string): ReadonlySet<string> {
  return tellingIn(openLexicon().wordsOf(text));
}

/** What can tell a secret among words that were found already. */
export function tellingIn({ words, composites }: WordsOfText): ReadonlySet<string> {
  const telling = new Set(composites);
  for (const { key } of words) if (key !== "") telling.add(key);
  return telling;
}

/** The first place where something stands that is compared as `key`. */
export function findTelling(text: string, key: string): Telling | undefined {
  const isMeant = (one: Telling): boolean => one.key === key;
  return openLexicon().placedWordsOf(text).find(isMeant) ?? composites(text).find(isMeant);
}

/** What a short name is made of, or undefined if `key` is none. */
export function shortName(key: string): string | undefined {
  return key.startsWith(SHORT) ? key.slice(SHORT.length) : undefined;
}

/** A text as names are looked for in it: such a name may be a part of a longer word, or of one that was parted. */
export function foldText(text: string): string {
  return foldWord(tidy(text));
}

/** Without what only steers lines and shapes, and is printed or not; addresses spell letters as bytes. */
function tidy(text: string): string {
  return text
    .replace(/(?:%[0-9a-f]{2})+/gi, withoutBytes)
    .normalize("NFC")
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, "");
}

function withoutBytes(bytes: string): string {
  try {
    return decodeURIComponent(bytes);
  } catch {
    return bytes;
  }
}

function makeKey(word: string): string {
  const isFigure = /^\d/.test(word);
  const tells =
    isFigure || (/\d/.test(word) && /\p{L}/u.test(word)) ? word.length >= 4 && !DATE.test(word) : word.length >= 5;
  if (tells) return foldWord(word);
  // Numbers of pages and lists are made by the program.
  const isName = /^\p{Lu}\p{L}{2,3}$/u.test(word) && !/^[IVXLCDM]+$/.test(word);
  return isName ? SHORT + foldWord(word) : "";
}

function composites(text: string): readonly Telling[] {
  return [...text.matchAll(COMPOSITE)].flatMap(({ 0: typed, index }) => {
    const rest = typed.replace(DATES_IN_COMPOSITES, "");
    const tells = rest.replace(/\D/g, "").length >= 4 && /[-–/]/.test(rest);
    return tells ? [{ key: rest.toLowerCase().replace(/[–/]/g, "-"), typed, index }] : [];
  });
}

/** Anchors and file names spell umlauts out. */
function foldWord(word: string): string {
  return spellOut(word);
}
