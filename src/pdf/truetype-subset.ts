/**
 * A font file of the glyphs that a document shows (OpenType 1.9; the tables that ISO 32000-1, 9.9 asks for).
 *
 * fontkit does the same by taking each glyph apart and putting it together again, in every document; here its bytes are
 * copied. That is a tenth of the time that a short paper takes.
 */

import { readTables } from "./font-tables.ts";

/** A part of a font. */
export interface FontSubset {
  /** The font file. */
  readonly program: Uint8Array;
  /** Where in it the glyphs are, by their numbers in the whole font; 0, the glyph of what is missing, for those that are not. */
  readonly places: Uint16Array;
}

/** Tables that are the same whatever the glyphs are; fonts without instructions lack some. */
const COPIED = ["cvt ", "fpgm", "prep"];

/** Flags of a component (“glyf”, composite glyph description). */
const ARGUMENTS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

const CHECKSUM_MAGIC = 0xb1b0afba;

/** True for a font whose outlines can be copied as they are. */
export function hasPlainOutlines(font: Uint8Array): boolean {
  const tables = readTables(font);
  return ["glyf", "loca", "head", "hhea", "hmtx", "maxp"].every((tag) => tables.has(tag)) && !tables.has("fvar");
}

/** The font with just these glyphs, and what they are composed of, in this order behind the one for what is missing. */
export function subsetTrueType(font: Uint8Array, shown: readonly number[]): FontSubset {
  const tables = readTables(font);
  const table = (tag: string): Uint8Array => {
    const found = tables.get(tag);
    if (!found) throw new Error(`A font without “${tag}”`);
    return found;
  };
  const source: Outlines = {
    glyf: table("glyf"),
    loca: view(table("loca")),
    isLong: view(table("head")).getUint16(50) === 1,
  };
  const places = new Uint16Array(view(table("maxp")).getUint16(4));
  const glyphs = [0];
  const include = (glyph: number): number => {
    if (places[glyph] === 0 && glyph !== 0) places[glyph] = glyphs.push(glyph) - 1;
    return places[glyph] ?? 0;
  };
  for (const glyph of shown) include(glyph);
  const outlines: Uint8Array[] = [];
  // The list grows while components are found.
  for (let place = 0; place < glyphs.length; place++) outlines.push(readOutline(source, glyphs[place] ?? 0, include));
  const count = outlines.length;
  const program = writeFont([
    ...COPIED.flatMap((tag) => (tables.has(tag) ? [[tag, table(tag)] as const] : [])),
    ["glyf", concatenate(outlines)],
    ["head", patched(table("head"), (copy) => copy.setUint16(50, 1))],
    ["hhea", patched(table("hhea"), (copy) => copy.setUint16(34, count))],
    ["hmtx", readMetrics(table("hmtx"), view(table("hhea")).getUint16(34), glyphs)],
    ["loca", offsetsOf(outlines)],
    ["maxp", patched(table("maxp"), (copy) => copy.setUint16(4, count))],
  ]);
  return { program, places };
}

/** Where a font has its outlines. */
interface Outlines {
  readonly glyf: Uint8Array;
  readonly loca: DataView;
  readonly isLong: boolean;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The outline of a glyph; one that is composed names its parts by their places, which `include` gives. */
function readOutline({ glyf, loca, isLong }: Outlines, glyph: number, include: (part: number) => number): Uint8Array {
  const outline = isLong
    ? glyf.subarray(loca.getUint32(4 * glyph), loca.getUint32(4 * glyph + 4))
    : glyf.subarray(2 * loca.getUint16(2 * glyph), 2 * loca.getUint16(2 * glyph + 2));
  if (outline.length === 0 || view(outline).getInt16(0) >= 0) return outline;
  const composed = new Uint8Array(outline);
  const data = view(composed);
  let flags = MORE_COMPONENTS;
  for (let at = 10; flags & MORE_COMPONENTS; ) {
    flags = data.getUint16(at);
    data.setUint16(at + 2, include(data.getUint16(at + 2)));
    at += flags & ARGUMENTS_ARE_WORDS ? 8 : 6;
    if (flags & HAS_SCALE) at += 2;
    else if (flags & HAS_TWO_SCALES) at += 4;
    else if (flags & HAS_MATRIX) at += 8;
  }
  return composed;
}

/** Advance and bearing of each glyph; the last glyphs of a font may share one advance. */
function readMetrics(hmtx: Uint8Array, full: number, glyphs: readonly number[]): Uint8Array {
  const source = view(hmtx);
  const metrics = new Uint8Array(4 * glyphs.length);
  const target = view(metrics);
  for (const [place, glyph] of glyphs.entries()) {
    target.setUint16(4 * place, source.getUint16(4 * Math.min(glyph, full - 1)));
    target.setInt16(4 * place + 2, source.getInt16(glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full)));
  }
  return metrics;
}

function offsetsOf(outlines: readonly Uint8Array[]): Uint8Array {
  const offsets = new Uint8Array(4 * (outlines.length + 1));
  const target = view(offsets);
  let sum = 0;
  for (const [place, { length }] of outlines.entries()) {
    sum += length;
    target.setUint32(4 * (place + 1), sum);
  }
  return offsets;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function patched(table: Uint8Array, change: (copy: DataView) => void): Uint8Array {
  const copy = new Uint8Array(table);
  change(view(copy));
  return copy;
}

/** Puts tables, which come in the order of their tags, behind their directory. */
function writeFont(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const padded = (length: number): number => (length + 3) & ~3;
  const start = 12 + 16 * tables.length;
  const font = new Uint8Array(tables.reduce((sum, [, { length }]) => sum + padded(length), start));
  const data = view(font);
  const power = Math.floor(Math.log2(tables.length));
  data.setUint32(0, 0x00010000);
  data.setUint16(4, tables.length);
  data.setUint16(6, 16 * 2 ** power);
  data.setUint16(8, power);
  data.setUint16(10, 16 * tables.length - 16 * 2 ** power);
  let at = start;
  let adjustment = 0;
  let sum = 0;
  for (const [index, [tag, bytes]] of tables.entries()) {
    const record = 12 + 16 * index;
    for (let letter = 0; letter < 4; letter++) data.setUint8(record + letter, tag.charCodeAt(letter));
    font.set(bytes, at);
    if (tag === "head") {
      adjustment = at + 8;
      data.setUint32(adjustment, 0);
    }
    const own = checksum(data, at, padded(bytes.length));
    sum += own;
    data.setUint32(record + 4, own);
    data.setUint32(record + 8, at);
    data.setUint32(record + 12, bytes.length);
    at += padded(bytes.length);
  }
  data.setUint32(adjustment, CHECKSUM_MAGIC - (sum + checksum(data, 0, start)));
  return font;
}

function checksum(data: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + data.getUint32(at)) >>> 0;
  return sum;
}
