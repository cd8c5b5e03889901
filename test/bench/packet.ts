/** A packet on disk, as all programs read it. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Item, Packet } from "./papers.ts";
import { mergePaper, type Sources } from "./programs/merge.ts";
import { typstSource } from "./programs/typst-source.ts";

/** Writes files by path. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Writes `content/` for ours and the plain program, `typst/` for Typst, and the list of items. */
export function writePacket(folder: string, { files, items }: Packet): void {
  writeFiles(join(folder, "content"), files);
  writeFiles(folder, { "items.json": JSON.stringify(items) });
  for (const item of items) {
    const sources = sourcesOf(item, (path) => files[path] ?? "");
    writeFiles(folder, { [`typst/${item.id}.typ`]: typstSource(mergePaper(sources)) });
  }
}

/** The items of a packet. */
export function readItems(folder: string): readonly Item[] {
  return JSON.parse(readFileSync(join(folder, "items.json"), "utf8"));
}

/** The texts of an item's sources. */
export function sourcesOf(item: Item, read: (path: string) => string): Sources {
  return {
    paper: read(item.path),
    motions: item.motions.map(read),
    resolutions: item.resolutions.map(read),
    explanations: item.explanations.map(read),
  };
}

/** Reads the source of an item below a packet's folder. */
export function readContent(folder: string): (path: string) => string {
  return (path) => readFileSync(join(folder, "content", path), "utf8");
}
