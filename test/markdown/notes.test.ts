/** Footnotes, and addresses that links refer to. */

import { expect, it } from "vitest";
import { read } from "./read.ts";

const outline = (text: string) => read(text).html.replaceAll("note-content%2Fsitzung%2Ftop.md-", "");

it("prints a note behind the block that first refers to it", () => {
  expect(outline("A[^1] und[^1].\n\nB\n\n[^1]: Eins\n    zwei\n\n    - drei")).toBe(
    '<p>A<note-ref for="1"></note-ref> und<note-ref for="1"></note-ref>.</p>' +
      '<note id="1"><p>Eins\nzwei</p><ul data-numbering="disc" data-tight="true"><li data-marker="•"><p>drei</p></li></ul></note><p>B</p>',
  );
});

it("prints the note of a note", () => {
  expect(outline("A[^1]\n\n[^1]: B[^2]\n\n[^2]: C")).toBe(
    '<p>A<note-ref for="1"></note-ref></p><note id="1"><p>B<note-ref for="2"></note-ref></p></note><note id="2"><p>C</p></note>',
  );
});

it("finds notes without regard to case", () => {
  expect(outline("A[^Ä]\n\n[^ä]: B")).toBe('<p>A<note-ref for="ä"></note-ref></p><note id="ä"><p>B</p></note>');
  expect(read("A[^a]\n\n[^A]: B\n\n[^a]: C").reported).toEqual(["footnote-twice 5:1"]);
});

it("loses nothing of notes that are wrong", () => {
  const { html, reported } = read("A[^1] B[^1]\n\n[^2]: C\n\n[^Anm. 3]: D[^anm. 3]");
  expect(html.replace(/<[^>]*>/g, "|")).toBe("|A[^1] B[^1]||[^Anm. 3]: D[^anm. 3]||C|");
  expect(reported).toEqual(["footnote-undefined 1:2", "footnote-unused 3:1", "footnote-label 5:1"]);
});

it("takes a note whose label has spaces for no address", () => {
  expect(read("[^Anm. 1]: Stand")).toMatchObject({
    html: "<p>[^Anm. 1]: Stand</p>",
    reported: ["footnote-label 1:1"],
  });
});

it("tells an address that nothing uses from text that would be lost", () => {
  expect(read("[1]: Anlage\n\n[2]: https://kreis.example\n\n> [Quelle]: eigene").reported).toEqual([
    "reference-lost 1:1",
    "reference-unused 3:1",
    "reference-lost 5:3",
  ]);
  expect(read("[a]\n\n[A]: https://kreis.example")).toMatchObject({
    html: '<p><a href="https://kreis.example">a</a></p>',
    reported: [],
  });
});
