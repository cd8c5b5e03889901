/** Threads can be ended at any moment: Node would abort the whole program, so it is run as one. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { expect, it } from "vitest";

/** A thread that does nothing but pack, and one that starts it and ends it again and again. */
const program = `
  import { setTimeout } from "node:timers/promises";
  import { isMainThread, workerData } from "node:worker_threads";
  import { deflateSync } from "node:zlib";
  import { startPrintPool } from "${resolve("src/node/print-pool.ts")}";
  import { endBetweenCalls } from "${resolve("src/node/thread-end.ts")}";

  async function start() {
    for (let round = 0; round < 40; round++) {
      const pool = startPrintPool({}, 1, { worker: new URL(import.meta.url) });
      const printed = pool.print({}).catch((fault) => fault.message);
      await setTimeout(30 + Math.random() * 30);
      await pool.close();
      console.log(await printed);
    }
  }

  function pack() {
    endBetweenCalls(workerData.end);
    for (;;) deflateSync("x".repeat(50), { chunkSize: 64 });
  }

  if (isMainThread) void start(); else pack();`;

it("a thread that packs something is ended without harm", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "vorlage-thread-"));
  const entry = join(folder, "program.ts");
  writeFileSync(entry, program);
  const outfile = join(folder, "program.mjs");
  buildSync({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "esm" });
  const { stdout, stderr } = spawnSync(process.execPath, [outfile], { encoding: "utf8" });
  expect(stdout + stderr).toBe("A document could not be laid out: crash\n".repeat(40));
});
