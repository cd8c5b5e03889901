/**
 * Notices changes below folders. It need not know what happened to a file, since a run looks at all of them; it must only
 * never miss that something did. So folders are watched, not files, and each is watched before it is read.
 */

import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { basename, join, resolve } from "node:path";

/** How often is looked where the system does not tell, in milliseconds. */
const POLL = 500;

/** How often is looked whether a root is still the same folder, in milliseconds: one that was moved tells nothing. */
const ROOTS = 250;

/** Windows holds folders that are watched, which keeps them from being renamed; there, and on macOS, one watch sees all. */
const seesBelow = process.platform === "win32" || process.platform === "darwin";

/** How to watch. */
interface FolderWatching {
  /** Look at every file again and again, as network drives need it. */
  readonly poll: boolean;
  /** Told the path of what may have changed: the root's name, and the path below it. */
  onChange(path: string): void;
  /** Told once: the system watches no further folders; from here on they are polled. */
  onLimit(): void;
}

/** Watches folders and everything below, also if they are not there yet; the function that it returns ends that. */
export function watchFolders(roots: readonly string[], watching: FolderWatching): () => void {
  let isTold = false;
  const onLimit = (): void => {
    if (!isTold) watching.onLimit();
    isTold = true;
  };
  const all = roots.map((name) => new WatchedRoot(name, { ...watching, onLimit }));
  return () => {
    for (const one of all) one.close();
  };
}

/** One folder with everything below. */
class WatchedRoot {
  readonly #name: string;
  readonly #root: string;
  readonly #watching: FolderWatching;
  readonly #watchers = new Map<string, FSWatcher>();
  #timer: ReturnType<typeof setInterval>;
  #isPolling = false;
  #identity: string;
  #states = new Map<string, string>();

  constructor(name: string, watching: FolderWatching) {
    this.#name = name;
    this.#root = resolve(name);
    this.#watching = watching;
    this.#identity = identityOf(this.#root);
    this.#timer = setInterval(() => this.#lookAtRoot(), ROOTS);
    if (watching.poll) this.#beginPolling();
    else this.#watchTree("");
  }

  close(): void {
    clearInterval(this.#timer);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #lookAtRoot(): void {
    const identity = identityOf(this.#root);
    if (identity === this.#identity) return;
    this.#identity = identity;
    this.#forget("");
    this.#watchTree("");
    this.#watching.onChange(this.#name);
  }

  #forget(path: string): void {
    for (const [one, watcher] of this.#watchers) {
      if (path !== "" && one !== path && !one.startsWith(`${path}/`)) continue;
      watcher.close();
      this.#watchers.delete(one);
    }
  }

  /** Watches a folder and those below it that are not watched yet. */
  #watchTree(path: string): void {
    if (this.#isPolling || (!this.#watchers.has(path) && !this.#watchFolder(path))) return;
    if (seesBelow) return;
    for (const name of foldersIn(join(this.#root, path))) this.#watchTree(path === "" ? name : `${path}/${name}`);
  }

  #watchFolder(path: string): boolean {
    try {
      const watcher = watch(join(this.#root, path), { recursive: seesBelow }, (event, name) =>
        this.#noticed(path, event, name),
      );
      // A folder that goes away; what it was in tells of it.
      watcher.on("error", () => this.#forget(path));
      this.#watchers.set(path, watcher);
      return true;
    } catch (fault) {
      const code = fault instanceof Error && "code" in fault ? fault.code : undefined;
      if (code === "ENOSPC" || code === "EMFILE") {
        this.#watching.onLimit();
        this.#beginPolling();
      }
      // Otherwise it is not there, or not ours to read.
      return false;
    }
  }

  #noticed(folder: string, event: string, name: string | null): void {
    const below = [folder, name?.replaceAll("\\", "/")].filter(Boolean).join("/");
    const state = statSync(join(this.#root, below), { throwIfNoEntry: false });
    // A folder that goes away says so itself, under its own name.
    const path = !state && name === basename(join(this.#root, folder)) ? folder : below;
    // Something came or went. If it is a folder, also one in the place of another, it is watched from here on.
    if (event === "rename" && !seesBelow && name !== null) {
      if (path !== "") this.#forget(path);
      if (state?.isDirectory() && !isLeftOut(name)) this.#watchTree(path);
    }
    this.#watching.onChange(path === "" ? this.#name : `${this.#name}/${path}`);
  }

  #beginPolling(): void {
    this.#isPolling = true;
    this.#forget("");
    clearInterval(this.#timer);
    this.#states = statesBelow(this.#root);
    this.#timer = setInterval(() => {
      const before = this.#states;
      this.#states = statesBelow(this.#root);
      for (const path of new Set([...before.keys(), ...this.#states.keys()]))
        if (before.get(path) !== this.#states.get(path)) this.#watching.onChange(`${this.#name}/${path}`);
    }, POLL);
  }
}

/** Another folder in the same place has another identity. */
function identityOf(root: string): string {
  const state = statSync(root, { throwIfNoEntry: false });
  return state ? `${state.dev}:${state.ino}:${state.birthtimeMs}` : "missing";
}

/** Names of folders that hold sources or templates. */
function foldersIn(path: string): readonly string[] {
  return entriesIn(path)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** As with listing the sources. */
function isLeftOut(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

function entriesIn(path: string) {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.filter(({ name }) => !isLeftOut(name));
  } catch {
    // Gone meanwhile, or not ours to read.
    return [];
  }
}

/** Every file below a folder, with what tells whether it was touched. */
function statesBelow(root: string): Map<string, string> {
  const states = new Map<string, string>();
  const walk = (path: string): void => {
    for (const entry of entriesIn(join(root, path))) {
      const below = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) walk(below);
      else states.set(below, stateOf(join(root, below)));
    }
  };
  walk("");
  return states;
}

function stateOf(path: string): string {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    return `${size}:${mtimeMs}:${ctimeMs}:${ino}`;
  } catch {
    return "missing";
  }
}
