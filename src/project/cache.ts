/** Results of earlier runs that still stand; safe to delete at any time. */

import type { WritableFolder } from "../model/host.ts";
import { Journal } from "./journal.ts";
import type { Kept } from "./kept.ts";
import { program } from "./program.ts";
import type { Reads, States } from "./recording.ts";

/** What builds make. Each sort is asked for by its own builds only. */
export type Sort = "draft" | "paper";

/** Names of results: of sources, texts and the gate's words, which all builds ask for, and of what one sort of builds makes. */
export type ResultName = `${"source" | "text" | "words" | Sort}:${string}`;

/** A result, and what it was made from. */
interface Remembered {
  readonly reads: Reads;
  readonly value: unknown;
}

/** Remembered results by name. */
export class Cache {
  readonly #journal: Journal<Remembered>;
  readonly #states: States;
  /** True if nothing that earlier runs remembered can stand: there is nothing, or another program made it. */
  readonly isVoid: boolean;
  /** Results of this run, and those of earlier ones that were asked for. */
  readonly #used = new Set<string>();

  constructor(output: WritableFolder, states: States, kept?: Kept) {
    this.#states = states;
    this.#journal = new Journal(output, ".cache/results.log", isRemembered, kept);
    states.set("program", program.build);
    const [first] = this.#journal.names();
    this.isVoid = first === undefined || this.#journal.get(first)?.reads.program !== program.build;
  }

  /** The result of that name if everything that it was made from is as it was. The name tells its form. */
  recall<T>(name: ResultName): T | undefined {
    const found = this.#journal.get(name);
    if (!found || !this.#states.confirm(found.reads)) return undefined;
    this.#used.add(name);
    return found.value as T;
  }

  remember(name: ResultName, reads: Reads, value: unknown): void {
    this.#used.add(name);
    this.#journal.set(name, { reads: { program: program.build, ...reads }, value });
  }

  /** Makes what was remembered so far safe against a kill. */
  flush(): void {
    this.#journal.flush();
  }

  /**
   * Ends a run that made `sort`. After one over everything, what nothing asked for any more is forgotten, but for what is of the
   * other sort: drafts and papers are remembered side by side.
   */
  async close(wasComplete: boolean, sort: Sort): Promise<void> {
    const apart = `${sort === "paper" ? "draft" : "paper"}:`;
    if (wasComplete)
      for (const name of this.#journal.names())
        if (!this.#used.has(name) && !name.startsWith(apart)) this.#journal.set(name, undefined);
    await this.#journal.close();
  }
}

function isRemembered(value: unknown): value is Remembered {
  const { reads } = (value ?? {}) as Partial<Remembered>;
  return typeof reads === "object" && reads !== null;
}
