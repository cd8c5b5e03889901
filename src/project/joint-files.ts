/** What is made of several papers together, when all of them are there: packets first, then what lies beside papers. */

import type { Diagnostic } from "../model/diagnostic.ts";
import type { BuildOptions, Selection } from "../model/options.ts";
import type { DocumentReport, OutputFile } from "../model/report.ts";
import { unlessInterrupted } from "./breath.ts";
import { Companions } from "./companions.ts";
import { Packets, type PacketsResult } from "./packets.ts";
import type { PrintedPapers } from "./print-papers.ts";
import type { Project } from "./project.ts";
import { SourceChanged } from "./read-sources.ts";
import { inOrderOf, reportOf, sourceOf } from "./report.ts";
import type { Run } from "./run.ts";

/** What was done, also if it was interrupted. */
export interface JointFiles extends Pick<PacketsResult, "packets" | "built"> {
  readonly diagnostics: readonly Diagnostic[];
  readonly removed: readonly string[];
}

/** What there is of them in a build of drafts. */
export const NO_JOINT_FILES: JointFiles = { diagnostics: [], removed: [], packets: new Map(), built: new Set() };

/** Makes them from the papers of a build; `withdrawn` are the files that it has removed so far. */
export async function makeJointFiles(
  run: Run,
  { documents, isStopped }: Pick<PrintedPapers, "documents" | "isStopped">,
  withdrawn: readonly string[],
  { meeting }: Selection,
  { onEvent, signal }: BuildOptions,
): Promise<JointFiles> {
  const failed = new Set(documents.flatMap((one) => (one.outcome === "failed" ? [sourceOf(one, run.host)] : [])));
  const packets = new Packets(run, (output) => onEvent?.({ type: "packet", output }));
  const companions = new Companions(run);
  const ended: Diagnostic[] = [];
  const go = async (write: () => Promise<void>): Promise<void> => {
    if (!signal?.aborted) ended.push(...(await endOf(write(), signal)));
  };
  // A packet is one more paper.
  if (!isStopped) await go(() => packets.write(meeting, failed, withdrawn));
  await go(() => companions.write());
  const [ofPackets, beside] = [packets.result(), companions.result()];
  return {
    ...ofPackets,
    diagnostics: [...ofPackets.diagnostics, ...beside.diagnostics, ...ended],
    removed: [...ofPackets.removed, ...beside.removed],
  };
}

/** What ended work before it was done, unless it was interrupted. */
async function endOf(work: Promise<void>, signal: AbortSignal | undefined): Promise<readonly Diagnostic[]> {
  try {
    await unlessInterrupted(work, signal);
    return [];
  } catch (thrown) {
    if (thrown instanceof SourceChanged) return [thrown.diagnostic];
    throw thrown;
  }
}

/** Documents with the packets of their meetings, in the order of the sources; with meetings that only had a packet made anew. */
export function withPackets(
  documents: readonly DocumentReport[],
  { packets, built }: JointFiles,
  { host, project }: { readonly host: Run["host"]; readonly project: Project },
): readonly DocumentReport[] {
  if (packets.size === 0) return documents;
  const isBuilt = (files: readonly OutputFile[]): boolean => files.some(({ path }) => built.has(path));
  const told = new Set(documents.map((one) => sourceOf(one, host)));
  const others = project.sources.filter(({ source: { path } }) => !told.has(path) && isBuilt(packets.get(path) ?? []));
  return [...documents, ...others.map((one) => reportOf(one, [], "unchanged"))]
    .map((one) => {
      const files = packets.get(sourceOf(one, host)) ?? [];
      const outcome = one.outcome === "unchanged" && isBuilt(files) ? "built" : one.outcome;
      return { ...one, outcome, outputs: [...one.outputs, ...files] };
    })
    .sort(inOrderOf(project.sources));
}
