/** The information dictionary: what readers show as properties of a file (ISO 32000-1, 14.3.3). */

import type { XmpFacts } from "./xmp.ts";

/** Says what the XMP packet says, as PDF/A asks for. */
export function infoOf({ title, author, subject, keywords, creator, producer, date }: XmpFacts): object {
  return {
    Title: new String(title),
    ...(author && { Author: new String(author) }),
    ...(subject && { Subject: new String(subject) }),
    ...(keywords.length > 0 && { Keywords: new String(keywords.join(", ")) }),
    Creator: new String(creator),
    Producer: new String(producer),
    CreationDate: date,
    ModDate: date,
  };
}
