/** Prints a document for a test and insists that nothing was wrong with it. */

import { expect } from "vitest";
import type { Document } from "../../src/model/document.ts";
import type { FontFile, Theme, ThemeFonts } from "../../src/model/theme.ts";
import { layoutPdf } from "../../src/pdf/layout-pdf.ts";
import { type ReadPdf, readPdf } from "./read-pdf.ts";
import { NO_TITLE } from "./read-pdf-faults.ts";
import { fonts, theme } from "./theme.ts";

export async function print(
  document: Document,
  look: Theme = theme,
  faces: ThemeFonts<FontFile> = fonts,
): Promise<ReadPdf & { readonly bytes: Uint8Array }> {
  const { value, diagnostics } = await layoutPdf(document, look, faces);
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error("No PDF");
  const read = await readPdf(value.bytes);
  expect(read.pages.length).toBe(value.pages);
  // The short documents of tests often have no title.
  expect(read.faults.filter((fault) => !fault.endsWith(NO_TITLE))).toEqual([]);
  for (const page of read.pages) expect(page.faults).toEqual([]);
  return { ...read, bytes: value.bytes };
}
