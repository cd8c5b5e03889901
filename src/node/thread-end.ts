/**
 * Where a thread can be ended. Node aborts the whole program if a thread is ended while zlib makes an engine for it ("close before
 * init"), as every version does so far; and a thread packs something hundreds of times a second.
 */

import { setTimeout } from "node:timers/promises";
import zlib from "node:zlib";

/** Not 0 once the thread is to end. */
const ASKED = 0;

/** Not 0 while the thread must not be ended. */
const BUSY = 1;

/** What a thread and the one that started it know of its end. */
export type ThreadEnd = Int32Array<SharedArrayBuffer>;

export function makeThreadEnd(): ThreadEnd {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** Resolves when the thread can be ended, and from then on it can; also if it is gone. For the one that started it. */
export async function untilEndable(end: ThreadEnd, isGone: () => boolean): Promise<void> {
  Atomics.store(end, ASKED, 1);
  while (Atomics.load(end, BUSY) !== 0 && !isGone()) await setTimeout(1);
}

/** From here on nothing of zlib is under way when this thread is ended. For the thread itself. */
export function endBetweenCalls(end: ThreadEnd): void {
  const { deflateSync, inflate, inflateSync } = zlib;
  // In the module itself, since packages call them, too.
  Object.assign(zlib, {
    deflateSync: whole(deflateSync, end),
    inflate: whole(inflate, end),
    inflateSync: whole(inflateSync, end),
  });
}

function whole<Values extends readonly unknown[], Given>(
  call: (...values: Values) => Given,
  end: ThreadEnd,
): (...values: Values) => Given {
  return (...values) => {
    Atomics.store(end, BUSY, 1);
    try {
      if (Atomics.load(end, ASKED) !== 0) waitForTheEnd(end);
      return call(...values);
    } finally {
      Atomics.store(end, BUSY, 0);
    }
  };
}

function waitForTheEnd(end: ThreadEnd): void {
  Atomics.store(end, BUSY, 0);
  Atomics.wait(end, ASKED, 1);
}
