/** What turning a document into boxes needs to know and collects on its way. */

import type { Diagnostic } from "../model/diagnostic.ts";
import type { Block, Document } from "../model/document.ts";
import type { FontFamily, FontFile, Theme, ThemeFonts } from "../model/theme.ts";
import type { Hyphenators } from "../typography/load-hyphenators.ts";
import type { Box, Footnote } from "./boxes.ts";
import type { StructureElement } from "./structure.ts";
import type { PdfWords } from "./words.ts";

/** Facts and findings of one document. */
export interface Setting {
  readonly document: Document;
  readonly theme: Theme;
  readonly fonts: ThemeFonts<FontFile>;
  readonly words: PdfWords;
  /** Ids of headings and sections → name of the destination in the file. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly hyphenators: Hyphenators;
  readonly diagnostics: Diagnostic[];
  /** Turns blocks into boxes; here so that the files for lists, tables and the like can call it for their content. */
  readonly setBlocks: (blocks: readonly Block[], context: TextContext) => Box[];
  /** Width and height of the text area of a page, in points. */
  readonly measure: { readonly width: number; readonly height: number };
  /** Footnotes by number. */
  readonly notes: ReadonlyMap<number, Footnote>;
  /** Structure elements of footnotes, adopted by their first reference. */
  readonly noteElements: ReadonlyMap<number, StructureElement>;
  /** Notes that some reference of the current text has adopted. */
  readonly adoptedNotes: Set<number>;
  /** Make names unique. */
  readonly counters: { tables: number };
}

/** How text looks at some place of the document, and what it belongs to. */
export interface TextContext {
  readonly setting: Setting;
  /** The element that blocks are appended to. */
  readonly parent: StructureElement;
  readonly size: number;
  readonly color: string;
  /** The colour that it stands on, if that is not the paper's white. */
  readonly ground: string | undefined;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly family: FontFamily<FontFile>;
  readonly align: "start" | "center" | "end" | "justify";
  /** Words stay whole, as in headings. */
  readonly unhyphenated: boolean;
  /** No space between paragraphs. */
  readonly tight: boolean;
  /** Width that is left for blocks, in points; a guess within tables. */
  readonly width: number;
}
