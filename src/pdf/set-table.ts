/** Tables → pdfmake tables in a calm look, with their structure. */

import type { Cell, Row, Table } from "../model/document.ts";
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
  const { theme } = context.setting;
  const element = context.parent.append("Table");
  const space = context.size * 0.8;
  const boxes: Box[] = [];
  if (table.caption) {
    const owner = element.append("Caption");
    const small = { ...captionContext(context, owner), bold: true, color: theme.colors.text };
    boxes.push({ ...makeLeaf(setInlines(table.caption, small, owner), small), keepWithNext: true, spaceAfter: 4 });
  }
  const columns = columnCount(table);
  const grid = new Grid(columns, table.head.length + table.body.length);
  const cellContext = {
    ...context,
    size: theme.sizes.table,
    align: "start" as const,
    tight: true,
    width: context.width / Math.max(1, columns),
  };
  const placed: PlacedCell[] = [];
  const setRows = (rows: readonly Row[], parent: StructureElement, first: number): void => {
    for (const [index, row] of rows.entries()) {
      const tr = parent.append("TR");
      for (const cell of row.cells) setCell(cell, tr, first + index);
    }
  };
  const setCell = (cell: Cell, tr: StructureElement, row: number): void => {
    const column = grid.nextFree(row);
    if (column === undefined) return; // rows are complete, so nothing is left over
    const align = table.columns[column]?.align ?? "start";
    const header = cell.header !== undefined;
    const tint = cell.header === "column" ? theme.colors.tint : undefined;
    const parent = tr.append(header ? "TH" : "TD", {
      ...(cell.header && { scope: cell.header === "column" ? "Column" : "Row" }),
      ...(cell.colSpan > 1 && { colSpan: cell.colSpan }),
      ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
    });
    const { rowSpan, colSpan } = cell;
    placed.push({ element: parent, row, column, rowSpan, colSpan, header: cell.header });
    const boxAlign = align === "decimal" || align === "end" ? "end" : align === "center" ? "center" : "start";
    const stack = context.setting.setBlocks(cell.children, {
      ...cellContext,
      parent,
      ...(tint !== undefined && { ground: tint }),
      bold: header,
      align: boxAlign,
      tight: cell.children.length <= 1,
    });
    if (stack.length === 0) stack.push(makeLeaf([], cellContext));
    const box: StackBox & { colSpan?: number; rowSpan?: number; fillColor?: string } = { stack };
    if (tint !== undefined) box.fillColor = tint;
    grid.place(row, column, box, colSpan, rowSpan);
  };
  // A table's head needs a body (ISO 14289-1, 7.5); one that has no more rows is its own.
  if (table.head.length > 0) setRows(table.head, element.append(table.body.length > 0 ? "THead" : "TBody"), 0);
  if (table.body.length > 0) setRows(table.body, element.append("TBody"), table.head.length);
  if (isIrregular(placed, table.head.length)) linkHeaders(placed, `table-${++context.setting.counters.tables}`);
  if (grid.rows.length === 0 || columns === 0) return { stack: boxes };
  alignDecimals(table, grid.rows);
  const box: TableBox = {
    table: {
      body: grid.rows,
      widths: Array.from({ length: columns }, () => ({ width: "auto" })),
      headerRows: table.head.length,
    },
    fills: Array.from({ length: columns }, (_, index) => table.columns[index]?.width === "fill"),
    stretch: true,
    reportAt: table,
    ...(grid.rows.length <= MAX_WHOLE_ROWS && { keepUpTo: context.setting.measure.height * 0.25 }),
    layout: tableLook(table, context),
    spaceBefore: boxes.length > 0 ? 0 : space,
    spaceAfter: space,
  };
  if (boxes.length === 0) return box;
  return { stack: [...boxes, box], spaceBefore: space, spaceAfter: space };
}

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
