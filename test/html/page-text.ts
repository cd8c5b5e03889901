/** The text of a page's content, without its header and its table of contents. */

import { parseDocument } from "htmlparser2";

type Node = ReturnType<typeof parseDocument>["children"][number];

function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.data;
      if (!("children" in node) || ("name" in node && ["nav", "svg", "style"].includes(String(node.name)))) return "";
      return textOf(node.children as Node[]);
    })
    .join(" ");
}

function find(nodes: readonly Node[], name: string): Node | undefined {
  for (const node of nodes) {
    if ("name" in node && node.name === name) return node;
    const found = "children" in node ? find(node.children as Node[], name) : undefined;
    if (found) return found;
  }
  return undefined;
}

export function pageText(html: string): string {
  const main = find(parseDocument(html).children, "main");
  if (!main) throw new Error("The page has no main content.");
  return textOf([main]);
}
