/** Signs within words, and comments that are left open. */

import { expect, it } from "vitest";
import { read } from "./read.ts";

it.each([
  ["Alle Bürger*innen und Schüler*innen", "Alle Bürger*innen und Schüler*innen"],
  ["5*3*2 m", "5*3*2 m"],
  ["ein *wichtiges* Wort", "ein <em>wichtiges</em> Wort"],
])("prints %j as it is meant", (text, expected) => {
  expect(read(text).html.replace(/ data-at="[^"]*"/g, "")).toBe(`<p>${expected}</p>`);
});

it("reports a comment that is left open in a line", () => {
  expect(read("Text <!-- noch offen\n\nnächster Absatz").reported).toEqual(["comment-unclosed 1:6"]);
  expect(read("Text <!-- Bemerkung --> weiter").reported).toEqual([]);
});
