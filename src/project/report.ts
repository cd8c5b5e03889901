/** Findings → the report: which sources failed, and each diagnostic once. */

import { kinds } from "../kinds/kinds.ts";
import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import type { Host } from "../model/host.ts";
import type { DocumentReport, Report } from "../model/report.ts";
import type { CheckedSource, Project } from "./project.ts";

/** True if a source cannot print, be it by its own mistakes or by others'. */
export function isFailed(project: Project, one: CheckedSource, found: readonly Diagnostic[]): boolean {
  const { entry } = one.source;
  if (!entry || hasErrors(found) || one.blockedBy.length > 0) return true;
  return kinds[entry.kind].paper !== undefined && project.workshop(entry) === undefined;
}

/** The selected sources and those with mistakes that keep them from printing. */
export function withNeeded(project: Project, sources: readonly CheckedSource[]): readonly CheckedSource[] {
  const names = new Set(sources.flatMap(({ blockedBy }) => blockedBy));
  if (names.size === 0) return sources;
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
  { source, blockedBy }: CheckedSource,
  diagnostics: readonly Diagnostic[],
  outcome: DocumentReport["outcome"],
  outputs: DocumentReport["outputs"] = [],
): DocumentReport {
  const { id = source.path, kind = "unknown" } = source.outline;
  return { id, kind, file: source.name, outcome, outputs, diagnostics, blockedBy };
}

/** The path of a document's source in the content folder. */
export function sourceOf({ file }: DocumentReport, { content }: Pick<Host, "content">): string {
  return file.slice(content.name.length + 1);
}

/** The order of the sources. */
export function inOrderOf(sources: readonly CheckedSource[]): (a: DocumentReport, b: DocumentReport) => number {
  const places = new Map(sources.map(({ source }, index) => [source.name, index]));
  return (a, b) => (places.get(a.file) ?? 0) - (places.get(b.file) ?? 0);
}

/** The report as a whole. */
export function finishReport(
  documents: readonly DocumentReport[],
  diagnostics: readonly Diagnostic[],
  rest: Partial<Pick<Report, "removed" | "skipped" | "faults">> = {},
): Report {
  const { removed = [], skipped = 0, faults = [] } = rest;
  const failed = documents.some(({ outcome }) => outcome === "failed") || hasErrors(diagnostics) || skipped > 0;
  return { outcome: failed ? "failed" : "succeeded", documents, removed, skipped, faults, diagnostics };
}
