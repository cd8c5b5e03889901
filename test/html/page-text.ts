/** The text of a page's content, without its header and its table of contents. */

import { DomUtils, parseDocument } from "htmlparser2";

export function pageText(html: string): string {
  const nodes = parseDocument(html).children;
  const main = DomUtils.findOne(({ name }) => name === "main", nodes);
  if (!main) throw new Error("The page has no main content.");
  const others = DomUtils.findAll(({ name }) => ["nav", "svg", "style"].includes(name), main.children);
  for (const element of others) DomUtils.removeElement(element);
  return DomUtils.textContent(main).replace(/\s+/g, " ").trim();
}
