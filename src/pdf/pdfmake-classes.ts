/** The inner classes of pdfmake that this folder builds on, taken out of their CommonJS modules. */

import DocMeasureModule from "pdfmake/js/DocMeasure.js";
import DocumentContextModule from "pdfmake/js/DocumentContext.js";
import LayoutBuilderModule from "pdfmake/js/LayoutBuilder.js";
import LineModule from "pdfmake/js/Line.js";
import PageElementWriterModule from "pdfmake/js/PageElementWriter.js";
import PDFDocumentModule from "pdfmake/js/PDFDocument.js";
import RendererModule from "pdfmake/js/Renderer.js";
import SVGMeasureModule from "pdfmake/js/SVGMeasure.js";
import TableProcessorModule from "pdfmake/js/TableProcessor.js";
import TextBreakerModule from "pdfmake/js/TextBreaker.js";

/** Loaders differ in whether the default import of a CommonJS module is its exports or its `default`. */
function defaultOf<T>(module: DefaultExport<T> | T): T {
  const exported = module as Partial<DefaultExport<T>>; // `T` is a class; only the exports object has a `default`
  return exported.default ?? (module as T);
}

/** Measures nodes. */
export const DocMeasure = defaultOf(DocMeasureModule);
/** The place where the next element goes, and the pages so far. */
export const DocumentContext = defaultOf(DocumentContextModule);
/** Places nodes on pages. */
export const LayoutBuilder = defaultOf(LayoutBuilderModule);
/** A line of text. */
export const Line = defaultOf(LineModule);
/** Puts elements on pages and breaks pages. */
export const PageElementWriter = defaultOf(PageElementWriterModule);
/** The file being written. */
export const PDFDocument = defaultOf(PDFDocumentModule);
/** Draws pages. */
export const Renderer = defaultOf(RendererModule);
/** Measures SVG. */
export const SVGMeasure = defaultOf(SVGMeasureModule);
/** Draws the lines and backgrounds of a table. */
export const TableProcessor = defaultOf(TableProcessorModule);
/** Finds where a text may break. */
export const TextBreaker = defaultOf(TextBreakerModule);
