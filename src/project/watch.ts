/** Builds drafts whenever something changes: bursts are one run, a newer change supersedes a run, nothing ends it. */

import type { Host } from "../model/host.ts";
import type { Selection } from "../model/options.ts";
import type { Report } from "../model/report.ts";
import type { Viewer } from "../model/viewer.ts";
import { buildProject } from "./build.ts";
import { isEditorFile } from "./editor-files.ts";
import { Kept } from "./kept.ts";
import { snapshotOf } from "./snapshot.ts";

/** When nothing came for so long, an editor is done with a save, in milliseconds: emptying a file and filling it takes less. */
const SETTLED = 10;

/** A burst that does not end is looked at nevertheless after so long, in milliseconds. */
const LONGEST_BURST = 1000;

/** So many runs in a row give way to newer changes; then one is let through, so that something is seen. */
const MAX_SUPERSEDED = 5;

/** What watching tells. */
export type WatchEvent =
  /** The first change of a burst was noticed. */
  | { readonly type: "changed" }
  /** A run begins, over these files; over none at the start. */
  | { readonly type: "building"; readonly changed: readonly string[] }
  | { readonly type: "built"; readonly report: Report; readonly changed: readonly string[] }
  /** The folder to work in is not in its place any more, so there was no run; watching goes on. */
  | { readonly type: "gone" }
  /** A run met a fault of the program; watching goes on. */
  | { readonly type: "fault"; readonly fault: Error };

/** A viewer that may turn to another paper at any time. */
export interface WatchViewer extends Viewer {
  /** Set by watching; to be called when {@link Viewer.papers} changed. */
  onTurn: () => void;
}

/** What to watch, and how to be told. */
export interface WatchOptions {
  /** Opens the folders as they are now; undefined if the folder to work in is not in its place. */
  openHost(): Host | undefined;
  /**
   * Calls with the name of each file that may have changed; from the moment that it resolves, none is missed. The function
   * that it gives ends that.
   */
  startWatching(onChange: (path: string) => void): Promise<() => void>;
  readonly selection: Selection;
  readonly jobs: number;
  onEvent(event: WatchEvent): void;
  readonly viewer?: WatchViewer;
  /** Ends watching. */
  readonly signal: AbortSignal;
}

/** Watches until the signal comes. */
export async function watchProject(options: WatchOptions): Promise<void> {
  const { signal, onEvent, viewer } = options;
  const changes = new Changes(() => onEvent({ type: "changed" }));
  const end = (): void => changes.end();
  signal.addEventListener("abort", end);
  if (signal.aborted) end();
  if (viewer) viewer.onTurn = () => changes.turn();
  // Watched before it is read: what changes from here on is either read or told.
  const stopWatching = await options.startWatching((path) => {
    if (!isEditorFile(path)) changes.add(path);
  });
  try {
    const kept = new Kept();
    const untold = new Set<string>();
    let changed: readonly string[] = [];
    let superseded = 0;
    let isShown = false;
    while (!signal.aborted) {
      // A run for the viewer only finds everything as it was.
      const quiet = isShown && changed.length === 0;
      if (!quiet) onEvent({ type: "building", changed });
      const giveWay = superseded < MAX_SUPERSEDED;
      if (await runOnce(options, { kept, untold }, changes, quiet ? undefined : changed, giveWay)) {
        isShown = true;
        superseded = 0;
        changed = await changes.next();
      } else {
        superseded++;
        changed = [...new Set([...changed, ...(await changes.next())])];
      }
    }
  } finally {
    stopWatching();
    signal.removeEventListener("abort", end);
  }
}

/** What one run leaves for the next. */
interface Left {
  readonly kept: Kept;
  /** Files of papers that were printed by runs that nobody was told of. */
  readonly untold: Set<string>;
}

/** False if a newer change superseded the run. Nothing is told of it if `changed` is left out. */
async function runOnce(
  { openHost, selection, jobs, onEvent, viewer }: WatchOptions,
  { kept, untold }: Left,
  changes: Changes,
  changed: readonly string[] | undefined,
  giveWay: boolean,
): Promise<boolean> {
  const interruption = new AbortController();
  const stop = (): void => {
    if (giveWay || changes.isEnded) interruption.abort();
  };
  changes.onNew = stop;
  try {
    const host = openHost();
    if (!host) {
      onEvent({ type: "gone" });
      return true;
    }
    const build = { draft: true, draftsOnly: true, jobs, signal: interruption.signal, ...(viewer && { viewer }) };
    const report = await buildProject(snapshotOf(host, kept), selection, build, kept);
    for (const { file, outcome } of report.documents) if (outcome === "built") untold.add(file);
    if (interruption.signal.aborted) return false;
    if (changed) {
      onEvent({ type: "built", report: withUntold(report, untold), changed });
      untold.clear();
    }
  } catch (thrown) {
    if (changes.isPending) return false;
    onEvent({ type: "fault", fault: thrown instanceof Error ? thrown : new Error(String(thrown)) });
  } finally {
    changes.onNew = () => undefined;
  }
  return true;
}

/** A report that also says of what earlier runs have printed that it was. */
function withUntold(report: Report, untold: ReadonlySet<string>): Report {
  const documents = report.documents.map((one) =>
    one.outcome === "unchanged" && untold.has(one.file) ? { ...one, outcome: "built" as const } : one,
  );
  return { ...report, documents };
}

/** Changes that no run has taken up yet. */
class Changes {
  /** Told of each. */
  onNew: () => void = () => undefined;
  isEnded = false;
  readonly #onFirst: () => void;
  #paths = new Set<string>();
  /** Somebody looks at another paper. */
  #isTurned = false;
  #wake: () => void = () => undefined;

  constructor(onFirst: () => void) {
    this.#onFirst = onFirst;
  }

  get isPending(): boolean {
    return this.isEnded || this.#isTurned || this.#paths.size > 0;
  }

  turn(): void {
    this.#isTurned = true;
    this.onNew();
    this.#wake();
  }

  add(path: string): void {
    if (this.#paths.size === 0) this.#onFirst();
    this.#paths.add(path);
    this.onNew();
    this.#wake();
  }

  end(): void {
    this.isEnded = true;
    this.onNew();
    this.#wake();
  }

  /** Waits for a burst and its end; gives the files in the order in which they changed. */
  async next(): Promise<readonly string[]> {
    while (!this.isPending) await this.#pause();
    this.#isTurned = false;
    if (this.#paths.size === 0) return [];
    const limit = AbortSignal.timeout(LONGEST_BURST);
    while (!this.isEnded && !limit.aborted && (await this.#pause(SETTLED)) === "woken");
    const paths = [...this.#paths];
    this.#paths = new Set();
    return paths;
  }

  /** Until the next change, or for so many milliseconds. */
  #pause(milliseconds?: number): Promise<"woken" | "over"> {
    return new Promise((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(() => resolve("over"), milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve("woken");
      };
    });
  }
}
