/** The only door to the world below `cli/` and `node/`. Tests open it on folders in memory. */

/** What reading a file gives, or why it does not. */
export type FileRead =
  | { readonly bytes: Uint8Array }
  /**
   * `missing`: there is nothing; `outside`: the path, or a symbolic link on it, leads out of the folder;
   * `folder`: it is a folder; `denied`: the system does not let us.
   */
  | { readonly failure: "missing" | "outside" | "folder" | "denied" };

/** A folder whose files can be read. Paths are relative to it, with `/`. */
export interface ReadableFolder {
  /** How messages call it, e.g. `content`. */
  readonly name: string;
  /** Every file in it and below, sorted by code units; hidden files and folders are left out. */
  list(): readonly string[];
  read(path: string): FileRead;
}

/** Why a write did not happen. */
export interface WriteFailure {
  readonly path: string;
  readonly reason: "denied" | "full" | "not-a-folder" | "is-a-folder" | "busy";
}

/** The folder for results. */
export interface WritableFolder extends ReadableFolder {
  /** Replaces the file in one step: no reader ever sees a part of it. Makes folders as needed. */
  write(path: string, bytes: Uint8Array): WriteFailure | undefined;
  /** Removes a file, and the folders that become empty by it. */
  remove(path: string): WriteFailure | undefined;
}

/** Everything that a project needs from outside. */
export interface Host {
  readonly content: ReadableFolder;
  /** In the order of precedence: the user's own, then what the package ships. */
  readonly templates: readonly ReadableFolder[];
  readonly output: WritableFolder;
}
