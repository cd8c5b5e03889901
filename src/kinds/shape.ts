/** zod schema of a view → the plain shape that templates are checked against. */

import { z } from "zod";
import type { Shape } from "../model/shape.ts";
import { markdownShape } from "./view.ts";

/** @see Shape */
export function shapeOf(schema: z.ZodType): Shape {
  if (schema instanceof z.ZodOptional) return shapeOf(schema.unwrap() as z.ZodType);
  if (schema === markdownShape) return { type: "markdown" };
  if (schema instanceof z.ZodString) return { type: "text" };
  if (schema instanceof z.ZodBoolean) return { type: "boolean" };
  if (schema instanceof z.ZodArray) return { type: "list", item: shapeOf(schema.element as z.ZodType) };
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(([key, field]) => [key, shapeOf(field as z.ZodType)] as const);
    return { type: "object", fields: Object.fromEntries(fields) };
  }
  throw new Error(`A view cannot hold ${schema.def.type}.`);
}
