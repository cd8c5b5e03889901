/** The only door to the world below `cli/` and `node/`. Tests open it on folders in memory. */

import type { Press, PrintLook } from "./printing.ts";

/** What reading a file gives, or why it does not. */
export type FileRead =
  | { readonly bytes: Uint8Array }
  /**
   * `missing`: there is nothing; `outside`: the path, or a symbolic link on it, leads out of the folder;
   * `folder`: it is a folder, or something else that is no file, such as a named pipe; `too-large`: no program could take it in
   * at once; `denied`: the system does not let us.
   */
  | { readonly failure: "missing" | "outside" | "folder" | "too-large" | "denied" };

/**
 * Files of more bytes are pictures and attachments: they are read where they are needed, and nobody keeps them, or they would
 * fill the memory. Smaller ones are sources and templates, which are asked for again and again.
 */
export const LARGEST_KEPT = 100_000;

/** A folder whose files can be read. Paths are relative to it, with `/`. */
export interface ReadableFolder {
  /** How messages call it, e.g. `content`. */
  readonly name: string;
  /**
   * Every file in it and below, sorted by code units; hidden files and folders are left out. A folder that the system does not
   * let us look into is listed itself, with `/` at its end.
   */
  list(): readonly string[];
  read(path: string): FileRead;
  /**
   * Changes whenever the file does, as far as the system tells without reading it; undefined if it cannot tell, and if there
   * is no such file.
   */
  mark?(path: string): string | undefined;
}

/** A file as it is to be. */
export interface FileWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Why a write did not happen. */
export interface WriteFailure {
  readonly path: string;
  readonly reason: "denied" | "full" | "not-a-folder" | "is-a-folder" | "busy" | "name-too-long" | "faulty";
}

/** What tells whether a file was touched, without reading it. */
export interface FileState {
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970; only ever compared for equality. */
  readonly modified: number;
}

/** The folder for results. */
export interface WritableFolder extends ReadableFolder {
  /** Undefined if there is no such file. */
  state(path: string): FileState | undefined;
  /** Adds to the end of a file, in one step. Makes file and folders as needed. What was removed before then stays removed. */
  append(path: string, bytes: Uint8Array): WriteFailure | undefined;
  /**
   * Waits until no other run writes here, and keeps others waiting until the returned function is called. A run that was
   * killed keeps none waiting; what it was writing is cleared away. `onWait` is called once if there is need to wait;
   * `signal` ends the waiting, and then nothing is locked. Gives the failure if there is no such folder and none can be made, or
   * if we may not write to it.
   */
  lock(onWait: () => void, signal?: AbortSignal): Promise<(() => void) | WriteFailure>;
  /**
   * Why no file can be made in a folder, or in the nearest one above it that is there: that one is named. Tries it, so it is
   * asked before work that would else be in vain.
   */
  refusal(folder: string): WriteFailure | undefined;
  /**
   * Replaces files, each in one step: no reader ever sees a part of one, not even after a power cut. What was appended before
   * is safe before any of them has its name. Makes folders as needed. Resolves with what failed when all is safe.
   */
  writeAll(files: readonly FileWrite[]): Promise<readonly WriteFailure[]>;
  /** Removes a file, and the folders that become empty by it. */
  remove(path: string): WriteFailure | undefined;
}

/** Everything that a project needs from outside. */
export interface Host {
  readonly content: ReadableFolder;
  /** In the order of precedence: the user's own, then what the package ships. */
  readonly templates: readonly ReadableFolder[];
  readonly output: WritableFolder;
  /** Starts threads that lay documents out, so many at most; without it they are laid out here. */
  readonly startPress?: (look: PrintLook, most: number) => Press;
}
