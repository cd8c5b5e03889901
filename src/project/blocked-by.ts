/** Which mistakes keep which papers from printing: those of a source itself, and of all that it needs. */

import { mayBe } from "../kinds/doubt.ts";
import { idKey } from "../kinds/field.ts";
import { referencesOf } from "../kinds/leaves.ts";
import type { LinkedTree } from "../kinds/tree.ts";
import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import { folderOf } from "../model/path.ts";
import { remembering } from "./once.ts";
import type { Source } from "./read-sources.ts";

/** For a source the files that keep it from printing: sources that it needs and that have mistakes. */
export function findBlocks(
  sources: readonly Source[],
  diagnosticsOf: (source: Source) => readonly Diagnostic[],
  linked: LinkedTree | undefined,
): (source: Source) => readonly string[] {
  const isBad = (source: Source): boolean => !source.entry || hasErrors(diagnosticsOf(source));
  const byId = new Map(sources.flatMap((source) => (source.entry ? [[idKey(source.entry.id), source] as const] : [])));
  const bodies = sources.filter(({ outline }) => outline.kind === "body");
  const folders = new Set(
    sources.flatMap(({ outline, path }) => (outline.kind === "resolution" ? [folderOf(path)] : [])),
  );
  const lostResolutions = sources.filter(
    ({ entry, outline, path }) =>
      !entry && (mayBe("resolution", { ...outline, path }) || (outline.isBlank && folders.has(folderOf(path)))),
  );

  const needed = new Map<Source, readonly string[]>();
  const visit = (source: Source): readonly string[] => {
    const known = needed.get(source);
    if (known) return known;
    needed.set(source, []);
    const names = new Set<string>();
    const { entry } = source;
    const bodyFault = bodies.find(isBad);
    if (bodyFault && bodyFault !== source) names.add(bodyFault.name);
    if (entry) {
      for (const name of linked?.linked.get(entry)?.needs ?? []) names.add(name);
      const covers = "covers" in entry.data ? entry.data.covers : undefined;
      const covered = covers ? (linked?.tree?.resolutionsOf(covers.committee, covers.since, covers.until) ?? []) : [];
      for (const { id } of [...referencesOf(entry), ...covered]) {
        const other = byId.get(idKey(id));
        if (!other || other === source) continue;
        if (isBad(other)) names.add(other.name);
        for (const name of visit(other)) names.add(name);
      }
      // Nobody knows whether one that cannot be read belongs to it.
      if (covers) for (const { name } of lostResolutions) names.add(name);
    }
    names.delete(source.name);
    needed.set(source, [...names]);
    return [...names];
  };
  return remembering((source) => {
    const { entry } = source;
    if (entry?.kind !== "meeting") return visit(source);
    // Not in `visit`, since items do not need the agenda.
    return [...new Set([...visit(source), ...(linked?.linked.get(entry)?.spoiltBy ?? [])])];
  });
}
