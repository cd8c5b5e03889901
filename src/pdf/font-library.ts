/** Fonts as read by fontkit, with what is known about their glyphs; shared by all documents of a process. */

import { BoundedMap } from "../model/bounded-map.ts";
import type { FontFile } from "../model/theme.ts";
import { hexadecimal } from "./hex.ts";
import { type Kerning, readKerning } from "./kerning.ts";
import { PDFDocument } from "./pdfmake-classes.ts";
import { hasPlainOutlines } from "./truetype-subset.ts";
import { countVisible } from "./visible-text.ts";

/** Glyphs of a stretch of text, in units of a thousandth of the type size. */
export interface ShapedText {
  readonly glyphs: readonly number[];
  /** How far the pen moves after each glyph. */
  readonly advances: readonly number[];
  /** Where marks go, relative to the pen; absent if all glyphs stand on it. */
  readonly offsets: readonly (readonly [x: number, y: number] | undefined)[] | undefined;
  readonly width: number;
  /** What the pen moves less than the glyph is wide, as operators spell it; absent where it does not. */
  readonly kerns: readonly (string | undefined)[];
  /** For each glyph of text that runs from right to left, how many characters it stands for; the last of them come first. */
  readonly reversed: readonly number[] | undefined;
}

/** A word as paragraphs print it, in thousandths of the type size. All papers of a thread share it. */
export interface PrintedWord {
  readonly text: string;
  readonly width: number;
  /** Width of the spaces at its end. */
  readonly trailing: number;
  /** How many of its characters have to be seen. */
  readonly visible: number;
  /** True if letters carry combining marks, which readers extract with a space inside unless the file says what they are. */
  readonly hasMarks: boolean;
  readonly shaped: ShapedText;
  /** Its glyphs as {@link spellGlyphs} spells them by their numbers in the font; undefined if marks are displaced. */
  readonly spelled: string | undefined;
}

/**
 * What stands between `[<` and `>] TJ` to show glyphs: codes, and what kerning takes between them. Such strings can be
 * joined. Undefined if marks stand elsewhere than where the pen is.
 */
export function spellGlyphs(
  { glyphs, kerns, offsets }: ShapedText,
  codeOf: (glyph: number) => number,
): string | undefined {
  if (offsets) return undefined;
  let spelled = "";
  for (let index = 0; index < glyphs.length; index++) {
    spelled += hexadecimal(codeOf(glyphs[index] ?? 0));
    const kern = kerns[index];
    if (kern !== undefined) spelled += `> ${kern} <`;
  }
  return spelled;
}

/** Beyond so many shaped words a font forgets them all, so that a long-running process stays small. */
const MAX_SHAPED_WORDS = 50_000;

/** What has more characters is hardly a word, and hardly comes twice. */
export const LONGEST_WORD = 100;

/** What of a text shows: line ends and soft hyphens do not. */
export function printedText(text: string): string {
  return /[\n\u00ad]/.test(text) ? text.replace(/[\n\u00ad]/g, "") : text;
}

const TRAILING_SPACE = /[ \t]+$/;

const COMBINING = /\p{M}/u;

/** Latin letters, digits, punctuation and currency signs: what needs no shaper, only kerning. */
const PLAIN = /^[\u0020-\u024f\u1e00-\u1eff\u2000-\u20bf]+$/u;

/**
 * Shapes text such that one character is one glyph wherever the font can, so that copying gives the source's text.
 * Hence no ligatures, which German sets only within a morpheme anyway (Auflage, not Auﬂage); and composition only for
 * combining marks (it takes the dot from j́), unless it takes letters such as ṣ̄ apart.
 */
function layOut(font: FontkitFont, text: string): FontkitRun {
  if (COMBINING.test(text)) {
    const composed = place(font, text, { liga: false, clig: false, dlig: false });
    if (composed.glyphs.length === Array.from(text).length) return composed;
  }
  return place(font, text, { liga: false, clig: false, dlig: false, ccmp: false });
}

/**
 * fontkit stumbles over marks for which a font says no place on the letter; then they are not moved there. It adds to the object
 * with the features, so each call gets its own.
 */
