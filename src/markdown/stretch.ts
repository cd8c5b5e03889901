/** Text taken out of a file line by line, without quote marks and indentation, that still knows where it stood. */

/** A piece of one line of a file. */
export interface Piece {
  readonly text: string;
  /** Where it begins in the file. */
  readonly offset: number;
}

/** Joined pieces; `starts[i]` is where piece `i` begins in `text`, `offsets[i]` where it begins in the file. */
export interface Stretch {
  readonly text: string;
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
}

/** Joins pieces with a separator: `\n` for lines, nothing for parts of a line. */
export function join(pieces: readonly Piece[], separator = "\n"): Stretch {
  const starts: number[] = [];
  let text = "";
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) text += separator;
    starts.push(text.length);
    text += piece.text;
  }
  return { text, starts, offsets: pieces.map((piece) => piece.offset) };
}

/** Where a character of the text stands in the file. */
export function offsetIn(stretch: Stretch, index: number): number {
  let low = 0;
  let high = stretch.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretch.starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return (stretch.offsets[low] ?? 0) + index - (stretch.starts[low] ?? 0);
}
