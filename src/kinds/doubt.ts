/**
 * What broken sources may be, and to which meetings items may belong that do not say it: an agenda must not leave an item out
 * because nobody could read it, and one mistake must not keep all agendas of a county from printing.
 */

import { allNear } from "../diagnostics/nearest.ts";
import { addTo } from "../model/groups.ts";
import { folderOf } from "../model/path.ts";
import type { Entry } from "./entry.ts";
import { idKey } from "./field.ts";
import type { EntryOutline } from "./outline.ts";
import { fold, type Kind, kindNames } from "./vocabulary.ts";

/** A source that is not valid: others may refer to it without being told so again. */
export interface BrokenSource extends Pick<EntryOutline, "id" | "kind" | "meeting" | "isHeadless"> {
  /** Path in the content folder. */
  readonly path: string;
  /** Path as messages name it. */
  readonly file: string;
}

/** How clerks call their files beside the names of kinds. */
const shortNames: Partial<Record<Kind, readonly string[]>> = { "agenda-item": ["top", "item"] };

/** True if a broken source may be of that kind. One without any head is a note, unless its name says something else. */
export function mayBe(kind: Kind, { kind: known, isHeadless, path }: Omit<BrokenSource, "file">): boolean {
  if (known !== undefined || !isHeadless) return known === undefined || known === kind;
  const name = baseName(path).replace(/^[^\p{L}]+/u, "");
  const words = [kind, kindNames[kind], ...(shortNames[kind] ?? [])];
  return words.some((word) => new RegExp(`^${word}(?!\\p{L})`, "iu").test(name.normalize("NFC")));
}

/** True if a broken source that tells no id may be the one with this: its name has the id as a whole. */
export function isNamedAfter(id: string, { path }: BrokenSource): boolean {
  const parts = (words: string): string => {
    const all = words.normalize("NFC").split(/[^\p{L}\p{N}]+/u);
    return `-${all.map(fold).join("-")}-`;
  };
  return parts(baseName(path)).includes(parts(id));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, "");
}

/** An item that no agenda can show. */
export interface LostItem {
  readonly file: string;
  /** Keys of the meetings that it may belong to; undefined if that may be any. */
  readonly meetings: ReadonlySet<string> | undefined;
}

/** Items of meetings that there are not, and sources that cannot be read and may be items. */
export function lostItems(
  entries: readonly Entry[],
  broken: readonly BrokenSource[],
  kindOf: (id: string) => Kind | undefined,
): readonly LostItem[] {
  const unread = broken.filter((source) => mayBe("agenda-item", source));
  const stray = entries.flatMap((entry) => {
    const meeting = meetingOf(entry);
    if (meeting === undefined || kindOf(meeting) === "meeting") return [];
    return [{ file: entry.file.path, path: entry.path, meeting }];
  });
  const lost = [...unread, ...stray];
  if (lost.length === 0) return [];
  const meetings = new Meetings(entries, broken);
  return lost.map((one) => ({ file: one.file, meetings: meetings.ofItem(one) }));
}

/** The meeting that an agenda item names. */
function meetingOf({ kind, data }: Entry): string | undefined {
  return kind === "agenda-item" && "meeting" in data ? data.meeting : undefined;
}

/** A meeting, readable or not, as far as it is known. */
type Meeting = Pick<BrokenSource, "id" | "path">;

/** Meetings, and where items of theirs lie. */
class Meetings {
  readonly #meetings: readonly Meeting[];
  /** Keys of broken sources that may be meetings. */
  readonly #perhaps: ReadonlySet<string>;
  /** Keys of the meetings that readable items of a folder belong to. */
  readonly #used: ReadonlyMap<string, readonly string[]>;

  constructor(entries: readonly Entry[], broken: readonly BrokenSource[]) {
    const known = entries.filter(({ kind }) => kind === "meeting");
    this.#meetings = [...known, ...broken.filter(({ kind }) => kind === "meeting")];
    this.#perhaps = new Set(
      broken.flatMap(({ kind, id }) => (kind === undefined && id !== undefined ? [idKey(id)] : [])),
    );
    const keys = new Set(this.#meetings.flatMap(({ id }) => (id === undefined ? [] : [idKey(id)])));
    const used = new Map<string, string[]>();
    for (const entry of entries) {
      const key = idKey(meetingOf(entry) ?? "");
      if (keys.has(key)) addTo(used, folderOf(entry.path), key);
    }
    this.#used = used;
  }

  /** Keys of the meetings to which an item may belong; undefined if that may be any. */
  ofItem({ path, meeting }: Pick<BrokenSource, "path" | "meeting">): ReadonlySet<string> | undefined {
    if (meeting === undefined) return this.#keys(this.#around(path, isRelated));
    const same = this.#meetings.filter(({ id }) => id !== undefined && idKey(id) === idKey(meeting));
    if (same.length > 0) return this.#keys(same);
    // A meeting that cannot be read prints no agenda anyway.
    if (this.#perhaps.has(idKey(meeting))) return new Set();
    const near = allNear(
      meeting,
      this.#meetings.flatMap(({ id }) => id ?? []),
    );
    const meant = this.#meetings.filter(({ id }) => id !== undefined && near.includes(id));
    return this.#keys([...meant, ...this.#around(path, (one, other) => one === other)]);
  }

  /** Meetings in folders that are related to a source's; none if its folder holds items of others, since then folders tell nothing. */
  #around(path: string, areRelated: (one: string, other: string) => boolean): readonly Meeting[] {
    const folder = folderOf(path);
    const around = this.#meetings.filter((meeting) => areRelated(folderOf(meeting.path), folder));
    const keys = this.#keys(around);
    return (this.#used.get(folder) ?? []).every((key) => keys?.has(key)) ? around : [];
  }

  #keys(meetings: readonly Meeting[]): ReadonlySet<string> | undefined {
    if (meetings.length === 0) return undefined;
    return new Set(meetings.flatMap(({ id }) => (id === undefined ? [] : [idKey(id)])));
  }
}

/** True for the same folder, and one within the other. */
function isRelated(one: string, other: string): boolean {
  const [left, right] = [one, other].map((folder) => (folder === "" ? "" : `${folder}/`)) as [string, string];
  return left.startsWith(right) || right.startsWith(left);
}
