/** What a check or a build found. */

import type { Diagnostic } from "../src/model/diagnostic.ts";
import type { Report } from "../src/model/report.ts";

/** Of the whole, then of each document. */
export function diagnosticsOf(report: Report): readonly Diagnostic[] {
  return [...report.diagnostics, ...report.documents.flatMap(({ diagnostics }) => diagnostics)];
}
