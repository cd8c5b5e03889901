/** What a check or a build tells: the stream of events while it runs, and the report at its end. */

import type { Diagnostic } from "./diagnostic.ts";

/** `public` may be published; `internal` may not. */
export type Edition = "public" | "internal";

/**
 * What a file of the result is: `page` lists what there is for a meeting, `packet` has all papers of a meeting in one file,
 * `data` is for other programs.
 */
export type OutputRole = "paper" | "attachment" | "page" | "packet" | "data";

/** A file of the result. */
export interface OutputFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly edition: Edition;
  readonly mediaType: "application/pdf" | "text/html";
  /** Pages of a PDF; one for HTML. */
  readonly pages: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Attachments in a packet that are there as pictures of their pages only: `TOP 6 – Anlage 1: Lageplan`. */
  readonly inaccessible?: readonly string[];
}

/** What became of a source. A check builds nothing: its documents are `unchanged` or `failed`. */
export interface DocumentReport {
  readonly id: string;
  /** English name of the kind. */
  readonly kind: string;
  /** Path of the source as messages name it. */
  readonly file: string;
  readonly outcome: "built" | "unchanged" | "failed";
  readonly outputs: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files whose mistakes, reported there, keep this document from printing. */
  readonly blockedBy: readonly string[];
}

/** The whole result. `diagnostics` are those that belong to no document. */
export interface Report {
  readonly outcome: "succeeded" | "failed";
  readonly documents: readonly DocumentReport[];
  /** Outputs of earlier runs that were removed: their document is gone or no longer public. */
  readonly removed: readonly string[];
  /** Papers that were not begun, because the build was ended or another failed. */
  readonly skipped: number;
  /** Faults of the program, each of which failed one document. */
  readonly faults: readonly Error[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What happens while a build runs, in order. */
export type BuildEvent =
  /** Another build of the same output folder is running. */
  | { readonly type: "waiting" }
  | { readonly type: "started"; readonly documents: number }
  | { readonly type: "document-started"; readonly id: string; readonly title: string }
  | {
      readonly type: "document-finished";
      readonly document: DocumentReport;
      readonly finished: number;
      readonly documents: number;
    }
  /** A packet was made anew. */
  | { readonly type: "packet"; readonly output: OutputFile }
  | { readonly type: "removed"; readonly path: string };
