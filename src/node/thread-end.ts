/**
 * Where a thread can be ended. Node aborts the whole program if a thread is ended while zlib makes an engine for it ("close before
 * init"), as every version does so far; and a thread packs something hundreds of times a second.
 */

import { syncBuiltinESMExports } from "node:module";
import { setTimeout } from "node:timers/promises";
import zlib from "node:zlib";

/** Not 0 once the thread is to end. */
const ASKED = 0;

/** Not 0 while the thread must not be ended. */
const BUSY = 1;

/** What a thread and the one that started it know of its end. */
export type ThreadEnd = Int32Array<SharedArrayBuffer>;

/** Of a thread that may go on. */
export function makeThreadEnd(): ThreadEnd {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** Resolves when the thread can be ended, and from then on it can; also if it is gone. For the one that started it. */
export async function untilEndable(end: ThreadEnd, isGone: () => boolean): Promise<void> {
  Atomics.store(end, ASKED, 1);
  while (Atomics.load(end, BUSY) !== 0 && !isGone()) await setTimeout(1);
}

/** From here on zlib makes no engine when this thread is ended. For the thread itself. */
export function endBetweenCalls(end: ThreadEnd): void {
  for (const [name, call] of Object.entries(zlib)) {
    // In the module itself, since packages call them, too; whoever took one of them out of it before is not protected.
    if (/^(de|in)flate/.test(name)) Object.assign(zlib, { [name]: whole(call as Call, end) }); // functions have these names
  }
  syncBuiltinESMExports();
}

type Call = (...values: readonly unknown[]) => unknown;

function whole(call: Call, end: ThreadEnd): Call {
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
