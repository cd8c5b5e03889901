/** The page of a meeting: its agenda with everything that there is to read for it. Plain data of one edition. */

import type { Image } from "./image.ts";

/** What the page shows. Texts are in the language of the body. */
export interface SessionPage {
  /** BCP 47 tag. */
  readonly lang: string;
  readonly body: string;
  readonly logo?: { readonly image: Image; readonly alt: string };
  /** True in the edition that may not be published. */
  readonly isInternal: boolean;
  readonly title: string;
  readonly committee: string;
  /** Weekday and day, in words. */
  readonly day: string;
  readonly time?: string;
  readonly place?: string;
  readonly chair?: string;
  /** The invitation as PDF and page, and the packet. */
  readonly files: readonly LinkedFile[];
  readonly parts: readonly SessionPart[];
}

/** The public or the non-public part. */
export interface SessionPart {
  readonly isPublic: boolean;
  readonly items: readonly SessionItem[];
}

/** An item of the agenda. */
export interface SessionItem {
  readonly label: string;
  /** 1 for `3`, 2 for `3.1`. */
  readonly level: number;
  readonly title?: string;
  readonly isWithdrawn: boolean;
  /** The day of the supplement that brought it. */
  readonly supplement?: string;
  readonly departments: readonly string[];
  readonly papers: readonly LinkedFile[];
  readonly attachments: readonly LinkedFile[];
}

/** A file to open. */
export interface LinkedFile {
  readonly role: "paper" | "invitation" | "packet" | "attachment";
  /** Relative to the page. */
  readonly href: string;
  /** What an attachment is called. */
  readonly title?: string;
  /** Which annex of its item's paper an attachment is. */
  readonly number?: string;
  /** `PDF`, `HTML`, `CSV` … */
  readonly format: string;
  readonly pages?: number;
  readonly bytes: number;
}
