/** One item of a meeting: merges motions, resolutions, explanations and reports into one paper. */

import { z } from "zod";
import { numberLabel } from "./agenda-numbers.ts";
import { annexesOf, attachmentView } from "./annexes.ts";
import { attachment, identity, visibility } from "./common.ts";
import type { Entry } from "./entry.ts";
import { explanationShape, explanationView } from "./explanation.ts";
import { date, fields, itemNumber, list, oneOf, optional, reference, required, text } from "./field.ts";
import { motionShape, motionView } from "./motion.ts";
import { phrasesOf } from "./phrases.ts";
import { resolutionShape, resolutionView } from "./resolution.ts";
import { statusReportShape, statusReportView } from "./status-report.ts";
import {
  attachmentShape,
  bodyShape,
  bodyView,
  day,
  dayShape,
  type Merge,
  markdownShape,
  meetingShape,
  meetingView,
  mergeSections,
  moverView,
  required as must,
  saysSomething,
  sectionShape,
} from "./view.ts";
import type { Kind } from "./vocabulary.ts";

/** @see Kind */
export const agendaItemFields = fields({
  ...identity,
  meeting: required(reference("meeting"), "Kennung der Sitzung.", "Id of the meeting."),
  number: required(itemNumber, "Nummer in der Tagesordnung, auch „3.1“.", "Number on the agenda, also `3.1`."),
  ...visibility,
  publicTitle: optional(
    text,
    "Womit die öffentliche Tagesordnung einen nichtöffentlichen Punkt nennt, falls die Regeln es vorsehen.",
    "What the public agenda calls a non-public item, if the rules say so.",
  ),
  supplement: optional(
    date,
    "Tag des Nachtrags, mit dem der Punkt auf die Tagesordnung kam.",
    "Day of the supplement that brought the item.",
  ),
  withdrawn: optional(
    oneOf("withdrawn"),
    "„ja“, wenn der Punkt zurückgezogen ist; er bleibt durchgestrichen stehen.",
    "`yes` if the item was withdrawn; it stays, struck through.",
  ),
  motions: optional(list(reference("motion")), "Anträge; sie folgen als Anlagen.", "Motions; they follow as annexes."),
  resolutions: optional(
    list(reference("resolution")),
    "Beschlüsse anderer Gremien; sie stehen als Zitat im Sachverhalt.",
    "Resolutions of other committees; quoted among the facts.",
  ),
  explanations: optional(
    list(reference("explanation")),
    "Erläuterungen der Verwaltung; sie stehen im Sachverhalt.",
    "Explanations of the administration; they stand among the facts.",
  ),
  reports: optional(
    list(reference("status-report")),
    "Sachstandsberichte; sie folgen als Anlagen.",
    "Status reports; they follow as annexes.",
  ),
  attachments: optional(list(attachment), "Weitere Anlagen als Dateien.", "Further attachments as files."),
});

/** @see KindData */
export type AgendaItemData = z.infer<typeof agendaItemFields>;

/** An explanation merged into the facts: its own title prints only if there are several. */
const mergedExplanationShape = explanationShape
  .omit({ text: true })
  .extend({ parts: z.array(markdownShape), showTitle: z.boolean() });

/** An agenda item as templates see it. */
export const agendaItemPaperShape = z.strictObject({
  body: bodyShape,
  meeting: meetingShape,
  item: z.strictObject({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    nonPublic: z.boolean(),
    /** True in the file that has what the public one of the same item has not. */
    internal: z.boolean(),
    withdrawn: z.boolean(),
    /** Day of the supplement that brought the item. */
    supplement: dayShape.optional(),
    /** `Antrag der Fraktion X vom 19.04.2012`, if motions are merged. */
    origin: z.string().optional(),
    /** The departments that the explanations name. */
    departments: z.string().optional(),
    factsTitle: z.string(),
    facts: z.array(markdownShape),
    resolutions: z.array(resolutionShape),
    explanations: z.array(mergedExplanationShape),
    /** Sections other than the facts, the item's own and those of its explanations, in the order of the body's headings. */
    sections: z.array(sectionShape),
    /** Numbered on after the motions and reports. */
    attachments: z.array(attachmentShape.extend({ annex: z.string() })),
    motions: z.array(motionShape.extend({ annex: z.string() })),
    reports: z.array(statusReportShape.extend({ annex: z.string() })),
  }),
});

function findAll<K extends Kind>(kind: K, ids: readonly string[] | undefined, { tree }: Merge): readonly Entry<K>[] {
  return (ids ?? []).map((id) => must(tree.find(kind, id), id));
}

/** `Antrag der Fraktion X vom …`, `Anträge der Fraktion X vom … und von Y vom …`. */
function originOf(motions: readonly Entry<"motion">[], merge: Merge): string | undefined {
  if (motions.length === 0) return undefined;
  const phrases = phrasesOf(merge.tree.locale);
  return phrases.origin(
    motions.map(({ data }) => ({
      movedBy: phrases.movedBy(data.movers.map((one) => moverView(one, merge))),
      date: day(data.date, merge).numeric,
    })),
  );
}

/** @see agendaItemPaperShape */
export function agendaItemPaper(entry: Entry<"agenda-item">, merge: Merge): z.infer<typeof agendaItemPaperShape> {
  const { data } = entry;
  const { tree } = merge;
  const own = tree.split(entry);
  const motions = findAll("motion", data.motions, merge);
  const explanations = findAll("explanation", data.explanations, merge);
  const reports = findAll("status-report", data.reports, merge);
  const origin = originOf(motions, merge);
  const factsOf = (text: typeof own) =>
    [text.opening, ...(text.sections.facts ? [text.sections.facts.text] : [])].filter(saysSomething);
  const views = explanations.map((one) => {
    const { text: _, ...view } = explanationView(one, merge);
    return { ...view, parts: factsOf(tree.split(one)), showTitle: explanations.length > 1 };
  });
  const departments = [...new Set(views.flatMap(({ department }) => (department ? [department.name] : [])))];
  return {
    body: bodyView(merge),
    meeting: meetingView(data.meeting, merge),
    item: {
      id: entry.id,
      number: numberLabel(data.number, data.visibility, tree.body.data.rules),
      title: data.title,
      nonPublic: data.visibility === "non-public",
      internal: data.visibility === "public" && merge.edition === "internal",
      withdrawn: data.withdrawn === "yes",
      ...(data.supplement && { supplement: day(data.supplement, merge) }),
      ...(origin && { origin }),
      ...(departments.length > 0 && { departments: departments.join("; ") }),
      factsTitle: own.sections.facts?.title ?? tree.headings.facts ?? "Sachverhalt",
      facts: factsOf(own),
      resolutions: findAll("resolution", data.resolutions, merge).map((one) => resolutionView(one, merge)),
      explanations: views,
      sections: mergeSections([entry, ...explanations], ["facts"], merge),
      attachments: annexesOf(entry, merge)
        .filter(({ owner }) => owner.kind !== "motion")
        .map(({ number, data: attachment }) => ({ annex: number, ...attachmentView(attachment) })),
      motions: motions.map((one, index) => ({ annex: String(index + 1), ...motionView(one, merge) })),
      reports: reports.map((one, index) => ({
        annex: String(motions.length + index + 1),
        ...statusReportView(one, merge),
      })),
    },
  };
}
