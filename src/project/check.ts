/** Checks a project: everything a build does short of layout. */

import { kinds } from "../kinds/kinds.ts";
import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import type { Host } from "../model/host.ts";
import type { DocumentReport, Report } from "../model/report.ts";
import { type CheckedSource, openProject, type Project, type ProjectOptions } from "./project.ts";
import { type Selection, select } from "./select.ts";

/** Reports every mistake in the selected papers, and in what they are made from. */
export function checkProject(host: Host, selection: Selection = {}, options: ProjectOptions = {}): Report {
  const project = openProject(host, options);
  const { sources, diagnostics } = select(project, selection);
  const seen = new Reported();
  const documents = withNeeded(project, sources).map((one) => {
    const found = [...one.diagnostics, ...checkPapers(project, one)];
    return reportOf(one, seen.fresh(found), isFailed(project, one, found) ? "failed" : "unchanged");
  });
  return finishReport(documents, [], [...diagnostics, ...project.diagnostics]);
}

/** Composes every edition of a source that has no mistakes so far. */
function checkPapers(project: Project, { source, diagnostics, blockedBy }: CheckedSource): readonly Diagnostic[] {
  const { entry } = source;
  if (!entry || hasErrors(diagnostics) || blockedBy.length > 0) return [];
  return project.editionsOf(entry).flatMap((edition) => project.compose(entry, edition).diagnostics);
}

/** True if a source cannot print, be it by its own mistakes or by others'. */
export function isFailed(project: Project, one: CheckedSource, found: readonly Diagnostic[]): boolean {
  const { entry } = one.source;
  if (!entry || hasErrors(found) || one.blockedBy.length > 0) return true;
  return kinds[entry.kind].paper !== undefined && project.workshop(entry) === undefined;
}

/** The selected sources and those with mistakes that keep them from printing. */
export function withNeeded(project: Project, sources: readonly CheckedSource[]): readonly CheckedSource[] {
  const names = new Set(sources.flatMap(({ blockedBy }) => blockedBy));
  return project.sources.filter((one) => sources.includes(one) || names.has(one.source.name));
}

/** Lets every diagnostic through once: two editions, or two papers, can find the same one. */
export class Reported {
  readonly #seen = new Set<string>();

  fresh(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    return diagnostics.filter((one) => {
      const key = JSON.stringify([one.code, one.place, one.message.de]);
      if (this.#seen.has(key)) return false;
      this.#seen.add(key);
      return true;
    });
  }
}

/** A source in the report. */
export function reportOf(
  { source }: CheckedSource,
  diagnostics: readonly Diagnostic[],
  outcome: DocumentReport["outcome"],
  outputs: DocumentReport["outputs"] = [],
): DocumentReport {
  const { id = source.path, kind = "unknown" } = source.outline;
  return { id, kind, file: source.name, outcome, outputs, diagnostics };
}

/** The report as a whole. */
export function finishReport(
  documents: readonly DocumentReport[],
  removed: readonly string[],
  diagnostics: readonly Diagnostic[],
): Report {
  const failed = documents.some(({ outcome }) => outcome === "failed") || hasErrors(diagnostics);
  return { outcome: failed ? "failed" : "succeeded", documents, removed, diagnostics };
}
