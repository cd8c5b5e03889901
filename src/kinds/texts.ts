/** The body texts in a view. */

import type { Markdown } from "../model/markdown.ts";

/** All of them, in the order of the view. */
export function textsIn(view: unknown): readonly Markdown[] {
  if (Array.isArray(view)) return view.flatMap(textsIn);
  if (typeof view !== "object" || view === null) return [];
  // The tag tells body text from all else that a view holds.
  if ("type" in view && view.type === "markdown") return [view as Markdown];
  return Object.values(view).flatMap(textsIn);
}
