/** What every part of the page needs while it is rendered. */

import type { Place } from "../model/diagnostic.ts";
import type { Block, Document } from "../model/document.ts";
import type { Theme } from "../model/theme.ts";
import type { Attributes, Markup } from "./element.ts";
import type { Words } from "./words.ts";

/** The document, its look, and what was counted so far. */
export interface Setting {
  readonly document: Document;
  readonly theme: Theme;
  readonly words: Words;
  /** If set, elements say this place for where they were written. */
  readonly placeOf?: (at: Place) => Place;
  /** Lists and tables hold blocks; handed over, so that they need not import who imports them. */
  readonly renderBlocks: (blocks: readonly Block[], setting: Setting) => readonly Markup[];
  /** Footnotes whose first reference was written: only that one is the target of the way back. */
  readonly referenced: Set<number>;
  /** How many captions of tables were written; makes their ids. */
  captions: number;
}

/** Where a node was written, as an attribute of its element. */
export function placeAttribute({ at }: { readonly at?: Place }, { placeOf }: Setting): Attributes {
  if (!placeOf || !at) return {};
  const { file, line, column } = placeOf(at);
  return { "data-at": `${file}:${line}:${column}` };
}

/** The id of a footnote. The underscore keeps it apart from the ids of headings and sections. */
export function noteId(number: number): string {
  return `_note-${number}`;
}

/** The id of the first reference to a footnote. */
export function noteReferenceId(number: number): string {
  return `_note-reference-${number}`;
}
