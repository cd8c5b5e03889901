/** A table element → a table whose rows are complete. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Alignment, Block, Cell, Column, Inline, Row, Table } from "../model/document.ts";
import { elementsIn, type MarkupElement, placed } from "./element.ts";

/** How the parts of a table are built. */
export interface TableContext {
  flow(element: MarkupElement): readonly Block[];
  line(caption: MarkupElement): readonly Inline[];
  report(diagnostic: Diagnostic): void;
}

/** Builds a table; a row that is too short or too long is reported. */
export function buildTable(element: MarkupElement, context: TableContext): Table {
  const parts = elementsIn(element.children);
  // Before the rows, since footnotes are numbered by their references.
  const captionElement = parts.find((part) => part.name === "caption");
  const caption = captionElement && context.line(captionElement);
  const head = rowsOf(parts, "thead", context);
  const body = rowsOf(parts, "tbody", context);
  const columns = columnsOf(parts, [...head, ...body]);
  checkRows(head, columns.length, context);
  checkRows(body, columns.length, context);
  return {
    type: "table",
    columns,
    head,
    body,
    ...(caption && { caption }),
    ...(element.at && { at: element.at }),
  };
}

function rowsOf(parts: readonly MarkupElement[], name: "thead" | "tbody", context: TableContext): readonly Row[] {
  return parts
    .filter((part) => part.name === name)
    .flatMap((part) => elementsIn(part.children))
    .map((row) => {
      const cells = elementsIn(row.children).map((cell) => cellOf(cell, name === "thead", context));
      return placed<Row>({ cells }, row.at);
    });
}

function cellOf(element: MarkupElement, isInHead: boolean, context: TableContext): Cell {
  const { scope } = element.attributes;
  const header =
    element.name === "th" ? (scope === "row" || (scope === undefined && !isInHead) ? "row" : "column") : undefined;
  const colSpan = span(element, "colspan", context);
  const rowSpan = span(element, "rowspan", context);
  const children = context.flow(element);
  return placed<Cell>(header ? { header, colSpan, rowSpan, children } : { colSpan, rowSpan, children }, element.at);
}

function span(element: MarkupElement, attribute: "colspan" | "rowspan", context: TableContext): number {
  const value = element.attributes[attribute];
  if (value === undefined) return 1;
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value);
  context.report(
    diagnose("wrong-attribute-value", { element: element.name, attribute, value, expected: "1, 2, 3 …" }, element.at),
  );
  return 1;
}

function columnsOf(parts: readonly MarkupElement[], rows: readonly Row[]): readonly Column[] {
  const cols = parts.filter((part) => part.name === "colgroup").flatMap((part) => elementsIn(part.children));
  const widest = Math.max(1, ...rows.map((row) => row.cells.reduce((sum, cell) => sum + cell.colSpan, 0)));
  return Array.from({ length: Math.max(cols.length, widest) }, (_, index) => {
    const { "data-align": align = "start", "data-width": width = "auto" } = cols[index]?.attributes ?? {};
    // The vocabulary allows no other values.
    return { align: align as Alignment, width: width as Column["width"] };
  });
}

/** Counts the columns that each row takes, with the cells that reach into it from above. */
function checkRows(rows: readonly Row[], columns: number, context: TableContext): void {
  let reaching: number[] = [];
  for (const row of rows) {
    const fromAbove = reaching.filter((rest) => rest > 0).length;
    const own = row.cells.reduce((sum, cell) => sum + cell.colSpan, 0);
    if (own + fromAbove !== columns)
      context.report(diagnose("table-uneven", { cells: own + fromAbove, columns }, row.at));
    reaching = [
      ...reaching.map((rest) => rest - 1),
      ...row.cells.flatMap((cell) => Array.from({ length: cell.colSpan }, () => cell.rowSpan - 1)),
    ].filter((rest) => rest > 0);
  }
}
