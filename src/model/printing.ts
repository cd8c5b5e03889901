/** Laying documents out: what it needs, what it gives, and who does it. */

import type { Result } from "./diagnostic.ts";
import type { Document } from "./document.ts";
import type { FontFile, Theme, ThemeFonts } from "./theme.ts";

/** What all documents of a project are laid out with. */
export interface PrintLook {
  readonly theme: Theme;
  readonly fonts: ThemeFonts<FontFile>;
}

/** The editions of a document, in bytes. */
export interface PrintedPaper {
  readonly pdf: { readonly bytes: Uint8Array; readonly pages: number };
  readonly html: string;
}

/** Lays documents out, several at a time. */
export interface Press {
  /** How many documents it works on at once. */
  readonly size: number;
  /** Rejects with a {@link PressFault} if the document cannot be laid out within bounds. */
  print(document: Document): Promise<Result<PrintedPaper>>;
  close(): Promise<void>;
}

/** A document that took too long or too much memory, or crashed the program. */
export class PressFault extends Error {
  readonly reason: "time" | "memory" | "crash";

  constructor(reason: PressFault["reason"], cause: unknown) {
    super(`A document could not be laid out: ${reason}`, { cause });
    this.reason = reason;
  }
}
