/** References can form no circle, since no kind leads back to itself; so nothing has to look for circles. */

import { expect, it } from "vitest";
import { z } from "zod";
import { facts, type ReferenceTarget } from "../../src/kinds/field.ts";
import { kindOrder, kinds } from "../../src/kinds/kinds.ts";
import { unwrap } from "../../src/kinds/unwrap.ts";
import type { Kind } from "../../src/kinds/vocabulary.ts";

function targetsOf(schema: z.ZodType): readonly ReferenceTarget[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return targetsOf(inner.element as z.ZodType);
  if (inner instanceof z.ZodUnion) return (inner.options as z.ZodType[]).flatMap(targetsOf);
  if (inner instanceof z.ZodObject) return Object.values(inner.shape).flatMap((one) => targetsOf(one as z.ZodType));
  const target = facts.get(inner)?.references;
  return target ? [target] : [];
}

it("lead from no kind back to it", () => {
  const circles: string[] = [];
  const walk = (kind: Kind, trail: readonly Kind[]): void => {
    if (trail.includes(kind)) {
      circles.push([...trail, kind].join(" → "));
      return;
    }
    for (const target of targetsOf(kinds[kind].fields)) {
      if (target in kinds) walk(target as Kind, [...trail, kind]);
    }
  };
  for (const kind of kindOrder) walk(kind, []);
  expect(circles).toEqual([]);
});
