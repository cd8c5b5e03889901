/** Rules of agendas and invitations: numbers, supplements, the period of notice. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Localized, Place } from "../model/diagnostic.ts";
import {
  type AgendaPartKey,
  type AgendaSlot,
  agendaParts,
  type FixedItem,
  fixedItemsOf,
  prefixOf,
  segmentsOf,
  slotsOf,
  topNumber,
} from "./agenda-numbers.ts";
import type { Rules } from "./body.ts";
import { calendarDay, dayInMessages } from "./calendar.ts";
import type { Entry } from "./entry.ts";
import { lastDayInTime } from "./notice-period.ts";

/** Reports what is wrong with an entry. */
type Report = (entry: Entry, diagnostic: ReturnType<typeof diagnose>) => void;

/** The items of a meeting that can be read. */
export interface KnownItems {
  readonly items: readonly Entry<"agenda-item">[];
  /** False if there may be others. */
  readonly isComplete: boolean;
}

/** Checks a meeting and its items. `spoil` is told of items whose mistakes would stand on the agenda. */
export function checkAgenda(
  meeting: Entry<"meeting">,
  known: KnownItems,
  rules: Rules | undefined,
  report: Report,
  spoil: (item: Entry) => void,
): void {
  const { items } = known;
  checkPrefixes(meeting, items, rules, report, spoil);
  checkNumbers(meeting, known, rules, report, spoil);
  checkSupplements(meeting, items, report, spoil);
  checkNotice(meeting, rules, report);
  for (const item of items) {
    const { visibility, publicTitle } = item.data;
    if (visibility === "public" && publicTitle !== undefined)
      report(item, diagnose("public-title-needless", {}, item.placeOf(["publicTitle"])));
  }
}

/** Rules that need no meeting. */
export function checkRules(body: Entry<"body">, report: Report): void {
  const { rules } = body.data;
  const { noticePeriod, state, fixedItems } = rules ?? {};
  checkFixedPrefixes(fixedItems, rules, body, ["rules", "fixedItems"], report);
  if (noticePeriod && noticePeriod.counting !== "calendar-days" && state === undefined)
    report(
      body,
      diagnose("holidays-unknown", { year: undefined }, body.placeOf(["rules", "noticePeriod", "counting"])),
    );
}

function checkNumbers(
  meeting: Entry<"meeting">,
  { items, isComplete }: KnownItems,
  rules: Rules | undefined,
  report: Report,
  spoil: (item: Entry) => void,
): void {
  const slots = slotsOf(meeting, items, rules);
  const parts = agendaParts.map((part) => slots.filter((slot) => slot.part === part));
  const clashing = new Set<AgendaSlot>();
  // Without a rule, many a body counts each part anew, and many do not: then neither is wrong.
  for (const scope of rules?.numbering === "continuous" ? [slots] : parts) {
    // In the order of their files, so that the later one is told.
    const byNumber = new Map<string, AgendaSlot>();
    const fixed = scope.filter((slot) => slot.fixed);
    const typed = items.flatMap((item) => scope.find((slot) => slot.item === item) ?? []);
    for (const slot of [...fixed, ...typed]) {
      const key = segmentsOf(slot.number).join(".");
      const first = byNumber.get(key);
      byNumber.set(key, first ?? slot);
      if (!first) continue;
      clashing.add(slot);
      if (slot.item) spoil(slot.item);
      reportClash(slot, first, meeting, rules, nextFree(scope), report);
    }
  }
  // What seems to be missing may be what cannot be read.
  if (!isComplete) return;
  for (const scope of rules?.numbering === "per-part" ? parts : [slots]) {
    for (const [before, after] of findGaps(scope.filter((slot) => !clashing.has(slot)))) {
      const [entry, place] = placeOfSlot(after, meeting, rules);
      report(entry, diagnose("number-gap", { before: before.label, after: after.label }, place));
    }
  }
}

/** A typed prefix has to be that of the item's own part. */
function checkPrefixes(
  meeting: Entry<"meeting">,
  items: readonly Entry<"agenda-item">[],
  rules: Rules | undefined,
  report: Report,
  spoil: (item: Entry) => void,
): void {
  for (const item of items) {
    const { number, visibility } = item.data;
    if (checkPrefix(number, visibility, rules, item, ["number"], report)) continue;
    spoil(item);
  }
  checkFixedPrefixes(meeting.data.fixedItems, rules, meeting, ["fixedItems"], report);
}

function checkFixedPrefixes(
  fixed: readonly FixedItem[] = [],
  rules: Rules | undefined,
  entry: Entry,
  path: readonly string[],
  report: Report,
): void {
  for (const [index, { number, visibility }] of fixed.entries()) {
    if (number !== undefined) checkPrefix(number, visibility, rules, entry, [...path, index, "number"], report);
  }
}

