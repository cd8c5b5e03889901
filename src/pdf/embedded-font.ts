/** A font in one document: which glyphs it shows there, which characters they stand for, and what of it goes into the file. */

import { descriptorOf, nameOf, type ShownGlyph, tagOf, unicodeMap, widthsOf } from "./font-dictionary.ts";
import { type LibraryFont, type PrintedWord, pdfkitEmbeddedFontClass, spellGlyphs } from "./font-library.ts";
import { subsetTrueType } from "./truetype-subset.ts";

/** What the document's text operators need from a font. */
export interface DocumentFont {
  readonly id: string;
  /**
   * What stands between `[<` and `>] TJ` to show a word; undefined if it has marks that are displaced. From then on the file has
   * its glyphs.
   */
  spell(word: PrintedWord): string | undefined;
  /** The code of a glyph of a word that was spelled. */
  codeOf(glyph: number): number;
  ref(): PdfReference;
}

/** Makes a font known to a document. */
export function embedFont(document: PdfmakeDocument, font: LibraryFont): DocumentFont & PdfkitEmbeddedFont {
  return new (subclass())(document, font);
}

type EmbeddedFont = new (document: PdfmakeDocument, library: LibraryFont) => DocumentFont & PdfkitEmbeddedFont;

let cached: EmbeddedFont | undefined;

function subclass(): EmbeddedFont {
  cached ??= makeSubclass(pdfkitEmbeddedFontClass());
  return cached;
}

/** The glyph that fonts show for what they lack. */
const NOTDEF = 0;

function makeSubclass(Base: typeof PdfkitEmbeddedFont): EmbeddedFont {
  return class extends Base implements DocumentFont {
    readonly #document: PdfmakeDocument;
    readonly #library: LibraryFont;
    /** Codes are the font's own numbers of glyphs where the file can say so: then words are spelled once for all documents. */
    readonly #hasOwnCodes: boolean;
    readonly #shown = new Map<number, ShownGlyph>();
    /** A one for each of them: every letter of a document asks. */
    readonly #isShown: Uint8Array;

    constructor(document: PdfmakeDocument, library: LibraryFont) {
      super(document, library.font, `F${++document._fontCount}`);
      this.#document = document;
      this.#library = library;
      this.#hasOwnCodes = library.hasPlainOutlines;
      this.#isShown = new Uint8Array(library.glyphCount);
    }

    spell(word: PrintedWord): string | undefined {
      const { glyphs } = word.shaped;
      const isShown = this.#isShown;
      for (let index = 0; index < glyphs.length; index++) {
        if (isShown[glyphs[index] ?? NOTDEF] === 1) continue;
        this.#show(word);
        break;
      }
      return this.#hasOwnCodes ? word.spelled : spellGlyphs(word.shaped, (glyph) => this.codeOf(glyph));
    }

    codeOf(glyph: number): number {
      return this.#hasOwnCodes ? glyph : this.subset.includeGlyph(glyph);
    }

    #show({ text, shaped: { glyphs, reversed } }: PrintedWord): void {
      const characters = Array.from(text, (character) => character.codePointAt(0) ?? 0);
      const aligned =
        (reversed && alignReversed(characters, reversed)) ?? alignGlyphs(this.#library, characters, glyphs);
      for (const [index, glyph] of glyphs.entries())
        this.#add(glyph, this.#library.glyphWidth(glyph), aligned[index] ?? [0xfffd]);
    }

    /** The first characters that a glyph stands for are what readers are told. */
    #add(glyph: number, width: number, characters: readonly number[]): void {
      if (this.#isShown[glyph] === 1) return;
      this.#isShown[glyph] = 1;
      this.#shown.set(glyph, { code: this.codeOf(glyph), glyph, width, characters });
    }

    /** Writes the font (ISO 32000-1, 9.7.4 and 9.8). */
    override embed(): void {
      const shown = [...this.#shown.values()].sort((a, b) => a.code - b.code);
      const name = `${tagOf(this.id)}+${nameOf(this.#library)}`;
      const { file, places } = this.#program(shown);
      const descriptor = this.#object({ ...descriptorOf(this.#library), FontName: name, ...file });
      const descendant = this.#object({
        Type: "Font",
        Subtype: places ? "CIDFontType2" : "CIDFontType0",
        BaseFont: name,
        CIDSystemInfo: { Registry: new String("Adobe"), Ordering: new String("Identity"), Supplement: 0 },
        FontDescriptor: descriptor,
        W: widthsOf(shown),
        ...(places && { CIDToGIDMap: places }),
      });
      this.dictionary.data = {
        Type: "Font",
        Subtype: "Type0",
        BaseFont: name,
        Encoding: "Identity-H",
        DescendantFonts: [descendant],
        ToUnicode: this.#stream(Buffer.from(unicodeMap(shown), "latin1")),
      };
      this.dictionary.end();
    }

    /**
     * The font's program, with what the document shows of it; and where in it the glyphs of codes are, unless it says so itself.
     */
    #program(shown: readonly ShownGlyph[]): { file: object; places?: PdfReference | "Identity" } {
      if (this.#hasOwnCodes) {
        const { program, places } = subsetTrueType(
          this.#library.data,
          shown.map(({ glyph }) => glyph),
        );
        const file = { FontFile2: this.#stream(program, { Length1: program.length }) };
        return { file, places: this.#stream(placesByCode(shown, places)) };
      }
      for (const { glyph } of shown) this.subset.includeGlyph(glyph);
      const program = this.subset.encode();
      return this.subset.cff === undefined
        ? { file: { FontFile2: this.#stream(program, { Length1: program.length }) }, places: "Identity" }
        : { file: { FontFile3: this.#stream(program, { Subtype: "CIDFontType0C" }) } };
    }

    #object(data: object): PdfReference {
      const ref = this.#document.ref(data);
      ref.end();
      return ref;
    }

    #stream(bytes: Uint8Array, data: object = {}): PdfReference {
      const ref = this.#document.ref(data);
      ref.end(bytes);
      return ref;
    }
  };
}

/** Two bytes for each code, up to the last. */
function placesByCode(shown: readonly ShownGlyph[], places: Uint16Array): Uint8Array {
  const map = new Uint8Array(2 * ((shown.at(-1)?.code ?? 0) + 1));
  const view = new DataView(map.buffer);
  for (const { code, glyph } of shown) view.setUint16(2 * code, places[glyph] ?? NOTDEF);
  return map;
}

/** Which characters each glyph stands for: one for one as a rule, else as the font's character map tells. */
function alignGlyphs(
  font: LibraryFont,
  characters: readonly number[],
  glyphs: readonly number[],
): readonly (readonly number[])[] {
  if (characters.length === glyphs.length) return characters.map((character) => [character]);
  const result: number[][] = [];
  let next = 0;
  for (const glyph of glyphs) {
    const found = characters.findIndex((character, index) => index >= next && font.glyphOf(character) === glyph);
    if (found === -1) {
      result.push([characters[Math.min(next, characters.length - 1)] ?? 0xfffd]);
      next = Math.min(next + 1, characters.length);
    } else {
      result.push([characters[found] ?? 0xfffd]);
      next = found + 1;
    }
  }
  return result;
}

/** The same for text that runs from right to left; undefined if the font splits characters into several glyphs. */
function alignReversed(
  characters: readonly number[],
  counts: readonly number[],
): readonly (readonly number[])[] | undefined {
  const reversed = characters.toReversed();
  let at = 0;
  const aligned = counts.map((count) => {
    at += count;
    return reversed.slice(at - count, at);
  });
  return at === reversed.length ? aligned : undefined;
}
