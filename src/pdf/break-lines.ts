/** Fills lines with words. */

import { graphemesOf } from "../model/graphemes.ts";
import type { LeafBox } from "./boxes.ts";
import { cutIntoPieces, makePiece } from "./break-opportunities.ts";
import { joinDividedWords } from "./divided-words.ts";
import { printedText } from "./font-library.ts";
import { headOfWord, hyphenationPoints, tailOfWord } from "./hyphenate-pieces.ts";
import { orderWords } from "./right-to-left.ts";
import { type Piece, type PlacedPiece, SetLine } from "./set-line.ts";

const SOFT_HYPHEN = 0xad;

/** Lines may exceed the measure by so much; sums of widths are not exact. */
const TOLERANCE = 0.01;

/** A ragged line may be so much too short, in type sizes, before a word is hyphenated for it. */
const RAGGED_ZONE = 3;

/** The same where spaces would be stretched. */
const JUSTIFIED_ZONE = 1;

/** In columns of less than so many type sizes words are hyphenated only if they must. */
const NARROW = 12;

/** Pieces that stay together: up to and with the first after which a break is allowed. */
function wordEnd(pieces: readonly Piece[], from: number): number {
  let end = from;
  while (end < pieces.length - 1 && pieces[end]?.glued) end++;
  return end + 1;
}

/** Breaks a paragraph into lines of a width. The result is kept with the box, since heights are asked for often. */
export function breakIntoLines(leaf: LeafBox, width: number): readonly SetLine[] {
  if (leaf.broken && Math.abs(leaf.broken.width - width) < TOLERANCE) return leaf.broken.lines;
  const filler = new LineFiller(leaf, width);
  const pieces = cutIntoPieces(leaf);
  let at = 0;
  while (at < pieces.length) {
    const end = wordEnd(pieces, at);
    filler.addWord(pieces, at, end);
    at = end;
  }
  const lines = filler.finish();
  const first = lines[0];
  if (first) {
    first.anchors = leaf.anchors;
    first.bookmark = leaf.bookmark;
  }
  if (filler.hasHyphens) joinDividedWords(lines);
  leaf.broken = { width, lines, hasLongWord: filler.hasLongWord };
  return lines;
}

/** The first word that had to be cut because no line of this width can hold it. */
export function findCutWord(leaf: LeafBox, width: number): { text: string; source: object | undefined } | undefined {
  breakIntoLines(leaf, width);
  if (leaf.broken?.hasLongWord === false) return undefined;
  const pieces = cutIntoPieces(leaf);
  for (let at = 0; at < pieces.length; ) {
    const end = wordEnd(pieces, at);
    const word = pieces.slice(at, end);
    if (wordWidth(word) > width + TOLERANCE && !fitsInParts(pieces, at, end, width)) {
      return {
        text: word
          .map((piece) => piece.text)
          .join("")
          .trim(),
        source: word[0]?.source,
      };
    }
    at = end;
  }
  return undefined;
}

/** True if hyphens make parts of a word that a line can hold. */
function fitsInParts(pieces: readonly Piece[], from: number, to: number, width: number): boolean {
  let rest: readonly Piece[] = pieces.slice(from, to);
  let taken = 0;
  for (const point of hyphenationPoints(pieces, from, to)) {
    const head = headOfWord(rest, point - taken);
    if (wordWidth(head) + drawnHyphenWidth(head.at(-1)) > width + TOLERANCE) return false;
    rest = tailOfWord(rest, point - taken);
    taken = point;
  }
  return wordWidth(rest) <= width + TOLERANCE;
}

function endsWithSoftHyphen({ text }: Piece): boolean {
  return text.charCodeAt(text.length - 1) === SOFT_HYPHEN;
}

function drawnHyphenWidth(piece: Piece | undefined): number {
  return piece ? piece.style.font.width("-", piece.style.size) : 0;
}

/** Width of a word without the space at its end. */
export function wordWidth(word: readonly Piece[]): number {
  let width = 0;
  for (const piece of word) width += piece.width;
  return width - (word.at(-1)?.trailing ?? 0);
}

/** Widths of the longest word and of the whole paragraph on one line. */
export function measureLeaf(leaf: LeafBox): { min: number; max: number } {
  const pieces = cutIntoPieces(leaf);
  let min = 0;
  let max = 0;
  let line = 0;
  let word = 0;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) break;
    word += piece.width;
    line += piece.width;
    if (piece.glued && at < pieces.length - 1) continue;
    min = Math.max(min, word - piece.trailing);
    max = Math.max(max, line - (leaf.preserve ? 0 : piece.trailing));
    word = 0;
    if (piece.lineEnd) line = 0;
  }
  return { min, max };
}

class LineFiller {
  readonly #leaf: LeafBox;
  readonly #width: number;
  readonly #lines: SetLine[] = [];
  #line: Piece[] = [];
  #used = 0;
  /** How many of the last lines end with a hyphen. */
  #hyphens = 0;
  /** True if there was a word that no line can hold undivided. */
  hasLongWord = false;
  /** True if a line ends with a hyphen that was drawn for it. */
  hasHyphens = false;

  constructor(leaf: LeafBox, width: number) {
    this.#leaf = leaf;
    this.#width = width;
  }

  /** Adds the pieces of a word. Nearly all words fit. */
  addWord(pieces: readonly Piece[], from: number, to: number): void {
    const last = pieces[to - 1];
    let width = 0;
    for (let at = from; at < to; at++) width += pieces[at]?.width ?? 0;
    if (!last || this.#used + this.#neededFor(last, width - last.trailing) > this.#width + TOLERANCE) {
      this.#addInParts(pieces, from, to);
      return;
    }
    for (let at = from; at < to; at++) {
      const piece = pieces[at];
      if (!piece) break;
      this.#line.push(piece);
      this.#used += piece.width;
    }
    if (last.lineEnd) this.#endLine(true);
  }

