/** The signals that end what runs: Ctrl-C, and what a system or a scheduler sends. A second one ends the program at once. */

/** A signal that ends what runs. */
export type EndingSignal = "SIGINT" | "SIGTERM";

const endingSignals = ["SIGINT", "SIGTERM"] as const satisfies readonly EndingSignal[];

/** Listens from the beginning until it is closed. */
export class Interruption {
  readonly #controller = new AbortController();
  #by: EndingSignal | undefined;

  readonly #end = (by: NodeJS.Signals): void => {
    this.#by ??= endingSignals.find((one) => one === by);
    this.#controller.abort();
  };

  constructor() {
    for (const one of endingSignals) process.once(one, this.#end);
  }

  /** For what can be ended. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** What came first. */
  get by(): EndingSignal | undefined {
    return this.#by;
  }

  close(): void {
    for (const one of endingSignals) process.off(one, this.#end);
  }
}
