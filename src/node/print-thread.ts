/** A thread that lays documents out, seen from the one that started it. */

import { Worker } from "node:worker_threads";
import type { Result } from "../model/diagnostic.ts";
import type { Document } from "../model/document.ts";
import { PressFault, type PrintedPaper, type PrintLook } from "../model/printing.ts";
import { packageFile } from "./shipped.ts";
import { makeThreadEnd, type ThreadEnd, untilEndable } from "./thread-end.ts";

/** What a document may take at most. */
export interface PrintBounds {
  readonly seconds: number;
  readonly megabytes: number;
  /** The file that the threads run; for tests. */
  readonly worker: string;
}

/** What a thread begins with. */
export interface PrintStart {
  readonly look: PrintLook;
  readonly end: ThreadEnd;
}

/** What a thread is given. Answers have the number of what they answer. */
export interface PrintOrder {
  readonly number: number;
  readonly document: Document;
}

/** What a thread answers: the paper, or what was thrown. */
export type PrintAnswer = { readonly number: number } & (
  | { readonly printed: Result<PrintedPaper> }
  | { readonly fault: Error }
);

/** A document that waits to be laid out. */
export interface PrintJob {
  readonly document: Document;
  /** Set when it must not share a thread with others: one of several documents broke theirs. */
  isAlone: boolean;
  readonly resolve: (printed: Result<PrintedPaper>) => void;
  readonly reject: (fault: PressFault) => void;
}

/** What a thread tells. */
export interface PrintThreadListener {
  /** It has answered. */
  answered(): void;
  /** It is gone; `lost` has the documents that it did not answer, the oldest first. */
  ended(lost: readonly PrintJob[], fault: PressFault): void;
}

/** Enough that it has the next document at hand while the other side is busy. */
const MOST_JOBS = 2;

const BOUNDS: PrintBounds = { seconds: 180, megabytes: 1024, worker: packageFile("dist/cli/main.cjs") };

/** A running thread and its documents. */
export class PrintThread {
  readonly #worker: Worker;
  readonly #listener: PrintThreadListener;
  readonly #milliseconds: number;
  readonly #threadEnd = makeThreadEnd();
  /** By the numbers of orders, the oldest first. */
  readonly #jobs = new Map<number, PrintJob>();
  #orders = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(look: PrintLook, bounds: Partial<PrintBounds>, listener: PrintThreadListener) {
    const { seconds, megabytes, worker } = { ...BOUNDS, ...bounds };
    this.#milliseconds = seconds * 1000;
    this.#listener = listener;
    const workerData: PrintStart = { look, end: this.#threadEnd };
    this.#worker = new Worker(worker, { workerData, resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    this.#worker.on("message", (answer: PrintAnswer) => this.#take(answer));
    this.#worker.on("error", (fault: Error & { code?: string }) => {
      this.#end(new PressFault(fault.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "crash", fault));
    });
    this.#worker.on("exit", () => {
      // Also without an error, for instance by `process.exit` in a package.
      this.#end(new PressFault("crash", new Error("The thread ended before it was done.")));
    });
  }

  /** How many documents it has. */
  get load(): number {
    return this.#jobs.size;
  }

  /** True if it can be given that document now. */
  hasRoomFor({ isAlone }: PrintJob): boolean {
    return (
      this.load === 0 || (this.load < MOST_JOBS && !isAlone && ![...this.#jobs.values()].some((job) => job.isAlone))
    );
  }

  give(job: PrintJob): void {
    const number = ++this.#orders;
    try {
      this.#worker.postMessage({ number, document: job.document } satisfies PrintOrder);
    } catch (fault) {
      job.reject(new PressFault("crash", fault));
      return;
    }
    this.#jobs.set(number, job);
    if (this.load === 1) this.#startClock();
  }

  /** Ends it; what it has not answered is rejected with that fault. */
  async close(fault: PressFault): Promise<void> {
    const lost = this.#leave();
    await this.#terminate();
    for (const job of lost) job.reject(fault);
  }

  #take(answer: PrintAnswer): void {
    const job = this.#jobs.get(answer.number);
    this.#jobs.delete(answer.number);
    clearTimeout(this.#timer);
    if (this.load > 0) this.#startClock();
    if ("printed" in answer) job?.resolve(answer.printed);
    else job?.reject(new PressFault("crash", answer.fault));
    this.#listener.answered();
  }

  #startClock(): void {
    this.#timer = setTimeout(() => {
      this.#end(new PressFault("time", undefined));
      void this.#terminate();
    }, this.#milliseconds);
  }

  async #terminate(): Promise<void> {
    // Its number is -1 once it is gone.
    await untilEndable(this.#threadEnd, () => this.#worker.threadId === -1);
    await this.#worker.terminate();
  }

  #end(fault: PressFault): void {
    const lost = this.#leave();
    this.#listener.ended(lost, fault);
  }

  /** Gives what was not answered; from here on nothing is heard. */
  #leave(): readonly PrintJob[] {
    clearTimeout(this.#timer);
    for (const event of ["message", "error", "exit"]) this.#worker.removeAllListeners(event);
    // What a thread throws while it is ended would else be thrown here.
    this.#worker.on("error", () => undefined);
    const lost = [...this.#jobs.values()];
    this.#jobs.clear();
    return lost;
  }
}
