/**
 * Public files that the ledger has lost: somebody deleted or cut it, or copied the folder without it. Nobody knows any more
 * from whose words they were made, so that nothing would take them back when one of these is public no longer.
 */

import type { WritableFolder } from "../model/host.ts";
import type { Cache } from "./cache.ts";
import { LEDGER, type Ledger } from "./outputs.ts";
import { below, MANIFEST, readList, readManifest } from "./read-manifest.ts";

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

/**
 * Enters public files that stand in manifests of earlier builds and not in the ledger, as files that no source stands for: so
 * they are stale, and stay known until they could be removed. True if there are any.
 */
export function enterUnknownOutputs(output: WritableFolder, ledger: Ledger): boolean {
  let isAny = false;
  for (const folder of publicFolders(output)) {
    const manifest = readManifest(output, folder);
    if ("failure" in manifest) continue;
    for (const { path: name, title, mediaType, bytes, sha256 } of manifest.files) {
      const path = below(folder, name);
      if (ledger.get(path) !== undefined || output.state(path) === undefined) continue;
      ledger.set(path, { source: "", ingredients: {}, attachments: [], title, mediaType, bytes, sha256 });
      isAny = true;
    }
  }
  return isAny;
}

/** Folders of the public edition as they are listed; those with a manifest if the list was lost too. */
function publicFolders(output: WritableFolder): readonly string[] {
  const list = readList(output);
  const manifests = "failure" in list ? output.list() : [...list.keys()].map((folder) => below(folder, MANIFEST));
  return manifests.flatMap((path) => /^(public\/[^/]+)\/manifest\.json$/.exec(path)?.[1] ?? []);
}
