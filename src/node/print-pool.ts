/** Threads that lay documents out: who gets which, and what becomes of a document that breaks its thread. It fails alone. */

import { availableParallelism } from "node:os";
import { type Press, PressFault, type PrintLook } from "../model/printing.ts";
import { type PrintBounds, type PrintJob, PrintThread } from "./print-thread.ts";

/** More threads for each processor make nothing faster; each of them takes memory, and time to start, which Ctrl-C waits for. */
const FOR_PROCESSOR = 2;

/** Starts threads, as many as were asked for at most. Their memory is theirs: the look is copied to each of them once. */
export function startPrintPool(look: PrintLook, most: number, bounds: Partial<PrintBounds> = {}): Press {
  const threads = Math.min(most, FOR_PROCESSOR * availableParallelism());
  const pool = new PrintPool(look, threads, bounds);
  return {
    size: threads,
    print: (document) => new Promise((resolve, reject) => pool.take({ document, isAlone: false, resolve, reject })),
    close: () => pool.close(),
  };
}

class PrintPool {
  readonly #look: PrintLook;
  readonly #bounds: Partial<PrintBounds>;
  readonly #threads = new Set<PrintThread>();
  readonly #waiting: PrintJob[] = [];
  readonly #size: number;
  /** Set when it was closed. */
  #end: PressFault | undefined;

  constructor(look: PrintLook, size: number, bounds: Partial<PrintBounds>) {
    this.#look = look;
    this.#bounds = bounds;
    this.#size = size;
    while (this.#threads.size < size) this.#start();
  }

  take(job: PrintJob): void {
    if (this.#end) {
      job.reject(this.#end);
      return;
    }
    this.#waiting.push(job);
    this.#handOut();
  }

  async close(): Promise<void> {
    const fault = new PressFault("crash", new Error("The press was closed."));
    this.#end = fault;
    for (const job of this.#waiting.splice(0)) job.reject(fault);
    await Promise.all([...this.#threads].map((thread) => thread.close(fault)));
  }

  #start(): PrintThread {
    const thread: PrintThread = new PrintThread(this.#look, this.#bounds, {
      answered: () => this.#handOut(),
      ended: (lost, fault) => {
        this.#threads.delete(thread);
        this.#waiting.unshift(...this.#blame(lost, fault));
        this.#handOut();
      },
    });
    this.#threads.add(thread);
    return thread;
  }

  /** Rejects the document that ended its thread; gives those that have to be laid out again. */
  #blame(lost: readonly PrintJob[], fault: PressFault): readonly PrintJob[] {
    const [oldest, ...others] = lost;
    // A thread does one after another, but an answer may have been lost with it.
    const isSure = others.length === 0 || fault.reason === "time";
    if (isSure) oldest?.reject(fault);
    const again = isSure ? others : lost;
    for (const job of again) job.isAlone = true;
    return again;
  }

  #handOut(): void {
    for (let job = this.#waiting[0]; job !== undefined; job = this.#waiting[0]) {
      const thread = this.#threadFor(job);
      if (!thread) return;
      this.#waiting.shift();
      thread.give(job);
    }
  }

  /** One that has nothing to do, one in place of one that has ended, or one that will be done soon. */
  #threadFor(job: PrintJob): PrintThread | undefined {
    const open = [...this.#threads].filter((thread) => thread.hasRoomFor(job));
    const free = open.find(({ load }) => load === 0);
    return free ?? (this.#threads.size < this.#size ? this.#start() : open[0]);
  }
}
