/** Tables: alignment, and what makes none. */

import { expect, it } from "vitest";
import { read } from "./read.ts";

const alignments = (text: string) => [...read(text).html.matchAll(/data-align="([^"]*)"/g)].map((match) => match[1]);

it.each([
  ["|---:|", ["1.250,50", "980,00", "–", ""], "decimal"],
  ["|---:|", ["1.250,50 €", "- 3,5 %", "**17**", "+4", "250,-- €"], "decimal"],
  ["|---:|", ["1.250,50", "entfällt"], "end"],
  ["|---:|", ["", "–"], "end"],
  ["|:--:|", ["1,5"], "center"],
  ["|---|", ["1,5"], "start"],
])("aligns a column %s of %j", (dashes, cells, expected) => {
  expect(alignments(`| Wert |\n${dashes}\n${cells.map((cell) => `| ${cell} |\n`).join("")}`)).toEqual([expected]);
});

it("gives long columns the room that short ones leave", () => {
  const { html } = read("| a | b |\n|---|---|\n| kurz | ein Text von mehr als zwanzig Zeichen |");
  expect(html.match(/data-width="\w+"/g)).toEqual(['data-width="auto"', 'data-width="fill"']);
});

it.each([
  ["| a | b |\n| 1 | 2 |\n| 3 | 4 |", ["table-without-dashes 1:1"]],
  ["Text:\n| a | b |\n| 1 | 2 |", ["table-without-dashes 2:1"]],
  ["| a | b |\n\n|---|---|\n| 1 | 2 |", ["table-without-dashes 1:1"]],
  ["| a | b |\n\n| 1 | 2 |\n\n| 3 | 4 |", ["table-without-dashes 1:1"]],
  ["| a | b |\n|---|---|\n\n| 1 | 2 |\n\n| 3 | 4 |", ["table-without-dashes 4:1"]],
  ["| a | b |\n|–––|–––|\n| 1 | 2 |", ["table-without-dashes 1:1"]],
  ["- Liste\n\n  | a | b |\n  | 1 | 2 |", ["table-without-dashes 3:3"]],
  ["| a | b | c |\n|---|---|\n| 1 | 2 | 3 |", ["table-columns 2:1"]],
  ["a | b\n--- | --- | ---\n1 | 2", ["table-columns 2:1"]],
  ["| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 | 3 |", ["table-surplus-cells 3:11"]],
  [
    "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 |\n| 1 | 2 | 3 |",
    ["table-surplus-cells 3:11", "table-surplus-cells 5:11"],
  ],
  ["| a | b |\n|---|---|\n| 1 | 2 |\nText\nmehr", ["table-text-row 4:1"]],
])("reports one mistake of %j", (text, expected) => {
  expect(read(text).reported).toEqual(expected);
});

it.each(["Telefon 1 | Fax 2\nMail 3 | Netz 4", "\\| a | b |\n\\| 1 | 2 |", "|x| ist der Betrag"])(
  "takes %j for prose",
  (text) => {
    expect(read(text).reported).toEqual([]);
  },
);
