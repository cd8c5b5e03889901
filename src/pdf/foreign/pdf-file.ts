/** A foreign PDF: its objects by number, read when they are asked for. */

import {
  type CrossReference,
  type ObjectPlace,
  readCrossReference,
  rebuildCrossReference,
  streamStart,
} from "./cross-reference.ts";
import { type Decryption, openEncryption } from "./decrypt.ts";
import { Effort } from "./effort.ts";
import { decode, type Filter, filtersOf } from "./filters.ts";
import { Lexer } from "./lexer.ts";
import { type Dictionary, Keyword, Name, type PdfValue, Ref, Stream, UnreadablePdf } from "./objects.ts";

/** References that lead to references. */
const MAX_STEPS = 30;

/** Objects in one object stream. */
const MAX_PACKED = 1_000_000;

/** An open file. */
export class PdfFile {
  /** What reading may still take. */
  readonly effort = new Effort();
  readonly #bytes: Buffer;
  #places = new Map<number, ObjectPlace>();
  #trailer: Dictionary = new Map();
  #decryption: Decryption | undefined;
  #isRebuilt = false;
  readonly #objects = new Map<number, PdfValue>();
  /** Object streams as their unpacked bytes and the offsets within. */
  readonly #packed = new Map<number, { data: Uint8Array; offsets: readonly [number: number, offset: number][] }>();
  readonly #reading = new Set<number>();

  constructor(bytes: Uint8Array) {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Offsets count from the header, before which some programs write something.
    this.#bytes = all.subarray(Math.max(0, all.subarray(0, 1024).indexOf("%PDF-")));
    try {
      this.#open(
        readCrossReference(
          this.#bytes,
          (at) => this.#readAt(at)?.value,
          (stream) => this.#data(stream),
        ),
      );
      if (!this.#hasPages()) throw new UnreadablePdf("damaged", "There are no pages.");
    } catch (error) {
      if (error instanceof UnreadablePdf && error.reason !== "damaged") throw error;
      this.#rebuild();
    }
  }

  /** The root of everything. */
  get catalog(): Dictionary {
    return this.dictionary(this.#trailer.get("Root")) ?? new Map();
  }

  /** The object that a value refers to, or the value itself. */
  resolve(value: PdfValue | undefined): PdfValue {
    let current: PdfValue = value ?? null;
    for (let step = 0; current instanceof Ref; step++) {
      if (step > MAX_STEPS) return null;
      current = this.#object(current.number);
    }
    return current;
  }

  /** A dictionary, also that of a stream. */
  dictionary(value: PdfValue | undefined): Dictionary | undefined {
    const resolved = this.resolve(value);
    if (resolved instanceof Stream) return resolved.dictionary;
    return resolved instanceof Map ? resolved : undefined;
  }

  /** An entry of a dictionary. */
  get(dictionary: Dictionary | undefined, key: string): PdfValue {
    return this.resolve(dictionary?.get(key));
  }

  /** An entry that is a name. */
  name(dictionary: Dictionary | undefined, key: string): string | undefined {
    const value = this.get(dictionary, key);
    return value instanceof Name ? value.name : undefined;
  }

  /** An entry that is a number. */
  number(dictionary: Dictionary | undefined, key: string): number | undefined {
    const value = this.get(dictionary, key);
    return typeof value === "number" ? value : undefined;
  }

  /** An array with its items resolved; empty if it is none. */
  array(value: PdfValue | undefined): PdfValue[] {
    const resolved = this.resolve(value);
    return Array.isArray(resolved) ? resolved.map((item: PdfValue) => this.resolve(item)) : [];
  }

  /** A stream's filters with their parameters. */
  filters(dictionary: Dictionary): Filter[] {
    return filtersOf(dictionary, (value) => this.#flat(value));
  }

  /** A stream's bytes, and the filters that are left: those of images. */
  decoded(stream: Stream): { bytes: Uint8Array; rest: readonly Filter[] } {
    return decode(stream.bytes, this.filters(stream.dictionary));
  }

  /** The bytes of a stream that is part of the file's structure. */
  #data(stream: Stream): Uint8Array {
    const { bytes } = this.decoded(stream);
    this.effort.spend(bytes.length);
    return bytes;
  }

  /** Resolved, and the entries of a dictionary too. */
  #flat(value: PdfValue | undefined): PdfValue {
    const resolved = this.resolve(value);
    if (!(resolved instanceof Map)) return resolved;
    return new Map([...resolved].map(([key, entry]) => [key, this.resolve(entry)]));
  }

