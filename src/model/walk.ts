/** Looks at every node of a document, for questions that do not care what kinds of nodes there are. */

import type { Place } from "./diagnostic.ts";
import type { Document } from "./document.ts";

/** A node, or a part of one such as a cell, with its properties by name. */
export type AnyNode = Readonly<Record<string, unknown>>;

/**
 * Calls `visit` for each of them in reading order, notes last, with the nearest place that is known. Walks over all
 * properties rather than over kinds of nodes, so that a new kind is not forgotten.
 */
export function walkNodes(
  { children, notes }: Pick<Document, "children" | "notes">,
  visit: (node: AnyNode, at: Place | undefined) => void,
): void {
  const walk = (value: unknown, outer: Place | undefined): void => {
    if (Array.isArray(value)) {
      for (const item of value) walk(item, outer);
    } else if (typeof value === "object" && value !== null) {
      const node = value as AnyNode; // nodes are plain data
      const at = (node.at as Place | undefined) ?? outer; // what `at` is in every node
      visit(node, at);
      for (const key in node) {
        const inner = node[key];
        // Most properties are words, and most documents are walked more than once.
        if (typeof inner === "object" && key !== "at") walk(inner, at);
      }
    }
  };
  walk(children, undefined);
  walk(notes, undefined);
}
