/** Reads of a TrueType program what PDF uses: widths and character maps (OpenType: head, hhea, hmtx, maxp, cmap). */

import { type FontProgram, FontReader, UnreadableFont } from "./font-program.ts";

/** A character map of the program. */
interface GlyphMap {
  readonly platform: number;
  readonly encoding: number;
  glyph(code: number): number | undefined;
}

/** A program with TrueType outlines. */
export interface TrueTypeProgram extends FontProgram {
  readonly maps: readonly GlyphMap[];
}

/** Where the tables of an OpenType or TrueType file lie. */
export function tablesOf(reader: FontReader): ReadonlyMap<string, { readonly at: number; readonly length: number }> {
  const tables = new Map<string, { at: number; length: number }>();
  for (let index = 0; index < reader.unsigned(4, 2); index++) {
    const row = 12 + index * 16;
    const [at, length] = [reader.unsigned(row + 8, 4), reader.unsigned(row + 12, 4)];
    if (at + length > reader.bytes.length) throw new UnreadableFont("A table is cut off.");
    tables.set(reader.latin1(row, row + 4), { at, length });
  }
  return tables;
}

/** Reads a program; throws `UnreadableFont`. */
export function readTrueType(bytes: Uint8Array): TrueTypeProgram {
  const reader = new FontReader(bytes);
  const version = reader.unsigned(0, 4);
  if (version !== 0x00010000 && version !== 0x74727565) throw new UnreadableFont("This is no TrueType.");
  const tables = tablesOf(reader);
  const table = (tag: string): number => {
    const found = tables.get(tag);
    if (!found) throw new UnreadableFont(`There is no table ${tag}.`);
    return found.at;
  };
  const unitsPerEm = reader.unsigned(table("head") + 18, 2);
  const glyphs = reader.unsigned(table("maxp") + 4, 2);
  const metrics = reader.unsigned(table("hhea") + 34, 2);
  const hmtx = table("hmtx");
  // Outlines have to be there for all glyphs.
  const size = reader.unsigned(table("head") + 50, 2) === 0 ? 2 : 4;
  reader.unsigned(table("loca") + glyphs * size, size);
  table("glyf");
  if (unitsPerEm === 0 || metrics === 0) throw new UnreadableFont("There are no widths.");
  const cmap = tables.get("cmap");
  return {
    glyphs,
    width: (glyph) =>
      glyph >= glyphs ? undefined : (reader.unsigned(hmtx + Math.min(glyph, metrics - 1) * 4, 2) * 1000) / unitsPerEm,
    maps: cmap ? mapsOf(reader, cmap.at) : [],
  };
}

function mapsOf(reader: FontReader, at: number): readonly GlyphMap[] {
  return Array.from({ length: reader.unsigned(at + 2, 2) }, (_, index) => {
    const row = at + 4 + index * 8;
    const start = at + reader.unsigned(row + 4, 4);
    return {
      platform: reader.unsigned(row, 2),
      encoding: reader.unsigned(row + 2, 2),
      glyph: (code) => glyphIn(reader, start, code),
    };
  });
}

/** Undefined if the code has no glyph, or the format is not known here. */
function glyphIn(reader: FontReader, at: number, code: number): number | undefined {
  switch (reader.unsigned(at, 2)) {
    case 0:
      return code < 256 ? reader.unsigned(at + 6 + code, 1) : undefined;
    case 4:
      return inSegments(reader, at, code);
    case 6: {
      const index = code - reader.unsigned(at + 6, 2);
      return index >= 0 && index < reader.unsigned(at + 8, 2) ? reader.unsigned(at + 10 + index * 2, 2) : undefined;
    }
    case 12:
      for (let index = 0; index < reader.unsigned(at + 12, 4); index++) {
        const row = at + 16 + index * 12;
        const [first, last] = [reader.unsigned(row, 4), reader.unsigned(row + 4, 4)];
        if (code >= first && code <= last) return reader.unsigned(row + 8, 4) + code - first;
      }
      return undefined;
    default:
      return undefined;
  }
}

function inSegments(reader: FontReader, at: number, code: number): number | undefined {
  const twice = reader.unsigned(at + 6, 2);
  for (let index = 0; index < twice; index += 2) {
    if (code > reader.unsigned(at + 14 + index, 2)) continue;
    const first = reader.unsigned(at + 16 + twice + index, 2);
    if (code < first) return undefined;
    const delta = reader.unsigned(at + 16 + twice * 2 + index, 2);
    const place = at + 16 + twice * 3 + index;
    const offset = reader.unsigned(place, 2);
    if (offset === 0) return (code + delta) & 0xffff;
    const glyph = reader.unsigned(place + offset + (code - first) * 2, 2);
    return glyph === 0 ? undefined : (glyph + delta) & 0xffff;
  }
  return undefined;
}
