/** Hyphenation of words that are made of pieces. */

import { makePiece } from "./break-opportunities.ts";
import type { Piece } from "./set-line.ts";

/** Offsets at which the word made of these pieces divides. */
export function hyphenationPoints(pieces: readonly Piece[], from: number, to: number): readonly number[] {
  const word = pieces.slice(from, to);
  const hyphenator = word[0]?.style.hyphenator;
  if (!hyphenator || word.some(({ style, note }) => !note && style.hyphenator !== hyphenator)) return [];
  let start = from;
  while (start > 0 && !endsWithSpace(pieces[start - 1])) start--;
  let end = to;
  while (end < pieces.length && !endsWithSpace(pieces[end - 1])) end++;
  const text = (first: number, last: number): string => pieces.slice(first, last).map(textOf).join("");
  return hyphenator.points(text(from, to), text(start, from), text(to, end));
}

function endsWithSpace(piece: Piece | undefined): boolean {
  return piece === undefined || /\s$/.test(piece.text);
}

/** The number of a footnote is no part of the word before it, but takes its place. */
function textOf({ text, note }: Piece): string {
  return note ? ")".repeat(text.length) : text;
}

/** Parts a word at an offset; a hyphen will stand between the parts. */
export function splitWord(word: readonly Piece[], offset: number): [head: readonly Piece[], tail: readonly Piece[]] {
  const head: Piece[] = [];
  const tail: Piece[] = [];
  let at = 0;
  for (const piece of word) {
    const cut = offset - at;
    at += piece.text.length;
    if (cut <= 0) tail.push(piece);
    else if (cut >= piece.text.length) head.push(piece);
    else {
      head.push(makePiece(piece, piece.text.slice(0, cut), true, false));
      tail.push(makePiece(piece, piece.text.slice(cut), piece.glued, piece.lineEnd));
    }
  }
  return [head, tail];
}
