/** The packet of a meeting as its template sees it: cover, agenda with page numbers, and a sheet before everything that follows. */

import { z } from "zod";
import { agendaOf } from "./agenda.ts";
import type { Entry } from "./entry.ts";
import { meetingPaper, meetingPaperShape } from "./meeting.ts";
import { day, dayShape, type Merge } from "./view.ts";

/** Something in the packet, and where. */
const contentShape = z.strictObject({
  title: z.string(),
  /** Of its sheet; absent for a file that lies beside the packet. */
  page: z.string().optional(),
  sheet: z.string().optional(),
  /** The file's name, if it lies beside the packet, and how to get there. */
  beside: z.strictObject({ name: z.string(), href: z.string() }).optional(),
  /** True if its pages are images of a foreign file. */
  foreign: z.boolean(),
});

const sheetShape = z.strictObject({
  id: z.string(),
  /** `TOP 11`, or `TOP 11 – Anlage 2`. */
  label: z.string(),
  title: z.string(),
  isItem: z.boolean(),
  withdrawn: z.boolean(),
  nonPublic: z.boolean(),
  /** Of an item: what belongs to it. */
  contents: z.array(contentShape),
  /** Of an attachment that is a picture: its key. */
  image: z.string().optional(),
  /** Of an attachment from another program: its number of pages. */
  foreignPages: z.string().optional(),
});

/** @see packetView */
export const packetShape = z.strictObject({
  body: meetingPaperShape.shape.body,
  meeting: meetingPaperShape.shape.meeting,
  nonPublic: z.boolean(),
  pages: z.string(),
  parts: z.array(
    z.strictObject({
      nonPublic: z.boolean(),
      lines: z.array(
        z.strictObject({
          label: z.string(),
          title: z.string().optional(),
          withdrawn: z.boolean(),
          /** Day of the supplement that brought the item. */
          supplement: dayShape.optional(),
          page: z.string().optional(),
          sheet: z.string().optional(),
        }),
      ),
    }),
  ),
  /** True if any pages are images of foreign files. */
  hasForeign: z.boolean(),
  sheets: z.array(sheetShape),
});

/** A sheet as the template sees it. */
export type SheetView = z.infer<typeof sheetShape>;

/** What is known of a packet before it is laid out. */
export interface PacketContents {
  readonly sheets: readonly SheetView[];
  /** The sheet of an item, by its id. */
  readonly sheetOf: ReadonlyMap<string, string>;
  /** The page of a sheet, as printed. */
  pageOf(sheet: string): string;
  readonly pages: string;
}

/** The view of a packet. */
export function packetView(
  meeting: Entry<"meeting">,
  merge: Merge,
  { sheets, sheetOf, pageOf, pages }: PacketContents,
): z.infer<typeof packetShape> {
  const paper = meetingPaper(meeting, merge);
  return {
    body: paper.body,
    meeting: paper.meeting,
    nonPublic: merge.edition === "internal",
    pages,
    parts: agendaOf(meeting, merge).parts.map(({ key, lines }) => ({
      nonPublic: key === "non-public",
      lines: lines.map(({ label, title, isWithdrawn, supplement, id }) => {
        const sheet = id === undefined ? undefined : sheetOf.get(id);
        return {
          label,
          ...(title !== undefined && { title }),
          withdrawn: isWithdrawn,
          ...(supplement !== undefined && { supplement: day(supplement, merge) }),
          ...(sheet !== undefined && { sheet, page: pageOf(sheet) }),
        };
      }),
    })),
    hasForeign: sheets.some(({ foreignPages }) => foreignPages !== undefined),
    sheets: sheets.map((sheet) => ({
      ...sheet,
      contents: sheet.contents.map((one) => (one.sheet === undefined ? one : { ...one, page: pageOf(one.sheet) })),
    })),
  };
}
