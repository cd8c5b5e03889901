import { expect, it } from "vitest";
import { findLostText } from "../../src/pdf/completeness.ts";
import { chart, code, item, list, note, p, paper, text } from "./tree.ts";

const at = { file: "content/a.md", line: 9, column: 3 };

it("names every text that was not drawn in full, with its place", () => {
  const whole = text("ganz da");
  const half = { ...text("nur zur Hälfte"), at };
  const drawn = new Map<object, number>([
    [whole, 6],
    [half, 4],
  ]);
  const lost = findLostText(paper([p([whole, half])]), drawn);
  expect(lost.map(({ code, place, message }) => [code, place, message.de])).toEqual([
    ["text-lost", at, "Der Text „nur zur Hälfte“ steht auf keiner Seite."],
  ]);
});

it("looks at markers, code, labels of charts and footnotes too", () => {
  const document = paper([list([item("⇨", [])]), code("x = 1"), chart("alt", [["Balken", 1]])], {
    notes: [note(1, "Anmerkung")],
  });
  expect(findLostText(document, new Map())).toHaveLength(4);
});
