/** Footnotes: numbered by their references, and none is lost. */

import { expect, it } from "vitest";
import { buildDocument } from "../../src/markup/build-document.ts";
import { plainText } from "../../src/model/outline.ts";

const note = (id: string, text: string): string => `<note id="${id}"><p>${text}</p></note>`;
const ref = (id: string): string => `<note-ref for="${id}"></note-ref>`;

function notesOf(html: string): readonly string[] {
  const { notes, diagnostics } = buildDocument(`<h1>Titel</h1>${html}`);
  expect(diagnostics).toEqual([]);
  return notes.map(({ number, children }) => {
    const [first] = children;
    return `${number} ${first?.type === "paragraph" ? plainText(first.children) : ""}`;
  });
}

it.each([
  ["by the order of references", `<p>x${ref("b")}${ref("a")}</p>${note("a", "A")}${note("b", "B")}`, ["1 B", "2 A"]],
  ["once for two references", `<p>x${ref("a")}${ref("a")}</p>${note("a", "A")}`, ["1 A"]],
  [
    "in the caption of a table before its cells",
    `<table><caption>x${ref("a")}</caption><tbody><tr><td>y${ref("b")}</td></tr></tbody></table>${note("b", "B")}${note("a", "A")}`,
    ["1 A", "2 B"],
  ],
  ["those that notes refer to", `<p>x${ref("a")}</p>${note("b", "B")}${note("a", `A${ref("b")}`)}`, ["1 A", "2 B"]],
  ["last what nothing refers to", `<p>x${ref("b")}</p>${note("a", "A")}${note("b", "B")}`, ["1 B", "2 A"]],
  ["and what only such a note refers to", `<p>x</p>${note("a", `A${ref("b")}`)}${note("b", "B")}`, ["1 A", "2 B"]],
])("are numbered %s", (_, html, expected) => {
  expect(notesOf(html)).toEqual(expected);
});
