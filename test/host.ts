/** A host whose folders lie in memory, before what the package ships: for tests that seed mistakes. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FileRead, FileState, FileWrite, Host, WritableFolder, WriteFailure } from "../src/model/host.ts";
import { shippedFonts, shippedTemplates } from "../src/node/shipped.ts";

/** Files by path; a failure stands for a file that is there and cannot be read. */
export type Files = Readonly<
  Record<string, string | Uint8Array | { readonly failure: "outside" | "denied" | "too-large" }>
>;

/** A folder in memory. */
export class MemoryFolder implements WritableFolder {
  readonly name: string;
  readonly files: Map<string, Files[string]>;
  readonly #states = new Map<string, number>();
  #clock = 0;

  constructor(name: string, files: Files = {}) {
    this.name = name;
    this.files = new Map(Object.entries(files));
  }

  list(): readonly string[] {
    return [...this.files.keys()].sort();
  }

  read(path: string): FileRead {
    const file = this.files.get(path);
    if (file === undefined) {
      return { failure: this.list().some((one) => one.startsWith(`${path}/`)) ? "folder" : "missing" };
    }
    if (typeof file === "string") return { bytes: new TextEncoder().encode(file) };
    return file instanceof Uint8Array ? { bytes: file } : file;
  }

  /** Of a file that has to be there. */
  bytes(path: string): Uint8Array {
    const read = this.read(path);
    if ("failure" in read) throw new Error(`Cannot read ${path}: ${read.failure}.`);
    return read.bytes;
  }

  /** Of a file that has to be there. */
  text(path: string): string {
    return new TextDecoder().decode(this.bytes(path));
  }

  /** Paths of what may be published. */
  publicFiles(): readonly string[] {
    return this.list().filter((path) => path.startsWith("public/"));
  }

  write(path: string, bytes: Uint8Array): undefined {
    this.files.set(path, bytes);
    this.#states.set(path, ++this.#clock);
  }

  writeAll(files: readonly FileWrite[]): Promise<readonly WriteFailure[]> {
    for (const { path, bytes } of files) this.write(path, bytes);
    return Promise.resolve([]);
  }

  remove(path: string): undefined {
    this.files.delete(path);
    this.#states.delete(path);
  }

  refusal(): WriteFailure | undefined {
    return undefined;
  }

  append(path: string, bytes: Uint8Array): undefined {
    const before = this.read(path);
    this.write(path, "bytes" in before ? Buffer.concat([before.bytes, bytes]) : bytes);
  }

  state(path: string): FileState | undefined {
    const read = this.read(path);
    if ("failure" in read) return undefined;
    return { size: read.bytes.length, modified: this.#states.get(path) ?? 0 };
  }

  lock(): Promise<() => void> {
    return Promise.resolve(() => undefined);
  }
}

/** A host with an empty output folder. Keys begin with `content/` or `templates/`. */
export function memoryHost(files: Files): Host & { readonly output: MemoryFolder } {
  const below = (folder: string): Files =>
    Object.fromEntries(
      Object.entries(files)
        .filter(([path]) => path.startsWith(`${folder}/`))
        .map(([path, file]) => [path.slice(folder.length + 1), file]),
    );
  return {
    content: new MemoryFolder("content", below("content")),
    templates: [new MemoryFolder("templates", below("templates")), shippedTemplates(), shippedFonts()],
    output: new MemoryFolder("output"),
  };
}

/** The files below a folder of the disk. */
export function filesIn(folder: string): Record<string, Uint8Array> {
  const paths = readdirSync(folder, { recursive: true }).map(String);
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path.replaceAll("\\", "/"), new Uint8Array(readFileSync(join(folder, path)))]),
  );
}
