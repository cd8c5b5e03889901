/** What a committee decided, and what became of it. */

import { z } from "zod";
import { identity, visibility } from "./common.ts";
import type { Entry } from "./entry.ts";
import { count, date, fields, oneOf, optional, reference, required, text } from "./field.ts";
import { phrasesOf } from "./phrases.ts";
import {
  bodyShape,
  bodyView,
  committeeShape,
  committeeView,
  day,
  dayShape,
  departmentShape,
  departmentView,
  type Merge,
  markdownShape,
  meetingShape,
  meetingView,
  word,
  wordShape,
} from "./view.ts";

const vote = fields({
  yes: optional(count, "Ja-Stimmen.", "Votes in favour."),
  no: optional(count, "Nein-Stimmen.", "Votes against."),
  abstentions: optional(count, "Enthaltungen.", "Abstentions."),
  words: optional(
    text,
    "Wortlaut, z. B. „einstimmig bei 2 Enthaltungen“.",
    "In words, e.g. “unanimous, 2 abstentions”.",
  ),
});

const implementation = fields({
  status: required(oneOf("status"), "Stand der Umsetzung.", "State of the implementation."),
  department: optional(reference("department"), "Zuständiges Amt.", "Department in charge."),
  due: optional(date, "Frist.", "Due date."),
  note: optional(text, "Vermerk.", "Note."),
});

/** @see Kind */
export const resolutionFields = fields({
  ...identity,
  committee: required(reference("committee"), "Gremium, das beschlossen hat.", "Committee that decided."),
  date: required(date, "Tag des Beschlusses.", "Day of the decision."),
  meeting: optional(reference("meeting"), "Sitzung, in der beschlossen wurde.", "Meeting of the decision."),
  result: optional(oneOf("result"), "Ergebnis der Beratung.", "Result of the deliberation."),
  vote: optional(vote, "Abstimmung: Zahlen oder Wortlaut.", "Vote: counts or words."),
  ...visibility,
  implementation: optional(implementation, "Umsetzung des Beschlusses.", "Implementation of the resolution."),
});

/** @see KindData */
export type ResolutionData = z.infer<typeof resolutionFields>;

/** Counts that were given, and nothing for those that were not. */
export const voteShape = z.strictObject({
  yes: z.string().optional(),
  no: z.string().optional(),
  abstentions: z.string().optional(),
  words: z.string().optional(),
});

/** How far a resolution or measure has got. */
export const progressShape = z.strictObject({
  status: wordShape,
  department: departmentShape.optional(),
  due: dayShape.optional(),
  note: z.string().optional(),
  /** The due date lies before the date of the report, and the work is not at its end. */
  overdue: z.boolean(),
});

/** A resolution as templates see it. */
export const resolutionShape = z.strictObject({
  id: z.string(),
  title: z.string(),
  nonPublic: z.boolean(),
  date: dayShape,
  committee: committeeShape,
  meeting: meetingShape.optional(),
  result: wordShape.optional(),
  vote: voteShape.optional(),
  /** `Der Schulausschuss hat folgenden Beschluss gefasst:` */
  decided: z.string(),
  /** The same with the day: `Der Schulausschuss hat am 21.05.2012 folgenden Beschluss gefasst:` */
  decidedOn: z.string(),
  text: markdownShape,
  implementation: progressShape.optional(),
});

/** How far something has got, seen on the day of a report; without a day nothing is overdue. */
export function progressView(
  progress: NonNullable<ResolutionData["implementation"]>,
  reportDate: string | undefined,
  merge: Merge,
): z.infer<typeof progressShape> {
  const isUnfinished = ["open", "in-progress", "continuing"].includes(progress.status);
  return {
    status: word("status", progress.status, merge),
    ...(progress.department && { department: departmentView(progress.department, merge) }),
    ...(progress.due && { due: day(progress.due, merge) }),
    ...(progress.note && { note: progress.note }),
    overdue: reportDate !== undefined && progress.due !== undefined && progress.due < reportDate && isUnfinished,
  };
}

/** @see resolutionShape */
export function resolutionView(
  entry: Entry<"resolution">,
  merge: Merge,
  reportDate?: string,
): z.infer<typeof resolutionShape> {
  const { data } = entry;
  const committee = committeeView(data.committee, merge);
  const phrases = phrasesOf(merge.tree.locale);
  const votes = Object.entries(data.vote ?? {}).map(([key, value]) => [key, String(value)]);
  return {
    id: entry.id,
    title: data.title,
    nonPublic: data.visibility === "non-public",
    date: day(data.date, merge),
    committee,
    ...(data.meeting && { meeting: meetingView(data.meeting, merge) }),
    ...(data.result && { result: word("result", data.result, merge) }),
    ...(data.vote && { vote: Object.fromEntries(votes) }),
    decided: phrases.decided(committee.name, data.result),
    decidedOn: phrases.decided(committee.name, data.result, day(data.date, merge).numeric),
    text: entry.text,
    ...(data.implementation && { implementation: progressView(data.implementation, reportDate, merge) }),
  };
}

/** A resolution that prints alone. */
export const resolutionPaperShape = z.strictObject({ body: bodyShape, resolution: resolutionShape });

/** @see resolutionPaperShape */
export function resolutionPaper(entry: Entry<"resolution">, merge: Merge): z.infer<typeof resolutionPaperShape> {
  return { body: bodyView(merge), resolution: resolutionView(entry, merge) };
}
