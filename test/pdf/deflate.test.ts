/** What is packed can be unpacked, and is the same whatever was packed before. */

import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { deflate } from "../../src/pdf/deflate.ts";
import { Random } from "../corpus/random.ts";

it.each([
  ["nothing", new Uint8Array(0)],
  ["bytes", new Uint8Array([0, 255, 10])],
  ["much that repeats itself", new Uint8Array(1_000_000)],
])("packs %s", (_name, bytes) => {
  expect(inflateSync(deflate(bytes)).equals(bytes)).toBe(true);
});

it.each(["", "BT ET", "\xff\0\x80", "1 0 0 1 0 0 cm\n".repeat(20_000)])("packs text, a byte a character", (text) => {
  expect(inflateSync(deflate(text)).toString("latin1")).toBe(text);
});

it("packs the same alike, whatever was packed before", () => {
  const random = new Random(1);
  const words = ["Der ", "Ausschuss ", "beschließt ", "0024", "> 12 <", " Tj\n", "ET\nBT "] as const;
  const texts = Array.from({ length: 1000 }, () =>
    Array.from({ length: random.whole(1, 300) }, () => random.pick(words)).join(""),
  );
  const first = texts.map((text) => Buffer.from(deflate(text)));
  for (const [index, text] of [...texts.entries()].reverse())
    expect(first[index]?.equals(Buffer.from(deflate(text)))).toBe(true);
});
