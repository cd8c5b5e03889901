/** One folder for all that tests leave behind: it is removed when they have ended. */

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Called before all tests; gives what is to be done after them. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "vorlage-tests-"));
  // Some tests run the command as somebody else.
  chmodSync(folder, 0o755);
  // Windows has other names for it.
  for (const name of ["TMPDIR", "TMP", "TEMP"]) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
