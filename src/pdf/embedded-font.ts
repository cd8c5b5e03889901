/** A font in one document: which glyphs it shows there, which characters they stand for, and what of it goes into the file. */

import { descriptorOf, nameOf, type ShownGlyph, tagOf, unicodeMap, widthsOf } from "./font-dictionary.ts";
import { type LibraryFont, type PrintedWord, spellGlyphs } from "./font-library.ts";
import { subsetTrueType } from "./truetype-subset.ts";

/** The glyph that fonts show for what they lack. */
const NOTDEF = 0;

/** How glyphs are numbered: each font in its own way. */
export const characterCollection = { registry: "Adobe", ordering: "Identity" };

/** A font of one document. */
export class EmbeddedFont {
  /** Its name among the resources of pages. */
  readonly id: string;
  readonly #document: PdfmakeDocument;
  readonly #library: LibraryFont;
  /** Undefined where codes are the font's own numbers of glyphs: then words are spelled once for all documents. */
  readonly #subset: FontkitSubset | undefined;
  readonly #shown = new Map<number, ShownGlyph>();
  /** A one for each of them: every letter of a document asks. */
  readonly #isShown: Uint8Array;
  #dictionary: PdfReference | undefined;

  constructor(document: PdfmakeDocument, library: LibraryFont) {
    this.id = `F${++document._fontCount}`;
    this.#document = document;
    this.#library = library;
    this.#subset = library.hasPlainOutlines ? undefined : library.font.createSubset();
    this.#isShown = new Uint8Array(library.glyphCount);
  }

  /** The font dictionary, to which resources of pages refer. */
  ref(): PdfReference {
    this.#dictionary ??= this.#document.ref();
    return this.#dictionary;
  }

  /**
   * What stands between `[<` and `>] TJ` to show a word; undefined if it has marks that are displaced. From then on the file has
   * its glyphs.
   */
  spell(word: PrintedWord): string | undefined {
    const { glyphs } = word.shaped;
    const isShown = this.#isShown;
    for (let index = 0; index < glyphs.length; index++) {
      if (isShown[glyphs[index] ?? NOTDEF] === 1) continue;
      this.#show(word);
      break;
    }
    return this.#subset ? spellGlyphs(word.shaped, (glyph) => this.codeOf(glyph)) : word.spelled;
  }

  /** The code of a glyph of a word that was spelled. */
  codeOf(glyph: number): number {
    return this.#subset ? this.#subset.includeGlyph(glyph) : glyph;
  }

  #show({ text, shaped: { glyphs, reversed } }: PrintedWord): void {
    const characters = Array.from(text, (character) => character.codePointAt(0) ?? 0);
    const aligned = (reversed && alignReversed(characters, reversed)) ?? alignGlyphs(this.#library, characters, glyphs);
    for (const [index, glyph] of glyphs.entries())
      this.#add(glyph, this.#library.glyphWidth(glyph), aligned[index] ?? [0xfffd]);
  }

  /** The first characters that a glyph stands for are what readers are told. */
  #add(glyph: number, width: number, characters: readonly number[]): void {
    if (this.#isShown[glyph] === 1) return;
    this.#isShown[glyph] = 1;
    this.#shown.set(glyph, { code: this.codeOf(glyph), glyph, width, characters });
  }

  /** Writes the font, if anything has referred to it (ISO 32000-1, 9.7.4 and 9.8). */
  end(): void {
    const dictionary = this.#dictionary;
    if (!dictionary) return;
    const shown = [...this.#shown.values()].sort((a, b) => a.code - b.code);
    const name = `${tagOf(this.id)}+${nameOf(this.#library)}`;
    const { file, places } = this.#subset
      ? this.#programOf(this.#subset, shown)
      : this.#programWithPlaces(this.#library.data, shown);
    const descriptor = this.#object({ ...descriptorOf(this.#library), FontName: name, ...file });
    const descendant = this.#object({
      Type: "Font",
      Subtype: places ? "CIDFontType2" : "CIDFontType0",
      BaseFont: name,
      CIDSystemInfo: {
        Registry: new String(characterCollection.registry),
        Ordering: new String(characterCollection.ordering),
        Supplement: 0,
      },
      FontDescriptor: descriptor,
      W: widthsOf(shown),
      ...(places && { CIDToGIDMap: places }),
    });
    Object.assign(dictionary.data, {
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [descendant],
      ToUnicode: this.#stream(Buffer.from(unicodeMap(shown), "latin1")),
    });
    dictionary.end();
  }

  /** The font's program, with what the document shows of it; and where in it the glyphs of codes are. */
  #programWithPlaces(data: Uint8Array, shown: readonly ShownGlyph[]): FontProgram {
    const { program, places } = subsetTrueType(
      data,
      shown.map(({ glyph }) => glyph),
    );
    const file = { FontFile2: this.#stream(program, { Length1: program.length }) };
    return { file, places: this.#stream(placesByCode(shown, places)) };
  }

  /** The same as fontkit makes it, whose program says itself where they are. */
  #programOf(subset: FontkitSubset, shown: readonly ShownGlyph[]): FontProgram {
    for (const { glyph } of shown) subset.includeGlyph(glyph);
    const program = subset.encode();
    return subset.cff === undefined
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
}

/** A font's program as its descriptor names it, and the map from codes to it. */
interface FontProgram {
  readonly file: object;
  readonly places?: PdfReference | "Identity";
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
