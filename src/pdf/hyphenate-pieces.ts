/** Hyphenation of words that are made of pieces. */

import { makePiece } from "./break-opportunities.ts";
import type { Piece } from "./set-line.ts";

const NO_POINTS: readonly number[] = [];

/** Offsets at which the word made of these pieces divides. */
export function hyphenationPoints(pieces: readonly Piece[], from: number, to: number): readonly number[] {
  const hyphenator = pieces[from]?.style.hyphenator;
  if (!hyphenator) return NO_POINTS;
  for (let at = from; at < to; at++) {
    const piece = pieces[at];
    if (piece && !piece.note && piece.style.hyphenator !== hyphenator) return NO_POINTS;
  }
  let start = from;
  while (start > 0 && !endsWithSpace(pieces[start - 1])) start--;
  let end = to;
  while (end < pieces.length && !endsWithSpace(pieces[end - 1])) end++;
  return hyphenator.points(textOf(pieces, from, to), textOf(pieces, start, from), textOf(pieces, to, end));
}

function endsWithSpace(piece: Piece | undefined): boolean {
  return piece === undefined || piece.text.endsWith(" ") || /\s$/.test(piece.text);
}

/** The number of a footnote is no part of the word before it, but takes its place. */
function textOf(pieces: readonly Piece[], from: number, to: number): string {
  let all = "";
  for (let at = from; at < to; at++) {
    const { text, note } = pieces[at] ?? NOTHING;
    all += note ? ")".repeat(text.length) : text;
  }
  return all;
}

const NOTHING: Pick<Piece, "text" | "note"> = { text: "", note: undefined };

/** What stands before an offset of a word; a hyphen will follow. */
export function headOfWord(word: readonly Piece[], offset: number): readonly Piece[] {
  const head: Piece[] = [];
  let at = 0;
  for (const piece of word) {
    const cut = offset - at;
    if (cut <= 0) break;
    at += piece.text.length;
    head.push(cut >= piece.text.length ? piece : makePiece(piece, piece.text.slice(0, cut), true, false));
  }
  return head;
}

/** What stands behind it. */
export function tailOfWord(word: readonly Piece[], offset: number): readonly Piece[] {
  const tail: Piece[] = [];
  let at = 0;
  for (const piece of word) {
    const cut = offset - at;
    at += piece.text.length;
    if (cut <= 0) tail.push(piece);
    else if (cut < piece.text.length) tail.push(makePiece(piece, piece.text.slice(cut), piece.glued, piece.lineEnd));
  }
  return tail;
}
