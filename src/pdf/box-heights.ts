/** How tall boxes will be, asked before they are placed. */

import type { Box, CellBox, TableBox } from "./boxes.ts";
import { breakIntoLines } from "./break-lines.ts";
import { fitTable } from "./table-columns.ts";

/** Fewest lines of a paragraph on a page, at its beginning (orphans) and end (widows). */
export const MIN_LINES = 2;

/** Space between two neighbours: the larger of what they ask for. */
export function gapBetween(above: Box | undefined, below: Box): number {
  return above ? Math.max(above.spaceAfter ?? 0, below.spaceBefore ?? 0) : 0;
}

function innerWidth(box: Box, width: number): number {
  return box.margin ? width - box.margin[0] - box.margin[2] : width;
}

function verticalMargin(box: Box): number {
  return box.margin ? box.margin[1] + box.margin[3] : 0;
}

/** Height of a box at a width, without the space around it. */
export function heightOf(box: Box, width: number): number {
  const inner = innerWidth(box, width);
  const margin = verticalMargin(box);
  if ("runs" in box) return margin + breakIntoLines(box, inner).length * box.leading;
  if ("stack" in box) return margin + stackHeight(box.stack, inner);
  if ("table" in box) {
    fitTable(box, inner);
    return margin + rowHeights(box, 0, box.table.body.length);
  }
  // Pictures shrink to the width.
  return margin + ("width" in box ? box.height * Math.min(1, inner / box.width) : box.height);
}

function stackHeight(boxes: readonly Box[], width: number): number {
  let height = 0;
  let above: Box | undefined;
  for (const box of boxes) {
    height += gapBetween(above, box) + heightOf(box, width);
    above = box;
  }
  return height;
}

/** Height of rows of a table whose columns have their widths. */
export function rowHeights(box: TableBox, from: number, to: number): number {
  const look = box._layout;
  if (!look) return 0;
  const heights: number[] = [];
  const spanning: { row: number; end: number; height: number }[] = [];
  for (let row = from; row < to; row++) {
    const cells = box.table.body[row] ?? [];
    let tallest = 0;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (!cell?.stack) continue;
      const height = stackHeight(cell.stack, cellWidth(box, column, cell));
      if (cell.rowSpan === undefined) tallest = Math.max(tallest, height);
      else
        spanning.push({
          row,
          end: row + cell.rowSpan,
          height: height + look.paddingTop(row) + look.paddingBottom(row),
        });
    }
    heights.push(tallest + look.paddingTop(row) + look.paddingBottom(row) + look.hLineWidth(row + 1));
  }
  // A cell over several rows counts where it ends: the last of its rows gets what the others lack.
  for (const { row, end, height } of spanning) {
    if (end > to) continue;
    const given = heights.slice(row - from, end - from).reduce((sum, own) => sum + own, 0);
    const last = end - from - 1;
    heights[last] = (heights[last] ?? 0) + Math.max(0, height - given);
  }
  return heights.reduce((sum, height) => sum + height, 0);
}

/** Height of the least that can stand on a page of a row that begins there, in all of its cells. */
export function rowStartHeight(box: TableBox, row: number): number {
  const cells = box.table.body[row] ?? [];
  const starts = cells.map((cell, column) =>
    cell.stack ? sequenceStartHeight(cell.stack, 0, cellWidth(box, column, cell)) : 0,
  );
  return Math.max(0, ...starts) + (box._layout?.paddingTop(row) ?? 0);
}

function cellWidth(box: TableBox, column: number, cell: CellBox): number {
  let width = 0;
  for (let c = column; c < column + (cell.colSpan ?? 1); c++) {
    const own = box.table.widths[c]?.width;
    width += typeof own === "number" ? own : 0;
    if (c > column) width += box._offsets?.offsets[c] ?? 0;
  }
  return width;
}

/** Rows that cells over several rows tie together, as ranges from each first row to behind the last. */
export function rowGroupEnd(box: TableBox, row: number): number {
  let end = row + 1;
  for (let r = row; r < end && r < box.table.body.length; r++) {
    for (const cell of box.table.body[r] ?? []) {
      if (!cell._span && cell.rowSpan) end = Math.max(end, r + cell.rowSpan);
    }
  }
  return Math.min(end, box.table.body.length);
}

/** Height of a box that is not to be torn; undefined if it may be. */
function wholeHeight(box: Box, width: number): number | undefined {
  if (box.keepUpTo === undefined) return undefined;
  const height = heightOf(box, width);
  return height <= box.keepUpTo ? height : undefined;
}

/** Height of the least that can stand on a page of a box that begins there. */
export function startHeight(box: Box, width: number): number {
  const inner = innerWidth(box, width);
  const top = box.margin?.[1] ?? 0;
  if ("runs" in box) {
    const lines = breakIntoLines(box, inner);
    const least = lines.length <= MIN_LINES + 1 ? lines : lines.slice(0, MIN_LINES);
    const notes = least.flatMap((line) => line.notes);
    return top + least.length * box.leading + notes.reduce((sum, note) => sum + note.height, 0);
  }
  const whole = wholeHeight(box, width);
  if (whole !== undefined) return whole;
  if ("stack" in box) {
    return top + sequenceStartHeight(box.stack, 0, inner);
  }
  if ("table" in box) {
    fitTable(box, inner);
    const head = box.table.headerRows;
    return top + rowHeights(box, 0, rowGroupEnd(box, Math.min(head, box.table.body.length - 1)));
  }
  return heightOf(box, width);
}

/** The same for the boxes of a stack from an index on: what has to stay with the next takes it along. */
export function sequenceStartHeight(boxes: readonly Box[], from: number, width: number): number {
  let height = 0;
  for (let index = from; index < boxes.length; index++) {
    const box = boxes[index];
    if (!box) break;
    if (index > from) height += gapBetween(boxes[index - 1], box);
    if (!bindsNext(box, width) || index === boxes.length - 1) return height + startHeight(box, width);
    height += heightOf(box, width);
  }
  return height;
}

/** True for what never stands at the foot of a page without the beginning of the next. */
export function bindsNext(box: Box, width: number): boolean {
  return box.keepWithNext === true || isShortAnnouncement(box, width);
}

/** True for a paragraph that ends in a colon: it announces what follows. */
export function announces(box: Box): boolean {
  return "runs" in box && box.runs.at(-1)?.text.trimEnd().endsWith(":") === true;
}

/** An announcement that cannot leave its first lines behind: it stays with what follows as a whole. */
function isShortAnnouncement(box: Box, width: number): boolean {
  return "runs" in box && announces(box) && breakIntoLines(box, innerWidth(box, width)).length <= MIN_LINES + 1;
}
