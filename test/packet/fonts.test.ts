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
  /** Entries of the program's stream. */
  readonly entries?: string;
  /** Object 9: what maps codes to CIDs. */
  readonly encoding?: string;
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
  entries = "",
  encoding = "",
}: Font): readonly string[] {
  const map = `1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar ${unicode} endbfchar endcmap`;
  const stream = (data: string, more = ""): string => `<</Length ${data.length}${more}>>\nstream\n${data}\nendstream`;
  const more = [
    `<<${font}>>`,
    `<</Type/FontDescriptor/FontName/P${descriptor}>>`,
    stream(map),
    stream(bytes, entries),
    encoding,
  ];
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

/** A Type 1 program (Adobe Type 1 Font Format, 7) of `.notdef`, and `A` of 600 thousandths, in its two parts. */
function type1(): readonly [clear: string, secret: string] {
  const encrypt = (text: string, key: number): string => {
    let state = key;
    return Array.from(`\xff\xff\xff\xff${text}`, (character) => {
      const byte = character.charCodeAt(0) ^ (state >> 8);
      state = ((byte + state) * 52_845 + 22_719) & 0xffff;
      return String.fromCharCode(byte);
    }).join("");
  };
  const glyph = encrypt(hex("8b f8ec 0d 0e"), 4330);
  const entry = (name: string): string => `/${name} ${glyph.length} RD ${glyph} ND\n`;
  const clear = "%!PS\n/FontMatrix [0.001 0 0 0.001 0 0] def\n/Encoding StandardEncoding def\ncurrentfile eexec\n";
  const secret = `/CharStrings 2 dict dup begin\n${entry(".notdef")}${entry("A")}end\n`;
  return [clear, encrypt(secret, 55_665)];
}

const [clear, secret] = type1();
const outlines: Font = {
  font: `${SIMPLE.replace("TrueType", "Type1")}/Widths[600]`,
  descriptor: "/Flags 32/FontFile 8 0 R",
  program: clear + secret,
};

it.each<[string, string, readonly string[]]>([
  ["as they are", `/Length1 ${clear.length}/Length2 ${secret.length}/Length3 0`, []],
  ["without a second part", `/Length1 ${clear.length}/Length2 0/Length3 ${secret.length}`, ["font-unproven"]],
  ["longer than all", `/Length1 ${clear.length}/Length2 ${secret.length + 1}/Length3 0`, ["font-unproven"]],
  ["unsaid", "", ["font-unproven"]],
])("the parts of a Type 1 program, %s", (_, entries, expected) => {
  expect(found({ ...outlines, entries })).toEqual(expected);
});

/** A CFF program (Adobe Technical Note 5176) of two glyphs, each of 600 thousandths. */
function cff(): string {
  const index = (...items: readonly string[]): string => {
    let offsets = hex("01");
    let end = 1;
    for (const { length } of items) {
      end += length;
      offsets += String.fromCharCode(end);
    }
    return (
      hex(items.length.toString(16).padStart(4, "0")) +
      (items.length > 0 ? `${hex("01")}${offsets}${items.join("")}` : "")
    );
  };
  const number = (value: number): string => hex(`1d ${value.toString(16).padStart(8, "0")}`);
  const top = (at: number): string => `${number(at)}${hex("11")}${number(4)}${number(at + 8)}${hex("12")}`;
  const head = (at: number): string => `${hex("01000401")}${index("P")}${index(top(at))}${index()}${index()}`;
  return `${head(head(0).length)}${index("\x0e", "\x0e")}${hex("1c 0258 14")}`;
}

it.each<[string, readonly string[]]>([
  ["CIDFontType0C", []],
  ["Type1C", ["font-unproven"]],
])("a composite font whose program calls itself %s", (subtype, expected) => {
  const font = `${COMPOSITE.replace("CIDFontType2", "CIDFontType0")}>>]`;
  const descriptor = "/Flags 4/FontFile3 8 0 R";
  expect(found({ ...whole, font, descriptor, program: cff(), entries: `/Subtype/${subtype}` })).toEqual(expected);
});

it.each<[string, string, readonly string[]]>([
  ["to CIDs that there are", "1 begincidrange <0002> <0003> 65534 endcidrange", []],
  ["to a CID that is too large", "1 begincidrange <0002> <0003> 65535 endcidrange", ["font-unproven"]],
])("a map of codes %s", (_, range, expected) => {
  const map = `1 begincodespacerange <0000> <ffff> endcodespacerange 1 begincidchar <0001> 1 endcidchar ${range} endcmap`;
  const system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";
  const encoding = `<</Type/CMap/CMapName/M${system}/Length ${map.length}>>\nstream\n${map}\nendstream`;
  const font = `${COMPOSITE.replace("/Identity-H", " 9 0 R")}>>]`;
  expect(found({ ...whole, font, encoding })).toEqual(expected);
});
