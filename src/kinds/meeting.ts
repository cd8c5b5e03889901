/** One session of a committee. */

import type { z } from "zod";
import { identity } from "./common.ts";
import { date, fields, optional, reference, required, text, time } from "./field.ts";

/** @see Kind */
export const meetingFields = fields({
  ...identity,
  committee: required(reference("committee"), "Gremium, das tagt.", "The committee that meets."),
  number: optional(text, "Nummer der Sitzung, z. B. „14“.", "Number of the session."),
  date: required(date, "Tag der Sitzung.", "Day of the session."),
  time: optional(time, "Beginn, z. B. „17:00“.", "Beginning, e.g. `17:00`."),
  place: optional(text, "Ort.", "Place."),
  chair: optional(text, "Wer die Sitzung leitet.", "Who chairs the session."),
});

/** @see KindData */
export type MeetingData = z.infer<typeof meetingFields>;
