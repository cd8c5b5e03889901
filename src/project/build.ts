/** Builds a project: prints what can be printed, leaves the rest as it was, removes what is stale. */

import { createHash } from "node:crypto";
import { printPaper } from "../compile.ts";
import { diagnose } from "../diagnostics/catalogue.ts";
import type { Entry } from "../kinds/entry.ts";
import { visibilityOf } from "../kinds/tree.ts";
import { findValue } from "../kinds/vocabulary.ts";
import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import type { Host, WriteFailure } from "../model/host.ts";
import type { BuildOptions, Selection } from "../model/options.ts";
import type { DocumentReport, Edition, OutputFile, Report } from "../model/report.ts";
import { outputPath, readLedger, writeLedger } from "./outputs.ts";
import { type CheckedSource, openProject, type Project } from "./project.ts";
import { finishReport, isFailed, Reported, reportOf, withNeeded } from "./report.ts";
import { select } from "./select.ts";

/** Builds the selected papers. */
export async function buildProject(host: Host, selection: Selection = {}, options: BuildOptions = {}): Promise<Report> {
  const project = openProject(host, options);
  const { sources, diagnostics } = select(project, selection);
  const chosen = withNeeded(project, sources);
  const notify = options.onEvent ?? (() => undefined);
  const seen = new Reported();
  const ledger: Record<string, string> = { ...readLedger(host.output).outputs };

  notify({ type: "started", documents: chosen.length });
  const documents: DocumentReport[] = [];
  for (const one of chosen) {
    const id = one.source.outline.id ?? one.source.path;
    notify({ type: "document-started", id, title: one.source.entry?.data.title ?? id });
    const document = await buildDocument(host, project, one, options, seen);
    for (const { path } of document.outputs) ledger[path] = one.source.path;
    documents.push(document);
    notify({ type: "document-finished", document, finished: documents.length, documents: chosen.length });
  }
  const removal = removeStale(host, project, ledger, options.draft ?? false);
  for (const path of removal.removed) notify({ type: "removed", path });
  writeLedger(host.output, { outputs: ledger });
  return finishReport(documents, removal.removed, [...diagnostics, ...project.diagnostics, ...removal.diagnostics]);
}

interface Written {
  readonly file: OutputFile;
  readonly isNew: boolean;
}

async function buildDocument(
  host: Host,
  project: Project,
  one: CheckedSource,
  options: BuildOptions,
  seen: Reported,
): Promise<DocumentReport> {
  const { entry } = one.source;
  const { tree } = project;
  if (!entry || !tree || isFailed(project, one, one.diagnostics)) {
    return reportOf(
      one,
      seen.fresh(one.diagnostics),
      isFailed(project, one, one.diagnostics) || !tree ? "failed" : "unchanged",
    );
  }
  const found: Diagnostic[] = [...one.diagnostics];
  const pending: {
    path: string;
    edition: Edition;
    bytes: Uint8Array;
    mediaType: OutputFile["mediaType"];
    pages: number;
  }[] = [];
  for (const edition of project.editionsOf(entry)) {
    const composed = project.compose(entry, edition);
    found.push(...composed.diagnostics);
    const workshop = project.workshop(entry);
    if (!composed.value || !workshop) continue;
    const printed = await printPaper(composed.value, workshop);
    found.push(...printed.diagnostics);
    if (!printed.value) continue;
    const path = outputPath(entry, edition, tree, options.draft ?? false);
    const { pdf, html } = printed.value;
    const bytes = new TextEncoder().encode(html);
    pending.push({ path: `${path}.pdf`, edition, bytes: pdf.bytes, mediaType: "application/pdf", pages: pdf.pages });
    pending.push({ path: `${path}.html`, edition, bytes, mediaType: "text/html", pages: 1 });
  }
  // Nothing is written of a document that failed, also if only one of its editions did.
  if (hasErrors(found)) return reportOf(one, seen.fresh(found), "failed");
  const outputs: Written[] = [];
  for (const { bytes, ...file } of pending) {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const result = writeIfChanged(host, file.path, bytes);
    if (result !== "written" && result !== "unchanged") {
      const path = `${host.output.name}/${result.path}`;
      found.push(diagnose("write-failed", { path, reason: result.reason }, undefined));
    } else outputs.push({ file: { ...file, sha256 }, isNew: result === "written" });
  }
  const outcome = hasErrors(found) ? "failed" : outputs.some(({ isNew }) => isNew) ? "built" : "unchanged";
  return reportOf(
    one,
    seen.fresh(found),
    outcome,
    outputs.map(({ file }) => file),
  );
}

/** Leaves a file alone that has the same bytes already: its date then tells when the paper last changed. */
function writeIfChanged(host: Host, path: string, bytes: Uint8Array): "written" | "unchanged" | WriteFailure {
  const before = host.output.read(path);
  if ("bytes" in before && Buffer.compare(before.bytes, bytes) === 0) return "unchanged";
  return host.output.write(path, bytes) ?? "written";
}

/**
 * Removes outputs of earlier runs whose document is gone, has another name now, or is no longer public. An output whose
 * source has mistakes stays – unless it is public and the source says that it is not.
 */
function removeStale(
  host: Host,
  project: Project,
  ledger: Record<string, string>,
  draft: boolean,
): { removed: readonly string[]; diagnostics: readonly Diagnostic[] } {
  const removed: string[] = [];
  const diagnostics: Diagnostic[] = [];
  // A content folder without a single source is rather misspelt than emptied.
  if (project.sources.length === 0) return { removed, diagnostics };
  const byPath = new Map(project.sources.map((one) => [one.source.path, one]));
  for (const [path, sourcePath] of Object.entries(ledger)) {
    if (path.startsWith("draft/") !== draft && byPath.has(sourcePath)) {
      if (!isLeak(path, byPath.get(sourcePath))) continue;
    } else if (!isStale(path, byPath.get(sourcePath), project, draft)) continue;
    const failure = host.output.remove(path);
    if (failure) {
      diagnostics.push(
        diagnose("write-failed", { path: `${host.output.name}/${path}`, reason: failure.reason }, undefined),
      );
      continue;
    }
    delete ledger[path];
    removed.push(path);
  }
  return { removed, diagnostics };
}

const isPublicPath = (path: string): boolean => /^(draft\/)?public\//.test(path);

/** True if a public output belongs to a source that says it is not public, however broken it is otherwise. */
function isLeak(path: string, one: CheckedSource | undefined): boolean {
  if (!one || !isPublicPath(path)) return false;
  const { entry, outline } = one.source;
  const visibility = entry ? visibilityOf(entry) : findValue("visibility", outline.visibility ?? "");
  return visibility === "non-public";
}

function isStale(path: string, one: CheckedSource | undefined, project: Project, draft: boolean): boolean {
  if (!one) return true;
  const { entry } = one.source;
  const { tree } = project;
  if (isLeak(path, one)) return true;
  if (!entry || !tree || hasErrors(one.diagnostics) || one.blockedBy.length > 0) return false;
  return !expectedPaths(entry, project, draft).includes(path);
}

function expectedPaths(entry: Entry, project: Project, draft: boolean): readonly string[] {
  const { tree } = project;
  if (!tree) return [];
  return project.editionsOf(entry).flatMap((edition) => {
    const path = outputPath(entry, edition, tree, draft);
    return [`${path}.pdf`, `${path}.html`];
  });
}
