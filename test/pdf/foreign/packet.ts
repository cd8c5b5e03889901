/** A small document of ours that shows the pages of a foreign file, each as a figure. */

import { ForeignPages } from "../../../src/pdf/foreign/foreign-pages.ts";
import type { ForeignPdf } from "../../../src/pdf/foreign/read-foreign-pdf.ts";
import { StructureElement } from "../../../src/pdf/structure.ts";
import { TaggedDocument } from "../../../src/pdf/tagged-document.ts";
import { fonts } from "../theme.ts";

/** Writes it. */
export function packetOf(foreign: ForeignPdf): Promise<Uint8Array> {
  const structure = new StructureElement("Document");
  const facts = { title: "Anlage", lang: "de-DE", keywords: [], date: new Date(0), creator: "Test", producer: "Test" };
  const document = new TaggedDocument({ structure, facts, fonts, images: {}, size: { width: 595, height: 842 } });
  const pages = new ForeignPages(document);
  for (const [index, { width, height }] of foreign.pages.entries()) {
    document.addPage({ size: [width, height], margin: 0 });
    const form = pages.form(foreign, index);
    const page = document.page as PdfPage & { readonly xobjects: Record<string, PdfReference> }; // pdfkit's own
    page.xobjects.Foreign = form;
    const alt = `Anlage 2, Seite ${index + 1} von ${foreign.pages.length}`;
    document.mark(structure.append("Figure", { alt, box: [0, 0, width, height] }));
    document.addContent(`q 1 0 0 -1 0 ${height} cm /Foreign Do Q`);
    document.endMark();
  }
  return document.finish();
}
