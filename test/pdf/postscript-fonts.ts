/**
 * Fonts with PostScript outlines (OpenType 1.9, “CFF”), which the look of a body may be set in: programs that pdf.js brings
 * along, with the tables around them that make font files of them.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { FontFamily, FontFile, ThemeFonts } from "../../src/model/theme.ts";
import { readCff } from "../../src/pdf/foreign/fonts/cff-program.ts";
import { characterOfName, STANDARD_STRINGS } from "../../src/pdf/foreign/fonts/glyph-names.ts";
import { fonts } from "./theme.ts";

const UNITS = 1000;
const [ASCENT, DESCENT] = [800, -200];

const require = createRequire(import.meta.url);

/** A serif face for text and one of a single width for code. */
export const postScriptFonts: ThemeFonts<FontFile> = {
  text: family("FoxitSerif"),
  code: family("FoxitFixed"),
  symbols: fonts.symbols,
};

function family(name: string): FontFamily<FontFile> {
  const face = (style: string): FontFile => {
    const path = `pdfjs-dist/standard_fonts/${name}${style}.pfb`;
    return { path, data: fontFile(readFileSync(require.resolve(path)), `${name}${style}`) };
  };
  return { regular: face(""), bold: face("Bold"), italic: face("Italic"), boldItalic: face("BoldItalic") };
}

function fontFile(program: Buffer, name: string): Uint8Array {
  const { glyphs, glyphOfName, width } = readCff(program);
  const characters = STANDARD_STRINGS.flatMap((glyphName) => {
    const [character, glyph] = [characterOfName(glyphName), glyphOfName(glyphName)];
    return character === undefined || glyph === undefined ? [] : [[character.codePointAt(0) ?? 0, glyph] as const];
  }).sort(([a], [b]) => a - b);
  const widths = Array.from({ length: glyphs }, (_, glyph) => width(glyph) ?? 0);
  const isItalic = name.endsWith("Italic");
  return writeTables([
    ["CFF ", program],
    ["OS/2", concatenate(u16(3), i16(500), u16(400), u16(5), Buffer.alloc(88))],
    ["cmap", characterMap(characters)],
    [
      "head",
      concatenate(
        u32(0x10000, 0x10000, 0, 0x5f0f3cf5),
        u16(0, UNITS),
        Buffer.alloc(16),
        i16(-200, DESCENT, UNITS, ASCENT),
        u16(isItalic ? 2 : 0, 8),
        i16(2, 0, 0),
      ),
    ],
    [
      "hhea",
      concatenate(u32(0x10000), i16(ASCENT, DESCENT, 0), u16(Math.max(...widths)), Buffer.alloc(22), u16(glyphs)),
    ],
    ["hmtx", concatenate(...widths.map((one) => u16(one, 0)))],
    ["maxp", concatenate(u32(0x5000), u16(glyphs))],
    ["name", nameTable(name)],
    ["post", concatenate(u32(0x30000, isItalic ? -12 * 0x10000 : 0), Buffer.alloc(24))],
  ]);
}

/** Format 12: a group for each character. */
function characterMap(characters: readonly (readonly [codePoint: number, glyph: number])[]): Buffer {
  const groups = characters.map(([codePoint, glyph]) => u32(codePoint, codePoint, glyph));
  return concatenate(u16(0, 1, 3, 10), u32(12), u16(12, 0), u32(16 + 12 * groups.length, 0, groups.length), ...groups);
}

/** Family (1) and PostScript name (6), for Windows in English. */
function nameTable(name: string): Buffer {
  const text = Buffer.from(name, "utf16le").swap16();
  const record = (id: number): Buffer => u16(3, 1, 0x409, id, text.length, 0);
  return concatenate(u16(0, 2, 6 + 2 * 12), record(1), record(6), text);
}

function writeTables(tables: readonly (readonly [tag: string, bytes: Buffer])[]): Uint8Array {
  let offset = 12 + 16 * tables.length;
  const records: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [tag, bytes] of tables) {
    records.push(concatenate(Buffer.from(tag, "latin1"), u32(0, offset, bytes.length)));
    bodies.push(bytes, Buffer.alloc(-bytes.length & 3));
    offset += (bytes.length + 3) & ~3;
  }
  return concatenate(Buffer.from("OTTO", "latin1"), u16(tables.length, 128, 3, 16), ...records, ...bodies);
}

function concatenate(...parts: readonly Buffer[]): Buffer {
  return Buffer.concat(parts);
}

function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, 2 * index);
  return bytes;
}

function i16(...values: readonly number[]): Buffer {
  return u16(...values.map((value) => value & 0xffff));
}

function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, 4 * index);
  return bytes;
}
