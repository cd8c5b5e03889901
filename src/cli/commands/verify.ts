/** `vorlage verify` */

import type { MessageLocale } from "../../model/diagnostic.ts";
import { displayName } from "../../node/host.ts";
import { wholeFolder } from "../../node/whole-folder.ts";
import { type Verification, verifyOutput } from "../../project/verify.ts";
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
  const verification = verifyOutput(wholeFolder(path, displayName(path)));
  const { diagnostics } = verification;
  const outcome = diagnostics.length > 0 ? "failed" : "succeeded";
  if (format === "json") {
    const report = { outcome, documents: [], removed: [], skipped: 0, faults: [], diagnostics } as const;
    terminal.out(`${formatJson(report, locale)}\n`);
  } else {
    const style = textStyle(terminal, locale);
    for (const diagnostic of diagnostics) terminal.out(`${formatDiagnostic(diagnostic, style)}\n\n`);
    terminal.out(`${paint(summaryOf(verification, locale), outcome === "failed" ? "red" : "green", terminal)}\n`);
  }
  return diagnostics.some(({ code }) => code === "nothing-to-verify") ? 2 : diagnostics.length > 0 ? 1 : 0;
}

function summaryOf({ extent, folders, files, diagnostics }: Verification, locale: MessageLocale): string {
  const say = words[locale];
  if (folders === 0) return say.nothingVerified;
  const compared = say.verified(folders, files, diagnostics.length);
  // What lists all folders lies beside the editions.
  return extent === "edition" ? `${compared} ${say.foldersUnlisted}` : compared;
}
