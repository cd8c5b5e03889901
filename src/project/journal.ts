/**
 * A file of records that only grows while a build runs, so that a build that is killed loses none of them. Each line
 * carries a checksum: one that was cut off or damaged counts as not there, and what it told is found out anew.
 */

import { crc32 } from "node:zlib";
import type { WritableFolder, WriteFailure } from "../model/host.ts";
import type { Kept } from "./kept.ts";

/** Records by name. */
export class Journal<T> {
  readonly #folder: WritableFolder;
  readonly #path: string;
  readonly #kept: Kept | undefined;
  #records = new Map<string, T>();
  #lines = 0;
  #damaged = false;
  #waiting = "";

  /** Reads what earlier runs wrote. What `isRecord` does not know is left out. */
  constructor(
    folder: WritableFolder,
    path: string,
    isRecord: (value: unknown, name: string) => value is T,
    kept?: Kept | undefined,
  ) {
    this.#folder = folder;
    this.#path = path;
    this.#kept = kept;
    if (this.#takeKept()) return;
    const read = folder.read(path);
    if ("failure" in read) return;
    const lines = new TextDecoder().decode(read.bytes).split("\n");
    this.#damaged = lines.pop() !== "";
    for (const line of lines) {
      this.#lines++;
      const record = parseLine(line);
      if (!record || (record.value !== null && !isRecord(record.value, record.name))) this.#damaged = true;
      else if (record.value === null) this.#records.delete(record.name);
      else this.#records.set(record.name, record.value as T); // just looked at
    }
  }

  /** True if an earlier run of this process left the records, and nobody wrote since. */
  #takeKept(): boolean {
    const known = this.#kept?.journals.get(this.#path);
    this.#kept?.journals.delete(this.#path);
    const state = known && this.#folder.state(this.#path);
    if (state?.size !== known?.state.size || state?.modified !== known?.state.modified || !known) return false;
    this.#records = known.records as Map<string, T>; // the same journal left them
    this.#lines = known.lines;
    return true;
  }

  get(name: string): T | undefined {
    return this.#records.get(name);
  }

  entries(): readonly (readonly [string, T])[] {
    return [...this.#records];
  }

  /** Sets a record, or removes it. It is safe after {@link flush}. */
  set(name: string, value: T | undefined): void {
    if (value === undefined) {
      if (!this.#records.delete(name)) return;
    } else this.#records.set(name, value);
    this.#waiting += formatLine(name, value ?? null);
    this.#lines++;
  }

  /** Appends what was set since the last time. */
  flush(): WriteFailure | undefined {
    if (this.#waiting === "") return undefined;
    const text = this.#damaged ? `\n${this.#waiting}` : this.#waiting;
    this.#waiting = "";
    return this.#folder.append(this.#path, new TextEncoder().encode(text));
  }

  /** Writes the file anew if more than half of it is out of date. */
  async close(): Promise<WriteFailure | undefined> {
    const isTidy = !this.#damaged && this.#lines <= this.#records.size * 2 + 16;
    const failure = isTidy ? this.flush() : await this.#writeAnew();
    const state = this.#folder.state(this.#path);
    if (!failure && state) this.#kept?.journals.set(this.#path, { state, records: this.#records, lines: this.#lines });
    return failure;
  }

  async #writeAnew(): Promise<WriteFailure | undefined> {
    this.#waiting = "";
    this.#lines = this.#records.size;
    const text = [...this.#records].map(([name, value]) => formatLine(name, value)).join("");
    const [failure] = await this.#folder.writeAll([{ path: this.#path, bytes: new TextEncoder().encode(text) }]);
    return failure;
  }
}

function formatLine(name: string, value: unknown): string {
  const json = JSON.stringify([name, value]);
  return `${checksum(json)} ${json}\n`;
}

function parseLine(line: string): { readonly name: string; readonly value: unknown } | undefined {
  const json = line.slice(9);
  if (line.slice(0, 8) !== checksum(json)) return undefined;
  try {
    const parsed: unknown = JSON.parse(json);
    if (!Array.isArray(parsed) || typeof parsed[0] !== "string") return undefined;
    return { name: parsed[0], value: parsed[1] };
  } catch {
    return undefined;
  }
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, "0");
}
