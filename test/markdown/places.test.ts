/** Every element is stamped with the place where it begins in the file. */

import { expect, it } from "vitest";
import { read } from "./read.ts";

it.each([
  ["paragraph", "\n  Text", ["p 2:3"]],
  ["headings", "## A\n\nB\n---\n", ["h2 1:1", "h2 3:1"]],
  ["quotation", "> A\n> > B", ["blockquote 1:1", "p 1:3", "blockquote 2:3", "p 2:5"]],
  ["list", "- A\n  - B\n\n  C", ["ul 1:1", "li 1:1", "p 1:3", "ul 2:3", "li 2:3", "p 2:5", "p 4:3"]],
  ["tasks", "- [x] A\n- [ ] B", ["ul 1:1", "li 1:1", "p 1:7", "li 2:1", "p 2:7"]],
  ["code", "```\nA\n```\n\n    B", ["pre 1:1", "pre 5:5"]],
  ["rule", "A\n\n***", ["p 1:1", "hr 3:1"]],
  [
    "table",
    "| A | B |\n|---|---|\n|  *1* | 2 |",
    ["table 1:1", "tr 1:1", "th 1:3", "th 1:7", "tr 3:1", "td 3:4", "em 3:4", "td 3:10"],
  ],
  ["figure", "A ![B](c.png) D", ["p 1:1", "figure 1:3", "img 1:3", "p 1:15"]],
  ["caption", '![B](c.png "D")', ["figure 1:1", "img 1:1", "figcaption 1:1"]],
  ["emphasis", "A *B **C*** ~~D~~ `E`", ["p 1:1", "em 1:3", "strong 1:6", "del 1:13", "code 1:19"]],
  ["links", "[A](#b) <https://c.de> d@e.de", ["p 1:1", "a 1:1", "a 1:9", "a 1:24"]],
  ["break", "A  \nB\\\nC", ["p 1:1", "br 1:2", "br 2:2"]],
  ["language", "A [B]{lang=en}", ["p 1:1", "span 1:3"]],
  ["footnote", "A[^1]\n\n[^1]: B", ["p 1:1", "note-ref 1:2", "note 3:1", "p 3:7"]],
  ["within quotes and lists", "> - A\n>   **B**", ["blockquote 1:1", "ul 1:3", "li 1:3", "p 1:5", "strong 2:5"]],
])("%s", (_, text, expected) => {
  expect(read(text).places).toEqual(expected);
});
