/** The few words that the page says beside the document's own, for screen readers and the keyboard. */

import { languageOf } from "../model/language.ts";

/** Words in the language of a document. */
export interface Words {
  readonly skip: string;
  readonly notes: string;
  readonly note: string;
  readonly back: string;
  readonly checked: string;
  readonly unchecked: string;
  readonly table: string;
}

const GERMAN: Words = {
  skip: "Zum Inhalt",
  notes: "Fußnoten",
  note: "Fußnote",
  back: "zurück zum Text",
  checked: "erledigt",
  unchecked: "offen",
  table: "Tabelle",
};

const ENGLISH: Words = {
  skip: "Skip to content",
  notes: "Footnotes",
  note: "Footnote",
  back: "back to the text",
  checked: "done",
  unchecked: "open",
  table: "Table",
};

/** All of them, in both languages. */
export function pageWords(): readonly string[] {
  return [GERMAN, ENGLISH].flatMap((words) => Object.values<string>({ ...words }));
}

/** The words for a language tag: German where it is German, else English. */
export function wordsFor(lang: string): Words {
  return languageOf(lang) === "de" ? GERMAN : ENGLISH;
}
