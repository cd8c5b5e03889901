/** Holds an output folder, or a copy of it, against its manifests: what is missing, was changed, does not belong there. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { addTo } from "../model/groups.ts";
import type { ReadableFolder } from "../model/host.ts";
import { byCodeUnits } from "../model/order.ts";
import { checksum } from "./checksum.ts";
import { type Extent, extentOf, isUnrecorded, placeOf } from "./extent.ts";
import { below, MANIFEST, type ManifestFile, readList, readManifest } from "./read-manifest.ts";

/** A folder to verify: the more its list tells, hidden files among it, the more that is foreign is found. */
export interface VerifiableFolder extends ReadableFolder {
  /** Folders in it that cannot be looked into; the root is empty. */
  closedFolders?(): readonly string[];
}

/** What was found. */
export interface Verification {
  /** Undefined if there is nothing that could be verified. */
  readonly extent: Extent | undefined;
  /** Folders of papers that were compared. */
  readonly folders: number;
  /** That the manifests of these folders name. */
  readonly files: number;
  /** In the order of files. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks at every folder of papers, for those that are to be there, and for what else lies about. Drafts have no manifest. */
export function verifyOutput(output: VerifiableFolder): Verification {
  const extent = extentOf(output);
  const comparison = new Comparison(output, extent);
  if (extent) comparison.run(extent);
  return comparison.result();
}

/** A folder within so many levels may be one of papers. */
const LEVELS = 2;

class Comparison {
  readonly #output: VerifiableFolder;
  readonly #extent: Extent | undefined;
  readonly #closed: readonly string[];
  /** By the paths that they are about; empty if it is all. */
  readonly #found: (readonly [string, Diagnostic])[] = [];
  #folders = 0;
  #files = 0;

  constructor(output: VerifiableFolder, extent: Extent | undefined) {
    this.#output = output;
    this.#extent = extent;
    const closed = output.closedFolders?.() ?? [];
    this.#closed = closed.filter((path) =>
      extent ? !isUnrecorded(`${path}/`, extent) : path.split("/").length <= LEVELS,
    );
    for (const path of this.#closed) this.#unreadable(path);
    if (!extent && !this.#closed.includes("")) this.#nothing();
  }

  run(extent: Extent): void {
    const list = extent === "output" ? this.#list() : undefined;
    const folders = new Map<string, string[]>();
    const foreign = new Map<string, string[]>();
    for (const path of this.#output.list()) {
      if (isUnrecorded(path, extent) || (extent === "output" && path === MANIFEST)) continue;
      const { folder, isOfPapers } = placeOf(path, extent);
      if (folder === undefined) this.#extra(path);
      else addTo(isOfPapers && (list?.has(folder) ?? true) ? folders : foreign, folder, path);
    }
    for (const [folder, paths] of foreign) {
      const files = paths.map((path) => path.slice(folder.length + 1));
      this.#tell(folder, diagnose("folder-extra", { folder: this.#shown(folder), files }, undefined));
    }
    for (const [folder, paths] of folders) this.#compare(folder, paths, list?.get(folder));
    for (const folder of list?.keys() ?? []) {
      if (!folders.has(folder) && !this.#isClosed(folder))
        this.#tell(folder, diagnose("folder-missing", { folder: this.#shown(folder) }, undefined));
    }
  }

  result(): Verification {
    return {
      extent: this.#extent,
      folders: this.#folders,
      files: this.#files,
      diagnostics: this.#found.sort(([a], [b]) => byCodeUnits(a, b)).map(([, diagnostic]) => diagnostic),
    };
  }

  /** Folders that are to be there; undefined if nobody knows, which is told. */
  #list(): ReadonlyMap<string, string> | undefined {
    const list = readList(this.#output);
    if (!("failure" in list)) {
      if (list.size === 0) this.#nothing();
      return list;
    }
    if (list.failure === "missing") this.#tell("", diagnose("list-missing", { folder: this.#output.name }, undefined));
    else if (list.failure === "denied") this.#unreadable(MANIFEST);
    else this.#tell(MANIFEST, diagnose("manifest-damaged", { path: this.#shown(MANIFEST) }, undefined));
    return undefined;
  }

  /** `sha256` is the manifest's own, where a list tells it. */
  #compare(folder: string, paths: readonly string[], sha256: string | undefined): void {
    const path = below(folder, MANIFEST);
    const manifest = readManifest(this.#output, folder);
    if ("failure" in manifest) {
      if (manifest.failure === "denied") this.#unreadable(path);
      else if (manifest.failure === "damaged")
        this.#tell(path, diagnose("manifest-damaged", { path: this.#shown(path) }, undefined));
      else if (!this.#isClosed(folder))
        this.#tell(folder, diagnose("manifest-missing", { folder: this.#shown(folder) }, undefined));
      return;
    }
    if (sha256 !== undefined && manifest.sha256 !== sha256)
      this.#tell(path, diagnose("manifest-changed", { path: this.#shown(path) }, undefined));
    this.#folders++;
    this.#files += manifest.files.length;
    for (const file of manifest.files) this.#compareFile(below(folder, file.path), file);
    const listed = new Set([MANIFEST, ...manifest.files.map((file) => file.path)].map((name) => below(folder, name)));
    for (const one of paths) if (!listed.has(one)) this.#extra(one);
  }

  #compareFile(path: string, { sha256, title }: ManifestFile): void {
    // That is told of its folder.
    if (this.#isClosed(path)) return;
    const read = this.#output.read(path);
    const values = { path: this.#shown(path), title };
    if ("failure" in read && read.failure === "denied") this.#unreadable(path);
    else if ("failure" in read && read.failure === "missing")
      this.#tell(path, diagnose("output-missing", values, undefined));
    // A folder, or a link that leads elsewhere, was not built either.
    else if ("failure" in read || checksum("sha256", read.bytes) !== sha256)
      this.#tell(path, diagnose("output-changed", values, undefined));
  }

  #isClosed(path: string): boolean {
    return this.#closed.some((folder) => folder === "" || path === folder || path.startsWith(`${folder}/`));
  }

  #nothing(): void {
    this.#tell("", diagnose("nothing-to-verify", { folder: this.#output.name }, undefined));
  }

  #unreadable(path: string): void {
    this.#tell(path, diagnose("output-unreadable", { path: this.#shown(path) }, undefined));
  }

  #extra(path: string): void {
    this.#tell(path, diagnose("output-extra", { path: this.#shown(path) }, undefined));
  }

  #tell(path: string, diagnostic: Diagnostic): void {
    this.#found.push([path, diagnostic]);
  }

  #shown(path: string): string {
    return path === "" ? this.#output.name : `${this.#output.name}/${path}`;
  }
}
