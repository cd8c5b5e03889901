/**
 * The parts of pdfmake 0.3.11 and pdfkit 0.19.1 that this folder uses, typed by hand from their source: neither package
 * describes its inner classes. `test/pdf/hooks.test.ts` fails when they no longer look like this.
 */

/** What a CommonJS module with `__esModule` looks like to an importing ES module. */
interface DefaultExport<T> {
  readonly default: T;
}

/** A reference to an object of the file, written as `12 0 R`. */
interface PdfReference {
  readonly id: number;
  readonly data: Record<string, unknown>;
  compress: boolean;
  write(chunk: string | Uint8Array): void;
  end(chunk?: string | Uint8Array): void;
}

interface PdfNumberTree {
  add(key: number, value: unknown): void;
  get(key: number): unknown;
}

interface PdfOutline {
  readonly outlineData: Record<string, unknown>;
  addItem(title: string, options?: Record<string, unknown>): PdfOutline;
}

interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly dictionary: PdfReference;
  readonly fonts: Record<string, PdfReference>;
  readonly annotations: PdfReference[];
  readonly structParentTreeKey: number;
  write(chunk: string): void;
}

/** The font as fontkit read it. */
interface FontkitFont {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly numGlyphs: number;
  readonly postscriptName?: string;
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  readonly capHeight: number;
  readonly xHeight: number;
  readonly "OS/2"?: { readonly sFamilyClass: number };
  readonly head: { readonly macStyle: { readonly italic: boolean } };
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): FontkitGlyph;
  layout(text: string, features?: Record<string, boolean>): FontkitRun;
  createSubset(): FontkitSubset;
}

interface FontkitRun {
  readonly direction: "ltr" | "rtl";
  readonly advanceWidth: number;
  readonly glyphs: readonly FontkitGlyph[];
  readonly positions: readonly { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[];
}

interface FontkitGlyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  readonly advanceWidth: number;
  readonly path: { toSVG(): string };
}

/** What a document shows of a font. */
interface FontkitSubset {
  /** Set if the outlines are of PostScript's kind. */
  readonly cff?: object;
  /** The number of a glyph in the subset, which has it from then on. */
  includeGlyph(id: number): number;
  encode(): Uint8Array;
}

declare class PdfmakeDocument {
  constructor(
    fonts: object,
    images: object,
    patterns: object,
    attachments: object,
    options: object,
    virtualFiles: null,
    localAccessPolicy: (path: string) => boolean,
  );
  page: PdfPage;
  fonts: Record<string, Record<string, unknown>>;
  images: Record<string, unknown>;
  outline: PdfOutline;
  _root: PdfReference;
  _info: PdfReference;
  /** An entry for each object, by its number less one. */
  _offsets: null[];
  /** How many objects have not been ended. */
  _waiting: number;
  _write(data: string | Uint8Array): void;
  _font: { readonly font: FontkitFont };
  _fontFamilies: object;
  _fontCount: number;
  _imageRegistry: Record<string, unknown>;
  ref(data?: object): PdfReference;
  addContent(data: string): this;
  addPage(options?: object): this;
  flushPages(): void;
  end(): void;
  font(source: unknown, family?: unknown, size?: unknown): this;
  fontSize(size: number): this;
  openImage(source: unknown): { width: number; height: number; orientation?: number; embed(document: unknown): void };
  provideImage(source: string): unknown;
  image(source: unknown, x: number, y: number, options: object): this;
  annotate(x: number, y: number, w: number, h: number, options: object): this;
  addNamedDestination(name: string, ...rest: unknown[]): void;
  getStructTreeRoot(): PdfReference;
  getStructParentTree(): PdfNumberTree;
  createStructParentTreeNextKey(): number;
  endOutline(): void;
  endMarkings(): void;
  endMetadata(): void;
  save(): this;
  restore(): this;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): this;
  path(svg: string): this;
  rotate(angle: number, options: { origin: [number, number] }): this;
  fillColor(color: string, opacity?: number): this;
  fill(color?: string): this;
  rect(x: number, y: number, w: number, h: number): this;
  opacity(value: number): this;
  /** Refers to a state of transparency, null for what stays as it is. */
  _doOpacity(fill: number | null | undefined, stroke: number | null | undefined): void;
}

interface PdfmakePageSize {
  readonly width: number;
  readonly height: number;
  readonly orientation?: string;
}

interface PdfmakeMargins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface PdfmakePage {
  readonly items: PdfmakeItem[];
  readonly pageSize: PdfmakePageSize;
}

interface PdfmakeItem {
  readonly type: string;
  readonly item: unknown;
}

interface PdfmakeColumnGroup {
  page: number;
  y: number;
  availableHeight: number;
  bottomMost?: { page: number; y: number; availableHeight: number };
}

declare class PdfmakeContext {
  readonly pages: PdfmakePage[];
  readonly snapshots: PdfmakeColumnGroup[];
  readonly backgroundLength: number[];
  pageMargins: PdfmakeMargins;
  page: number;
  x: number;
  y: number;
  availableWidth: number;
  availableHeight: number;
  moveDown(offset: number): boolean;
  addMargin(left: number, right?: number): void;
  getCurrentPage(): PdfmakePage;
  resetMarginXTopParent(): void;
}

interface PdfmakeFragment {
  items: PdfmakeItem[];
  readonly height: number;
  readonly insertedOnPages?: boolean[];
}

