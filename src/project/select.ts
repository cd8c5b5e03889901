/** What the user asked for → sources. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { nearest, suggestionFirst } from "../diagnostics/nearest.ts";
import type { Entry } from "../kinds/entry.ts";
import { idKey, isSameId } from "../kinds/field.ts";
import { kinds } from "../kinds/kinds.ts";
import { kindName } from "../kinds/vocabulary.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { groupBy } from "../model/groups.ts";
import type { Selection } from "../model/options.ts";
import type { CheckedSource, Project } from "./project.ts";
import type { Source } from "./read-sources.ts";

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
    const path = asPath(word);
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
    if (!isMeeting) diagnostics.push(unknownMeeting(meeting, project));
    for (const one of project.sources) if (one.source.entry && isOf(one.source.entry, meeting)) chosen.add(one);
  }
  return { sources: project.sources.filter((one) => chosen.has(one)), isAll: false, diagnostics };
}

/** As paths of sources are written. */
function asPath(typed: string): string {
  return typed.replaceAll("\\", "/").replace(/^(?:\.\/)+|\/+$/g, "");
}

function isPath({ name, path }: Source, typed: string): boolean {
  return name === typed || path === typed;
}

/** Says what a word is that is no meeting's id, and which meeting may be meant by it. */
function unknownMeeting(word: string, project: Project): Diagnostic {
  const sources = project.sources.map(({ source }) => source);
  const path = asPath(word);
  const isBelow = ({ name, path: own }: Source): boolean => name.startsWith(`${path}/`) || own.startsWith(`${path}/`);
  const readings = [
    ["id", sources.filter(({ outline }) => isSameId(outline.id, word))],
    ["file", sources.filter((source) => isPath(source, path))],
    ["folder", sources.filter(isBelow)],
  ] as const;
  const [is, meant] = readings.find(([, found]) => found.length > 0) ?? [undefined, []];
  const known = idsOfMeetings(sources);
  const inside = idsOfMeetings(meant);
  const named = inside.length > 0 ? inside : meant.flatMap(({ outline }) => outline.meeting ?? []);
  const near = [...new Set(named)].filter((id) => known.includes(id));
  const suggestion = near.length > 1 ? undefined : (near[0] ?? nearest(word, known));
  const [source] = meant;
  const kind = is === "folder" ? undefined : source?.outline.kind;
  const values = {
    word,
    is,
    kind: kind && kindName(kind, source?.entry?.language ?? "de"),
    suggestion,
    meetings: near.length > 1 ? near : [],
  };
  return diagnose("unknown-meeting", values, undefined, suggestionFirst(suggestion, near.length > 0 ? near : known));
}

function idsOfMeetings(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ outline }) => (outline.kind === "meeting" ? (outline.id ?? []) : []));
}

/** True for the meeting itself and its items. */
function isOf(entry: Entry, meeting: string): boolean {
  if (entry.kind === "meeting") return isSameId(entry.id, meeting);
  return entry.kind === "agenda-item" && isSameId((entry as Entry<"agenda-item">).data.meeting, meeting);
}
