/**
 * Public files that the ledger has lost: somebody deleted or cut it, or copied the folder without it. Nobody knows any more
 * from whose words they were made, so that nothing would take them back when one of these is public no longer.
 */

import type { WritableFolder } from "../model/host.ts";
import type { Cache } from "./cache.ts";
import { LEDGER, type Ledger } from "./outputs.ts";
import { below, readList, readManifest } from "./read-manifest.ts";

/** What is remembered under a name that only builds of papers ask for: the state of the ledger at the end of a build. */
const NAME = "paper: ledger";

/** True if the ledger is as the last build left it. */
export function isAsItWasLeft(ledger: Ledger, cache: Cache): boolean {
  return ledger.before !== undefined && JSON.stringify(cache.recall(NAME)) === JSON.stringify(ledger.before);
}

/** To be called when the ledger has been written for the last time. */
export function rememberLedger(output: WritableFolder, cache: Cache): void {
  const state = output.state(LEDGER);
  if (JSON.stringify(cache.recall(NAME)) !== JSON.stringify(state)) cache.remember(NAME, {}, state);
}

/** Paths of public files that stand in manifests of earlier builds and not in the ledger. */
export function unknownOutputs(output: WritableFolder, ledger: Ledger): readonly string[] {
  const list = readList(output);
  const folders = "failure" in list ? [] : [...list.keys()].filter((folder) => /^public\/[^/]+$/.test(folder));
  return folders
    .flatMap((folder) => {
      const manifest = readManifest(output, folder);
      return "failure" in manifest ? [] : manifest.files.map(({ path }) => below(folder, path));
    })
    .filter((path) => !path.split("/").includes("..")) // it may be damaged
    .filter((path) => ledger.get(path) === undefined && output.state(path) !== undefined);
}
