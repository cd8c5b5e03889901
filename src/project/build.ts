/** Builds a project: removes what is stale, prints what is new, leaves the rest as it was. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import type { Host } from "../model/host.ts";
import type { BuildOptions, Selection } from "../model/options.ts";
import type { Press, PrintLook } from "../model/printing.ts";
import type { Report } from "../model/report.ts";
import { Breath, isInterruption } from "./breath.ts";
import { Cache } from "./cache.ts";
import { Checksums } from "./checksum.ts";
import { Gate } from "./gate/gate.ts";
import { KnownWords } from "./gate/known-words.ts";
import { makeJointFiles, NO_JOINT_FILES, withPackets } from "./joint-files.ts";
import type { Kept } from "./kept.ts";
import { isOverAll, LastBuild, type ToldBuild, tellAgain } from "./last-build.ts";
import { showPapers } from "./listing.ts";
import { writeManifests } from "./manifest.ts";
import { ledgerFailure, openLedger } from "./outputs.ts";
import { PaperBuilder } from "./paper-builder.ts";
import { collecting, startThreadsEarly } from "./press.ts";
import { nonePrinted, printPapers, titleOf } from "./print-papers.ts";
import { openStepByStep } from "./project.ts";
import { SourceChanged } from "./read-sources.ts";
import { States } from "./recording.ts";
import { finishReport, Reported, withNeeded } from "./report.ts";
import type { Run } from "./run.ts";
import { select } from "./select.ts";
import { removeStale, sourceFromElsewhere } from "./stale.ts";
import { enterUnknownOutputs, isAsItWasLeft, rememberLedger } from "./unknown-outputs.ts";
import { Witness } from "./witness.ts";
import { notUsable, notWritten } from "./write.ts";

/** Builds the selected papers. What is in `kept` saves work that an earlier run of this process did. */
export async function buildProject(
  host: Host,
  selection: Selection = {},
  options: BuildOptions = {},
  kept?: Kept,
): Promise<Report> {
  const unlock = await host.output.lock(() => options.onEvent?.({ type: "waiting" }), options.signal);
  if ("reason" in unlock) {
    return finishReport([], [notUsable(host.output, unlock)]);
  }
  const presses: Press[] = [];
  const tended = { ...host, ...(host.startPress && { startPress: collecting(host.startPress, presses) }) };
  try {
    // Ended while it waited: nothing is locked then, and another run may be writing.
    options.signal?.throwIfAborted();
    if (!isOverAll(selection, options)) return (await build(tended, selection, options, { kept })).report;
    const last = new LastBuild(host, options);
    const witness = new Witness(tended, last.evidence);
    if (last.told && !(options.failFast && last.told.report.outcome === "failed") && witness.findsAllAsBefore()) {
      tellAgain(last.told, options.onEvent ?? (() => undefined));
      await last.keep(last.told, witness.remarked());
      return last.told.report;
    }
    const { isRepeatable, ...built } = await build(witness.host, selection, options, { kept, witness });
    if (isRepeatable) await last.remember(built, witness);
    return built.report;
  } catch (thrown) {
    // Nothing was begun yet, but reading.
    if (isInterruption(thrown, options.signal)) return ended(finishReport([], []));
    if (thrown instanceof SourceChanged) return finishReport([], [thrown.diagnostic]);
    throw thrown;
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

/** What earlier builds have left, beside what lies in the output folder. */
interface Before {
  readonly kept: Kept | undefined;
  /** Of a build over everything. */
  readonly witness?: Witness;
}

async function build(host: Host, selection: Selection, options: BuildOptions, before: Before): Promise<Built> {
  const { draft = false, draftsOnly = false, signal, viewer } = options;
  const notify = options.onEvent ?? (() => undefined);
  const breath = new Breath(signal);
  const { run, words, threads } = await openRun(host, selection, options, before, breath);
  const { project, ledger, cache } = run;
  await breath.take();
  const elsewhere = draftsOnly ? undefined : sourceFromElsewhere(project, run);
  if (elsewhere !== undefined) {
    const values = { folder: host.output.name, content: host.content.name, source: elsewhere };
    return abandoned(diagnose("output-of-other-sources", values, undefined));
  }
  const { sources: chosen, isAll, diagnostics } = select(project, selection);
  const builder = new PaperBuilder(run, { draft, signal });
  // Before anything else: somebody waits for it.
  const shown = viewer ? showPapers(viewer, withNeeded(project, chosen), project, builder) : undefined;
  // A server's writes leave when the program has a breath: printing gives none.
  if (shown) await new Promise((resolve) => setImmediate(resolve));

  const isSound = isAsItWasLeft(ledger, cache);
  // Without a body they could not be made anew.
  const hasUnknown = !isSound && !draftsOnly && project.tree !== undefined && enterUnknownOutputs(host.output, ledger);
  const removal = removeStale(host, project, ledger, { draft, draftsOnly });
  const lost = hasUnknown ? [diagnose("ledger-lost", { folder: host.output.name }, undefined)] : [];
  const unlisted = ledger.flush() ?? ledgerFailure(host.output);
  // No paper is written without its line, so none is printed; but a viewer shows papers all the same.
  const isIdle = unlisted !== undefined && !viewer;
  const refused = unlisted ? [notWritten(host.output, unlisted)] : [];
  const work = { chosen, shown, threads, builder, told: refused };
  const printed = isIdle ? nonePrinted(chosen.length) : await printPapers(run, work, options);
  const joint =
    draft || draftsOnly || isIdle
      ? NO_JOINT_FILES
      : await makeJointFiles(run, printed, removal.removed, selection, options);
  const takenAway = [...removal.removed, ...joint.removed];
  // What was made anew meanwhile is not gone.
  const removed = takenAway.filter((path) => host.output.state(path) === undefined);
  for (const path of removed) notify({ type: "removed", path });
  await ledger.close();
  if (isSound || (!draftsOnly && project.tree)) rememberLedger(host.output, cache);
  const unwritten = draftsOnly ? [] : await writeManifests(host.output, ledger, cache, takenAway);
  words.remember();
  const { documents, skipped, faults } = printed;
  const isDone = skipped === 0 && !printed.isStopped && signal?.aborted !== true;
  await cache.close(isAll && isDone, draft ? "draft" : "paper");
  const lastly = [...removal.diagnostics, ...lost, ...refused, ...joint.diagnostics, ...unwritten];
  // Steps that come upon the same file or folder say the same.
  const reported = new Reported();
  reported.fresh(documents.flatMap((one) => one.diagnostics));
  const found = reported.fresh([...diagnostics, ...project.diagnostics, ...lastly]);
  const report = finishReport(withPackets(documents, joint, run), found, { removed, skipped, faults });
  return {
    report: signal?.aborted ? ended(report) : report,
    titles: chosen.map((one) => titleOf(one)),
    // What was taken away has its reasons told once.
    isRepeatable: printed.isRepeatable && isDone && takenAway.length === 0 && !hasErrors(lastly),
  };
}

/** What was not done is no success. */
function ended(report: Report): Report {
  return { ...report, outcome: "failed" };
}

/** A build that does nothing. */
function abandoned(reason: Diagnostic): Built {
  return { report: finishReport([], [reason]), titles: [], isRepeatable: false };
}

/** Reads the project and what earlier builds have left of it; threads are started meanwhile if there will be much to print. */
async function openRun(
  host: Host,
  selection: Selection,
  options: BuildOptions,
  { kept, witness }: Before,
  breath: Breath,
): Promise<{ readonly run: Run; readonly words: KnownWords; readonly threads: Press | undefined }> {
  const states = new States(host, witness ? (name) => witness.stateByMark(name) : kept?.stateByMark);
  witness?.tellChanges((name, state) => states.set(name, state));
  const cache = new Cache(host.output, states, kept);
  const ledger = openLedger(host.output, kept);
  let threads: Press | undefined;
  const beginPrinting = (look: PrintLook): void => {
    threads = startThreadsEarly(host, look, selection, options, cache);
  };
  const memory = { states, cache, beginPrinting, ...(kept && { kept }) };
  const project = await breath.between(openStepByStep(host, options, memory));
  await breath.take();
  const paths = project.sources.map(({ source }) => source.path);
  const words = new KnownWords(cache, states, paths);
  const gate = new Gate(host, project, { states, words });
  return {
    run: { host, project, ledger, cache, states, gate, checksums: new Checksums(host.content), breath },
    words,
    threads,
  };
}
