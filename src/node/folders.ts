/** Folders of the file system. A path, or a symbolic link on it, that leads out of its folder is not followed. */

import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { FileRead, ReadableFolder, WritableFolder, WriteFailure } from "../model/host.ts";
import { lockFolder } from "./lock.ts";

/** Two changes within so many milliseconds may bear the same time: file systems have coarse clocks. */
const CLOCK_TICK = 50;

/** A folder to read from. `name` is what messages call it. */
export function readableFolder(root: string, name: string): ReadableFolder {
  const realRoot = realPath(root) ?? root;
  let listed: readonly string[] | undefined;
  return {
    name,
    list() {
      listed ??= listFiles(realRoot).sort();
      return listed;
    },
    read: (path) => readInside(realRoot, path),
    mark(path) {
      const state = stateOf(join(realRoot, path));
      if (state && Math.abs(Date.now() - state.ctimeMs) < CLOCK_TICK) return undefined;
      return state?.isFile() ? `${state.size}:${state.mtimeMs}:${state.ctimeMs}:${state.dev}:${state.ino}` : undefined;
    },
  };
}

/** The folder for results. */
export function writableFolder(root: string, name: string): WritableFolder {
  return {
    name,
    list: () => listFiles(root).sort(),
    read: (path) => readInside(realPath(root) ?? root, path),
    write: (path, bytes) => attempt(path, () => writeAtomically(join(root, path), bytes)),
    state(path) {
      const state = stateOf(join(root, path));
      return state?.isFile() ? { size: state.size, modified: state.mtimeMs } : undefined;
    },
    append: (path, bytes) => attempt(path, () => appendWhole(join(root, path), bytes)),
    async lock(onWait, signal) {
      if (attempt(".", () => makeFolder(root))) return () => undefined;
      const lock = await lockFolder(root, onWait, signal);
      if (lock?.isInherited) clearLeftovers(root);
      return () => lock?.release();
    },
    remove: (path) =>
      attempt(path, () => {
        removeIfThere(join(root, path));
        removeEmptyFolders(root, dirname(path));
      }),
  };
}

/** Undefined also where something on the path is no folder, or is not ours to look into. */
function stateOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function readInside(root: string, path: string): FileRead {
  const full = join(root, path);
  if (!isInside(root, full)) return { failure: "outside" };
  try {
    if (!isInside(root, realpathSync.native(full))) return { failure: "outside" };
    return { bytes: readFileSync(full) };
  } catch (fault) {
    switch (codeOf(fault)) {
      case "ENOENT":
      case "ENOTDIR":
      case "ENAMETOOLONG":
      case "ELOOP":
        return { failure: "missing" };
      case "EISDIR":
        return { failure: "folder" };
      case "EACCES":
      case "EPERM":
        return { failure: "denied" };
      default:
        throw fault;
    }
  }
}

/** Hidden files and `node_modules` are left out; links are listed and judged when they are read. */
function listFiles(root: string): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readFolder(folder)) {
      if (entry.name.startsWith(".") || entry.name.startsWith("~$") || entry.name === "node_modules") continue;
      const full = join(folder, entry.name);
      if (entry.isDirectory()) walk(full);
      else found.push(relative(root, full).split(sep).join("/"));
    }
  };
  walk(root);
  return found;
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (fault) {
    if (["ENOENT", "ENOTDIR", "EACCES"].includes(codeOf(fault))) return [];
    throw fault;
  }
}

/** Writes beside the target and renames: a rename within one folder is one step for every reader. */
function writeAtomically(path: string, bytes: Uint8Array): void {
  makeFolder(dirname(path));
  const temporary = join(dirname(path), `.${process.pid}-${relative(dirname(path), path)}.tmp`);
  try {
    const file = openSync(temporary, "w");
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (fault) {
    removeIfThere(temporary);
    throw fault;
  }
}

/** One system call: another run that appends at the same moment does not get in between. */
function appendWhole(path: string, bytes: Uint8Array): void {
  makeFolder(dirname(path));
  const file = openSync(path, "a");
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  } finally {
    closeSync(file);
  }
}

/** Removes what {@link writeAtomically} of a run that was killed left behind. */
function clearLeftovers(root: string): void {
  for (const entry of readFolder(root)) {
    const path = join(root, entry.name);
    if (entry.isDirectory()) clearLeftovers(path);
    else if (/^\.\d+-.*\.tmp$/.test(entry.name)) removeIfThere(path);
  }
}

/** Not Node's `recursive`, which never returns below folders such as `/proc` that hold what cannot be made. */
function makeFolder(path: string): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (fault) {
    // Another run may have made it meanwhile.
    if (codeOf(fault) !== "EEXIST" || !isFolder(path)) throw fault;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (fault) {
    if (!["ENOENT", "ENOTDIR"].includes(codeOf(fault))) throw fault;
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

const reasons: Readonly<Record<string, WriteFailure["reason"]>> = {
  EACCES: "denied",
  // Folders such as `/proc` in which nothing can be made.
  ENOENT: "denied",
  EPERM: "denied",
  EROFS: "denied",
  ENOSPC: "full",
  EDQUOT: "full",
  ENOTDIR: "not-a-folder",
  EEXIST: "not-a-folder",
  EISDIR: "is-a-folder",
  ENOTEMPTY: "is-a-folder",
  EBUSY: "busy",
  ETXTBSY: "busy",
};

function attempt(path: string, run: () => void): WriteFailure | undefined {
  try {
    run();
    return undefined;
  } catch (fault) {
    const reason = reasons[codeOf(fault)];
    if (reason === undefined) throw fault;
    return { path, reason };
  }
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && "code" in fault ? String(fault.code) : "";
}
