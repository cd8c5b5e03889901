/** Builds a project: removes what is stale, prints what is new, leaves the rest as it was. */

import { hasErrors } from "../model/diagnostic.ts";
import type { Host } from "../model/host.ts";
import type { BuildOptions, Selection } from "../model/options.ts";
import type { Press, PrintLook } from "../model/printing.ts";
import type { DocumentReport, Report } from "../model/report.ts";
import { Cache } from "./cache.ts";
import { Checksums } from "./checksum.ts";
import { Companions } from "./companions.ts";
import { Gate } from "./gate.ts";
import { inOrder } from "./in-order.ts";
import type { Kept } from "./kept.ts";
import { KnownWords } from "./known-words.ts";
import { isOverAll, LastBuild, type ToldBuild, tellAgain } from "./last-build.ts";
import { showPapers } from "./listing.ts";
import { writeManifests } from "./manifest.ts";
import { openLedger } from "./outputs.ts";
import { Packets } from "./packets.ts";
import { type BuiltPaper, NOTHING, PaperBuilder } from "./paper-builder.ts";
import { collecting, startPress, startThreadsEarly } from "./press.ts";
import { type CheckedSource, openProject, type Project } from "./project.ts";
import { States } from "./recording.ts";
import { finishReport, isFailed, Reported, reportOf, withNeeded } from "./report.ts";
import type { Run } from "./run.ts";
import { select } from "./select.ts";
import { removeStale } from "./stale.ts";
import { Witness } from "./witness.ts";

/** Builds the selected papers. What is in `kept` saves work that an earlier run of this process did. */
export async function buildProject(
  host: Host,
  selection: Selection = {},
  options: BuildOptions = {},
  kept?: Kept,
): Promise<Report> {
  const unlock = await host.output.lock(() => options.onEvent?.({ type: "waiting" }), options.signal);
  const presses: Press[] = [];
  const tended = { ...host, ...(host.startPress && { startPress: collecting(host.startPress, presses) }) };
  try {
    if (!isOverAll(selection, options)) return (await build(tended, selection, options, kept)).report;
    const last = new LastBuild(host, options);
    const witness = new Witness(tended, last.evidence);
    if (last.told && !(options.failFast && last.told.report.outcome === "failed") && witness.findsAllAsBefore()) {
      tellAgain(last.told, options.onEvent ?? (() => undefined));
      await last.keep(last.told, witness.remarked());
      return last.told.report;
    }
    const { isRepeatable, ...built } = await build(witness.host, selection, options, kept, witness);
    if (isRepeatable) await last.remember(built, witness);
    return built.report;
  } finally {
    // Also after a fault of ours.
    await Promise.all(presses.map((press) => press.close()));
    unlock();
  }
}

/** A build, and whether the next one would find the same if nothing changed. */
interface Built extends ToldBuild {
  readonly isRepeatable: boolean;
}

