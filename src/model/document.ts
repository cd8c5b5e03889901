/**
 * The document tree: what a paper says, in reading order, before it has pages. Every edition (PDF, HTML) is made from it.
 *
 * Nodes are readonly plain data (`structuredClone(tree)` equals `tree`). The unions are closed: whoever switches over
 * `type` ends in `assertNever`, so a new element makes the compiler name every place to extend.
 */

import type { Place } from "./diagnostic.ts";
import type { Image } from "./image.ts";

/** A whole paper. */
export interface Document {
  /** BCP 47 tag of the main language, e.g. `de-DE`. */
  readonly lang: string;
  /** What the title bar and the metadata say. Never empty. */
  readonly title: string;
  readonly metadata: Metadata;
  /** Values for the placeholders of the theme's header and footer, e.g. `{ body: "Kreis Auental", paper: "TOP 3" }`. */
  readonly running: Readonly<Record<string, string>>;
  /** Printed at the top of the first page, beside nothing else. */
  readonly logo?: Logo;
  /** Set when the paper prints as a draft. */
  readonly draft?: DraftMark;
  readonly children: readonly Block[];
  /** Footnotes in the order of their first reference; `number` counts from 1 without gaps. */
  readonly notes: readonly Note[];
  /** Every image that a node names, by the key that it uses. */
  readonly images: Readonly<Record<string, Image>>;
}

/** What goes into the document information and XMP. */
export interface Metadata {
  readonly author?: string;
  readonly subject?: string;
  readonly keywords: readonly string[];
  /** ISO date (`2012-06-14`) that the paper carries; stands in for the creation date, since the clock may not. */
  readonly date?: string;
}

/** The coat of arms or word mark of the body. */
export interface Logo {
  /** Key in {@link Document.images}. */
  readonly image: string;
  readonly alt: string;
}

/** The mark on every page of a draft. */
export interface DraftMark {
  /** „ENTWURF“ */
  readonly label: string;
  /** The newest date of the sources and a short hash: `20.11.2026 · a1b2c3d4`. */
  readonly revision: string;
}

/** What every node may carry. */
interface Node {
  /** Where the author wrote it: a Markdown source or a template. */
  readonly at?: Place;
}

/** Elements that stack on the page. */
export type Block =
  | Section
  | Heading
  | Paragraph
  | List
  | Quote
  | CodeBlock
  | Table
  | Figure
  | BarChart
  | DescriptionList
  | ThematicBreak
  | Contents;

/** Elements within a line. */
export type Inline =
  | Text
  | Strong
  | Emphasis
  | Deletion
  | Code
  | Subscript
  | Superscript
  | Link
  | Span
  | LineBreak
  | NoteReference;

/** A part with a heading of its own; prints no box. An annex begins on a new page. */
export interface Section extends Node {
  readonly type: "section";
  readonly role: "part" | "annex";
  /** Target for internal links. */
  readonly id?: string;
  readonly children: readonly Block[];
}

/** A heading; the tree's levels have no gaps, and level 1 occurs once, first. */
export interface Heading extends Node {
  readonly type: "heading";
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** Unique in the document; target of links, bookmarks and the table of contents. */
  readonly id: string;
  readonly children: readonly Inline[];
}

/** Running text. `lead` introduces, `note` is small print, `signature` stays with what precedes it. */
export interface Paragraph extends Node {
  readonly type: "paragraph";
  readonly role: "text" | "lead" | "note" | "signature";
  readonly children: readonly Inline[];
}

/** Kinds of numbering after ISO 32000 (ListNumbering). */
export const listNumberings = [
  "none",
  "disc",
  "circle",
  "square",
  "decimal",
  "lower-alpha",
  "upper-alpha",
  "lower-roman",
  "upper-roman",
] as const;

/** One of them. */
export type ListNumbering = (typeof listNumberings)[number];

/** A list; markers print as typed. */
export interface List extends Node {
  readonly type: "list";
  readonly numbering: ListNumbering;
  /** Items of a tight list have no space between them. */
  readonly tight: boolean;
  readonly items: readonly ListItem[];
}

/** An item of a list. */
export interface ListItem extends Node {
  /** What prints before the text: `•`, `3.`, `a)`, `(1)`, `⇨`; empty for a task. */
  readonly marker: string;
  /** Set for a task: its box is checked or not. */
  readonly checked?: boolean;
  readonly children: readonly Block[];
}

