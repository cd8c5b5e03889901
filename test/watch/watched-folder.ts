/** A real folder that is watched by the real watcher, and the events of it. */

import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Report } from "../../src/model/report.ts";
import { createHost } from "../../src/node/host.ts";
import { watchFolders } from "../../src/node/watch-folders.ts";
import { buildProject } from "../../src/project/build.ts";
import { type WatchEvent, watchProject } from "../../src/project/watch.ts";
import { DiskFolder } from "../disk-folder.ts";
import { type Files, filesIn } from "../host.ts";

/** Longer than watching takes to notice anything, in milliseconds: folders are looked at three times a second. */
const QUIET = 1000;

/** Waits until nothing more is told. */
export async function untilQuiet(told: readonly unknown[]): Promise<void> {
  for (let count = -1; count !== told.length; await sleep(QUIET)) count = told.length;
}

/** A folder with sources that is being watched. */
export class WatchedFolder extends DiskFolder {
  /** Every run that was finished. */
  readonly reports: Report[] = [];
  /** What had changed before each of them; the folders themselves by their own paths. */
  readonly changed: string[] = [];
  readonly #end = new AbortController();
  readonly #listeners = new Set<() => void>();
  #ended: Promise<void> = Promise.resolve();

  constructor(files: Files) {
    super("watch", files);
  }

  /** Begins, and waits for the first run. */
  async start({ poll = false } = {}): Promise<void> {
    const watched = [this.path("content"), this.path("templates")];
    this.#ended = watchProject({
      openHost: () => this.#host("output"),
      startWatching: (onChange) => watchFolders(watched, { poll, onChange, onLimit: () => undefined }),
      selection: {},
      jobs: 1,
      onEvent: (event) => this.#noticed(event),
      signal: this.#end.signal,
    });
    await this.until(() => this.reports.length > 0);
  }

  async stop(): Promise<void> {
    this.#end.abort();
    await this.#ended;
  }

  /** Waits for the first moment after a run at which something holds. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#listeners.add(resolve));
  }

  /** Waits until the drafts are those that a build from nothing makes. */
  async settle(): Promise<void> {
    const expected = JSON.stringify(await this.fromNothing());
    await this.until(() => JSON.stringify(this.drafts()) === expected);
  }

  /** What lies in the folder for drafts. */
  drafts(output = "output"): Record<string, string> {
    return Object.fromEntries(
      Object.entries(filesIn(this.path(output)))
        .filter(([path]) => path.startsWith("draft/"))
        .map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")]),
    );
  }

  /** Drafts of a build over a new output folder. */
  async fromNothing(): Promise<Record<string, string>> {
    const output = mkdtempSync(join(this.root, "nothing-"));
    const name = output.slice(this.root.length + 1);
    await buildProject(this.#host(name), {}, { draft: true });
    return this.drafts(name);
  }

  #host(output: string) {
    return createHost({
      content: this.path("content"),
      templates: this.path("templates"),
      output: this.path(output),
    });
  }

  #noticed(event: WatchEvent): void {
    if (event.type === "fault") throw event.fault;
    if (event.type !== "built") return;
    this.reports.push(event.report);
    this.changed.push(...event.changed);
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }
}
