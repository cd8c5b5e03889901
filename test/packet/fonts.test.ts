/** Fonts of foreign pages are held against their programs; each file is the smallest that shows what is found. */

import { expect, it } from "vitest";
import { BOX, obstaclesOf, pdfOf } from "./small-pdf.ts";

/** A program of two glyphs: `.notdef`, and one of 600 thousandths for the code 65 of a symbol font. */
function program(): string {
  const tables: Readonly<Record<string, string>> = {
    cmap: hex("0000 0001 0003 0000 0000000c") + hex("0006 000c 0000 f041 0001 0001"),
    glyf: hex("00000000"),
    head: hex(`${"00".repeat(18)} 03e8 ${"00".repeat(30)} 0000 0000`),
    hhea: hex(`${"00".repeat(34)} 0002`),
    hmtx: hex("01f4 0000 0258 0000"),
    loca: hex("0000 0000 0000"),
    maxp: hex("00010000 0002"),
  };
  let directory = hex("00010000 0007 0000 0000 0000");
  let data = "";
  for (const [tag, bytes] of Object.entries(tables)) {
    const place = [0, 12 + 16 * 7 + data.length, bytes.length].map((one) => one.toString(16).padStart(8, "0")).join("");
    directory += tag + hex(place);
    data += bytes.padEnd(Math.ceil(bytes.length / 4) * 4, "\0");
  }
  return directory + data;
}

function hex(digits: string): string {
  return Buffer.from(digits.replace(/ /g, ""), "hex").toString("latin1");
}

interface Font {
  readonly font?: string;
  readonly descriptor?: string;
  readonly text?: string;
  readonly unicode?: string;
  readonly program?: string;
}

const SIMPLE = "/Type/Font/Subtype/TrueType/BaseFont/P/FirstChar 65/LastChar 65/FontDescriptor 6 0 R/ToUnicode 7 0 R";
const COMPOSITE =
  "/Type/Font/Subtype/Type0/BaseFont/P/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/P/FontDescriptor 6 0 R/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[1[600]]";

function found({
  font = `${SIMPLE}/Widths[600]`,
  descriptor = "/Flags 4/FontFile2 8 0 R",
  text = "(A) Tj",
  unicode = "<41> <0041>",
  program: bytes = program(),
}: Font): readonly string[] {
  const map = `1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar ${unicode} endbfchar endcmap`;
  const stream = (data: string): string => `<</Length ${data.length}>>\nstream\n${data}\nendstream`;
  const more = [`<<${font}>>`, `<</Type/FontDescriptor/FontName/P${descriptor}>>`, stream(map), stream(bytes)];
  const page = `${BOX}/Resources<</Font<</F 5 0 R>>>>`;
  return obstaclesOf(pdfOf({ page, content: `BT /F 9 Tf ${text} ET`, more }));
}

const whole = { font: `${COMPOSITE}>>]`, unicode: "<0001> <0041>", text: "<0001> Tj" };

it.each<[string, Font, readonly string[]]>([
  ["nothing", {}, []],
  ["a width that is wrong", { font: `${SIMPLE}/Widths[602]` }, ["font-widths"]],
  ["a width that was rounded", { font: `${SIMPLE}/Widths[600.6]` }, []],
  ["too few widths", { font: `${SIMPLE}/Widths[]` }, ["font-dictionary", "font-widths"]],
  ["a code without a glyph", { text: "(B) Tj", unicode: "<42> <0042>" }, ["font-glyph", "font-widths"]],
  ["a code without a character", { unicode: "<42> <0042>" }, ["font-unicode"]],
  ["a character that is none", { unicode: "<41> <0000>" }, ["font-unicode"]],
  ["a private character", { unicode: "<41> <F0B7>" }, ["font-unicode"]],
  [
    "a bullet of a symbol font",
    { unicode: "<41> <f0b7>", font: `${SIMPLE.replace("/P/", "/Symbol/")}/Widths[600]` },
    [],
  ],
  ["no program", { descriptor: "/Flags 4" }, ["font-not-embedded"]],
  ["no program, but only behind a scan", { descriptor: "/Flags 4", text: "3 Tr (A) Tj" }, []],
  ["no program, and nothing shown", { descriptor: "/Flags 4", text: "" }, []],
  ["no program, and an empty text shown", { descriptor: "/Flags 4", text: "() Tj" }, ["font-not-embedded"]],
  ["a program that is cut off", { program: program().slice(0, 200) }, ["font-unproven"]],
  ["a symbol font with an encoding", { font: `${SIMPLE}/Widths[600]/Encoding/WinAnsiEncoding` }, ["font-dictionary"]],
  ["a font that is not there", { text: "/G 9 Tf (A) Tj" }, ["damaged-content"]],
  ["a composite font", whole, []],
  ["a wrong width in a composite font", { ...whole, font: `${COMPOSITE.replace("600", "620")}>>]` }, ["font-widths"]],
  ["a CID that leads to another glyph", { ...whole, text: "<0000> Tj", unicode: "<0000> <0041>" }, ["font-glyph"]],
  ["half a code", { ...whole, text: "<000100> Tj" }, ["font-unproven"]],
])("%s", (_, font, expected) => {
  expect(found(font)).toEqual(expected);
});
