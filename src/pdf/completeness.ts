/** The check that every character of a document is on a page. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import type { Document } from "../model/document.ts";
import { countVisible } from "./choose-font.ts";

/** Nodes that carry characters themselves, and in which property. */
const TEXT_PROPERTY: Readonly<Record<string, string>> = { text: "value", code: "value", "code-block": "text" };

/** Longest quotation of a lost text in a message. */
const EXCERPT = 60;

/**
 * Compares what was drawn of each node with what the node says. The walk knows nothing of how nodes are set, so that
 * a branch that setting forgets is found too.
 */
export function findLostText(document: Document, drawn: ReadonlyMap<object, number>): readonly Diagnostic[] {
  const expected = new Map<object, { text: string; count: number; at: Place | undefined }>();
  const visit = (value: unknown, at: Place | undefined): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, at);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    const node = value as Record<string, unknown>; // plain data: any property may be looked at
    const place = (node.at as Place | undefined) ?? at;
    const text = ownText(node);
    if (text !== undefined) {
      const count = (expected.get(value)?.count ?? 0) + countVisible(text);
      expected.set(value, { text, count, at: place });
    }
    for (const [key, inner] of Object.entries(node)) if (key !== "at") visit(inner, place);
  };
  visit(document.children, undefined);
  visit(document.notes, undefined);
  const diagnostics: Diagnostic[] = [];
  for (const [node, { text, count, at }] of expected) {
    if ((drawn.get(node) ?? 0) < count) diagnostics.push(diagnose("text-lost", { text: excerpt(text) }, at));
  }
  return diagnostics;
}

function ownText(node: Record<string, unknown>): string | undefined {
  const property = typeof node.type === "string" ? TEXT_PROPERTY[node.type] : undefined;
  if (property !== undefined) return String(node[property]);
  if (typeof node.marker === "string") return node.marker; // an item of a list
  if (typeof node.label === "string" && "value" in node) return node.label; // a bar of a chart
  return undefined;
}

function excerpt(text: string): string {
  return text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT - 1)}…`;
}
