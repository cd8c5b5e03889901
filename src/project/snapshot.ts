/**
 * A folder as it was when it was first looked at: each file is read once. While files change under a build, what it prints
 * and what it remembers as their state are then the same bytes.
 */

import type { FileRead, Host, ReadableFolder } from "../model/host.ts";

/** A host whose folders to read from stay as they are. */
export function snapshotOf(host: Host): Host {
  return { ...host, content: frozen(host.content), templates: host.templates.map(frozen) };
}

function frozen(folder: ReadableFolder): ReadableFolder {
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
        read = folder.read(path);
        files.set(path, read);
      }
      return read;
    },
  };
}
