/** Writing files that must not exist yet. */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Writes a file with its folders; false if there is one already. */
export function createNewFile(path: string, text: string): boolean {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, text, { flag: "wx" });
    return true;
  } catch (fault) {
    if (fault instanceof Error && "code" in fault && fault.code === "EEXIST") return false;
    throw fault;
  }
}
