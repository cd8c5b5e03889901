/** The check that every character of a document is on a page. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import type { Document } from "../model/document.ts";
import { type AnyNode, walkNodes } from "../model/walk.ts";
import { countVisible } from "./visible-text.ts";

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
  walkNodes(document, (node, at) => {
    const text = ownText(node);
    if (text === undefined) return;
    const count = (expected.get(node)?.count ?? 0) + countVisible(text);
    expected.set(node, { text, count, at });
  });
  const diagnostics: Diagnostic[] = [];
  for (const [node, { text, count, at }] of expected) {
    if ((drawn.get(node) ?? 0) < count) diagnostics.push(diagnose("text-lost", { text: excerpt(text) }, at));
  }
  return diagnostics;
}

function ownText(node: AnyNode): string | undefined {
  const property = typeof node.type === "string" ? TEXT_PROPERTY[node.type] : undefined;
  if (property !== undefined) return String(node[property]);
  if (typeof node.marker === "string") return node.marker; // an item of a list
  if (typeof node.label === "string" && "value" in node) return node.label; // a bar of a chart
  return undefined;
}

function excerpt(text: string): string {
  return text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT - 1)}…`;
}
