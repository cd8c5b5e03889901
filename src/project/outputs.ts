/** Where results lie, and what became of the results of earlier runs. */

import type { Entry, Tree } from "../kinds/entry.ts";
import { paperOf } from "../kinds/kinds.ts";
import { kindNames } from "../kinds/vocabulary.ts";
import { slug } from "../markup/anchors.ts";
import type { WritableFolder } from "../model/host.ts";
import type { Edition } from "../model/report.ts";

/** The path of a paper in the output folder, without its ending: edition, meeting or `papers`, number, kind, id. */
export function outputPath(entry: Entry, edition: Edition, tree: Tree, draft: boolean): string {
  const facts = paperOf(entry)?.facts(entry, tree);
  const kind = slug(tree.locale.startsWith("de") ? kindNames[entry.kind] : entry.kind);
  // Two digits, so that folders list 2 before 11.
  const number = facts?.number?.replace(/^\d$/, "0$&").replace(/^\d(?=\D)/, "0$&");
  const name = [...(number === undefined ? [] : [slug(number.replaceAll(".", "-"))]), kind, entry.id].join("-");
  const folder = facts?.meeting ?? "papers";
  return [...(draft ? ["draft"] : []), edition, folder, name].join("/");
}

/** Remembers which files came from which source, so that stale ones can be found, and nothing else is ever touched. */
export interface Ledger {
  /** Path of the source by path of the output. */
  readonly outputs: Readonly<Record<string, string>>;
}

const ledgerPath = ".vorlage.json";

/** Reads what the last run wrote; empty if there was none, or the file is damaged. */
export function readLedger(output: WritableFolder): Ledger {
  const read = output.read(ledgerPath);
  if ("failure" in read) return { outputs: {} };
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(read.bytes));
    const outputs = (parsed as { outputs?: unknown }).outputs;
    if (typeof outputs !== "object" || outputs === null) return { outputs: {} };
    const entries = Object.entries(outputs).filter(([path, source]) => typeof source === "string" && isInside(path));
    return { outputs: Object.fromEntries(entries) };
  } catch {
    return { outputs: {} };
  }
}

/** A damaged ledger must not make us remove files elsewhere. */
function isInside(path: string): boolean {
  return /^(draft\/)?(public|internal)\//.test(path) && !path.split("/").includes("..");
}

/** Writes what is now there. */
export function writeLedger(output: WritableFolder, ledger: Ledger): void {
  const sorted = Object.fromEntries(Object.entries(ledger.outputs).sort(([a], [b]) => (a < b ? -1 : 1)));
  output.write(ledgerPath, new TextEncoder().encode(`${JSON.stringify({ outputs: sorted }, null, 1)}\n`));
}
