/** Link definitions (`[label]: address "title"`) at the start of a paragraph; marked knows their syntax. */

import { Lexer, Tokenizer } from "marked";
import type { LinkTarget } from "./block.ts";
import { join, offsetIn, type Piece } from "./stretch.ts";

const tokenizer = new Tokenizer();
new Lexer({ gfm: true, tokenizer });

/** Takes the definitions off the start of a paragraph's lines. */
export function takeDefinitions(lines: readonly Piece[]): {
  readonly targets: readonly LinkTarget[];
  readonly rest: readonly Piece[];
} {
  const stretch = join(lines);
  const targets: LinkTarget[] = [];
  let at = 0;
  let line = 0;
  // A footnote whose label has spaces is none, but no address either.
  while (stretch.text.charAt(at) === "[" && stretch.text.charAt(at + 1) !== "^") {
    const token = tokenizer.def(stretch.text.slice(at));
    if (!token || token.tag === "") break;
    targets.push({ label: token.tag, href: token.href, title: token.title, offset: offsetIn(stretch, at) });
    line += token.raw.split("\n").length;
    at += token.raw.length + 1;
  }
  return { targets, rest: lines.slice(line) };
}
