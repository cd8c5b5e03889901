/** The sources that are papers in OParl, and how they belong together. */

import type { Entry } from "../kinds/entry.ts";
import { findAllPublic, type Setting } from "./setting.ts";

/** The kinds that are papers, in the order in which they come about. */
export const paperKinds = ["motion", "explanation", "status-report", "resolution", "agenda-item"] as const;

/** An entry of one of them. */
export type PaperEntry = Entry<(typeof paperKinds)[number]>;

/** The address of a paper. */
export function paperId({ id }: PaperEntry, { objects }: Setting): string {
  return objects.idOf("paper", id);
}

/** The public papers that an agenda item merges. */
export function mergedPapers({ data }: Entry<"agenda-item">, setting: Setting): readonly PaperEntry[] {
  return [
    ...findAllPublic("motion", data.motions, setting),
    ...findAllPublic("resolution", data.resolutions, setting),
    ...findAllPublic("explanation", data.explanations, setting),
    ...findAllPublic("status-report", data.reports, setting),
  ];
}
