/** Widths of a table's columns: what words need at least, what lines would like, and what the page has. */

import type { Box, LeafBox, TableBox } from "./boxes.ts";

/** Type in a table that is too wide shrinks to this share at most, so that it stays legible. */
const SMALLEST_SCALE = 0.78;

/** What became of the widths. */
type Fit = "fits" | "too-wide";

/** Gives each column a width, with smaller type if the words need it. Does nothing if that was done for this width. */
export function fitTable(box: TableBox, width: number): Fit {
  if (box.fitted && Math.abs(box.fitted.width - width) < 0.01) return box.fitted.fit;
  const scale = box.columnsReady || box.fitted ? 1 : scaleToFit(box, width);
  if (scale < 1) scaleTable(box, scale);
  const fit = fitColumns(box, width);
  box.fitted = { width, fit };
  return fit;
}

/** pdfmake's own algorithm runs over the page's edge when words are long. */
function fitColumns(box: TableBox, width: number): Fit {
  const available = width - (box._offsets?.total ?? 0);
  const columns = box.table.widths;
  if (box.columnsReady) {
    const isFill = (index: number): boolean => box.fills[index] === true;
    const fixed = sum(columns.map((column, index) => (isFill(index) ? 0 : Number(column.width))));
    // The column that fills keeps at least a third, even if the others would leave it less.
    const squeeze = Math.min(1, (available * 2) / 3 / fixed);
    for (const [index, column] of columns.entries()) {
      column.width = isFill(index) ? available - fixed * squeeze : Number(column.width) * squeeze;
    }
    return "fits";
  }
  const min = columns.map((column) => column._minWidth ?? 0);
  const max = columns.map((column) => column._maxWidth ?? 0);
  const wanted = sum(max);
  let widths: number[];
  let fit: Fit = "fits";
  if (wanted <= available) {
    widths = box.stretch ? spread(max, available - wanted, box.fills) : max;
  } else if (sum(min) <= available) {
    widths = share(min, max, available);
  } else {
    widths = share(
      min.map(() => 0),
      min,
      available,
    );
    fit = "too-wide";
  }
  for (const [index, column] of columns.entries()) column.width = widths[index] ?? 0;
  return fit;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Adds what is left to the columns that fill, or to all in proportion. */
function spread(widths: readonly number[], left: number, fills: readonly boolean[]): number[] {
  const filling = fills.filter(Boolean).length;
  if (filling > 0) return widths.map((width, index) => width + (fills[index] ? left / filling : 0));
  const total = sum(widths) || 1;
  return widths.map((width) => width + (left * width) / total);
}

/**
 * Narrow columns get what they want, wide ones share the rest: a column of numbers should not wrap because its
 * neighbour holds a paragraph.
 */
function share(min: readonly number[], max: readonly number[], available: number): number[] {
  const widths = min.map(() => 0);
  let open = widths.map((_, index) => index);
  let left = available;
  for (;;) {
    const fair = left / open.length;
    const content = open.filter((index) => (max[index] ?? 0) <= fair);
    if (content.length === 0 || content.length === open.length) break;
    for (const index of content) {
      widths[index] = max[index] ?? 0;
      left -= max[index] ?? 0;
    }
    open = open.filter((index) => !content.includes(index));
  }
  // The wide ones, by the root of what they want: proportional shares would starve the narrower of them.
  for (;;) {
    const weight = sum(open.map((index) => Math.sqrt(max[index] ?? 0))) || 1;
    const starved = open.filter((index) => (left * Math.sqrt(max[index] ?? 0)) / weight < (min[index] ?? 0));
    if (starved.length === 0 || starved.length === open.length) {
      const floor = sum(open.map((index) => min[index] ?? 0));
      for (const index of open) {
        widths[index] =
          starved.length === 0
            ? (left * Math.sqrt(max[index] ?? 0)) / weight
            : (min[index] ?? 0) + (left - floor) / open.length;
      }
      if (sum(widths) <= available + 0.01) return widths;
      return shrink(widths, min, available);
    }
    for (const index of starved) {
      widths[index] = min[index] ?? 0;
      left -= min[index] ?? 0;
    }
    open = open.filter((index) => !starved.includes(index));
    if (open.length === 0) return shrink(widths, min, available);
  }
}

/** Takes from the columns that have more than they need what the page lacks. */
function shrink(widths: readonly number[], min: readonly number[], available: number): number[] {
  const excess = sum(widths) - available;
  if (excess <= 0) return [...widths];
  const slack = widths.map((width, index) => width - (min[index] ?? 0));
  const total = sum(slack);
  if (total <= 0) return widths.map((width) => (width * available) / sum(widths));
  return widths.map((width, index) => width - (excess * (slack[index] ?? 0)) / total);
}

/** How much smaller the type has to be for the words to fit. */
function scaleToFit(box: TableBox, width: number): number {
  const available = width - (box._offsets?.total ?? 0);
  const needed = sum(box.table.widths.map((column) => column._minWidth ?? 0));
  return needed <= available ? 1 : Math.max(SMALLEST_SCALE, available / needed - 0.002);
}

/** Makes all text of a table smaller. Lines already broken are forgotten. */
function scaleTable(box: TableBox, scale: number): void {
  for (const column of box.table.widths) {
    if (column._minWidth !== undefined) column._minWidth *= scale;
    if (column._maxWidth !== undefined) column._maxWidth *= scale;
    if (typeof column.width === "number") column.width *= scale;
  }
  for (const row of box.table.body)
    for (const cell of row) for (const inner of cell.stack ?? []) scaleBox(inner, scale);
}

function scaleBox(box: Box, scale: number): void {
  if (box.margin) box.margin = box.margin.map((side) => side * scale) as typeof box.margin; // four stay four
  if ("runs" in box) scaleLeaf(box, scale);
  else if ("stack" in box) {
    if (box.marker) {
      scaleLeaf(box.marker.leaf, scale);
      box.marker = { ...box.marker, indent: box.marker.indent * scale };
    }
    for (const inner of box.stack) scaleBox(inner, scale);
  } else if ("table" in box) scaleTable(box, scale);
}

function scaleLeaf(leaf: LeafBox, scale: number): void {
  const styles = new Map<object, (typeof leaf.runs)[number]["style"]>();
  leaf.runs = leaf.runs.map((run) => {
    let style = styles.get(run.style);
    if (!style) {
      style = { ...run.style, size: run.style.size * scale, rise: run.style.rise * scale };
      styles.set(run.style, style);
    }
    return { ...run, style };
  });
  leaf.size *= scale;
  leaf.leading *= scale;
  leaf.pieces = undefined;
  leaf.broken = undefined;
}
