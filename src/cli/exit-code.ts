/** Report → exit code. */

import type { Report } from "../model/report.ts";

/** Codes of diagnostics that are wrong usage rather than wrong content. */
const usage: readonly string[] = [
  "no-sources",
  "unknown-selection",
  "unknown-meeting",
  "selection-not-printable",
  "output-of-other-sources",
];

/** Exit code of a program that was ended by Ctrl-C. */
const INTERRUPTED = 130;

/** 0 fine, 1 mistakes in content or templates, 2 wrong usage, 3 a fault of the program, 130 interrupted. */
export function exitCodeOf(report: Report, isInterrupted = false): number {
  if (isInterrupted) return INTERRUPTED;
  if (report.faults.length > 0) return 3;
  if (report.diagnostics.some(({ code }) => usage.includes(code))) return 2;
  return report.outcome === "failed" ? 1 : 0;
}
