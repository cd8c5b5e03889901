/** Foreign pages copied into a document that only collects what it is given. */

import { inflateSync } from "node:zlib";
import { ForeignPages } from "../../src/pdf/foreign/foreign-pages.ts";
import type { ForeignPdf } from "../../src/pdf/foreign/read-foreign-pdf.ts";

/** An object that was written. */
export interface Written {
  readonly data: Readonly<Record<string, unknown>>;
  /** Of a stream, unpacked if it is deflated. */
  content: string;
}

/** The form of the last of these pages, and all that they lead to in the order of writing. */
export function copyPage(
  pdf: ForeignPdf,
  ...numbers: readonly number[]
): { readonly form: Written; readonly objects: readonly Written[] } {
  const objects: Written[] = [];
  const pages = new ForeignPages({
    ref(data = {}) {
      const written: Written = { data: data as Record<string, unknown>, content: "" };
      const end = (bytes?: Uint8Array): void => {
        const plain = bytes && written.data.Filter === "FlateDecode" ? inflateSync(bytes) : (bytes ?? "");
        written.content = Buffer.from(plain as Uint8Array).toString("latin1");
        objects.push(written);
      };
      return Object.assign(written, { end }) as unknown as PdfReference; // all that copying uses
    },
  });
  const forms = (numbers.length > 0 ? numbers : [0]).map((page) => pages.form(pdf, page) as unknown as Written); // as made above
  return { form: forms.at(-1) as Written, objects: objects.filter((one) => !forms.includes(one)) }; // there is one
}
