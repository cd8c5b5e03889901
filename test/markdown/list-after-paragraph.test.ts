/** Lettered and other lists of council papers directly below a line of text. */

import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../src/markdown/parse-markdown.ts";
import { renderMarkdown } from "../../src/markdown/render-markdown.ts";

/** Markers and paragraphs in order, nested lists in brackets. */
function outline(text: string): string {
  const { value } = parseMarkdown({ path: "x.md", text }, 0, "");
  return renderMarkdown(value, { level: 2 })
    .replace(/<li[^>]*data-marker="([^"]*)"[^>]*>/g, "$1 ")
    .replace(/<[ou]l[^>]*>/g, "[")
    .replace(/<\/[ou]l>/g, "]")
    .replace(/<\/p>(?=<p)/g, "| ")
    .replace(/<\/li>(?!\])/g, ", ")
    .replace(/<[^>]*>/g, "")
    .replace(/\n/g, "⏎");
}

describe("a list of letters, numbers in brackets or symbols", () => {
  it.each([
    ["1. Erstens\n   a) eins\n   b) zwei\n2. Zweitens", "[1. Erstens[a) eins, b) zwei], 2. Zweitens]"],
    ["Der Kreistag beschließt:\na) eins\nb) zwei", "Der Kreistag beschließt:[a) eins, b) zwei]"],
    ["1. Erstens\n   a) A\n      (1) x\n      (2) y\n   b) B", "[1. Erstens[a) A[(1) x, (2) y], b) B]]"],
    ["Text\n• eins\n• zwei", "Text[• eins, • zwei]"],
  ])("begins where its second item follows: %j", (text, expected) => {
    expect(outline(text)).toBe(expected);
  });

  it.each([
    ["gemäß Ziffer\n(1) der Satzung gilt", "gemäß Ziffer⏎(1) der Satzung gilt"],
    [
      "nach Buchstabe\na) gilt dies.\n\nAnders nach\nb) der Satzung.",
      "nach Buchstabe⏎a) gilt dies.| Anders nach⏎b) der Satzung.",
    ],
  ])("does not begin with a single line of wrapped prose: %j", (text, expected) => {
    expect(outline(text)).toBe(expected);
  });
});
