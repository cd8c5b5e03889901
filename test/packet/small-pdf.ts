/** The smallest PDFs that show one oddity. */

import { readForeignPdf } from "../../src/pdf/foreign/read-foreign-pdf.ts";

/** What a small file differs in. */
export interface Parts {
  readonly page?: string;
  readonly catalog?: string;
  readonly pages?: string;
  /** Of object 4. */
  readonly content?: Uint8Array | string;
  readonly filter?: string;
  /** From object 5 on. */
  readonly more?: readonly string[];
}

/** The usual size, and the content of object 4. */
export const BOX = "/MediaBox[0 0 300 300]/Contents 4 0 R";

/** A file of one page, written object by object. */
export function pdfOf({
  page = BOX,
  catalog = "",
  pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>",
  content = "0 0 9 9 re f",
  filter = "",
  more = [],
}: Parts): Uint8Array {
  const stream = Buffer.from(content as string, "latin1");
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    pages,
    `<</Type/Page/Parent 2 0 R${page}>>`,
    `<</Length ${stream.length}${filter}>>\nstream\n${stream.toString("latin1")}\nendstream`,
    ...more,
  ];
  let text = "%PDF-1.7\n";
  const rows = objects.map((object, index) => {
    const row = `${String(text.length).padStart(10, "0")} 00000 n \n`;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return row;
  });
  const start = text.length;
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows.join("")}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** What our own reader of foreign files has against the pages of one. */
export function obstaclesOf(bytes: Uint8Array): readonly string[] {
  const read = readForeignPdf(bytes);
  return "reason" in read ? [read.reason] : read.pages.flatMap(({ obstacles }) => [...obstacles]);
}
