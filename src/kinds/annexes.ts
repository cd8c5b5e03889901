/** The attachments of papers: in which order they stand, and which numbers those of an agenda item have. */

import type { Entry } from "./entry.ts";
import { isShown, type Merge } from "./view.ts";

/** A file that a source names. */
interface AttachmentData {
  readonly title: string;
  readonly file: string;
  readonly visibility: "public" | "non-public";
}

/** An attachment, and which of its source's it is. */
export interface NamedAttachment {
  readonly owner: Entry;
  readonly index: number;
  readonly data: AttachmentData;
}

/** An attachment of an agenda item, with the number of its annex: `4`, or `1.2` for the second one of the first motion. */
export interface Annex extends NamedAttachment {
  readonly number: string;
}

/** The attachments that a source names, in its order. */
export function attachmentsIn({ data }: Entry): readonly AttachmentData[] {
  return ("attachments" in data ? data.attachments : undefined) ?? [];
}

/** Those that an edition may show. Public ones come first, so that both editions give them the same numbers. */
function shownAttachments(owners: readonly Entry[], merge: Merge): readonly NamedAttachment[] {
  const shown = owners
    .flatMap((owner) => attachmentsIn(owner).map((data, index) => ({ owner, index, data })))
    .filter(({ data }) => isShown(data.visibility, merge));
  return (["public", "non-public"] as const).flatMap((one) => shown.filter(({ data }) => data.visibility === one));
}

/** The attachments of some sources as templates see them. */
export function attachmentViews(owners: readonly Entry[], merge: Merge) {
  return shownAttachments(owners, merge).map(({ data }) => attachmentView(data));
}

/** An attachment as templates see it. */
export function attachmentView({ title, file, visibility }: AttachmentData) {
  return { title, file, nonPublic: visibility === "non-public" };
}

/** The attachments of an item, of its motions and its explanations. Motions and reports are annexes before them. */
export function annexesOf(item: Entry<"agenda-item">, merge: Merge): readonly Annex[] {
  const { motions = [], reports = [], explanations = [] } = item.data;
  const find = <K extends "motion" | "explanation">(kind: K, ids: readonly string[]): readonly Entry<K>[] =>
    ids.flatMap((id) => merge.tree.find(kind, id) ?? []);
  const before = motions.length + reports.length;
  return [
    ...find("motion", motions).flatMap((motion, at) =>
      shownAttachments([motion], merge).map((one, below) => ({ ...one, number: `${at + 1}.${below + 1}` })),
    ),
    ...shownAttachments([item, ...find("explanation", explanations)], merge).map((one, at) => ({
      ...one,
      number: String(before + at + 1),
    })),
  ];
}