declare class PdfmakePageElementWriter {
  constructor(context: PdfmakeContext);
  transactionLevel: number;
  readonly repeatables: readonly PdfmakeFragment[];
  context(): PdfmakeContext;
  addPage(size: PdfmakePageSize, orientation: string | null, margins: PdfmakeMargins): void;
  addLine(line: PdfmakeLine, keepPosition?: boolean, index?: number): unknown;
  addVector(vector: object, ignoreX?: boolean, ignoreY?: boolean, index?: number | null, page?: number): unknown;
  addFragment(fragment: PdfmakeFragment, useX?: boolean, useY?: boolean, keepPosition?: boolean): unknown;
  moveToNextPage(orientation?: string): void;
  setMaxListeners(count: number): void;
  addListener(event: "pageChanged", listener: (data: { prevPage: number; prevY: number; y: number }) => void): void;
  removeListener(event: "pageChanged", listener: (data: { prevPage: number; prevY: number; y: number }) => void): void;
}

declare class PdfmakeLine {
  constructor(maxWidth: number);
  maxWidth: number;
  inlines: object[];
  x?: number;
  y?: number;
  getHeight(): number;
  getAscenderHeight(): number;
  getWidth(): number;
  clone(): PdfmakeLine;
}

declare class PdfmakeLayoutBuilder {
  constructor(pageSize: PdfmakePageSize, pageMargins: PdfmakeMargins, svgMeasure: unknown);
  pageSize: PdfmakePageSize;
  pageMargins: PdfmakeMargins;
  writer: PdfmakePageElementWriter;
  docMeasure: PdfmakeDocMeasure;
  nestedLevel: number;
  processNode(node: object, verticalAlignment?: boolean): void;
  processVerticalContainer(node: object): void;
  processTable(node: object): void;
  processLeaf(node: object): void;
  processImage(node: object): void;
  processSVG(node: object): void;
  processCanvas(node: object): void;
  processRow(row: object): { pageBreaks: unknown[]; positions: unknown[] };
  _findSameRowPageBreakByRowSpanData(breaks: unknown, page: number, row: number): { prevPage: number } | undefined;
  _getPageBreakListBySpan(node: object, page: number, row: number): unknown;
}

declare class PdfmakeTableProcessor {
  constructor(node: object);
  readonly headerRows: number;
  readonly rowsWithoutPageBreak: number;
  readonly dontBreakRows: boolean;
  beginTable(writer: PdfmakePageElementWriter): void;
  beginRow(row: number, writer: PdfmakePageElementWriter): void;
  endRow(row: number, writer: PdfmakePageElementWriter, pageBreaks: unknown[]): void;
  endTable(writer: PdfmakePageElementWriter): void;
  drawHorizontalLine(line: number, writer: PdfmakePageElementWriter): void;
}

declare class PdfmakeDocMeasure {
  constructor(document: unknown, styles: object, defaultStyle: object, svgMeasure: unknown, tableLayouts: object);
  measureDocument(node: object): object;
  measureNode(node: object): object;
  measureTable(node: object): object;
  measureImage(node: object): object;
  measureSVG(node: object): object;
}

declare class PdfmakeRenderer {
  constructor(document: unknown);
  readonly pdfDocument: PdfmakeDocument;
  renderPages(pages: readonly PdfmakePage[]): void;
  renderLine(line: object, x: number, y: number): void;
  renderVector(vector: object): void;
  renderImage(image: object): void;
  renderSVG(svg: object): void;
}

declare class PdfmakeTextBreaker {
  getBreaks(text: string, styles: null): { readonly text: string; readonly lineEnd?: boolean }[];
}

declare class PdfmakeSvgMeasure {
  measureSVG(svg: string): object;
  writeDimensions(svg: string, size: { readonly width: number; readonly height: number }): string;
}

declare module "pdfmake/js/PDFDocument.js" {
  const exported: DefaultExport<typeof PdfmakeDocument>;
  export default exported;
}
declare module "pdfmake/js/LayoutBuilder.js" {
  const exported: DefaultExport<typeof PdfmakeLayoutBuilder>;
  export default exported;
}
declare module "pdfmake/js/DocumentContext.js" {
  const exported: DefaultExport<new () => PdfmakeContext>;
  export default exported;
}
declare module "pdfmake/js/PageElementWriter.js" {
  const exported: DefaultExport<typeof PdfmakePageElementWriter>;
  export default exported;
}
declare module "pdfmake/js/TableProcessor.js" {
  const exported: DefaultExport<typeof PdfmakeTableProcessor>;
  export default exported;
}
declare module "pdfmake/js/DocMeasure.js" {
  const exported: DefaultExport<typeof PdfmakeDocMeasure>;
  export default exported;
}
declare module "pdfmake/js/Renderer.js" {
  const exported: DefaultExport<typeof PdfmakeRenderer>;
  export default exported;
}
declare module "pdfmake/js/Line.js" {
  const exported: DefaultExport<typeof PdfmakeLine>;
  export default exported;
}
declare module "pdfmake/js/TextBreaker.js" {
  const exported: DefaultExport<typeof PdfmakeTextBreaker>;
  export default exported;
}
declare module "pdfmake/js/SVGMeasure.js" {
  const exported: DefaultExport<typeof PdfmakeSvgMeasure>;
  export default exported;
}
