/** How much room pages have, and who takes it: the ground that the layout of text and tables stands on. */

import type { Diagnostic } from "../model/diagnostic.ts";
import { BoxLayout } from "./box-layout.ts";
import { FootnoteArea } from "./footnote-area.ts";

/** Sums of heights are not exact. */
export const TOLERANCE = 0.01;

/** pdfmake's layout with questions about the page. */
export abstract class PageSpace extends BoxLayout {
  readonly diagnostics: Diagnostic[] = [];
  protected footnotes = new FootnoteArea([], 0, 0, "");

  constructor(size: PdfmakePageSize, margins: PdfmakeMargins) {
    super(size, margins, undefined);
  }

  /** Size of the current page, which may be turned. */
  protected get sheet(): PdfmakePageSize {
    return this.writer.context().getCurrentPage().pageSize;
  }

  protected get pageWidth(): number {
    return this.sheet.width - this.pageMargins.left - this.pageMargins.right;
  }

  protected get pageHeight(): number {
    return this.sheet.height - this.pageMargins.top - this.pageMargins.bottom;
  }

  /** Height that a new page would offer here, below repeated table heads. */
  protected get freshHeight(): number {
    return this.pageHeight - this.writer.repeatables.reduce((sum, { height }) => sum + height, 0);
  }

  /** Height that is left on this page. pdfmake computes none while it holds a table's head back: nothing breaks there. */
  protected get available(): number {
    const { availableHeight } = this.writer.context();
    return Number.isNaN(availableHeight) ? Number.POSITIVE_INFINITY : availableHeight;
  }

  protected get atTop(): boolean {
    const context = this.writer.context();
    const heads = this.writer.repeatables.reduce((sum, { height }) => sum + height, 0);
    return context.y <= context.pageMargins.top + heads + 8;
  }

  /** Begins a new page if less than this is left, and a new page has more. */
  protected ensure(height: number): void {
    if (height > this.available + TOLERANCE && height <= this.freshHeight && !this.atTop) this.writer.moveToNextPage();
  }
}
