/** How a table of many columns is printed from a browser, where it cannot be scrolled. */

import type { Cell, Table } from "../model/document.ts";
import { plainText } from "../model/outline.ts";
import { A4_IN_MILLIMETRES, points } from "../model/paper-size.ts";
import type { Theme } from "../model/theme.ts";

/** A table of so many columns may break words where it is printed, rather than run off the paper. */
const MANY_COLUMNS = 8;

/** The size of such a table, as a share of other tables; its style says the same. */
const SMALLER = 0.75;

/** A digit is so wide, and so is the room beside the text of a cell, as a share of the size. */
const DIGIT = 0.58;
const PADDING = 0.6;

/** Longer words may be broken where there is room for so many characters; the style gives them that. */
const LONG = 16;

/** `broken`: there is no room for whole words; `turned`: there is on a page that is turned. */
export type PrintedTable = "plain" | "broken" | "whole" | "turned";

/** A cell, and the first of its columns. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly column: number;
}

/** How a table is printed: with whole words if that can be. A number above all is not broken, since each piece would read as one. */
export function printedTable(
  { columns }: Table,
  rows: readonly (readonly PlacedCell[])[],
  { page, sizes }: Theme,
): PrintedTable {
  if (columns.length < MANY_COLUMNS) return "plain";
  const lengths = columns.map(() => 0);
  for (const { cell, column } of rows.flat())
    if (cell.colSpan === 1) lengths[column] = Math.max(lengths[column] ?? 0, Math.min(longestWord(cell), LONG));
  const size = sizes.table * SMALLER;
  const needed = lengths.reduce((sum, length) => sum + (length * DIGIT + PADDING) * size, 0);
  const fits = (width: number): boolean => needed <= points(width - page.margins.left - page.margins.right);
  return fits(A4_IN_MILLIMETRES.width) ? "whole" : fits(A4_IN_MILLIMETRES.height) ? "turned" : "broken";
}

/** True for a cell without long words. */
export function isShort(cell: Cell): boolean {
  return longestWord(cell) <= LONG;
}

function longestWord({ children }: Cell): number {
  const only = children[0];
  if (!only) return 0;
  if (children.length > 1 || only.type !== "paragraph") return Number.POSITIVE_INFINITY;
  return Math.max(
    ...plainText(only.children)
      .split(" ")
      .map((word) => word.length),
  );
}
