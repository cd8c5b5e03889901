/** Judges the codes of a composite font: they are CIDs, and those are glyphs (ISO 32000-1, 9.7). */

import { addTo } from "../../../model/groups.ts";
import { type Dictionary, type PdfValue, Stream } from "../objects.ts";
import type { Obstacle } from "../obstacle.ts";
import type { PdfFile } from "../pdf-file.ts";
import { readCharacterMap } from "./cmap.ts";
import type { EmbeddedProgram, JudgedFont } from "./embedded-program.ts";
import { TOLERANCE, textObstacle, unicodeMap } from "./judging.ts";

/** Opens a font of type Type0 with the program of its descendant; that is undefined if none is embedded. */
export function openCompositeFont(
  file: PdfFile,
  font: Dictionary,
  descendant: Dictionary,
  program: EmbeddedProgram | undefined,
): JudgedFont {
  const obstacles = new Set<Obstacle>();
  const subtype = file.name(descendant, "Subtype");
  const toCid = cidOfCode(file, font, descendant);
  if (!toCid) obstacles.add("font-unproven");
  const length = toCid?.length ?? 2;
  if (!file.dictionary(descendant.get("CIDSystemInfo"))) obstacles.add("font-dictionary");
  const toGlyph = program && glyphOfCid(file, descendant, subtype, program);
  if (program && !toGlyph) obstacles.add("font-unproven");
  const widthsOf = widthsByCid(file, descendant);
  const unicode = unicodeMap(file, font);
  return {
    obstacles,
    codes: (bytes) => {
      if (bytes.length % length !== 0) return undefined;
      const codes: number[] = [];
      for (let at = 0; at < bytes.length; at += length) {
        const first = bytes[at] ?? 0;
        codes.push(length === 1 ? first : (first << 8) | (bytes[at + 1] ?? 0));
      }
      return codes;
    },
    judge: (code, isInvisible) => {
      const found: Obstacle[] = [];
      const text = textObstacle(unicode, code, length, undefined);
      if (text) found.push(text);
      const cid = toCid?.cid(code);
      if (cid === undefined) return [...found, "font-unproven"];
      if (cid === 0) found.push("font-glyph");
      if (!program || !toGlyph) return found;
      const glyph = toGlyph(cid);
      if (glyph === undefined || glyph === 0 || glyph >= program.program.glyphs) return [...found, "font-glyph"];
      const own = program.program.width(glyph);
      const isTrue = widthsOf(cid).every((width) => own !== undefined && Math.abs(own - width) < TOLERANCE);
      if (!isTrue && !isInvisible) found.push("font-widths");
      return found;
    },
  };
}

/** Larger ones no font has (ISO 19005-2, 6.1.13), whether they are shown or not. */
const MAX_CID = 65_535;

/** How codes lead to CIDs; undefined for maps that are not looked into, and for writing from top to bottom. */
function cidOfCode(
  file: PdfFile,
  font: Dictionary,
  descendant: Dictionary,
): { readonly length: 1 | 2; cid(code: number): number | undefined } | undefined {
  if (file.name(font, "Encoding") === "Identity-H") return { length: 2, cid: (code) => code };
  const stream = file.get(font, "Encoding");
  if (!(stream instanceof Stream) || !isForCollection(file, stream.dictionary, descendant)) return undefined;
  const { bytes, rest } = file.decoded(stream);
  const map = rest.length > 0 ? undefined : readCharacterMap(bytes);
  const [length, ...others] = map?.codeLengths ?? [];
  if (!map || map.isForeign || others.length > 0 || (length !== 1 && length !== 2)) return undefined;
  if (map.targets.some(({ first, last, to }) => Number(to) + last - first > MAX_CID)) return undefined;
  return {
    length,
    cid: (code) => {
      const [cid, ...more] = map.numbers(code, length);
      return more.length === 0 && cid !== undefined && cid >= 0 ? cid : undefined;
    },
  };
}

/** Whether a map is made for the CIDs of a font (ISO 19005-2, 6.2.11.3), and stands on its own. */
function isForCollection(file: PdfFile, map: Dictionary, descendant: Dictionary): boolean {
  const [own, wanted] = [map, descendant].map((one) => file.dictionary(one.get("CIDSystemInfo")));
  const isSame = ["Registry", "Ordering"].every((key) => {
    const [a, b] = [file.get(own, key), file.get(wanted, key)];
    return a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0;
  });
  const isNewer = (file.number(wanted, "Supplement") ?? 1) <= (file.number(own, "Supplement") ?? 0);
  return isSame && isNewer && !map.has("UseCMap") && (file.number(map, "WMode") ?? 0) === 0 && map.has("CMapName");
}

function glyphOfCid(
  file: PdfFile,
  descendant: Dictionary,
  subtype: string | undefined,
  program: EmbeddedProgram,
): ((cid: number) => number | undefined) | undefined {
  const map = file.get(descendant, "CIDToGIDMap");
  if (subtype === "CIDFontType0") {
    if (program.type !== "named") return undefined;
    if (map !== null && file.name(descendant, "CIDToGIDMap") !== "Identity") return undefined;
    const { cff } = program;
    return cff?.glyphOfCid ?? (cff && ((cid) => cid));
  }
  if (subtype !== "CIDFontType2" || program.type !== "truetype") return undefined;
  if (map instanceof Stream) {
    const { bytes, rest } = file.decoded(map);
    if (rest.length > 0) return undefined;
    return (cid) => (cid * 2 + 1 < bytes.length ? ((bytes[cid * 2] ?? 0) << 8) | (bytes[cid * 2 + 1] ?? 0) : undefined);
  }
  // What is not there is added when the font is copied.
  return map === null || file.name(descendant, "CIDToGIDMap") === "Identity" ? (cid) => cid : undefined;
}

/** The widths that a CID is given; more than one if the font contradicts itself. */
function widthsByCid(file: PdfFile, descendant: Dictionary): (cid: number) => readonly number[] {
  const single = new Map<number, number[]>();
  const ranges: { readonly first: number; readonly last: number; readonly width: number }[] = [];
  const items = file.array(descendant.get("W"));
  for (let at = 0; at < items.length; ) {
    const [first, second, width] = items.slice(at, at + 3);
    if (typeof first !== "number") break;
    if (Array.isArray(second)) {
      for (const [index, value] of file.array(second as readonly PdfValue[]).entries()) // arrays of a file hold values of a file
        addTo(single, first + index, Number(value));
      at += 2;
    } else {
      ranges.push({ first, last: Number(second), width: Number(width) });
      at += 3;
    }
  }
  const rest = file.number(descendant, "DW") ?? 1000;
  return (cid) => {
    const found = [
      ...(single.get(cid) ?? []),
      ...ranges.flatMap(({ first, last, width }) => (cid >= first && cid <= last ? [width] : [])),
    ];
    return found.length > 0 ? found : [rest];
  };
}
