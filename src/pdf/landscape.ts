/** Finds tables that are too wide for an upright page, and what has to stay with them: they print on pages turned to landscape. */

import { bindsNext } from "./box-heights.ts";
import type { Box, TableBox } from "./boxes.ts";

/** A table that would fit with type of this share stays on an upright page. */
const LEGIBLE_SCALE = 0.9;

/** Marks boxes whose columns are measured, by the width of the text on an upright page. */
export function turnWideTables(boxes: readonly Box[], width: number): void {
  for (const [index, box] of boxes.entries()) {
    const table = tableIn(box);
    if (!table || neededWidth(table) * LEGIBLE_SCALE <= width) continue;
    box.landscape = true;
    for (let above = index - 1; above >= 0; above--) {
      const before = boxes[above];
      if (!before || boxes[above + 1]?.newPage || !bindsNext(before, width)) break;
      before.landscape = true;
    }
    for (const below of boxes.slice(index + 1)) {
      if (!below.keepWithPrevious) break;
      below.landscape = true;
    }
  }
}

/** A table may stand below its caption. Tables that only align are never turned. */
function tableIn(box: Box): TableBox | undefined {
  const table = "stack" in box ? box.stack.at(-1) : box;
  return table && "table" in table && table.reportAt ? table : undefined;
}

function neededWidth(box: TableBox): number {
  const columns = box.table.widths.reduce((sum, { _minWidth = 0 }) => sum + _minWidth, 0);
  return columns + (box._offsets?.total ?? 0);
}
