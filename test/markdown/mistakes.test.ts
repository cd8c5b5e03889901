import { expect, test } from "vitest";
import { splitSections } from "../../src/markdown/sections.ts";
import { read } from "./read.ts";

test.each([
  ["a <b>x</b>\n", ["raw-html 1:3"]],
  ["- a\n  - > b ![](x.png)\n", ["image-without-alt 2:9"]],
  ["| a | b |\n|---|---|\n| 1 | [x](file:y) |\n", ["link-scheme 3:7"]],
  ["| a | b |\n|---|---|\n| 1 | 2 | 3 |\nText\n", ["table-surplus-cells 3:11", "table-text-row 4:1"]],
  ["# Eins\n\n#### Vier\n", ["heading-level-one 1:1", "heading-skipped 3:1"]],
  ["##\n", ["heading-empty 1:1"]],
  ["Am\n\n19. April 2012 tagte er.\n", ["number-as-list 3:1"]],
  ["Ja: 5\n---\n", ["underline-as-heading 2:1"]],
  ["> **„wichtig“**und\n", ["emphasis-not-closed 1:3"]],
  ["Folgendes:\nb) eins\nc) zwei\n", ["list-in-paragraph 2:1"]],
  ["Text\n\n    noch mehr Text\n", ["indented-code 3:5"]],
  ["A[^1]\n\n[^2]: B\n", ["footnote-undefined 1:2", "footnote-unused 3:1"]],
  ["Text <!-- weg --> mehr\n\n<!-- auch\nweg -->\n", []],
  ["Text\n\n~~~~~~\n\n## Ende\n", ["code-unclosed 3:1"]],
  ["> ```\n> x\n\nText\n", ["code-unclosed 1:3"]],
  ["~~~\nx\n~~~\n", []],
  ["Kreishaus\\\nMusterweg 1\\\n\nText\n", ["backslash-at-end 2:12"]],
  ["Pfad C:\\\\\n", []],
  ["Laufwerk G:\\\n\nUnter G:\\Neue Ablage\\\n\nUnter \\\\server\\freigabe\\\n", []],
  ["A [^ 1].\n\n[^ 1]: B\n", ["footnote-label 1:3"]],
  [`${">".repeat(2000)} x\n`, ["body-too-complex 1:21"]],
  [`${"_a".repeat(20000)}\n`, ["body-too-complex 1:1"]],
])("mistake %# is reported where it stands", (text, expected) => {
  expect(read(text).reported).toEqual(expected);
});

test("prose stays prose", () => {
  for (const text of [
    "V. Müller sprach.",
    "– RAA – ist da.",
    "z. B. dies",
    "i. d. R. so",
    "nach Absatz\n(1) der Satzung",
  ]) {
    expect(read(text).html).toBe(`<p>${text}</p>`);
    expect(read(text).reported).toEqual([]);
  }
});

test("markers print as typed", () => {
  const text = "3. a\n7. b\n\n(1) c\n\n   aa) d\n   bb) e\n\nI. f\n\nII. g\n\n⇨ h\n– i\n– j\n";
  const { html, reported } = read(text);
  expect([...html.matchAll(/data-marker="([^"]*)"/g)].map((match) => match[1])).toEqual([
    "3.",
    "7.",
    "(1)",
    "aa)",
    "bb)",
    "I.",
    "II.",
    "⇨",
  ]);
  expect(reported).toEqual(["list-in-paragraph 14:1"]);
});

test("an image divides its paragraph, and a title is its caption", () => {
  const { html } = read('vor **fett ![Plan](../x.png "Titel") nach** Ende');
  expect(html).toBe(
    '<p>vor <strong>fett </strong></p><figure><img src="content:x.png" alt="Plan"><figcaption>Titel</figcaption></figure><p><strong> nach</strong> Ende</p>',
  );
});

test("sections begin at named headings, and the same one twice is reported", () => {
  const { markdown } = read("Text\n\n## BESCHLUSSVORSCHLAG:\n\nA\n\n## Anderes\n\nB\n\n## Beschlussvorschlag\n\nC\n");
  const { value, diagnostics } = splitSections(markdown, new Map([["Beschlussvorschlag", "proposal"]]));
  expect(value.sections.proposal?.title).toBe("BESCHLUSSVORSCHLAG:");
  expect(diagnostics.map(({ code, place }) => `${code} ${place?.line}`)).toEqual(["section-twice 11"]);
  expect(JSON.stringify(value.text)).not.toContain("B");
});
