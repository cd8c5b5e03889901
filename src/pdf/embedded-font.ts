/** A font in one document: which glyphs it shows there and which characters they stand for. */

import { type LibraryFont, pdfkitEmbeddedFontClass, type ShapedText } from "./font-library.ts";
import { subsetTrueType } from "./truetype-subset.ts";

/** What the document's text operators need from a font. */
export interface DocumentFont {
  readonly id: string;
  /** Hexadecimal codes of the glyphs of a text. */
  encodeShaped(text: string, shaped: ShapedText): readonly string[];
  ref(): PdfReference;
}

/** Makes a font known to a document. `onMissing` hears of characters in pictures that the font lacks. */
export function embedFont(
  document: PdfmakeDocument,
  font: LibraryFont,
  onMissing: (character: string) => void,
): DocumentFont & PdfkitEmbeddedFont {
  return new (subclass())(document, font, onMissing);
}

type EmbeddedFont = new (
  document: PdfmakeDocument,
  library: LibraryFont,
  onMissing: (character: string) => void,
) => DocumentFont & PdfkitEmbeddedFont;

let cached: EmbeddedFont | undefined;

function subclass(): EmbeddedFont {
  cached ??= makeSubclass(pdfkitEmbeddedFontClass());
  return cached;
}

/** The glyph that fonts show for what they lack; PDF/UA forbids it, so a question mark stands in. */
const NOTDEF = 0;
const QUESTION_MARK = 0x3f;

function makeSubclass(Base: typeof PdfkitEmbeddedFont): EmbeddedFont {
  return class extends Base implements DocumentFont {
    readonly #library: LibraryFont;

    readonly #onMissing: (character: string) => void;

    /** Codes by glyph: words share letters, so nearly all are known after a few lines. */
    readonly #codes = new Map<number, string>();

    constructor(document: PdfmakeDocument, library: LibraryFont, onMissing: (character: string) => void) {
      super(document, library.font, `F${++document._fontCount}`);
      this.#library = library;
      this.#onMissing = onMissing;
      if (library.hasPlainOutlines) this.subset.encode = () => subsetTrueType(library.data, this.subset);
    }

    encodeShaped(text: string, shaped: ShapedText): readonly string[] {
      const known: string[] = [];
      for (const glyph of shaped.glyphs) {
        const code = this.#codes.get(glyph);
        if (code === undefined) return this.#encodeNew(text, shaped);
        known.push(code);
      }
      return known;
    }

    #encodeNew(text: string, shaped: ShapedText): readonly string[] {
      const characters = Array.from(text, (character) => character.codePointAt(0) ?? 0);
      const aligned = alignGlyphs(this.#library, characters, shaped.glyphs);
      return shaped.glyphs.map((glyph, index) => {
        const code = this.subset.includeGlyph(glyph);
        this.widths[code] ??= this.#library.glyphWidth(glyph);
        this.unicode[code] ??= aligned[index] ?? [0xfffd];
        const hexadecimal = `0000${code.toString(16)}`.slice(-4);
        this.#codes.set(glyph, hexadecimal);
        return hexadecimal;
      });
    }

    /** Text within SVG comes here, through pdfkit. */
    override encode(text: string, features?: unknown): [string[], readonly object[]] {
      const { glyphs, positions } = this.layout(text, features);
      const characters = Array.from(text, (character) => character.codePointAt(0) ?? 0);
      const codes = glyphs.map((glyph, index) => {
        if (glyph.id === NOTDEF)
          this.#onMissing(String.fromCodePoint(characters[index] ?? glyph.codePoints[0] ?? 0xfffd));
        const shown = glyph.id === NOTDEF ? this.font.glyphForCodePoint(QUESTION_MARK) : glyph;
        const code = this.subset.includeGlyph(shown.id);
        this.widths[code] ??= shown.advanceWidth * this.scale;
        const own = characters.length === glyphs.length ? characters[index] : undefined;
        // fontkit shares glyph objects between documents, so their code points may come from another one's text.
        this.unicode[code] ??= own === undefined ? [...glyph.codePoints] : [own];
        return `0000${code.toString(16)}`.slice(-4);
      });
      return [codes, positions];
    }
  };
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
