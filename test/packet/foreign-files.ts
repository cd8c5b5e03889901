/** PDFs as other programs make them, small, each odd in its own way. */

import { degrees, PDFDocument, PDFName, PDFString, rgb, StandardFonts } from "@cantoo/pdf-lib";

async function drawn(
  pages: readonly { readonly size: [number, number]; readonly rotation?: number; readonly text?: string }[],
  change: (pdf: PDFDocument) => void | Promise<void> = () => undefined,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = pages.some(({ text }) => text !== undefined) ? await pdf.embedFont(StandardFonts.Helvetica) : undefined;
  for (const { size, rotation, text } of pages) {
    const page = pdf.addPage(size);
    page.drawRectangle({ x: 40, y: 60, width: 120, height: 40, color: rgb(0.1, 0.4, 0.2) });
    if (rotation !== undefined) page.setRotation(degrees(rotation));
    if (text !== undefined && font) page.drawText(text, { x: 50, y: size[1] / 2, size: 14, font });
  }
  await change(pdf);
  return await pdf.save();
}

const A4: [number, number] = [595, 842];
const A3: [number, number] = [842, 1191];

/** A drawing without text: nothing in it stands against our promises. */
export const drawing = (): Promise<Uint8Array> => drawn([{ size: A4 }, { size: [842, 595] }]);

/** Text in a font that is not embedded. */
export const letter = (text: string): Promise<Uint8Array> => drawn([{ size: A4, text }]);

/** A3, turned, cropped. */
export const plan = (): Promise<Uint8Array> =>
  drawn([{ size: A3, rotation: 90, text: "Plan quer" }, { size: A4, rotation: 180 }, { size: A4 }], (pdf) => {
    pdf.getPage(2).setCropBox(20, 30, 300, 400);
  });

/** A page as large as a stamp, one of A0, and one that is larger than viewers allow. */
export const sizes = (): Promise<Uint8Array> =>
  drawn([{ size: [10, 10] }, { size: [2384, 3370] }, { size: [20_000, 2000] }]);

/** A form with a value and a script that runs when it opens. */
export const form = (): Promise<Uint8Array> =>
  drawn([{ size: A4 }], (pdf) => {
    const field = pdf.getForm().createTextField("name");
    field.setText("Eingetragen");
    field.addToPage(pdf.getPage(0), { x: 50, y: 500, width: 200, height: 24 });
    const script = pdf.context.obj({ S: "JavaScript", JS: PDFString.of("app.alert('x')") });
    pdf.catalog.set(PDFName.of("OpenAction"), script);
  });

/** Needs a password to be read. */
export const locked = (): Promise<Uint8Array> =>
  drawn([{ size: A4 }], (pdf) => {
    pdf.encrypt({ userPassword: "geheim", ownerPassword: "chef" });
  });

/** Encrypted, but open to everybody. */
export const restricted = (): Promise<Uint8Array> =>
  drawn([{ size: A4, text: "Offen fuer alle" }], (pdf) => {
    pdf.encrypt({ userPassword: "", ownerPassword: "chef", permissions: { printing: false } });
  });

/** Cut off in the middle. */
export async function truncated(): Promise<Uint8Array> {
  const whole = await drawn([{ size: A4 }]);
  return whole.subarray(0, Math.floor(whole.length * 0.4));
}

/** Its table of objects points nowhere. */
export async function shifted(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.addPage(A4).drawRectangle({ x: 10, y: 10, width: 50, height: 50, color: rgb(0, 0, 1) });
  const text = Buffer.from(await pdf.save({ useObjectStreams: false })).toString("latin1");
  return Buffer.from(text.replace(/startxref\n\d+/, "startxref\n7"), "latin1");
}