async function build(
  host: Host,
  selection: Selection,
  options: BuildOptions,
  kept?: Kept,
  witness?: Witness,
): Promise<Built> {
  const { draft = false, failFast = false, draftsOnly = false, signal, viewer } = options;
  const notify = options.onEvent ?? (() => undefined);
  const states = new States(host, witness && ((name) => witness.stateByMark(name)));
  witness?.tellChanges((name, state) => states.set(name, state));
  const cache = new Cache(host.output, states, kept);
  const ledger = openLedger(host.output, kept);
  let threads: Press | undefined;
  const beginPrinting = (look: PrintLook): void => {
    threads = startThreadsEarly(host, look, selection, options, cache);
  };
  const project = openProject(host, options, { states, cache, beginPrinting, ...(kept && { kept }) });
  const { sources: chosen, isAll, diagnostics } = select(project, selection);

  const paths = project.sources.map(({ source }) => source.path);
  const words = new KnownWords(cache, states, paths);
  const run: Run = {
    host,
    project,
    ledger,
    cache,
    states,
    gate: new Gate(host, project, { states, words }),
    checksums: new Checksums(host.content),
  };
  const builder = new PaperBuilder(run, { draft, signal });
  // Before anything else: somebody waits for it.
  const shown = viewer ? showPapers(viewer, withNeeded(project, chosen), project, builder) : undefined;
  // A server's writes leave when the program has a breath: printing gives none.
  if (shown) await new Promise((resolve) => setImmediate(resolve));

  const removal = removeStale(host, project, ledger, { draft, draftsOnly });
  ledger.flush();
  notify({ type: "started", documents: chosen.length });

  const recalled = new Map(chosen.map((one) => [one, builder.recall(one)]));
  const todo = chosen.filter((one) => !recalled.get(one));
  const press = threads ?? startPress(host, project, todo, options);
  const seen = new Reported();
  const documents: DocumentReport[] = [];
  const told = new Set(chosen);
  const tell = (document: DocumentReport): void => {
    documents.push(document);
    viewer?.finished(document);
    notify({ type: "document-finished", document, finished: documents.length, documents: told.size });
  };
  const faults: Error[] = [];
  // What was found while papers were made, and only then: it may have been the hour's fault.
  let isRepeatable = true;
  await inOrder({
    items: shown ? [...new Set([...shown.keys(), ...chosen])] : chosen,
    ahead: press.size * 4,
    ...(signal && { signal }),
    run(one) {
      const { id = one.source.path } = one.source.outline;
      notify({ type: "document-started", id, title: titleOf(one) });
      const known = recalled.get(one);
      if (!known) viewer?.begun(id);
      return known ?? builder.build(one, press, shown?.get(one));
    },
    done(one, paper) {
      // Nobody asked for these, but their mistakes keep this one from printing.
      for (const needed of withNeeded(project, [one])) {
        if (told.has(needed)) continue;
        told.add(needed);
        tell(report(project, needed, NOTHING, seen));
      }
      const document = report(project, one, paper, seen);
      tell(document);
      if (paper.fault) faults.push(paper.fault);
      if (hasErrors(paper.diagnostics)) isRepeatable = false;
      return !(failFast && document.outcome === "failed");
    },
  });
  await builder.end();
  // It is waited for in the end: there are other things to do meanwhile.
  void press.close();
  const skipped = told.size - documents.length;
  const isOver = draft || draftsOnly || signal?.aborted === true;
  const failedSources = new Set(
    documents.flatMap(({ outcome, file }) => (outcome === "failed" ? [file.slice(host.content.name.length + 1)] : [])),
  );
  const printed = new Set<string>();
  const packets = isOver
    ? undefined
    : await new Packets(run, (output) => {
        printed.add(output.path);
        notify({ type: "packet", output });
      }).write(selection.meeting, failedSources, removal.removed);
  const companions = isOver ? { diagnostics: [], removed: [] } : await new Companions(run).write();
  const takenAway = [...removal.removed, ...(packets?.removed ?? []), ...companions.removed];
  // What was made anew meanwhile is not gone.
  const removed = takenAway.filter((path) => host.output.state(path) === undefined);
  for (const path of removed) notify({ type: "removed", path });
  await ledger.close();
  const unlisted = draftsOnly ? [] : await writeManifests(host.output, ledger, cache, takenAway);
  words.remember();
  // Drafts and papers are remembered side by side; this run asked for one of them.
  await cache.close(isAll && skipped === 0, draft ? "paper:" : "draft:");
  const lastly = [...removal.diagnostics, ...(packets?.diagnostics ?? []), ...companions.diagnostics, ...unlisted];
  documents.sort(inOrderOf(project.sources));
  const all = documents.map((one) => {
    const files = packets?.packets.get(one.file.slice(host.content.name.length + 1)) ?? [];
    if (files.length === 0) return one;
    const outcome = one.outcome === "unchanged" && files.some(({ path }) => printed.has(path)) ? "built" : one.outcome;
    return { ...one, outcome, outputs: [...one.outputs, ...files] };
  });
  const found = [...diagnostics, ...project.diagnostics, ...lastly];
  return {
    report: finishReport(all, found, { removed, skipped, faults }),
    titles: chosen.map((one) => titleOf(one)),
    // What was taken away has its reasons told once.
    isRepeatable:
      isRepeatable && skipped === 0 && takenAway.length === 0 && !hasErrors(lastly) && signal?.aborted !== true,
  };
}

function titleOf({ source: { path, outline, entry } }: CheckedSource): string {
  return entry?.data.title ?? outline.id ?? path;
}

/** The order of the sources. */
function inOrderOf(chosen: readonly CheckedSource[]): (a: DocumentReport, b: DocumentReport) => number {
  const places = new Map(chosen.map(({ source }, index) => [source.name, index]));
  return (a, b) => (places.get(a.file) ?? 0) - (places.get(b.file) ?? 0);
}

function report(project: Project, one: CheckedSource, paper: BuiltPaper, seen: Reported): DocumentReport {
  const found = [...one.diagnostics, ...paper.diagnostics];
  const outcome = isFailed(project, one, found) ? "failed" : paper.isNew ? "built" : "unchanged";
  return reportOf(one, seen.fresh(found), outcome, paper.outputs);
}
