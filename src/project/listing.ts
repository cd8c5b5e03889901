/** What papers there are, for a viewer that lists them. */

import type { Entry, Tree } from "../kinds/entry.ts";
import { paperOf } from "../kinds/kinds.ts";
import type { ListedPaper } from "../model/viewer.ts";
import type { CheckedSource } from "./project.ts";

/** Lists sources that print, and broken ones of which nobody knows whether they would. */
export function listPapers(sources: readonly CheckedSource[], tree: Tree | undefined): readonly ListedPaper[] {
  return sources.flatMap(({ source, diagnostics }) => {
    const { entry, outline, name, path } = source;
    const { id = path, kind = "unknown" } = outline;
    const known = { id, file: name, kind };
    if (!entry) return [{ ...known, label: "", title: outline.id ?? name }];
    const facts = tree && paperOf(entry)?.facts(entry, tree);
    if (!facts)
      return paperOf(entry) || diagnostics.length > 0 ? [{ ...known, label: "", title: entry.data.title }] : [];
    const meeting = facts.meeting === undefined ? undefined : tree.find("meeting", facts.meeting);
    return [{ ...known, label: facts.label, title: entry.data.title, ...(meeting && { meeting: describe(meeting) }) }];
  });
}

function describe({ id, data }: Entry<"meeting">): NonNullable<ListedPaper["meeting"]> {
  return { id, title: data.title, date: data.date };
}
