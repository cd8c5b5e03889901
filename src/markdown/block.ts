/** The block structure of a body, as the block parser builds it line by line. */

import type { ListMarker } from "./list-marker.ts";
import type { Piece } from "./stretch.ts";

interface Base {
  /** Where it begins in the file. */
  readonly offset: number;
  readonly startLine: number;
  /** The last line that is not blank; grows while the block is open. */
  endLine: number;
}

/** Blocks that hold blocks. */
export type Container = Body | Quote | List | Item | Footnote;

/** Blocks that hold text. */
export type Leaf = Paragraph | Heading | CodeBlock | HtmlBlock | ThematicBreak | Table | Definition;

/** Any block. */
export type Block = Container | Leaf;

/** The whole body. */
export interface Body extends Base {
  readonly type: "body";
  readonly children: Block[];
}

/** Lines behind `>`. */
export interface Quote extends Base {
  readonly type: "quote";
  readonly children: Block[];
}

/** A list; all its markers are of one kind. */
export interface List extends Base {
  readonly type: "list";
  readonly children: Item[];
}

/** An item; `width` is the number of columns by which its further blocks are indented. */
export interface Item extends Base {
  readonly type: "item";
  readonly marker: ListMarker;
  readonly width: number;
  readonly children: Block[];
}

/** `[^label]: …` */
export interface Footnote extends Base {
  readonly type: "footnote";
  readonly label: string;
  readonly children: Block[];
}

/** Running text. */
export interface Paragraph extends Base {
  readonly type: "paragraph";
  lines: Piece[];
}

/** A heading; `underline` is set if it is one by the line of `-` or `=` below it. */
export interface Heading extends Base {
  readonly type: "heading";
  readonly level: number;
  readonly lines: readonly Piece[];
  readonly underline?: Piece;
}

/** Preformatted text; `fence` is set unless it is code by indentation. */
export interface CodeBlock extends Base {
  readonly type: "code";
  readonly fence?: { readonly mark: string; readonly indent: number; closed: boolean };
  readonly lines: Piece[];
}

/** Raw HTML; `end` closes it, a blank line if there is none. */
export interface HtmlBlock extends Base {
  readonly type: "html";
  readonly end: RegExp | undefined;
  closed: boolean;
  readonly lines: Piece[];
}

/** `---` */
export interface ThematicBreak extends Base {
  readonly type: "break";
}

/** A table; `columns` are the alignments that its second line gives. */
export interface Table extends Base {
  readonly type: "table";
  readonly header: Piece;
  readonly columns: readonly ("start" | "center" | "end")[];
  readonly rows: Piece[];
}

/** `[label]: address`; prints nothing, but counts for the space between list items. */
export interface Definition extends Base {
  readonly type: "definition";
  readonly label: string;
}

/** True for blocks that hold blocks. */
export function isContainer(block: Block): block is Container {
  return (
    block.type === "body" ||
    block.type === "quote" ||
    block.type === "list" ||
    block.type === "item" ||
    block.type === "footnote"
  );
}

/** An address that `[label]` stands for. */
export interface LinkTarget {
  readonly label: string;
  readonly href: string;
  readonly title: string | undefined;
  readonly offset: number;
}

/** What those who recognize the start of a block may know of the blocks that are open. */
export interface OpenBlocks {
  /** The innermost open block. */
  readonly tip: Block;
  /** All lines of the body. */
  readonly lines: readonly Piece[];
  /** The lines of a paragraph behind the link definitions at its start. */
  withoutDefinitions(paragraph: Paragraph): readonly Piece[];
}
