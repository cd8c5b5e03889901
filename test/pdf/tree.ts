/** Short ways to write document trees by hand. */

import type {
  BarChart,
  Block,
  Cell,
  CodeBlock,
  Column,
  DescriptionList,
  Document,
  Figure,
  Heading,
  Inline,
  List,
  ListItem,
  ListNumbering,
  Note,
  Paragraph,
  Quote,
  Row,
  Section,
  Table,
  Text,
} from "../../src/model/document.ts";

type Content = string | readonly (Inline | string)[];

export function text(value: string): Text {
  return { type: "text", value };
}

export function inlines(content: Content): Inline[] {
  if (typeof content === "string") return [text(content)];
  return content.map((item) => (typeof item === "string" ? text(item) : item));
}

export function p(content: Content, role: Paragraph["role"] = "text"): Paragraph {
  return { type: "paragraph", role, children: inlines(content) };
}

export function h(
  level: Heading["level"],
  content: Content,
  id = `h-${typeof content === "string" ? content : level}`,
): Heading {
  return { type: "heading", level, id, children: inlines(content) };
}

export function section(children: readonly Block[], role: Section["role"] = "part", id?: string): Section {
  return { type: "section", role, children, ...(id !== undefined && { id }) };
}

export function item(marker: string, content: Content | readonly Block[], checked?: boolean): ListItem {
  const blocks = Array.isArray(content) && content.some(isBlock) ? (content as Block[]) : [p(content as Content)];
  return { marker, children: blocks, ...(checked !== undefined && { checked }) };
}

function isBlock(value: unknown): boolean {
  const blocks = [
    "paragraph",
    "list",
    "quote",
    "table",
    "figure",
    "code-block",
    "bar-chart",
    "description-list",
    "heading",
  ];
  return typeof value === "object" && value !== null && "type" in value && blocks.includes(String(value.type));
}

export function list(items: readonly ListItem[], numbering: ListNumbering = "disc", tight = true): List {
  return { type: "list", numbering, tight, items };
}

export function quote(children: readonly Block[]): Quote {
  return { type: "quote", children };
}

export function code(value: string): CodeBlock {
  return { type: "code-block", text: value };
}

export function cell(content: Content | readonly Block[], options: Partial<Cell> = {}): Cell {
  const blocks = Array.isArray(content) && content.some(isBlock) ? (content as Block[]) : [p(content as Content)];
  return { colSpan: 1, rowSpan: 1, children: blocks, ...options };
}

export function row(...cells: (Cell | string)[]): Row {
  return { cells: cells.map((c) => (typeof c === "string" ? cell(c) : c)) };
}

export function headRow(...cells: string[]): Row {
  return { cells: cells.map((c) => cell(c, { header: "column" })) };
}

export function table(
  columns: readonly Column["align"][],
  head: readonly Row[],
  body: readonly Row[],
  caption?: Content,
): Table {
  return {
    type: "table",
    columns: columns.map((align) => ({ align, width: "auto" })),
    head,
    body,
    ...(caption !== undefined && { caption: inlines(caption) }),
  };
}

export function facts(
  role: DescriptionList["role"],
  entries: readonly (readonly [string, Content])[],
): DescriptionList {
  return {
    type: "description-list",
    role,
    entries: entries.map(([term, value]) => ({ term: inlines(term), description: [p(value)] })),
  };
}

export function chart(alt: string, bars: readonly (readonly [string, number])[]): BarChart {
  return { type: "bar-chart", alt, bars: bars.map(([label, value]) => ({ label, value })) };
}

export function figure(image: string, alt: string, caption?: Content): Figure {
  return { type: "figure", image, alt, ...(caption !== undefined && { caption: inlines(caption) }) };
}

export function note(number: number, content: Content): Note {
  return { number, children: [p(content)] };
}

export const strong = (...content: (Inline | string)[]): Inline => ({ type: "strong", children: inlines(content) });
export const em = (...content: (Inline | string)[]): Inline => ({ type: "emphasis", children: inlines(content) });
export const del = (...content: (Inline | string)[]): Inline => ({ type: "deletion", children: inlines(content) });
export const sub = (...content: (Inline | string)[]): Inline => ({ type: "subscript", children: inlines(content) });
export const sup = (...content: (Inline | string)[]): Inline => ({ type: "superscript", children: inlines(content) });
export const codeSpan = (value: string): Inline => ({ type: "code", value });
export const link = (href: string, ...content: (Inline | string)[]): Inline => ({
  type: "link",
  href,
  children: inlines(content),
});
export const lang = (tag: string, ...content: (Inline | string)[]): Inline => ({
  type: "span",
  lang: tag,
  children: inlines(content),
});
export const noteRef = (number: number): Inline => ({ type: "note-reference", number });
export const br: Inline = { type: "line-break" };

export function paper(children: readonly Block[], rest: Partial<Document> = {}): Document {
  return {
    lang: "de-DE",
    title: "Prüfdokument",
    metadata: { keywords: [], date: "2026-03-12" },
    running: { body: "Kreis Auental", paper: "TOP 3", title: "Prüfdokument" },
    children,
    notes: [],
    images: {},
    ...rest,
  };
}
