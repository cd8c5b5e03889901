/** Valid entries → the tree of a body, with every rule that needs more than one file: ids, references, visibility, headings. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { groupBy } from "../model/groups.ts";
import { languageOf } from "../model/language.ts";
import { folderOf } from "../model/path.ts";
import { localeOf } from "./body.ts";
import { addDays, dayInMessages } from "./calendar.ts";
import { checkAgenda, checkRules } from "./check-agenda.ts";
import { checkEntry } from "./check-entry.ts";
import { type BrokenSource, isCalledMeeting, isNamedAfter, lostItems, mayBe } from "./doubt.ts";
import type { Entry, EntryText, Tree } from "./entry.ts";
import { idKey, isId, isSameId, type ReferenceTarget } from "./field.ts";
import { type Reference, referencesOf } from "./leaves.ts";
import { defaultHeadings, type Kind } from "./vocabulary.ts";

/** Sources that others refer to, by id. */
interface Index {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly broken: ReadonlyMap<string, BrokenSource>;
  /** Broken sources of which not even the id is known. */
  readonly nameless: readonly BrokenSource[];
  /** Ids of readable sources, and those that can be told of broken ones. */
  idsOf(kind: Kind): readonly string[];
}

/** The diagnostics of an entry by its place in the tree, and whether something it needs is broken. */
export interface Linked {
  readonly diagnostics: readonly Diagnostic[];
  /** Files of broken sources that the entry needs. */
  readonly needs: readonly string[];
  /**
   * Of a meeting: files of items whose mistakes would stand on its agenda, and of sources that cannot be read and may be items
   * of it. Items do not need the agenda in turn.
   */
  readonly spoiltBy: readonly string[];
}

