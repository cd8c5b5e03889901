/** The real command `vorlage watch` with its preview, in a folder of its own. Needs dist/. */

import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Files } from "../host.ts";
import { smallBody } from "../project/small-body.ts";

/** A folder that is watched by the command. */
export class WatchCommand {
  readonly root = mkdtempSync(join(tmpdir(), "vorlage-preview-"));
  readonly #child: ChildProcess;
  #said = "";
  #listeners = new Set<() => void>();

  constructor(words: readonly string[] = [], environment: Record<string, string> = {}, files: Files = smallBody()) {
    for (const [path, content] of Object.entries(files)) this.write(path, content as string | Uint8Array);
    const env = { PATH: process.env.PATH, LANG: "de_DE.UTF-8", ...environment };
    this.#child = spawn(process.execPath, [resolve("dist/cli/main.cjs"), "watch", ...words], { cwd: this.root, env });
    const take = (text: string): void => {
      this.#said += text;
      for (const listener of this.#listeners) listener();
    };
    this.#child.stdout?.setEncoding("utf8").on("data", take);
    this.#child.stderr?.setEncoding("utf8").on("data", take);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  path(path: string): string {
    return join(this.root, path);
  }

  read(path: string): string {
    return readFileSync(this.path(path), "utf8");
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), content);
  }

  /** Waits until this was said, and gives it. */
  async until(words: RegExp): Promise<string> {
    for (;;) {
      const found = words.exec(this.#said);
      if (found) return found[0];
      await new Promise<void>((done) => this.#listeners.add(done));
    }
  }

  /** The address of the preview. */
  url(): Promise<string> {
    return this.until(/http:\/\/\S+\//);
  }

  /** Resolves with the exit code. */
  end(signal: NodeJS.Signals = "SIGINT"): Promise<number | null> {
    if (this.#child.exitCode !== null) return Promise.resolve(this.#child.exitCode);
    const ended = new Promise<number | null>((done) => this.#child.once("exit", (code) => done(code)));
    this.#child.kill(signal);
    return ended;
  }
}
