/** Tasks, languages, and the levels of headings. */

import { expect, it } from "vitest";
import { parseMarkdown } from "../../src/markdown/parse-markdown.ts";
import { renderMarkdown } from "../../src/markdown/render-markdown.ts";
import { splitSections } from "../../src/markdown/sections.ts";
import { read } from "./read.ts";

it("makes boxes of tasks, and of nothing that looks like one", () => {
  const { html } = read("- [x] getan\n- [ ] offen\n- [X] auch\n- [ ]\n- [y] nein\n- [x]nein");
  expect(html.match(/data-marker="[^"]*"(?: data-checked="\w+")?/g)).toEqual([
    'data-marker="" data-checked="true"',
    'data-marker="" data-checked="false"',
    'data-marker="" data-checked="true"',
    'data-marker="•"',
    'data-marker="•"',
    'data-marker="•"',
  ]);
  expect(html).toContain("<p>[ ]</p>");
  expect(read("1. [x] getan").html).toContain('data-marker="1." data-checked="true"');
});

it.each([
  ["[Learning *by* doing]{lang=en} üben", '<span lang="en">Learning <em>by</em> doing</span> üben'],
  ["[a [b] c]{lang=pt-BR}", '<span lang="pt-BR">a [b] c</span>'],
  ["\\[a]{lang=en}", "[a]{lang=en}"],
])("marks the language of %j", (text, expected) => {
  expect(read(text)).toMatchObject({ html: `<p>${expected}</p>`, reported: [] });
});

it("puts headings at the level that the place asks for, without gaps", () => {
  const { value } = parseMarkdown({ path: "x.md", text: "## A\n\n### B\n\n#### C\n\n## D\n" }, 0, "");
  const levels = (level: 1 | 3 | 5) => renderMarkdown(value, { level }).match(/<h\d/g);
  expect(levels(1)).toEqual(["<h1", "<h2", "<h3", "<h1"]);
  expect(levels(3)).toEqual(["<h3", "<h4", "<h5", "<h3"]);
  expect(levels(5)).toEqual(["<h5", "<h6", "<h6", "<h5"]);
});

it("begins deeper headings of a body at the top, too", () => {
  expect(read("### A\n\n## B\n\n### C").html).toBe("<h2>A</h2><h2>B</h2><h3>C</h3>");
  expect(read("### A\n\n## B\n\n### C").reported).toEqual(["heading-skipped 1:1"]);
});

it.each([
  "## **Begründung**",
  "## *Begründung*:",
  "## Begr&uuml;ndung",
  "##  BEGRÜNDUNG ##",
  "Begründung\n---",
  "## [Begründung](https://kreis.example)",
])("begins a section with %j", (heading) => {
  const { markdown } = read(`Text\n\n${heading}\n\nGrund\n`);
  const { value } = splitSections(markdown, new Map([["Begründung", "reasons"]]));
  expect(value.sections.reasons?.title.toLowerCase()).toMatch(/^begründung:?$/);
});

it("leaves a heading with a footnote where it is, for a section's title has no room for the sign", () => {
  const { markdown } = read("## Begründung[^1]\n\nGrund\n\n[^1]: Note\n");
  expect(splitSections(markdown, new Map([["Begründung", "reasons"]])).value.sections).toEqual({});
});
