/** Reports raw HTML: an element once, with all that stands within it. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { place, type Reading } from "./reading.ts";

const LONGEST = 40;
/** Elements without an end tag. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Reports a tag at an offset of the file, unless it belongs to an element that was reported. */
export function refuseHtml(tag: string, offset: number, length: number, reading: Reading): void {
  if (offset >= reading.html.start && offset < reading.html.end) return;
  const shown = tag.length > LONGEST ? `${tag.slice(0, LONGEST)}…` : tag;
  reading.diagnostics.push(diagnose("raw-html", { tag: shown }, place(reading, offset, length)));
  reading.html = { start: offset, end: endOfElement(reading.file.text, tag, offset + length) };
}

/** Where the element ends that a start tag opens; where the tag ends if it opens none, or nothing closes it. */
function endOfElement(text: string, tag: string, from: number): number {
  const name = /^<([A-Za-z][A-Za-z0-9-]*)/.exec(tag)?.[1]?.toLowerCase();
  if (name === undefined || VOID.test(name) || tag.endsWith("/>")) return from;
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])`, "gi");
  tags.lastIndex = from;
  let open = 1;
  for (let match = tags.exec(text); match; match = tags.exec(text)) {
    open += match[1] === "/" ? -1 : 1;
    if (open === 0) return tags.lastIndex + 1;
  }
  return from;
}
