/** Errors of the file system → why a write did not happen. */

import type { WriteFailure } from "../model/host.ts";

const reasons: Readonly<Record<string, WriteFailure["reason"]>> = {
  EACCES: "denied",
  // Folders such as `/proc` in which nothing can be made.
  ENOENT: "denied",
  EPERM: "denied",
  EROFS: "denied",
  ENOSPC: "full",
  EDQUOT: "full",
  ENOTDIR: "not-a-folder",
  EEXIST: "not-a-folder",
  EISDIR: "is-a-folder",
  ENOTEMPTY: "is-a-folder",
  EBUSY: "busy",
  ETXTBSY: "busy",
};

/** Why a write failed; what no user can have caused is thrown again. */
export function failureOf(path: string, fault: unknown): WriteFailure {
  const reason = reasons[codeOf(fault)];
  if (reason === undefined) throw fault;
  return { path, reason };
}

/** True if the system does not let us. */
export function isDenied(fault: unknown): boolean {
  return reasons[codeOf(fault)] === "denied";
}

/** Tries something that changes `path`. */
export function attempt(path: string, run: () => void): WriteFailure | undefined {
  try {
    run();
    return undefined;
  } catch (fault) {
    return failureOf(path, fault);
  }
}

/** The system's code of an error, empty if it has none. */
export function codeOf(fault: unknown): string {
  return fault instanceof Error && "code" in fault ? String(fault.code) : "";
}
