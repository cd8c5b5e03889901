/** Long work of one thread, in between of which the program hears of signals: Ctrl-C has to end a build within a second. */

/** So long nothing is heard at most, in milliseconds, if whoever works takes breath often enough. */
const LONGEST = 100;

/** Taken in loops that may be long. */
export class Breath {
  readonly #signal: AbortSignal | undefined;
  #last = performance.now();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** Lets the program hear what there is to hear, if that is due; throws the signal's reason if it has come. */
  async take(): Promise<void> {
    this.#signal?.throwIfAborted();
    if (performance.now() - this.#last < LONGEST) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#last = performance.now();
    this.#signal?.throwIfAborted();
  }

  /** Takes breath between the steps of some work, and gives what comes of it. */
  async between<T>(steps: Iterator<unknown, T>): Promise<T> {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      await this.take();
    }
  }
}

/** True for what {@link Breath.take} throws. */
export function isInterruption(thrown: unknown, signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true && thrown === signal.reason;
}

/** What work gives; undefined if it was interrupted. It can be at any moment, as it can be killed: the next build goes on. */
export async function unlessInterrupted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  try {
    return await work;
  } catch (thrown) {
    if (isInterruption(thrown, signal)) return undefined;
    throw thrown;
  }
}
