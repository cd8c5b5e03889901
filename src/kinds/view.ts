/**
 * What templates are given: the shapes of the data, which `check` holds template paths against, and the functions that fill
 * them. A view is plain data of one edition; what that edition may not show is not in it.
 */

import { z } from "zod";
import type { Markdown } from "../model/markdown.ts";
import type { Edition } from "../model/report.ts";
import { type CalendarDay, calendarDay } from "./calendar.ts";
import type { Entry, Tree } from "./entry.ts";
import { namesGroup } from "./german-grammar.ts";
import { type Mover, phrasesOf } from "./phrases.ts";
import { type ValueSet, valueLabel } from "./vocabulary.ts";

/** What merging needs to know besides the source. */
export interface Merge {
  readonly tree: Tree;
  readonly edition: Edition;
}

/** Body text; templates print it with `{{markdown …}}`. */
export const markdownShape = z.custom<Markdown>();

/** A calendar day. */
export const dayShape = z.strictObject({ iso: z.string(), numeric: z.string(), long: z.string(), weekday: z.string() });

/** One of a closed set of values: the English key to compare, the label to print. */
export const wordShape = z.strictObject({ key: z.string(), label: z.string() });

/** A committee. */
export const committeeShape = z.strictObject({ id: z.string(), name: z.string(), short: z.string().optional() });

/** A department. */
export const departmentShape = z.strictObject({ id: z.string(), name: z.string() });

/** The body. */
export const bodyShape = z.strictObject({
  title: z.string(),
  short: z.string().optional(),
  address: z.string().optional(),
  locale: z.string(),
});

/** A meeting. */
export const meetingShape = z.strictObject({
  id: z.string(),
  title: z.string(),
  number: z.string().optional(),
  date: dayShape,
  time: z.string().optional(),
  place: z.string().optional(),
  chair: z.string().optional(),
  committee: committeeShape,
});

/** A file that goes with a paper. */
export const attachmentShape = z.strictObject({ title: z.string(), file: z.string(), nonPublic: z.boolean() });

/** A part of the text below a heading that the body names; merged papers add their parts to the item's. */
export const sectionShape = z.strictObject({ key: z.string(), title: z.string(), parts: z.array(markdownShape) });

/** A section as it prints. */
export type SectionView = z.infer<typeof sectionShape>;

/** The day that an ISO date means, in the tree's language. */
export function day(iso: string, { tree }: Merge): CalendarDay {
  return calendarDay(iso, tree.locale);
}

/** A value with its label. */
export function word(set: ValueSet, value: string, { tree }: Merge): z.infer<typeof wordShape> {
  return { key: value, label: valueLabel(set, value, tree.locale) };
}

/** The body as templates see it. */
export function bodyView({ tree }: Merge): z.infer<typeof bodyShape> {
  const { title, short, address } = tree.body.data;
  // Templates set it within a line, however it was typed.
  const line = address?.replace(/,?\s*\n\s*/g, ", ");
  return { title, locale: tree.locale, ...(short && { short }), ...(line && { address: line }) };
}

function named<Item extends { readonly id: string }>(items: readonly Item[] | undefined, id: string): Item {
  const found = items?.find((item) => item.id === id);
  if (!found) throw new Error(`Reference to “${id}” was not checked.`);
  return found;
}

/** A committee of the body. */
export function committeeView(id: string, { tree }: Merge): z.infer<typeof committeeShape> {
  const { name, short } = named(tree.body.data.committees, id);
  return { id, name, ...(short && { short }) };
}

/** A department of the body. */
export function departmentView(id: string, { tree }: Merge): z.infer<typeof departmentShape> {
  return { id, name: named(tree.body.data.departments, id).name };
}

/** A meeting of the tree. */
export function meetingView(id: string, merge: Merge): z.infer<typeof meetingShape> {
  const { data } = required(merge.tree.find("meeting", id), id);
  return {
    id,
    title: data.title,
    date: day(data.date, merge),
    committee: committeeView(data.committee, merge),
    ...(data.number && { number: data.number }),
    ...(data.time && { time: data.time }),
    ...(data.place && { place: data.place }),
    ...(data.chair && { chair: data.chair }),
  };
}

/** A source that a checked reference names. */
export function required<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`Reference to “${id}” was not checked.`);
  return found;
}

/** False for a text with nothing in it. */
export function saysSomething(text: Markdown): boolean {
  return text.blocks.length > 0;
}

/** True if the edition may show a thing of that visibility. */
export function isShown(visibility: "public" | "non-public", { edition }: Merge): boolean {
  return edition === "internal" || visibility === "public";
}

/** True if the internal edition of a paper has attachments that the public one leaves out. */
export function hasHiddenAttachments(
  attachments: readonly { readonly visibility: "public" | "non-public" }[] | undefined,
): boolean {
  return (attachments ?? []).some((attachment) => attachment.visibility === "non-public");
}

type MoverData = string | { readonly name: string; readonly faction?: string | undefined };

/** Who moves or signs, with the label of the faction. */
export function moverView(mover: MoverData, { tree }: Merge): Mover {
  const labelOf = (id: string): string => {
    const { name, label } = named(tree.body.data.factions, id);
    return phrasesOf(tree.locale).faction(name, label);
  };
  if (typeof mover === "string") return { name: labelOf(mover), isGroup: true };
  if (mover.faction === undefined) return { name: mover.name, isGroup: namesGroup(mover.name) };
  return { name: mover.name, faction: labelOf(mover.faction), isGroup: false };
}

/** Movers as one phrase: „der Fraktion A und von B“. */
export function moversPhrase(movers: readonly MoverData[], merge: Merge): string {
  return phrasesOf(merge.tree.locale).movedBy(movers.map((mover) => moverView(mover, merge)));
}

/** Collects the sections of several texts by key, in the order of the body's headings; `except` is placed elsewhere. */
export function mergeSections(entries: readonly Entry[], except: readonly string[], { tree }: Merge): SectionView[] {
  const found = new Map<string, { title: string; parts: Markdown[] }>();
  for (const entry of entries) {
    for (const [key, section] of Object.entries(tree.split(entry).sections)) {
      if (except.includes(key)) continue;
      const known = found.get(key);
      if (known) known.parts.push(section.text);
      else found.set(key, { title: section.title, parts: [section.text] });
    }
  }
  return Object.keys(tree.headings).flatMap((key) => {
    const section = found.get(key);
    return section ? [{ key, ...section }] : [];
  });
}
