/** The random papers are worth something only if nothing is missing in them. */

import { expect, it } from "vitest";
import { PICTURES } from "../conformance/pictures.ts";
import { ALL_PLACES, generate } from "./generate.ts";

it("random papers have every element in every place it may stand", () => {
  const filled = new Set<string>();
  for (let seed = 1; seed <= 300; seed++) for (const place of generate(seed, PICTURES).places) filled.add(place);
  expect([...ALL_PLACES].filter((place) => !filled.has(place))).toEqual([]);
  expect([...filled].filter((place) => !ALL_PLACES.includes(place))).toEqual([]);
});
