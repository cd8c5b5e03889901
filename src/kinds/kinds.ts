/** All kinds of sources: their fields, and for those that print, their data for the template. A new kind is one file and one line here. */

import type { z } from "zod";
import { agendaItemFields, agendaItemPaper, agendaItemPaperShape } from "./agenda-item.ts";
import { hasAgenda, numberLabel } from "./agenda-numbers.ts";
import { bodyFields } from "./body.ts";
import type { Entry } from "./entry.ts";
import { explanationFields, explanationPaper, explanationPaperShape } from "./explanation.ts";
import { hidesItems, meetingFields, meetingPaper, meetingPaperShape } from "./meeting.ts";
import { motionFields, motionPaper, motionPaperShape } from "./motion.ts";
import { phrasesOf } from "./phrases.ts";
import { resolutionFields, resolutionPaper, resolutionPaperShape } from "./resolution.ts";
import { coveredResolutions, statusReportFields, statusReportPaper, statusReportPaperShape } from "./status-report.ts";
import { hasHiddenAttachments, type Merge } from "./view.ts";
import type { Kind } from "./vocabulary.ts";

/** How a kind becomes a paper. */
interface Paper<K extends Kind> {
  /** The shape of what {@link Paper.merge} gives, for checking template paths. */
  readonly shape: z.ZodType;
  merge(entry: Entry<K>, merge: Merge): Readonly<Record<string, unknown>>;
  /** What the running lines and the metadata say of it. */
  facts(entry: Entry<K>, tree: Merge["tree"]): PaperFacts;
  /** False for an entry that only others refer to; all print if left out. */
  isPrinted?(entry: Entry<K>, tree: Merge["tree"]): boolean;
  /** True if the public edition leaves something out that the internal one has. */
  hidesSomething(entry: Entry<K>, publicMerge: Merge): boolean;
}

/** What running lines, metadata and file names need to know of a paper. */
export interface PaperFacts {
  /** `TOP 11`, `Antrag` … */
  readonly label: string;
  /** ISO day that the paper carries. */
  readonly date: string;
  readonly committee?: string;
  /** The meeting whose folder the paper lies in. */
  readonly meeting?: string;
  /** Number on the agenda. */
  readonly number?: string;
  /** What the file's name says instead of the kind. */
  readonly fileWord?: string;
}

/** What a kind is. */
interface KindDefinition<K extends Kind> {
  readonly fields: z.ZodType;
  /** False where text below the frontmatter has no place to print. */
  readonly hasText: boolean;
  /** True where a paper without text says nothing. */
  readonly textRequired: boolean;
  readonly paper?: Paper<K>;
}

/** @see KindDefinition */
export const kinds: { readonly [K in Kind]: KindDefinition<K> } = {
  body: { fields: bodyFields, hasText: false, textRequired: false },
  meeting: {
    fields: meetingFields,
    hasText: false,
    textRequired: false,
    paper: {
      shape: meetingPaperShape,
      merge: meetingPaper,
      facts({ id, data }, tree) {
        const label = paperName("meeting", tree);
        const committee = committeeName(data.committee, tree);
        return { label, date: data.date, committee, meeting: id, fileWord: label };
      },
      isPrinted: hasAgenda,
      hidesSomething: hidesItems,
    },
  },
  "agenda-item": {
    fields: agendaItemFields,
    hasText: true,
    textRequired: false,
    paper: {
      shape: agendaItemPaperShape,
      merge: agendaItemPaper,
      facts({ data }, tree) {
        const { data: meeting, id = data.meeting } = tree.find("meeting", data.meeting) ?? {};
        return {
          label: `${paperName("agenda-item", tree)} ${numberLabel(data.number, data.visibility, tree.body.data.rules)}`,
          date: meeting?.date ?? "",
          committee: committeeName(meeting?.committee, tree),
          meeting: id,
          number: data.number,
        };
      },
      hidesSomething: (entry, { tree }) =>
        hasHiddenAttachments(entry.data.attachments) ||
        (entry.data.motions ?? []).some((id) => hasHiddenAttachments(tree.find("motion", id)?.data.attachments)) ||
        (entry.data.explanations ?? []).some((id) =>
          hasHiddenAttachments(tree.find("explanation", id)?.data.attachments),
        ) ||
        (entry.data.reports ?? []).some((id) => {
          const report = tree.find("status-report", id);
          return report !== undefined && hidesResolutions(report, tree);
        }),
    },
  },
  motion: {
    fields: motionFields,
    hasText: true,
    textRequired: true,
    paper: {
      shape: motionPaperShape,
      merge: motionPaper,
      facts: ({ data }, tree) => ({ label: paperName("motion", tree), date: data.date }),
      hidesSomething: (entry) => hasHiddenAttachments(entry.data.attachments),
    },
  },
  resolution: {
    fields: resolutionFields,
    hasText: true,
    textRequired: true,
    paper: {
      shape: resolutionPaperShape,
      merge: resolutionPaper,
      facts: ({ data }, tree) => ({
        label: paperName("resolution", tree),
        date: data.date,
        committee: committeeName(data.committee, tree),
      }),
      hidesSomething: () => false,
    },
  },
  explanation: {
    fields: explanationFields,
    hasText: true,
    textRequired: true,
    paper: {
      shape: explanationPaperShape,
      merge: explanationPaper,
      facts: ({ data }, tree) => ({ label: paperName("explanation", tree), date: data.date }),
      hidesSomething: (entry) => hasHiddenAttachments(entry.data.attachments),
    },
  },
  "status-report": {
    fields: statusReportFields,
    hasText: true,
    textRequired: false,
    paper: {
      shape: statusReportPaperShape,
      merge: statusReportPaper,
      facts: ({ data }, tree) => ({ label: paperName("status-report", tree), date: data.date }),
      hidesSomething: (entry, { tree }) => hidesResolutions(entry, tree),
    },
  },
};

/** How an entry becomes a paper; undefined for kinds that do not print. */
export function paperOf<K extends Kind>(entry: Entry<K>): Paper<K> | undefined {
  return kinds[entry.kind].paper;
}

const paperName = (kind: Kind, tree: Merge["tree"]): string => phrasesOf(tree.locale).papers[kind];

function committeeName(id: string | undefined, tree: Merge["tree"]): string {
  return tree.body.data.committees?.find((committee) => committee.id === id)?.name ?? "";
}

function hidesResolutions(report: Entry<"status-report">, tree: Merge["tree"]): boolean {
  const count = (edition: Merge["edition"]): number => coveredResolutions(report, { tree, edition }).length;
  return count("public") < count("internal");
}

/** The kinds in the order of the documentation. */
export const kindOrder = Object.keys(kinds) as readonly Kind[];
