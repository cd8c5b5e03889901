/** The items of a meeting in the order and with the numbers that they have on its agenda, whoever may see them. */

import type { z } from "zod";
import { byCodeUnits } from "../model/order.ts";
import type { Rules } from "./body.ts";
import type { fixedItem } from "./common.ts";
import type { Entry, Tree } from "./entry.ts";

/** The public and the non-public part of a session. */
export type AgendaPartKey = "public" | "non-public";

/** An item that has no paper, such as the opening. */
export type FixedItem = z.infer<typeof fixedItem>;

/** A place on the agenda: that of an item, or of a fixed one. */
export interface AgendaSlot {
  readonly part: AgendaPartKey;
  /** As typed, or as counted. */
  readonly number: string;
  /** As printed: `11`, `3.1`, `Ö 2`. */
  readonly label: string;
  readonly item?: Entry<"agenda-item">;
  readonly fixed?: FixedItem;
}

/** The parts in the order of a session. */
export const agendaParts: readonly AgendaPartKey[] = ["public", "non-public"];

/** Orders numbers as people do: 3, 3.1, 3.2, 4, 10. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [segmentsOf(a), segmentsOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [one, other] = [left[index], right[index]];
    if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
    const [isNumber, isOtherNumber] = [typeof one === "number", typeof other === "number"];
    if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** The figures and letters of a number without its prefix: `3.1a` and `Ö 3.1a` are 3, 1, a. */
export function segmentsOf(number: string): readonly (number | string)[] {
  const bare = number.replace(/^\p{L}+(?=\P{L}*\d)/u, "");
  return (bare.match(/\d+|\p{L}+/gu) ?? []).map((one) => (/^\d/.test(one) ? Number(one) : one.toLowerCase()));
}

/** The first figure of a number: 3 of `3.1`. */
export function topNumber(number: string): number {
  return segmentsOf(number).find((one) => typeof one === "number") ?? 0;
}

/** A number as it is printed; where each part counts anew, its prefix goes before it, unless it was typed. */
export function numberLabel(number: string, part: AgendaPartKey, rules: Rules | undefined): string {
  if (rules?.numbering !== "per-part" || !/^\d/.test(number)) return number;
  return `${prefixOf(part, rules)} ${number}`;
}

/** What stands before numbers of a part where each part counts anew. */
export function prefixOf(part: AgendaPartKey, rules: Rules | undefined): string {
  const { public: open, nonPublic } = rules?.prefixes ?? { public: "Ö", nonPublic: "N" };
  return part === "public" ? open : nonPublic;
}

/** The fixed items of a meeting: its own, or else the body's. */
export function fixedItemsOf(meeting: Entry<"meeting">, rules: Rules | undefined): readonly FixedItem[] {
  return meeting.data.fixedItems ?? rules?.fixedItems ?? [];
}

/** Everything on the agenda of a meeting, part by part. */
export function agendaSlots(meeting: Entry<"meeting">, tree: Pick<Tree, "itemsOf" | "body">): readonly AgendaSlot[] {
  return slotsOf(meeting, tree.itemsOf(meeting.id), tree.body.data.rules);
}

/** The same from items that are at hand. */
export function slotsOf(
  meeting: Entry<"meeting">,
  items: readonly Entry<"agenda-item">[],
  rules: Rules | undefined,
): readonly AgendaSlot[] {
  let last = 0;
  return agendaParts.flatMap((part) => {
    if (rules?.numbering === "per-part") last = 0;
    const own = items
      .filter(({ data }) => data.visibility === part)
      .sort((a, b) => compareNumbers(a.data.number, b.data.number) || byCodeUnits(a.id, b.id));
    const fixed = (position: FixedItem["position"]): AgendaSlot[] =>
      fixedItemsOf(meeting, rules)
        .filter((one) => one.visibility === part && one.position === position)
        .map((one) => {
          const number = one.number ?? String(last + 1);
          last = Math.max(last, topNumber(number));
          return { part, number, label: numberLabel(number, part, rules), fixed: one };
        });
    const opening = fixed("start");
    // A supplement comes when the other numbers are known already; those must stay.
    for (const { data } of own) if (data.supplement === undefined) last = Math.max(last, topNumber(data.number));
    const closing = fixed("end");
    const slots = own.map((item) => ({
      part,
      number: item.data.number,
      label: numberLabel(item.data.number, part, rules),
      item,
    }));
    // A supplement may go on after the last of the numbers that were known.
    const [close] = closing;
    const isLate = ({ number, item }: AgendaSlot): boolean =>
      close !== undefined && item?.data.supplement !== undefined && compareNumbers(number, close.number) > 0;
    return [...opening, ...slots.filter((one) => !isLate(one)), ...closing, ...slots.filter(isLate)];
  });
}

/** True if a meeting has an agenda: items or fixed items of its own. Others are only referred to. */
export function hasAgenda(meeting: Entry<"meeting">, tree: Pick<Tree, "itemsOf">): boolean {
  return meeting.data.fixedItems !== undefined || tree.itemsOf(meeting.id).length > 0;
}
