/** The papers of a build: printed or recalled, several at a time, and told of in their order. */

import { type Diagnostic, hasErrors } from "../model/diagnostic.ts";
import type { BuildOptions } from "../model/options.ts";
import type { Press } from "../model/printing.ts";
import type { DocumentReport } from "../model/report.ts";
import { unlessInterrupted } from "./breath.ts";
import { inOrder } from "./in-order.ts";
import { type BuiltPaper, type ComposedPaper, NOTHING, type PaperBuilder } from "./paper-builder.ts";
import { startPress } from "./press.ts";
import type { CheckedSource, Project } from "./project.ts";
import { inOrderOf, isFailed, Reported, reportOf, withNeeded } from "./report.ts";
import type { Run } from "./run.ts";

/** Papers are told of in order, and writing one takes longer than others; threads would else wait for it too. */
const PAPERS_AHEAD = 32;

/** What is to be printed, and with what. */
interface Work {
  readonly chosen: readonly CheckedSource[];
  /** Those that somebody looks at, composed already: they come first. */
  readonly shown: ReadonlyMap<CheckedSource, ComposedPaper> | undefined;
  /** Those that were started before anything was read. */
  readonly threads: Press | undefined;
  readonly builder: PaperBuilder;
  /** What is told of the build as a whole, and not of its papers again. */
  readonly told: readonly Diagnostic[];
}

/** What became of them. */
export interface PrintedPapers {
  /** In the order of the sources; also those whose mistakes keep others from printing. */
  readonly documents: readonly DocumentReport[];
  /** How many were not begun. */
  readonly skipped: number;
  readonly faults: readonly Error[];
  /** True if a mistake lets nothing more begin, as was asked for. */
  readonly isStopped: boolean;
  /** False if something was found while papers were made, and only then: it may have been the hour's fault. */
  readonly isRepeatable: boolean;
}

/** What becomes of so many papers if none is begun. */
export function nonePrinted(skipped: number): PrintedPapers {
  return { documents: [], skipped, faults: [], isStopped: false, isRepeatable: false };
}

/** Prints what is new. */
export async function printPapers(
  { host, project, breath }: Pick<Run, "host" | "project" | "breath">,
  work: Work,
  options: BuildOptions,
): Promise<PrintedPapers> {
  const { chosen, shown, threads, builder } = work;
  const { failFast = false, signal, viewer } = options;
  const notify = options.onEvent ?? (() => undefined);
  notify({ type: "started", documents: chosen.length });
  const recalled = new Map<CheckedSource, BuiltPaper | undefined>();
  for (const one of chosen) {
    await unlessInterrupted(breath.take(), signal);
    if (signal?.aborted) return nonePrinted(chosen.length);
    recalled.set(one, builder.recall(one));
  }
  const todo = chosen.filter((one) => !recalled.get(one));
  const press = threads ?? startPress(host, project, todo, options);
  const seen = new Reported();
  seen.fresh(work.told);
  const documents: DocumentReport[] = [];
  const told = new Set(chosen);
  const named = new Set<CheckedSource>();
  const faults: Error[] = [];
  let isStopped = false;
  let isRepeatable = true;
  const tell = (one: CheckedSource, paper: BuiltPaper): DocumentReport => {
    const document = report(project, one, paper, seen);
    // By the next build it may be again as it was.
    if (document.diagnostics.some(({ code }) => code === "source-changed")) isRepeatable = false;
    documents.push(document);
    named.add(one);
    viewer?.finished(document);
    notify({ type: "document-finished", document, finished: documents.length, documents: told.size });
    return document;
  };
  const items = shown ? [...new Set([...shown.keys(), ...chosen])] : chosen;
  await inOrder({
    items,
    // What was begun would be printed after the mistake that all is to stop at.
    ahead: failFast ? press.size : Math.max(PAPERS_AHEAD, press.size * 4),
    ...(signal && { signal }),
    run(one) {
      const { id = one.source.path } = one.source.outline;
      notify({ type: "document-started", id, title: titleOf(one) });
      const onBegin = (): void => viewer?.begun(id);
      return recalled.get(one) ?? builder.build(one, press, { composed: shown?.get(one), onBegin });
    },
    done(one, paper) {
      // Their mistakes keep this one from printing; nobody asked for them, or nobody would come to them.
      for (const needed of withNeeded(project, [one])) {
        if (needed === one || named.has(needed) || (told.has(needed) && !failFast)) continue;
        told.add(needed);
        tell(needed, NOTHING);
      }
      const { outcome } = tell(one, paper);
      if (paper.fault) faults.push(paper.fault);
      if (hasErrors(paper.diagnostics)) isRepeatable = false;
      isStopped = failFast && outcome === "failed";
      return !isStopped;
    },
  });
  const written = await builder.end();
  // Also if the build was ended before their turn to be told of.
  for (const one of items) {
    const paper = written.get(one.source.path);
    if (paper && !named.has(one)) tell(one, paper);
  }
  // It is waited for in the end: there are other things to do meanwhile.
  void press.close();
  documents.sort(inOrderOf(project.sources));
  return { documents, skipped: told.size - documents.length, faults, isStopped, isRepeatable };
}

/** What people know a source by. */
export function titleOf({ source: { path, outline, entry } }: CheckedSource): string {
  return entry?.data.title ?? outline.id ?? path;
}

function report(project: Project, one: CheckedSource, paper: BuiltPaper, seen: Reported): DocumentReport {
  const found = [...one.diagnostics, ...paper.diagnostics];
  const outcome = isFailed(project, one, found) ? "failed" : paper.isNew ? "built" : "unchanged";
  return reportOf(one, seen.fresh(found), outcome, paper.outputs);
}
