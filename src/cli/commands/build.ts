/** `vorlage build` */

import type { BuildEvent, DocumentReport, Report } from "../../model/report.ts";
import { createHost } from "../../node/host.ts";
import { buildProject } from "../../project/build.ts";
import type { Invocation } from "../arguments.ts";
import { exitCodeOf } from "../exit-code.ts";
import { Interruption } from "../interruption.ts";
import { formatJson } from "../json-report.ts";
import { showProgress } from "../progress.ts";
import { selectionOf } from "../selection.ts";
import { refuseSharedFolders } from "../separate-folders.ts";
import { type Terminal, textStyle } from "../terminal.ts";
import { allDiagnostics, formatDiagnostic, formatFault, paint } from "../text-report.ts";
import { words } from "../words.ts";

/** Builds and reports. */
export async function run(invocation: Invocation, terminal: Terminal): Promise<number> {
  const { options } = invocation;
  const { locale, format, draft, failFast, jobs } = options;
  refuseSharedFolders(options);
  const isJson = format === "json";
  const began = performance.now();
  const selection = selectionOf(invocation);
  const now = (): number => performance.now();
  const progress = isJson ? undefined : showProgress(options, terminal, now);
  const onEvent = (event: BuildEvent): void => progress?.show(event);
  const interruption = new Interruption();
  const { signal } = interruption;
  let report: Report;
  try {
    report = await buildProject(createHost(options), selection, { draft, onEvent, jobs, failFast, signal });
  } finally {
    interruption.close();
    progress?.end();
  }

  for (const fault of report.faults) terminal.err(`${formatFault(fault, locale)}\n`);
  const code = exitCodeOf(report, interruption.by);
  if (isJson) {
    terminal.out(`${formatJson(report, locale, { isInterrupted: interruption.by !== undefined })}\n`);
    return code;
  }
  const style = textStyle(terminal, locale);
  const found = allDiagnostics(report);
  if (found.length > 0) terminal.out("\n");
  for (const diagnostic of found) terminal.out(`${formatDiagnostic(diagnostic, style)}\n\n`);
  // Whoever named a paper that does not exist has read so; that nothing was built tells nothing more.
  if (code === 2 && report.documents.length === 0) return code;
  const count = (outcome: DocumentReport["outcome"]): number =>
    report.documents.filter((one) => one.outcome === outcome && (outcome === "failed" || one.outputs.length > 0))
      .length;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const say = words[locale];
  const totals = say.totals(count("built"), count("unchanged"), count("failed"), report.skipped, seconds);
  const line = interruption.by ? `${say.interrupted} ${totals}` : totals;
  terminal.out(`${paint(line, report.outcome === "failed" ? "red" : "green", terminal)}\n`);
  return code;
}
