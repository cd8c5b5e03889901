/** Words that a PDF says besides the document's own: for those who hear it. */

import { languageOf } from "../model/language.ts";

/** In one language. */
export interface PdfWords {
  /** States of a task. */
  readonly done: string;
  readonly open: string;
  readonly footnote: string;
}

const GERMAN: PdfWords = { done: "erledigt", open: "offen", footnote: "Fußnote" };

const ENGLISH: PdfWords = { done: "done", open: "open", footnote: "Footnote" };

/** The words for a language tag: German where it is German, else English. */
export function pdfWordsFor(lang: string): PdfWords {
  return languageOf(lang) === "de" ? GERMAN : ENGLISH;
}

/** All of them, in both languages. */
export function pdfWords(): readonly string[] {
  return [GERMAN, ENGLISH].flatMap((words) => Object.values<string>({ ...words }));
}
