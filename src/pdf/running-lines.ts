/** Header and footer: three fields each, filled for every page. */

import type { RunningLine } from "../model/theme.ts";
import type { LeafBox } from "./boxes.ts";
import { breakIntoLines, measureLeaf } from "./break-lines.ts";
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

/** The running lines of one document. Most of what they say is the same on all pages, and set once. */
export class RunningLines {
  readonly #context: TextContext;
  readonly #leaves = new Map<string, LeafBox>();

  constructor(context: TextContext) {
    this.#context = context;
  }

  /** Sets the three fields beside each other. Each gets a width according to its length, and as many lines as it needs. */
  set(line: RunningLine, values: RunningValues, width: number, owner: Artifact): readonly SetField[] {
    const leaves = [
      this.#leaf(fillPlaceholders(line.left, values), "start", owner),
      this.#leaf(fillPlaceholders(line.center, values), "center", owner),
      this.#leaf(fillPlaceholders(line.right, values), "end", owner),
    ];
    const wanted = leaves.map((leaf) => (leaf.runs.length === 0 ? 0 : measureLeaf(leaf).max));
    const widths = fieldWidths(wanted, width);
    return leaves.flatMap((leaf, index) => {
      const own = widths[index] ?? 0;
      if (own === 0) return [];
      const x = index === 0 ? 0 : index === 1 ? (width - own) / 2 : width - own;
      return [{ lines: breakIntoLines(leaf, own), x }];
    });
  }

  #leaf(text: string, align: LeafBox["align"], owner: Artifact): LeafBox {
    const key = `${owner.artifact} ${align} ${text}`;
    let leaf = this.#leaves.get(key);
    if (!leaf) {
      leaf = makeLeaf(setPlainText(text, this.#context, owner), { ...this.#context, align });
      this.#leaves.set(key, leaf);
    }
    return leaf;
  }
}

/** Short fields get what they need, long ones share the rest. The middle stays in the middle. */
function fieldWidths([left = 0, center = 0, right = 0]: readonly number[], width: number): readonly number[] {
  if (center > 0) {
    const middle = Math.min(center, width / 3);
    const side = (width - middle) / 2 - GAP;
    return [Math.min(left, side), middle, Math.min(right, side)];
  }
  const rest = width - (left > 0 && right > 0 ? GAP : 0);
  if (left + right <= rest) return [left, 0, right];
  if (left <= rest / 2) return [left, 0, rest - left];
  if (right <= rest / 2) return [rest - right, 0, right];
  return [rest / 2, 0, rest / 2];
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
    for (const shared of field.lines) {
      const line = shared.clone();
      line.x = x + field.x;
      line.y = top;
      top += line.height;
      page.items.push({ type: "line", item: line });
    }
  }
}
