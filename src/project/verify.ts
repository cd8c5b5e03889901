/** Holds an output folder against its manifests: what is missing, what was changed, what does not belong there. */

import { createHash } from "node:crypto";
import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ReadableFolder } from "../model/host.ts";
import { MANIFEST, type Manifest, type ManifestFile } from "./manifest.ts";

/** What was found. */
export interface Verification {
  readonly folders: number;
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks at every folder of papers in an output folder. Drafts have no manifest. */
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
    folders.set(folder, [...(folders.get(folder) ?? []), name]);
  }
  let files = 0;
  if (folders.size === 0) diagnostics.push(diagnose("nothing-to-verify", { folder: output.name }, undefined));
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
      else if (createHash("sha256").update(read.bytes).digest("hex") !== file.sha256)
        diagnostics.push(diagnose("output-changed", values, undefined));
    }
    const listed = new Set([MANIFEST, ...listing.map(({ path }) => path)]);
    for (const name of names) {
      if (!listed.has(name)) diagnostics.push(diagnose("output-extra", { path: `${shown}/${name}` }, undefined));
    }
  }
  return { folders: folders.size, files, diagnostics };
}

function readFiles(output: ReadableFolder, path: string): readonly ManifestFile[] | undefined {
  const read = output.read(path);
  if ("failure" in read) return undefined;
  try {
    const { files } = JSON.parse(new TextDecoder().decode(read.bytes)) as Partial<Manifest>;
    return Array.isArray(files) && files.every(isFile) ? files : undefined;
  } catch {
    return undefined;
  }
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