function place(font: FontkitFont, text: string, features: Readonly<Record<string, boolean>>): FontkitRun {
  try {
    return font.layout(text, { ...features });
  } catch (error) {
    if (!COMBINING.test(text)) throw error;
    return font.layout(text, { ...features, mark: false, mkmk: false });
  }
}

/** What of a glyph plain text needs; measures are in units of the font. */
interface PlainGlyph {
  readonly id: number;
  readonly advanceWidth: number;
}

const MISSING: PlainGlyph = { id: 0, advanceWidth: 0 };

/** As operators take it; undefined where it is not worth one. */
function spellKern(kern: number): string | undefined {
  return Math.abs(kern) > 0.01 ? String(Math.round(kern * 1000) / 1000) : undefined;
}

const UNKNOWN = 0;
const HAS = 1;
const LACKS = 2;

/** A font of the process. */
export class LibraryFont {
  readonly path: string;
  readonly data: Uint8Array;
  readonly font: FontkitFont;
  /** True if the outlines in `data` can be copied as they are. */
  readonly hasPlainOutlines: boolean;
  readonly glyphCount: number;
  /** Units of the font to thousandths. */
  readonly scale: number;
  /** Nominal widths of glyphs in thousandths, as the PDF's font dictionary gives them. */
  readonly #glyphWidths = new Map<number, number>();
  /** What was found out about the characters of the basic plane; every text is checked, so this has to be quick. */
  readonly #known = new Uint8Array(0x10000);
  readonly #shaped = new BoundedMap<ShapedText>(MAX_SHAPED_WORDS, LONGEST_WORD);
  readonly #words = new BoundedMap<PrintedWord>(MAX_SHAPED_WORDS, LONGEST_WORD);

  readonly #kerning: Kerning | undefined;
  /** By code point, of {@link PLAIN} text. */
  readonly #plainGlyphs = new Map<number, PlainGlyph>();

  constructor({ path, data }: FontFile, font: FontkitFont) {
    this.path = path;
    this.data = data;
    this.font = font;
    this.hasPlainOutlines = hasPlainOutlines(data);
    this.glyphCount = font.numGlyphs;
    this.#kerning = readKerning(data);
    this.scale = 1000 / font.unitsPerEm;
  }

  has(codePoint: number): boolean {
    if (codePoint >= this.#known.length) return this.font.hasGlyphForCodePoint(codePoint);
    if (this.#known[codePoint] === UNKNOWN)
      this.#known[codePoint] = this.font.hasGlyphForCodePoint(codePoint) ? HAS : LACKS;
    return this.#known[codePoint] === HAS;
  }

  /** True if it has glyphs for all characters of a text; those in `except` need none. */
  hasAll(text: string, except: ReadonlySet<number>): boolean {
    const known = this.#known;
    for (let index = 0; index < text.length; index++) {
      if (known[text.charCodeAt(index)] === HAS) continue;
      const codePoint = text.codePointAt(index) ?? 0;
      if (!this.has(codePoint) && !except.has(codePoint)) return false;
      if (codePoint > 0xffff) index++;
    }
    return true;
  }

  /** A word of a paragraph. */
  word(text: string): PrintedWord {
    const cached = this.#words.get(text);
    if (cached) return cached;
    const printed = printedText(text);
    const spaces = TRAILING_SPACE.exec(printed)?.[0];
    const shaped = this.shape(printed);
    const word = {
      text: printed,
      width: printed === "" ? 0 : shaped.width,
      trailing: spaces === undefined ? 0 : this.shape(spaces).width,
      visible: countVisible(text),
      hasMarks: COMBINING.test(printed),
      shaped,
      spelled: spellGlyphs(shaped, (glyph) => glyph),
    };
    this.#words.set(text, word);
    return word;
  }

  shape(text: string): ShapedText {
    const cached = this.#shaped.get(text);
    if (cached) return cached;
    const shaped = this.#shapePlain(text) ?? this.#shapeFully(text);
    this.#shaped.set(text, shaped);
    return shaped;
  }

  /** One glyph for each character, kerned; undefined for text that needs more. Equal to what fontkit gives. */
  #shapePlain(text: string): ShapedText | undefined {
    const kerning = this.#kerning;
    if (!kerning || !PLAIN.test(text)) return undefined;
    const found: PlainGlyph[] = [];
    const glyphs: number[] = [];
    for (let index = 0; index < text.length; index++) {
      const glyph = this.#plainGlyph(text.charCodeAt(index));
      found.push(glyph);
      glyphs.push(glyph.id);
    }
    if (kerning.isContextual(glyphs)) return undefined;
    const advances: number[] = [];
    const kerns: (string | undefined)[] = [];
    let width = 0;
    for (let index = 0; index < found.length; index++) {
      const { id, advanceWidth } = found[index] ?? MISSING;
      const next = glyphs[index + 1];
      const advance = (advanceWidth + (next === undefined ? 0 : kerning.between(id, next))) * this.scale;
      advances.push(advance);
      kerns.push(spellKern(advanceWidth * this.scale - advance));
      width += advance;
    }
    return { glyphs, advances, offsets: undefined, width, kerns, reversed: undefined };
  }

  #plainGlyph(character: number): PlainGlyph {
    let glyph = this.#plainGlyphs.get(character);
    if (!glyph) {
      const { id, advanceWidth } = this.font.glyphForCodePoint(character);
      glyph = { id, advanceWidth };
      this.#plainGlyphs.set(character, glyph);
      this.#glyphWidths.set(id, advanceWidth * this.scale);
    }
    return glyph;
  }

