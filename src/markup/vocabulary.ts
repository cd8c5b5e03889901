/** The elements and attributes that templates and body text may use: one table, closed. */

import { listNumberings } from "../model/document.ts";

/** Where an element may stand. */
export type Content =
  | "block"
  | "inline"
  | "none"
  | "list"
  | "table"
  | "rows"
  | "row"
  | "columns"
  | "descriptions"
  | "bars"
  | "figure"
  | "text";

/** What an element is. */
export interface ElementDefinition {
  /** The kind of content that it belongs to. */
  readonly in: readonly Content[];
  /** The kind of content that it has; `flow` takes blocks or a line of text. */
  readonly has: Content | "flow";
  /** Allowed attributes besides `data-at`; a list gives the only values. */
  readonly attributes: Readonly<Record<string, true | readonly string[]>>;
  /** Attributes that must be given. */
  readonly required?: readonly string[];
}

const heading: ElementDefinition = { in: ["block"], has: "inline", attributes: { id: true } };
const inline: ElementDefinition = { in: ["inline"], has: "inline", attributes: {} };
const cell = { colspan: true, rowspan: true } as const;
const list: ElementDefinition = {
  in: ["block"],
  has: "list",
  attributes: { "data-numbering": listNumberings, "data-tight": ["true", "false"] },
};

/** Elements by name. */
export const elements: Readonly<Record<string, ElementDefinition>> = {
  section: {
    in: ["block"],
    has: "block",
    attributes: { class: ["annex"], id: true, "data-level": ["1", "2", "3", "4", "5", "6"] },
  },
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  p: { in: ["block"], has: "inline", attributes: { class: ["lead", "note", "signature"] } },
  ul: list,
  ol: list,
  li: { in: ["list"], has: "flow", attributes: { "data-marker": true, "data-checked": ["true", "false"] } },
  blockquote: { in: ["block"], has: "flow", attributes: {} },
  pre: { in: ["block"], has: "text", attributes: {} },
  hr: { in: ["block"], has: "none", attributes: {} },
  table: { in: ["block"], has: "table", attributes: {} },
  caption: { in: ["table"], has: "inline", attributes: {} },
  colgroup: { in: ["table"], has: "columns", attributes: {} },
  col: {
    in: ["columns"],
    has: "none",
    attributes: { "data-align": ["start", "center", "end", "decimal"], "data-width": ["auto", "fill"] },
  },
  thead: { in: ["table"], has: "rows", attributes: {} },
  tbody: { in: ["table"], has: "rows", attributes: {} },
  tr: { in: ["rows"], has: "row", attributes: {} },
  th: { in: ["row"], has: "flow", attributes: { ...cell, scope: ["col", "row"] } },
  td: { in: ["row"], has: "flow", attributes: cell },
  figure: { in: ["block"], has: "figure", attributes: {} },
  img: {
    in: ["block", "figure", "inline"],
    has: "none",
    attributes: { src: true, alt: true },
    required: ["src", "alt"],
  },
  figcaption: { in: ["figure"], has: "inline", attributes: {} },
  dl: { in: ["block"], has: "descriptions", attributes: { class: ["head"] } },
  dt: { in: ["descriptions"], has: "inline", attributes: {} },
  dd: { in: ["descriptions"], has: "flow", attributes: {} },
  nav: { in: ["block"], has: "none", attributes: { title: true }, required: ["title"] },
  "bar-chart": { in: ["block"], has: "bars", attributes: { alt: true }, required: ["alt"] },
  bar: { in: ["bars"], has: "none", attributes: { label: true, value: true }, required: ["label", "value"] },
  note: { in: ["block"], has: "flow", attributes: { id: true }, required: ["id"] },
  "note-ref": { in: ["inline"], has: "none", attributes: { for: true }, required: ["for"] },
  strong: inline,
  em: inline,
  del: inline,
  sub: inline,
  sup: inline,
  code: { in: ["inline"], has: "text", attributes: {} },
  a: { in: ["inline", "figure"], has: "inline", attributes: { href: true, title: true }, required: ["href"] },
  span: { in: ["inline"], has: "inline", attributes: { lang: true }, required: ["lang"] },
  br: { in: ["inline"], has: "none", attributes: {} },
};

/** Elements that HTML lets stand without an end tag. */
export const voidElements: ReadonlySet<string> = new Set(["br", "hr", "img", "col"]);
