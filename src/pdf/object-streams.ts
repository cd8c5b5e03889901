/** Packs objects into compressed streams, with the cross-reference stream that finds them (ISO 32000-1, 7.5.7 and 7.5.8). */

import { deflate } from "./deflate.ts";
import type { FileBytes } from "./file-bytes.ts";
import { serialize } from "./serialize.ts";

/** Readers unpack a whole stream to get at one object of it. */
const OBJECTS_PER_STREAM = 400;

/** Collects the objects that have no stream of their own, and writes the others. */
export class ObjectStreams {
  readonly #file: FileBytes;
  /** Where the objects begin that have a stream, by their numbers. */
  readonly #offsets: number[] = [];
  /** Those without, and how they are spelled. */
  readonly #ids: number[] = [];
  readonly #texts: string[] = [];

  constructor(file: FileBytes) {
    this.#file = file;
  }

  add(id: number, text: string): void {
    this.#ids.push(id);
    this.#texts.push(text);
  }

  /** Writes an object with a stream, whose dictionary says how it is packed. */
  addStream(id: number, data: Record<string, unknown>, content: string | Uint8Array): void {
    const file = this.#file;
    this.#offsets[id] = file.length;
    data.Length = content.length;
    file.append(`${id} 0 obj\n${serialize(data)}\nstream\n`);
    file.append(content);
    file.append("\nendstream\nendobj\n");
  }

  /** Writes what was collected, and the end of the file. `objects` is how many there are. */
  finish(objects: number, trailer: Record<string, unknown>): void {
    const streams = Math.ceil(this.#ids.length / OBJECTS_PER_STREAM);
    for (let index = 0; index < streams; index++) this.#writeObjects(objects + 1 + index, index * OBJECTS_PER_STREAM);
    const id = objects + streams + 1;
    const start = this.#file.length;
    this.#offsets[id] = start;
    const data = { Type: "XRef", Size: id + 1, W: widths, ...trailer, Filter: "FlateDecode" };
    this.addStream(id, data, deflate(this.#table(objects, id)));
    this.#file.append(`startxref\n${start}\n%%EOF\n`);
  }

  #writeObjects(stream: number, from: number): void {
    const ids = this.#ids.slice(from, from + OBJECTS_PER_STREAM);
    const texts = this.#texts.slice(from, from + OBJECTS_PER_STREAM);
    let index = "";
    let offset = 0;
    for (let at = 0; at < ids.length; at++) {
      index += `${ids[at]} ${offset} `;
      offset += (texts[at] ?? "").length + 1;
    }
    const data = { Type: "ObjStm", N: ids.length, First: index.length + 1, Filter: "FlateDecode" };
    this.addStream(stream, data, deflate(`${index}\n${texts.join("\n")}`));
  }

  #table(objects: number, last: number): Uint8Array {
    const table = new Uint8Array((last + 1) * ENTRY);
    // Object 0 begins the list of free objects, which has no other member.
    writeEntry(table, 0, 0, 0, 0xffff);
    for (let id = 1; id <= last; id++) {
      const offset = this.#offsets[id];
      if (offset !== undefined) writeEntry(table, id, 1, offset, 0);
    }
    for (const [at, id] of this.#ids.entries())
      writeEntry(table, id, 2, objects + 1 + Math.floor(at / OBJECTS_PER_STREAM), at % OBJECTS_PER_STREAM);
    for (let id = 1; id <= last; id++) if (table[id * ENTRY] === 0) throw new Error(`Object ${id} was not ended.`);
    return table;
  }
}

/** Bytes of an entry's fields: type, offset or stream, index. */
const widths = [1, 4, 2] as const;

const ENTRY = 7;

/** By hand: Node's own methods check every number. */
function writeEntry(table: Uint8Array, id: number, type: number, place: number, index: number): void {
  const at = id * ENTRY;
  table[at] = type;
  table[at + 1] = place >>> 24;
  table[at + 2] = place >>> 16;
  table[at + 3] = place >>> 8;
  table[at + 4] = place;
  table[at + 5] = index >>> 8;
  table[at + 6] = index;
}
