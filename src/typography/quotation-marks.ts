/** Straight quotation marks → those of a language, where it is certain which. */

import { knownLanguage, type Language } from "../model/language.ts";

/** A stretch of text in one language; `opaque` text (code) is looked at but never changed. */
export interface Stretch {
  readonly text: string;
  readonly lang: string;
  readonly opaque: boolean;
}

/** Opening and closing, double and single. */
type Marks = readonly [open: string, close: string, singleOpen: string, singleClose: string];

const MARKS: Readonly<Record<Language, Marks>> = {
  de: ["„", "“", "‚", "‘"],
  en: ["“", "”", "‘", "’"],
};

const APOSTROPHE = "’";

/** Addresses; a quotation mark at the end is not part of one. */
const ADDRESS = /(?:https?:\/\/|mailto:|www\.)\S*[^\s"'.,;:!?)\]]/gi;

/** What a mark may stand after if it opens: nothing, a space, a bracket, a dash, another opening mark. */
const BEFORE_OPENING = /^$|[\s([{<\p{Pd}/\u00a0„‚“‘«»›‹"']/u;

/** A place in the text with the mark that goes there. */
interface Replacement {
  readonly at: number;
  readonly mark: string;
}

/** The texts of a paragraph with quotation marks of their languages. */
export function setQuotationMarks(stretches: readonly Stretch[]): readonly string[] {
  const text = stretches.map((stretch) => (stretch.opaque ? "x".repeat(stretch.text.length) : stretch.text)).join("");
  if (!/["']/.test(text)) return stretches.map((stretch) => stretch.text);
  const langs = stretches.flatMap(({ text, lang }) => Array<string>(text.length).fill(lang));
  const characters = stretches
    .map((stretch) => stretch.text)
    .join("")
    .split("");
  for (const { at, mark } of findReplacements(text, langs)) characters[at] = mark;
  let start = 0;
  return stretches.map(({ text }) => {
    start += text.length;
    return characters.slice(start - text.length, start).join("");
  });
}

function findReplacements(text: string, langs: readonly string[]): readonly Replacement[] {
  const addresses = [...text.matchAll(ADDRESS)].map((match) => [match.index, match.index + match[0].length] as const);
  const doubles: Replacement[] = [];
  const singles: Replacement[] = [];
  let double: number | undefined;
  let single: number | undefined;
  // „Wort": many keyboards have the opening mark and not the closing one.
  const typed: { double?: Marks | undefined; single?: Marks | undefined } = {};
  let isCertain = true;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    const marks = /[„“”‚‘’]/.test(mark ?? "") ? marksOf(langs[at]) : undefined;
    if (marks && (mark === marks[0] || mark === marks[1])) typed.double = mark === marks[0] ? marks : undefined;
    if (marks && (mark === marks[2] || mark === marks[3])) typed.single = mark === marks[2] ? marks : undefined;
    if ((mark !== '"' && mark !== "'") || addresses.some(([from, to]) => at >= from && at < to)) continue;
    const before = text[at - 1] ?? "";
    const after = text[at + 1] ?? "";
    const canOpen = BEFORE_OPENING.test(before) && !/^$|\s/.test(after);
    const canClose = !/^$|\s/.test(before);
    // Feet and inches, minutes and seconds: 5', 3''.
    if (/[\d']/.test(before) && mark === "'" && (after === "'" || /\d'$/.test(text.slice(0, at)))) continue;
    if (mark === '"') {
      if (double === undefined && typed.double && canClose && !canOpen) {
        doubles.push({ at, mark: typed.double[1] });
        typed.double = undefined;
      } else if (double === undefined && /\d/.test(before)) continue;
      else if (double === undefined && canOpen) double = at;
      else if (double !== undefined && canClose && !(canOpen && /[\s(]/.test(before))) {
        const [open, close] = marksOf(langs[double]) ?? ['"', '"'];
        doubles.push({ at: double, mark: open }, { at, mark: close });
        double = undefined;
        single = undefined;
      } else isCertain = false;
    } else if (/\p{L}/u.test(before) && /\p{L}/u.test(after)) singles.push({ at, mark: APOSTROPHE });
    else if (single === undefined && typed.single && canClose && !canOpen) {
      singles.push({ at, mark: typed.single[3] });
      typed.single = undefined;
    } else if (single === undefined && canOpen) single = at;
    else if (single !== undefined && canClose) {
      const [, , open, close] = marksOf(langs[single]) ?? ["", "", "'", "'"];
      singles.push({ at: single, mark: open }, { at, mark: close });
      single = undefined;
    } else if (/\p{L}/u.test(before)) singles.push({ at, mark: APOSTROPHE });
  }
  return isCertain && double === undefined ? [...doubles, ...singles] : singles;
}

function marksOf(lang: string | undefined): Marks | undefined {
  const language = knownLanguage(lang ?? "");
  return language && MARKS[language];
}
