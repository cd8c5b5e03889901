/** One session of a committee; its paper is the invitation with the agenda. */

import { z } from "zod";
import { agendaOf, bySupplement } from "./agenda.ts";
import { fixedItem, identity } from "./common.ts";
import type { Entry } from "./entry.ts";
import { date, fields, list, optional, ordinal, reference, required, text, time } from "./field.ts";
import { phrasesOf } from "./phrases.ts";
import { bodyShape, bodyView, day, dayShape, type Merge, meetingShape, meetingView } from "./view.ts";

/** @see Kind */
export const meetingFields = fields({
  ...identity,
  committee: required(reference("committee"), "Gremium, das tagt.", "The committee that meets."),
  number: optional(ordinal, "Nummer der Sitzung, z. B. „14“.", "Number of the session."),
  date: required(date, "Tag der Sitzung.", "Day of the session."),
  time: optional(time, "Beginn, z. B. „17:00“.", "Beginning, e.g. `17:00`."),
  place: optional(text, "Ort.", "Place."),
  chair: optional(text, "Wer die Sitzung leitet.", "Who chairs the session."),
  invited: optional(
    date,
    "Tag der Einladung; damit wird die Ladungsfrist geprüft.",
    "Day of the invitation; the period of notice is checked with it.",
  ),
  supplements: optional(list(date), "Tage der Nachträge zur Tagesordnung.", "Days of the supplements to the agenda."),
  fixedItems: optional(
    list(fixedItem),
    "Punkte ohne eigenes Papier; sie ersetzen die der Körperschaft.",
    "Items without a paper; they replace those of the body.",
  ),
  signature: optional(
    text,
    "Wer die Einladung unterzeichnet; ohne Angabe der Vorsitz.",
    "Who signs the invitation; the chair if absent.",
  ),
});

/** @see KindData */
export type MeetingData = z.infer<typeof meetingFields>;

const lineShape = z.strictObject({
  label: z.string(),
  title: z.string().optional(),
  withdrawn: z.boolean(),
  departments: z.array(z.string()),
});

/** An invitation as templates see it. */
export const meetingPaperShape = z.strictObject({
  body: bodyShape,
  meeting: meetingShape.extend({
    /** `14. Sitzung des Kreistags` */
    name: z.string(),
    invited: dayShape.optional(),
    signature: z.string().optional(),
    /** By the body's rules: `7 Kalendertage`. */
    noticePeriod: z.string().optional(),
  }),
  /** True if the edition leaves out what is not public. */
  abridged: z.boolean(),
  parts: z.array(
    z.strictObject({
      nonPublic: z.boolean(),
      /** The items of the invitation, and those of each supplement. */
      groups: z.array(z.strictObject({ supplement: dayShape.optional(), lines: z.array(lineShape) })),
    }),
  ),
});

/** @see meetingPaperShape */
export function meetingPaper(entry: Entry<"meeting">, merge: Merge): z.infer<typeof meetingPaperShape> {
  const { data } = entry;
  const period = merge.tree.body.data.rules?.noticePeriod;
  const signature = data.signature ?? data.chair;
  const phrases = phrasesOf(merge.tree.locale);
  const { parts } = agendaOf(entry, merge);
  return {
    body: bodyView(merge),
    meeting: {
      ...meetingView(entry.id, merge),
      name: phrases.session(data.title, data.number),
      ...(data.invited && { invited: day(data.invited, merge) }),
      ...(signature && { signature }),
      ...(period && { noticePeriod: phrases.days(period.days, period.counting) }),
    },
    abridged: merge.edition === "public" && parts.some(({ key }) => key === "non-public"),
    parts: parts.map(({ key, lines }) => ({
      nonPublic: key === "non-public",
      groups: bySupplement(lines).map((group) => ({
        ...(group.supplement !== undefined && { supplement: day(group.supplement, merge) }),
        lines: group.lines.map(({ label, title, isWithdrawn, departments }) => ({
          label,
          ...(title !== undefined && { title }),
          withdrawn: isWithdrawn,
          departments: [...departments],
        })),
      })),
    })),
  };
}

/** True if the public agenda leaves something out. */
export function hidesItems(entry: Entry<"meeting">, merge: Merge): boolean {
  return agendaOf(entry, merge).parts.some(({ key }) => key === "non-public");
}
