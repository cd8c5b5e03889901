/** Report → exit code. */

import type { Report } from "../model/report.ts";

/** Codes of diagnostics that are wrong usage rather than wrong content. */
const usage: readonly string[] = ["no-sources", "unknown-selection", "unknown-meeting", "selection-not-printable"];

/** 0 fine, 1 mistakes in content or templates, 2 wrong usage. (3, our own fault, is an exception.) */
export function exitCodeOf(report: Report): 0 | 1 | 2 {
  if (report.diagnostics.some(({ code }) => usage.includes(code))) return 2;
  return report.outcome === "failed" ? 1 : 0;
}