  /** Adds a word for which the line has no room. */
  #addInParts(pieces: readonly Piece[], from: number, to: number): void {
    let word: readonly Piece[] = pieces.slice(from, to);
    if (wordWidth(word) > this.#width + TOLERANCE) this.hasLongWord = true;
    let points: readonly number[] | undefined;
    let taken = 0;
    while (!this.#fits(word)) {
      if (this.#wantsHyphen(word, to === pieces.length)) {
        points ??= hyphenationPoints(pieces, from, to);
        const parts = this.#divide(word, points, taken);
        if (parts) {
          this.#push(parts.head);
          this.#endLine(false, true);
          word = parts.tail;
          taken = parts.point;
          continue;
        }
      }
      if (this.#line.length === 0) break;
      this.#endLine(false);
    }
    if (this.#used + wordWidth(word) > this.#width + TOLERANCE) this.#addCut(word);
    else this.#push(word);
    if (word.at(-1)?.lineEnd) this.#endLine(true);
  }

  #fits(word: readonly Piece[]): boolean {
    const last = word.at(-1);
    return !last || this.#used + this.#neededFor(last, wordWidth(word)) <= this.#width + TOLERANCE;
  }

  /** Room for a word of a width, with the hyphen that would be drawn if the line ended behind it. */
  #neededFor(last: Piece, width: number): number {
    return this.#line.length > 0 && endsWithSoftHyphen(last) ? width + drawnHyphenWidth(last) : width;
  }

  /** Words are hyphenated if no line holds them, or if the line would end much too early without. */
  #wantsHyphen(word: readonly Piece[], isLast: boolean): boolean {
    if (wordWidth(word) > this.#width + TOLERANCE) return true;
    const { size, align } = this.#leaf;
    if (isLast || word.at(-1)?.lineEnd || this.#width < NARROW * size) return false;
    if (this.#hyphens >= (word[0]?.style.hyphenator?.consecutive ?? 0)) return false;
    const free = this.#width - this.#used + (this.#line.at(-1)?.trailing ?? 0);
    return free > (align === "justify" ? JUSTIFIED_ZONE : RAGGED_ZONE) * size;
  }

  /** Parts a word at the last point that leaves room for the hyphen. */
  #divide(
    word: readonly Piece[],
    points: readonly number[],
    taken: number,
  ): { head: readonly Piece[]; tail: readonly Piece[]; point: number } | undefined {
    for (let index = points.length - 1; index >= 0; index--) {
      const point = points[index] ?? 0;
      if (point <= taken) return undefined;
      const head = headOfWord(word, point - taken);
      const needed = wordWidth(head) + drawnHyphenWidth(head.at(-1));
      if (this.#used + needed <= this.#width + TOLERANCE) return { head, tail: tailOfWord(word, point - taken), point };
    }
    return undefined;
  }

  finish(): readonly SetLine[] {
    if (this.#line.length > 0 || this.#lines.length === 0) this.#endLine(true);
    return this.#lines;
  }

  #push(word: readonly Piece[]): void {
    for (const piece of word) {
      this.#line.push(piece);
      this.#used += piece.width;
    }
  }

  /** A word that no line can hold breaks between any two characters. */
  #addCut(word: readonly Piece[]): void {
    for (const piece of word) {
      let part = "";
      for (const segment of graphemesOf(piece.text)) {
        const longer = part + segment;
        const width = piece.style.font.width(printedText(longer).trimEnd(), piece.style.size);
        if (this.#used + width > this.#width + TOLERANCE && (part !== "" || this.#line.length > 0)) {
          if (part !== "") this.#push([makePiece(piece, part, true, false)]);
          this.#endLine(false);
          part = segment;
        } else {
          part = longer;
        }
      }
      if (part !== "") this.#push([makePiece(piece, part, piece.glued, piece.lineEnd)]);
    }
  }

  #endLine(last: boolean, divided = false): void {
    const { leading, size, align, preserve } = this.#leaf;
    const pieces = this.#line;
    const lastPiece = pieces.at(-1);
    const placed: PlacedPiece[] = [];
    const hyphen = divided || (!last && lastPiece !== undefined && endsWithSoftHyphen(lastPiece));
    this.#hyphens = hyphen ? this.#hyphens + 1 : 0;
    const drawn = this.#used - (lastPiece?.trailing ?? 0) + (hyphen ? drawnHyphenWidth(lastPiece) : 0);
    const free = this.#width - drawn;
    const end = pieces.length - 1;
    let gaps = 0;
    if (align === "justify" && !last) for (let at = 0; at < end; at++) if ((pieces[at]?.trailing ?? 0) > 0) gaps++;
    const stretch = gaps > 0 && free > 0 ? free / gaps : 0;
    let x = align === "center" ? Math.max(0, free / 2) : align === "end" ? Math.max(0, free) : 0;
    for (const piece of pieces) {
      placed.push({ piece, x, word: piece.word, hyphen: false, actual: undefined });
      x += piece.width + (piece.trailing > 0 && piece !== lastPiece ? stretch : 0);
    }
    if (lastPiece && hyphen) {
      this.hasHyphens = true;
      // What is drawn below or through the word ends with the hyphen.
      const piece = { ...lastPiece, width: drawnHyphenWidth(lastPiece), trailing: 0 };
      placed.push({ piece, x, word: piece.style.font.word("-"), hyphen, actual: undefined });
    }
    orderWords(placed);
    const width = preserve ? this.#used : drawn;
    this.#lines.push(new SetLine(this.#width, placed, leading, (leading + 0.714 * size) / 2, width));
    this.#line = [];
    this.#used = 0;
  }
}
