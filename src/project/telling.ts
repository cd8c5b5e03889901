/** What in a text can tell a secret by itself: words, figures, case numbers, and short names. */

const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu;

/** Days and years. */
const DATE = /^(\d{1,2}\.\d{1,2}\.(\d{4})?|(18|19|20)\d\d)$/;

/** Figures that belong together: case numbers, numbers of accounts and of contracts. */
const COMPOSITE = /\d+(?:[-–/](?:\p{L}{0,3}\d+|\p{L}{1,4}(?![\p{L}\p{N}])))+/gu;

/** Days and years in composites. */
const DATES_IN_COMPOSITES = /(?:18|19|20)\d\d-\d\d-\d\d[-–/]?|^(?:18|19|20)\d\d[-–/](?:(?:18|19|20)\d\d|\d\d)$/g;

/** Marks a short name, which is told otherwise than a word of the same letters. */
const SHORT = "~";

/** Something that tells, where it was found. */
export interface Telling {
  /** As it is compared. */
  readonly key: string;
  readonly typed: string;
  readonly index: number;
}

/** What can tell a secret, as it is compared. */
export function tellingWords(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const clean = tidy(text);
  for (const word of clean.match(WORD) ?? []) {
    const key = keyOf(word);
    if (key !== "") found.add(key);
  }
  for (const { key } of composites(clean)) found.add(key);
  return found;
}

/** The first place where something stands that is compared as `key`. */
export function findTelling(text: string, key: string): Telling | undefined {
  for (const { 0: typed, index } of text.matchAll(WORD))
    if (keyOf(typed.normalize("NFC")) === key) return { key, typed, index };
  return composites(text).find((one) => one.key === key);
}

/** What a short name is made of, or undefined if `key` is none. */
export function shortName(key: string): string | undefined {
  return key.startsWith(SHORT) ? key.slice(SHORT.length) : undefined;
}

/** A text as names are looked for in it: such a name may be a part of a longer word, or of one that was parted. */
export function foldText(text: string): string {
  return foldWord(tidy(text));
}

function tidy(text: string): string {
  return text.normalize("NFC").replaceAll("\u00ad", "");
}

/** Papers share words: what each is compared as, empty if it tells nothing. As large as the language of one project. */
const known = new Map<string, string>();

function keyOf(word: string): string {
  let key = known.get(word);
  if (key === undefined) {
    key = makeKey(word);
    known.set(word, key);
  }
  return key;
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
  return word.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss");
}
