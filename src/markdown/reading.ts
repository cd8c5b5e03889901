/** What the renderers of one body share: its file, what it defines, and where mistakes go. */

import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { placeAt, stamp, type TextFile } from "../model/text-file.ts";
import type { Footnote } from "./block.ts";
import type { InlineLexer } from "./inline-lexer.ts";

/** The state of turning one body into HTML. */
export interface Reading {
  readonly file: TextFile;
  /** The file's folder within the content tree; images are found from there. */
  readonly folder: string;
  readonly lexer: InlineLexer;
  /** By label, as `noteKey` makes it. */
  readonly footnotes: ReadonlyMap<string, Footnote>;
  /** In the order of their first reference. */
  readonly referenced: Set<string>;
  readonly printedNotes: Set<string>;
  /** Notes whose absence was reported. */
  readonly missingNotes: Set<string>;
  /** The element of raw HTML that was reported last; what stands within it is part of the same mistake. */
  html: { readonly start: number; readonly end: number };
  /** Level of the heading before; the title of the paper is level 1. */
  headingLevel: number;
  readonly diagnostics: Diagnostic[];
}

/** The place of a stretch of the file. */
export function place(reading: Reading, offset: number, length?: number): Place {
  return placeAt(reading.file, offset, length);
}

/** The attribute that stamps a start tag. */
export function at(reading: Reading, offset: number): string {
  return ` data-at="${escapePath(stamp(placeAt(reading.file, offset)))}"`;
}

/** What labels of footnotes are compared by: `[^A]` refers to `[^a]:`. */
export function noteKey(label: string): string {
  return label.normalize("NFC").toLowerCase();
}

/** The id of a footnote, the same label in another file being another note. */
export function noteId(reading: Reading, key: string): string {
  return `note-${encodeURIComponent(reading.file.path)}-${escapePath(key)}`;
}

function escapePath(path: string): string {
  return /[&"<>]/.test(path) ? path.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;") : path;
}
