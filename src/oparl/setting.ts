/** What every part of the export is made from. */

import type { Entry, Tree } from "../kinds/entry.ts";
import { visibilityOf } from "../kinds/tree.ts";
import type { OutputRole } from "../model/report.ts";
import type { Objects } from "./object.ts";

/** A file of the public edition. */
export interface PublicFile {
  /** Below the folder of public papers, with `/`. */
  readonly path: string;
  readonly role: OutputRole;
  /** Path of the source that it was made from, or that names it. */
  readonly source: string;
  /** The id of that source. */
  readonly owner: string;
  /** The id of the agenda item that it goes with, if another source names it: two items may have the same motion. */
  readonly item?: string;
  readonly title: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha512?: string;
}

/** What is exported. */
export interface OParlSource {
  readonly tree: Tree;
  /** Where the folder of public papers lies on the web. */
  readonly base: string;
  readonly files: readonly PublicFile[];
  /** Paths of meetings that may have items which nobody could read: nothing is said of their agendas. */
  readonly unsure: ReadonlySet<string>;
  /** The words of a body text, without markup. */
  textOf(entry: Entry): string;
  /** Waited for between the steps: a large body is long work. */
  pause(): Promise<void>;
}

/** The sources, and the objects made so far. */
export interface Setting extends OParlSource {
  readonly objects: Objects;
}

/** The public sources of a kind. */
export function publicOf<K extends Entry["kind"]>(kind: K, { tree }: Pick<OParlSource, "tree">): readonly Entry<K>[] {
  return tree.all(kind).filter((entry) => visibilityOf(entry) === "public");
}

/** The public source of a kind and id; a source with mistakes may name what is not there, or not public. */
export function findPublic<K extends Entry["kind"]>(
  kind: K,
  id: string | undefined,
  { tree }: Pick<OParlSource, "tree">,
): Entry<K> | undefined {
  const entry = id === undefined ? undefined : tree.find(kind, id);
  return entry && visibilityOf(entry) === "public" ? entry : undefined;
}

/** The public sources of a kind among those that an entry names. */
export function findAllPublic<K extends Entry["kind"]>(
  kind: K,
  ids: readonly string[] | undefined,
  source: Pick<OParlSource, "tree">,
): readonly Entry<K>[] {
  return (ids ?? []).flatMap((id) => findPublic(kind, id, source) ?? []);
}

/** The days that a source carries; an agenda item has those of its meeting's invitation, or else of the meeting. */
export function daysOf(entry: Entry, source: Pick<OParlSource, "tree">): readonly string[] {
  const { data } = entry;
  if (entry.kind === "meeting") {
    const { invited, supplements = [], date } = data as Entry<"meeting">["data"];
    return invited === undefined ? [date] : [invited, ...supplements];
  }
  if (entry.kind === "agenda-item") {
    const { meeting, supplement } = data as Entry<"agenda-item">["data"];
    const found = source.tree.find("meeting", meeting);
    return supplement ? [supplement] : found ? daysOf(found, source).slice(0, 1) : [];
  }
  return "date" in data ? [data.date] : [];
}
