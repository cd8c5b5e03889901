/** The languages that occur in a document. */

import type { Document } from "../model/document.ts";
import { walkNodes } from "../model/walk.ts";

/** The language of the document and those of foreign passages. */
export function languagesIn(document: Document): ReadonlySet<string> {
  const found = new Set([document.lang]);
  walkNodes(document, ({ lang }) => {
    if (typeof lang === "string") found.add(lang);
  });
  return found;
}
