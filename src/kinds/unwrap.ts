/** Looks through what only marks a schema as optional. */

import { z } from "zod";

/** The schema of a value that is given. */
export function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap() as z.ZodType) : schema;
}
