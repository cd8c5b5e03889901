/** Where results lie, and what became of the results of earlier runs. */

import type { Entry, Tree } from "../kinds/entry.ts";
import { paperOf } from "../kinds/kinds.ts";
import { kindName, languageOf } from "../kinds/vocabulary.ts";
import { slug } from "../markup/anchors.ts";
import type { WritableFolder } from "../model/host.ts";
import type { Edition, OutputFile } from "../model/report.ts";
import { Journal } from "./journal.ts";
import type { Kept } from "./kept.ts";

/** The path of a paper in the output folder, without its ending: edition, meeting or `papers`, number, kind, id. */
export function outputPath(entry: Entry, edition: Edition, tree: Tree, draft: boolean): string {
  const facts = paperOf(entry)?.facts(entry, tree);
  const kind = slug(facts?.fileWord ?? kindName(entry.kind, languageOf(tree.locale)));
  // Two digits, so that folders list 2 before 11.
  const number = facts?.number?.replace(/^\d$/, "0$&").replace(/^\d(?=\D)/, "0$&");
  const name = [...(number === undefined ? [] : [slug(number.replaceAll(".", "-"))]), kind, entry.id].join("-");
  const folder = facts?.meeting ?? "papers";
  return [...(draft ? ["draft"] : []), edition, folder, name].join("/");
}

/** An output, and how it was made. */
export interface Made {
  /** Path of its source in the content folder. */
  readonly source: string;
  /** Paths of all sources whose words stand in it, and of pictures → SHA-256 of their bytes, hexadecimal. */
  readonly ingredients: Readonly<Record<string, string>>;
  /** Titles of what it may list: attachments, and items without a paper. */
  readonly attachments: readonly string[];
  readonly title: string;
  readonly mediaType: OutputFile["mediaType"];
  readonly pages: number;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Remembers how outputs were made, so that stale ones can be found, and nothing else is ever touched. A record is written
 * before its output: a run that is killed in between leaves a record too many, never an output that nobody knows.
 */
export type Ledger = Journal<Made>;

/** What the last runs wrote; empty if there were none. */
export function openLedger(output: WritableFolder, kept?: Kept): Ledger {
  return new Journal(output, ".vorlage.log", isMade, kept);
}

function isMade(value: unknown, path: string): value is Made {
  const { source, ingredients, attachments, sha256 } = (value ?? {}) as Partial<Made>;
  const isComplete = typeof ingredients === "object" && Array.isArray(attachments) && typeof sha256 === "string";
  return isInside(path) && typeof source === "string" && isComplete;
}

/** A damaged ledger must not make us remove files elsewhere. */
function isInside(path: string): boolean {
  return /^(draft\/)?(public|internal)\//.test(path) && !path.split("/").includes("..");
}
