/** What the document tree becomes before it has pages: pdfmake's nodes, with the properties that this folder adds. */

import type { Place } from "../model/diagnostic.ts";
import type { Hyphenator } from "../typography/hyphenator.ts";
import type { LibraryFont } from "./font-library.ts";
import type { SetLine } from "./set-line.ts";
import type { Owner } from "./structure.ts";

/** Left, top, right, bottom, in points. */
export type Margin = [left: number, top: number, right: number, bottom: number];

/** Everything about a stretch of text that does not change within it. Runs of equal look share one object. */
export interface TextStyle {
  readonly font: LibraryFont;
  readonly size: number;
  readonly color: string;
  /** Points above the line on which the text stands; negative for below. */
  readonly rise: number;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly background: string | undefined;
  readonly owner: Owner;
  readonly link: LinkTarget | undefined;
  /** Hyphenates its words; undefined: they are not. */
  readonly hyphenator: Hyphenator | undefined;
}

/** Where a link leads. */
export interface LinkTarget {
  readonly href: string;
  readonly description: string;
  /** The link itself; what is drawn may belong to an element within it. */
  readonly owner: Owner;
}

/** A stretch of text of one style. */
export interface Run {
  readonly text: string;
  readonly style: TextStyle;
  /** What has to be drawn in place of `text`, if no font has it. */
  readonly replacement: string | undefined;
  /** The node of the document whose characters these are; for the check that nothing is lost. */
  readonly source: object | undefined;
  /** Prints the number of the page that holds this anchor. */
  readonly pageOf: string | undefined;
  /** The footnote that this run refers to. */
  readonly note: Footnote | undefined;
}

/** A footnote, to print at the foot of the page with its first reference. */
export interface Footnote {
  readonly number: number;
  /** Its text; known when all blocks are set. */
  box?: StackBox;
  /** Those that its own text refers to. */
  notes?: readonly Footnote[];
  /** Height with the space above it; known when the text is measured. */
  height: number;
}

/** What every box has. Space before and after collapses with the neighbours' and vanishes at the top of a page. */
interface BoxBase {
  margin?: Margin | undefined;
  spaceBefore?: number | undefined;
  spaceAfter?: number | undefined;
  /** Never the last on its page. */
  keepWithNext?: boolean | undefined;
  /** Never the first on its page. */
  keepWithPrevious?: boolean | undefined;
  /** Not torn, if it is no taller than this, in points. */
  keepUpTo?: number | undefined;
  newPage?: boolean | undefined;
  /** Prints on a page turned to landscape; only for what stands directly in the document. */
  landscape?: boolean | undefined;
  /** Height of what has to follow on the same page. */
  reserve?: number | undefined;
  // pdfmake's own:
  _margin?: Margin | null | undefined;
  _minWidth?: number | undefined;
  _maxWidth?: number | undefined;
  positions?: readonly unknown[] | undefined;
}

/** A paragraph, heading, caption …: lines of text. */
export interface LeafBox extends BoxBase {
  text: "";
  runs: readonly Run[];
  align: "start" | "center" | "end" | "justify";
  /** Height of a line in points. */
  leading: number;
  /** Type size that decides where lines stand. */
  size: number;
  /** Spaces at the ends of lines stay, and lines break anywhere if they must. */
  preserve?: boolean | undefined;
  /** Anchors that point here. */
  anchors?: readonly string[] | undefined;
  bookmark?: { readonly title: string; readonly level: number } | undefined;
  /** Begins behind a bar of this length. */
  behind?: Stretch | undefined;
  /** Where the author wrote it, for messages. */
  at?: Place | undefined;
  /** Lines as broken for a width; `hasLongWord` tells whether a word had to be divided whatever the line. */
  broken?: { readonly width: number; readonly lines: readonly SetLine[]; readonly hasLongWord: boolean } | undefined;
  /** Pieces between possible breaks. */
  pieces?: readonly object[] | undefined;
}

/** Boxes one below the other. */
export interface StackBox extends BoxBase {
  stack: Box[];
  /** Stands to the left of the first line. */
  marker?: Marker;
  /** A rule or background along the whole height, over page breaks too. */
  band?: Band;
}

/** The marker of a list item. */
export interface Marker {
  readonly leaf: LeafBox;
  /** Distance of its left edge from that of the item's text. */
  readonly indent: number;
}

/** A rule or a background along a block. */
export interface Band {
  readonly color: string;
  /** Distance of the left edge from the block's. */
  readonly left: number;
  /** Undefined: as wide as the block. */
  readonly width?: number;
  /** How far it extends above and below. */
  readonly bleed: number;
}

/** A table, also one that only aligns. */
export interface TableBox extends BoxBase {
  table: {
    body: CellBox[][];
    widths: TableWidth[];
    headerRows: number;
  };
  layout: object;
  /** Columns that share what the others leave. */
  fills: readonly boolean[];
  /** Stretches over the whole width even if the content needs less. */
  stretch: boolean;
  /** Where the author wrote it, for messages; undefined for tables that only align. */
  reportAt?: object;
  /** Columns have their widths, but for those that fill. */
  columnsReady?: boolean;
  /** The width for which columns have theirs. */
  fitted?: { readonly width: number; readonly fit: "fits" | "too-wide" };
  _offsets?: { readonly total: number; readonly offsets: readonly number[] };
  _layout?: TableLayout;
}

/** Functions that pdfmake asks about the look of a table. */
export interface TableLayout {
  hLineWidth(line: number): number;
  paddingTop(row: number): number;
  paddingBottom(row: number): number;
}

/** A column while pdfmake computes it. */
export interface TableWidth {
  width: number | "auto" | "*";
  _minWidth?: number;
  _maxWidth?: number;
  _calcWidth?: number;
}

/** A cell; `_span` marks a place that another cell covers. */
export type CellBox =
  | (StackBox & { colSpan?: number; rowSpan?: number; fillColor?: string; _span?: boolean })
  | CoveredCell;

/** A place that another cell covers. */
export interface CoveredCell {
  _span: true;
  stack?: undefined;
  colSpan?: undefined;
  rowSpan?: undefined;
}

/** A picture of pixels. */
export interface ImageBox extends BoxBase {
  image: string;
  width: number;
  height: number;
  alignment: "left" | "center";
  owner: Owner;
  link?: LinkTarget;
}

/** A picture of vectors. */
export interface SvgBox extends BoxBase {
  svg: string;
  width: number;
  height: number;
  alignment: "left" | "center";
  owner: Owner;
  link?: LinkTarget;
}

/** A length that follows the width of a box: a share of what is left after some points. */
export interface Stretch {
  readonly share: number;
  readonly except: number;
}

/** Rectangles and lines. */
export interface CanvasBox extends BoxBase {
  canvas: Vector[];
  /** Height to take; pdfmake would take what the vectors need. */
  height: number;
}

/** A shape; coordinates from the upper left corner of its box. */
export interface Vector {
  type: "rect" | "line";
  x?: number;
  y?: number;
  w?: number;
  h?: number;
  x1?: number;
  y1?: number;
  x2?: number;
  y2?: number;
  lineWidth?: number;
  lineColor?: string;
  color?: string;
  owner?: Owner;
  /** Width as a part of the box's. */
  stretch?: Stretch;
}

/** Anything that can stand on a page. */
export type Box = LeafBox | StackBox | TableBox | ImageBox | SvgBox | CanvasBox;
