/**
 * A folder as it was when it was first looked at: each file is read once. While files change under a build, what it prints
 * and what it remembers as their state are then the same bytes. Of large files nothing but their state is kept: whoever prints
 * one that was changed meanwhile remembers what it was, so that the next run prints it again.
 */

import { type FileRead, type Host, LARGEST_KEPT, type ReadableFolder } from "../model/host.ts";
import type { Kept } from "./kept.ts";
import { type FolderName, foldersOf, nameOf, partsOf, withFolders } from "./read-names.ts";
import { digestOf } from "./recording.ts";

/** States of large files, by {@link ReadName}, as one run saw them first. */
type SeenStates = Map<string, string>;

/** A host whose folders to read from stay as they are. Files that have the mark they had before are not read again. */
export function snapshotOf(host: Host, kept: Kept): Host {
  const folders = foldersOf(host);
  const seen: SeenStates = new Map();
  kept.stateByMark = (name) => {
    const known = seen.get(name);
    if (known !== undefined) return known;
    const file = kept.files.get(name);
    if (file?.state === undefined) return undefined;
    const [what, path] = partsOf(name);
    // Undefined if there are fewer folders than there were.
    if (folders.get(what as FolderName)?.mark?.(path) !== file.mark) return undefined;
    seen.set(name, file.state);
    return file.state;
  };
  return withFolders(host, (folder, name) => frozen(folder, name, kept, seen));
}

function frozen(folder: ReadableFolder, name: FolderName, kept: Kept, seen: SeenStates): ReadableFolder {
  const files = new Map<string, FileRead>();
  let listed: readonly string[] | undefined;
  return {
    name: folder.name,
    list() {
      listed ??= folder.list();
      return listed;
    },
    read(path) {
      const known = files.get(path);
      if (known) return known;
      const read = readUnlessKept(folder, nameOf.file(name, path), path, kept, seen);
      if (!isLarge(read)) files.set(path, read);
      return read;
    },
  };
}

function readUnlessKept(
  folder: ReadableFolder,
  name: string,
  path: string,
  { files }: Kept,
  seen: SeenStates,
): FileRead {
  const mark = folder.mark?.(path);
  const known = files.get(name);
  if (mark !== undefined && known?.mark === mark && known.read) return known.read;
  const read = folder.read(path);
  const state = isLarge(read) ? digestOf(read.bytes) : undefined;
  if (state !== undefined && !seen.has(name)) seen.set(name, state);
  // A file that changed while it was read is read again next time.
  if (mark !== undefined && "bytes" in read && folder.mark?.(path) === mark)
    files.set(name, state === undefined ? { mark, read } : { mark, state });
  else files.delete(name);
  return read;
}

function isLarge(read: FileRead): read is { readonly bytes: Uint8Array } {
  return "bytes" in read && read.bytes.length > LARGEST_KEPT;
}
