/** A line of text whose words have their places. */

import type { Footnote, TextStyle } from "./boxes.ts";
import type { PrintedWord } from "./font-library.ts";
import { Line } from "./pdfmake-classes.ts";

/** A word, or a part of one, with the space after it. */
export interface Piece {
  readonly text: string;
  /** What is drawn of it. */
  readonly word: PrintedWord;
  readonly style: TextStyle;
  readonly source: object | undefined;
  readonly replacement: string | undefined;
  readonly pageOf: string | undefined;
  readonly note: Footnote | undefined;
  readonly width: number;
  /** Width of the space at its end. */
  readonly trailing: number;
  /** No break is allowed after it. */
  readonly glued: boolean;
  /** The line ends after it. */
  readonly lineEnd: boolean;
}

/** A piece on its line. */
export interface PlacedPiece {
  readonly piece: Piece;
  readonly x: number;
  /** What is drawn. */
  readonly word: PrintedWord;
  /** A drawn hyphen that the text does not have. */
  readonly hyphen: boolean;
  /** What a reader takes for it, if that is not its text. */
  actual: string | undefined;
}

/** A line as pdfmake's writer takes it; height and baseline do not depend on the fonts in it. */
export class SetLine extends Line {
  readonly pieces: readonly PlacedPiece[];
  readonly height: number;
  readonly baseline: number;
  /** Width of what is drawn. */
  readonly naturalWidth: number;
  anchors: readonly string[] | undefined;
  bookmark: { readonly title: string; readonly level: number } | undefined;
  /** Set on copies for repeated table heads. */
  repeated = false;

  constructor(
    maxWidth: number,
    pieces: readonly PlacedPiece[],
    height: number,
    baseline: number,
    naturalWidth: number,
  ) {
    super(maxWidth);
    this.pieces = pieces;
    this.height = height;
    this.baseline = baseline;
    this.naturalWidth = naturalWidth;
    this.notes = notesOf(pieces);
  }

  /** Footnotes that the line refers to. */
  readonly notes: readonly Footnote[];

  override getHeight(): number {
    return this.height;
  }

  override getAscenderHeight(): number {
    return this.baseline;
  }

  override getWidth(): number {
    return this.naturalWidth;
  }

  override clone(): SetLine {
    const copy = new SetLine(this.maxWidth, this.pieces, this.height, this.baseline, this.naturalWidth);
    copy.anchors = this.anchors;
    copy.bookmark = this.bookmark;
    copy.repeated = this.repeated;
    if (this.x !== undefined) copy.x = this.x;
    if (this.y !== undefined) copy.y = this.y;
    return copy;
  }
}

const NONE: readonly Footnote[] = [];

/** Nearly all lines have none. */
function notesOf(pieces: readonly PlacedPiece[]): readonly Footnote[] {
  for (const { piece } of pieces) if (piece.note) return pieces.flatMap(({ piece }) => piece.note ?? []);
  return NONE;
}
