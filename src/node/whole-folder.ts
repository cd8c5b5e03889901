/** A folder with all that lies in it, for whoever looks for what does not belong there. */

import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ReadableFolder } from "../model/host.ts";
import { readableFolder } from "./folders.ts";
import { isMissing, isOfSystem } from "./write-failure.ts";

/** A folder to read from, hidden files and lock files of other programs too, which tells where it could not look. */
export function wholeFolder(root: string, name: string): ReadableFolder & { closedFolders(): readonly string[] } {
  let looked: Contents | undefined;
  const look = (): Contents => {
    looked ??= contentsOf(root);
    return looked;
  };
  return {
    ...readableFolder(root, name),
    list: () => look().files,
    closedFolders: () => look().closed,
  };
}

interface Contents {
  readonly files: readonly string[];
  readonly closed: readonly string[];
}

/** Links are listed as files and judged when they are read. */
function contentsOf(root: string): Contents {
  const files: string[] = [];
  const closed: string[] = [];
  const walk = (folder: string): void => {
    const entries = entriesOf(join(root, folder));
    if (!entries) closed.push(folder);
    for (const entry of entries ?? []) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else files.push(path);
    }
  };
  walk("");
  return { files: files.sort(), closed: closed.sort() };
}

/** Undefined if the system does not let us look; what is no folder has nothing in it. */
function entriesOf(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (fault) {
    if (isMissing(fault)) return [];
    if (isOfSystem(fault)) return undefined;
    throw fault;
  }
}