/** True if the number has no prefix, or that of its part. */
function checkPrefix(
  number: string,
  part: AgendaPartKey,
  rules: Rules | undefined,
  entry: Entry,
  path: readonly PropertyKey[],
  report: Report,
): boolean {
  const bare = (words: string): string => words.replace(/[^\p{L}]/gu, "").toLowerCase();
  const typed = /^\p{L}+/u.exec(number)?.[0];
  const prefix = prefixOf(part, rules);
  if (typed === undefined || bare(typed) === bare(prefix)) return true;
  report(entry, diagnose("wrong-number-prefix", { number, isPublic: part === "public", prefix }, entry.placeOf(path)));
  return false;
}

function reportClash(
  slot: AgendaSlot,
  first: AgendaSlot,
  meeting: Entry<"meeting">,
  rules: Rules | undefined,
  free: string,
  report: Report,
): void {
  const [entry, place] = placeOfSlot(slot, meeting, rules);
  const number = slot.label;
  if (first.item) report(entry, diagnose("duplicate-number", { number, file: first.item.file.path }, place));
  else report(entry, diagnose("number-of-fixed-item", { number, title: first.fixed?.title ?? "", free }, place));
}

/** The source that gives a number, and where. Fixed items of the body are told at the meeting. */
function placeOfSlot(slot: AgendaSlot, meeting: Entry<"meeting">, rules: Rules | undefined): readonly [Entry, Place] {
  if (slot.item) return [slot.item, slot.item.placeOf(["number"])];
  const index = slot.fixed ? fixedItemsOf(meeting, rules).indexOf(slot.fixed) : -1;
  return [meeting, meeting.placeOf(meeting.data.fixedItems ? ["fixedItems", index, "number"] : ["id"])];
}

function nextFree(scope: readonly AgendaSlot[]): string {
  return String(Math.max(0, ...scope.map(({ number }) => topNumber(number))) + 1);
}

/** Neighbours of one level between which a number is missing: 4 and 6, 3.1 and 3.3. */
function findGaps(slots: readonly AgendaSlot[]): readonly (readonly [AgendaSlot, AgendaSlot])[] {
  const levels = new Map<string, Map<number, AgendaSlot>>();
  for (const slot of slots) {
    const figures = segmentsOf(slot.number).filter((one) => typeof one === "number");
    for (const [level, figure] of figures.entries()) {
      const parent = figures.slice(0, level).join(".");
      const known = levels.get(parent) ?? new Map<number, AgendaSlot>();
      levels.set(parent, known.set(figure, known.get(figure) ?? slot));
    }
  }
  return [...levels].flatMap(([parent, level]) => {
    const figures = [...level].sort(([a], [b]) => a - b);
    // Below a number it begins with 1; an agenda may begin anywhere.
    const above = parent === "" ? undefined : slots.find(({ number }) => segmentsOf(number).join(".") === parent);
    const neighbours = above ? [[0, above] as const, ...figures] : figures;
    return neighbours.flatMap(([figure, after], index) => {
      const [previous, before] = neighbours[index - 1] ?? [];
      return before !== undefined && previous !== undefined && figure > previous + 1 ? [[before, after] as const] : [];
    });
  });
}

function checkSupplements(
  meeting: Entry<"meeting">,
  items: readonly Entry<"agenda-item">[],
  report: Report,
  spoil: (item: Entry) => void,
): void {
  const listed = meeting.data.supplements ?? [];
  for (const item of items) {
    const { supplement } = item.data;
    if (supplement === undefined || listed.includes(supplement)) continue;
    const values = { day: dayInMessages(supplement), file: meeting.file.path, listed: listed.map(dayInMessages) };
    report(item, diagnose("supplement-not-listed", values, item.placeOf(["supplement"])));
    spoil(item);
  }
}

/** Whether the invitation and the supplements came in time. Today does not matter. */
function checkNotice(meeting: Entry<"meeting">, rules: Rules | undefined, report: Report): void {
  const { date, invited, supplements = [] } = meeting.data;
  const notices = [
    ...(invited === undefined ? [] : [{ day: invited, path: ["invited"], days: rules?.noticePeriod?.days }]),
    ...supplements.map((day, index) => ({ day, path: ["supplements", index], days: rules?.noticePeriod?.supplement })),
  ];
  for (const { day, path, days } of notices) {
    const isSupplement = path[0] === "supplements";
    if (day > date) {
      const values = { day: dayInMessages(day), session: dayInMessages(date), isSupplement };
      report(meeting, diagnose("after-session", values, meeting.placeOf(path)));
      continue;
    }
    if (!rules?.noticePeriod || days === undefined) continue;
    const { counting } = rules.noticePeriod;
    const lastDay = lastDayInTime(date, days, counting, rules.state);
    if (lastDay === undefined) {
      report(meeting, diagnose("holidays-unknown", { year: date.slice(0, 4) }, meeting.placeOf(path)));
    } else if (day > lastDay) {
      const values = { invited: dayInMessages(day), isSupplement, days, counting, lastDay: withWeekday(lastDay) };
      report(meeting, diagnose("notice-too-short", values, meeting.placeOf(path)));
    }
  }
}

function withWeekday(iso: string): Localized {
  const [german, english] = [calendarDay(iso, "de"), calendarDay(iso, "en")];
  return { de: `${german.weekday}, der ${german.numeric},`, en: `${english.weekday}, ${iso}` };
}
