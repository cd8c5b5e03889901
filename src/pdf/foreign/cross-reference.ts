/** Finds where the objects of a file lie: by its cross-reference tables and streams, or by looking through the whole file. */

import { isWhite, Lexer } from "./lexer.ts";
import { type Dictionary, Keyword, Stream, UnreadablePdf } from "./objects.ts";

/** More are an attack. */
const MAX_OBJECTS = 2 ** 21;

/** At an offset of the file, or at an index of an object stream. */
export type ObjectPlace = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** What a file says about itself. */
export interface CrossReference {
  readonly places: Map<number, ObjectPlace>;
  readonly trailer: Dictionary;
}

/** Reads the indirect object at an offset, without decrypting it. */
type ReadAt = (offset: number) => unknown;

/** Follows `startxref` and what it leads to. */
export function readCrossReference(
  bytes: Buffer,
  readAt: ReadAt,
  dataOf: (stream: Stream) => Uint8Array,
): CrossReference {
  const start = bytes.lastIndexOf("startxref");
  const first = start < 0 ? undefined : new Lexer(bytes, start + 9).next();
  if (typeof first !== "number") throw new UnreadablePdf("damaged", "startxref is missing.");
  const places = new Map<number, ObjectPlace | undefined>();
  const trailer: Dictionary = new Map();
  const waiting = [first];
  const seen = new Set<number>();
  while (waiting.length > 0) {
    const offset = waiting.shift() ?? 0;
    if (seen.has(offset)) continue;
    seen.add(offset);
    const section = readSection(bytes, offset, places, readAt, dataOf);
    for (const [key, value] of section) if (!trailer.has(key)) trailer.set(key, value);
    // Hybrid files: objects that the table hides are in the stream, which goes before older sections.
    for (const key of ["XRefStm", "Prev"]) {
      const next = section.get(key);
      if (typeof next === "number") waiting.push(next);
    }
  }
  const found = new Map<number, ObjectPlace>();
  for (const [number, place] of places) if (place) found.set(number, place);
  return { places: found, trailer };
}

function readSection(
  bytes: Buffer,
  offset: number,
  places: Map<number, ObjectPlace | undefined>,
  readAt: ReadAt,
  dataOf: (stream: Stream) => Uint8Array,
): Dictionary {
  const lexer = new Lexer(bytes, offset);
  lexer.skipWhite();
  if (bytes.toString("latin1", lexer.position, lexer.position + 4) === "xref") {
    lexer.position += 4;
    return readTable(lexer, places);
  }
  const stream = readAt(lexer.position);
  if (!(stream instanceof Stream)) throw new UnreadablePdf("damaged", "No cross-reference section.");
  readStream(stream.dictionary, dataOf(stream), places);
  return stream.dictionary;
}

function readTable(lexer: Lexer, places: Map<number, ObjectPlace | undefined>): Dictionary {
  for (;;) {
    const first = lexer.next();
    if (first instanceof Keyword && first.word === "trailer") {
      const trailer = lexer.next();
      if (trailer instanceof Map) return trailer;
      throw new UnreadablePdf("damaged", "The trailer is broken.");
    }
    const count = lexer.next();
    if (typeof first !== "number" || typeof count !== "number") throw new UnreadablePdf("damaged", "Broken table.");
    for (let index = 0; index < count; index++) {
      const offset = lexer.next();
      lexer.next();
      const type = lexer.next();
      if (typeof offset !== "number" || !(type instanceof Keyword)) throw new UnreadablePdf("damaged", "Broken table.");
      // A hybrid file's hidden objects count as free here and are in the stream.
      if (type.word === "n" && !places.has(first + index)) places.set(first + index, { offset });
    }
  }
}

