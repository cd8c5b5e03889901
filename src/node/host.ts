/** The host of the command line: three folders of the file system, and what the package ships. */

import { statSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import type { Host } from "../model/host.ts";
import { readableFolder, writableFolder } from "./folders.ts";
import { startPrintPool } from "./print-pool.ts";
import { shippedFonts, shippedTemplates } from "./shipped.ts";

/** Paths of the three folders. */
export interface FolderPaths {
  readonly content: string;
  readonly templates: string;
  readonly output: string;
}

/**
 * A host on the file system, for one run: it sees content and templates as they are when it looks at them first. Messages name
 * folders relative to the working folder.
 */
export function createHost({ content, templates, output }: FolderPaths): Host {
  const shipped = shippedTemplates();
  return {
    content: readableFolder(resolve(content), displayName(content)),
    templates: [readableFolder(resolve(templates), displayName(templates)), shipped, shippedFonts()],
    output: writableFolder(resolve(output), displayName(output)),
    startPress: startPrintPool,
  };
}

/** How messages call a folder: relative to the working folder where that is shorter. */
export function displayName(path: string): string {
  const short = relative(process.cwd(), resolve(path)).replaceAll("\\", "/");
  if (short === "") return ".";
  // What the user gave as an absolute path is easier to recognise as that.
  return short.startsWith("..") && (isAbsolute(path) || short.startsWith("../../.."))
    ? resolve(path).replaceAll("\\", "/")
    : short;
}

/** False if the folder that the program was started in was moved, renamed or deleted. */
export function workingFolderIsThere(): boolean {
  // The process goes with its folder; the path that it was started with does not.
  const here = statSync(".", { throwIfNoEntry: false });
  const there = statSync(process.cwd(), { throwIfNoEntry: false });
  return here !== undefined && there !== undefined && here.ino === there.ino && here.dev === there.dev;
}
