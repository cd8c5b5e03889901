/** Header and footer: three fields each, filled for every page. */

import type { RunningLine } from "../model/theme.ts";
import { breakIntoLines } from "./break-lines.ts";
import { makeLeaf } from "./make-leaf.ts";
import { setPlainText } from "./set-inlines.ts";
import type { SetLine } from "./set-line.ts";
import type { TextContext } from "./setting.ts";
import type { Artifact } from "./structure.ts";

/** Space between fields, in points. */
const GAP = 14;

/** Distance between a running line and the text, in points. */
export const RUNNING_DISTANCE = 14;

/** Least distance of a running line from the edge of the page, in points. */
const EDGE = 28;

/** Values for placeholders. */
export type RunningValues = Readonly<Record<string, string>>;

/** A field's lines with their place. */
interface SetField {
  readonly lines: readonly SetLine[];
  readonly x: number;
}

/** Replaces `{name}` by its value; a name without value by nothing. */
export function fillPlaceholders(text: string, values: RunningValues): string {
  return text.replace(/\{([^{}]*)\}/g, (_, name: string) => values[name.trim()] ?? "").trim();
}

/** Sets the three fields beside each other. Each gets a width according to its length, and as many lines as it needs. */
export function setRunningLine(
  line: RunningLine,
  values: RunningValues,
  context: TextContext,
  owner: Artifact,
): readonly SetField[] {
  const fields = [
    { text: fillPlaceholders(line.left, values), align: "start" },
    { text: fillPlaceholders(line.center, values), align: "center" },
    { text: fillPlaceholders(line.right, values), align: "end" },
  ] as const;
  const leaves = fields.map(({ text, align }) => makeLeaf(setPlainText(text, context, owner), { ...context, align }));
  const lengths = fields.map((field) => field.text.length);
  const used = lengths.filter((length) => length > 0).length;
  if (used === 0) return [];
  const [left = 0, center = 0, right = 0] = lengths;
  const total = context.width - GAP * (used - 1);
  // The middle stays in the middle: both sides get the same.
  const sides = center > 0 ? [Math.max(left, right, 1), center, Math.max(left, right, 1)] : [left, 0, right];
  const sum = sides.reduce((a, b) => a + b, 0);
  const widths = sides.map((share) => (total * share) / sum);
  const [leftWidth = 0, centerWidth = 0, rightWidth = 0] = widths;
  const xs = [0, (context.width - centerWidth) / 2, context.width - rightWidth];
  return leaves.flatMap((leaf, index) => {
    if (lengths[index] === 0) return [];
    return [{ lines: breakIntoLines(leaf, [leftWidth, centerWidth, rightWidth][index] ?? 0), x: xs[index] ?? 0 }];
  });
}

/** Height of a set running line. */
export function runningHeight(fields: readonly SetField[]): number {
  return Math.max(0, ...fields.map(({ lines }) => lines.reduce((sum, line) => sum + line.height, 0)));
}

/** The margin that a page needs at this edge: the theme's, or more if the running line is tall. */
export function marginFor(themeMargin: number, height: number): number {
  return height === 0 ? themeMargin : Math.max(themeMargin, EDGE + height + RUNNING_DISTANCE);
}

/** Puts a set running line on a page; its upper edge at `y`. */
export function placeRunningLine(page: PdfmakePage, fields: readonly SetField[], x: number, y: number): void {
  for (const field of fields) {
    let top = y;
    for (const line of field.lines) {
      line.x = x + field.x;
      line.y = top;
      top += line.height;
      page.items.push({ type: "line", item: line });
    }
  }
}
