/** The agenda of a meeting as one edition may show it: plain data for the paper, the session's page, the packet and OParl. */

import { type AgendaPartKey, type AgendaSlot, agendaParts, agendaSlots, segmentsOf } from "./agenda-numbers.ts";
import type { Entry } from "./entry.ts";
import { isShown, type Merge } from "./view.ts";

/** An agenda in one edition. */
export interface Agenda {
  /** Id of the meeting. */
  readonly meeting: string;
  /** Only those that have lines. */
  readonly parts: readonly AgendaPart[];
}

/** The public or the non-public part of a session. */
export interface AgendaPart {
  readonly key: AgendaPartKey;
  /** In the order of their numbers, those of supplements among them. */
  readonly lines: readonly AgendaLine[];
}

/** One item. In the public edition a non-public one has a label, and a title only if the body's rules give it one. */
export interface AgendaLine {
  /** As printed: `11`, `3.1`, `Ö 2`. */
  readonly label: string;
  /** 1 for `3`, 2 for `3.1`. */
  readonly level: number;
  readonly title?: string;
  /** Id of the item's paper; absent for fixed items, and where the edition may not know it. */
  readonly id?: string;
  /** True for an item that has no paper, such as the opening. */
  readonly isFixed: boolean;
  /** ISO day of the supplement that brought the item. */
  readonly supplement?: string;
  readonly isWithdrawn: boolean;
  /** Names of the departments whose explanations the item has. */
  readonly departments: readonly string[];
}

/** The agenda of a meeting in the edition of the merge. */
export function agendaOf(meeting: Entry<"meeting">, merge: Merge): Agenda {
  const slots = agendaSlots(meeting, merge.tree);
  const parts = agendaParts.map((key) => {
    const lines = slots.filter(({ part }) => part === key).map((slot) => lineOf(slot, merge));
    return { key, lines };
  });
  return { meeting: meeting.id, parts: parts.filter(({ lines }) => lines.length > 0) };
}

/** The lines that were announced together: those of the invitation, then those of each supplement by its day. */
export function bySupplement(
  lines: readonly AgendaLine[],
): readonly { readonly supplement?: string; readonly lines: readonly AgendaLine[] }[] {
  const days = [...new Set(lines.flatMap(({ supplement }) => supplement ?? []))].sort();
  const first = lines.filter(({ supplement }) => supplement === undefined);
  return [
    ...(first.length > 0 ? [{ lines: first }] : []),
    ...days.map((day) => ({ supplement: day, lines: lines.filter(({ supplement }) => supplement === day) })),
  ];
}

/** What a non-public item is called in public, if the body's rules let it be called anything. */
export function announcedTitle(
  publicTitle: string | undefined,
  { body }: Pick<Merge["tree"], "body">,
): string | undefined {
  return body.data.rules?.nonPublicItems === "public-title" ? publicTitle : undefined;
}

function lineOf(slot: AgendaSlot, merge: Merge): AgendaLine {
  const { label, item, fixed } = slot;
  const supplement = item?.data.supplement;
  const common = {
    label,
    level: Math.max(1, segmentsOf(slot.number).filter((one) => typeof one === "number").length),
    isFixed: fixed !== undefined,
    ...(supplement !== undefined && { supplement }),
  };
  if (merge.edition === "public" && slot.part === "non-public") {
    const title = announcedTitle((item?.data ?? fixed)?.publicTitle, merge.tree);
    return { ...common, ...(title !== undefined && { title }), isWithdrawn: false, departments: [] };
  }
  return {
    ...common,
    title: (item?.data ?? fixed)?.title ?? "",
    ...(item && { id: item.id }),
    isWithdrawn: item?.data.withdrawn === "yes",
    departments: item ? departmentsOf(item, merge) : [],
  };
}

/** An agenda prints also if explanations have mistakes; what they name is then left out. */
function departmentsOf(item: Entry<"agenda-item">, merge: Merge): readonly string[] {
  const known = merge.tree.body.data.departments ?? [];
  const names = (item.data.explanations ?? []).flatMap((id) => {
    const data = merge.tree.find("explanation", id)?.data;
    const isNamed = data !== undefined && isShown(data.visibility, merge);
    return isNamed ? (known.find((one) => one.id === data.department)?.name ?? []) : [];
  });
  return [...new Set(names)];
}
