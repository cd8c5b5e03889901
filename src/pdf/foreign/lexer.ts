/** Bytes → objects and keywords (ISO 32000-1, 7.2 and 7.3), for files and for content streams. */

import { type Dictionary, Keyword, Name, type PdfValue, Ref, UnreadablePdf } from "./objects.ts";

/** Deeper arrays and dictionaries are an attack. */
const MAX_DEPTH = 100;

const REGULAR = 0;
const WHITE = 1;
const DELIMITER = 2;
const CLASSES = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) CLASSES[byte] = WHITE;
for (const character of "()<>[]{}/%") CLASSES[character.charCodeAt(0)] = DELIMITER;

/** Whether a byte is white space; the end of the bytes counts as such. */
export function isWhite(byte: number | undefined): boolean {
  return byte === undefined || CLASSES[byte] === WHITE;
}

const ESCAPES: Readonly<Record<number, number>> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 };
const END = { array: new Keyword("]"), dictionary: new Keyword(">>") } as const;
const words = new Map<string, Keyword>();

/** Reads one object after the other. */
export class Lexer {
  readonly bytes: Uint8Array;
  position: number;
  /** Content streams have no references. */
  readonly #references: boolean;
  /** Whether a hexadecimal string had an odd or a wrong digit, which PDF/A does not allow. */
  oddHex = false;
  /** Whether something was understood only by guessing: a number such as `5-3`, an array that does not end. */
  isGuessed = false;
  /** Whether something within an object was passed over. */
  hasLost = false;

  constructor(bytes: Uint8Array, position = 0, references = true) {
    this.bytes = bytes;
    this.position = position;
    this.#references = references;
  }

  /** Goes to the next byte that is neither white space nor comment. */
  skipWhite(): void {
    const { bytes } = this;
    while (this.position < bytes.length) {
      const byte = bytes[this.position] ?? 0;
      if (byte === 0x25) {
        while (this.position < bytes.length && bytes[this.position] !== 10 && bytes[this.position] !== 13)
          this.position++;
      } else if (CLASSES[byte] !== WHITE) return;
      else this.position++;
    }
  }

  /** The next object or keyword; undefined at the end. */
  next(depth = 0): PdfValue | Keyword | undefined {
    if (depth > MAX_DEPTH) throw new UnreadablePdf("damaged", "Objects are nested too deeply.");
    this.skipWhite();
    const byte = this.bytes[this.position];
    switch (byte) {
      case undefined:
        return undefined;
      case 0x2f:
        return this.#name();
      case 0x28:
        return this.#literal();
      case 0x5b:
        this.position++;
        return this.#items(END.array, depth);
      case 0x5d:
        this.position++;
        return END.array;
      case 0x3c:
        if (this.bytes[this.position + 1] !== 0x3c) return this.#hexadecimal();
        this.position += 2;
        return this.#dictionary(depth);
      case 0x3e:
        this.position += this.bytes[this.position + 1] === 0x3e ? 2 : 1;
        return END.dictionary;
      case 0x29:
      case 0x7b:
      case 0x7d:
        this.position++;
        return keyword(String.fromCharCode(byte));
      default:
        return this.#word();
    }
  }

