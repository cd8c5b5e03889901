/** `vorlage check` */

import { createHost } from "../../node/host.ts";
import { checkProject } from "../../project/check.ts";
import type { Invocation } from "../arguments.ts";
import { exitCodeOf } from "../exit-code.ts";
import { formatJson } from "../json-report.ts";
import { selectionOf } from "../selection.ts";
import { type Terminal, textStyle } from "../terminal.ts";
import { allDiagnostics, formatDiagnostic, paint } from "../text-report.ts";
import { words } from "../words.ts";

/** Checks and reports. */
export async function run(invocation: Invocation, terminal: Terminal): Promise<number> {
  const { options } = invocation;
  const { locale, format } = options;
  const report = checkProject(createHost(options), selectionOf(invocation));
  const code = exitCodeOf(report);
  if (format === "json") {
    terminal.out(`${formatJson(report, locale)}\n`);
    return code;
  }
  const style = textStyle(terminal, locale);
  const found = allDiagnostics(report);
  for (const diagnostic of found) terminal.out(`${formatDiagnostic(diagnostic, style)}\n\n`);
  // Whoever named a paper that does not exist has read so; that nothing was checked tells nothing more.
  if (code === 2 && report.documents.length === 0) return code;
  const errors = found.filter(({ severity }) => severity === "error").length;
  const summary = words[locale].checked(report.documents.length, errors, found.length - errors);
  terminal.out(`${paint(summary, errors > 0 ? "red" : found.length > 0 ? "yellow" : "green", terminal)}\n`);
  return code;
}
