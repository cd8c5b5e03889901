/** Words of Hebrew, Arabic and the like, as they occur in lines that run from left to right. */

import type { PlacedPiece } from "./set-line.ts";

const RIGHT_TO_LEFT = /[\p{scx=Hebrew}\p{scx=Arabic}\p{scx=Syriac}\p{scx=Thaana}\p{scx=Nko}]/u;

/** Quicker to tell: nearly all texts have only these. */
const LEFT_TO_RIGHT = /^[\0-\u058f\u1e00-\u2fff]*$/;

/** True for text with letters that run from right to left. */
export function runsRightToLeft(text: string): boolean {
  return !LEFT_TO_RIGHT.test(text) && RIGHT_TO_LEFT.test(text) && !/^\p{Nd}+$/u.test(text);
}

/** What belongs to neither direction; without brackets and quotation marks, which would have to be turned around. */
const NEUTRAL = /^[^\p{L}\p{Ps}\p{Pe}\p{Pi}\p{Pf}<>]*$/u;

/**
 * Puts words that run from right to left, and follow each other on a line, in that order (Unicode Standard Annex #9, L2).
 * The space behind such a word is a glyph at its left already.
 */
export function orderWords(placed: PlacedPiece[]): void {
  for (let from = 0; from < placed.length; from++) {
    const first = placed[from];
    if (!first?.word.shaped.reversed) continue;
    let last = from;
    for (let at = from + 1; at < placed.length; at++) {
      const { piece, word } = placed[at] as PlacedPiece; // below the length
      if (word.shaped.reversed) last = at;
      else if (!NEUTRAL.test(piece.text)) break;
    }
    const { x, piece } = placed[last] as PlacedPiece; // it is one of them
    const ends = first.x + x + piece.width - piece.trailing;
    for (let at = from; at <= last; at++) {
      const one = placed[at] as PlacedPiece; // below the length
      const { width, trailing } = one.piece;
      const space = one.word.shaped.reversed || width === trailing ? 0 : trailing;
      placed[at] = { ...one, x: ends - one.x - width + space };
    }
    from = last;
  }
}

/** Where what a piece shows begins on its line, and how wide it is; the space is no part of it. */
export function extentOf({ piece, x, word }: PlacedPiece): { readonly left: number; readonly width: number } {
  const { width, trailing } = piece;
  return { left: word.shaped.reversed ? x + trailing : x, width: width - trailing };
}
