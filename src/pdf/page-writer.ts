/** pdfmake's writer, with room for footnotes, and with table heads that no reader reads twice. */

import type { FootnoteArea } from "./footnote-area.ts";
import { PageElementWriter } from "./pdfmake-classes.ts";
import { SetLine } from "./set-line.ts";
import { LAYOUT_ARTIFACT } from "./structure.ts";

/** Puts elements on pages. */
export class PageWriter extends PageElementWriter {
  readonly #footnotes: FootnoteArea;

  constructor(context: PdfmakeContext, footnotes: FootnoteArea) {
    super(context);
    this.setMaxListeners(0); // one for each level of nesting
    this.#footnotes = footnotes;
  }

  /** Nearly all lines fit where they are. pdfmake would tell listeners, and where the line stands. */
  override addLine(line: PdfmakeLine, keepPosition?: boolean, index?: number): unknown {
    const context = this.context();
    const height = line.getHeight();
    if (context.availableHeight < height || index !== undefined) return super.addLine(line, keepPosition, index);
    line.x = context.x + (line.x ?? 0);
    line.y = context.y + (line.y ?? 0);
    context.getCurrentPage().items.push({ type: "line", item: line });
    if (!keepPosition) context.moveDown(height);
    return true;
  }

  /** The next page may exist already, with footnotes from another cell of the same row. */
  override moveToNextPage(orientation?: string): void {
    super.moveToNextPage(orientation);
    const context = this.context();
    context.availableHeight -= this.#footnotes.reserved(context.page);
  }

  override addFragment(fragment: PdfmakeFragment, useX?: boolean, useY?: boolean, keepPosition?: boolean): unknown {
    // Only fragments that pdfmake repeats at page breaks know the pages they are on.
    if (!fragment.insertedOnPages) return super.addFragment(fragment, useX, useY, keepPosition);
    const { items } = fragment;
    fragment.items = items.map(asRepetition);
    try {
      return super.addFragment(fragment, useX, useY, keepPosition);
    } finally {
      fragment.items = items;
    }
  }
}

function asRepetition({ type, item }: PdfmakeItem): PdfmakeItem {
  if (item instanceof SetLine) {
    const copy = item.clone();
    copy.repeated = true;
    copy.anchors = undefined;
    copy.bookmark = undefined;
    return { type, item: copy };
  }
  return { type, item: { ...(item as object), owner: LAYOUT_ARTIFACT } }; // vectors and pictures are plain objects
}