  #hasPages(): boolean {
    return this.dictionary(this.catalog.get("Pages")) !== undefined;
  }

  #open({ places, trailer }: CrossReference): void {
    this.#places = places;
    this.#trailer = trailer;
    this.#objects.clear();
    this.#packed.clear();
    const encryption = this.dictionary(trailer.get("Encrypt"));
    if (!encryption) return;
    const [id] = this.array(trailer.get("ID"));
    const filters = this.#flat(encryption.get("CF"));
    const flat = new Map([...encryption].map(([key, value]) => [key, this.resolve(value)]));
    if (filters instanceof Map) flat.set("CF", filters);
    this.#decryption = openEncryption(flat, id instanceof Uint8Array ? id : new Uint8Array());
    // What was read so far was not decrypted.
    this.#objects.clear();
    this.#packed.clear();
  }

  #rebuild(): void {
    this.#isRebuilt = true;
    this.#decryption = undefined;
    const found = rebuildCrossReference(this.#bytes, (at) => this.#readAt(at)?.value);
    this.#open(found);
    for (const stream of found.streams) {
      for (const [index, [number]] of (this.#unpack(stream)?.offsets ?? []).entries()) {
        if (!found.places.has(number)) found.places.set(number, { stream, index });
      }
    }
    this.#objects.clear();
    if (!this.#hasPages()) this.#findCatalog();
    if (!this.#hasPages()) throw new UnreadablePdf("damaged", "There are no pages.");
  }

  #findCatalog(): void {
    for (const number of this.#places.keys()) {
      const candidate = this.dictionary(new Ref(number, 0));
      if (this.name(candidate, "Type") === "Catalog") this.#trailer.set("Root", new Ref(number, 0));
    }
  }

  #object(number: number): PdfValue {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    if (this.#reading.has(number)) return null;
    this.#reading.add(number);
    try {
      const value = this.#read(number);
      this.#objects.set(number, value);
      return value;
    } finally {
      this.#reading.delete(number);
    }
  }

  #read(number: number): PdfValue {
    const place = this.#places.get(number);
    if (!place) return null;
    if ("stream" in place) return this.#readPacked(number, place.stream, place.index);
    let found: { number: number; value: PdfValue } | undefined;
    try {
      found = this.#readAt(place.offset);
    } catch (error) {
      if (!(error instanceof UnreadablePdf)) throw error;
      // What is broken is missed where it is needed.
      if (this.#isRebuilt) return null;
    }
    if (found?.number === number) return found.value;
    if (this.#isRebuilt) return null;
    this.#rebuild();
    return this.#read(number);
  }

  #readPacked(number: number, stream: number, index: number): PdfValue {
    const packed = this.#unpack(stream);
    const entry =
      packed?.offsets[index]?.[0] === number ? packed.offsets[index] : packed?.offsets.find(([id]) => id === number);
    if (!packed || !entry) return null;
    const value = new Lexer(packed.data, entry[1]).next();
    return value === undefined || value instanceof Keyword ? null : value;
  }

  #unpack(number: number): { data: Uint8Array; offsets: readonly [number, number][] } | undefined {
    const known = this.#packed.get(number);
    if (known) return known;
    const place = this.#places.get(number);
    if (!place || "stream" in place) return undefined;
    const stream = this.#object(number);
    if (!(stream instanceof Stream)) return undefined;
    const data = this.#data(stream);
    const first = this.number(stream.dictionary, "First") ?? 0;
    const lexer = new Lexer(data, 0, false);
    const offsets: [number, number][] = [];
    const count = Math.min(MAX_PACKED, this.number(stream.dictionary, "N") ?? 0);
    for (let index = 0; index < count; index++) {
      const [id, offset] = [lexer.next(), lexer.next()];
      if (typeof id !== "number" || typeof offset !== "number") break;
      offsets.push([id, first + offset]);
    }
    const packed = { data, offsets };
    this.#packed.set(number, packed);
    return packed;
  }

  /** The indirect object at an offset. */
  #readAt(offset: number): { number: number; value: PdfValue } | undefined {
    const lexer = new Lexer(this.#bytes, offset);
    const [number, generation, word] = [lexer.next(), lexer.next(), lexer.next()];
    if (typeof number !== "number" || typeof generation !== "number") return undefined;
    if (!(word instanceof Keyword) || word.word !== "obj") return undefined;
    let value: ReturnType<Lexer["next"]>;
    try {
      value = lexer.next();
    } finally {
      this.effort.spend(Math.max(0, lexer.position - offset));
    }
    if (value === undefined || value instanceof Keyword) return { number, value: null };
    const start = value instanceof Map ? streamStart(this.#bytes, lexer.position) : undefined;
    const plain = this.#decryptStrings(value, number, generation);
    if (!(plain instanceof Map) || start === undefined) return { number, value: plain };
    const raw = this.#bytes.subarray(start, this.#streamEnd(plain, start));
    return { number, value: new Stream(plain, this.#decryptStream(plain, raw, number, generation)) };
  }

  #streamEnd(dictionary: Dictionary, start: number): number {
    const length = this.number(dictionary, "Length");
    if (length !== undefined && length >= 0 && start + length <= this.#bytes.length) {
      const after = this.#bytes.toString("latin1", start + length, start + length + 15);
      if (/^\s*endstream/.test(after)) return start + length;
    }
    const end = this.#bytes.indexOf("endstream", start);
    if (end < 0) return this.#bytes.length;
    const eol =
      this.#bytes[end - 1] === 10 ? (this.#bytes[end - 2] === 13 ? 2 : 1) : this.#bytes[end - 1] === 13 ? 1 : 0;
    return Math.max(start, end - eol);
  }

  #decryptStream(dictionary: Dictionary, raw: Uint8Array, number: number, generation: number): Uint8Array {
    if (!this.#decryption || this.name(dictionary, "Type") === "XRef") return raw;
    const isPlain = this.filters(dictionary).some(({ name }) => name === "Crypt"); // only Identity occurs
    return isPlain ? raw : this.#decryption.stream(raw, number, generation);
  }

  #decryptStrings(value: PdfValue, number: number, generation: number): PdfValue {
    if (!this.#decryption) return value;
    const { string } = this.#decryption;
    const decryptIn = (part: PdfValue): PdfValue => {
      if (part instanceof Uint8Array) return string(part, number, generation);
      if (Array.isArray(part)) return part.map(decryptIn);
      if (part instanceof Map) return new Map([...part].map(([key, entry]) => [key, decryptIn(entry)]));
      return part;
    };
    return decryptIn(value);
  }
}
