/**
 * Notes everything that a build looks at, in the state that it had when it was first read or last written, so that a later
 * build can tell with a glance at each whether all of it is as it was.
 */

import type { FileState, FileWrite, Host, ReadableFolder, WritableFolder } from "../model/host.ts";
import { digest } from "./recording.ts";

/** Everything that was looked at, and a digest of the states. */
export interface Evidence {
  /** `content:path`, `list:content`, `output:path`. */
  readonly looks: readonly string[];
  readonly states: string;
}

/** What is not there, or may not be read, is a state as well. Undefined if nobody can tell without reading the file. */
type Look = string | undefined;

/** A host that notes what is looked at through it. */
export class Witness {
  readonly host: Host;
  readonly #looks = new Map<string, Look>();

  constructor(host: Host) {
    this.host = {
      ...host,
      content: this.#readable("content", host.content),
      templates: host.templates.map((folder, index) => this.#readable(`templates${index}`, folder)),
      output: this.#writable(host.output),
    };
  }

  /** What was noted so far; undefined if the state of anything is not sure. */
  evidence(): Evidence | undefined {
    const looks = [...this.#looks.keys()];
    const states = digestOf([...this.#looks.values()]);
    return states === undefined ? undefined : { looks, states };
  }

  #readable(name: string, folder: ReadableFolder): ReadableFolder {
    return {
      name: folder.name,
      list: () => {
        const paths = folder.list();
        const look = `list:${name}`;
        if (!this.#looks.has(look)) this.#looks.set(look, listed(paths));
        return paths;
      },
      read: (path) => {
        const look = `${name}:${path}`;
        if (this.#looks.has(look)) return folder.read(path);
        // Before it is read: whoever changes it from here on changes the mark.
        const mark = folder.mark?.(path);
        const read = folder.read(path);
        if ("bytes" in read) this.#looks.set(look, mark);
        else this.#looks.set(look, mark === undefined ? read.failure : undefined);
        return read;
      },
    };
  }

  #writable(folder: WritableFolder): WritableFolder {
    const forget = (path: string): boolean => this.#looks.delete(`output:${path}`);
    return {
      name: folder.name,
      list: () => folder.list(),
      read: (path) => folder.read(path),
      lock: (onWait, signal) => folder.lock(onWait, signal),
      state: (path) => {
        const state = folder.state(path);
        this.#looks.set(`output:${path}`, written(state));
        return state;
      },
      append: (path, bytes) => {
        forget(path);
        return folder.append(path, bytes);
      },
      writeAll: (files: readonly FileWrite[]) => {
        for (const { path } of files) forget(path);
        return folder.writeAll(files);
      },
      remove: (path) => {
        forget(path);
        return folder.remove(path);
      },
    };
  }
}

/** True if everything is as it was. */
export function stillHolds({ looks, states }: Evidence, host: Host): boolean {
  const folders = new Map<string, ReadableFolder>([
    ["content", host.content],
    ...host.templates.map((folder, index) => [`templates${index}`, folder] as const),
  ]);
  const find = (look: string): Look => {
    const colon = look.indexOf(":");
    const [what, which] = [look.slice(0, colon), look.slice(colon + 1)];
    if (what === "output") return written(host.output.state(which));
    if (what === "list") return listed(folders.get(which)?.list() ?? []);
    const folder = folders.get(what);
    return folder && glance(folder, which);
  };
  return digestOf(looks.map(find)) === states;
}

function glance(folder: ReadableFolder, path: string): Look {
  const mark = folder.mark?.(path);
  if (mark !== undefined) return mark;
  const read = folder.read(path);
  return "failure" in read ? read.failure : undefined;
}

function listed(paths: readonly string[]): string {
  return digest(paths.join("\n"));
}

function written(state: FileState | undefined): string {
  return state ? `${state.size}:${state.modified}` : "missing";
}

/** Undefined if one of the states is. */
function digestOf(states: readonly Look[]): string | undefined {
  return states.includes(undefined) ? undefined : digest(states.join("\n"));
}
