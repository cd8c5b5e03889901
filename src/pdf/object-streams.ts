/** Packs objects into compressed streams, with the cross-reference stream that finds them (ISO 32000-1, 7.5.7 and 7.5.8). */

import { deflateSync } from "node:zlib";
import { serialize } from "./serialize.ts";

/** Readers unpack a whole stream to get at one object of it. */
const OBJECTS_PER_STREAM = 200;

/** What is written to. */
interface FileWriter {
  /** Bytes written so far. */
  offset(): number;
  write(bytes: Uint8Array): void;
}

/** Where an object lies: at an offset of the file, or at an index within a stream. */
type ObjectPlace = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** Collects the objects that have no stream of their own. */
export class ObjectStreams {
  readonly #objects: { readonly id: number; readonly text: string }[] = [];

  /** Takes an object as it is now. */
  add(id: number, data: unknown): void {
    this.#objects.push({ id, text: serialize(data) });
  }

  /** Writes them, and the end of the file. `offsets` are those of the other objects, by number from 1. */
  finish(file: FileWriter, offsets: readonly (number | null)[], trailer: object): void {
    const places = new Map<number, ObjectPlace>();
    for (const [index, offset] of offsets.entries()) if (offset != null) places.set(index + 1, { offset });
    let last = offsets.length;
    for (let from = 0; from < this.#objects.length; from += OBJECTS_PER_STREAM) {
      const objects = this.#objects.slice(from, from + OBJECTS_PER_STREAM);
      const stream = ++last;
      places.set(stream, { offset: file.offset() });
      for (const [index, { id }] of objects.entries()) places.set(id, { stream, index });
      writeObjects(file, stream, objects);
    }
    const id = ++last;
    const start = file.offset();
    places.set(id, { offset: start });
    const table = referenceTable(places, last);
    const data = { Type: "XRef", Size: last + 1, W: [...widths], ...trailer };
    writeStream(file, id, data, table);
    file.write(Buffer.from(`startxref\n${start}\n%%EOF\n`, "latin1"));
  }
}

function writeObjects(file: FileWriter, id: number, objects: readonly { id: number; text: string }[]): void {
  let offset = 0;
  const index = objects.map((object) => {
    const entry = `${object.id} ${offset}`;
    offset += object.text.length + 1;
    return entry;
  });
  const head = `${index.join(" ")}\n`;
  const body = objects.map(({ text }) => text).join("\n");
  const data = { Type: "ObjStm", N: objects.length, First: head.length };
  writeStream(file, id, data, Buffer.from(head + body, "latin1"));
}

function writeStream(file: FileWriter, id: number, data: object, bytes: Uint8Array): void {
  const packed = deflateSync(bytes);
  const dictionary = serialize({ ...data, Filter: "FlateDecode", Length: packed.length });
  file.write(Buffer.from(`${id} 0 obj\n${dictionary}\nstream\n`, "latin1"));
  file.write(packed);
  file.write(Buffer.from("\nendstream\nendobj\n", "latin1"));
}

/** Bytes of an entry's fields: type, offset or stream, index. */
const widths = [1, 4, 2] as const;

function referenceTable(places: ReadonlyMap<number, ObjectPlace>, last: number): Uint8Array {
  const [first, second, third] = widths;
  const length = first + second + third;
  const table = Buffer.alloc((last + 1) * length);
  // Object 0 begins the list of free objects, which has no other member.
  table.writeUInt16BE(0xffff, first + second);
  for (const [id, place] of places) {
    const at = id * length;
    table[at] = "offset" in place ? 1 : 2;
    table.writeUInt32BE("offset" in place ? place.offset : place.stream, at + first);
    table.writeUInt16BE("offset" in place ? 0 : place.index, at + first + second);
  }
  return table;
}
