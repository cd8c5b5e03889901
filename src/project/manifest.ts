/** One list of files for each folder of papers: what each is, and what it was made from. The same sources give the same list. */

import type { Diagnostic } from "../model/diagnostic.ts";
import { groupBy } from "../model/groups.ts";
import type { FileState, FileWrite, WritableFolder, WriteFailure } from "../model/host.ts";
import { byCodeUnits } from "../model/order.ts";
import type { Cache } from "./cache.ts";
import { checksum } from "./checksum.ts";
import { folderOfOutput, LEDGER, type Ledger, type Made } from "./outputs.ts";
import { program } from "./program.ts";
import { MANIFEST, type Manifest, type ManifestList, readList } from "./read-manifest.ts";
import { digest } from "./recording.ts";
import { severalNotWritten, writeChanged } from "./write.ts";

/** Changes when the form changes so that readers would notice. */
const FORMAT_VERSION = 1;

/** What is remembered under a name that only builds of papers ask for: the states of ledger and manifests. */
const NAME = "paper: manifests";

/**
 * Writes the manifest of every folder that the ledger knows, and removes those of folders without papers. The ledger has been
 * written before.
 */
export async function writeManifests(
  output: WritableFolder,
  ledger: Ledger,
  cache: Cache,
  removed: readonly string[],
): Promise<readonly Diagnostic[]> {
  // Drafts are nobody's files of record.
  const recorded = ledger.entries().filter(([path]) => !path.startsWith("draft/"));
  const folders = groupBy(recorded, ([path]) => folderOfOutput(path));
  const paths = [...folders.keys()].map(manifestIn).sort();
  const fingerprint = (list: FileState | undefined): string =>
    digest(JSON.stringify([list, ...[MANIFEST, ...paths].map((path) => output.state(path))]));
  // What a build that was killed wrote into the ledger stands in no manifest.
  const isSound = cache.recall<string>(NAME) === fingerprint(ledger.before);
  // Folders without changes have the manifests that they had.
  const touched = new Set([...ledger.changed(), ...removed].map(folderOfOutput));
  if (isSound && touched.size === 0) return [];
  const sums = isSound ? sumsIn(output) : new Map<string, string>();
  const manifests = [...folders].flatMap(([folder, files]) => {
    if (sums.has(manifestIn(folder)) && !touched.has(folder)) return [];
    const file = fileOf(manifestIn(folder), manifestOf(folder, files));
    sums.set(file.path, checksum("sha256", file.bytes));
    return [file];
  });
  manifests.push(fileOf(MANIFEST, listOf(paths, sums)));
  const failures: WriteFailure[] = [];
  // First, since a folder may be there under other capitals.
  for (const folder of new Set([...removed.map(folderOfOutput), ...leftAlone(output, folders)])) {
    if (folders.has(folder)) continue;
    const failure = output.remove(manifestIn(folder));
    if (failure) failures.push(failure);
  }
  failures.push(...(await writeChanged(output, manifests)).failures);
  if (failures.length === 0) cache.remember(NAME, {}, fingerprint(output.state(LEDGER)));
  return severalNotWritten(output, failures);
}

/** Folders that had papers, and have nothing but their manifest since a build was killed that had removed the papers. */
function leftAlone(output: WritableFolder, folders: ReadonlyMap<string, unknown>): readonly string[] {
  const list = readList(output);
  const gone = "failure" in list ? [] : [...list.keys()].filter((folder) => !folders.has(folder));
  if (gone.length === 0) return [];
  const files = groupBy(output.list(), folderOfOutput);
  return gone.filter((folder) => files.get(folder)?.join() === manifestIn(folder));
}

function fileOf(path: string, value: Manifest | ManifestList): FileWrite {
  return { path, bytes: new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`) };
}

function manifestIn(folder: string): string {
  return `${folder}/${MANIFEST}`;
}

function listOf(paths: readonly string[], sums: ReadonlyMap<string, string>): ManifestList {
  const manifests = paths.map((path) => ({ path, sha256: sums.get(path) ?? "" }));
  return { version: FORMAT_VERSION, manifests };
}

/** Checksums of manifests by their paths, as an earlier build listed them; none if the list was damaged since. */
function sumsIn(output: WritableFolder): Map<string, string> {
  const list = readList(output);
  return new Map("failure" in list ? [] : [...list].map(([folder, sha256]) => [manifestIn(folder), sha256]));
}

function manifestOf(folder: string, files: readonly (readonly [string, Made])[]): Manifest {
  const [edition = "", meeting = ""] = folder.split("/");
  return {
    version: FORMAT_VERSION,
    program: `vorlagenwerk ${program.version}`,
    edition,
    meeting,
    files: files
      .map(([path, { title, mediaType, pages, bytes, sha256, ingredients }]) => ({
        path: path.slice(folder.length + 1),
        title,
        mediaType,
        ...(pages !== undefined && { pages }),
        bytes,
        sha256,
        sources: Object.entries(ingredients).map(([source, hash]) => ({ path: source, sha256: hash })),
      }))
      .sort((a, b) => byCodeUnits(a.path, b.path)),
  };
}
