/** Collects the HTML of a body. Headings stay apart: their levels, and where sections begin, are decided later. */

import type { Place } from "../model/diagnostic.ts";
import type { Markdown } from "../model/markdown.ts";

/** A heading between stretches of HTML. */
export interface HeadingPart {
  /** As in Markdown, 1 to 6. */
  readonly level: number;
  /** The words without signs. */
  readonly words: string;
  readonly at: Place;
  /** The attribute with the stamp, and the inline HTML. */
  readonly attributes: string;
  readonly html: string;
  /** Stands in no list, quotation or note. */
  readonly top: boolean;
}

/** A stretch of HTML, whose tags need not close in it, or a heading. */
export type Part = string | HeadingPart;

/** The parts of a body. */
export function partsOf(markdown: Markdown): readonly Part[] {
  // Nobody but BodyWriter makes them; the model only keeps them opaque.
  return markdown.blocks as readonly Part[];
}

/** A body of these parts. */
export function bodyOf(parts: readonly Part[]): Markdown {
  return { type: "markdown", blocks: parts };
}

/** Writes the parts of a body in order. */
export class BodyWriter {
  readonly #written: Part[] = [];
  #html = "";

  add(html: string): void {
    this.#html += html;
  }

  heading(part: HeadingPart): void {
    this.#flush();
    this.#written.push(part);
  }

  parts(): readonly Part[] {
    this.#flush();
    return this.#written;
  }

  #flush(): void {
    if (this.#html !== "") this.#written.push(this.#html);
    this.#html = "";
  }
}
