/** Where results lie, and what became of the results of earlier runs. */

import type { Entry, Tree } from "../kinds/entry.ts";
import { paperOf } from "../kinds/kinds.ts";
import { kindName, languageOf } from "../kinds/vocabulary.ts";
import { slug } from "../markup/anchors.ts";
import type { WritableFolder } from "../model/host.ts";
import type { Edition } from "../model/report.ts";

/** The path of a paper in the output folder, without its ending: edition, meeting or `papers`, number, kind, id. */
export function outputPath(entry: Entry, edition: Edition, tree: Tree, draft: boolean): string {
  const facts = paperOf(entry)?.facts(entry, tree);
  const kind = slug(kindName(entry.kind, languageOf(tree.locale)));
  // Two digits, so that folders list 2 before 11.
  const number = facts?.number?.replace(/^\d$/, "0$&").replace(/^\d(?=\D)/, "0$&");
  const name = [...(number === undefined ? [] : [slug(number.replaceAll(".", "-"))]), kind, entry.id].join("-");
  const folder = facts?.meeting ?? "papers";
  return [...(draft ? ["draft"] : []), edition, folder, name].join("/");
}

/** How an output of an earlier run was made. */
export interface Made {
  /** Path of its source in the content folder. */
  readonly source: string;
  /** Paths of all sources whose words stand in it. */
  readonly ingredients: readonly string[];
  /** Titles of the attachments that it lists. */
  readonly attachments: readonly string[];
}

/** Remembers how outputs were made, so that stale ones can be found, and nothing else is ever touched. */
export interface Ledger {
  readonly outputs: Readonly<Record<string, Made>>;
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
    const entries = Object.entries(outputs).filter(
      (entry): entry is [string, Made] => isInside(entry[0]) && isMade(entry[1]),
    );
    return { outputs: Object.fromEntries(entries) };
  } catch {
    return { outputs: {} };
  }
}

function isMade(value: unknown): value is Made {
  const { source, ingredients, attachments } = (value ?? {}) as Partial<Made>;
  return typeof source === "string" && Array.isArray(ingredients) && Array.isArray(attachments);
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
