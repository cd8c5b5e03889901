/**
 * The last build over everything, told again while all that it looked at is as it was: nothing is read, linked or recalled
 * then. It is kept in one file beside the cache.
 */

import type { Host } from "../model/host.ts";
import type { BuildOptions, Selection } from "../model/options.ts";
import type { Report } from "../model/report.ts";
import { CACHE } from "./cache.ts";
import { checkedLine, jsonOf } from "./checked-line.ts";
import { LEDGER } from "./outputs.ts";
import { program } from "./program.ts";
import { type Evidence, stillHolds, type Witness } from "./witness.ts";

/** A build, and what its next run would tell. */
export interface ToldBuild {
  readonly report: Report;
  /** Of all sources of the report, in its order. */
  readonly titles: readonly string[];
}

/** What is written. */
interface Kept extends ToldBuild {
  readonly maker: string;
  readonly evidence: Evidence;
}

/** The memory of builds with the same options. */
export class LastBuild {
  readonly #host: Host;
  readonly #path: string;
  /** Messages call folders by their names. */
  readonly #maker: string;

  constructor(host: Host, { draft = false }: BuildOptions) {
    this.#host = host;
    this.#path = `.cache/last-${draft ? "draft" : "build"}.json`;
    const folders = [host.content, ...host.templates, host.output];
    this.#maker = JSON.stringify([program.build, ...folders.map(({ name }) => name)]);
  }

  /** Undefined if anything has changed since, and where there is nothing to recall. */
  recall(): ToldBuild | undefined {
    const read = this.#host.output.read(this.#path);
    // A line that was cut off has no end.
    const json = "bytes" in read && read.bytes.at(-1) === NEWLINE ? jsonOf(read.bytes.subarray(0, -1)) : undefined;
    if (!json) return undefined;
    const kept = JSON.parse(new TextDecoder().decode(json)) as Kept; // as it was written
    return kept.maker === this.#maker && stillHolds(kept.evidence, this.#host) ? kept : undefined;
  }

  /** To be called when all is written. It costs nothing but time if this fails. */
  async remember({ report, titles }: ToldBuild, witness: Witness): Promise<void> {
    // Whoever touches these may have forgotten something that is still there.
    for (const path of [LEDGER, CACHE]) witness.host.output.state(path);
    const evidence = witness.evidence();
    if (!evidence) return;
    const documents = report.documents.map((one) => (one.outcome === "built" ? { ...one, outcome: "unchanged" } : one));
    const line = checkedLine({ maker: this.#maker, evidence, titles, report: { ...report, documents, removed: [] } });
    await this.#host.output.writeAll([{ path: this.#path, bytes: new TextEncoder().encode(line) }]);
  }
}

const NEWLINE = 10;

/** True for builds over everything. While one watches, runs have less to look at, and change their minds. */
export function isOverAll({ papers = [], meeting }: Selection, options: BuildOptions): boolean {
  const { draftsOnly = false, viewer, signal } = options;
  return papers.length === 0 && meeting === undefined && !draftsOnly && !viewer && signal?.aborted !== true;
}

/** Tells what happens when nothing has to be done. */
export function tellAgain({ report, titles }: ToldBuild, notify: NonNullable<BuildOptions["onEvent"]>): void {
  const { documents } = report;
  notify({ type: "started", documents: documents.length });
  for (const [index, document] of documents.entries()) {
    notify({ type: "document-started", id: document.id, title: titles[index] ?? document.id });
    notify({ type: "document-finished", document, finished: index + 1, documents: documents.length });
  }
}
