/**
 * Public files that the ledger has lost: somebody deleted or cut it, or copied the folder without it. Nobody knows any more
 * from whose words they were made, so that nothing would take them back when one of these is public no longer.
 */

import type { WritableFolder } from "../model/host.ts";
import { folderOf } from "../model/path.ts";
import type { Cache } from "./cache.ts";
import { MANIFEST, type Manifest, type ManifestList } from "./manifest.ts";
import { LEDGER, type Ledger } from "./outputs.ts";

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
  const manifests = pathsIn(readJson<ManifestList>(output, MANIFEST)?.manifests);
  return manifests
    .filter((path) => /^public\/[^/]+\/manifest\.json$/.test(path))
    .flatMap((path) => pathsIn(readJson<Manifest>(output, path)?.files).map((file) => `${folderOf(path)}/${file}`))
    .filter((path) => ledger.get(path) === undefined && output.state(path) !== undefined);
}

/** A damaged manifest must not make us remove files elsewhere. */
function pathsIn(listed: readonly { readonly path: string }[] | undefined): readonly string[] {
  const paths = Array.isArray(listed) ? listed.map((one: Partial<{ path: unknown }> | null) => one?.path) : [];
  return paths.filter((path) => typeof path === "string").filter((path) => !path.split("/").includes(".."));
}

/** Undefined also if it is damaged. */
function readJson<T>(output: WritableFolder, path: string): Partial<T> | undefined {
  const read = output.read(path);
  if (!("bytes" in read)) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(read.bytes));
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
