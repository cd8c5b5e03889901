/**
 * Whole papers as clerks write them: nothing to report, nothing lost, and the HTML that stands beside each.
 *
 * A new paper is a new file; a missing expectation is written by the first run, to be read by a person.
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { read } from "./read.ts";

const folder = join(import.meta.dirname, "papers");
const papers = readdirSync(folder).filter((name) => name.endsWith(".md"));

/** Each block on a line of its own. */
const lines = (html: string) =>
  `${html.replace(/(?<=>)(?=<(?:p|h\d|ul|ol|li|table|tbody|tr|blockquote|hr|note)\b)/g, "\n")}\n`;

/** Letters, figures and the signs that have no meaning in Markdown, without spaces and dashes. */
function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}§%€„“‚‘;:,.()/→⇨☐☑+±]/gu, "");
}

it.each(papers)("%s", (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const { html, reported } = read(text);
  expect(reported).toEqual([]);
  const path = join(folder, name.replace(/md$/, "html"));
  if (!existsSync(path) && !process.env.CI) writeFileSync(path, lines(html));
  expect(lines(html)).toBe(readFileSync(path, "utf8"));

  const shown = html
    .replace(/<li data-marker="([^"]*)"[^>]*>/g, "$1")
    .replace(/<note id.*?<\/note>/gs, "")
    .replace(/<[^>]*>|&[lg]t;/g, "")
    .replaceAll("&amp;", "&");
  const source = text
    .replace(/^\[\^\w+\]:.*$/gm, "")
    .replace(/\[\^\w+\]/g, "")
    .replace(/^\|[-:|]+$/gm, "");
  expect(words(shown)).toBe(words(source));
});
