/** Places boxes on pages: pdfmake's layout, with the page breaks of good typesetting and without its losses. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { Bands } from "./bands.ts";
import { gapBetween, heightOf, MIN_LINES, rowGroupEnd, rowHeights, sequenceStartHeight } from "./box-heights.ts";
import type { Box, CanvasBox, Footnote, ImageBox, LeafBox, Margin, StackBox, SvgBox, TableBox } from "./boxes.ts";
import { breakIntoLines, findCutWord } from "./break-lines.ts";
import { FootnoteArea } from "./footnote-area.ts";
import { BoxMeasure } from "./measure-boxes.ts";
import { PageWriter } from "./page-writer.ts";
import { DocumentContext, LayoutBuilder, TableProcessor } from "./pdfmake-classes.ts";
import type { SetLine } from "./set-line.ts";
import { fitTable } from "./table-columns.ts";

/** A head that takes more of the page than this is not repeated. */
const MAX_HEAD_SHARE = 0.4;

/** Rows up to this share of the page are not torn. */
const MAX_WHOLE_ROW_SHARE = 0.35;

/** Sums of heights are not exact. */
const TOLERANCE = 0.01;

/** Lays out one document. */
export class PageLayout extends LayoutBuilder {
  readonly diagnostics: Diagnostic[] = [];
  readonly #markers: { line: SetLine; x: number }[] = [];

  #footnotes: FootnoteArea;
  readonly #ruleColor: string;

  /** `ruleColor` is that of the rule above footnotes. */
  constructor(size: PdfmakePageSize, margins: PdfmakeMargins, ruleColor: string) {
    super(size, margins, undefined);
    this.#ruleColor = ruleColor;
    this.#footnotes = new FootnoteArea([], 0, 0, ruleColor);
  }

  /** Places a stack of boxes, and the footnotes that it refers to, and gives the pages. */
  layout(root: StackBox, notes: readonly Footnote[], document: PdfmakeDocument): PdfmakePage[] {
    this.linearNodeList = [];
    this.docMeasure = new BoxMeasure(document);
    this.docMeasure.measureDocument(root);
    for (const { box } of notes) if (box) this.docMeasure.measureDocument(box);
    this.#footnotes = new FootnoteArea(notes, this.#pageWidth, this.#pageHeight, this.#ruleColor);
    this.writer = new PageWriter(new DocumentContext(), this.#footnotes);
    this.writer.addPage(this.pageSize, null, this.pageMargins);
    this.processNode(root);
    this.#placeFootnotes(notes);
    return this.writer.context().pages;
  }

  #placeFootnotes(notes: readonly Footnote[]): void {
    const rest = this.#footnotes.rest(notes);
    const areas = this.#footnotes.areas();
    if (rest) {
      this.docMeasure.measureDocument(rest);
      this.#ensure(heightOf(rest, this.#pageWidth));
      this.processNode(rest);
    }
    const context = this.writer.context();
    for (const { page, height, box } of areas) {
      this.docMeasure.measureDocument(box);
      context.page = page;
      context.y = this.pageSize.height - this.pageMargins.bottom - height;
      context.availableHeight = height + 1;
      this.processNode(box);
    }
  }

