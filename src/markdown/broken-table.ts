/** Rows between bars that make no table, because the line of dashes below the header is missing or wrong. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Block, Paragraph } from "./block.ts";
import { place, type Reading } from "./reading.ts";
import type { Piece } from "./stretch.ts";
import { readCells, readColumns } from "./table-row.ts";

/** Reports a table that would print as text, once for all its rows; `before` and `after` are the paragraph's neighbours. */
export function refuseBrokenTable(
  paragraph: Paragraph,
  before: Block | undefined,
  after: Block | undefined,
  reading: Reading,
): void {
  const { lines } = paragraph;
  if (!lines.some(({ text }) => text.includes("|"))) return;
  const at = lines.findIndex(({ text }) => (readColumns(text)?.length ?? 0) > 1);
  const [dashes, header] = [lines[at], lines[at - 1]];
  if (dashes && header?.text.includes("|")) {
    const values = { header: readCells(header).length, dashes: readColumns(dashes.text)?.length ?? 0 };
    reading.diagnostics.push(
      diagnose("table-columns", values, place(reading, dashes.offset, dashes.text.trimEnd().length)),
    );
    return;
  }
  const row = lines.find(isRow);
  // A row that a blank line cut off belongs to the mistake before.
  if (!row || hasRow(before)) return;
  if (lines.filter(isRow).length < 2 && before?.type !== "table" && !hasRow(after)) return;
  reading.diagnostics.push(diagnose("table-without-dashes", {}, place(reading, row.offset, row.text.trimEnd().length)));
}

function hasRow(block: Block | undefined): boolean {
  return block?.type === "paragraph" && block.lines.some(isRow);
}

/** `| a | b |`; the last bar may be missing. */
function isRow({ text }: Piece): boolean {
  return /^\|.*[^\s|].*(?<!\\)\|/.test(text);
}
