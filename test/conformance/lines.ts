/** The text of a document tree, a paragraph (or heading, cell, label …) a line. */

import type { Document, Inline } from "../../src/model/document.ts";
import { markerText } from "../../src/pdf/set-list.ts";

const INLINES: ReadonlySet<unknown> = new Set<Inline["type"]>([
  "text",
  "strong",
  "emphasis",
  "deletion",
  "code",
  "subscript",
  "superscript",
  "link",
  "span",
  "line-break",
  "note-reference",
]);

/** Walks all properties, so that it knows nothing of how documents are printed. */
export function linesOf({ children, notes }: Pick<Document, "children" | "notes">): readonly string[] {
  const lines: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      if (value.length > 0 && value.every((item) => INLINES.has((item as { type?: unknown })?.type))) {
        lines.push((value as Inline[]).map(wordsOf).join("")); // every item is one
      } else for (const item of value) visit(item);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    const node = value as Record<string, unknown>; // nodes are plain data
    if (node.type === "code-block") lines.push(...String(node.text).split("\n"));
    if (typeof node.marker === "string") lines.push(markerText(value as Parameters<typeof markerText>[0]));
    if (typeof node.label === "string" && typeof node.value === "number") lines.push(node.label);
    for (const [key, inner] of Object.entries(node)) if (key !== "at") visit(inner);
  };
  visit(children);
  visit(notes);
  return lines;
}

function wordsOf(node: Inline): string {
  switch (node.type) {
    case "text":
    case "code":
      return node.value;
    case "line-break":
      return " ";
    case "note-reference":
      return String(node.number);
    default:
      return node.children.map(wordsOf).join("");
  }
}
