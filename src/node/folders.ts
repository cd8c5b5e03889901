/** Folders of the file system. A path, or a symbolic link on it, that leads out of its folder is not followed. */

import {
  closeSync,
  type Dirent,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  statSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import {
  type FileRead,
  LARGEST_KEPT,
  type ReadableFolder,
  type WritableFolder,
  type WriteFailure,
} from "../model/host.ts";
import { AtomicWrites, isTemporary, makeFolder, removeIfThere, temporaryName } from "./atomic-writes.ts";
import { type Lock, lockFolder } from "./lock.ts";
import { realPath, stateOf } from "./path-facts.ts";
import { attempt, codeOf, failureOf, isMissing, isOfSystem } from "./write-failure.ts";

/** Two changes within so many milliseconds may bear the same time: file systems have coarse clocks. */
const CLOCK_TICK = 50;

/** Some know whole seconds only, and FAT every other one. */
const COARSE_TICK = 2000;

/** A folder to read from, as it is when it is looked at first. `name` is what messages call it. */
export function readableFolder(root: string, name: string): ReadableFolder {
  const realRoot = realPath(root) ?? root;
  let listed: readonly string[] | undefined;
  const folders = new Map<string, boolean>();
  const kept = new Map<string, FileRead>();
  const marks = new Map<string, string | undefined>();
  const present = (path: string): string | undefined => markOf(realRoot, join(realRoot, path), folders);
  // From before the first read, so that it never speaks of newer bytes than those that were read.
  const mark = (path: string): string | undefined => {
    if (!marks.has(path)) marks.set(path, present(path));
    return marks.get(path);
  };
  return {
    name,
    list() {
      listed ??= listFiles(realRoot).sort();
      return listed;
    },
    read(path) {
      const known = kept.get(path);
      if (known) return known;
      const before = mark(path);
      const read = readInside(realRoot, path, folders);
      // It was changed since it was looked at first, maybe while it was read.
      if (before !== undefined && present(path) !== before) marks.set(path, undefined);
      if ("bytes" in read && read.bytes.length <= LARGEST_KEPT) kept.set(path, read);
      return read;
    },
    mark,
  };
}

/** True if no further change of a file can bear the time of its last one. Both are in milliseconds. */
export function isPast(changed: number, now: number): boolean {
  return Math.abs(now - changed) >= (changed % 1000 === 0 ? COARSE_TICK : CLOCK_TICK);
}

/** What tells one state of a file from another; undefined if that is not sure, or nobody may read it. */
function markOf(root: string, full: string, folders: Map<string, boolean>): string | undefined {
  try {
    const state = statSync(full);
    if (!state.isFile() || !isPast(state.ctimeMs, Date.now())) return undefined;
    if (!liesInside(root, full, folders)) return undefined;
    return `${state.size}:${state.mtimeMs}:${state.ctimeMs}:${state.dev}:${state.ino}`;
  } catch {
    return undefined;
  }
}

/** The folder for results. */
export function writableFolder(root: string, name: string): WritableFolder {
  const writes = new AtomicWrites(root);
  return {
    name,
    list: () => listFiles(root).sort(),
    read: (path) => readInside(realPath(root) ?? root, path),
    refusal: (folder) => refusalIn(root, folder),
    writeAll: (files) => writes.write(files),
    state(path) {
      const state = stateOf(join(root, path));
      return state?.isFile() ? { size: state.size, modified: state.mtimeMs } : undefined;
    },
    append: (path, bytes) => attempt(path, () => writes.append(path, bytes)),
    async lock(onWait, signal) {
      let lock: Lock | undefined;
      try {
        makeFolder(root);
        lock = await lockFolder(root, onWait, signal);
      } catch (fault) {
        return failureOf(".", fault);
      }
      if (lock?.isInherited) clearLeftovers(root);
      return () => lock?.release();
    },
    remove: (path) =>
      attempt(path, () => {
        writes.remove(path);
        removeEmptyFolders(root, dirname(path));
      }),
  };
}

/** Systems know more reasons than rights, so that only trying tells. */
function refusalIn(root: string, folder: string): WriteFailure | undefined {
  const state = stateOf(join(root, folder));
  // Nor is it seen if what is above is closed to us.
  if (!state && folder !== ".") return refusalIn(root, dirname(folder));
  return attempt(folder, () => {
    const probe = join(root, folder, temporaryName("probe"));
    closeSync(openSync(probe, "w"));
    removeIfThere(probe);
  });
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** Throws if there is no such file. `folders` remembers which folders lie inside. */
function liesInside(root: string, full: string, folders: Map<string, boolean>): boolean {
  if (!isInside(root, full)) return false;
  const folder = dirname(full);
  const isKnown = folders.get(folder) ?? isInside(root, realpathSync.native(folder));
  folders.set(folder, isKnown);
  const isLink = (): boolean => lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  // In a folder inside, only a link can lead out.
  return (isKnown && !isLink()) || isInside(root, realpathSync.native(full));
}

function readInside(root: string, path: string, folders = new Map<string, boolean>()): FileRead {
  const full = join(root, path);
  if (!isInside(root, full)) return { failure: "outside" };
  try {
    if (!liesInside(root, full, folders)) return { failure: "outside" };
    // Reading what is no file may never end: a named pipe waits for somebody who writes.
    if (!statSync(full).isFile()) return { failure: "folder" };
    return { bytes: readFileSync(full) };
  } catch (fault) {
    if (isMissing(fault)) return { failure: "missing" };
    switch (codeOf(fault)) {
      case "ERR_FS_FILE_TOO_LARGE":
        return { failure: "too-large" };
      case "":
        throw fault;
      default:
        // Also if the disk is faulty or the network gone.
        return { failure: "denied" };
    }
  }
}

/** Hidden files and `node_modules` are left out; links are listed and judged when they are read. Closed folders end in `/`. */
function listFiles(root: string): string[] {
  const found: string[] = [];
  const walk = (folder: string, prefix: string): void => {
    const entries = readFolder(folder);
    if (entries === "closed") found.push(prefix === "" ? "/" : prefix);
    else
      for (const entry of entries) {
        if (entry.name.startsWith(".") || entry.name.startsWith("~$") || entry.name === "node_modules") continue;
        const path = prefix + entry.name;
        if (entry.isDirectory()) walk(join(folder, entry.name), `${path}/`);
        else found.push(path);
      }
  };
  walk(root, "");
  return found;
}

/** None if there is no such folder; `closed` if the system does not let us look into it. */
function readFolder(folder: string): readonly Dirent[] | "closed" {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (fault) {
    if (isMissing(fault)) return [];
    if (isOfSystem(fault)) return "closed";
    throw fault;
  }
}

/** Removes what {@link AtomicWrites} of a run that was killed left behind. */
function clearLeftovers(root: string): void {
  const entries = readFolder(root);
  for (const entry of entries === "closed" ? [] : entries) {
    const path = join(root, entry.name);
    if (entry.isDirectory()) clearLeftovers(path);
    // What cannot be removed is told when something is to be written there.
    else if (isTemporary(entry.name)) attempt(path, () => removeIfThere(path));
  }
}

function removeEmptyFolders(root: string, folder: string): void {
  for (let at = folder; at !== "." && at !== "" && at !== sep; at = dirname(at)) {
    try {
      rmdirSync(join(root, at));
    } catch {
      // Not empty, or gone already: either way there is nothing left to do.
      return;
    }
  }
}
