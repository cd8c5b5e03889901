/** Manifests as they lie in an output folder or a copy of it, where anybody may have touched them. */

import type { ReadableFolder } from "../model/host.ts";
import { folderOf } from "../model/path.ts";
import { checksum } from "./checksum.ts";
import { MANIFEST, type Manifest, type ManifestFile, type ManifestList } from "./manifest.ts";

/** Why nothing can be held against a manifest. */
export interface NoManifest {
  readonly failure: "missing" | "denied" | "damaged";
}

/** What a folder of papers is to hold. */
export interface ReadManifest {
  readonly files: readonly ManifestFile[];
  /** Of the manifest itself. Hexadecimal. */
  readonly sha256: string;
}

/** Reads the manifest of a folder of papers. */
export function readManifest(output: ReadableFolder, folder: string): ReadManifest | NoManifest {
  const read = readJson<Manifest>(output, below(folder, MANIFEST));
  if ("failure" in read) return read;
  const { files } = read.value;
  return Array.isArray(files) && files.every(isFile) ? { files, sha256: read.sha256 } : { failure: "damaged" };
}

/** Folders of papers that an output folder is to have → checksums of their manifests. */
export function readList(output: ReadableFolder): ReadonlyMap<string, string> | NoManifest {
  const read = readJson<ManifestList>(output, MANIFEST);
  if ("failure" in read) return read;
  const { manifests } = read.value;
  if (!Array.isArray(manifests) || !manifests.every(isListed)) return { failure: "damaged" };
  return new Map(manifests.map(({ path, sha256 }) => [folderOf(path), sha256]));
}

/** The path of what lies in a folder; the root is empty. */
export function below(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function readJson<T extends object>(
  output: ReadableFolder,
  path: string,
): { readonly value: Partial<T>; readonly sha256: string } | NoManifest {
  const read = output.read(path);
  // A link that leads out, or a folder of that name, was not written by a build.
  if ("failure" in read)
    return { failure: read.failure === "missing" || read.failure === "denied" ? read.failure : "damaged" };
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(read.bytes));
    if (typeof value !== "object" || value === null) return { failure: "damaged" };
    return { value: value as Partial<T>, sha256: checksum("sha256", read.bytes) }; // its fields are looked at
  } catch {
    return { failure: "damaged" };
  }
}

function isListed(value: unknown): value is ManifestList["manifests"][number] {
  const { path, sha256 } = (value ?? {}) as Partial<ManifestList["manifests"][number]>;
  return (
    typeof path === "string" && /^(public|internal)\/[^/]+\/manifest\.json$/.test(path) && typeof sha256 === "string"
  );
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
