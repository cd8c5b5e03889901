/** Packing with an engine that is used again gives what Node's own call gives. */

import { deflateSync, inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { deflate } from "../../src/pdf/deflate.ts";

/** Nothing that packing makes smaller. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 48271) % 0x7fffffff;
    return state & 0xff;
  });
}

it.each([
  ["nothing", new Uint8Array(0)],
  ["bytes", new Uint8Array([0, 255, 10])],
  ["much that repeats itself", new Uint8Array(1_000_000)],
  ["much that does not", noise(300_000)],
  ["little after much", new Uint8Array([1])],
])("packs %s", (_name, bytes) => {
  const packed = Buffer.from(deflate(bytes));
  expect(packed.equals(deflateSync(bytes, { level: 3 }))).toBe(true);
  expect(inflateSync(packed).equals(bytes)).toBe(true);
});

it.each(["", "BT ET", "\xff\0\x80", "1 0 0 1 0 0 cm\n".repeat(20_000)])("packs text, a byte a character", (text) => {
  expect(inflateSync(deflate(text)).toString("latin1")).toBe(text);
});
