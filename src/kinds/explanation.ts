/** The administration's text on a subject. */

import { z } from "zod";
import { attachmentViews } from "./annexes.ts";
import { attachment, identity, visibility } from "./common.ts";
import type { Entry } from "./entry.ts";
import { date, fields, list, optional, reference, required, text } from "./field.ts";
import {
  attachmentShape,
  bodyShape,
  bodyView,
  day,
  dayShape,
  departmentShape,
  departmentView,
  type Merge,
  markdownShape,
} from "./view.ts";

/** @see Kind */
export const explanationFields = fields({
  ...identity,
  department: optional(
    reference("department"),
    "Amt, das den Text verantwortet.",
    "Department that answers for the text.",
  ),
  date: required(date, "Tag der Erläuterung.", "Day of the explanation."),
  author: optional(text, "Verfasserin oder Verfasser.", "Author."),
  ...visibility,
  attachments: optional(list(attachment), "Anlagen.", "Attachments."),
});

/** @see KindData */
export type ExplanationData = z.infer<typeof explanationFields>;

/** An explanation as templates see it. */
export const explanationShape = z.strictObject({
  id: z.string(),
  title: z.string(),
  nonPublic: z.boolean(),
  date: dayShape,
  department: departmentShape.optional(),
  author: z.string().optional(),
  text: markdownShape,
  attachments: z.array(attachmentShape),
});

/** @see explanationShape */
export function explanationView(entry: Entry<"explanation">, merge: Merge): z.infer<typeof explanationShape> {
  const { data } = entry;
  return {
    id: entry.id,
    title: data.title,
    nonPublic: data.visibility === "non-public",
    date: day(data.date, merge),
    ...(data.department && { department: departmentView(data.department, merge) }),
    ...(data.author && { author: data.author }),
    text: entry.text,
    attachments: attachmentViews([entry], merge),
  };
}

/** An explanation that prints alone. */
export const explanationPaperShape = z.strictObject({ body: bodyShape, explanation: explanationShape });

/** @see explanationPaperShape */
export function explanationPaper(entry: Entry<"explanation">, merge: Merge): z.infer<typeof explanationPaperShape> {
  return { body: bodyView(merge), explanation: explanationView(entry, merge) };
}
