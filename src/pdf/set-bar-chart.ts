/** Bar charts → one row for each bar: label, bar, value; one figure for readers. */

import type { BarChart } from "../model/document.ts";
import type { CellBox, StackBox, TableBox } from "./boxes.ts";
import { measureLeaf } from "./break-lines.ts";
import { makeLeaf } from "./make-leaf.ts";
import { setPlainText } from "./set-inlines.ts";
import type { TextContext } from "./setting.ts";
import { twoColumns } from "./two-columns.ts";

/** Space between labels and bars, in points. */
const GAP = 10;

/** Space above and below each row, in points. */
const PADDING = 2;

/** Space between a bar and its value, in points. */
const VALUE_GAP = 5;

/** Labels take at most this share of the width. */
const MAX_LABEL_SHARE = 0.4;

/** Turns a bar chart into rows of vectors and text. */
export function setBarChart(chart: BarChart, context: TextContext): TableBox | StackBox {
  if (chart.bars.length === 0) return { stack: [] };
  const { theme, document } = context.setting;
  const owner = context.parent.append("Figure", { alt: chart.alt });
  const label = { ...context, size: theme.sizes.table, align: "start", tight: true } as const;
  const number = new Intl.NumberFormat(document.lang, { maximumFractionDigits: 2 });
  const most = Math.max(...chart.bars.map((bar) => bar.value), 0) || 1;
  const rows = chart.bars.map((bar) => ({
    label: makeLeaf(setPlainText(bar.label, label, owner, bar), label),
    value: makeLeaf(setPlainText(number.format(bar.value), { ...label, bold: true }, owner), label),
    share: bar.value / most,
  }));
  const labelWidth = Math.min(
    Math.max(...rows.map((row) => measureLeaf(row.label).max)) + 1,
    context.width * MAX_LABEL_SHARE,
  );
  const valueWidth = Math.max(...rows.map((row) => measureLeaf(row.value).max)) + VALUE_GAP;
  const thickness = label.size * 0.95;
  const leading = label.size * theme.lineHeight;
  const body = rows.map((row): CellBox[] => {
    const stretch = { share: row.share, except: valueWidth };
    const y = (leading - thickness) / 2;
    const color = theme.colors.accent;
    return [
      { stack: [row.label] },
      {
        stack: [
          {
            canvas: [{ type: "rect", x: 0, y, w: 0, h: thickness, stretch, color, owner }],
            height: 0,
            keepWithNext: true,
          },
          // Its own margin is the gap, and has left the text so much less to measure by.
          { ...row.value, behind: { ...stretch, except: valueWidth - VALUE_GAP }, margin: [VALUE_GAP, 0, 0, 0] },
        ],
      },
    ];
  });
  return {
    ...twoColumns(body, labelWidth, GAP, PADDING),
    keepUpTo: context.setting.measure.height,
    spaceBefore: context.size * 0.8,
    spaceAfter: context.size * 0.8,
  };
}
