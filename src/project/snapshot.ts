/**
 * A folder as it was when it was first looked at: each file is read once. While files change under a build, what it prints
 * and what it remembers as their state are then the same bytes.
 */

import type { FileRead, Host, ReadableFolder } from "../model/host.ts";
import type { Kept } from "./kept.ts";
import { type FolderName, nameOf, withFolders } from "./read-names.ts";

/** A host whose folders to read from stay as they are. Files that have the mark they had before are not read again. */
export function snapshotOf(host: Host, kept: Kept): Host {
  return withFolders(host, (folder, name) => frozen(folder, name, kept));
}

function frozen(folder: ReadableFolder, name: FolderName, kept: Kept): ReadableFolder {
  const files = new Map<string, FileRead>();
  let listed: readonly string[] | undefined;
  return {
    name: folder.name,
    list() {
      listed ??= folder.list();
      return listed;
    },
    read(path) {
      let read = files.get(path);
      if (!read) {
        read = readUnlessKept(folder, nameOf.file(name, path), path, kept);
        files.set(path, read);
      }
      return read;
    },
  };
}

function readUnlessKept(folder: ReadableFolder, name: string, path: string, { files }: Kept): FileRead {
  const mark = folder.mark?.(path);
  const known = files.get(name);
  if (mark !== undefined && known?.mark === mark) return known.read;
  const read = folder.read(path);
  // A file that changed while it was read is read again next time.
  if (mark !== undefined && "bytes" in read && folder.mark?.(path) === mark) files.set(name, { mark, read });
  else files.delete(name);
  return read;
}
