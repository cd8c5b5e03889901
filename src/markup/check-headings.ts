/** The order of a document's headings: one of level 1 first, and no level skipped below it. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import type { Heading } from "../model/document.ts";

/** Checks the headings of a document in their order; `start` is where the document begins. */
export function checkHeadings(headings: readonly Heading[], start: Place | undefined): readonly Diagnostic[] {
  const [first, ...rest] = headings;
  if (first?.level !== 1 || rest.some(({ level }) => level === 1)) {
    const second = rest.find(({ level }) => level === 1);
    const at = first?.level === 1 ? second?.at : (first?.at ?? start);
    return [diagnose("title-missing", {}, at)];
  }
  return rest.flatMap(({ level, at }, index) => {
    const from = headings[index]?.level ?? 1;
    return level > from + 1 ? [diagnose("template-heading-skipped", { from, to: level }, at)] : [];
  });
}
