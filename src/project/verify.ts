/** Holds an output folder against its manifests: what is missing, what was changed, what does not belong there. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { addTo } from "../model/groups.ts";
import type { ReadableFolder } from "../model/host.ts";
import { folderOf } from "../model/path.ts";
import { checksum } from "./checksum.ts";
import { MANIFEST, type Manifest, type ManifestFile, type ManifestList } from "./manifest.ts";

/** What was found. */
export interface Verification {
  readonly folders: number;
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks at every folder of papers in an output folder, and for those that are to be there. Drafts have no manifest. */
export function verifyOutput(output: ReadableFolder): Verification {
  const diagnostics: Diagnostic[] = [];
  const folders = new Map<string, string[]>();
  for (const path of output.list()) {
    const [, folder, name] = /^((?:public|internal)\/[^/]+)\/(.+)$/.exec(path) ?? [];
    if (folder === undefined || name === undefined) {
      const isStray = /^(public|internal)\//.test(path);
      if (isStray) diagnostics.push(diagnose("output-extra", { path: `${output.name}/${path}` }, undefined));
      continue;
    }
    addTo(folders, folder, name);
  }
  let files = 0;
  if (folders.size === 0 && "failure" in output.read(MANIFEST))
    diagnostics.push(diagnose("nothing-to-verify", { folder: output.name }, undefined));
  diagnostics.push(...compareList(output, folders));
  for (const [folder, names] of folders) {
    const shown = `${output.name}/${folder}`;
    if (!names.includes(MANIFEST)) {
      diagnostics.push(diagnose("manifest-missing", { folder: shown }, undefined));
      continue;
    }
    const listing = readFiles(output, `${folder}/${MANIFEST}`);
    if (!listing) {
      diagnostics.push(diagnose("manifest-damaged", { path: `${shown}/${MANIFEST}` }, undefined));
      continue;
    }
    files += listing.length;
    for (const file of listing) {
      const path = `${folder}/${file.path}`;
      const read = output.read(path);
      const values = { path: `${output.name}/${path}`, title: file.title };
      if ("failure" in read) diagnostics.push(diagnose("output-missing", values, undefined));
      else if (checksum("sha256", read.bytes) !== file.sha256)
        diagnostics.push(diagnose("output-changed", values, undefined));
    }
    const listed = new Set([MANIFEST, ...listing.map(({ path }) => path)]);
    for (const name of names) {
      if (!listed.has(name)) diagnostics.push(diagnose("output-extra", { path: `${shown}/${name}` }, undefined));
    }
  }
  return { folders: folders.size, files, diagnostics };
}

/** Folders that are gone with all that told of them. A copy of some folders has no list, and lacks nothing. */
function compareList(output: ReadableFolder, folders: ReadonlyMap<string, readonly string[]>): readonly Diagnostic[] {
  if ("failure" in output.read(MANIFEST)) return [];
  const { manifests } = readJson<ManifestList>(output, MANIFEST);
  if (!Array.isArray(manifests) || !manifests.every(isListed))
    return [diagnose("manifest-damaged", { path: `${output.name}/${MANIFEST}` }, undefined)];
  return manifests.flatMap(({ path, sha256 }) => {
    const folder = folderOf(path);
    const shown = `${output.name}/${folder}`;
    if (!folders.has(folder)) return [diagnose("folder-missing", { folder: shown }, undefined)];
    const read = output.read(path);
    // What is missing or damaged is told with its folder.
    if ("failure" in read || !readFiles(output, path) || checksum("sha256", read.bytes) === sha256) return [];
    return [diagnose("manifest-changed", { path: `${output.name}/${path}` }, undefined)];
  });
}

function readFiles(output: ReadableFolder, path: string): readonly ManifestFile[] | undefined {
  const { files } = readJson<Manifest>(output, path);
  return Array.isArray(files) && files.every(isFile) ? files : undefined;
}

/** Nothing of it if it cannot be read. */
function readJson<T extends object>(output: ReadableFolder, path: string): Partial<T> {
  const read = output.read(path);
  if ("failure" in read) return {};
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(read.bytes));
    return typeof value === "object" && value !== null ? (value as Partial<T>) : {}; // its fields are looked at
  } catch {
    return {};
  }
}

function isListed(value: unknown): value is ManifestList["manifests"][number] {
  const { path, sha256 } = (value ?? {}) as Partial<ManifestList["manifests"][number]>;
  return typeof path === "string" && /^(public|internal)\/[^/]+\/[^/]+$/.test(path) && typeof sha256 === "string";
}

function isFile(value: unknown): value is ManifestFile {
  const { path, sha256, title } = (value ?? {}) as Partial<ManifestFile>;
  return (
    typeof path === "string" &&
    !path.split("/").includes("..") &&
    typeof sha256 === "string" &&
    typeof title === "string"
  );
}
