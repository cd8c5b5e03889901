/** Judges the codes of a simple font: its glyphs are named by an encoding, or found by the program's own (ISO 32000-1, 9.6). */

import { type Dictionary, Name } from "../objects.ts";
import type { Obstacle } from "../obstacle.ts";
import type { PdfFile } from "../pdf-file.ts";
import { type EmbeddedProgram, isSymbolic, type JudgedFont } from "./embedded-program.ts";
import type { NamedProgram } from "./font-program.ts";
import { type BaseEncoding, characterOfName, nameInEncoding } from "./glyph-names.ts";
import { TOLERANCE, textObstacle, unicodeMap } from "./judging.ts";
import type { TrueTypeProgram } from "./truetype-program.ts";

/** What the dictionary says of codes. */
interface Encoding {
  readonly base: BaseEncoding | undefined;
  readonly differences: ReadonlyMap<number, string>;
}

/** Opens a font of type TrueType, Type1 or MMType1. `program` is undefined if none is embedded. */
export function openSimpleFont(file: PdfFile, font: Dictionary, program: EmbeddedProgram | undefined): JudgedFont {
  const obstacles = new Set<Obstacle>();
  const isTrueType = file.name(font, "Subtype") === "TrueType";
  const symbolic = isSymbolic(file, font);
  const encoding = encodingOf(file, font, obstacles);
  const [first, last] = [file.number(font, "FirstChar"), file.number(font, "LastChar")];
  const widths = file.array(font.get("Widths"));
  if (first === undefined || last === undefined || widths.length !== last - first + 1) obstacles.add("font-dictionary");
  if (symbolic === undefined) obstacles.add("font-dictionary");
  if (program && isTrueType !== (program.type === "truetype")) obstacles.add("font-unproven");
  if (isTrueType && encoding && symbolic !== undefined) {
    const maps = program?.type === "truetype" ? program.program.maps : undefined;
    if (!keepsRulesOfTrueType(encoding, symbolic, font.has("Encoding"), maps)) obstacles.add("font-dictionary");
  }
  const unicode = unicodeMap(file, font);

  const nameOf = (code: number): string | undefined => {
    const named = encoding?.differences.get(code);
    if (named !== undefined) return named;
    if (encoding?.base) return nameInEncoding(encoding.base, code);
    if (program?.type !== "named") return undefined;
    const own = program.program.nameOfCode(code);
    // Where both could be meant, only what is the same is sure.
    return symbolic || own === nameInEncoding("StandardEncoding", code) ? own : undefined;
  };

  return {
    obstacles,
    codes: (bytes) => [...bytes],
    judge: (code, isInvisible) => {
      const found: Obstacle[] = [];
      const name = nameOf(code);
      const character = name === undefined ? undefined : characterOfName(name);
      const fallback = symbolic && isTrueType ? undefined : character;
      const text = textObstacle(unicode, code, 1, fallback);
      if (text) found.push(text);
      if (name === ".notdef") found.push("font-glyph");
      if (isInvisible || !program) return found;
      const glyphs =
        program.type === "truetype"
          ? trueTypeGlyphs(program.program, code, symbolic === true, character)
          : namedGlyph(program.program, name);
      if (glyphs.length === 0 || glyphs.some((glyph) => glyph === 0 || glyph >= program.program.glyphs))
        found.push("font-glyph");
      const width = widths[code - (first ?? 0)];
      const isTrue = glyphs.every((glyph) => {
        const own = program.program.width(glyph);
        return typeof width === "number" && own !== undefined && Math.abs(own - width) < TOLERANCE;
      });
      if (!isTrue) found.push("font-widths");
      return found;
    },
  };
}

function encodingOf(file: PdfFile, font: Dictionary, obstacles: Set<Obstacle>): Encoding | undefined {
  const value = file.get(font, "Encoding");
  const differences = new Map<number, string>();
  if (value === null) return { base: undefined, differences };
  const named = value instanceof Name ? value.name : file.name(file.dictionary(value), "BaseEncoding");
  const base = baseEncoding(named);
  let code = 0;
  for (const item of file.array(file.dictionary(value)?.get("Differences"))) {
    if (typeof item === "number") code = item;
    else if (item instanceof Name) differences.set(code++, item.name);
    else obstacles.add("font-dictionary");
  }
  if (named === undefined ? !(value instanceof Map) : base === undefined) {
    obstacles.add("font-unproven");
    return undefined;
  }
  return { base, differences };
}

function baseEncoding(name: string | undefined): BaseEncoding | undefined {
  return name === "WinAnsiEncoding" || name === "MacRomanEncoding" || name === "StandardEncoding" ? name : undefined;
}

/** ISO 19005-2, 6.2.11.6. */
function keepsRulesOfTrueType(
  { base, differences }: Encoding,
  symbolic: boolean,
  hasEncoding: boolean,
  maps: TrueTypeProgram["maps"] | undefined,
): boolean {
  const has = (platform: number, encoding: number): boolean =>
    maps?.some((map) => map.platform === platform && map.encoding === encoding) ?? true;
  const count = maps?.length ?? 1;
  if (symbolic) return !hasEncoding && (count === 1 || has(3, 0));
  if (base !== "WinAnsiEncoding" && base !== "MacRomanEncoding") return false;
  if (maps && (has(3, 0) ? count < 2 : count < 1)) return false;
  if (differences.size === 0) return true;
  return has(3, 1) && [...differences.values()].every((name) => characterOfName(name) !== undefined);
}

/** All glyphs that a viewer may take. */
function trueTypeGlyphs(
  { maps }: TrueTypeProgram,
  code: number,
  symbolic: boolean,
  character: string | undefined,
): readonly number[] {
  const inMap = (platform: number, encoding: number, wanted: number): readonly number[] =>
    maps.flatMap((map) => (map.platform === platform && map.encoding === encoding ? [map.glyph(wanted) ?? 0] : []));
  if (symbolic) {
    const pages = [0, 0xf000, 0xf100, 0xf200].map((page) => inMap(3, 0, page + code));
    return [...(pages.find(([glyph = 0]) => glyph !== 0) ?? inMap(3, 0, code)), ...inMap(1, 0, code)];
  }
  const unicode = character?.codePointAt(0);
  if (unicode === undefined) return [];
  const found = inMap(3, 1, unicode);
  // Without a Unicode map, codes of plain ASCII are the same in the other one.
  return found.length > 0 ? found : code >= 0x20 && code <= 0x7e && unicode === code ? inMap(1, 0, code) : [];
}

function namedGlyph(program: NamedProgram, name: string | undefined): readonly number[] {
  const glyph = name === undefined ? undefined : program.glyphOfName(name);
  return glyph === undefined ? [] : [glyph];
}
