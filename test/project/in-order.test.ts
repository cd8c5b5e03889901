/** Things are done at the same time, and told of in order as soon as they can be. */

import { expect, it } from "vitest";
import { inOrder } from "../../src/project/in-order.ts";

it.each([
  ["each by itself, if it is done at once", [0, 0, 0], 3, "begin 0, done 0, begin 1, done 1, begin 2, done 2"],
  ["more of them while the first takes time", [20, 0, 0], 3, "begin 0, begin 1, begin 2, done 0, done 1, done 2"],
  ["no more than are to be ahead", [20, 0, 0], 2, "begin 0, begin 1, done 0, done 1, begin 2, done 2"],
])("begins %s", async (_, items, ahead, expected) => {
  const log: string[] = [];
  let count = 0;
  await inOrder({
    items,
    ahead,
    run: async (time) => {
      const number = count++;
      log.push(`begin ${number}`);
      if (time > 0) await new Promise((resolve) => setTimeout(resolve, time));
      return number;
    },
    done: (_item, number) => log.push(`done ${number}`) > 0,
  });
  expect(log.join(", ")).toBe(expected);
});
