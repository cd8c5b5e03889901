/** Sets the numbers of a column so that their decimal commas stand one below the other. */

import type { Table } from "../model/document.ts";
import type { CellBox, LeafBox, Run } from "./boxes.ts";
import { measureLeaf } from "./break-lines.ts";

/** A number as German or English papers write it, with sign, unit or currency, and nothing else. */
const NUMBER = /^([^\d\p{L}]{0,3}\d[\d.,'\s\u00a0\u202f]*?)\s*(?:[%‰€$*]|\p{L}[\p{L}²³./]{0,6})?$/u;

/** Pads the cells of decimal columns on the right by what they lack after the comma. */
export function alignDecimals(table: Table, rows: readonly CellBox[][]): void {
  for (const [column, { align }] of table.columns.entries()) {
    if (align !== "decimal") continue;
    const cells: { leaf: LeafBox; after: number }[] = [];
    for (const row of rows.slice(table.head.length)) {
      const cell = row[column];
      const stack = cell?.stack;
      if (stack?.length !== 1 || cell?.colSpan !== undefined) continue;
      const [first] = stack;
      if (!first || !("runs" in first)) continue;
      const after = widthAfterComma(first);
      if (after !== undefined) cells.push({ leaf: first, after });
    }
    const most = Math.max(0, ...cells.map((cell) => cell.after));
    for (const { leaf, after } of cells) leaf.margin = [0, 0, most - after, 0];
  }
}

/** Width of what stands behind the integer part; undefined if the text is no number. */
function widthAfterComma(leaf: LeafBox): number | undefined {
  const text = leaf.runs.map((run) => run.text).join("");
  const number = NUMBER.exec(text.trim())?.[1];
  if (number === undefined) return undefined;
  const comma = /[,.](?=\d{1,2}$)/.exec(number)?.index ?? number.length;
  const integerEnd = text.indexOf(number) + comma;
  let offset = 0;
  const rest = leaf.runs.flatMap((run) => {
    const start = Math.max(0, integerEnd - offset);
    offset += run.text.length;
    const kept = run.text.slice(start);
    return kept === "" ? [] : [{ ...run, text: kept }];
  });
  return rest.length === 0 ? 0 : measureLeaf(withRuns(leaf, rest)).max;
}

function withRuns(leaf: LeafBox, runs: readonly Run[]): LeafBox {
  return { ...leaf, runs, pieces: undefined, broken: undefined };
}