/** What linking gives: the tree if there is a body, and the findings by entry. */
export interface LinkedTree {
  readonly tree?: Tree;
  readonly linked: ReadonlyMap<Entry, Linked>;
  /** Findings that belong to no entry. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks entries against each other. `split` cuts a text at the body's headings. */
export function linkTree(
  entries: readonly Entry[],
  broken: readonly BrokenSource[],
  folder: string,
  split: (entry: Entry, headings: Readonly<Record<string, string>>) => EntryText,
): LinkedTree {
  const found = new Map<Entry, Diagnostic[]>(entries.map((entry) => [entry, []]));
  const needs = new Map<Entry, string[]>(entries.map((entry) => [entry, []]));
  const report = (entry: Entry, diagnostic: Diagnostic): void => void found.get(entry)?.push(diagnostic);
  const general: Diagnostic[] = [];

  const index = indexOf(entries, broken, report);
  const bodies = entries.filter((entry): entry is Entry<"body"> => entry.kind === "body");
  const [body, ...others] = bodies;
  for (const other of others)
    report(other, diagnose("body-repeated", { file: body?.file.path ?? "" }, other.placeOf(["id"])));
  if (!body && !broken.some(({ kind }) => kind === "body" || kind === undefined))
    general.push(diagnose("body-missing", { folder }, undefined));

  for (const entry of entries) {
    for (const reference of referencesOf(entry)) {
      const fault = checkReference(entry, reference, body, index);
      if (fault === undefined) continue;
      if ("severity" in fault) report(entry, fault);
      else needs.get(entry)?.push(fault.file);
    }
    for (const diagnostic of [...checkEntry(entry), ...checkDay(entry, index)]) report(entry, diagnostic);
  }
  const spoilt = checkAgendas(entries, broken, body, index, report);
  const linked = new Map(
    entries.map((entry) => {
      const diagnostics = found.get(entry) ?? [];
      return [entry, { diagnostics, needs: needs.get(entry) ?? [], spoiltBy: spoilt.get(entry) ?? [] }];
    }),
  );
  return { ...(body && { tree: makeTree(body, entries, index, split) }), linked, diagnostics: general };
}

function indexOf(
  entries: readonly Entry[],
  broken: readonly BrokenSource[],
  report: (entry: Entry, diagnostic: Diagnostic) => void,
): Index {
  const byId = new Map<string, Entry>();
  for (const entry of entries) {
    const first = byId.get(idKey(entry.id));
    if (first) report(entry, diagnose("duplicate-id", { id: entry.id, file: first.file.path }, entry.placeOf(["id"])));
    else byId.set(idKey(entry.id), entry);
  }
  const brokenById = new Map(broken.flatMap((source) => (source.id ? [[idKey(source.id), source] as const] : [])));
  const nameless = broken.filter(({ id }) => id === undefined || !isId(id));
  const idsOf = (kind: Kind): readonly string[] => [
    ...[...byId.values()].flatMap((entry) => (entry.kind === kind ? [entry.id] : [])),
    ...broken.flatMap((source) => (source.kind === kind && source.id && isId(source.id) ? [source.id] : [])),
  ];
  return { entries: byId, broken: brokenById, nameless, idsOf };
}

/** An entry of one of the body's lists, with the names that people know it by. */
interface Listed {
  readonly id: string;
  readonly name: string;
  readonly short?: string | undefined;
  readonly label?: string | undefined;
}

/** The body's lists, by what refers to them. */
const bodyLists = { committee: "committees", faction: "factions", department: "departments" } as const;

function checkReference(
  entry: Entry,
  reference: Reference,
  body: Entry<"body"> | undefined,
  index: Index,
): Diagnostic | { readonly file: string } | undefined {
  const { target, id, path } = reference;
  const siblings = typeof path.at(-1) === "number" ? valueAt(entry.data, path.slice(0, -1)) : undefined;
  if (Array.isArray(siblings)) {
    const first = siblings.findIndex((other) => typeof other === "string" && idKey(other) === idKey(id));
    if (first < (path.at(-1) as number)) return diagnose("repeated-reference", { id }, reference.place);
  }
  if (target === "committee" || target === "faction" || target === "department") {
    if (!body) return undefined;
    const listed: readonly Listed[] = body.data[bodyLists[target]] ?? [];
    if (listed.some((item) => item.id === id)) return undefined;
    const called = listed.find((item) => [item.name, item.short, item.label].some((name) => isSameId(name, id)));
    const known = called ? [called.id] : listed.map((item) => item.id);
    return unknown(id, target, known, reference.place, called?.id);
  }
  const found = index.entries.get(idKey(id));
  if (!found) {
    const source = index.broken.get(idKey(id));
    if (source) return { file: source.file };
    const known = index.idsOf(target);
    return checkUnknown(reference, target, known, index.nameless, folderOf(entry.path));
  }
  if (found.kind !== target) {
    return diagnose("wrong-reference", { id, target, found: found.kind, file: found.file.path }, reference.place);
  }
  if (visibilityOf(entry) === "public" && visibilityOf(found) === "non-public") {
    return diagnose("confidential-source", { id, target, file: found.file.path }, reference.place);
  }
  return undefined;
}

/** A resolution of another day than its meeting, as one has that was begun as a copy. Meetings may go on after midnight. */
function checkDay(entry: Entry, index: Index): readonly Diagnostic[] {
  if (!isOf("resolution", entry) || entry.data.meeting === undefined) return [];
  const { date, meeting: id } = entry.data;
  const meeting = index.entries.get(idKey(id));
  if (!meeting || !isOf("meeting", meeting)) return [];
  const { date: day } = meeting.data;
  if (date === day || date === addDays(day, 1)) return [];
  const values = { date: dayInMessages(date), day: dayInMessages(day), meeting: meeting.id };
  return [diagnose("resolution-on-other-day", values, entry.placeOf(["date"]))];
}

/**
 * A reference to an id that nobody has may be meant for a source whose id cannot be read: one that is named after the id; else,
 * if the id resembles none that there is, one that may be of that kind. Only what says that it is a meeting is taken for one,
 * or is called so and lies beside the item: items with a wrong meeting would never be told.
 */
function checkUnknown(
  { id, place }: Reference,
  target: Exclude<Kind, "body">,
  known: readonly string[],
  nameless: readonly BrokenSource[],
  folder: string,
): Diagnostic | BrokenSource {
  const possible = nameless.filter(({ kind }) => kind === undefined || kind === target);
  const isOwnMeeting = (source: BrokenSource): boolean =>
    target === "meeting" && isCalledMeeting(source) && folderOf(source.path) === folder;
  const named = possible.find((source) => isNamedAfter(id, source) || isOwnMeeting(source));
  if (named) return named;
  const sure = possible.find(({ kind }) => kind === target);
  const likely = sure ?? (target === "meeting" ? undefined : possible.find((source) => mayBe(target, source)));
  const similar = nearest(id, known);
  if (similar === undefined) return likely ?? unknown(id, target, known, place);
  const others = known.filter((one) => withoutFigures(one) !== withoutFigures(id));
  if (possible.length === 0 || others.includes(similar)) return unknown(id, target, known, place);
  // An id with another number is another paper, which nobody should attach because this one cannot be read.
  return sure ?? unknown(id, target, target === "meeting" ? known : others, place);
}

function withoutFigures(id: string): string {
  return idKey(id).replace(/\d+/g, "");
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);
}

