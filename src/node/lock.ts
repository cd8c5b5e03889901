/** A lock on a folder: a file that names the process that holds it. */

import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { isGone, ownName, SILENCE } from "./lock-holder.ts";
import { codeOf, isDenied } from "./write-failure.ts";

/** How often a waiting process looks, in milliseconds. */
const POLL = 100;

/** How often the holder says that it is alive, in milliseconds. */
const HEARTBEAT = 5000;

/** How often a stale lock may resist: another process may have it open for a moment, or we may not write to the folder at all. */
const MOST_REFUSALS = 5;

/** A lock that is held. */
export interface Lock {
  /** True if the last holder was killed: what it was writing may lie about. */
  readonly isInherited: boolean;
  release(): void;
}

/**
 * Waits for the lock of a folder. Rejects with the system's error if we may not write there; undefined if the signal came, or
 * where there can be no lock for another reason: a build without one can still take back what must not be public, on a full
 * disk too.
 */
export async function lockFolder(folder: string, onWait: () => void, signal?: AbortSignal): Promise<Lock | undefined> {
  const path = join(folder, ".vorlage.lock");
  const name = ownName();
  let isInherited = false;
  let waits = false;
  let refusals = 0;
  for (;;) {
    // Before anything is made, which nobody would take away again.
    if (signal?.aborted) return undefined;
    const made = create(path, name);
    if (made === "failed") return undefined;
    if (made === "created") break;
    if (isStale(path)) {
      try {
        isInherited = takeAway(path) || isInherited;
        continue;
      } catch (fault) {
        if (++refusals > MOST_REFUSALS) throw fault;
      }
    } else {
      if (!waits) onWait();
      waits = true;
    }
    await delay(POLL);
  }
  const beat = setInterval(() => touch(path), HEARTBEAT);
  beat.unref();
  return {
    isInherited,
    release() {
      clearInterval(beat);
      // Whoever slept for long, as portable computers do, has lost it to another one.
      quietly(() => readFileSync(path, "utf8") === name && unlinkSync(path));
    },
  };
}

function create(path: string, text: string): "created" | "exists" | "failed" {
  try {
    const file = openSync(path, "wx");
    try {
      writeSync(file, text);
    } catch {
      // It names nobody, so that it would keep others waiting until it had been silent for long.
      quietly(() => unlinkSync(path));
      return "failed";
    } finally {
      closeSync(file);
    }
    return "created";
  } catch (fault) {
    if (codeOf(fault) === "EEXIST") return "exists";
    if (isDenied(fault)) throw fault;
    return "failed";
  }
}

function isStale(path: string): boolean {
  try {
    const { mtimeMs } = statSync(path);
    return isGone(readFileSync(path, "utf8"), mtimeMs);
  } catch {
    // Gone meanwhile, or being written: the next look will tell. One that was never finished falls silent.
    const state = statSync(path, { throwIfNoEntry: false });
    return state !== undefined && Date.now() - state.mtimeMs > SILENCE;
  }
}

/**
 * Removes a stale lock; another process that does the same at the same moment does not lose its own by it. False if that one was
 * quicker.
 */
function takeAway(path: string): boolean {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (fault) {
    if (codeOf(fault) === "ENOENT") return false;
    throw fault;
  }
  const wasStale = isStale(aside);
  if (!wasStale) quietly(() => linkSync(aside, path));
  quietly(() => unlinkSync(aside));
  return wasStale;
}

function touch(path: string): void {
  const now = new Date();
  quietly(() => utimesSync(path, now, now));
}

function quietly(run: () => unknown): void {
  try {
    run();
  } catch {
    // Somebody else did it.
  }
}
