import { expect, it } from "vitest";
import { findMissingGlyphs } from "../../src/pdf/missing-glyphs.ts";
import { fonts } from "./theme.ts";
import { h, item, list, note, p, paper, strong } from "./tree.ts";

const at = { file: "content/a.md", line: 7, column: 2 };

it("finds nothing in what the fonts have, marks and symbols too", () => {
  expect(
    findMissingGlyphs(paper([h(1, "j́ S̛̄ §"), list([item("⇨", "☐ ✓ ≤ ∞")])], { notes: [note(1, "→")] }), fonts),
  ).toEqual([]);
});

it("finds each character once, where it occurs first", () => {
  const found = findMissingGlyphs(
    paper([p([{ type: "text", value: "ein 𝄞 und ", at }, strong("noch ein 𝄞, 漢")])]),
    fonts,
  );
  expect(found).toEqual([{ character: "𝄞", at }, { character: "漢" }]);
});

it("takes a letter and its marks as one", () => {
  expect(findMissingGlyphs(paper([p("漢\u0301")]), fonts)).toEqual([{ character: "漢\u0301" }]);
});

it("ignores characters that steer and never show", () => {
  expect(findMissingGlyphs(paper([p("a\u200bb\u00adc\ufe0f\u2060")]), fonts)).toEqual([]);
});
