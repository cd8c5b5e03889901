/**
 * What broken sources may be, and to which meetings items may belong that do not say it: an agenda must not leave an item out
 * because nobody could read it, and one mistake must not keep all agendas of a county from printing.
 */

import { allNear } from "../diagnostics/nearest.ts";
import { addTo } from "../model/groups.ts";
import { folderOf } from "../model/path.ts";
import type { Entry } from "./entry.ts";
import { idKey, isId } from "./field.ts";
import type { EntryOutline } from "./outline.ts";
import { fold, type Kind, kindNames } from "./vocabulary.ts";

/** A source that is not valid: others may refer to it without being told so again. */
export interface BrokenSource
  extends Pick<EntryOutline, "id" | "kind" | "meeting" | "number" | "isHeadless" | "isBlank"> {
  /** Path in the content folder. */
  readonly path: string;
  /** Path as messages name it. */
  readonly file: string;
  /** What stands in it, as far as it can be read. */
  readonly words?: string;
}

/** How clerks call their files beside the names of kinds. */
const shortNames: Partial<Record<Kind, readonly string[]>> = { "agenda-item": ["top", "item"] };

/** True if a broken source may be of that kind. One without any head is a note, unless its name says something else. */
export function mayBe(kind: Kind, source: Omit<BrokenSource, "file">): boolean {
  const { kind: known, meeting, number, isHeadless, path } = source;
  const isCalledSo = (): boolean => {
    const name = baseName(path).replace(/^[^\p{L}]+/u, "");
    const words = [kind, kindNames[kind], ...(shortNames[kind] ?? [])];
    return words.some((word) => new RegExp(`^${word}(?!\\p{L})`, "iu").test(name.normalize("NFC")));
  };
  // Items are begun as copies of what they are about, and nothing else has a meeting and a number.
  if (kind === "agenda-item" && meeting !== undefined && (number !== undefined || isCalledSo())) return true;
  if (known !== undefined || !isHeadless) return known === undefined || known === kind;
  return isCalledSo();
}

/** True if a broken source that tells no id may be the one with this: its name has the id as a whole. */
export function isNamedAfter(id: string, { path }: BrokenSource): boolean {
  return partsOf(baseName(path)).includes(partsOf(id));
}

/** True if a broken source is called as a meeting is and no more is known of it: `sitzung.md`, `01-sitzung-2026-12-10.md`. */
export function isCalledMeeting({ kind, meeting, path }: BrokenSource): boolean {
  if (kind !== undefined || meeting !== undefined) return false;
  return /^[^\p{L}]*(?:sitzung|meeting)[^\p{L}]*$/iu.test(baseName(path));
}

/** Words as they are compared, with one sign around each. */
function partsOf(words: string): string {
  const all = words.normalize("NFC").split(/[^\p{L}\p{N}]+/u);
  return `-${all.map(fold).join("-")}-`;
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
  const stray = entries.flatMap((entry) => {
    const meeting = meetingOf(entry);
    if (meeting === undefined || kindOf(meeting) === "meeting") return [];
    return [{ file: entry.file.path, path: entry.path, meeting, words: `${entry.id} ${meeting}` }];
  });
  if (broken.length === 0 && stray.length === 0) return [];
  const meetings = new Meetings(entries, broken);
  const unread = broken.filter(
    (source) => mayBe("agenda-item", source) || (source.isBlank && meetings.hasItemsAround(source.path)),
  );
  return [...unread, ...stray].map((one) => ({ file: one.file, meetings: meetings.ofItem(one) }));
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
    this.#meetings = [...known, ...broken.filter((one) => one.kind === "meeting" || isCalledMeeting(one))];
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

  /** True if an item would not surprise anybody in the folder of a source. */
  hasItemsAround(path: string): boolean {
    const folder = folderOf(path);
    return this.#used.has(folder) || this.#meetings.some((meeting) => isWithin(folder, folderOf(meeting.path)));
  }

  /** Keys of the meetings to which an item may belong; undefined if that may be any. */
  ofItem(item: Omit<BrokenSource, "file">): ReadonlySet<string> | undefined {
    const { path, meeting } = item;
    if (meeting === undefined) return this.#keysWithNamed(this.#around(path, isRelated), item);
    const same = this.#meetings.filter(({ id }) => id !== undefined && idKey(id) === idKey(meeting));
    if (same.length > 0) return this.#keys(same);
    // A meeting that cannot be read prints no agenda anyway.
    if (this.#perhaps.has(idKey(meeting))) return new Set();
    const beside = this.#around(path, (one, other) => one === other);
    // The one beside it of which no id can be read is most likely its own.
    if (beside.some(({ id }) => id === undefined || !isId(id))) return this.#keysWithNamed(beside, item);
    const near = allNear(
      meeting,
      this.#meetings.flatMap(({ id }) => id ?? []),
    );
    const meant = this.#meetings.filter(({ id }) => id !== undefined && near.includes(id));
    return this.#keysWithNamed([...meant, ...beside], item);
  }

  /** Meetings in folders that are related to a source's; none if its folder holds items of others, since then folders tell nothing. */
  #around(path: string, areRelated: (one: string, other: string) => boolean): readonly Meeting[] {
    const folder = folderOf(path);
    const around = this.#meetings.filter((meeting) => areRelated(folderOf(meeting.path), folder));
    const keys = this.#keys(around);
    return (this.#used.get(folder) ?? []).every((key) => keys?.has(key)) ? around : [];
  }

  /** Those too whose id stands anywhere in the source, or in its path. */
  #keysWithNamed(likely: readonly Meeting[], { path, words = "" }: Omit<BrokenSource, "file">) {
    const said = partsOf(`${path} ${words}`);
    const named = this.#meetings.filter(({ id }) => id !== undefined && isId(id) && said.includes(partsOf(id)));
    return likely.length === 0 ? undefined : this.#keys([...likely, ...named]);
  }

  #keys(meetings: readonly Meeting[]): ReadonlySet<string> | undefined {
    if (meetings.length === 0) return undefined;
    return new Set(meetings.flatMap(({ id }) => (id === undefined ? [] : [idKey(id)])));
  }
}

/** True for the same folder, and one within the other. */
function isRelated(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

/** True for the same folder, and one within it. */
function isWithin(inner: string, outer: string): boolean {
  return outer === "" || `${inner}/`.startsWith(`${outer}/`);
}