/** A quotation of blocks. */
export interface Quote extends Node {
  readonly type: "quote";
  readonly children: readonly Block[];
}

/** Preformatted text; lines and spaces stay. */
export interface CodeBlock extends Node {
  readonly type: "code-block";
  readonly text: string;
}

/** How a column is set; `decimal` aligns numbers on their decimal comma. */
export type Alignment = "start" | "center" | "end" | "decimal";

/** A table. Rows are complete: spans are given on cells, covered places are left out of `cells`. */
export interface Table extends Node {
  readonly type: "table";
  readonly caption?: readonly Inline[];
  readonly columns: readonly Column[];
  /** Header rows, repeated on every page. */
  readonly head: readonly Row[];
  readonly body: readonly Row[];
}

/** A column of a table. */
export interface Column {
  readonly align: Alignment;
  /** `auto` takes what its content needs, `fill` shares the rest. */
  readonly width: "auto" | "fill";
}

/** A row of a table. */
export interface Row extends Node {
  readonly cells: readonly Cell[];
}

/** A cell. `header` says what a header cell heads; absent on data cells. */
export interface Cell extends Node {
  readonly header?: "column" | "row";
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly children: readonly Block[];
}

/** A picture on a line of its own. */
export interface Figure extends Node {
  readonly type: "figure";
  /** Key in {@link Document.images}. */
  readonly image: string;
  /** Alternative text; empty for a picture that is only decoration. */
  readonly alt: string;
  readonly caption?: readonly Inline[];
  /** Target if the picture is a link. */
  readonly href?: string;
}

/** Horizontal bars, drawn as vectors. */
export interface BarChart extends Node {
  readonly type: "bar-chart";
  /** States the figures in words. */
  readonly alt: string;
  readonly bars: readonly Bar[];
}

/** One bar of a chart. */
export interface Bar extends Node {
  readonly label: string;
  /** Not negative. */
  readonly value: number;
}

/** Names and values side by side; `head` is the block of facts at the top of a paper. */
export interface DescriptionList extends Node {
  readonly type: "description-list";
  readonly role: "head" | "facts";
  readonly entries: readonly DescriptionEntry[];
}

/** A name with its value. */
export interface DescriptionEntry extends Node {
  readonly term: readonly Inline[];
  readonly description: readonly Block[];
}

/** A break in thought, drawn as a short rule. */
export interface ThematicBreak extends Node {
  readonly type: "thematic-break";
}

/** Where the table of contents goes, if the theme asks for one in a document of this length. */
export interface Contents extends Node {
  readonly type: "contents";
  readonly title: string;
}

/** Characters. White space is already collapsed; the only line break is {@link LineBreak}. */
export interface Text extends Node {
  readonly type: "text";
  readonly value: string;
}

/** Important text, bold. */
export interface Strong extends Node {
  readonly type: "strong";
  readonly children: readonly Inline[];
}

/** Stressed text, italic. */
export interface Emphasis extends Node {
  readonly type: "emphasis";
  readonly children: readonly Inline[];
}

/** Struck text. */
export interface Deletion extends Node {
  readonly type: "deletion";
  readonly children: readonly Inline[];
}

/** A short piece of code. */
export interface Code extends Node {
  readonly type: "code";
  readonly value: string;
}

/** Lowered text. */
export interface Subscript extends Node {
  readonly type: "subscript";
  readonly children: readonly Inline[];
}

/** Raised text. */
export interface Superscript extends Node {
  readonly type: "superscript";
  readonly children: readonly Inline[];
}

/** A link: `https:`, `http:`, `mailto:` or `#id` within the document. */
export interface Link extends Node {
  readonly type: "link";
  readonly href: string;
  readonly title?: string;
  readonly children: readonly Inline[];
}

/** Text in another language than its surroundings. */
export interface Span extends Node {
  readonly type: "span";
  /** BCP 47 tag. */
  readonly lang: string;
  readonly children: readonly Inline[];
}

/** A hard line break. */
export interface LineBreak extends Node {
  readonly type: "line-break";
}

/** The raised number that points at a footnote. */
export interface NoteReference extends Node {
  readonly type: "note-reference";
  /** {@link Note.number} */
  readonly number: number;
}

/** A footnote. */
export interface Note extends Node {
  readonly number: number;
  readonly children: readonly Block[];
}

/** Makes the compiler complain where a union is not handled in full. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled: ${JSON.stringify(value)}`);
}
