/** Report → exit code. */

import { constants } from "node:os";
import type { Report } from "../model/report.ts";
import type { EndingSignal } from "./interruption.ts";

/** Codes of diagnostics that are wrong usage rather than wrong content. */
const usage: readonly string[] = [
  "no-sources",
  "unknown-selection",
  "unknown-meeting",
  "selection-not-printable",
  "output-of-other-sources",
];

/** 0 fine, 1 mistakes in content or templates, 2 wrong usage, 3 a fault of the program; 128 and the number of the signal that ended it. */
export function exitCodeOf(report: Report, endedBy?: EndingSignal): number {
  if (endedBy !== undefined) return exitCodeOfSignal(endedBy);
  if (report.faults.length > 0) return 3;
  if (report.diagnostics.some(({ code }) => usage.includes(code))) return 2;
  return report.outcome === "failed" ? 1 : 0;
}

/** What shells say of a program that a signal has ended. */
export function exitCodeOfSignal(signal: EndingSignal): number {
  return 128 + constants.signals[signal];
}
