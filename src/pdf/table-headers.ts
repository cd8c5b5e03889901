/** Says of each cell of an irregular table which cells head it, since scopes alone do not tell. */

import { addTo } from "../model/groups.ts";
import type { StructureElement } from "./structure.ts";

/** A cell at its place. */
export interface PlacedCell {
  readonly element: StructureElement;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly header: "column" | "row" | undefined;
}

/** True if a reader cannot find headers by going up and to the left. */
export function isIrregular(cells: readonly PlacedCell[], headRows: number): boolean {
  return headRows > 1 || cells.some((cell) => cell.rowSpan > 1 || cell.colSpan > 1);
}

/** Gives header cells IDs, and every other cell the IDs of its headers. `name` is unique in the document. */
export function linkHeaders(cells: readonly PlacedCell[], name: string): void {
  const byColumn = new Map<number, PlacedCell[]>();
  const byRow = new Map<number, PlacedCell[]>();
  for (const cell of cells) {
    if (!cell.header) continue;
    cell.element.attributes.id = `${name}-${cell.row + 1}-${cell.column + 1}`;
    const [lines, start, span] =
      cell.header === "column" ? [byColumn, cell.column, cell.colSpan] : [byRow, cell.row, cell.rowSpan];
    for (let line = start; line < start + span; line++) addTo(lines, line, cell);
  }
  for (const cell of cells) {
    const headers = new Set<string>();
    for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
      for (const header of byColumn.get(column) ?? []) if (header.row < cell.row) add(headers, header);
    }
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (const header of byRow.get(row) ?? []) if (header.column < cell.column) add(headers, header);
    }
    if (headers.size > 0) cell.element.attributes.headers = [...headers];
  }
}

function add(headers: Set<string>, { element }: PlacedCell): void {
  if (element.attributes.id !== undefined) headers.add(element.attributes.id);
}
