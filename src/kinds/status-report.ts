/** How far measures and resolutions have got. */

import { z } from "zod";
import { byCodeUnits } from "../model/order.ts";
import { identity, visibility } from "./common.ts";
import type { Entry } from "./entry.ts";
import { date, fields, list, oneOf, optional, reference, required, text } from "./field.ts";
import { phrasesOf } from "./phrases.ts";
import { progressShape, progressView, resolutionShape, resolutionView } from "./resolution.ts";
import {
  bodyShape,
  bodyView,
  committeeShape,
  committeeView,
  day,
  dayShape,
  departmentShape,
  departmentView,
  isShown,
  type Merge,
  markdownShape,
  required as must,
} from "./view.ts";
import { valueLabel, valueNames } from "./vocabulary.ts";

const measure = fields({
  title: required(text, "Bezeichnung der Maßnahme.", "What the measure is called."),
  status: required(oneOf("status"), "Stand der Umsetzung.", "State of the implementation."),
  department: optional(reference("department"), "Zuständiges Amt.", "Department in charge."),
  due: optional(date, "Frist.", "Due date."),
  note: optional(text, "Vermerk.", "Note."),
});

const covers = fields({
  committee: required(
    reference("committee"),
    "Gremium, dessen Beschlüsse gesammelt werden.",
    "Committee whose resolutions are collected.",
  ),
  since: required(date, "Erster Tag.", "First day."),
  until: required(date, "Letzter Tag.", "Last day."),
});

/** @see Kind */
export const statusReportFields = fields({
  ...identity,
  date: required(
    date,
    "Stand des Berichts; danach richtet sich, was überfällig ist.",
    "As-of date; decides what is overdue.",
  ),
  commissionedBy: optional(
    reference("resolution"),
    "Beschluss, der den Bericht verlangt.",
    "Resolution that asks for the report.",
  ),
  period: optional(text, "Berichtszeitraum in Worten.", "Period of the report, in words."),
  department: optional(reference("department"), "Berichtendes Amt.", "Department that reports."),
  measures: optional(list(measure), "Maßnahmen.", "Measures."),
  covers: optional(
    covers,
    "Sammelt die Beschlüsse eines Gremiums in einem Zeitraum und ihre Umsetzung.",
    "Collects a committee's resolutions of a period and their implementation.",
  ),
  ...visibility,
});

/** @see KindData */
export type StatusReportData = z.infer<typeof statusReportFields>;

const measureShape = progressShape.extend({ title: z.string() });

/** A line of the overview: how many have that status. */
const statusCountShape = z.strictObject({ label: z.string(), count: z.string() });

/** An overview by status: a table, and the same in words for the chart. */
const overviewShape = z.strictObject({
  counts: z.array(statusCountShape),
  total: z.string(),
  /** `8 Maßnahmen: 2 offen, 2 in Umsetzung …` */
  words: z.string(),
  overdue: z.string().optional(),
});

/** A status report as templates see it. */
export const statusReportShape = z.strictObject({
  id: z.string(),
  title: z.string(),
  nonPublic: z.boolean(),
  date: dayShape,
  period: z.string().optional(),
  department: departmentShape.optional(),
  commissionedBy: resolutionShape.optional(),
  text: markdownShape,
  measures: z.strictObject({ overview: overviewShape, items: z.array(measureShape) }).optional(),
  covers: z
    .strictObject({
      committee: committeeShape,
      since: dayShape,
      until: dayShape,
      overview: overviewShape.optional(),
      resolutions: z.array(resolutionShape),
    })
    .optional(),
});

interface Counted {
  readonly status: { readonly key: string };
  readonly overdue: boolean;
}

/** `all` also counts what has no status. */
function overview(
  items: readonly Counted[],
  all: number,
  noun: "measures" | "resolutions",
  { tree }: Merge,
): z.infer<typeof overviewShape> {
  const phrases = phrasesOf(tree.locale);
  const known = Object.keys(valueNames.status).map((status) => ({
    label: valueLabel("status", status, tree.locale),
    count: items.filter((item) => item.status.key === status).length,
  }));
  const counts = [...known, { label: phrases.withoutStatus, count: all - items.length }]
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => ({ label, count: String(count) }));
  const figures = phrases.list(counts.map(({ label, count }) => `${count} ${label}`));
  const overdue = items.filter((item) => item.overdue).length;
  return {
    counts,
    total: String(all),
    words: `${phrases.counted(all, noun)}: ${figures}.`,
    ...(overdue > 0 && { overdue: String(overdue) }),
  };
}

/** The resolutions that `covers` names and the edition may show, oldest first. */
export function coveredResolutions(entry: Entry<"status-report">, merge: Merge): readonly Entry<"resolution">[] {
  const { covers } = entry.data;
  if (!covers) return [];
  return merge.tree
    .resolutionsOf(covers.committee, covers.since, covers.until)
    .filter(({ data }) => isShown(data.visibility, merge))
    .sort((a, b) => byCodeUnits(a.data.date, b.data.date) || byCodeUnits(a.id, b.id));
}

/** @see statusReportShape */
export function statusReportView(entry: Entry<"status-report">, merge: Merge): z.infer<typeof statusReportShape> {
  const { data } = entry;
  const { tree } = merge;
  const commission = data.commissionedBy;
  const items = (data.measures ?? []).map((one) => ({ title: one.title, ...progressView(one, data.date, merge) }));
  return {
    id: entry.id,
    title: data.title,
    nonPublic: data.visibility === "non-public",
    date: day(data.date, merge),
    ...(data.period && { period: data.period }),
    ...(data.department && { department: departmentView(data.department, merge) }),
    ...(commission && { commissionedBy: resolutionView(must(tree.find("resolution", commission), commission), merge) }),
    text: entry.text,
    ...(items.length > 0 && {
      measures: { overview: overview(items, items.length, "measures", merge), items },
    }),
    ...(data.covers && { covers: coversView(entry, data.covers, merge) }),
  };
}

function coversView(entry: Entry<"status-report">, covers: NonNullable<StatusReportData["covers"]>, merge: Merge) {
  const resolutions = coveredResolutions(entry, merge).map((one) => resolutionView(one, merge, entry.data.date));
  const tracked = resolutions.flatMap(({ implementation }) => (implementation ? [implementation] : []));
  return {
    committee: committeeView(covers.committee, merge),
    since: day(covers.since, merge),
    until: day(covers.until, merge),
    ...(tracked.length > 0 && { overview: overview(tracked, resolutions.length, "resolutions", merge) }),
    resolutions,
  };
}

/** A status report that prints as a paper of its own. */
export const statusReportPaperShape = z.strictObject({ body: bodyShape, report: statusReportShape });

/** @see statusReportPaperShape */
export function statusReportPaper(entry: Entry<"status-report">, merge: Merge): z.infer<typeof statusReportPaperShape> {
  return { body: bodyView(merge), report: statusReportView(entry, merge) };
}
