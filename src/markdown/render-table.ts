/** Tables (GFM). */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Alignment } from "../model/document.ts";
import type { Table } from "./block.ts";
import { doubtRows } from "./doubts.ts";
import { at, place, type Reading } from "./reading.ts";
import { renderInline } from "./render-inline.ts";
import { offsetIn, type Piece, type Stretch } from "./stretch.ts";
import { readCells } from "./table-row.ts";

const NUMBER =
  /^(?:[*_]{0,2})(?:€|EUR)?\s*[-+−–±]?\s*(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+|,[-–]{1,2})?\s*(?:€|EUR|%|T€|TEUR|Mio\. €|[a-zA-Zäöüß²³/]{1,4}\.?)?(?:[*_]{0,2})$/;
const NOTHING = /^(?:|[-–—./]+)$/;
/** A column with longer text than this shares the width that is left. */
const SHORT = 20;

/** Renders a table. */
export function renderTable(table: Table, reading: Reading): string {
  const header = readCells(table.header);
  const rows = table.rows.map((row) => ({ row, cells: readCells(row) }));
  refuseSurplus(table, rows, reading);
  doubtRows(table, reading);
  const columns = table.columns.map((align, index) => {
    const texts = rows.map(({ cells }) => cells[index]?.text ?? "");
    const longest = Math.max(header[index]?.text.length ?? 0, ...texts.map((text) => text.length));
    return `<col data-align="${alignment(align, texts)}" data-width="${longest > SHORT ? "fill" : "auto"}">`;
  });
  const line = (row: Piece, cells: readonly Stretch[], tag: string) =>
    `<tr${at(reading, row.offset)}>${table.columns.map((_, index) => cell(cells[index], row, tag, reading)).join("")}</tr>`;
  const body = rows.map(({ row, cells }) => line(row, cells, "td")).join("");
  return (
    `<table${at(reading, table.offset)}><colgroup>${columns.join("")}</colgroup>` +
    `<thead>${line(table.header, header, "th")}</thead><tbody>${body}</tbody></table>`
  );
}

/** Cells that no column holds. Where every row has as many, the header lacks columns, which is one mistake. */
function refuseSurplus(
  { columns, rows: { length } }: Table,
  rows: readonly { readonly row: Piece; readonly cells: readonly Stretch[] }[],
  reading: Reading,
): void {
  const wrong = rows.filter(({ cells }) => cells.length > columns.length);
  const alike = wrong.length === length && wrong.every(({ cells }) => cells.length === wrong[0]?.cells.length);
  for (const { row, cells } of alike ? wrong.slice(0, 1) : wrong) {
    const surplus = cells[columns.length];
    if (!surplus) continue;
    const values = { cells: cells.length, columns: columns.length };
    const start = offsetIn(surplus, 0);
    const where = place(reading, start, row.offset + row.text.length - start);
    reading.diagnostics.push(diagnose("table-surplus-cells", values, where));
  }
}

/** Figures are set on their decimal comma. */
function alignment(align: Alignment, texts: readonly string[]): Alignment {
  if (align !== "end") return align;
  const filled = texts.map((text) => text.replaceAll("&nbsp;", " ").trim()).filter((text) => !NOTHING.test(text));
  return filled.length > 0 && filled.every((text) => NUMBER.test(text)) ? "decimal" : align;
}

function cell(text: Stretch | undefined, row: Piece, tag: string, reading: Reading): string {
  const start = text ? offsetIn(text, 0) : row.offset + row.text.length;
  const runs = text ? renderInline(text, reading) : [];
  const simple = runs.every((run) => run.type === "text");
  const content = simple
    ? runs.map((run) => run.html).join("")
    : runs.map((run) => (run.type === "text" ? `<p${at(reading, run.offset)}>${run.html}</p>` : run.html)).join("");
  const scope = tag === "th" ? ' scope="col"' : "";
  return `<${tag}${at(reading, start)}${scope}>${content}</${tag}>`;
}
