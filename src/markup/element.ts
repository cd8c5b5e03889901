/** Markup as read: elements of the vocabulary and text, before they become the document tree. */

import type { Place } from "../model/diagnostic.ts";

/** An element. */
export interface MarkupElement {
  readonly type: "element";
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** From its own stamp, or the nearest one around it. */
  readonly at: Place | undefined;
  readonly children: readonly MarkupNode[];
}

/** Characters, entities resolved, white space as written. */
export interface MarkupText {
  readonly type: "text";
  readonly value: string;
}

/** What stands in an element. */
export type MarkupNode = MarkupElement | MarkupText;

/**
 * Gives a node its place, if that is known. Nodes are made by the thousand, and V8 takes long over spreading what may be
 * there into each.
 */
export function placed<T extends { readonly at?: Place }>(node: T, at: Place | undefined): T {
  if (at) (node as { at?: Place }).at = at; // it was just made
  return node;
}

/** The elements among some nodes. */
export function elementsIn(nodes: readonly MarkupNode[]): readonly MarkupElement[] {
  return nodes.filter((node) => node.type === "element");
}

/** All characters below some nodes. */
export function textIn(nodes: readonly MarkupNode[]): string {
  return nodes.map((node) => (node.type === "text" ? node.value : textIn(node.children))).join("");
}
