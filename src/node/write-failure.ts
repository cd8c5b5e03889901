/** Errors of the file system: what they say of a file, and why a write did not happen. */

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
  ELOOP: "not-a-folder",
  EEXIST: "not-a-folder",
  EISDIR: "is-a-folder",
  ENOTEMPTY: "is-a-folder",
  EBUSY: "busy",
  ETXTBSY: "busy",
  ENAMETOOLONG: "name-too-long",
};

/** Why a write failed; what does not come from the system is a fault of ours and thrown again. */
export function failureOf(path: string, fault: unknown): WriteFailure {
  const reason = reasons[codeOf(fault)];
  if (reason === undefined && !isOfSystem(fault)) throw fault;
  // Disks break, servers fall silent: systems have dozens of codes for that, and each has its own.
  return { path, reason: reason ?? "faulty" };
}

/** True if the system refused something; false for what Node refuses to ask it. */
export function isOfSystem(fault: unknown): boolean {
  return fault instanceof Error && "syscall" in fault;
}

/** True if there is nothing of that name, and can be nothing. */
export function isMissing(fault: unknown): boolean {
  return ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP"].includes(codeOf(fault));
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
