/** Files that sources name: images and attachments, looked up relative to the source. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import type { FileRead, ReadableFolder } from "../model/host.ts";
import { folderOf } from "../model/path.ts";

/** A path relative to a source → a path in the content folder; undefined if it leads out. */
export function resolvePath(path: string, folder: string): string | undefined {
  if (/^([a-z]+:|[/\\])/i.test(path)) return undefined;
  const parts: string[] = [];
  for (const part of `${folder}/${path.replaceAll("\\", "/")}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

/** Reports a file that is missing, unreadable or outside; `path` is relative to the source. */
export function checkFile(path: string, place: Place, source: string, content: ReadableFolder): readonly Diagnostic[] {
  const resolved = resolvePath(path, folderOf(source));
  if (resolved === undefined) return [diagnose("file-outside", { path }, place)];
  const fault = explainFailure(content.read(resolved), path, place, content);
  return fault ? [fault] : [];
}

/** What a failed look-up means to the author. */
export function explainFailure(
  read: FileRead,
  path: string,
  place: Place | undefined,
  folder: ReadableFolder,
): Diagnostic | undefined {
  if ("bytes" in read) return undefined;
  switch (read.failure) {
    case "outside":
      return diagnose("file-outside", { path }, place);
    case "missing": {
      const name = path.split("/").at(-1) ?? path;
      const names = folder.list().map((one) => one.split("/").at(-1) ?? one);
      const suggestion = nearest(name, names);
      return diagnose("file-missing", { path, suggestion }, place, suggestion ? [suggestion] : []);
    }
    default:
      return diagnose("file-not-readable", { path, isTooLarge: read.failure === "too-large" }, place);
  }
}
