/** A body text as plain text, for data that knows no markup: one line a block, list markers as typed. */

import { Parser } from "htmlparser2";
import type { Markdown } from "../model/markdown.ts";
import { renderMarkdown } from "./render-markdown.ts";

/** Elements after which a new line begins. */
const BLOCKS: ReadonlySet<string> = new Set(
  "p h1 h2 h3 h4 h5 h6 li tr pre blockquote figure figcaption caption dt dd br hr".split(" "),
);

/** The words of a text, notes left out. */
export function plainText(text: Markdown): string {
  let words = "";
  let isInNote = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "note") isInNote = true;
      const marker = attributes["data-marker"];
      if (name === "li" && marker) words += `${marker} `;
    },
    ontext: (part) => {
      if (!isInNote) words += part;
    },
    onclosetag(name) {
      if (name === "note") isInNote = false;
      else if (name === "td" || name === "th") words += "\t";
      else if (BLOCKS.has(name)) words += "\n";
    },
  });
  parser.end(renderMarkdown(text, { level: 2 }));
  return words
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