  #shapeFully(text: string): ShapedText {
    const run = layOut(this.font, text);
    const offset = run.positions.some((position) => position.xOffset !== 0 || position.yOffset !== 0);
    for (const glyph of run.glyphs) this.#glyphWidths.set(glyph.id, glyph.advanceWidth * this.scale);
    const glyphs = run.glyphs.map((glyph) => glyph.id);
    const advances = run.positions.map((position) => position.xAdvance * this.scale);
    return {
      glyphs,
      advances,
      kerns: glyphs.map((glyph, index) => spellKern(this.glyphWidth(glyph) - (advances[index] ?? 0))),
      offsets: offset
        ? run.positions.map((position) =>
            position.xOffset !== 0 || position.yOffset !== 0
              ? [position.xOffset * this.scale, position.yOffset * this.scale]
              : undefined,
          )
        : undefined,
      width: run.positions.reduce((sum, position) => sum + position.xAdvance, 0) * this.scale,
      reversed: run.direction === "rtl" ? run.glyphs.map(({ codePoints }) => codePoints.length) : undefined,
    };
  }

  /** Width of a text in points. */
  width(text: string, size: number): number {
    return (this.shape(text).width * size) / 1000;
  }

  /** The glyph that the font's character map gives for a character on its own. */
  glyphOf(codePoint: number): number {
    return this.font.glyphForCodePoint(codePoint).id;
  }

  /** Nominal width of a glyph that came out of {@link shape}. */
  glyphWidth(glyph: number): number {
    return this.#glyphWidths.get(glyph) ?? 0;
  }
}

/** By path; the file of a path can be another one the next time. */
const library = new Map<string, LibraryFont>();
const known = new WeakMap<FontFile, LibraryFont>();

let opener: InstanceType<typeof PDFDocument> | undefined;

function open(data: Uint8Array): FontkitFont {
  opener ??= new PDFDocument({}, {}, {}, {}, { autoFirstPage: false, font: null, info: {} }, null, () => false);
  opener._fontFamilies = {};
  return opener.font(data)._font.font;
}

/** The font of a file; read once per process, as long as the file stays as it is. */
export function libraryFont(file: FontFile): LibraryFont {
  let font = known.get(file) ?? library.get(file.path);
  if (!font || (!known.has(file) && Buffer.compare(font.data, file.data) !== 0)) {
    font = new LibraryFont(file, open(file.data));
    library.set(file.path, font);
  }
  known.set(file, font);
  return font;
}
