/** How results are printed. */

import type { Usage } from "./measure.ts";

/** What one of the programs took. */
export interface Result {
  readonly program: string;
  readonly usage: Partial<Usage>;
  /** Anything else worth saying, e.g. pages. */
  readonly note?: string;
}

const HEAD = ["wall s", "CPU s", "MB", "ours/this: wall", "CPU"];

/** Columns, printed once. */
export function tableHead(): string {
  return `${"".padEnd(30)}${columns(HEAD)}`;
}

/** A benchmark's rows. Ours is the first; the others say how much of their time ours takes. */
export function tableRows(title: string, results: readonly Result[]): string {
  const [ours] = results;
  const rows = results.map((result, index) => {
    const { program, usage, note = "" } = result;
    const ratios =
      index === 0 || !ours ? ["", ""] : [ratio(ours.usage.wall, usage.wall), ratio(ours.usage.cpu, usage.cpu)];
    const cells = [
      seconds(usage.wall),
      seconds(usage.cpu),
      usage.memory === undefined ? "" : usage.memory.toFixed(0),
      ...ratios,
    ];
    return `  ${program.padEnd(28)}${columns(cells)}  ${note}`.trimEnd();
  });
  return `${title}\n${rows.join("\n")}\n`;
}

function columns(cells: readonly string[]): string {
  return cells.map((cell, index) => cell.padStart(index === 3 ? 17 : 9)).join("");
}

function seconds(value: number | undefined): string {
  if (value === undefined) return "";
  return value < 0.1 ? value.toFixed(4) : value < 10 ? value.toFixed(3) : value.toFixed(1);
}

function ratio(ours: number | undefined, theirs: number | undefined): string {
  return ours === undefined || theirs === undefined ? "" : `${(ours / theirs).toFixed(2)}×`;
}
