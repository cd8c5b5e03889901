/** What the user asked for → sources. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Entry } from "../kinds/entry.ts";
import { idKey, isSameId } from "../kinds/field.ts";
import { kinds } from "../kinds/kinds.ts";
import { kindName } from "../kinds/vocabulary.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { groupBy } from "../model/groups.ts";
import type { Selection } from "../model/options.ts";
import type { CheckedSource, Project } from "./project.ts";

/** The chosen sources, and words that name none. */
export interface Selected {
  readonly sources: readonly CheckedSource[];
  readonly isAll: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the sources of a selection, in the order of their paths. */
export function select(project: Project, { papers = [], meeting }: Selection): Selected {
  if (!project.isWhole) return { sources: [], isAll: false, diagnostics: [] };
  if (papers.length === 0 && meeting === undefined) return { sources: project.sources, isAll: true, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const chosen = new Set<CheckedSource>();
  const byId = groupBy(
    project.sources.filter(({ source }) => source.outline.id !== undefined),
    ({ source }) => idKey(source.outline.id ?? ""),
  );
  for (const word of papers) {
    const path = word.replaceAll("\\", "/").replace(/^\.\//, "");
    const same = byId.get(idKey(word)) ?? [];
    // Two that differ by capitals alone are a mistake; that is told of the one that was meant.
    const named = same.find(({ source }) => source.outline.id === word) ?? same[0];
    const found = named ?? project.sources.find(({ source }) => isPath(source, path));
    if (!found) {
      const ids = project.sources.flatMap(({ source }) => source.outline.id ?? []);
      const suggestion = nearest(word, ids);
      diagnostics.push(diagnose("unknown-selection", { word, suggestion }, undefined, suggestion ? [suggestion] : []));
    } else if (found.source.entry && !kinds[found.source.entry.kind].paper) {
      const kind = kindName(found.source.entry.kind, found.source.entry.language);
      diagnostics.push(diagnose("selection-not-printable", { word, kind }, undefined));
    } else chosen.add(found);
  }
  if (meeting !== undefined) {
    const isMeeting = project.sources.some(
      ({ source }) => source.outline.kind === "meeting" && isSameId(source.outline.id, meeting),
    );
    if (!isMeeting) {
      const ids = project.sources.flatMap(({ source }) =>
        source.outline.kind === "meeting" ? (source.outline.id ?? []) : [],
      );
      const suggestion = nearest(meeting, ids);
      diagnostics.push(diagnose("unknown-meeting", { word: meeting, suggestion }, undefined, ids));
    }
    for (const one of project.sources) if (one.source.entry && isOf(one.source.entry, meeting)) chosen.add(one);
  }
  return { sources: project.sources.filter((one) => chosen.has(one)), isAll: false, diagnostics };
}

/** True if a path is one's own, from wherever it was typed. */
function isPath({ name, path }: CheckedSource["source"], typed: string): boolean {
  return name === typed || path === typed || typed.endsWith(`/${name}`);
}

/** True for the meeting itself and its items. */
function isOf(entry: Entry, meeting: string): boolean {
  if (entry.kind === "meeting") return isSameId(entry.id, meeting);
  return entry.kind === "agenda-item" && isSameId((entry as Entry<"agenda-item">).data.meeting, meeting);
}
