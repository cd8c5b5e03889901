/** Threads that lay documents out, with bounds on time and memory: a document that breaks them fails alone. */

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Tinypool } from "tinypool";
import type { Result } from "../model/diagnostic.ts";
import type { Document } from "../model/document.ts";
import { type Press, PressFault, type PrintedPaper, type PrintLook } from "../model/printing.ts";
import { packageFile } from "./shipped.ts";

/** What a document may take at most. */
export interface PrintBounds {
  readonly seconds: number;
  readonly megabytes: number;
  /** The file whose `print` the threads run; for tests. */
  readonly worker: string;
}

const BOUNDS: PrintBounds = { seconds: 180, megabytes: 1024, worker: packageFile("dist/cli/main.cjs") };

/** Starts threads. Their memory is theirs: the look is copied to each of them once. */
export function startPrintPool(look: PrintLook, threads: number, bounds: Partial<PrintBounds> = {}): Press {
  const { seconds, megabytes, worker } = { ...BOUNDS, ...bounds };
  const pool = new (loadPool())({
    filename: pathToFileURL(worker).href,
    name: "print",
    minThreads: threads,
    maxThreads: threads,
    workerData: look,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  const watch = watchThreads(pool);
  let free = threads;
  const waiting: (() => void)[] = [];
  const take = (): Promise<void> | undefined => {
    if (free === 0) return new Promise((resolve) => waiting.push(resolve));
    free--;
    return undefined;
  };
  const giveBack = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return {
    size: threads,
    async print(document) {
      await take();
      try {
        return await printWithin(pool, document, seconds, watch);
      } finally {
        giveBack();
      }
    },
    close: () => pool.destroy(),
  };
}

/**
 * The pool hears of threads that fail, not of those that end in silence, for instance by `process.exit` in a package: without
 * this their documents would wait until time is up. To be called whenever there may be new threads.
 */
function watchThreads(pool: Tinypool): () => void {
  const watched = new WeakSet<Tinypool["threads"][number]>();
  // What fails while it has no document harms none, and the pool starts another.
  pool.on("error", () => undefined);
  return () => {
    for (const thread of pool.threads) {
      if (watched.has(thread)) continue;
      watched.add(thread);
      thread.once("exit", () => {
        // The pool does not know threads any more that it has ended itself.
        if (pool.threads.includes(thread)) thread.emit("error", new Error("The thread ended before it was done."));
      });
    }
  };
}

/** Loaded when it is needed. Code that V8 had compiled before cannot import; it can require. */
function loadPool(): typeof Tinypool {
  return (createRequire(import.meta.url)("tinypool") as typeof import("tinypool")).Tinypool;
}

async function printWithin(
  pool: Tinypool,
  document: Document,
  seconds: number,
  watch: () => void,
): Promise<Result<PrintedPaper>> {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), seconds * 1000);
  try {
    const printed = pool.run(document, { signal: clock.signal });
    watch();
    return (await printed) as Result<PrintedPaper>; // what the worker returns
  } catch (fault) {
    const isOutOfMemory = fault instanceof Error && "code" in fault && fault.code === "ERR_WORKER_OUT_OF_MEMORY";
    throw new PressFault(clock.signal.aborted ? "time" : isOutOfMemory ? "memory" : "crash", fault);
  } finally {
    clearTimeout(timer);
  }
}
