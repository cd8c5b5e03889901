/** Checksums of files. */

import { hash } from "node:crypto";
import type { ReadableFolder } from "../model/host.ts";

/** As hexadecimal digits, as manifests and OParl have them; that of a text is that of its bytes. */
export function checksum(algorithm: "sha256" | "sha512", content: Uint8Array | string): string {
  return hash(algorithm, content, "hex");
}

/** SHA-256 of the files of a folder, each worked out once. */
export class Checksums {
  readonly #folder: ReadableFolder;
  readonly #known = new Map<string, string>();

  constructor(folder: ReadableFolder) {
    this.#folder = folder;
  }

  /** That of no bytes if the file cannot be read. */
  of(path: string): string {
    let known = this.#known.get(path);
    if (known === undefined) {
      const read = this.#folder.read(path);
      known = checksum("sha256", "bytes" in read ? read.bytes : new Uint8Array());
      this.#known.set(path, known);
    }
    return known;
  }

  /** By path, in the order of the paths. */
  ofAll(paths: Iterable<string>): Readonly<Record<string, string>> {
    return Object.fromEntries([...new Set(paths)].sort().map((path) => [path, this.of(path)]));
  }
}
