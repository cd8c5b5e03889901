/** Consultations: which paper is dealt with under which item of which meeting, and where it was before. */

import type { Entry } from "../kinds/entry.ts";
import { isSameId } from "../kinds/field.ts";
import { languageOf } from "../model/language.ts";
import { stamps } from "./moment.ts";
import { embedded, type OParlObject } from "./object.ts";
import type { Actors } from "./organizations.ts";
import { mergedPapers, type PaperEntry, paperId } from "./paper-entry.ts";
import { daysOf, findAllPublic, findPublic, publicOf, type Setting } from "./setting.ts";
import { preliminary } from "./words.ts";

/** Consultations by paper. */
export interface Consultations {
  of(paper: PaperEntry): readonly OParlObject[];
}

/** The address of the consultation of a paper under an agenda item, or before a resolution. */
export function consultationId(under: Entry, paper: PaperEntry, { objects }: Setting): string {
  return objects.idOf("consultation", under.id, paper.id);
}

/** Adds those of every public item: of its own paper, and of those that it merges. */
export function addConsultations(
  setting: Setting,
  actors: Actors,
  decidedUnder: (resolution: Entry<"resolution">) => string | undefined,
): Consultations {
  /** By the path of the paper, then by address: one that is known is put in place of itself. */
  const byPaper = new Map<string, Map<string, OParlObject>>();
  const { objects } = setting;
  const add = (
    under: Entry,
    paper: PaperEntry,
    properties: Readonly<Record<string, string | string[] | undefined>>,
  ) => {
    const days = [...daysOf(paper, setting), ...daysOf(under, setting)];
    const path = ["consultation", under.id, paper.id];
    const all = { paper: paperId(paper, setting), ...properties, ...stamps(days) };
    const object = embedded("Consultation", objects.add("Consultation", path, all, [under.path, paper.path]));
    const known = byPaper.get(paper.path) ?? new Map<string, OParlObject>();
    byPaper.set(paper.path, known.set(object.id, object));
  };
  const role = preliminary[languageOf(setting.tree.locale)];
  for (const item of publicOf("agenda-item", setting)) {
    const meeting = findPublic("meeting", item.data.meeting, setting);
    if (!meeting) continue;
    const committee = actors.committee(meeting.data.committee);
    for (const paper of [item, ...mergedPapers(item, setting).filter(({ kind }) => kind !== "resolution")]) {
      add(item, paper, {
        agendaItem: setting.unsure.has(meeting.path) ? undefined : objects.idOf("agendaitem", item.id),
        meeting: objects.idOf("meeting", meeting.id),
        organization: committee === undefined ? undefined : [committee],
      });
    }
    const motions = findAllPublic("motion", item.data.motions, setting);
    for (const resolution of findAllPublic("resolution", item.data.resolutions, setting)) {
      const { committee: decided, meeting: where } = resolution.data;
      // A resolution of this very meeting is its result, not what went before.
      if (isSameId(where, meeting.id)) continue;
      const isPreliminary = decided !== meeting.data.committee;
      const organization = actors.committee(decided);
      const before = findPublic("meeting", where, setting);
      for (const paper of [item, ...motions]) {
        // Several items may have the same papers: one of another committee makes it preliminary.
        if (!isPreliminary && byPaper.get(paper.path)?.has(consultationId(resolution, paper, setting))) continue;
        add(resolution, paper, {
          agendaItem: decidedUnder(resolution),
          meeting: before && objects.idOf("meeting", before.id),
          organization: organization === undefined ? undefined : [organization],
          role: isPreliminary ? role : undefined,
        });
      }
    }
  }
  return { of: (paper) => [...(byPaper.get(paper.path)?.values() ?? [])] };
}
