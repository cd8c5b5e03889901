/** Notices changes below folders. It need not know what happened to a file, since a run looks at all of them. */

import { statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { type FSWatcher, watch } from "chokidar";

/** How often is looked where the system does not tell, in milliseconds. */
const POLL = 500;

/** How often is looked whether a root is still the same folder, in milliseconds: one that was moved tells nothing. */
const ROOTS = 250;

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
  await Promise.all(all.map((one) => one.open()));
  return () => {
    for (const one of all) one.close();
  };
}

/** One folder with everything below. */
class WatchedRoot {
  readonly #name: string;
  readonly #root: string;
  readonly #watching: FolderWatching;
  readonly #timer: ReturnType<typeof setInterval>;
  #watcher: FSWatcher | undefined;
  #isPolling: boolean;
  #identity: string;

  constructor(name: string, watching: FolderWatching) {
    this.#name = name;
    this.#root = resolve(name);
    this.#watching = watching;
    this.#isPolling = watching.poll;
    this.#identity = identityOf(this.#root);
    this.#timer = setInterval(() => this.#lookAtRoot(), ROOTS);
  }

  /** Begins to watch what is there now; resolves when all of it is watched. */
  open(): Promise<void> {
    void this.#watcher?.close();
    const watcher = watch(this.#root, {
      ignoreInitial: true,
      // Saves by renaming are judged by the run, which sees what is there.
      atomic: false,
      usePolling: this.#isPolling,
      interval: POLL,
      binaryInterval: POLL,
      followSymlinks: false,
      ignored: (path) => isLeftOut(relative(this.#root, path)),
    });
    this.#watcher = watcher;
    watcher.on("all", (_, path) => this.#noticed(path));
    // chokidar tells of a second change of a file within 50 ms not at all; what the system says is not thinned out.
    watcher.on("raw", (_, name, details) => {
      const { watchedPath } = details as { readonly watchedPath?: string }; // as its own handlers give it
      if (watchedPath === undefined) return;
      const path = !name || basename(watchedPath) === name ? watchedPath : join(watchedPath, name);
      if (!isLeftOut(relative(this.#root, path))) this.#noticed(path);
    });
    return new Promise((resolve) => {
      watcher.on("ready", () => resolve());
      watcher.on("error", (fault) => {
        const code = fault instanceof Error && "code" in fault ? fault.code : undefined;
        // Else it went away meanwhile, or is not ours to read.
        if (this.#isPolling || (code !== "ENOSPC" && code !== "EMFILE")) return;
        this.#isPolling = true;
        this.#watching.onLimit();
        void this.open().then(() => {
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
    const below = relative(this.#root, path).replaceAll("\\", "/");
    this.#watching.onChange(below === "" ? this.#name : `${this.#name}/${below}`);
  }

  #lookAtRoot(): void {
    const identity = identityOf(this.#root);
    if (identity === this.#identity) return;
    this.#identity = identity;
    // What came with the other folder is told as one change, when all of it is watched.
    void this.open().then(() => this.#watching.onChange(this.#name));
  }
}

/** Another folder in the same place has another identity. */
function identityOf(root: string): string {
  const state = statSync(root, { throwIfNoEntry: false });
  return state ? `${state.dev}:${state.ino}:${state.birthtimeMs}` : "missing";
}

/** As with listing the sources. */
function isLeftOut(path: string): boolean {
  return path.split(/[/\\]/).some((name) => (name.startsWith(".") && name !== "..") || name === "node_modules");
}
