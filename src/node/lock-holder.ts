/** The process that holds a lock, as its file names it. Numbers of processes are given again: after a restart, in a container at once. */

import { readFileSync } from "node:fs";
import { hostname, uptime } from "node:os";
import { codeOf } from "./write-failure.ts";

/** A holder on another machine that was silent for so long is gone, in milliseconds. */
export const SILENCE = 60_000;

/** What stands in the file. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When it began, as the system counts it; only Linux tells of other processes. */
  readonly began?: string;
}

/** This process. */
export function ownName(): string {
  const began = beginningOf(process.pid);
  return JSON.stringify({ pid: process.pid, host: hostname(), ...(began !== undefined && { began }) } satisfies Holder);
}

/** True if a holder is gone; `heard` is when it last said that it was alive, in milliseconds. Throws if the text names none. */
export function isGone(text: string, heard: number): boolean {
  const { pid, host, began } = JSON.parse(text) as Holder;
  const isSilent = (since: number): boolean => since - heard > SILENCE;
  if (host !== hostname()) return isSilent(Date.now());
  // From before the machine was started.
  if (isSilent(Date.now() - uptime() * 1000) || !isAlive(pid)) return true;
  const now = beginningOf(pid);
  return began !== undefined && now !== undefined && now !== began;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return codeOf(fault) === "EPERM";
  }
}

/** The 22nd field of `/proc/PID/stat`: ticks between the start of the system and that of the process (proc(5)). */
function beginningOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second one is a name in parentheses, in which there may be anything.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[22 - 3];
  } catch {
    return undefined;
  }
}
