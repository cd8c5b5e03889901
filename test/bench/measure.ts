/** Runs processes and tells what they took. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a process used, with the processes that it started. */
export interface Usage {
  /** Seconds on the clock. */
  readonly wall: number;
  /** Seconds of processors, in user mode, of all threads. */
  readonly cpu: number;
  /** Megabytes at the most. */
  readonly memory: number;
}

/** What a process printed, and what it used. */
export interface Run {
  readonly usage: Usage;
  readonly output: string;
}

/** A process to measure. */
export interface Command {
  /** Arguments of Node. */
  readonly args: readonly string[];
  readonly folder: string;
  /** Where its profile goes, if one is wanted. */
  readonly profile?: string | undefined;
}

const usageScript = join(import.meta.dirname, "../../test/bench/usage.cjs");

/** Runs Node once. */
export function run({ args, folder, profile }: Command): Run {
  const usages = mkdtempSync(join(tmpdir(), "bench-usage-"));
  const profiling = profile === undefined ? [] : ["--cpu-prof", "--cpu-prof-interval=500", `--cpu-prof-dir=${profile}`];
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", usageScript, ...profiling, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, BENCH_USAGE: usages },
    maxBuffer: 1 << 30,
  });
  const wall = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`${args.join(" ").slice(0, 400)} ended with ${status}\n${stdout}\n${stderr}`);
  let cpu = 0;
  let memory = 0;
  for (const name of readdirSync(usages)) {
    const used: { user: number; memory: number } = JSON.parse(readFileSync(join(usages, name), "utf8"));
    cpu += used.user;
    memory += used.memory;
  }
  rmSync(usages, { recursive: true });
  return { usage: { wall, cpu, memory }, output: stdout };
}

/** The middle of several numbers: the machine has other things to do as well. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] =
    sorted.length % 2 === 1 ? [sorted[half], sorted[half]] : sorted.slice(half - 1);
  return (low + high) / 2;
}

/** The medians of several runs. */
export function middle(usages: readonly Usage[]): Usage {
  return {
    wall: median(usages.map(({ wall }) => wall)),
    cpu: median(usages.map(({ cpu }) => cpu)),
    memory: median(usages.map(({ memory }) => memory)),
  };
}
