/** `vorlage verify` */

import { readableFolder } from "../../node/folders.ts";
import { displayName } from "../../node/host.ts";
import { verifyOutput } from "../../project/verify.ts";
import { type Invocation, UsageError } from "../arguments.ts";
import { formatJson } from "../json-report.ts";
import { type Terminal, textStyle } from "../terminal.ts";
import { formatDiagnostic, paint } from "../text-report.ts";
import { words } from "../words.ts";

/** Verifies and reports. */
export async function run({ words: [folder, ...others], options }: Invocation, terminal: Terminal): Promise<number> {
  const { locale, format, output } = options;
  if (others.length > 0) throw new UsageError(words[locale].oneFolder);
  const path = folder ?? output;
  const { folders, files, diagnostics } = verifyOutput(readableFolder(path, displayName(path)));
  const outcome = diagnostics.length > 0 ? "failed" : "succeeded";
  if (format === "json") {
    const report = { outcome, documents: [], removed: [], skipped: 0, faults: [], diagnostics } as const;
    terminal.out(`${formatJson(report, locale)}\n`);
  } else {
    const style = textStyle(terminal, locale);
    for (const diagnostic of diagnostics) terminal.out(`${formatDiagnostic(diagnostic, style)}\n\n`);
    const line = words[locale].verified(folders, files, diagnostics.length);
    terminal.out(`${paint(line, outcome === "failed" ? "red" : "green", terminal)}\n`);
  }
  return diagnostics.some(({ code }) => code === "nothing-to-verify") ? 2 : diagnostics.length > 0 ? 1 : 0;
}
