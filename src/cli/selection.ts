/** What was typed to choose papers → what the project knows them by. */

import { existsSync, lstatSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Selection } from "../model/options.ts";
import { displayName } from "../node/host.ts";
import type { Invocation } from "./arguments.ts";

/** The papers and the meeting of a command. Whoever names a file means that file, wherever it was named from. */
export function selectionOf({ words, options: { content, meeting } }: Invocation): Selection {
  const papers = words.map((word) => pathInProject(word, content));
  return { papers, ...(meeting !== undefined && { meeting }) };
}

/** The path of a file as messages name it; a file that lies elsewhere keeps its whole path, which no source has. */
function pathInProject(word: string, content: string): string {
  if (!/\.md$/i.test(word)) return word;
  const full = truePath(word);
  if (full === undefined) return word;
  const root = existsSync(content) ? realpathSync.native(content) : resolve(content);
  if (!full.startsWith(root.endsWith(sep) ? root : root + sep)) return resolve(word);
  return `${displayName(content)}/${relative(root, full).replaceAll(sep, "/")}`;
}

/** Without links on the way, and as the file system spells it; a link itself is a source of its own. */
function truePath(path: string): string | undefined {
  try {
    const full = resolve(path);
    return lstatSync(full).isSymbolicLink()
      ? join(realpathSync.native(dirname(full)), basename(full))
      : realpathSync.native(full);
  } catch {
    return undefined;
  }
}
