/**
 * A file of records that only grows while a build runs, so that a build that is killed loses none of them. Each line
 * carries a checksum: one that was cut off or damaged counts as not there, and what it told is found out anew.
 */

import type { FileState, WritableFolder, WriteFailure } from "../model/host.ts";
import { checkedLine, jsonOf } from "./checked-line.ts";
import type { Kept } from "./kept.ts";

/** So many lines for each record are let stand. */
const MOST_LINES = 1.3;

/** How a line ends that removes a record. */
const REMOVED = new TextEncoder().encode(",null]");

const NEWLINE = 10;
const QUOTE = 34;
const BACKSLASH = 92;

/** A record, or the line that has it: most lines are parsed only when they are asked for, and those out of date never. */
type Stored<T> = { readonly value: T } | { readonly json: Uint8Array };

/** Records by name. */
export class Journal<T> {
  readonly #folder: WritableFolder;
  readonly #path: string;
  readonly #kept: Kept | undefined;
  readonly #isRecord: (value: unknown, name: string) => value is T;
  readonly #changed = new Set<string>();
  #records = new Map<string, Stored<T>>();
  #lines = 0;
  #damaged = false;
  #waiting = "";

  /** The state of the file before this run. */
  readonly before: FileState | undefined;

  /** Reads what earlier runs wrote. What `isRecord` does not know is left out. */
  constructor(
    folder: WritableFolder,
    path: string,
    isRecord: (value: unknown, name: string) => value is T,
    kept?: Kept | undefined,
  ) {
    this.#folder = folder;
    this.#path = path;
    this.#isRecord = isRecord;
    this.#kept = kept;
    this.before = folder.state(path);
    if (this.#takeKept()) return;
    const read = folder.read(path);
    if ("bytes" in read) this.#readLines(read.bytes);
  }

  #readLines(bytes: Uint8Array): void {
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      this.#lines++;
      const json = jsonOf(bytes.subarray(start, end));
      const name = json && nameOf(json);
      if (!json || name === undefined) this.#damaged = true;
      else if (endsWith(json, REMOVED)) this.#records.delete(name);
      else this.#records.set(name, { json });
      start = end + 1;
    }
    if (start < bytes.length) this.#damaged = true;
  }

  /** True if an earlier run of this process left the records, and nobody wrote since. */
  #takeKept(): boolean {
    const known = this.#kept?.journals.get(this.#path);
    this.#kept?.journals.delete(this.#path);
    const state = known && this.#folder.state(this.#path);
    if (state?.size !== known?.state.size || state?.modified !== known?.state.modified || !known) return false;
    this.#records = known.records as Map<string, Stored<T>>; // the same journal left them
    this.#lines = known.lines;
    return true;
  }

  get(name: string): T | undefined {
    const stored = this.#records.get(name);
    if (!stored || "value" in stored) return stored?.value;
    const value = (JSON.parse(text(stored.json)) as [string, unknown])[1]; // as it was set
    if (this.#isRecord(value, name)) {
      this.#records.set(name, { value });
      return value;
    }
    this.#records.delete(name);
    this.#damaged = true;
    return undefined;
  }

  entries(): readonly (readonly [string, T])[] {
    return [...this.#records.keys()].flatMap((name) => {
      const value = this.get(name);
      return value === undefined ? [] : [[name, value] as const];
    });
  }

  /** Names of all records, those among them that {@link get} would find to be damaged. */
  names(): readonly string[] {
    return [...this.#records.keys()];
  }

  /** Sets a record, or removes it. It is safe after {@link flush}. */
  set(name: string, value: T | undefined): void {
    if (value === undefined) {
      if (!this.#records.delete(name)) return;
    } else this.#records.set(name, { value });
    this.#changed.add(name);
    this.#waiting += checkedLine([name, value ?? null]);
    this.#lines++;
  }

  /** Names of what this run set or removed. */
  changed(): Iterable<string> {
    return this.#changed;
  }

  /** Appends what was set since the last time. */
  flush(): WriteFailure | undefined {
    if (this.#waiting === "") return undefined;
    const text = this.#damaged ? `\n${this.#waiting}` : this.#waiting;
    const failure = this.#folder.append(this.#path, new TextEncoder().encode(text));
    // A disk that is full may have taken a part: what comes next must not be added to that.
    this.#waiting = failure ? "\n" : "";
    return failure;
  }

  /** Writes the file anew if much of it is out of date. */
  async close(): Promise<WriteFailure | undefined> {
    const isTidy = !this.#damaged && this.#lines <= this.#records.size * MOST_LINES + 16;
    const failure = isTidy ? this.flush() : await this.#writeAnew();
    const state = this.#folder.state(this.#path);
    if (!failure && state) this.#kept?.journals.set(this.#path, { state, records: this.#records, lines: this.#lines });
    return failure;
  }

  async #writeAnew(): Promise<WriteFailure | undefined> {
    this.#waiting = "";
    this.#lines = this.#records.size;
    const lines = this.entries().map(checkedLine);
    const [failure] = await this.#folder.writeAll([
      { path: this.#path, bytes: new TextEncoder().encode(lines.join("")) },
    ]);
    return failure;
  }
}

/** The name at the beginning of a line. */
function nameOf(json: Uint8Array): string | undefined {
  for (let at = 2; at < json.length; at++) {
    if (json[at] === BACKSLASH) at++;
    else if (json[at] === QUOTE) return JSON.parse(text(json.subarray(1, at + 1))) as string; // a JSON string
  }
  return undefined;
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}

function endsWith(bytes: Uint8Array, ending: Uint8Array): boolean {
  const start = bytes.length - ending.length;
  return ending.every((byte, index) => bytes[start + index] === byte);
}
