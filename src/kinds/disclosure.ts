/** What of a source is public or not otherwise than the source as a whole. */

import { announcedTitle } from "./agenda.ts";
import type { FixedItem } from "./agenda-numbers.ts";
import type { Entry, Tree } from "./entry.ts";
import { phrasesOf } from "./phrases.ts";

/** A part of a source with a title and a visibility of its own; attachments have a file. */
type Part = { readonly title: string; readonly file?: string; readonly visibility: "public" | "non-public" };

/** The parts of a source that have a visibility of their own: attachments, and items without a paper. */
export function partsOf({ data }: Entry): readonly Part[] {
  return [...("attachments" in data ? (data.attachments ?? []) : []), ...fixedItemsIn(data)];
}

/** The parts of a source that are not public, whatever the source is. */
export function withheldParts(entry: Entry): readonly Part[] {
  return partsOf(entry).filter(({ visibility }) => visibility !== "public");
}

/**
 * What public papers say of a source in words that no public source has: what agendas tell of one that is not public, or of its
 * parts (numbers, and titles that the rules allow), and names that phrases decline.
 */
export function announcedTexts(entry: Entry, tree: Pick<Tree, "body" | "locale">): readonly string[] {
  const announced = hiddenItemsIn(entry).flatMap(({ number, publicTitle }) => [
    number ?? "",
    announcedTitle(publicTitle, tree) ?? "",
  ]);
  return [...announced, ...declinedNames(entry, tree)];
}

/** „Der Technische Ausschuss“, „vom Abgeordneten Baum“: the source has „Technischer Ausschuss“, „Abgeordneter Baum“. */
function declinedNames({ data }: Entry, { locale }: Pick<Tree, "locale">): readonly string[] {
  const phrases = phrasesOf(locale);
  if ("committees" in data) return (data.committees ?? []).map(({ name }) => phrases.decided(name, undefined));
  if (!("movers" in data) || data.visibility !== "public") return [];
  return data.movers.flatMap((one) =>
    typeof one === "string" ? [] : phrases.movedBy([{ name: one.name, isGroup: false }]),
  );
}

/** Titles by which the public agenda of a meeting tells of items that are not public. */
export function announcedTitles(meeting: Entry<"meeting">, tree: Tree): readonly string[] {
  const hidden = [tree.body, meeting, ...tree.itemsOf(meeting.id)].flatMap(hiddenItemsIn);
  return [...new Set(hidden.flatMap(({ publicTitle }) => announcedTitle(publicTitle, tree) ?? []))];
}

function hiddenItemsIn(entry: Entry): readonly Pick<FixedItem, "number" | "publicTitle">[] {
  const { data } = entry;
  const item = entry.kind === "agenda-item" ? [(entry as Entry<"agenda-item">).data] : [];
  return [...item, ...fixedItemsIn(data)].filter(({ visibility }) => visibility === "non-public");
}

function fixedItemsIn(data: Entry["data"]): readonly FixedItem[] {
  if ("fixedItems" in data) return data.fixedItems ?? [];
  return "rules" in data ? (data.rules?.fixedItems ?? []) : [];
}