  get #pageWidth(): number {
    return this.pageSize.width - this.pageMargins.left - this.pageMargins.right;
  }

  get #pageHeight(): number {
    return this.pageSize.height - this.pageMargins.top - this.pageMargins.bottom;
  }

  /** Height that a new page would offer here, below repeated table heads. */
  get #freshHeight(): number {
    return this.#pageHeight - this.writer.repeatables.reduce((sum, { height }) => sum + height, 0);
  }

  /** Height that is left on this page. pdfmake computes none while it holds a table's head back: nothing breaks there. */
  get #available(): number {
    const { availableHeight } = this.writer.context();
    return Number.isNaN(availableHeight) ? Number.POSITIVE_INFINITY : availableHeight;
  }

  get #atTop(): boolean {
    const context = this.writer.context();
    const heads = this.writer.repeatables.reduce((sum, { height }) => sum + height, 0);
    return context.y <= context.pageMargins.top + heads + 8;
  }

  /** Begins a new page if less than this is left, and a new page has more. */
  #ensure(height: number): void {
    if (height > this.#available + TOLERANCE && height <= this.#freshHeight && !this.#atTop)
      this.writer.moveToNextPage();
  }

  override processVerticalContainer(node: StackBox): void {
    const bands = node.band ? new Bands(this.writer, node.band, node._margin ?? undefined) : undefined;
    if (node.marker) this.#announceMarker(node.marker);
    for (const [index, box] of node.stack.entries()) this.#placeChild(node, index, box);
    bands?.draw();
  }

  #placeChild(parent: StackBox, index: number, box: Box): void {
    const { stack } = parent;
    const context = this.writer.context();
    const previous = stack[index - 1];
    if (box.newPage && !(context.page === 0 && context.getCurrentPage().items.length === 0)) {
      if (!this.#atTop || context.getCurrentPage().items.length > 0) this.writer.moveToNextPage();
    }
    const gap = gapBetween(previous, box);
    const needed = sequenceStartHeight(stack, index, context.availableWidth);
    box.reserve = this.#reserveAfter(parent, index);
    this.#ensure(gap + needed);
    if (gap > 0 && !this.#atTop) this.writer.context().moveDown(Math.min(gap, Math.max(0, this.#available)));
    this.processNode(box);
  }

  /** Height of what must not begin a page and follows this child. */
  #reserveAfter(parent: StackBox, index: number): number {
    const width = this.writer.context().availableWidth;
    const own = parent.stack[index];
    const following = parent.stack[index + 1];
    if (own && following && announces(own)) {
      return gapBetween(own, following) + sequenceStartHeight(parent.stack, index + 1, width);
    }
    let reserve = 0;
    for (let next = index + 1; next < parent.stack.length; next++) {
      const box = parent.stack[next];
      if (!box?.keepWithPrevious) return reserve;
      reserve += gapBetween(parent.stack[next - 1], box) + heightOf(box, width);
    }
    return reserve + (parent.reserve ?? 0);
  }

  #announceMarker(marker: NonNullable<StackBox["marker"]>): void {
    const line = breakIntoLines(marker.leaf, Number.MAX_SAFE_INTEGER)[0];
    if (line) this.#markers.push({ line, x: this.writer.context().x - marker.indent });
  }

  override processLeaf(node: LeafBox & { positions: unknown[] }): void {
    const width = this.writer.context().availableWidth;
    const lines = breakIntoLines(node, width);
    if (this.nestedLevel === 0) this.#reportCutWord(node, width);
    let placed = 0;
    while (placed < lines.length) {
      const rest = lines.slice(placed);
      const count = this.#linesForPage(node, rest, placed === 0);
      if (count === 0) {
        this.writer.moveToNextPage();
        continue;
      }
      for (const line of rest.slice(0, count)) node.positions.push(this.#placeLine(line));
      placed += count;
    }
  }

  /** Within tables it is the table that is too wide. */
  #reportCutWord(node: LeafBox, width: number): void {
    const word = node.preserve ? undefined : findCutWord(node, width);
    if (!word) return;
    const { at } = (word.source ?? {}) as { at?: Place }; // a node of the document
    this.diagnostics.push(diagnose("word-too-long", { word: word.text }, at ?? node.at));
  }

  /** How many of the remaining lines go on this page; none means: first a new page. */
  #linesForPage(node: LeafBox, lines: readonly SetLine[], first: boolean): number {
    const { page } = this.writer.context();
    const available = this.#available + TOLERANCE;
    const canMove = !this.#atTop || available < node.leading;
    const notes: Footnote[] = [];
    let fitting = 0;
    let used = 0;
    for (const line of lines) {
      notes.push(...line.notes);
      const needed = (fitting + 1) * node.leading + this.#footnotes.heightFor(page, notes);
      if (needed > available) break;
      used = needed;
      fitting++;
    }
    const reserve = (node.reserve ?? 0) <= this.#freshHeight / 2 ? (node.reserve ?? 0) : 0;
    const least = first ? MIN_LINES : 1;
    if (fitting === lines.length) {
      if (used + reserve <= available || !canMove) return fitting;
      // What follows has to stay with the last lines: they go to the next page together.
      const kept = fitting - MIN_LINES;
      return kept >= least ? kept : 0;
    }
    const count = Math.min(fitting, lines.length - MIN_LINES);
    if (count >= least) return count;
    return canMove ? 0 : Math.max(1, Math.min(fitting, lines.length));
  }

  #placeLine(line: SetLine): unknown {
    const context = this.writer.context();
    for (const marker of this.#markers.splice(0)) {
      marker.line.x = marker.x - context.x;
      marker.line.y = Math.max(0, line.baseline - marker.line.baseline);
      this.writer.addLine(marker.line, true);
    }
    const position = this.writer.addLine(line);
    this.#placeNotes(line.notes);
    return position;
  }

  /** Takes the room for the notes of a line from the page, and from the cells beside it that are still to be set. */
  #placeNotes(notes: readonly Footnote[]): void {
    const context = this.writer.context();
    const height = this.#footnotes.heightFor(context.page, notes);
    if (height === 0) return;
    const bottom = this.pageSize.height - this.pageMargins.bottom - this.#footnotes.reserved(context.page) - height;
    const overlaps = context.snapshots.some(
      ({ bottomMost }) => bottomMost?.page === context.page && bottomMost.y > bottom,
    );
    if (this.writer.transactionLevel > 0 || overlaps || context.availableHeight < height) {
      this.#footnotes.postpone(notes);
      return;
    }
    this.#footnotes.place(context.page, notes);
    context.availableHeight -= height;
    for (const group of context.snapshots) {
      if (group.page === context.page) group.availableHeight -= height;
      if (group.bottomMost?.page === context.page) group.bottomMost.availableHeight -= height;
    }
  }

  override processTable(node: TableBox): void {
    const context = this.writer.context();
    this.#fitTable(node, context.availableWidth);
    const headHeight = rowHeights(node, 0, node.table.headerRows);
    if (headHeight > this.#pageHeight * MAX_HEAD_SHARE) node.table.headerRows = 0;
    this.#placeRows(node as TableBox & { positions: unknown[]; _margin: Margin | null });
  }

  #fitTable(node: TableBox, width: number): void {
    if (fitTable(node, width) === "fits" || !node.reportAt) return;
    const { at } = node.reportAt as { at?: Place }; // a node of the document
    this.diagnostics.push(diagnose("table-too-wide", { columns: node.table.widths.length }, at));
  }

  /** pdfmake's own loop over rows, with page breaks where rows should not be torn. */
  #placeRows(node: TableBox & { positions: unknown[]; _margin: Margin | null }): void {
    const { body, widths, headerRows } = node.table;
    const { _margin: margin, _offsets: offsets } = node;
    this.nestedLevel++;
    const processor = new TableProcessor(node);
    processor.beginTable(this.writer);
    let groupEnd = rowGroupEnd(node, headerRows);
    for (let row = 0; row < body.length; row++) {
      if (row >= headerRows && (row === groupEnd || row === headerRows)) {
        groupEnd = rowGroupEnd(node, row);
        if (row > headerRows || headerRows === 0) this.#keepRows(node, row, groupEnd, processor);
      }
      processor.beginRow(row, this.writer);
      const page = this.writer.context().page;
      const result = this.processRow({
        marginX: margin ? [margin[0], margin[2]] : [0, 0],
        dontBreakRows: processor.dontBreakRows,
        rowsWithoutPageBreak: processor.rowsWithoutPageBreak,
        cells: body[row],
        widths,
        gaps: offsets?.offsets,
        tableBody: body,
        tableNode: node,
        rowIndex: row,
      });
      node.positions.push(...result.positions);
      if (result.pageBreaks.length === 0) {
        const spans = (node as { _breaksBySpan?: unknown })._breaksBySpan ?? null; // pdfmake's own note
        const broken = this._findSameRowPageBreakByRowSpanData(spans, page, row);
        if (broken) result.pageBreaks.push(this._getPageBreakListBySpan(node, broken.prevPage, row));
      }
      processor.endRow(row, this.writer, result.pageBreaks);
      this.#correctAvailable();
    }
    processor.endTable(this.writer);
    this.nestedLevel--;
    if (this.nestedLevel === 0) this.writer.context().resetMarginXTopParent();
  }

  /** After a row pdfmake restores what was available before footnotes took of it. */
  #correctAvailable(): void {
    const context = this.writer.context();
    const reserved = this.#footnotes.reserved(context.page);
    if (reserved === 0 || this.writer.transactionLevel > 0) return;
    const left = this.pageSize.height - this.pageMargins.bottom - reserved - context.y;
    context.availableHeight = Math.min(context.availableHeight, left);
  }

  #keepRows(node: TableBox, row: number, end: number, processor: PdfmakeTableProcessor): void {
    if (row === 0) return; // where a table begins is decided by what it stands in
    const height = rowHeights(node, row, end);
    const reserve = end === node.table.body.length ? (node.reserve ?? 0) : 0;
    const short = height <= this.#pageHeight * MAX_WHOLE_ROW_SHARE;
    const lines = short ? height : Math.min(height, 60);
    if (lines + reserve <= this.#available + TOLERANCE) return;
    if (lines + reserve > this.#freshHeight || this.#atTop) return;
    this.writer.moveToNextPage();
    if (processor.headerRows === 0) processor.drawHorizontalLine(row, this.writer);
  }

  override processImage(node: ImageBox): void {
    this.#fitPicture(node);
    super.processImage(node);
  }

  override processSVG(node: SvgBox): void {
    this.#fitPicture(node);
    super.processSVG(node);
  }

  #fitPicture(node: ImageBox | SvgBox): void {
    const scale = Math.min(1, this.writer.context().availableWidth / node.width);
    if (scale === 1) return;
    Object.assign(node, { _width: node.width * scale, _height: node.height * scale, _minWidth: node.width * scale });
  }

  override processCanvas(node: CanvasBox): void {
    const width = this.writer.context().availableWidth;
    for (const vector of node.canvas) if (vector.share !== undefined) vector.w = Math.max(0.5, vector.share * width);
    Object.assign(node, { _minHeight: node.height });
    super.processCanvas(node);
  }
}

/** True for a paragraph that ends in a colon: it announces what follows. */
function announces(box: Box): boolean {
  return "runs" in box && box.runs.at(-1)?.text.trimEnd().endsWith(":") === true;
}
