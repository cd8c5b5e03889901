/** Whether a body says anything. */

import type { Markdown } from "../model/markdown.ts";
import { partsOf } from "./body-writer.ts";

/** True if nothing of the body prints. */
export function isEmpty(markdown: Markdown): boolean {
  return partsOf(markdown).length === 0;
}
