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

/** Bundles a program and runs it; gives all that it says. */
function run(program: string): string {
  const folder = mkdtempSync(join(tmpdir(), "vorlage-thread-"));
  const entry = join(folder, "program.ts");
  writeFileSync(entry, program);
  const outfile = join(folder, "program.mjs");
  buildSync({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "esm" });
  const { stdout, stderr } = spawnSync(process.execPath, [outfile], { encoding: "utf8" });
  return stdout + stderr;
}

it("a thread that packs something is ended without harm", { timeout: 60_000 }, () => {
  expect(run(program)).toBe("A document could not be laid out: crash\n".repeat(40));
});

/** A thread that packs something for long, and one that wants to end it meanwhile. */
const longCall = `
  import { setTimeout } from "node:timers/promises";
  import { isMainThread, Worker, workerData } from "node:worker_threads";
  import { deflateSync } from "node:zlib";
  import { endBetweenCalls, makeThreadEnd, untilEndable } from "${resolve("src/node/thread-end.ts")}";

  async function start() {
    const end = makeThreadEnd();
    const step = new Int32Array(new SharedArrayBuffer(8));
    const worker = new Worker(new URL(import.meta.url), { workerData: { end, step } });
    while (Atomics.load(step, 0) === 0) await setTimeout(1);
    const endable = untilEndable(end, () => worker.threadId === -1);
    Atomics.store(step, 1, 1);
    Atomics.notify(step, 1);
    await endable;
    console.log("endable at", Atomics.load(step, 0));
    await setTimeout(100);
    console.log("ended at", Atomics.load(step, 0));
    await worker.terminate();
  }

  function pack({ end, step }) {
    endBetweenCalls(end);
    const bytes = Buffer.alloc(20_000_000, "etwas, das lange dauert ");
    Atomics.store(step, 0, 1);
    deflateSync(bytes, { level: 9 });
    Atomics.store(step, 0, 2);
    Atomics.wait(step, 1, 0);
    deflateSync("something else");
    Atomics.store(step, 0, 3);
  }

  if (isMainThread) void start(); else pack(workerData);`;

it("a thread is ended after the call that it is in, and begins no other", { timeout: 60_000 }, () => {
  expect(run(longCall)).toBe("endable at 2\nended at 2\n");
});
