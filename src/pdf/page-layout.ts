/** Places boxes on pages: pdfmake's layout without its losses. Here are the whole, tables and pictures. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Place } from "../model/diagnostic.ts";
import { heightOf, rowGroupEnd, rowHeights, rowStartHeight } from "./box-heights.ts";
import type { CanvasBox, Footnote, ImageBox, StackBox, SvgBox, TableBox } from "./boxes.ts";
import { FootnoteArea, notesIn } from "./footnote-area.ts";
import { turnWideTables } from "./landscape.ts";
import { BoxMeasure } from "./measure-boxes.ts";
import { TOLERANCE } from "./page-space.ts";
import { PageWriter } from "./page-writer.ts";
import { DocumentContext, TableProcessor } from "./pdfmake-classes.ts";
import { lengthOf } from "./stretch.ts";
import { fitTable } from "./table-columns.ts";
import { orientationOf, TextLayout } from "./text-layout.ts";

/** A head that takes more of the page than this is not repeated. */
const MAX_HEAD_SHARE = 0.4;

/** Rows up to this share of the page are not torn. */
const MAX_WHOLE_ROW_SHARE = 0.35;

/** Least height of a taller row that begins on a page, in points; more if one of its cells cannot begin with less. */
const MIN_ROW_START = 60;

/** Lays out one document. */
export class PageLayout extends TextLayout {
  readonly #ruleColor: string;
  #noteCount = 0;

  /** `ruleColor` is that of the rule above footnotes. */
  constructor(size: PdfmakePageSize, margins: PdfmakeMargins, ruleColor: string) {
    super(size, margins);
    this.#ruleColor = ruleColor;
  }

  /** Places a stack of boxes, and the footnotes that it refers to, and gives the pages. */
  layout(root: StackBox, notes: readonly Footnote[], document: PdfmakeDocument): PdfmakePage[] {
    this.docMeasure = new BoxMeasure(document);
    this.docMeasure.measureDocument(root);
    this.#noteCount = notes.length;
    for (const { box } of notes) if (box) this.docMeasure.measureDocument(box);
    const { left, right, top, bottom } = this.pageMargins;
    const width = this.pageSize.width - left - right;
    turnWideTables(root.stack, width);
    this.footnotes = new FootnoteArea(notes, width, this.pageSize.height - top - bottom, this.#ruleColor);
    this.writer = new PageWriter(new DocumentContext(), this.footnotes);
    this.writer.addPage(this.pageSize, orientationOf(root.stack[0]), this.pageMargins);
    this.root = root;
    this.processNode(root);
    this.#placeFootnotes(notes);
    return this.writer.context().pages;
  }

  #placeFootnotes(notes: readonly Footnote[]): void {
    const rest = this.footnotes.rest(notes);
    const areas = this.footnotes.areas();
    if (rest) {
      this.docMeasure.measureDocument(rest);
      this.ensure(heightOf(rest, this.pageWidth));
      this.processNode(rest);
    }
    const context = this.writer.context();
    for (const { page, height, box } of areas) {
      this.docMeasure.measureDocument(box);
      context.page = page;
      context.y = this.sheet.height - this.pageMargins.bottom - height;
      // Its room was taken from the page before, so nothing breaks here.
      context.availableHeight = Number.POSITIVE_INFINITY;
      // Also on a turned page, where the heights were computed for it.
      context.availableWidth = this.pageSize.width - this.pageMargins.left - this.pageMargins.right;
      this.processNode(box);
    }
  }

  override processTable(node: TableBox): void {
    const context = this.writer.context();
    this.#fitTable(node, context.availableWidth);
    const headHeight = rowHeights(node, 0, node.table.headerRows);
    if (headHeight > this.pageHeight * MAX_HEAD_SHARE) node.table.headerRows = 0;
    this.#placeRows(node);
  }

  #fitTable(node: TableBox, width: number): void {
    if (fitTable(node, width) === "fits" || !node.reportAt) return;
    const { at } = node.reportAt as { at?: Place }; // a node of the document
    this.diagnostics.push(diagnose("table-too-wide", { columns: node.table.widths.length }, at));
  }

  /** pdfmake's own loop over rows, with page breaks where rows should not be torn. */
  #placeRows(node: TableBox): void {
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
    const reserved = this.footnotes.reserved(context.page);
    if (reserved === 0 || this.writer.transactionLevel > 0) return;
    const left = this.sheet.height - this.pageMargins.bottom - reserved - context.y;
    context.availableHeight = Math.min(context.availableHeight, left);
  }

  #keepRows(node: TableBox, row: number, end: number, processor: PdfmakeTableProcessor): void {
    if (row === 0) return; // where a table begins is decided by what it stands in
    const height = rowHeights(node, row, end) + this.#noteHeights(node, row, end);
    const reserve = end === node.table.body.length ? (node.reserve ?? 0) : 0;
    const short = height <= this.pageHeight * MAX_WHOLE_ROW_SHARE;
    const lines = short ? height : Math.min(height, this.#leastOfRow(node, row));
    if (lines + reserve <= this.available + TOLERANCE) return;
    if (lines + reserve > this.freshHeight || this.atTop) return;
    this.writer.moveToNextPage();
    if (processor.headerRows === 0) processor.drawHorizontalLine(row, this.writer);
  }

  /** Height of the footnotes that rows bring with them to this page. */
  #noteHeights(node: TableBox, from: number, to: number): number {
    if (this.#noteCount === 0) return 0;
    const cells = node.table.body.slice(from, to).flat();
    return this.footnotes.heightFor(
      this.writer.context().page,
      cells.flatMap(({ stack }) => notesIn(stack ?? [])),
    );
  }

  /** What of a row has to stand where it begins: something of each cell, or other cells would begin a page before it. */
  #leastOfRow(node: TableBox, row: number): number {
    const start = rowStartHeight(node, row);
    return start <= this.freshHeight ? Math.max(MIN_ROW_START, start) : MIN_ROW_START;
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
    for (const vector of node.canvas) if (vector.stretch) vector.w = lengthOf(vector.stretch, width);
    Object.assign(node, { _minHeight: node.height });
    super.processCanvas(node);
  }
}
