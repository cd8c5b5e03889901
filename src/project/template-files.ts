/** Which files of a templates folder are read, and which lie there for nothing. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { nearest, suggestionFirst } from "../diagnostics/nearest.ts";
import { kinds } from "../kinds/kinds.ts";
import { findKind } from "../kinds/vocabulary.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ReadableFolder } from "../model/host.ts";

/** What is read beside partials, pictures and fonts. */
export const templateFiles: readonly string[] = [
  "theme.yaml",
  ...Object.entries(kinds).flatMap(([kind, { paper }]) => (paper ? `${kind}.hbs` : [])),
  "packet.hbs",
];

/** The name by which templates call a partial; undefined for the path of another file. */
export function partialName(path: string): string | undefined {
  return /^partials\/(.+)\.hbs$/.exec(path)?.[1];
}

/**
 * Templates and themes of the project's own folder that nothing reads: most are misnamed. Pictures and fonts have any name.
 * `texts` gives those of all templates that are read.
 */
export function unusedFiles(
  own: ReadableFolder,
  shipped: readonly ReadableFolder[],
  texts: () => readonly string[],
): readonly Diagnostic[] {
  const names = new Set([...templateFiles, ...shipped.flatMap((folder) => folder.list())]);
  const files = own
    .list()
    .filter((path) => !names.has(path) && /\.(?:hbs|handlebars|html?|ya?ml)(?:\.txt)?$/i.test(path));
  if (files.length === 0) return [];
  const called = new Set(texts().flatMap(callsIn));
  return files
    .filter((path) => !called.has(partialName(path) ?? ""))
    .map((path) => {
      const suggestion = meantBy(path, [...names]);
      const values = { suggestion, files: templateFiles };
      const place = { file: `${own.name}/${path}`, line: 1, column: 1 };
      return diagnose("template-file-unused", values, place, suggestionFirst(suggestion, templateFiles));
    });
}

/** Names of the partials that a template calls. */
function callsIn(template: string): readonly string[] {
  return [...template.matchAll(/\{\{~?\s*>\s*["'[]?([^\s"'\]}~]+)/g)].map(([, name = ""]) => name);
}

/** The file that a name was probably meant to be; kinds have a German name too. */
function meantBy(path: string, names: readonly string[]): string | undefined {
  const [stem = ""] = (path.split("/").at(-1) ?? "").split(".");
  const kind = findKind(stem);
  if (kind && names.includes(`${kind}.hbs`)) return `${kind}.hbs`;
  const stems = new Map(names.map((name) => [(name.split("/").at(-1) ?? "").split(".")[0] ?? "", name] as const));
  return stems.get(nearest(stem, [...stems.keys()]) ?? "");
}
