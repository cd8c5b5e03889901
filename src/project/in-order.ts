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

/** Something that was begun. */
interface Begun<R> {
  readonly promise: Promise<{ readonly result: R }>;
  isSettled: boolean;
}

/** Runs until all is done, `done` says so, or the signal comes. What was begun then comes to nothing. */
export async function inOrder<T, R>({ items, ahead, signal, run, done }: Work<T, R>): Promise<void> {
  const ended = new Promise<undefined>((resolve) => signal?.addEventListener("abort", () => resolve(undefined)));
  const begun: Begun<R>[] = [];
  for (const [index, item] of items.entries()) {
    // Where beginning takes long, nothing else is begun before what is done is told.
    while (begun.length < index + Math.max(1, ahead) && !begun[index]?.isSettled) {
      if (signal?.aborted) return;
      const next = items[begun.length];
      if (next === undefined) break;
      begun.push(begin(next, run));
      // A signal of the system is noticed between two turns of the event loop.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const finished = await Promise.race([begun[index]?.promise, ended]);
    if (!finished || !done(item, finished.result)) return;
  }
}

function begin<T, R>(item: T, run: (item: T) => R | Promise<R>): Begun<R> {
  const promise = (async () => ({ result: await run(item) }))();
  const begun = { promise, isSettled: false };
  const settle = (): void => {
    begun.isSettled = true;
  };
  // If the work ends before this is looked at, nobody is left to hear of its failure.
  promise.then(settle, settle);
  return begun;
}
