/** How much of an output folder somebody has before them: people copy an edition or the folder of one meeting, too. */

import type { ReadableFolder } from "../model/host.ts";
import { folderOf } from "../model/path.ts";
import { LEDGER } from "./outputs.ts";
import { MANIFEST, readList, readManifest } from "./read-manifest.ts";

/** An output folder, several folders of papers as an edition has them, or one such folder. */
export type Extent = "output" | "edition" | "meeting";

/** Told by where manifests lie; undefined if none is there. */
export function extentOf(folder: ReadableFolder): Extent | undefined {
  const paths = folder.list();
  const some = (pattern: RegExp): boolean => paths.some((path) => pattern.test(path));
  if (some(/^(public|internal)\/[^/]+\/manifest\.json$/) || !("failure" in readList(folder))) return "output";
  if (!("failure" in readManifest(folder, ""))) return "meeting";
  // One level up from an output folder there is a manifest.json below, too, but it lists folders.
  const isOfPapers = (path: string): boolean => !("failure" in readManifest(folder, folderOf(path)));
  if (paths.some((path) => /^[^/]+\/manifest\.json$/.test(path) && isOfPapers(path))) return "edition";
  if (!paths.includes(MANIFEST)) return undefined;
  // What it told cannot be read any more.
  return some(/^(public|internal)\//) ? "output" : "meeting";
}

/** Where a file lies: in a folder of papers, in another folder, or in none (its folder is undefined then). */
export interface Placed {
  readonly folder: string | undefined;
  readonly isOfPapers: boolean;
}

/** Places a file by its path. */
export function placeOf(path: string, extent: Extent): Placed {
  if (extent === "meeting") return { folder: "", isOfPapers: true };
  const inEdition = /^(?:public|internal)\/[^/]+(?=\/)/.exec(path)?.[0];
  const top = /^[^/]+(?=\/)/.exec(path)?.[0];
  if (extent === "edition") return { folder: top, isOfPapers: top !== undefined };
  if (inEdition !== undefined) return { folder: inEdition, isOfPapers: true };
  // Beside the folders of papers in an edition, or beside the editions.
  return { folder: top === "public" || top === "internal" ? undefined : top, isOfPapers: false };
}

/** True for what builds put there for themselves, and for drafts, which are nobody's files of record. */
export function isUnrecorded(path: string, extent: Extent): boolean {
  if (/(^|\/)\.\d+-[^/]*\.tmp$/.test(path)) return true;
  return extent === "output" && (/^(draft|\.cache)\/|^\.vorlage\.lock(\.\d+)?$/.test(path) || path === LEDGER);
}
