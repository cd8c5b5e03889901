/** How a line becomes the cells of a table (GFM). */

import { join, type Piece, type Stretch } from "./stretch.ts";

const DELIMITERS = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** The columns that a line such as `|:--|--:|` gives; undefined if it is none. */
export function readColumns(text: string): readonly ("start" | "center" | "end")[] | undefined {
  if (!/[|:]/.test(text) || !DELIMITERS.test(text)) return undefined;
  return text
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => {
      const mark = cell.trim();
      if (!mark.endsWith(":")) return "start";
      return mark.startsWith(":") ? "center" : "end";
    });
}

/** The cells of a line; `\|` is a bar within a cell. */
export function readCells(line: Piece): readonly Stretch[] {
  const { text, offset } = line;
  let end = text.trimEnd().length;
  let at = text.length - text.trimStart().length;
  if (text.charAt(at) === "|") at++;
  if (end > at && text.charAt(end - 1) === "|" && text.charAt(end - 2) !== "\\") end--;
  const cells: Stretch[] = [];
  let pieces: Piece[] = [];
  let start = at;
  const take = (until: number) => pieces.push({ text: text.slice(start, until), offset: offset + start });
  for (; at < end; at++) {
    if (text.charAt(at) !== "|") continue;
    if (text.charAt(at - 1) === "\\") {
      take(at - 1);
      start = at;
      continue;
    }
    take(at);
    cells.push(cell(pieces));
    pieces = [];
    start = at + 1;
  }
  take(end);
  cells.push(cell(pieces));
  return cells;
}

function cell(pieces: readonly Piece[]): Stretch {
  const [first, ...rest] = pieces;
  if (!first) return join([]);
  const text = first.text.trimStart();
  const trimmed = [{ text, offset: first.offset + first.text.length - text.length }, ...rest];
  const last = trimmed.at(-1);
  if (last) trimmed[trimmed.length - 1] = { ...last, text: last.text.trimEnd() };
  return join(trimmed, "");
}
