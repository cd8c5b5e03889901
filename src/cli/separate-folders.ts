/** Papers and results lie apart: results would be read as sources, and sources be written over. */

import { realpathSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { type Options, UsageError } from "./arguments.ts";
import { words } from "./words.ts";

/** Ends the command if one of the two folders is the other or lies in it. */
export function refuseSharedFolders({ content, output, locale }: Pick<Options, "content" | "output" | "locale">): void {
  const papers = truePath(content);
  const results = truePath(output);
  if (isWithin(papers, results) || isWithin(results, papers))
    throw new UsageError(words[locale].sharedFolders(content, output));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The path without links and as the file system spells it, also of a folder that is still to be made. */
function truePath(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync.native(full);
  } catch {
    const parent = dirname(full);
    return parent === full ? full : join(truePath(parent), basename(full));
  }
}
