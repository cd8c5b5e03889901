/** Lists → boxes with a column of markers as wide as the widest. */

import type { List, ListItem, ListNumbering } from "../model/document.ts";
import type { Box, LeafBox, StackBox } from "./boxes.ts";
import { measureLeaf } from "./break-lines.ts";
import { makeLeaf } from "./make-leaf.ts";
import { setPlainText } from "./set-inlines.ts";
import type { TextContext } from "./setting.ts";

const LIST_NUMBERING: Readonly<Record<ListNumbering, string>> = {
  none: "None",
  disc: "Disc",
  circle: "Circle",
  square: "Square",
  decimal: "Decimal",
  "lower-alpha": "LowerAlpha",
  "upper-alpha": "UpperAlpha",
  "lower-roman": "LowerRoman",
  "upper-roman": "UpperRoman",
};

/** Space between marker and text, as a share of the type size. */
const MARKER_GAP = 0.55;

/** An item of up to so many lines is not torn. */
const MAX_WHOLE_LINES = 6;

/** Turns a list into a stack of items with hanging markers. */
export function setList(list: List, context: TextContext): StackBox {
  const element = context.parent.append("L", { listNumbering: LIST_NUMBERING[list.numbering] });
  const base = { ...context, parent: element, tight: list.tight, bold: false, align: context.align };
  const entries = list.items.map((item) => {
    const parent = element.append("LI");
    const label = item.checked === undefined && item.marker === "" ? undefined : parent.append("Lbl");
    if (label && item.checked !== undefined)
      label.attributes.alt = item.checked ? context.setting.words.done : context.setting.words.open;
    const runs = label ? setPlainText(markerText(item), base, label, item) : [];
    return {
      item,
      leaf: { ...makeLeaf(runs, { ...base, align: "start" }), spaceBefore: 0, spaceAfter: 0 },
      body: parent.append("LBody"),
    };
  });
  const widest = Math.max(context.size * 0.8, ...entries.map(({ leaf }) => measureLeaf(leaf).max));
  const indent = Math.min(widest + context.size * MARKER_GAP, context.width / 2);
  const itemSpace = list.tight ? context.size * 0.2 : context.size * 0.6;
  const stack = entries.map(({ item, leaf, body }): StackBox => {
    const boxes = context.setting.setBlocks(item.children, { ...base, parent: body, width: context.width - indent });
    return {
      stack: beginWithLine(boxes, { ...base, parent: body }),
      margin: [indent, 0, 0, 0],
      marker: { leaf, indent },
      keepUpTo: context.size * context.setting.theme.lineHeight * MAX_WHOLE_LINES,
      spaceBefore: itemSpace,
      spaceAfter: itemSpace,
    };
  });
  const space = context.size * (context.tight ? 0.15 : 0.6);
  return { stack, spaceBefore: space, spaceAfter: space };
}

/** What prints before the text: the marker as typed, or a box for a task. */
export function markerText(item: ListItem): string {
  if (item.checked === undefined) return item.marker;
  const box = item.checked ? "\u2611" : "\u2610";
  return item.marker === "" ? box : `${item.marker} ${box}`;
}

/** A marker needs a line of text beside it; a table or picture at the start of an item has none. */
function beginWithLine(boxes: Box[], context: TextContext): Box[] {
  const [first] = boxes;
  if (first && beginsWithLine(first)) return boxes;
  const empty: LeafBox = { ...makeLeaf([], { ...context, tight: true }), keepWithNext: boxes.length > 0 };
  return [empty, ...boxes];
}

function beginsWithLine(box: Box): boolean {
  if ("runs" in box) return true;
  if (!("stack" in box) || box.band) return false;
  const [first] = box.stack;
  return first !== undefined && beginsWithLine(first);
}
