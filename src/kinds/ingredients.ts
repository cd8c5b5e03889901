/** What a paper is made from: every source whose words can stand in it. */

import type { Entry, Tree } from "./entry.ts";
import { referencesOf } from "./leaves.ts";
import { coveredResolutions } from "./status-report.ts";
import { isShown } from "./view.ts";

/** The entry itself and all that it merges, each once. */
export function ingredientsOf(entry: Entry, tree: Tree, edition: "public" | "internal"): readonly Entry[] {
  const found = new Set<Entry>();
  const walk = (one: Entry): void => {
    if (found.has(one)) return;
    found.add(one);
    for (const { target, id } of referencesOf(one)) {
      if (target === "committee" || target === "faction" || target === "department") continue;
      const next = tree.find(target, id);
      if (next) walk(next);
    }
    if (one.kind === "status-report") {
      for (const resolution of coveredResolutions(one as Entry<"status-report">, { tree, edition })) walk(resolution);
    }
  };
  walk(entry);
  if (entry.kind === "meeting") {
    // An agenda has titles of its items, and no words of what they merge.
    for (const item of tree.itemsOf(entry.id)) if (isShown(item.data.visibility, { tree, edition })) found.add(item);
  }
  return [...found];
}
