/** Tables that only align: what names something, and beside it what takes the rest of the width. */

import type { CellBox, TableBox } from "./boxes.ts";

/** The grid of such a table, without lines. `padding` stands above and below each row. */
export function twoColumns(
  body: CellBox[][],
  firstWidth: number,
  gap: number,
  padding: number,
): Pick<TableBox, "table" | "columnsReady" | "fills" | "stretch" | "layout"> {
  return {
    table: { body, widths: [{ width: firstWidth }, { width: "*" }], headerRows: 0 },
    columnsReady: true,
    fills: [false, true],
    stretch: true,
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: (column: number) => (column === 0 ? 0 : gap),
      paddingRight: () => 0,
      paddingTop: () => padding,
      paddingBottom: () => padding,
      defaultBorder: false,
    },
  };
}
