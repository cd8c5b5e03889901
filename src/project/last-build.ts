/**
 * The last build over everything, told again while all that it looked at is as it was: nothing is read, linked or recalled
 * then. It is kept in one file beside the cache.
 */

import type { Host } from "../model/host.ts";
import type { BuildOptions, Selection } from "../model/options.ts";
import type { Report } from "../model/report.ts";
import { checkedLine, jsonOf } from "./checked-line.ts";
import { program } from "./program.ts";
import type { Evidence, Witness } from "./witness.ts";

/** A build as it is told. */
export interface ToldBuild {
  readonly report: Report;
  /** Of all sources of the report, in its order. */
  readonly titles: readonly string[];
}

/** What is written. */
interface Written extends ToldBuild {
  readonly maker: string;
  readonly evidence: Evidence;
}

const NEWLINE = 10;

/** The memory of builds with the same options. */
export class LastBuild {
  /** What was told, and what it was made from; undefined if there is nothing to go by. */
  readonly told: ToldBuild | undefined;
  readonly evidence: Evidence | undefined;
  readonly #host: Host;
  readonly #path: string;
  /** The program, and folders as messages call them. */
  readonly #maker: string;

  constructor(host: Host, { draft = false }: BuildOptions) {
    this.#host = host;
    this.#path = `.cache/last-${draft ? "draft" : "build"}.json`;
    const folders = [host.content, ...host.templates, host.output];
    this.#maker = JSON.stringify([program.build, ...folders.map(({ name }) => name)]);
    const written = this.#read();
    if (written?.maker !== this.#maker) return;
    const { evidence, report, titles } = written;
    this.evidence = evidence;
    this.told = { report, titles };
  }

  #read(): Written | undefined {
    const read = this.#host.output.read(this.#path);
    // What was cut off has no end.
    const json = "bytes" in read && read.bytes.at(-1) === NEWLINE ? jsonOf(read.bytes.subarray(0, -1)) : undefined;
    const value: unknown = json && JSON.parse(new TextDecoder().decode(json));
    return isWritten(value) ? value : undefined;
  }

  /**
   * Remembers a build after all else is written: as the next one finds it. Ledger and cache have been closed, so they are
   * among the files that were looked at.
   */
  async remember({ report, titles }: ToldBuild, witness: Witness): Promise<void> {
    const documents = report.documents.map((one) =>
      one.outcome === "built" ? { ...one, outcome: "unchanged" as const } : one,
    );
    await this.keep({ report: { ...report, documents, removed: [] }, titles }, witness.evidence());
  }

  /** Writes what is new. If that fails, it costs nothing but time. */
  async keep({ report, titles }: ToldBuild, evidence: Evidence | undefined): Promise<void> {
    if (!evidence) return;
    const line = checkedLine({ maker: this.#maker, evidence, titles, report } satisfies Written);
    await this.#host.output.writeAll([{ path: this.#path, bytes: new TextEncoder().encode(line) }]);
  }
}

/** It was written whole, but maybe by sources of another day. */
function isWritten(value: unknown): value is Written {
  const { evidence, report, titles } = (value ?? {}) as Partial<Written>;
  const isEvidence = typeof evidence?.inputs === "object" && Array.isArray(evidence.outputs);
  return isEvidence && Array.isArray(report?.documents) && Array.isArray(titles);
}

/** True for builds over everything. Those of watching have little to look at, and keep that in memory. */
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
