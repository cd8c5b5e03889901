/** The form of manifests, and reading them from an output folder or a copy of it, where anybody may have touched them. */

import type { ReadableFolder } from "../model/host.ts";
import { folderOf } from "../model/path.ts";
import { checksum } from "./checksum.ts";

/** Its name in the folder. */
export const MANIFEST = "manifest.json";

/** The files of a meeting, or of papers without one, in one edition. */
export interface Manifest {
  readonly version: number;
  /** What wrote the files. */
  readonly program: string;
  readonly edition: string;
  /** Id of the meeting; `papers` for papers without one. */
  readonly meeting: string;
  readonly files: readonly ManifestFile[];
}

/** One file. */
export interface ManifestFile {
  /** Relative to the folder of the manifest. */
  readonly path: string;
  readonly title: string;
  readonly mediaType: string;
  /** Where pages are known. */
  readonly pages?: number;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Sources and pictures in the content folder. */
  readonly sources: readonly { readonly path: string; readonly sha256: string }[];
}

/** All manifests of an output folder: with it a whole folder that is gone is missed. It lies beside the editions. */
export interface ManifestList {
  readonly version: number;
  readonly manifests: readonly { readonly path: string; readonly sha256: string }[];
}

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