function unknown(
  id: string,
  target: ReferenceTarget,
  known: readonly string[],
  place: Place,
  suggestion: string | undefined = nearest(id, known),
): Diagnostic {
  return diagnose("unknown-reference", { id, target, known, suggestion }, place, suggestion ? [suggestion] : []);
}

/** The visibility of a paper; what has none is public. */
export function visibilityOf(entry: Entry): "public" | "non-public" {
  return "visibility" in entry.data ? entry.data.visibility : "public";
}

/** Checks what stands on agendas; gives the files that keep an agenda from printing. */
function checkAgendas(
  entries: readonly Entry[],
  broken: readonly BrokenSource[],
  body: Entry<"body"> | undefined,
  index: Index,
  report: (entry: Entry, diagnostic: Diagnostic) => void,
): ReadonlyMap<Entry, readonly string[]> {
  const spoilt = new Map<Entry, string[]>();
  const items = groupItems(entries);
  const lost = lostItems(entries, broken, (id) => index.entries.get(idKey(id))?.kind);
  const repeated = entries.filter(
    (entry) => isOf("agenda-item", entry) && index.entries.get(idKey(entry.id)) !== entry,
  );
  if (body) checkRules(body, report);
  for (const entry of entries) {
    if (!isOf("meeting", entry)) continue;
    const key = idKey(entry.id);
    const own = items.get(key) ?? [];
    const files = lost.flatMap(({ file, meetings }) => (meetings === undefined || meetings.has(key) ? [file] : []));
    const isComplete = files.length === 0;
    files.push(...own.filter((item) => repeated.includes(item)).map(({ file }) => file.path));
    const spoil = (item: Entry): void => void files.push(item.file.path);
    checkAgenda(entry, { items: own, isComplete }, body?.data.rules, report, spoil);
    if (files.length > 0) spoilt.set(entry, files);
  }
  return spoilt;
}

/** Agenda items by the id of their meeting. */
function groupItems(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry<"agenda-item">[]> {
  const items = entries.filter((entry) => isOf("agenda-item", entry));
  return groupBy(items, ({ data }) => idKey(data.meeting));
}

function isOf<K extends Kind>(kind: K, entry: Entry): entry is Entry<K> {
  return entry.kind === kind;
}

function makeTree(
  body: Entry<"body">,
  entries: readonly Entry[],
  index: Index,
  split: (entry: Entry, headings: Readonly<Record<string, string>>) => EntryText,
): Tree {
  const locale = localeOf(body.data);
  const headings = { ...defaultHeadings[languageOf(locale)], ...body.data.headings };
  const texts = new Map<Entry, EntryText>();
  const byKind = groupBy(entries, ({ kind }) => kind);
  const itemsByMeeting = groupItems(entries);
  return {
    body,
    locale,
    headings,
    lookUp: (id) => index.entries.get(idKey(id)),
    find<K extends Kind>(kind: K, id: string): Entry<K> | undefined {
      const entry = index.entries.get(idKey(id));
      // The kind was just compared.
      return entry?.kind === kind ? (entry as Entry<K>) : undefined;
    },
    all<K extends Kind>(kind: K): readonly Entry<K>[] {
      // Grouped by just that.
      return (byKind.get(kind) ?? []) as unknown as readonly Entry<K>[];
    },
    itemsOf: (meeting) => itemsByMeeting.get(idKey(meeting)) ?? [],
    resolutionsOf(committee, since, until) {
      const all = (byKind.get("resolution") ?? []).filter((entry) => isOf("resolution", entry));
      return all.filter(({ data }) => data.committee === committee && data.date >= since && data.date <= until);
    },
    split(entry) {
      const known = texts.get(entry);
      if (known) return known;
      const text = split(entry, headings);
      texts.set(entry, text);
      return text;
    },
  };
}
