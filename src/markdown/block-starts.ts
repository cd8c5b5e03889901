/** What can begin at the start of a line: the constructs of CommonMark and GFM, and the markers of council papers. */

import type { Block, OpenBlocks } from "./block.ts";
import { htmlStart } from "./html-start.ts";
import type { LineCursor } from "./line-cursor.ts";
import { mayBeMarker, readMarkers } from "./list-marker.ts";
import { startItem } from "./list-start.ts";
import { readCells, readColumns } from "./table-row.ts";

/** Blocks to open, outermost first. */
export interface Start {
  readonly blocks: readonly Block[];
  /** The paragraph that is open becomes part of the new block. */
  readonly replaces?: boolean;
  /** Nothing of the line is left. */
  readonly done?: boolean;
}

const THEMATIC_BREAK = /^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$|^(?:-[ \t]*){3,}$/;
/** What begins anything but a list. */
const SPECIAL = /^[#`~*_=<>|:[-]/;

/**
 * Looks for a block that begins at the cursor, and moves the cursor behind its sign. `current` is the innermost block
 * that goes on in this line; `whole` tells that no open block was left behind (the line is no lazy continuation).
 */
export function startBlock(
  cursor: LineCursor,
  current: Block,
  parser: OpenBlocks,
  whole: boolean,
  deep: boolean,
): Start | "too-deep" | undefined {
  if (cursor.indented) return indentedCode(cursor, parser);
  if (!SPECIAL.test(cursor.rest) && !mayBeMarker(cursor.rest)) return undefined;
  if (deep && /^(?:>|\[\^[^\]\s]+\]:)/.test(cursor.rest)) return "too-deep";
  const container = quote(cursor) ?? footnote(cursor);
  if (container) return container;
  const leaf =
    heading(cursor) ??
    fence(cursor) ??
    html(cursor, current, parser, whole) ??
    table(cursor, current) ??
    underlined(cursor, current, parser) ??
    thematicBreak(cursor);
  if (leaf) return leaf;
  if (deep && current.type !== "list" && readMarkers(cursor.rest).length > 0) return "too-deep";
  return startItem(cursor, current, parser);
}

function base(cursor: LineCursor): { offset: number; startLine: number; endLine: number } {
  return { offset: cursor.start + cursor.next, startLine: cursor.number, endLine: cursor.number };
}

function indentedCode(cursor: LineCursor, parser: OpenBlocks): Start | undefined {
  if (parser.tip.type === "paragraph") return undefined;
  const at = base(cursor);
  cursor.skipColumns(4);
  return { blocks: [{ type: "code", ...at, lines: [] }] };
}

function quote(cursor: LineCursor): Start | undefined {
  if (cursor.text.charAt(cursor.next) !== ">") return undefined;
  const at = base(cursor);
  cursor.skipIndent();
  cursor.skip(1);
  cursor.skipOptionalSpace();
  return { blocks: [{ type: "quote", ...at, children: [] }] };
}

function footnote(cursor: LineCursor): Start | undefined {
  const match = /^\[\^([^\]\s]+)\]:/.exec(cursor.rest);
  if (!match) return undefined;
  const at = base(cursor);
  cursor.skipIndent();
  cursor.skip(match[0].length);
  cursor.skipIndent();
  return { blocks: [{ type: "footnote", ...at, label: match[1] ?? "", children: [] }] };
}

function heading(cursor: LineCursor): Start | undefined {
  const match = /^(#{1,6})(?:[ \t]+|$)/.exec(cursor.rest);
  if (!match) return undefined;
  const text = cursor.rest
    .slice(match[0].length)
    .replace(/^[ \t]*#+[ \t]*$/, "")
    .replace(/[ \t]+#+[ \t]*$/, "")
    .trimEnd();
  const line = { text, offset: cursor.start + cursor.next + match[0].length };
  return { blocks: [{ type: "heading", ...base(cursor), level: match[1]?.length ?? 1, lines: [line] }], done: true };
}

function fence(cursor: LineCursor): Start | undefined {
  const mark = /^`{3,}(?!.*`)|^~{3,}/.exec(cursor.rest)?.[0];
  if (mark === undefined) return undefined;
  return {
    blocks: [{ type: "code", ...base(cursor), fence: { mark, indent: cursor.indent, closed: false }, lines: [] }],
    done: true,
  };
}

function html(cursor: LineCursor, current: Block, parser: OpenBlocks, whole: boolean): Start | undefined {
  if (cursor.text.charAt(cursor.next) !== "<") return undefined;
  const lazy = !whole && parser.tip.type === "paragraph";
  const start = htmlStart(cursor.rest, current.type === "paragraph" || lazy);
  return start && { blocks: [{ type: "html", ...base(cursor), end: start.end, closed: false, lines: [] }] };
}

function underlined(cursor: LineCursor, current: Block, parser: OpenBlocks): Start | undefined {
  if (current.type !== "paragraph") return undefined;
  const mark = /^(?:=+|-+)(?=[ \t]*$)/.exec(cursor.rest)?.[0];
  if (mark === undefined) return undefined;
  const lines = parser.withoutDefinitions(current);
  current.lines = [];
  const first = lines[0];
  if (!first) return undefined;
  const underline = { text: mark, offset: cursor.start + cursor.next };
  const at = { offset: first.offset, startLine: current.startLine, endLine: cursor.number };
  return {
    blocks: [{ type: "heading", ...at, level: mark.startsWith("=") ? 1 : 2, lines, underline }],
    replaces: true,
    done: true,
  };
}

function thematicBreak(cursor: LineCursor): Start | undefined {
  if (!THEMATIC_BREAK.test(cursor.rest)) return undefined;
  return { blocks: [{ type: "break", ...base(cursor) }], done: true };
}

/** The line of dashes makes a table of the line before it. */
function table(cursor: LineCursor, current: Block): Start | undefined {
  if (current.type !== "paragraph") return undefined;
  const columns = readColumns(cursor.rest);
  const header = current.lines.at(-1);
  if (!columns || !header || readCells(header).length !== columns.length) return undefined;
  if (columns.length === 1 && !header.text.includes("|")) return undefined;
  const at = { offset: header.offset, startLine: cursor.number - 1, endLine: cursor.number };
  current.lines = current.lines.slice(0, -1);
  current.endLine--;
  return { blocks: [{ type: "table", ...at, header, columns, rows: [] }], replaces: true, done: true };
}
