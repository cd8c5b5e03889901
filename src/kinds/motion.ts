/** What factions, groups or members ask for. */

import { z } from "zod";
import { attachmentViews } from "./annexes.ts";
import { attachment, identity, mover, visibility } from "./common.ts";
import type { Entry } from "./entry.ts";
import { date, fields, list, optional, required } from "./field.ts";
import {
  attachmentShape,
  bodyShape,
  bodyView,
  day,
  dayShape,
  type Merge,
  markdownShape,
  moversPhrase,
  moverView,
} from "./view.ts";

/** @see Kind */
export const motionFields = fields({
  ...identity,
  date: required(date, "Tag des Antrags.", "Day of the motion."),
  movers: required(
    list(mover),
    "Wer den Antrag stellt: Kennung einer Fraktion, oder name und fraktion einer Person.",
    "Who moves: id of a faction, or name and faction of a person.",
  ),
  signatories: optional(list(mover), "Wer unterzeichnet; wie antragsteller.", "Who signs; like movers."),
  ...visibility,
  attachments: optional(list(attachment), "Anlagen.", "Attachments."),
});

/** @see KindData */
export type MotionData = z.infer<typeof motionFields>;

/** A motion as templates see it. */
export const motionShape = z.strictObject({
  id: z.string(),
  title: z.string(),
  nonPublic: z.boolean(),
  date: dayShape,
  /** After „Antrag“: `der Fraktion X und von Y`. */
  movedBy: z.string(),
  movers: z.array(z.string()),
  signatories: z.array(z.string()),
  text: markdownShape,
  attachments: z.array(attachmentShape),
});

/** @see motionShape */
export function motionView(entry: Entry<"motion">, merge: Merge): z.infer<typeof motionShape> {
  const { data } = entry;
  const names = (movers: MotionData["movers"] | undefined): string[] =>
    (movers ?? []).map((one) => {
      const { name, faction } = moverView(one, merge);
      return faction ? `${name} (${faction})` : name;
    });
  return {
    id: entry.id,
    title: data.title,
    nonPublic: data.visibility === "non-public",
    date: day(data.date, merge),
    movedBy: moversPhrase(data.movers, merge),
    movers: names(data.movers),
    signatories: names(data.signatories),
    text: entry.text,
    attachments: attachmentViews([entry], merge),
  };
}

/** A motion that prints alone. */
export const motionPaperShape = z.strictObject({ body: bodyShape, motion: motionShape });

/** @see motionPaperShape */
export function motionPaper(entry: Entry<"motion">, merge: Merge): z.infer<typeof motionPaperShape> {
  return { body: bodyView(merge), motion: motionView(entry, merge) };
}