  #regular(): string {
    const start = this.position;
    while (this.position < this.bytes.length && CLASSES[this.bytes[this.position] ?? 0] === REGULAR) this.position++;
    return latin1(this.bytes, start, this.position);
  }

  #word(): PdfValue | Keyword {
    const word = this.#regular();
    const first = word.charCodeAt(0);
    if ((first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e) {
      const value = numberOf(word);
      if (value === undefined) return keyword(word);
      if (!SOUND_NUMBER.test(word)) this.isGuessed = true;
      return this.#references && Number.isInteger(value) && value >= 0 ? this.#reference(value) : value;
    }
    if (word === "true") return true;
    if (word === "false") return false;
    if (word === "null") return null;
    return keyword(word);
  }

  #reference(value: number): PdfValue {
    const back = this.position;
    this.skipWhite();
    const generation = /^\d{1,5}$/.exec(this.#regular())?.[0];
    if (generation !== undefined) {
      this.skipWhite();
      if (this.#regular() === "R") return new Ref(value, Number(generation));
    }
    this.position = back;
    return value;
  }

  #name(): Name {
    this.position++;
    const name = this.#regular();
    return new Name(
      name.includes("#")
        ? name.replace(/#([\dA-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
        : name,
    );
  }

  #items(end: Keyword, depth: number): PdfValue[] {
    const items: PdfValue[] = [];
    for (;;) {
      const item = this.next(depth + 1);
      if (item === end) return items;
      if (item instanceof Keyword || item === undefined) this.isGuessed = this.hasLost = true;
      if (item === undefined) return items;
      if (!(item instanceof Keyword)) items.push(item);
      else if (item.word === "endobj" || item.word === "endstream") {
        throw new UnreadablePdf("damaged", "An object does not end.");
      }
    }
  }

  #dictionary(depth: number): Dictionary {
    const items = this.#items(END.dictionary, depth);
    const entries: Dictionary = new Map();
    for (let index = 0; index + 1 < items.length; index += 2) {
      const key = items[index];
      if (key instanceof Name) entries.set(key.name, items[index + 1] ?? null);
      else index--; // something stray before a key
    }
    if (entries.size * 2 < items.length) this.isGuessed = true;
    return entries;
  }

  #hexadecimal(): Uint8Array {
    const start = ++this.position;
    while (this.position < this.bytes.length && this.bytes[this.position] !== 0x3e) this.position++;
    const text = latin1(this.bytes, start, this.position++);
    const digits = text.replace(/[^\dA-Fa-f]+/g, "");
    if (digits.length % 2 === 1 || /[^\dA-Fa-f\s\0]/.test(text)) this.oddHex = true;
    return Uint8Array.from(Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, "hex"));
  }

  #literal(): Uint8Array {
    const { bytes } = this;
    const found: number[] = [];
    let open = 1;
    this.position++;
    while (this.position < bytes.length) {
      let byte = bytes[this.position++] ?? 0;
      if (byte === 0x28) open++;
      else if (byte === 0x29) {
        if (--open === 0) return Uint8Array.from(found);
      } else if (byte === 0x5c) {
        const escaped = this.#escape();
        if (escaped === undefined) continue;
        byte = escaped;
      } else if (byte === 13) {
        if (bytes[this.position] === 10) this.position++;
        byte = 10;
      }
      found.push(byte);
    }
    this.isGuessed = this.hasLost = true;
    return Uint8Array.from(found);
  }

  /** What follows a backslash; nothing for a line that goes on. */
  #escape(): number | undefined {
    const byte = this.bytes[this.position++] ?? 0;
    if (byte === 13) {
      if (this.bytes[this.position] === 10) this.position++;
      return undefined;
    }
    if (byte === 10) return undefined;
    if (byte < 0x30 || byte > 0x37) return ESCAPES[byte] ?? byte;
    let value = byte - 0x30;
    for (let digits = 1; digits < 3; digits++) {
      const digit = this.bytes[this.position] ?? 0;
      if (digit < 0x30 || digit > 0x37) break;
      value = value * 8 + digit - 0x30;
      this.position++;
    }
    return value & 0xff;
  }
}

function keyword(word: string): Keyword {
  let known = words.get(word);
  if (!known) {
    known = new Keyword(word);
    if (word.length < 12 && words.size < 1000) words.set(word, known);
  }
  return known;
}

const SOUND_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** Numbers as viewers take them: `--5` and `5-3` occur. */
function numberOf(word: string): number | undefined {
  const value = Number(word);
  if (!Number.isNaN(value) && !/[eExXoObB]/.test(word)) return value;
  const tolerant = /^[+-]*(\d*\.?\d*)(?:-\d*)?$/.exec(word);
  if (!tolerant) return undefined;
  const size = Number(tolerant[1] === "." || tolerant[1] === "" ? "0" : tolerant[1]);
  return word.startsWith("-") ? -size : size;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 64) return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
  let text = "";
  for (let index = start; index < end; index++) text += String.fromCharCode(bytes[index] ?? 0);
  return text;
}
