/** Checks a project: everything a build does short of layout. */

import { composePaper } from "../compile.ts";
import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import type { Host } from "../model/host.ts";
import type { ProjectOptions, Selection } from "../model/options.ts";
import type { Report } from "../model/report.ts";
import { type CheckedSource, openProject, type Project } from "./project.ts";
import { finishReport, isFailed, Reported, reportOf, withNeeded } from "./report.ts";
import { select } from "./select.ts";

/** Reports every mistake in the selected papers, and in what they are made from. */
export function checkProject(host: Host, selection: Selection = {}, options: ProjectOptions = {}): Report {
  const project = openProject(host, options);
  const { sources, diagnostics } = select(project, selection);
  const seen = new Reported();
  const documents = withNeeded(project, sources).map((one) => {
    const found = [...one.diagnostics, ...checkPapers(project, one)];
    return reportOf(one, seen.fresh(found), isFailed(project, one, found) ? "failed" : "unchanged");
  });
  return finishReport(documents, [...diagnostics, ...project.diagnostics]);
}

/** Composes every edition of a source that has no mistakes so far. */
function checkPapers(project: Project, { source, diagnostics, blockedBy }: CheckedSource): readonly Diagnostic[] {
  const { entry } = source;
  if (!entry || hasErrors(diagnostics) || blockedBy.length > 0) return [];
  const workshop = project.workshop(entry);
  if (!workshop) return [];
  return project.editionsOf(entry).flatMap((edition) => composePaper(entry, edition, workshop).diagnostics);
}
