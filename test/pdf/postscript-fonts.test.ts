/** Papers in fonts with PostScript outlines say the same as in others, and are as whole. */

import { expect, it } from "vitest";
import { readPdfStrings } from "../../src/pdf/read-strings.ts";
import { postScriptFonts } from "./postscript-fonts.ts";
import { print } from "./print.ts";
import { bodyText } from "./read-pdf.ts";
import { longText } from "./sample.ts";
import { theme } from "./theme.ts";
import { code, em, h, headRow, item, list, p, paper, row, strong, table } from "./tree.ts";

const blocks = [
  h(1, "Straße „Am Ölberg“ – 2. Änderung"),
  p(["Der Kreistag beschließt ", strong("zwölf"), " ", em("Maßnahmen"), " für 1.250,50 €."]),
  list([item("a)", "erstens"), item("b)", "zweitens")]),
  table(["start", "end"], [headRow("Jahr", "Betrag")], [row("2026", "100,00"), row("2027", "99,50")]),
  code("if (x)\n    y"),
];

it("are read as they were written", async () => {
  const document = paper(blocks);
  const { bytes } = await print(document, theme, postScriptFonts);
  expect(await bodyText(bytes)).toBe(await bodyText((await print(document)).bytes));
  const strings = readPdfStrings(bytes).join("\n");
  for (const words of ["Straße „Am Ölberg“ – 2. Änderung", "zwölf", "Maßnahmen", "1.250,50", "    y"])
    expect(strings).toContain(words);
  expect(Buffer.from(bytes).includes("/CIDFontType0C")).toBe(true);
});

it("divide words", async () => {
  const { bytes } = await print(paper([p(longText)]), { ...theme, alignment: "justify" }, postScriptFonts);
  expect((await bodyText(bytes)).replace(/\s+/g, " ")).toContain(longText.replace(/\s+/g, " ").slice(0, 200));
});
