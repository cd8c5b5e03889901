/** What a viewer is shown of a build: the papers that there are, and those that it looks at as soon as they are composed. */

import type { Entry, Tree } from "../kinds/entry.ts";
import { paperOf } from "../kinds/kinds.ts";
import type { ListedPaper, Viewer } from "../model/viewer.ts";
import type { ComposedPaper, PaperBuilder } from "./paper-builder.ts";
import type { CheckedSource, Project } from "./project.ts";

/** Shows a viewer what there is, and the papers that are looked at as soon as they are composed. */
export function showPapers(
  viewer: Viewer,
  chosen: readonly CheckedSource[],
  project: Project,
  builder: PaperBuilder,
): ReadonlyMap<CheckedSource, ComposedPaper> {
  const byId = sourcesById(chosen);
  viewer.listed(listPapers([...byId.values()], project.tree));
  const shown = new Map<CheckedSource, ComposedPaper>();
  for (const id of viewer.papers) {
    const one = byId.get(id);
    const composed = one && builder.compose(one);
    if (!one || !composed?.workshop) continue;
    shown.set(one, composed);
    for (const { edition, value } of composed.editions)
      if (value) viewer.composed(id, edition, value, composed.workshop.theme);
  }
  return shown;
}

/** Of several sources that have the same id by mistake the first that can be read; of the others only their mistakes are told. */
function sourcesById(sources: readonly CheckedSource[]): ReadonlyMap<string, CheckedSource> {
  const byId = new Map<string, CheckedSource>();
  for (const one of sources) {
    const { id = one.source.path } = one.source.outline;
    const known = byId.get(id);
    if (!known || (!known.source.entry && one.source.entry)) byId.set(id, one);
  }
  return byId;
}

/** Lists sources that print, and broken ones of which nobody knows whether they would. */
function listPapers(sources: readonly CheckedSource[], tree: Tree | undefined): readonly ListedPaper[] {
  return sources.flatMap((one) => {
    const { entry, outline, name, path } = one.source;
    const { id = path, kind = "unknown" } = outline;
    const known = { id, file: name, kind };
    if (!entry) return [{ ...known, label: "", title: outline.id ?? name }];
    const facts = tree && paperOf(entry)?.facts(entry, tree);
    if (!facts)
      return paperOf(entry) || one.diagnostics.length > 0 ? [{ ...known, label: "", title: entry.data.title }] : [];
    const meeting = facts.meeting === undefined ? undefined : tree.find("meeting", facts.meeting);
    return [{ ...known, label: facts.label, title: entry.data.title, ...(meeting && { meeting: describe(meeting) }) }];
  });
}

function describe({ id, data }: Entry<"meeting">): NonNullable<ListedPaper["meeting"]> {
  return { id, title: data.title, date: data.date };
}
