/** Writing files that must not exist yet. */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "./write-failure.ts";

/** Writes a file with its folders; false if there is one already. */
export function createNewFile(path: string, text: string): boolean {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, text, { flag: "wx" });
    return true;
  } catch (fault) {
    if (codeOf(fault) === "EEXIST") return false;
    throw fault;
  }
}
