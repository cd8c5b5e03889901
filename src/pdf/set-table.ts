/** Tables → pdfmake tables in a calm look, with their structure. */

import type { Cell, Inline, Row, Table } from "../model/document.ts";
import type { Box, CellBox, StackBox, TableBox } from "./boxes.ts";
import { alignDecimals } from "./decimal-alignment.ts";
import { captionContext, makeLeaf } from "./make-leaf.ts";
import { setInlines } from "./set-inlines.ts";
import type { TextContext } from "./setting.ts";
import type { StructureElement } from "./structure.ts";
import { isIrregular, linkHeaders, type PlacedCell } from "./table-headers.ts";

/** A table of up to so many rows is not torn if it is short. */
const MAX_WHOLE_ROWS = 10;

/** Turns a table into its caption and grid. */
export function setTable(table: Table, context: TextContext): Box {
  const element = context.parent.append("Table");
  const space = context.size * 0.8;
  const caption = table.caption && setCaption(table.caption, element.append("Caption"), context);
  const cells = new CellSetter(table, context);
  // A table's head needs a body (ISO 14289-1, 7.5); one that has no more rows is its own.
  if (table.head.length > 0) cells.set(table.head, element.append(table.body.length > 0 ? "THead" : "TBody"), 0);
  if (table.body.length > 0) cells.set(table.body, element.append("TBody"), table.head.length);
  const { placed, rows, columns } = cells;
  if (isIrregular(placed, table.head.length)) linkHeaders(placed, `table-${++context.setting.counters.tables}`);
  if (rows.length === 0) return { stack: caption ? [caption] : [] };
  alignDecimals(table, rows);
  const box: TableBox = {
    table: {
      body: rows,
      widths: Array.from({ length: columns }, () => ({ width: "auto" })),
      headerRows: table.head.length,
    },
    fills: Array.from({ length: columns }, (_, index) => table.columns[index]?.width === "fill"),
    stretch: true,
    reportAt: table,
    ...(rows.length <= MAX_WHOLE_ROWS && { keepUpTo: context.setting.measure.height * 0.25 }),
    layout: tableLook(table, context),
    spaceBefore: caption ? 0 : space,
    spaceAfter: space,
  };
  return caption ? { stack: [caption, box], spaceBefore: space, spaceAfter: space } : box;
}

function setCaption(caption: readonly Inline[], owner: StructureElement, context: TextContext): Box {
  const small = { ...captionContext(context, owner), bold: true, color: context.setting.theme.colors.text };
  return { ...makeLeaf(setInlines(caption, small, owner), small), keepWithNext: true, spaceAfter: 4 };
}

/** Sets the cells of a table, each at its place. */
class CellSetter {
  readonly columns: number;
  readonly placed: PlacedCell[] = [];
  readonly #table: Table;
  readonly #context: TextContext;
  readonly #grid: Grid;

  constructor(table: Table, context: TextContext) {
    this.#table = table;
    this.columns = columnCount(table);
    this.#grid = new Grid(this.columns, table.head.length + table.body.length);
    this.#context = {
      ...context,
      size: context.setting.theme.sizes.table,
      align: "start",
      tight: true,
      width: context.width / Math.max(1, this.columns),
    };
  }

  /** Complete, with the places that cells of several columns and rows cover. */
  get rows(): CellBox[][] {
    return this.#grid.rows;
  }

  /** Sets rows as elements of `parent`; the first is that of this number in the table. */
  set(rows: readonly Row[], parent: StructureElement, first: number): void {
    for (const [index, row] of rows.entries()) {
      const element = parent.append("TR");
      for (const cell of row.cells) this.#setCell(cell, element, first + index);
    }
  }

  #setCell(cell: Cell, tr: StructureElement, row: number): void {
    const column = this.#grid.nextFree(row);
    if (column === undefined) return; // rows are complete, so nothing is left over
    const { rowSpan, colSpan, header } = cell;
    const element = tr.append(header ? "TH" : "TD", {
      ...(header && { scope: header === "column" ? "Column" : "Row" }),
      ...(colSpan > 1 && { colSpan }),
      ...(rowSpan > 1 && { rowSpan }),
    });
    this.placed.push({ element, row, column, rowSpan, colSpan, header });
    const context = this.#context;
    const tint = header === "column" ? context.setting.theme.colors.tint : undefined;
    const stack = context.setting.setBlocks(cell.children, {
      ...context,
      parent: element,
      ...(tint !== undefined && { ground: tint }),
      bold: header !== undefined,
      // What heads several columns stands in the middle of them, as in the HTML edition.
      align: tint !== undefined && colSpan > 1 ? "center" : ALIGN[this.#table.columns[column]?.align ?? "start"],
      tight: cell.children.length <= 1,
    });
    if (stack.length === 0) stack.push(makeLeaf([], context));
    const box: StackBox & { colSpan?: number; rowSpan?: number; fillColor?: string } = { stack };
    if (tint !== undefined) box.fillColor = tint;
    this.#grid.place(row, column, box, colSpan, rowSpan);
  }
}

/** How a column's paragraphs are set; what stands behind the decimal comma is padded later. */
const ALIGN = { start: "start", center: "center", end: "end", decimal: "end" } as const;

function columnCount(table: Table): number {
  const first = table.head[0] ?? table.body[0];
  const cells = first?.cells.reduce((sum, cell) => sum + cell.colSpan, 0) ?? 0;
  return Math.max(table.columns.length, cells);
}

function tableLook(table: Table, context: TextContext): object {
  const { colors } = context.setting.theme;
  const head = table.head.length;
  return {
    hLineWidth: (line: number) => (line === 0 ? 0 : line === head ? 0.9 : 0.5),
    vLineWidth: () => 0,
    hLineColor: (line: number) => (line === head && head > 0 ? colors.accent : colors.line),
    paddingLeft: () => 5,
    paddingRight: () => 5,
    paddingTop: () => 3.5,
    paddingBottom: () => 4,
  };
}

/** The places of a table, so that spans leave none free. */
class Grid {
  readonly rows: CellBox[][];
  readonly #free: boolean[][];

  constructor(columns: number, rows: number) {
    const empty = (): CellBox => ({ stack: [] });
    this.rows = Array.from({ length: rows }, () => Array.from({ length: columns }, empty));
    this.#free = Array.from({ length: rows }, () => Array.from({ length: columns }, () => true));
  }

  nextFree(row: number): number | undefined {
    const column = this.#free[row]?.indexOf(true) ?? -1;
    return column === -1 ? undefined : column;
  }

  place(row: number, column: number, box: CellBox & { stack: Box[] }, colSpan: number, rowSpan: number): void {
    const columns = this.rows[row]?.length ?? 0;
    const right = Math.min(column + colSpan, columns);
    const bottom = Math.min(row + rowSpan, this.rows.length);
    for (let r = row; r < bottom; r++) {
      for (let c = column; c < right; c++) {
        const free = this.#free[r];
        const cells = this.rows[r];
        if (!free || !cells) continue;
        free[c] = false;
        cells[c] = { _span: true };
      }
    }
    if (right - column > 1) box.colSpan = right - column;
    if (bottom - row > 1) box.rowSpan = bottom - row;
    const cells = this.rows[row];
    if (cells) cells[column] = box;
  }
}
