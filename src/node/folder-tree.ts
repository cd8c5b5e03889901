/**
 * The folders below a root, as they were when one last looked. A folder that was moved away, deleted and made again, or
 * exchanged for another is another folder, though it has the same name: who watches it has to begin anew. So has who watches one
 * that was closed and opened again.
 */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { stateOf } from "./path-facts.ts";

/** In milliseconds, and for coarse clocks. */
const CLOCK_TICK = 1000;

/** A folder that was there. */
interface KnownFolder {
  /** No other folder has it; nor has this one with other rights. */
  readonly identity: string;
  /** When something was last added to it or taken away, in milliseconds. */
  readonly changed: number;
  /** Names of the folders in it. */
  readonly names: readonly string[];
}

/** The folders below one root. */
export class FolderTree {
  readonly #root: string;
  readonly #isLeftOut: (name: string) => boolean;
  #known = new Map<string, KnownFolder>();

  constructor(root: string, isLeftOut: (name: string) => boolean) {
    this.#root = root;
    this.#isLeftOut = isLeftOut;
    this.#known = this.#find();
  }

  get isThere(): boolean {
    return this.#known.has(this.#root);
  }

  /** True if there are other folders than at the last look, or others may read them. */
  hasChanged(): boolean {
    const before = this.#known;
    this.#known = this.#find();
    if (before.size !== this.#known.size) return true;
    for (const [path, { identity }] of this.#known) if (before.get(path)?.identity !== identity) return true;
    return false;
  }

  #find(): Map<string, KnownFolder> {
    const found = new Map<string, KnownFolder>();
    const visit = (path: string): void => {
      const state = stateOf(path);
      if (!state?.isDirectory()) return;
      const identity = `${state.dev}:${state.ino}:${state.birthtimeMs}:${state.mode}`;
      const known = this.#known.get(path);
      // Two changes within a tick of the file system's clock bear the same time.
      const isSettled = Math.abs(Date.now() - state.ctimeMs) > CLOCK_TICK;
      const isSame = known?.identity === identity && known.changed === state.ctimeMs && isSettled;
      const names = isSame ? known.names : this.#foldersIn(path);
      found.set(path, { identity, changed: state.ctimeMs, names });
      for (const name of names) visit(join(path, name));
    };
    visit(this.#root);
    return found;
  }

  #foldersIn(path: string): readonly string[] {
    try {
      return readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !this.#isLeftOut(entry.name))
        .map(({ name }) => name);
    } catch {
      // It has just gone, or is not ours to read.
      return [];
    }
  }
}
