/** A composed document → its editions: all that a thread needs to know of the program. */

import { renderHtml } from "./html/render-html.ts";
import { hasErrors, type Result } from "./model/diagnostic.ts";
import type { Document } from "./model/document.ts";
import type { PrintedPaper, PrintLook } from "./model/printing.ts";
import { libraryFont } from "./pdf/font-library.ts";
import { layoutPdf } from "./pdf/layout-pdf.ts";

/** Opens what every paper is set in, which the first one would have to wait for. */
export function makeReady({ fonts }: PrintLook): void {
  for (const file of Object.values(fonts.text)) libraryFont(file);
}

/** Lays a document out. */
export async function printPaper(document: Document, { theme, fonts }: PrintLook): Promise<Result<PrintedPaper>> {
  const { value: pdf, diagnostics } = await layoutPdf(document, theme, fonts);
  if (!pdf || hasErrors(diagnostics)) return { diagnostics };
  return { value: { pdf, html: renderHtml(document, theme) }, diagnostics };
}
