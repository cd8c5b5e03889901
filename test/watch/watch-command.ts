/** The real command `vorlage watch` in a folder of its own. Needs dist/, which `npm test` compiles first. */

import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { DiskFolder } from "../disk-folder.ts";
import type { Files } from "../host.ts";
import { smallBody } from "../project/small-body.ts";

/** In milliseconds; shorter than what tests may take. */
const PATIENCE = 50_000;

/** A folder that is watched by the command. */
export class WatchCommand extends DiskFolder {
  readonly #child: ChildProcess;
  #said = "";
  #out = "";
  #listeners = new Set<() => void>();

  constructor(words: readonly string[] = [], environment: Record<string, string> = {}, files: Files = smallBody()) {
    super("watch", files);
    const env = { PATH: process.env.PATH, LANG: "de_DE.UTF-8", ...environment };
    this.#child = spawn(process.execPath, [resolve("dist/cli/main.cjs"), "watch", ...words], { cwd: this.root, env });
    const take = (text: string): void => {
      this.#said += text;
      for (const listener of this.#listeners) listener();
    };
    this.#child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      this.#out += text;
      take(text);
    });
    this.#child.stderr?.setEncoding("utf8").on("data", take);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** What it wrote to its standard output so far. */
  get out(): string {
    return this.#out;
  }

  read(path: string): string {
    return readFileSync(this.path(path), "utf8");
  }

  /** Waits until this was said, and gives it. If it never is, what was said instead is what one wants to know. */
  async until(words: RegExp): Promise<string> {
    const limit = AbortSignal.timeout(PATIENCE);
    for (;;) {
      const found = words.exec(this.#said);
      if (found) return found[0];
      if (limit.aborted) throw new Error(`${words} was not said, but:\n${this.#said}`);
      await new Promise<void>((done) => {
        this.#listeners.add(done);
        limit.addEventListener("abort", () => done());
      });
    }
  }

  /** The address of the preview. */
  url(): Promise<string> {
    return this.until(/http:\/\/\S+\//);
  }

  /** Resolves with the exit code, or with the signal that it died of. */
  end(signal: NodeJS.Signals = "SIGINT"): Promise<number | string | null> {
    const { exitCode, signalCode } = this.#child;
    if (exitCode !== null || signalCode !== null) return Promise.resolve(exitCode ?? signalCode);
    const ended = new Promise<number | string | null>((done) =>
      this.#child.once("exit", (code, died) => done(code ?? died)),
    );
    this.#child.kill(signal);
    return ended;
  }
}
