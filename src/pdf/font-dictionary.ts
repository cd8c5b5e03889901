/** What a file says of a font that it shows: name, measures, widths, characters (ISO 32000-1, 9.7 to 9.10). */

import type { LibraryFont } from "./font-library.ts";
import { readTables } from "./font-tables.ts";
import { hexadecimal, utf16 } from "./hex.ts";

/** A glyph that a document shows. */
export interface ShownGlyph {
  readonly code: number;
  /** Its number in the font. */
  readonly glyph: number;
  readonly width: number;
  /** Code points of the characters that it stands for. */
  readonly characters: readonly number[];
}

/** Flags of a descriptor (9.8.2). */
const FIXED_PITCH = 1 << 0;
const SERIF = 1 << 1;
const SYMBOLIC = 1 << 2;
const SCRIPT = 1 << 3;
const ITALIC = 1 << 6;

const descriptors = new WeakMap<LibraryFont, object>();

/** The name of a font as PostScript takes it. */
export function nameOf({ font }: LibraryFont): string {
  return font.postscriptName?.replaceAll(" ", "_") ?? "Font";
}

/** The descriptor of a font, without its name and program; all documents have the same. */
export function descriptorOf(library: LibraryFont): object {
  const known = descriptors.get(library);
  if (known) return known;
  const { font, scale } = library;
  const { bbox } = font;
  const { italicAngle, isFixedPitch } = readPost(library.data);
  const descriptor = {
    Type: "FontDescriptor",
    Flags: flagsOf(library, isFixedPitch),
    FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((one) => one * scale),
    ItalicAngle: italicAngle,
    Ascent: font.ascent * scale,
    Descent: font.descent * scale,
    CapHeight: (font.capHeight || font.ascent) * scale,
    XHeight: (font.xHeight || 0) * scale,
    StemV: 0,
  };
  descriptors.set(library, descriptor);
  return descriptor;
}

function flagsOf({ font }: LibraryFont, isFixedPitch: boolean): number {
  const family = (font["OS/2"]?.sFamilyClass ?? 0) >> 8;
  return (
    SYMBOLIC |
    (isFixedPitch ? FIXED_PITCH : 0) |
    (family >= 1 && family <= 7 ? SERIF : 0) |
    (family === 10 ? SCRIPT : 0) |
    (font.head.macStyle.italic ? ITALIC : 0)
  );
}

/** fontkit would read the names of all glyphs to say so (OpenType 1.9, “post”). */
function readPost(data: Uint8Array): { italicAngle: number; isFixedPitch: boolean } {
  const post = readTables(data).get("post");
  if (!post) return { italicAngle: 0, isFixedPitch: false };
  const view = new DataView(post.buffer, post.byteOffset);
  return { italicAngle: view.getInt32(4) / 0x10000, isFixedPitch: view.getUint32(12) !== 0 };
}

/** Six capital letters, other ones for each font of a document (ISO 32000-1, 9.6.4). */
export function tagOf(id: string): string {
  const number = Number(id.slice(1));
  return Array.from({ length: 6 }, (_, index) =>
    String.fromCharCode(65 + (Math.floor(number / 26 ** index) % 26)),
  ).join("");
}

/** Runs of codes without a gap, each with what follows its first code. */
function runsOf(shown: readonly ShownGlyph[]): readonly (readonly ShownGlyph[])[] {
  const runs: ShownGlyph[][] = [];
  for (const one of shown) {
    const run = runs.at(-1);
    // A range must not go beyond 255 in its last byte.
    if (run?.at(-1)?.code === one.code - 1 && one.code % 256 !== 0) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Widths by CID, as the font dictionary gives them (9.7.4.3). */
export function widthsOf(shown: readonly ShownGlyph[]): readonly unknown[] {
  return runsOf(shown).flatMap((run) => [run[0]?.code, run.map(({ width }) => width)]);
}

/** Readers take so many ranges at a time. */
const RANGES = 100;

/** Characters by code, for those who copy or hear the text (ISO 32000-1, 9.10.3). */
export function unicodeMap(shown: readonly ShownGlyph[]): string {
  const ranges = runsOf(shown).map((run) => {
    const texts = run.map(({ characters }) => `<${utf16(String.fromCodePoint(...characters))}>`);
    return `<${hexadecimal(run[0]?.code ?? 0)}> <${hexadecimal(run.at(-1)?.code ?? 0)}> [${texts.join(" ")}]`;
  });
  let blocks = "";
  for (let from = 0; from < ranges.length; from += RANGES) {
    const some = ranges.slice(from, from + RANGES);
    blocks += `${some.length} beginbfrange\n${some.join("\n")}\nendbfrange\n`;
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
