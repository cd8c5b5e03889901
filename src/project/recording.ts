/**
 * Remembers what a result was made from: every file that was read, listed or looked for in vain, and every look-up in the
 * tree, each with the state that was found. The result stands as long as all of these are as they were.
 */

import { createHash } from "node:crypto";
import type { Entry, Tree } from "../kinds/entry.ts";
import type { Kind } from "../kinds/vocabulary.ts";
import type { Host, ReadableFolder } from "../model/host.ts";
import { type FolderName, foldersOf, nameOf, partsOf, type ReadName } from "./read-names.ts";

/** Names of what was looked at, as {@link ReadName}s → the state that it had. */
export type Reads = Readonly<Record<string, string>>;

/** A short name for a state: no two texts or files share it. */
export function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 22);
}

/** Bytes that are kept from run to run are not digested again. */
const digests = new WeakMap<Uint8Array, string>();

/** That of bytes which may have been digested before. */
export function digestOf(bytes: Uint8Array): string {
  let known = digests.get(bytes);
  if (known === undefined) {
    known = digest(bytes);
    digests.set(bytes, known);
  }
  return known;
}

/** The present states of everything that can be looked at; each is found out once. */
export class States {
  readonly #known = new Map<string, string>();
  readonly #folders: ReadonlyMap<FolderName, ReadableFolder>;
  readonly #stateByMark: (name: string) => string | undefined;
  #tree: Tree | undefined;

  /** `stateByMark` gives the state of a file that need not be read to know it. */
  constructor(
    host: Pick<Host, "content" | "templates">,
    stateByMark: (name: string) => string | undefined = () => undefined,
  ) {
    this.#stateByMark = stateByMark;
    this.#folders = foldersOf(host);
  }

  /** From here on the tree can be looked at, too. */
  link(tree: Tree): void {
    this.#tree = tree;
  }

  /** Sets what this run has worked out, or a file that was read in another state than before. */
  set(name: ReadName, state: string): void {
    this.#known.set(name, state);
  }

  of(name: string): string {
    let state = this.#known.get(name);
    if (state === undefined) {
      state = this.#find(name);
      this.#known.set(name, state);
    }
    return state;
  }

  /** True if nothing that was read has changed. */
  confirm(reads: Reads): boolean {
    for (const name in reads) if (this.of(name) !== reads[name]) return false;
    return true;
  }

  #find(name: string): string {
    const [what, which] = partsOf(name);
    const folder = this.#folders.get(what as FolderName); // undefined if it is none
    if (folder) return this.#stateByMark(name) ?? stateOfFile(folder, which);
    if (what === "list")
      return digest(
        this.#folders
          .get(which as FolderName)
          ?.list()
          .join("\n") ?? "",
      );
    const tree = this.#tree;
    if (!tree) throw new Error(`There is no tree yet to look at ${name}.`);
    switch (what) {
      case "id":
        return this.#stateOf(tree.lookUp(which));
      case "kind":
        return this.#stateOfAll(tree.all(which as Kind)); // none of what is no kind
      case "items":
        return this.#stateOfAll(tree.itemsOf(which));
      case "resolutions": {
        const [committee = "", since = "", until = ""] = which.split(" ");
        return this.#stateOfAll(tree.resolutionsOf(committee, since, until));
      }
      default:
        throw new Error(`Nothing is called ${name}.`);
    }
  }

  #stateOfAll(entries: readonly Entry[]): string {
    return digest(entries.map((entry) => this.#stateOf(entry)).join());
  }

  #stateOf(entry: Entry | undefined): string {
    return entry ? `${entry.path}@${this.of(nameOf.source(entry.path))}` : "missing";
  }
}

function stateOfFile(folder: ReadableFolder, path: string): string {
  const read = folder.read(path);
  return "bytes" in read ? digestOf(read.bytes) : read.failure;
}

/** Collects what one result is made from. */
export class Recorder {
  readonly #states: States;
  readonly #names = new Set<ReadName>();

  constructor(states: States) {
    this.#states = states;
  }

  note(name: ReadName): void {
    this.#names.add(name);
  }

  /** What was noted, in a fixed order. */
  reads(): Reads {
    return Object.fromEntries([...this.#names].sort().map((name) => [name, this.#states.of(name)]));
  }

  /** A folder whose reads are noted. */
  folder(name: FolderName, folder: ReadableFolder): ReadableFolder {
    return {
      name: folder.name,
      list: () => {
        this.note(nameOf.list(name));
        return folder.list();
      },
      read: (path) => {
        this.note(nameOf.file(name, path));
        return folder.read(path);
      },
    };
  }

  /** A tree whose look-ups are noted. */
  tree(tree: Tree): Tree {
    const noteEntry = <T extends Entry>(entry: T): T => {
      this.note(nameOf.source(entry.path));
      return entry;
    };
    return {
      locale: tree.locale,
      headings: tree.headings,
      get body() {
        return noteEntry(tree.body);
      },
      lookUp: (id) => {
        this.note(nameOf.entry(id));
        return tree.lookUp(id);
      },
      find: (kind, id) => {
        this.note(nameOf.entry(id));
        return tree.find(kind, id);
      },
      all: (kind) => {
        this.note(nameOf.entries(kind));
        return tree.all(kind);
      },
      itemsOf: (meeting) => {
        this.note(nameOf.itemsOf(meeting));
        return tree.itemsOf(meeting);
      },
      resolutionsOf: (committee, since, until) => {
        this.note(nameOf.resolutionsOf(committee, since, until));
        return tree.resolutionsOf(committee, since, until);
      },
      split: (entry) => tree.split(noteEntry(entry)),
    };
  }
}
