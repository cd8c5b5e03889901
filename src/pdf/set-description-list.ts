/** Names and values side by side → boxes in two aligned columns. */

import type { DescriptionList } from "../model/document.ts";
import type { CellBox, StackBox, TableBox } from "./boxes.ts";
import { measureLeaf } from "./break-lines.ts";
import { makeLeaf } from "./make-leaf.ts";
import { setInlines } from "./set-inlines.ts";
import type { TextContext } from "./setting.ts";
import { twoColumns } from "./two-columns.ts";

/** Space between the columns, in points. */
const GAP = 14;

/** Terms take at most this share of the width. */
const MAX_TERM_SHARE = 0.38;

/** Turns a description list into rows without lines. Its structure is a list: label and body. */
export function setDescriptionList(list: DescriptionList, context: TextContext): TableBox | StackBox {
  const element = context.parent.append("L", { listNumbering: "None" });
  const { theme } = context.setting;
  const look = list.role === "head" ? { bold: false, color: theme.colors.muted } : { bold: true };
  const term = { ...context, align: "start", tight: true, ...look } as const;
  const rows = list.entries.map((entry) => {
    const parent = element.append("LI");
    const runs = setInlines(entry.term, term, parent.append("Lbl"));
    return { entry, leaf: makeLeaf(runs, term), parent };
  });
  if (rows.length === 0) return { stack: [] };
  const widest = Math.max(...rows.map(({ leaf }) => measureLeaf(leaf).max));
  const termWidth = Math.min(Math.ceil(widest) + 1, context.width * MAX_TERM_SHARE);
  const body = rows.map(({ entry, leaf, parent }): CellBox[] => {
    const description = context.setting.setBlocks(entry.description, {
      ...context,
      parent: parent.append("LBody"),
      align: "start",
      tight: entry.description.length <= 1,
      width: context.width - termWidth - GAP,
    });
    return [{ stack: [leaf] }, { stack: description }];
  });
  const padding = list.role === "head" ? context.size * 0.12 : context.size * 0.18;
  const space = list.role === "head" ? context.size * 1.2 : context.size * 0.6;
  return {
    ...twoColumns(body, termWidth, GAP, padding),
    keepUpTo: context.setting.measure.height * 0.25,
    spaceBefore: space,
    spaceAfter: space,
  };
}
