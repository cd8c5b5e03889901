/** Splits text into stretches that one font can show, character by character. */

import { graphemesOf } from "../model/graphemes.ts";
import type { FontFamily, FontFile, ThemeFonts } from "../model/theme.ts";
import { type LibraryFont, libraryFont } from "./font-library.ts";
import { runsRightToLeft } from "./right-to-left.ts";
import { visibleText } from "./visible-text.ts";

/** Which face of a family. */
export interface Face {
  readonly bold: boolean;
  readonly italic: boolean;
}

/** The face that decides whether a character can be printed: the others of a family have the same characters. */
export const UPRIGHT: Face = { bold: false, italic: false };

/** A stretch of text in one font, which runs in one direction. */
export interface FontRun {
  readonly text: string;
  readonly font: LibraryFont;
  /** True where no font has a glyph: `text` is what the document says, {@link REPLACEMENT} is what prints. */
  readonly missing: boolean;
}

/** Stands for a character that no font has; every symbols font has it. */
export const REPLACEMENT = "\u25a1";

const SPACE = 0x20;

/** Characters that end up as a line end, a space or a hyphen: line feed, tab, return, soft hyphen … */
const NEEDS_NO_GLYPH: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0xad, 0x2028, 0x2029]);

/** The font file of a face. */
export function faceOf(family: FontFamily<FontFile>, face: Face): FontFile {
  if (face.bold) return face.italic ? family.boldItalic : family.bold;
  return face.italic ? family.italic : family.regular;
}

/** Graphemes of a text for which no font has all glyphs. */
export function lacksGlyph(text: string, fonts: ThemeFonts<FontFile>, face: Face): readonly string[] {
  const first = libraryFont(faceOf(fonts.text, face));
  if (first.hasAll(text, NEEDS_NO_GLYPH)) return [];
  return chooseFonts(text, fonts.text, face, fonts).flatMap((run) => (run.missing ? [run.text] : []));
}

/**
 * Splits text by font: the family asked for where it can, else the family of symbols. A letter and its marks stay
 * together, since only one font can place a mark.
 */
export function chooseFonts(
  text: string,
  family: FontFamily<FontFile>,
  face: Face,
  fonts: ThemeFonts<FontFile>,
): FontRun[] {
  const visible = visibleText(text);
  const first = libraryFont(faceOf(family, face));
  if (first.hasAll(visible, NEEDS_NO_GLYPH) && !runsRightToLeft(visible))
    return visible === "" ? [] : [{ text: visible, font: first, missing: false }];
  const second = libraryFont(faceOf(fonts.symbols, face));
  const third = libraryFont(faceOf(fonts.text, face));
  const runs: { text: string; font: LibraryFont; missing: boolean; isTurned: boolean }[] = [];
  for (const segment of graphemesOf(visible)) {
    const font = first.hasAll(segment, NEEDS_NO_GLYPH)
      ? first
      : second.hasAll(segment, NEEDS_NO_GLYPH)
        ? second
        : third.hasAll(segment, NEEDS_NO_GLYPH)
          ? third
          : undefined;
    const last = runs.at(-1);
    const isTurned = runsRightToLeft(segment);
    const before = runs.at(-2);
    if (last && before?.isTurned && isTurned && before.font === font && /^ +$/.test(last.text) && font.has(SPACE)) {
      // Words that follow each other are one stretch, so that they are read as one.
      runs.pop();
      before.text += last.text + segment;
      continue;
    }
    if (last && font && !last.missing && last.font === font && last.isTurned === isTurned) last.text += segment;
    else runs.push({ text: segment, font: font ?? second, missing: font === undefined, isTurned });
  }
  return runs;
}
