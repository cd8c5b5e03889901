/**
 * Notes everything that a build looks at, in the state that it had when it was first read or last written. The next build
 * holds its own looks against that: a file whose mark is the same need not be read, and if all is the same, nothing need be done.
 */

import type { FileRead, FileState, Host, ReadableFolder, WritableFolder } from "../model/host.ts";
import { type FolderName, foldersOf, nameOf, partsOf, type ReadName, withFolders } from "./read-names.ts";
import { digest, digestOf } from "./recording.ts";

/** Something that was read, or looked for in vain. */
interface Seen {
  /** As the system tells it without reading; absent where that is not sure. */
  readonly mark?: string;
  /** Of the bytes or of the list; or why there are none. */
  readonly state: string;
}

/** Everything that a build looked at. */
export interface Evidence {
  /** Files and lists by their {@link ReadName}. */
  readonly inputs: Readonly<Record<string, Seen>>;
  /** Paths in the output folder. */
  readonly outputs: readonly string[];
  /** A digest of size and date of all of them. */
  readonly written: string;
}

/** Watches one build through the host that it gives it. */
export class Witness {
  readonly host: Host;
  readonly #folders: ReadonlyMap<FolderName, ReadableFolder>;
  readonly #output: WritableFolder;
  readonly #before: Evidence | undefined;
  /** The first at each of them. */
  readonly #seen = new Map<string, Seen>();
  readonly #outputs = new Map<string, string>();
  /** Told of files that are not as they were when the build looked at them first. */
  #onChange: ((name: ReadName, state: string) => void) | undefined;
  #isDisturbed = false;

  /** `before` is what an earlier build looked at. */
  constructor(host: Host, before?: Evidence) {
    this.#folders = foldersOf(host);
    this.#output = host.output;
    this.#before = before;
    this.host = {
      ...withFolders(host, (folder, name) => this.#readable(name, folder)),
      output: this.#writable(host.output),
    };
  }

  /** True if all that the earlier build looked at is as it was. Ends at the first thing that is not. */
  findsAllAsBefore(): boolean {
    if (!this.#before) return false;
    const { inputs, outputs, written } = this.#before;
    for (const name in inputs) if (this.#lookAgain(name)?.state !== inputs[name]?.state) return false;
    return digest(outputs.map((path) => stateOf(this.#output.state(path))).join("\n")) === written;
  }

  /** After that: what the earlier build looked at, with the marks of now; undefined if they are the same. */
  remarked(): Evidence | undefined {
    const before = this.#before;
    const isSame = [...this.#seen].every(([name, { mark }]) => mark === before?.inputs[name]?.mark);
    return !before || isSame ? undefined : { ...before, inputs: Object.fromEntries(this.#seen) };
  }

  /** The state of a file if its mark is the one that it had before. */
  stateByMark(name: string): string | undefined {
    return this.#glance(name)?.state;
  }

  /** Tells of files that are read in another state than the one that was found before: what is printed is what counts. */
  tellChanges(onChange: (name: ReadName, state: string) => void): void {
    this.#onChange = onChange;
  }

  /** What the build looked at; undefined if some of it changed meanwhile. */
  evidence(): Evidence | undefined {
    if (this.#isDisturbed) return undefined;
    return {
      inputs: Object.fromEntries(this.#seen),
      outputs: [...this.#outputs.keys()],
      written: digest([...this.#outputs.values()].join("\n")),
    };
  }

  #glance(name: string): Seen | undefined {
    const known = this.#seen.get(name);
    if (known) return known;
    const before = this.#before?.inputs[name];
    if (before?.mark === undefined) return undefined;
    const [what, path] = partsOf(name);
    // Only files have marks.
    if (this.#folders.get(what as FolderName)?.mark?.(path) !== before.mark) return undefined;
    this.#seen.set(name, before);
    return before;
  }

  #lookAgain(name: string): Seen | undefined {
    const known = this.#glance(name);
    if (known) return known;
    const [what, which] = partsOf(name);
    // Undefined if there are fewer folders than there were.
    const folder = this.#folders.get((what === "list" ? which : what) as FolderName);
    if (folder && what === "list") this.#noteList(name, folder.list());
    else if (folder) this.#read(nameOf.file(what as FolderName, which), folder, which); // as it was just found
    return this.#seen.get(name);
  }

  #noteList(name: string, paths: readonly string[]): void {
    if (!this.#seen.has(name)) this.#seen.set(name, { state: digest(paths.join("\n")) });
  }

  #read(name: ReadName, folder: ReadableFolder, path: string): FileRead {
    const known = this.#seen.get(name);
    if (known) return this.#readAgain(name, known, folder, path);
    // Before it is read: who changes it from here on changes the mark as well.
    const mark = folder.mark?.(path);
    const read = folder.read(path);
    if ("failure" in read) this.#seen.set(name, { state: read.failure });
    else this.#seen.set(name, { ...(mark !== undefined && { mark }), state: digestOf(read.bytes) });
    return read;
  }

  /** A file that was known by its mark may have been changed before it is read. */
  #readAgain(name: ReadName, known: Seen, folder: ReadableFolder, path: string): FileRead {
    const read = folder.read(path);
    if (known.mark === undefined || folder.mark?.(path) === known.mark) return read;
    const state = "bytes" in read ? digestOf(read.bytes) : read.failure;
    this.#seen.set(name, { state });
    if (state === known.state) return read;
    this.#isDisturbed = true;
    this.#onChange?.(name, state);
    return read;
  }

  #readable(name: FolderName, folder: ReadableFolder): ReadableFolder {
    return {
      name: folder.name,
      list: () => {
        const paths = folder.list();
        this.#noteList(nameOf.list(name), paths);
        return paths;
      },
      read: (path) => this.#read(nameOf.file(name, path), folder, path),
    };
  }

  /** What is written is looked at anew. */
  #writable(folder: WritableFolder): WritableFolder {
    return {
      name: folder.name,
      list: () => folder.list(),
      read: (path) => folder.read(path),
      lock: (onWait, signal) => folder.lock(onWait, signal),
      state: (path) => {
        const state = folder.state(path);
        this.#outputs.set(path, stateOf(state));
        return state;
      },
      refusal: (one) => folder.refusal(one),
      append: (path, bytes) => {
        this.#outputs.delete(path);
        return folder.append(path, bytes);
      },
      writeAll: (files) => {
        for (const { path } of files) this.#outputs.delete(path);
        return folder.writeAll(files);
      },
      remove: (path) => {
        this.#outputs.delete(path);
        return folder.remove(path);
      },
    };
  }
}

function stateOf(state: FileState | undefined): string {
  return state ? `${state.size}:${state.modified}` : "missing";
}
