/** Notices changes below folders. It need not know what happened to a file, since a run looks at all of them. */

import { basename, join, relative, resolve } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { FolderTree } from "./folder-tree.ts";
import { realPath } from "./path-facts.ts";
import { codeOf } from "./write-failure.ts";

/** How often is looked where the system does not tell, in milliseconds. */
const POLL = 500;

/** How often is looked whether all folders are still the same, in milliseconds: some that were exchanged tell nothing. */
const FOLDERS = 300;

/** How to watch. */
interface FolderWatching {
  /** Look at every file again and again, as network drives need it. */
  readonly poll: boolean;
  /** Told the path of what may have changed: the root's name, and the path below it. */
  onChange(path: string): void;
  /** Told once: the system watches no further folders; from here on they are polled. */
  onLimit(): void;
}

/** Ends watching. */
export type StopWatching = () => void;

/** Watches folders and everything below, also if they are not there yet. From the moment that it resolves, no change is missed. */
export async function watchFolders(roots: readonly string[], watching: FolderWatching): Promise<StopWatching> {
  let isTold = false;
  const onLimit = (): void => {
    if (!isTold) watching.onLimit();
    isTold = true;
  };
  const all = roots.map((name) => new WatchedRoot(name, { ...watching, onLimit }));
  await Promise.all(all.map((one) => one.start()));
  return () => {
    for (const one of all) one.close();
  };
}

/** One folder with everything below. */
class WatchedRoot {
  readonly #name: string;
  readonly #root: string;
  readonly #watching: FolderWatching;
  readonly #folders: FolderTree;
  #timer: ReturnType<typeof setInterval> | undefined;
  #watcher: FSWatcher | undefined;
  #isPolling: boolean;

  constructor(name: string, watching: FolderWatching) {
    this.#name = name;
    this.#root = resolve(name);
    this.#watching = watching;
    this.#isPolling = watching.poll;
    this.#folders = new FolderTree(this.#root, isLeftOut);
  }

  /** Begins, and looks at the folders from then on: what came while it began is seen at the first look. */
  async start(): Promise<void> {
    await this.#open();
    this.#timer = setInterval(() => this.#lookAtFolders(), FOLDERS);
  }

  /** Begins to watch what is there now; resolves when all of it is watched, unless it is exchanged before. */
  #open(): Promise<void> {
    void this.#watcher?.close();
    this.#watcher = undefined;
    const root = realPath(this.#root);
    // Of a folder that is not there chokidar would watch the one above, with all that happens in it.
    if (root === undefined || !this.#folders.isThere) return Promise.resolve();
    const watcher = watch(root, {
      ignoreInitial: true,
      // Saves by renaming are judged by the run, which sees what is there.
      atomic: false,
      usePolling: this.#isPolling,
      interval: POLL,
      binaryInterval: POLL,
      followSymlinks: false,
      ignored: (path) => isLeftOut(relative(root, path)),
    });
    this.#watcher = watcher;
    watcher.on("all", (_, path) => this.#noticed(relative(root, path)));
    // chokidar tells of a second change of a file within 50 ms not at all; what the system says is not thinned out.
    watcher.on("raw", (_, name, details) => {
      const { watchedPath } = details as { readonly watchedPath?: string }; // as its own handlers give it
      if (watchedPath === undefined) return;
      const path = !name || basename(watchedPath) === name ? watchedPath : join(watchedPath, name);
      this.#noticed(relative(root, path));
    });
    return new Promise((resolve) => {
      watcher.on("ready", () => resolve());
      watcher.on("error", (fault) => {
        const code = codeOf(fault);
        // Else it went away meanwhile, or is not ours to read.
        if (this.#isPolling || (code !== "ENOSPC" && code !== "EMFILE")) return;
        this.#isPolling = true;
        this.#watching.onLimit();
        void this.#open().then(() => {
          this.#watching.onChange(this.#name);
          resolve();
        });
      });
    });
  }

  close(): void {
    clearInterval(this.#timer);
    void this.#watcher?.close();
  }

  #noticed(path: string): void {
    if (isLeftOut(path)) return;
    const below = path.replaceAll("\\", "/");
    this.#watching.onChange(below === "" ? this.#name : `${this.#name}/${below}`);
  }

  /** chokidar goes on to watch a folder that was moved away, under its old name, and misses folders that come while it begins. */
  #lookAtFolders(): void {
    if (!this.#folders.hasChanged()) return;
    // What came with other folders is told as one change, when all of it is watched.
    void this.#open().then(() => this.#watching.onChange(this.#name));
  }
}

/** As with listing the sources; and what lies outside. */
function isLeftOut(path: string): boolean {
  return path.split(/[/\\]/).some((name) => name.startsWith(".") || name === "node_modules");
}
