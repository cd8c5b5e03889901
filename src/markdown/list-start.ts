/** Decides whether a line begins an item of a list. */

import type { Block, Item, List, OpenBlocks, Paragraph } from "./block.ts";
import type { Start } from "./block-starts.ts";
import type { LineCursor } from "./line-cursor.ts";
import { continuesOutline, follows, type ListMarker, readMarkers } from "./list-marker.ts";
import { beginsWithMonth } from "./month.ts";
import { runsOn } from "./running-on.ts";

/** How many lines the search for the next item of a doubtful list goes on. */
const FAR = 200;

/** The item that begins at the cursor, with its list unless the open one goes on. */
export function startItem(cursor: LineCursor, current: Block, parser: OpenBlocks): Start | undefined {
  const { rest } = cursor;
  const candidates = readMarkers(rest);
  if (candidates.length === 0) return undefined;
  const list = current.type === "list" ? current : undefined;
  const marker = candidates[0]?.extension
    ? chooseExtension(candidates, list, current, cursor, parser)
    : chooseCommonMark(candidates, current, rest);
  if (!marker) return undefined;

  const at = { offset: cursor.start + cursor.next, startLine: cursor.number, endLine: cursor.number };
  const indent = cursor.indent;
  cursor.skipIndent();
  cursor.skip(marker.typed.length);
  const spaces = cursor.indent;
  const ownLine = cursor.blank;
  // Five columns or more after the marker are one, and then indented code.
  const padding = ownLine || spaces > 4 ? 1 : spaces;
  if (ownLine) cursor.skipIndent();
  else cursor.skipColumns(padding);
  const item: Item = { type: "item", ...at, marker, width: indent + marker.typed.length + padding, children: [] };
  if (list?.children[0]?.marker.kind === marker.kind) return { blocks: [item], done: ownLine };
  return { blocks: [{ type: "list", ...at, children: [] }, item], done: ownLine };
}

function chooseCommonMark(candidates: readonly ListMarker[], current: Block, rest: string): ListMarker | undefined {
  const marker = candidates[0];
  if (!marker || current.type !== "paragraph") return marker;
  const text = rest.slice(marker.typed.length).trim();
  if (text === "" || (marker.numbering !== "bullet" && marker.value !== 1)) return undefined;
  // „zum⏎1. Januar 2027“ is a date that was wrapped.
  return marker.typed === "1." && beginsWithMonth(text) ? undefined : marker;
}

function chooseExtension(
  candidates: readonly ListMarker[],
  list: List | undefined,
  current: Block,
  cursor: LineCursor,
  parser: OpenBlocks,
): ListMarker | undefined {
  if (current.type === "table") return undefined;
  if (current.type === "paragraph") return interrupting(candidates, current, cursor, parser);
  const last = list?.children.at(-1)?.marker;
  const isWrapped = parser.tip.type === "paragraph" && runsOn(parser.tip.lines.at(-1)?.text ?? "");
  const next =
    last &&
    candidates.find((candidate) => follows(last, candidate) || (!isWrapped && continuesOutline(last, candidate)));
  if (next) return next;
  // Without a blank line before it, the line may be prose that was wrapped here.
  if (parser.tip.type === "paragraph") return interrupting(candidates, parser.tip, cursor, parser);
  const same = last && candidates.find((candidate) => candidate.kind === last.kind && !candidate.doubtful);
  if (same) return same;
  const [first] = candidates;
  return first && (!first.doubtful || hasNext(first, cursor, parser)) ? first : undefined;
}

/**
 * The marker that ends a paragraph, as in „Der Kreistag beschließt:⏎a) …⏎b) …“: a first one whose second follows at once.
 * A single line that begins with a letter or number is prose that was wrapped there; one with „⇨“ is not. What is common
 * in prose („– RAA –“) needs the colon, too.
 */
function interrupting(
  candidates: readonly ListMarker[],
  paragraph: Paragraph,
  cursor: LineCursor,
  parser: OpenBlocks,
): ListMarker | undefined {
  const announced = /:\s*$/.test(paragraph.lines.at(-1)?.text ?? "");
  return candidates.find(
    (one) => one.clear || (one.value <= 1 && (announced || !one.doubtful) && hasNext(one, cursor, parser, true)),
  );
}

/** True if the item after this one is there, in the same list; `atOnce`: before the next blank line. */
function hasNext(marker: ListMarker, cursor: LineCursor, parser: OpenBlocks, atOnce = false): boolean {
  const firstLine = cursor.number;
  let afterBlank = false;
  for (let index = firstLine; index < Math.min(firstLine + FAR, parser.lines.length); index++) {
    const line = (parser.lines[index]?.text ?? "").replace(/^(?: {0,3}> ?)+/, "");
    const text = line.trimStart();
    if (text === "") {
      if (atOnce) return false;
      afterBlank = true;
      continue;
    }
    if (readMarkers(text).some((candidate) => follows(marker, candidate))) return true;
    if (afterBlank && line.length - text.length < cursor.nextColumn + 2) return false;
    afterBlank = false;
  }
  return false;
}
