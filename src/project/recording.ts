/**
 * Remembers what a result was made from: every file that was read, listed or looked for in vain, and every look-up in the
 * tree, each with the state that was found. The result stands as long as all of these are as they were.
 */

import { createHash } from "node:crypto";
import type { Entry, Tree } from "../kinds/entry.ts";
import { idKey } from "../kinds/field.ts";
import type { Host, ReadableFolder } from "../model/host.ts";

/** Names of what was looked at → the state that it had. */
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
  readonly #folders: ReadonlyMap<string, ReadableFolder>;
  readonly #stateByMark: (name: string) => string | undefined;
  #tree: Tree | undefined;

  /** `stateByMark` gives the state of a file that need not be read to know it. */
  constructor(
    { content, templates }: Pick<Host, "content" | "templates">,
    stateByMark: (name: string) => string | undefined = () => undefined,
  ) {
    this.#stateByMark = stateByMark;
    const named = templates.map((folder, index) => [`templates${index}`, folder] as const);
    this.#folders = new Map([["content", content], ...named]);
  }

  /** From here on the tree can be looked at, too. */
  link(tree: Tree): void {
    this.#tree = tree;
  }

  /** Something that is neither a file nor in the tree, such as an option. */
  set(name: string, state: string): void {
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
    const colon = name.indexOf(":");
    const [what, which] = [name.slice(0, colon), name.slice(colon + 1)];
    const folder = this.#folders.get(what);
    if (folder) {
      const known = this.#stateByMark(name);
      if (known !== undefined) return known;
      const read = folder.read(which);
      return "bytes" in read ? digestOf(read.bytes) : read.failure;
    }
    if (what === "list") return digest(this.#folders.get(which)?.list().join("\n") ?? "");
    if (!this.#tree) throw new Error(`There is no tree yet to look at ${name}.`);
    if (what === "id") return this.#stateOf(this.#tree.lookUp(which));
    if (what === "kind")
      return digest(
        this.#tree
          .all(which as Entry["kind"])
          .map((entry) => this.#stateOf(entry))
          .join(),
      );
    if (what === "items")
      return digest(
        this.#tree
          .itemsOf(which)
          .map((entry) => this.#stateOf(entry))
          .join(),
      );
    if (what === "resolutions") {
      const [committee = "", since = "", until = ""] = which.split(" ");
      const found = this.#tree.resolutionsOf(committee, since, until);
      return digest(found.map((entry) => this.#stateOf(entry)).join());
    }
    throw new Error(`Nothing is called ${name}.`);
  }

  #stateOf(entry: Entry | undefined): string {
    return entry ? `${entry.path}@${this.of(`content:${entry.path}`)}` : "missing";
  }
}

/** Collects what one result is made from. */
export class Recorder {
  readonly #states: States;
  readonly #names = new Set<string>();

  constructor(states: States) {
    this.#states = states;
  }

  note(name: string): void {
    this.#names.add(name);
  }

  /** What was noted, in a fixed order. */
  reads(): Reads {
    return Object.fromEntries([...this.#names].sort().map((name) => [name, this.#states.of(name)]));
  }

  /** A folder whose reads are noted. `name` is `content` or `templates0` and so on. */
  folder(name: string, folder: ReadableFolder): ReadableFolder {
    return {
      name: folder.name,
      list: () => {
        this.note(`list:${name}`);
        return folder.list();
      },
      read: (path) => {
        this.note(`${name}:${path}`);
        return folder.read(path);
      },
    };
  }

  /** A tree whose look-ups are noted. */
  tree(tree: Tree): Tree {
    const noteEntry = <T extends Entry>(entry: T): T => {
      this.note(`content:${entry.path}`);
      return entry;
    };
    return {
      locale: tree.locale,
      headings: tree.headings,
      get body() {
        return noteEntry(tree.body);
      },
      lookUp: (id) => {
        this.note(`id:${idKey(id)}`);
        return tree.lookUp(id);
      },
      find: (kind, id) => {
        this.note(`id:${idKey(id)}`);
        return tree.find(kind, id);
      },
      all: (kind) => {
        this.note(`kind:${kind}`);
        return tree.all(kind);
      },
      itemsOf: (meeting) => {
        this.note(`items:${idKey(meeting)}`);
        return tree.itemsOf(meeting);
      },
      resolutionsOf: (committee, since, until) => {
        this.note(`resolutions:${committee} ${since} ${until}`);
        return tree.resolutionsOf(committee, since, until);
      },
      split: (entry) => tree.split(noteEntry(entry)),
    };
  }
}
