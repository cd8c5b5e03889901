/** The HTML of a body, with headings at the levels that the place in the paper asks for. */

import type { Markdown } from "../model/markdown.ts";
import { partsOf } from "./body-writer.ts";

/** Renders a body; `level` is the level of its topmost headings. Deeper ones follow without gaps. */
export function renderMarkdown(markdown: Markdown, options: { readonly level: 1 | 2 | 3 | 4 | 5 | 6 }): string {
  const open: number[] = [];
  let html = "";
  for (const part of partsOf(markdown)) {
    if (typeof part === "string") {
      html += part;
      continue;
    }
    while ((open.at(-1) ?? 0) >= part.level) open.pop();
    const name = `h${Math.min(6, options.level + open.length)}`;
    open.push(part.level);
    html += `<${name}${part.attributes}>${part.html}</${name}>`;
  }
  return html;
}
