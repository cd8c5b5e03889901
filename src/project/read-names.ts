/**
 * Names of everything that a result can be made from. What stands before the first colon tells what it is, the rest tells which
 * one; results remember them, and {@link States} finds out their states.
 */

import { idKey } from "../kinds/field.ts";
import type { Kind } from "../kinds/vocabulary.ts";
import type { Host, ReadableFolder } from "../model/host.ts";
import { contentPathOf } from "../model/picture-key.ts";

/** A folder to read from; those of templates are numbered in the order of their precedence, from 0. */
export type FolderName = "content" | `templates${number}`;

/** Where something was looked for: a file, the list of a folder, or entries of the tree. */
type LookedUp =
  | `${FolderName}:${string}`
  | `list:${FolderName}`
  | `id:${string}`
  | `kind:${Kind}`
  | `items:${string}`
  | `resolutions:${string}`;

/** What a run works out, and sets the state of. */
type WorkedOut =
  /** The code that is running. */
  | "program"
  /** Section keys and the body's words for them. */
  | "headings"
  /** Theme, fonts, partials, and the template of a kind. */
  | `look:${Kind | "packet"}`
  /** Papers and packets that there are. */
  | "papers"
  /** Meetings of whose agenda an item may be missing. */
  | "unsure"
  /** What lies beside the page of a meeting. */
  | `beside:${string}`
  /** Papers and attachments of a packet. */
  | `packet:${string}`;

/** Anything that a result can be made from. */
export type ReadName = LookedUp | WorkedOut;

/** Names of what can be looked up. */
export const nameOf = {
  file: (folder: FolderName, path: string) => `${folder}:${path}`,
  source: (path: string) => `content:${path}`,
  list: (folder: FolderName) => `list:${folder}`,
  entry: (id: string) => `id:${idKey(id)}`,
  entries: (kind: Kind) => `kind:${kind}`,
  itemsOf: (meeting: string) => `items:${idKey(meeting)}`,
  resolutionsOf: (committee: string, since: string, until: string) => `resolutions:${committee} ${since} ${until}`,
} as const satisfies Readonly<Record<string, (...of: never[]) => LookedUp>>;

/** Where a picture is looked for: in the content folder, or in each of so many folders of templates. */
export function namesOfPicture(key: string, templates: number): readonly ReadName[] {
  const inContent = contentPathOf(key);
  if (inContent !== undefined) return [nameOf.source(inContent)];
  return Array.from({ length: templates }, (_, index) => nameOf.file(`templates${index}`, key));
}

/** What a name stands for, and which one. */
export function partsOf(name: string): readonly [what: string, which: string] {
  const colon = name.indexOf(":");
  return colon === -1 ? [name, ""] : [name.slice(0, colon), name.slice(colon + 1)];
}

/** The folders to read from. */
export function foldersOf({
  content,
  templates,
}: Pick<Host, "content" | "templates">): ReadonlyMap<FolderName, ReadableFolder> {
  const numbered = templates.map((folder, index) => [`templates${index}`, folder] as const);
  return new Map<FolderName, ReadableFolder>([["content", content], ...numbered]);
}

/** The same host with other folders to read from. */
export function withFolders<H extends Host>(
  host: H,
  change: (folder: ReadableFolder, name: FolderName) => ReadableFolder,
): H {
  return {
    ...host,
    content: change(host.content, "content"),
    templates: host.templates.map((folder, index) => change(folder, `templates${index}`)),
  };
}
