/** The languages that occur in a document. */

import type { Document } from "../model/document.ts";

/** The language of the document and those of foreign passages. */
export function languagesIn(document: Document): ReadonlySet<string> {
  const found = new Set([document.lang]);
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    if ("lang" in value && typeof value.lang === "string") found.add(value.lang);
    for (const [key, inner] of Object.entries(value)) if (key !== "at") visit(inner);
  };
  visit(document.children);
  visit(document.notes);
  return found;
}
