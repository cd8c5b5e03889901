/** Where results lie, and what became of the results of earlier runs. */

import { partsOf, withheldParts } from "../kinds/disclosure.ts";
import type { Entry, Tree } from "../kinds/entry.ts";
import { paperOf } from "../kinds/kinds.ts";
import { kindName } from "../kinds/vocabulary.ts";
import { slug } from "../markup/anchors.ts";
import type { WritableFolder, WriteFailure } from "../model/host.ts";
import { languageOf } from "../model/language.ts";
import type { Edition, OutputRole } from "../model/report.ts";
import { Journal } from "./journal.ts";
import type { Kept } from "./kept.ts";

/** The path of a paper in the output folder, without its ending: edition, meeting or `papers`, number, kind, id. */
export function outputPath(entry: Entry, edition: Edition, tree: Tree, draft: boolean): string {
  const facts = paperOf(entry)?.facts(entry, tree);
  const kind = slug(facts?.fileWord ?? kindName(entry.kind, languageOf(tree.locale)));
  const number = numberInName(facts?.number);
  const name = [...(number === undefined ? [] : [number]), kind, entry.id].join("-");
  const folder = facts?.meeting ?? "papers";
  return [...(draft ? ["draft"] : []), edition, folder, name].join("/");
}

/** A number on the agenda as file names begin with it: two digits, so that folders list 2 before 11. */
export function numberInName(number: string | undefined): string | undefined {
  return (
    number &&
    slug(
      number
        .replace(/^\d$/, "0$&")
        .replace(/^\d(?=\D)/, "0$&")
        .replaceAll(".", "-"),
    )
  );
}

/** An output, and how it was made. */
export interface Made {
  /** Path of its source in the content folder. */
  readonly source: string;
  /** Paths of all sources whose words stand in it, and of pictures → SHA-256 of their bytes, hexadecimal. */
  readonly ingredients: Readonly<Record<string, string>>;
  /** What it may list, as {@link partKey}: attachments, and items without a paper. */
  readonly attachments: readonly string[];
  /** Titles by which a public file announces what is not public. */
  readonly announced?: readonly string[];
  readonly title: string;
  readonly mediaType: string;
  /** Where pages are known. */
  readonly pages?: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Of public files: what OParl's readers compare. Hexadecimal, too. */
  readonly sha512?: string;
  /** Of a packet: attachments that nobody can read who does not see them. */
  readonly inaccessible?: readonly string[];
  /** A paper if absent. */
  readonly role?: Exclude<OutputRole, "paper">;
}

/** An attachment, or an item without a paper: titles are shared by many, and within a source by several. */
export function partKey(source: string, title: string, file?: string): string {
  return `${source}: ${title}${file === undefined ? "" : ` (${file})`}`;
}

/** The public attachments and fixed items of a source; but for those that it withholds as well. */
export function publicPartsOf(entry: Entry): readonly string[] {
  const keyOf = ({ title, file }: ReturnType<typeof partsOf>[number]): string => partKey(entry.path, title, file);
  const withheld = new Set(withheldParts(entry).map(keyOf));
  return partsOf(entry)
    .map(keyOf)
    .filter((key) => !withheld.has(key));
}

/**
 * What has to be known of an output while it is written: if the program is killed meanwhile, the old one still lies there, and
 * has to go when anything in it is withdrawn.
 */
export function whileWritten(before: Made | undefined, made: Made): Made {
  if (!before) return made;
  const ingredients = { ...before.ingredients, ...made.ingredients };
  const attachments = [...new Set([...before.attachments, ...made.attachments])];
  const announced = [...new Set([...(before.announced ?? []), ...(made.announced ?? [])])];
  const isSame =
    Object.keys(ingredients).length === Object.keys(made.ingredients).length &&
    attachments.length === made.attachments.length &&
    announced.length === (made.announced ?? []).length;
  return isSame ? made : { ...made, ingredients, attachments, ...(announced.length > 0 && { announced }) };
}

/** The folder of papers that a file lies in: `public/kreistag-2026-12-10`, `draft/public/papers`. */
export function folderOfOutput(path: string): string {
  return path.split("/", path.startsWith("draft/") ? 3 : 2).join("/");
}

/**
 * Remembers how outputs were made, so that stale ones can be found, and nothing else is ever touched. A record is written
 * before its output: a run that is killed in between leaves a record too many, never an output that nobody knows.
 */
export type Ledger = Journal<Made>;

/** Where the ledger lies. */
export const LEDGER = ".vorlage.log";

/** What the last runs wrote; empty if there were none. */
export function openLedger(output: WritableFolder, kept?: Kept): Ledger {
  return new Journal(output, LEDGER, isMade, kept);
}

/** What keeps the ledger from growing: adding nothing to it shows. */
export function ledgerFailure(output: WritableFolder): WriteFailure | undefined {
  return output.state(LEDGER) && output.append(LEDGER, new Uint8Array());
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
