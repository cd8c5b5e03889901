/** Tables → HTML that scrolls by itself on narrow screens. */

import { type Alignment, assertNever, type Cell, type Row, type Table } from "../model/document.ts";
import { plainText } from "../model/outline.ts";
import { element, type Markup } from "./element.ts";
import { isShort, type PlacedCell, printedTable } from "./printed-table.ts";
import { renderInlines } from "./render-inlines.ts";
import { placeAttribute, type Setting } from "./setting.ts";

/** Renders a table with its caption. */
export function renderTable(table: Table, setting: Setting): Markup {
  const captionId = table.caption && `_caption-${++setting.captions}`;
  const name = captionId ? { "aria-labelledby": captionId } : { "aria-label": setting.words.table };
  const rows = placeCells([...table.head, ...table.body]);
  const body = rows.slice(table.head.length);
  const fractions = table.columns.map(({ align }, column) => (align === "decimal" ? longestFraction(body, column) : 0));
  const printed = printedTable(table, rows, setting.theme);
  const isWhole = printed === "whole" || printed === "turned";
  const renderRow = (row: readonly PlacedCell[]): Markup => {
    const cells = row.map(({ cell, column }) =>
      renderCell(cell, table.columns[column]?.align ?? "start", fractions[column] ?? 0, isWhole, setting),
    );
    return element("tr", {}, cells);
  };
  const parts: Markup[] = [];
  if (table.caption) parts.push(element("caption", { id: captionId }, renderInlines(table.caption, setting)));
  if (table.head.length > 0) parts.push(element("thead", {}, rows.slice(0, table.head.length).map(renderRow)));
  parts.push(element("tbody", {}, body.map(renderRow)));
  const classes = [
    table.columns.some((column) => column.width === "fill") && "wide",
    printed !== "plain" && "many",
    isWhole && "whole",
  ];
  // The frame takes the focus because a keyboard could not scroll it otherwise.
  return element(
    "div",
    { class: printed === "turned" ? "table turned" : "table", role: "group", tabindex: 0, ...name },
    [element("table", { class: classes.filter(Boolean).join(" ") || undefined }, parts)],
  );
}

/** Finds each cell's column: cells of earlier rows may reach down into a row. */
function placeCells(rows: readonly Row[]): readonly (readonly PlacedCell[])[] {
  const takenUntil: number[] = [];
  return rows.map((row, index) => {
    let column = 0;
    return row.cells.map((cell) => {
      while ((takenUntil[column] ?? 0) > index) column++;
      const placed = { cell, column };
      for (let covered = 0; covered < cell.colSpan; covered++) takenUntil[column + covered] = index + cell.rowSpan;
      column += cell.colSpan;
      return placed;
    });
  });
}

function renderCell(cell: Cell, align: Alignment, fraction: number, isWhole: boolean, setting: Setting): Markup {
  const only = cell.children[0];
  const content =
    cell.children.length === 1 && only?.type === "paragraph" && only.role === "text"
      ? renderInlines(only.children, setting)
      : setting.renderBlocks(cell.children, setting);
  const missing = align === "decimal" && cell.header === undefined ? fraction - fractionLength(cell) : 0;
  const classes = [
    alignmentClass(cell.header === "column" && cell.colSpan > 1 ? "center" : align),
    isWhole && isShort(cell) && "short",
  ];
  const attributes = {
    class: classes.filter(Boolean).join(" ") || undefined,
    style: missing > 0 ? `padding-inline-end:calc(.6em + ${missing - (missing === fraction ? 0.5 : 0)}ch)` : undefined,
    colspan: cell.colSpan > 1 ? cell.colSpan : undefined,
    rowspan: cell.rowSpan > 1 ? cell.rowSpan : undefined,
    ...placeAttribute(cell, setting),
  };
  // An empty header cell heads nothing, and screen readers would announce it with each cell.
  if (cell.header === undefined || content.length === 0) return element("td", attributes, content);
  return element("th", { scope: cell.header === "row" ? "row" : "col", ...attributes }, content);
}

function alignmentClass(align: Alignment): string | undefined {
  switch (align) {
    case "start":
      return undefined;
    case "center":
      return "center";
    case "end":
    case "decimal":
      return "end";
    default:
      return assertNever(align);
  }
}

function longestFraction(rows: readonly (readonly PlacedCell[])[], column: number): number {
  let longest = 0;
  for (const row of rows) {
    for (const placed of row) if (placed.column === column) longest = Math.max(longest, fractionLength(placed.cell));
  }
  return longest;
}

/** How many characters of a number stand from its decimal comma on. */
function fractionLength(cell: Cell): number {
  const only = cell.children[0];
  if (cell.header !== undefined || cell.children.length !== 1 || only?.type !== "paragraph") return 0;
  return /\d([,.]\d{1,2})(?!\d|[,.]\d)/.exec(plainText(only.children))?.[1]?.length ?? 0;
}
