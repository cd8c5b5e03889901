/** What all fonts are held against: widths and Unicode (ISO 19005-2, 6.2.11.5 and 6.2.11.7). */

import { type Dictionary, Stream } from "../objects.ts";
import type { Obstacle } from "../obstacle.ts";
import type { PdfFile } from "../pdf-file.ts";
import { type CharacterMap, readCharacterMap, writeCharacterMap } from "./cmap.ts";
import { withPublicCharacters } from "./private-characters.ts";

/** Widths of the dictionary and the program may differ by so many thousandths. */
export const TOLERANCE = 1;

/** The map from codes to text that a font brings along, as it is copied; undefined if there is none. */
export function unicodeMap(file: PdfFile, font: Dictionary): CharacterMap | undefined {
  const stream = file.get(font, "ToUnicode");
  if (!(stream instanceof Stream)) return undefined;
  const mended = mendedUnicode(file, font);
  return mended && readCharacterMap(mended);
}

/** The bytes of a font's map from codes to text, written anew: readers differ in what they make of odd ones. */
export function mendedUnicode(file: PdfFile, font: Dictionary): Uint8Array | undefined {
  const stream = file.get(font, "ToUnicode");
  if (!(stream instanceof Stream)) return undefined;
  const { bytes, rest } = file.decoded(stream);
  const map = rest.length > 0 ? undefined : readCharacterMap(bytes);
  if (!map) return undefined;
  const plain = writeCharacterMap(map);
  return withPublicCharacters(plain, file.name(font, "BaseFont") ?? "") ?? plain;
}

/** What is wrong with the text of a code; `fallback` is what the name of its glyph says. */
export function textObstacle(
  map: CharacterMap | undefined,
  code: number,
  length: number,
  fallback: string | undefined,
): Obstacle | undefined {
  const texts = map?.texts(code, length) ?? [];
  const said = texts.length > 0 ? texts : fallback === undefined ? [] : [fallback];
  return said.length > 0 && said.every(isText) ? undefined : "font-unicode";
}

/** Private characters would need words beside them, which are not taken over. */
function isText(text: string): boolean {
  return text.length > 0 && !/[\0\ufffe\uffff\ufeff\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u.test(text);
}
