/** Where a body begins to say something. */

import type { Place } from "../model/diagnostic.ts";
import type { Markdown } from "../model/markdown.ts";
import { readStamp } from "../model/text-file.ts";
import { partsOf } from "./body-writer.ts";

/** The place of the first thing that prints; undefined for an empty body. */
export function placeOfMarkdown(markdown: Markdown): Place | undefined {
  const [first] = partsOf(markdown);
  if (first === undefined) return undefined;
  if (typeof first !== "string") return first.at;
  const value = / data-at="([^"]*)"/.exec(first)?.[1];
  return value === undefined
    ? undefined
    : readStamp(value.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
}
