/** `vorlage build` */

import type { BuildEvent, DocumentReport } from "../../model/report.ts";
import { createHost } from "../../node/host.ts";
import { buildProject } from "../../project/build.ts";
import type { Invocation, Options } from "../arguments.ts";
import { exitCodeOf } from "../exit-code.ts";
import { formatJson } from "../json-report.ts";
import { type Terminal, textStyle } from "../terminal.ts";
import { allDiagnostics, formatDiagnostic, paint } from "../text-report.ts";
import { words } from "../words.ts";

/** Builds and reports. */
export async function run({ words: papers, options }: Invocation, terminal: Terminal): Promise<number> {
  const { locale, meeting, format, draft } = options;
  const isJson = format === "json";
  const began = performance.now();
  const selection = { papers, ...(meeting !== undefined && { meeting }) };
  const onEvent = isJson ? () => undefined : showProgress(options, terminal);
  const report = await buildProject(createHost(options), selection, { draft, onEvent });
  if (isJson) {
    terminal.out(`${formatJson(report, locale)}\n`);
    return exitCodeOf(report);
  }
  const style = textStyle(terminal, locale);
  const found = allDiagnostics(report);
  if (found.length > 0) terminal.out("\n");
  for (const diagnostic of found) terminal.out(`${formatDiagnostic(diagnostic, style)}\n\n`);
  const count = (outcome: DocumentReport["outcome"]): number =>
    report.documents.filter((one) => one.outcome === outcome && (outcome === "failed" || one.outputs.length > 0))
      .length;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const totals = words[locale].totals(count("built"), count("unchanged"), count("failed"), seconds);
  terminal.out(`${paint(totals, report.outcome === "failed" ? "red" : "green", terminal)}\n`);
  return exitCodeOf(report);
}

/** One line for each paper, and on a terminal a bar below them while it goes on. */
function showProgress({ locale, output }: Options, terminal: Terminal): (event: BuildEvent) => void {
  const say = words[locale];
  const clear = terminal.isInteractive ? "\r\u001b[K" : "";
  return (event) => {
    switch (event.type) {
      case "started":
        return;
      case "document-started":
        if (terminal.isInteractive)
          terminal.err(`${clear}${paint(event.title.slice(0, terminal.columns - 2), "dim", terminal)}`);
        return;
      case "removed":
        terminal.out(`${clear}${paint(say.removed, "yellow", terminal)}  ${output}/${event.path}\n`);
        return;
      case "document-finished": {
        if (terminal.isInteractive) terminal.err(clear);
        const line = documentLine(event.document, output, locale, terminal);
        if (line !== undefined) terminal.out(`${line}\n`);
        if (terminal.isInteractive && event.finished < event.documents) {
          terminal.err(progressBar(event.finished, event.documents, terminal.columns));
        }
      }
    }
  };
}

function documentLine(
  document: DocumentReport,
  output: string,
  locale: Options["locale"],
  terminal: Terminal,
): string | undefined {
  const say = words[locale];
  if (document.outcome === "failed") {
    const reason = document.blockedBy.length > 0 ? ` (${say.blocked(document.blockedBy)})` : "";
    return `${paint(say.failed, "red", terminal)}  ${document.file}${reason}`;
  }
  const pdf = document.outputs.filter(({ mediaType }) => mediaType === "application/pdf");
  if (pdf.length === 0) return undefined;
  const color = document.outcome === "built" ? "green" : "dim";
  return pdf
    .map(
      ({ path, pages }) =>
        `${paint(say[document.outcome === "built" ? "built" : "unchanged"], color, terminal)}  ${output}/${path} (${say.pages(pages)})`,
    )
    .join("\n");
}

function progressBar(finished: number, documents: number, columns: number): string {
  const width = Math.max(10, Math.min(40, columns - 20));
  const filled = Math.round((finished / documents) * width);
  return `${"█".repeat(filled)}${"░".repeat(width - filled)} ${finished}/${documents}`;
}
