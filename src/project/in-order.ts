/** Does things at the same time and tells of them in order. */

/** What to do. */
interface Work<T, R> {
  readonly items: readonly T[];
  /** How many are begun before the first of them is done. */
  readonly ahead: number;
  readonly signal?: AbortSignal;
  run(item: T): R | Promise<R>;
  /** Called in the order of the items; false ends the work. */
  done(item: T, result: R): boolean;
}

/** Runs until all is done, `done` says so, or the signal comes. What was begun then comes to nothing. */
export async function inOrder<T, R>({ items, ahead, signal, run, done }: Work<T, R>): Promise<void> {
  const ended = new Promise<undefined>((resolve) => signal?.addEventListener("abort", () => resolve(undefined)));
  const begun: Promise<{ readonly result: R }>[] = [];
  for (const [index, item] of items.entries()) {
    while (begun.length < items.length && begun.length < index + Math.max(1, ahead)) {
      if (signal?.aborted) return;
      const next = items[begun.length];
      if (next === undefined) break;
      begun.push(begin(next, run));
      // A signal of the system is noticed between two turns of the event loop.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const finished = await Promise.race([begun[index], ended]);
    if (!finished || !done(item, finished.result)) return;
  }
}

function begin<T, R>(item: T, run: (item: T) => R | Promise<R>): Promise<{ readonly result: R }> {
  const promise = (async () => ({ result: await run(item) }))();
  // If the work ends before this is looked at, nobody is left to hear of its failure.
  promise.catch(() => undefined);
  return promise;
}
