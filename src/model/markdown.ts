/** The body of a source after it was read as Markdown. */

import type { Place } from "./diagnostic.ts";

/** Opaque outside `markdown/`: what its parser made of a body. */
export interface Markdown {
  readonly type: "markdown";
  readonly blocks: readonly unknown[];
}

/** A part of a body below a heading that the body names. */
export interface MarkdownSection {
  /** The heading as typed. */
  readonly title: string;
  readonly at: Place;
  readonly text: Markdown;
}
