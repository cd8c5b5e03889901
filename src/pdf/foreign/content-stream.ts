/** Takes out of a content stream what belongs to the foreign file's own tags and layers, and notes what PDF/A forbids in it. */

import { Lexer } from "./lexer.ts";
import { type Dictionary, Keyword, Name, type PdfValue } from "./objects.ts";
import type { Obstacle } from "./obstacle.ts";

const PAINTS = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"]);
const SHOWS = new Set(["Tj", "TJ", "'", '"', "Do", "sh", "BI"]);
const MARKS = new Set(["BMC", "BDC", "EMC", "MP", "DP"]);
const OTHERS = new Set(
  "q Q cm w J j M d ri i gs m l c v y h re n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* d0 d1 CS cs SC SCN sc scn G g RG rg K k BX EX".split(
    " ",
  ),
);
const MAX_Q = 20;
const MAX_STRING = 32_767;
const INTENTS = new Set(["RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"]);

/** Names of layers → whether they are shown. */
type IsShown = (property: string) => boolean;

/** A content stream that is safe inside a document of ours. */
export interface CleanContent {
  readonly bytes: Uint8Array;
  readonly obstacles: ReadonlySet<Obstacle>;
  /** Every name that stands in it, and so every resource that it can use. */
  readonly names: ReadonlySet<string>;
}

/** Cleans a decoded content stream. */
export function cleanContent(bytes: Uint8Array, isShown: IsShown): CleanContent {
  return new Cleaner(bytes, isShown).clean();
}

class Cleaner {
  readonly #bytes: Uint8Array;
  readonly #lexer: Lexer;
  readonly #isShown: IsShown;
  readonly #obstacles = new Set<Obstacle>();
  readonly #names = new Set<string>();
  readonly #parts: Uint8Array[] = [];
  #copied = 0;
  #depth = 0;
  /** Marked content that is open; whether each hides what is in it. */
  readonly #open: boolean[] = [];

  constructor(bytes: Uint8Array, isShown: IsShown) {
    this.#bytes = bytes;
    this.#lexer = new Lexer(bytes, 0, false);
    this.#isShown = isShown;
  }

  clean(): CleanContent {
    let operands: (PdfValue | undefined)[] = [];
    this.#lexer.skipWhite();
    let start = this.#lexer.position;
    for (let token = this.#lexer.next(); token !== undefined; token = this.#lexer.next()) {
      if (token instanceof Keyword) {
        this.#operator(token.word, operands, start);
        operands = [];
        this.#lexer.skipWhite();
        start = this.#lexer.position;
      } else {
        this.#look(token);
        operands.push(token);
      }
    }
    if (operands.length > 0) this.#replace(start, "");
    this.#parts.push(this.#bytes.subarray(this.#copied));
    if (this.#depth > 0) this.#parts.push(Buffer.from("\nQ".repeat(this.#depth)));
    if (this.#lexer.oddHex) this.#obstacles.add("string");
    return { bytes: Buffer.concat(this.#parts), obstacles: this.#obstacles, names: this.#names };
  }

  /** Puts something else for what stands between `start` and here. */
  #replace(start: number, text: string): void {
    this.#parts.push(this.#bytes.subarray(this.#copied, start), Buffer.from(` ${text} `));
    this.#copied = this.#lexer.position;
  }

  #operator(word: string, operands: readonly (PdfValue | undefined)[], start: number): void {
    const isHidden = this.#open.includes(true);
    if (word === "BI") this.#inlineImage();
    if (MARKS.has(word)) {
      if (word === "BDC" || word === "BMC") this.#open.push(this.#hides(operands));
      else if (word === "EMC") this.#open.pop();
      this.#replace(start, "");
    } else if (isHidden && PAINTS.has(word)) this.#replace(start, "n");
    else if (isHidden && SHOWS.has(word)) this.#replace(start, "");
    else if (word === "q") {
      if (++this.#depth > MAX_Q) this.#obstacles.add("nesting");
    } else if (word === "Q") {
      // Viewers pass over one too many.
      if (this.#depth === 0) this.#replace(start, "");
      else this.#depth--;
    } else if (word === "k" || word === "K") this.#obstacles.add("cmyk");
    else if (word === "ri") {
      const [intent] = operands;
      if (!(intent instanceof Name && INTENTS.has(intent.name))) this.#obstacles.add("rendering-intent");
    } else if (!OTHERS.has(word) && !PAINTS.has(word) && !SHOWS.has(word)) this.#obstacles.add("operator");
    if ((word === "cs" || word === "CS") && operands[0] instanceof Name && operands[0].name === "DeviceCMYK") {
      this.#obstacles.add("cmyk");
    }
  }

  #hides(operands: readonly (PdfValue | undefined)[]): boolean {
    const [tag, property] = operands;
    if (!(tag instanceof Name) || tag.name !== "OC" || !(property instanceof Name)) return false;
    return !this.#isShown(property.name);
  }

  #look(value: PdfValue): void {
    if (value instanceof Name) {
      this.#names.add(value.name);
      if (/[^\x21-\x7e]/.test(value.name) || value.name.length > 127) this.#obstacles.add("name");
    } else if (value instanceof Uint8Array) {
      if (value.length > MAX_STRING) this.#obstacles.add("string");
    } else if (typeof value === "number") {
      if (Math.abs(value) > 2 ** 31 - 1) this.#obstacles.add("number");
    } else if (Array.isArray(value)) for (const item of value as readonly PdfValue[]) this.#look(item); // as parsed
  }

  /** From `BI` to `EI`, with the position behind it. */
  #inlineImage(): void {
    const lexer = this.#lexer;
    const entries: Dictionary = new Map();
    for (let key = lexer.next(); key instanceof Name; key = lexer.next()) {
      const value = lexer.next();
      if (value === undefined || value instanceof Keyword) break;
      this.#look(value);
      entries.set(key.name, value);
    }
    const is = (keys: string[], wanted: RegExp): boolean =>
      keys.some((key) => {
        const value = entries.get(key);
        const values: readonly PdfValue[] = Array.isArray(value) ? value : [value ?? null];
        return values.some((item) =>
          item instanceof Name ? wanted.test(item.name) : item === true && wanted.test("true"),
        );
      });
    if (is(["CS", "ColorSpace"], /^(CMYK|DeviceCMYK)$/)) this.#obstacles.add("cmyk");
    if (is(["F", "Filter"], UNKNOWN_FILTER)) this.#obstacles.add("filter");
    if (is(["I", "Interpolate"], /^true$/)) this.#obstacles.add("interpolate");
    // The data ends at an EI that stands alone and is followed by what looks like content.
    const { bytes } = lexer;
    for (let at = lexer.position + 1; at < bytes.length; at++) {
      if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49 || !isSpace(bytes[at + 2])) continue;
      // Data in hexadecimal or base 85 ends with a bracket of its own.
      if (!isSpace(bytes[at - 1]) && bytes[at - 1] !== 0x3e) continue;
      if (bytes.subarray(at + 2, at + 12).some((byte) => byte > 0x7e || (byte < 0x20 && !isSpace(byte)))) continue;
      lexer.position = at + 2;
      return;
    }
    this.#obstacles.add("damaged-content");
    lexer.position = bytes.length;
  }
}

/** Any but those that PDF/A allows in a content stream. */
const UNKNOWN_FILTER =
  /^(?!(AHx|A85|Fl|RL|CCF|DCT|ASCIIHexDecode|ASCII85Decode|FlateDecode|RunLengthDecode|CCITTFaxDecode|DCTDecode)$)/;

function isSpace(byte: number | undefined): boolean {
  return byte === undefined || byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 0;
}
