/** Builds a project: prints what can be printed, leaves the rest as it was, removes what is stale. */

import { createHash } from "node:crypto";
import { composePaper, printPaper } from "../compile.ts";
import { diagnose } from "../diagnostics/catalogue.ts";
import type { Entry } from "../kinds/entry.ts";
import { ingredientsOf } from "../kinds/ingredients.ts";
import { type Diagnostic, hasErrors, type Result } from "../model/diagnostic.ts";
import type { Host, WriteFailure } from "../model/host.ts";
import type { BuildOptions, Selection } from "../model/options.ts";
import type { DocumentReport, Edition, OutputFile, Report } from "../model/report.ts";
import { type Made, outputPath, readLedger, writeLedger } from "./outputs.ts";
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
  const ledger: Record<string, Made> = { ...readLedger(host.output).outputs };

  notify({ type: "started", documents: chosen.length });
  const documents: DocumentReport[] = [];
  for (const one of chosen) {
    const id = one.source.outline.id ?? one.source.path;
    notify({ type: "document-started", id, title: one.source.entry?.data.title ?? id });
    const document = await buildDocument(host, project, one, options, seen);
    for (const { path, edition } of document.outputs) ledger[path] = madeFrom(project, one, edition);
    documents.push(document);
    notify({ type: "document-finished", document, finished: documents.length, documents: chosen.length });
  }
  const removal = removeStale(host, project, ledger, options.draft ?? false);
  for (const path of removal.removed) notify({ type: "removed", path });
  writeLedger(host.output, { outputs: ledger });
  return finishReport(documents, removal.removed, [...diagnostics, ...project.diagnostics, ...removal.diagnostics]);
}

/** What goes into the ledger of an output that was just written. */
function madeFrom({ tree }: Project, { source }: CheckedSource, edition: Edition): Made {
  const ingredients = source.entry && tree ? ingredientsOf(source.entry, tree, edition) : [];
  const attachments = ingredients.flatMap(({ data }) => ("attachments" in data ? (data.attachments ?? []) : []));
  return {
    source: source.path,
    ingredients: ingredients.map(({ path }) => path),
    attachments: attachments.filter(({ visibility }) => visibility === "public").map(({ title }) => title),
  };
}

/** A file that is to be written. */
type Pending = Omit<OutputFile, "sha256"> & { readonly bytes: Uint8Array };

async function buildDocument(
  host: Host,
  project: Project,
  one: CheckedSource,
  options: BuildOptions,
  seen: Reported,
): Promise<DocumentReport> {
  const { entry } = one.source;
  if (!entry || isFailed(project, one, one.diagnostics)) return reportOf(one, seen.fresh(one.diagnostics), "failed");
  const printed = await printEditions(project, entry, options);
  const found = [...one.diagnostics, ...printed.diagnostics];
  // Nothing is written of a document that failed, also if only one of its editions did.
  if (!printed.value || hasErrors(found)) return reportOf(one, seen.fresh(found), "failed");
  const outputs: OutputFile[] = [];
  let isNew = false;
  for (const { bytes, ...file } of printed.value) {
    const result = writeIfChanged(host, file.path, bytes);
    if (result === "written" || result === "unchanged") {
      outputs.push({ ...file, sha256: createHash("sha256").update(bytes).digest("hex") });
      isNew ||= result === "written";
      continue;
    }
    const path = `${host.output.name}/${result.path}`;
    found.push(diagnose("write-failed", { path, reason: result.reason }, undefined));
    return reportOf(one, seen.fresh(found), "failed", outputs);
  }
  return reportOf(one, seen.fresh(found), isNew ? "built" : "unchanged", outputs);
}

/** Prints every edition of a source; kinds that do not print give no files. */
async function printEditions(
  project: Project,
  entry: Entry,
  options: BuildOptions,
): Promise<Result<readonly Pending[]>> {
  const diagnostics: Diagnostic[] = [];
  const files: Pending[] = [];
  const { tree } = project;
  const workshop = project.workshop(entry);
  if (!tree || !workshop) return { value: files, diagnostics };
  for (const edition of project.editionsOf(entry)) {
    const composed = composePaper(entry, edition, workshop);
    const printed = composed.value && (await printPaper(composed.value, workshop));
    diagnostics.push(...composed.diagnostics, ...(printed?.diagnostics ?? []));
    if (!printed?.value) continue;
    const { pdf, html } = printed.value;
    const path = outputPath(entry, edition, tree, options.draft ?? false);
    const page = new TextEncoder().encode(html);
    files.push({ path: `${path}.pdf`, edition, bytes: pdf.bytes, mediaType: "application/pdf", pages: pdf.pages });
    files.push({ path: `${path}.html`, edition, bytes: page, mediaType: "text/html", pages: 1 });
  }
  return { value: files, diagnostics };
}

/** Leaves a file alone that has the same bytes already: its date then tells when the paper last changed. */
function writeIfChanged(host: Host, path: string, bytes: Uint8Array): "written" | "unchanged" | WriteFailure {
  const before = host.output.read(path);
  if ("bytes" in before && Buffer.compare(before.bytes, bytes) === 0) return "unchanged";
  return host.output.write(path, bytes) ?? "written";
}

/**
 * Removes outputs of earlier runs whose document is gone or has another name now, and public ones that hold what is no
 * longer public. Otherwise the output of a source with mistakes stays.
 */
function removeStale(
  host: Host,
  project: Project,
  ledger: Record<string, Made>,
  draft: boolean,
): { removed: readonly string[]; diagnostics: readonly Diagnostic[] } {
  const removed: string[] = [];
  const diagnostics: Diagnostic[] = [];
  // A content folder without a single source is rather misspelt than emptied.
  if (project.sources.length === 0) return { removed, diagnostics };
  const byPath = new Map(project.sources.map((one) => [one.source.path, one]));
  for (const [path, made] of Object.entries(ledger)) {
    if (mayStay(path, made, byPath, project, draft)) continue;
    const failure = host.output.remove(path);
    if (failure) {
      const shown = `${host.output.name}/${path}`;
      diagnostics.push(diagnose("write-failed", { path: shown, reason: failure.reason }, undefined));
      continue;
    }
    delete ledger[path];
    removed.push(path);
  }
  return { removed, diagnostics };
}

function mayStay(
  path: string,
  made: Made,
  byPath: ReadonlyMap<string, CheckedSource>,
  project: Project,
  draft: boolean,
): boolean {
  const one = byPath.get(made.source);
  if (!one || (/^(draft\/)?public\//.test(path) && isWithdrawn(made, byPath))) return false;
  const { entry } = one.source;
  // Drafts and papers are only held against what a build of their own sort would write.
  if (path.startsWith("draft/") !== draft) return true;
  if (!entry || hasErrors(one.diagnostics) || one.blockedBy.length > 0) return true;
  return expectedPaths(entry, project, draft).includes(path);
}

/** True if anything that a public output was made from is not clearly public any more. */
function isWithdrawn({ ingredients, attachments }: Made, byPath: ReadonlyMap<string, CheckedSource>): boolean {
  return ingredients.some((path) => {
    const { isWithheld, withheldAttachments = [] } = byPath.get(path)?.source.outline ?? {};
    return isWithheld === true || withheldAttachments.some((title) => attachments.includes(title));
  });
}

function expectedPaths(entry: Entry, project: Project, draft: boolean): readonly string[] {
  const { tree } = project;
  if (!tree) return [];
  return project.editionsOf(entry).flatMap((edition) => {
    const path = outputPath(entry, edition, tree, draft);
    return [`${path}.pdf`, `${path}.html`];
  });
}