function readStream(dictionary: Dictionary, data: Uint8Array, places: Map<number, ObjectPlace | undefined>): void {
  const numbers = (key: string): number[] => {
    const value = dictionary.get(key);
    return Array.isArray(value) ? value.map(Number) : [];
  };
  const widths = numbers("W");
  const [first = 0, second = 0, third = 0] = widths;
  const size = Number(dictionary.get("Size") ?? 0);
  const index = dictionary.has("Index") ? numbers("Index") : [0, size];
  const length = first + second + third;
  if (!(length > 0 && length < 64)) throw new UnreadablePdf("damaged", "Broken cross-reference stream.");
  let at = 0;
  const field = (width: number): number => {
    let value = 0;
    for (let end = at + width; at < end; at++) value = value * 256 + (data[at] ?? 0);
    return value;
  };
  for (let part = 0; part + 1 < index.length; part += 2) {
    const start = index[part] ?? 0;
    for (let count = 0; count < (index[part + 1] ?? 0) && at + length <= data.length; count++) {
      const type = first === 0 ? 1 : field(first);
      const [a, b] = [field(second), field(third)];
      const number = start + count;
      if (places.has(number)) continue;
      if (places.size > MAX_OBJECTS) throw new UnreadablePdf("damaged", "There are too many objects.");
      places.set(number, type === 1 ? { offset: a } : type === 2 ? { stream: a, index: b } : undefined);
    }
  }
}

/** Looks for every `12 0 obj`; the last one of a number counts, as the file was once extended there. */
export function rebuildCrossReference(bytes: Buffer, readAt: ReadAt): CrossReference & { streams: readonly number[] } {
  const places = new Map<number, ObjectPlace>();
  const trailer: Dictionary = new Map();
  const streams: number[] = [];
  for (let at = bytes.indexOf("obj"); at >= 0; at = bytes.indexOf("obj", at + 3)) {
    if (bytes[at - 1] === 0x64) continue; // endobj
    const head = /(?:^|[^\d])(\d{1,9})\s{1,9}\d{1,5}\s{0,9}$/.exec(bytes.toString("latin1", Math.max(0, at - 34), at));
    if (!head) continue;
    const number = Number(head[1]);
    const offset = at - (head[0].length - (/^\D/.test(head[0]) ? 1 : 0));
    places.set(number, { offset });
    const start = bytes.toString("latin1", at, at + 300);
    if (/\/Type\s*\/ObjStm/.test(start)) streams.push(number);
    if (/\/Type\s*\/XRef/.test(start)) mergeXRef(trailer, readAt, offset);
    if (/\/Type\s*\/Catalog/.test(start) && !trailer.has("Root")) {
      const catalog = new Lexer(Buffer.from(`${number} 0 R`)).next();
      if (catalog !== undefined && !(catalog instanceof Keyword)) trailer.set("Root", catalog);
    }
  }
  for (let at = bytes.indexOf("trailer"); at >= 0; at = bytes.indexOf("trailer", at + 7)) {
    if (!/^\s*<</.test(bytes.toString("latin1", at + 7, at + 60))) continue;
    merge(
      trailer,
      safely(() => new Lexer(bytes, at + 7).next()),
    );
  }
  if (trailer.size === 0) throw new UnreadablePdf("damaged", "No object tells where the pages are.");
  // What the object streams hold is listed later, when it is known whether they are encrypted.
  return { places, trailer, streams };
}

function mergeXRef(trailer: Dictionary, readAt: ReadAt, offset: number): void {
  const stream = safely(() => readAt(offset));
  if (stream instanceof Stream) merge(trailer, stream.dictionary);
}

function merge(trailer: Dictionary, found: unknown): void {
  if (!(found instanceof Map)) return;
  for (const key of ["Root", "Encrypt", "ID"]) if (found.has(key)) trailer.set(key, found.get(key));
}

function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadablePdf) return undefined;
    throw error;
  }
}

/** Where the bytes of a stream begin, if `stream` stands at a position. */
export function streamStart(bytes: Buffer, position: number): number | undefined {
  let at = position;
  while (at < bytes.length && isWhite(bytes[at])) at++;
  if (bytes.toString("latin1", at, at + 6) !== "stream") return undefined;
  at += 6;
  if (bytes[at] === 13) at++;
  if (bytes[at] === 10) at++;
  return at;
}
