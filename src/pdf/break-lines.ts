/** Fills lines with words. */

import type { LeafBox } from "./boxes.ts";
import { cutIntoPieces, makePiece, printedText } from "./break-opportunities.ts";
import { type Piece, type PlacedPiece, SetLine } from "./set-line.ts";

const SOFT_HYPHEN = "\u00ad";

/** Lines may exceed the measure by so much; sums of widths are not exact. */
const TOLERANCE = 0.01;

const graphemes = new Intl.Segmenter("de", { granularity: "grapheme" });

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
    filler.addWord(pieces.slice(at, end));
    at = end;
  }
  const lines = filler.finish();
  const first = lines[0];
  if (first) {
    first.anchors = leaf.anchors;
    first.bookmark = leaf.bookmark;
  }
  leaf.broken = { width, lines };
  return lines;
}

/** The first word that had to be cut because no line of this width can hold it. */
export function findCutWord(leaf: LeafBox, width: number): { text: string; source: object | undefined } | undefined {
  const pieces = cutIntoPieces(leaf);
  for (let at = 0; at < pieces.length; ) {
    const end = wordEnd(pieces, at);
    const word = pieces.slice(at, end);
    if (wordWidth(word) > width + TOLERANCE) {
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
  let trailing = 0;
  for (let at = 0; at < pieces.length; ) {
    const end = wordEnd(pieces, at);
    const word = pieces.slice(at, end);
    min = Math.max(min, wordWidth(word));
    for (const piece of word) line += piece.width;
    trailing = leaf.preserve ? 0 : (word.at(-1)?.trailing ?? 0);
    max = Math.max(max, line - trailing);
    if (word.at(-1)?.lineEnd) line = 0;
    at = end;
  }
  return { min, max };
}

class LineFiller {
  readonly #leaf: LeafBox;
  readonly #width: number;
  readonly #lines: SetLine[] = [];
  #line: Piece[] = [];
  #used = 0;

  constructor(leaf: LeafBox, width: number) {
    this.#leaf = leaf;
    this.#width = width;
  }

  addWord(word: readonly Piece[]): void {
    const needed = wordWidth(word) + this.#hyphenWidth(word.at(-1));
    if (this.#line.length > 0 && this.#used + needed > this.#width + TOLERANCE) this.#endLine(false);
    if (this.#used + wordWidth(word) > this.#width + TOLERANCE) this.#addCut(word);
    else this.#push(word);
    if (word.at(-1)?.lineEnd) this.#endLine(true);
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

  /** Room for the hyphen that a soft hyphen needs if the line ends after it. */
  #hyphenWidth(piece: Piece | undefined): number {
    return piece?.text.endsWith(SOFT_HYPHEN) ? piece.style.font.width("-", piece.style.size) : 0;
  }

  /** A word that no line can hold breaks between any two characters. */
  #addCut(word: readonly Piece[]): void {
    for (const piece of word) {
      let part = "";
      for (const { segment } of graphemes.segment(piece.text)) {
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

  #endLine(last: boolean): void {
    const { leading, size, align, preserve } = this.#leaf;
    const pieces = this.#line;
    const lastPiece = pieces.at(-1);
    const placed: PlacedPiece[] = [];
    const free = this.#width - (this.#used - (lastPiece?.trailing ?? 0));
    const gaps =
      align === "justify" && !last ? pieces.filter((p, i) => p.trailing > 0 && i < pieces.length - 1).length : 0;
    const stretch = gaps > 0 && free > 0 ? free / gaps : 0;
    let x = align === "center" ? Math.max(0, free / 2) : align === "end" ? Math.max(0, free) : 0;
    for (const [index, piece] of pieces.entries()) {
      placed.push({ piece, x, text: piece.replacement ?? printedText(piece.text), hyphen: false });
      x += piece.width + (piece.trailing > 0 && index < pieces.length - 1 ? stretch : 0);
    }
    if (lastPiece && !last && lastPiece.text.endsWith(SOFT_HYPHEN))
      placed.push({ piece: lastPiece, x, text: "-", hyphen: true });
    const width = preserve ? this.#used : this.#used - (lastPiece?.trailing ?? 0);
    this.#lines.push(new SetLine(this.#width, placed, leading, (leading + 0.714 * size) / 2, width));
    this.#line = [];
    this.#used = 0;
  }
}
