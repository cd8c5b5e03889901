/** A decoded text file, and how offsets in it become places. */

import type { Place } from "./diagnostic.ts";

/** A text file whose line ends are `\n`. */
export interface TextFile {
  /** As the user knows it: the folder's name and the path in it, e.g. `content/sitzung/top-11.md`. */
  readonly path: string;
  readonly text: string;
}

const lineStarts = new WeakMap<TextFile, readonly number[]>();

function startsOf(file: TextFile): readonly number[] {
  let starts = lineStarts.get(file);
  if (!starts) {
    const found = [0];
    for (let at = file.text.indexOf("\n"); at !== -1; at = file.text.indexOf("\n", at + 1)) found.push(at + 1);
    starts = found;
    lineStarts.set(file, starts);
  }
  return starts;
}

/** The place of a stretch of a file. `offset` and `length` count UTF-16 code units; the stretch is cut at the line's end. */
export function placeAt(file: TextFile, offset: number, length = 1): Place {
  const starts = startsOf(file);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const start = starts[low] ?? 0;
  const next = starts[low + 1];
  const end = next === undefined ? file.text.length : next - 1;
  const column = offset - start + 1;
  return { file: file.path, line: low + 1, column, length: Math.max(1, Math.min(length, end - offset)) };
}

/** The offset at which a line begins; lines count from 1. The end of the text for a line that does not exist. */
export function lineOffset(file: TextFile, line: number): number {
  return startsOf(file)[line - 1] ?? file.text.length;
}

/** Writes a place as a stamp (`file:line:column`) for the attribute `data-at`. */
export function stamp(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}

const DIGITS = /^\d+$/;

/** Reads a stamp back; undefined if it is none. */
export function readStamp(value: string): Place | undefined {
  const last = value.lastIndexOf(":");
  const first = value.lastIndexOf(":", last - 1);
  const [line, column] = [value.slice(first + 1, last), value.slice(last + 1)];
  if (first < 1 || first === last || !DIGITS.test(line) || !DIGITS.test(column)) return undefined;
  return { file: value.slice(0, first), line: Number(line), column: Number(column) };
}
