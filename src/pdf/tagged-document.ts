/** The file being written: pdfkit's document with marked content, a structure tree, XMP and shared fonts. */

import { createHash } from "node:crypto";
import type { Image } from "../model/image.ts";
import type { LinkTarget, Vector } from "./boxes.ts";
import { deflate } from "./deflate.ts";
import { type Drawing, type DrawnStep, drawingOf } from "./drawing.ts";
import { EmbeddedFont } from "./embedded-font.ts";
import { FileBytes } from "./file-bytes.ts";
import { FileObject, type ObjectSink } from "./file-object.ts";
import type { LibraryFont } from "./font-library.ts";
import { outputCondition } from "./identity.ts";
import { infoOf } from "./info-dictionary.ts";
import { ObjectStreams } from "./object-streams.ts";
import { PDFDocument } from "./pdfmake-classes.ts";
import { serialize, textString } from "./serialize.ts";
import { packedSrgbProfile } from "./srgb-profile.ts";
import { isElement, type Owner, type StructureElement } from "./structure.ts";
import { type ElementId, idTree, writeStructure } from "./structure-writer.ts";
import { NameTree, NumberTree } from "./trees.ts";
import { BLACK, components, penOf, rectangle, rule } from "./vector-operators.ts";
import { type XmpFacts, xmpPacket } from "./xmp.ts";

/** What the file is made of besides its pages. */
export interface DocumentParts {
  readonly structure: StructureElement;
  readonly facts: XmpFacts;
  readonly images: Readonly<Record<string, Image>>;
  readonly size: { readonly width: number; readonly height: number };
}

/** Marked content that is open. */
interface OpenContent {
  readonly owner: Owner;
  readonly page: PdfPage;
}

/** A PDF/UA-1 and PDF/A-2a document. */
export class TaggedDocument extends PDFDocument implements ObjectSink {
  readonly #parts: DocumentParts;
  readonly #fonts = new Map<LibraryFont, EmbeddedFont>();
  readonly #bytes = new FileBytes();
  readonly #objects = new ObjectStreams(this.#bytes);
  readonly #parents = new NumberTree();
  #open: OpenContent | undefined;
  /** The elements of the page's contents so far; undefined before the first. */
  #contents: PdfReference[] | undefined;
  /** The colour of the last text, if nothing has changed it since. */
  #textColor: string | undefined;
  #recorded: DrawnStep[] | undefined;
  /** Objects that states of transparency have added while something is recorded. */
  #states = 0;
  /** What sets the colour and width of rules, if nothing has changed them since. */
  #pen: string | undefined;
  #onAllEnded: (() => void) | undefined;

  constructor(parts: DocumentParts) {
    const { facts, size } = parts;
    super(
      {},
      {},
      {},
      {},
      {
        size: [size.width, size.height],
        margin: 0,
        pdfVersion: "1.7",
        lang: facts.lang,
        displayTitle: true,
        tagged: true,
        autoFirstPage: false,
        font: null,
        // pdfkit computes an ID from the rest in a program of its own, and writes an object for each entry.
        info: { CreationDate: facts.date },
      },
      null,
      () => false,
    );
    this.#parts = parts;
    // The second line tells that this is no text.
    this.#bytes.append("%PDF-1.7\n%\xff\xff\xff\xff\n");
    this.getStructTreeRoot().data.ParentTree = this.#parents;
    (this._root.data.Names as PdfReference).data.Dests = new NameTree(); // pdfkit made the reference
  }

  override ref(data: object = {}): FileObject {
    this._waiting++;
    return new FileObject(this, this._offsets.push(null), data as Record<string, unknown>); // of whatever shape
  }

  /** Objects without a stream of their own are packed. */
  endObject(object: FileObject, text?: string): void {
    const { id, data } = object;
    const content = object.takeStream();
    if (content !== undefined) {
      if (object.compress) data.Filter = "FlateDecode";
      this.#objects.addStream(id, data, object.compress ? deflate(content) : content);
    } else {
      this.#objects.add(id, text ?? serialize(data));
    }
    if (--this._waiting === 0) this.#onAllEnded?.();
  }

  /** pdfkit has nothing to write but the first two lines, which stand there already. */
  override _write(): void {}

  override addContent(operator: string): this {
    this.#recorded?.push(operator);
    this.page.write(operator);
    return this;
  }

  override _doOpacity(fill: number | null | undefined, stroke: number | null | undefined): void {
    const recorded = this.#recorded;
    const objects = this._offsets.length;
    recorded?.push({ fill, stroke });
    this.#recorded = undefined;
    super._doOpacity(fill, stroke);
    this.#recorded = recorded;
    this.#states += this._offsets.length - objects;
  }

  /** Draws, and gives what was drawn; undefined if it needs anything of this document that others do not have. */
  record(draw: () => void): Drawing | undefined {
    const recorded: DrawnStep[] = [];
    const objects = this._offsets.length;
    this.#states = 0;
    this.#recorded = recorded;
    draw();
    this.#recorded = undefined;
    return this._offsets.length > objects + this.#states ? undefined : drawingOf(recorded);
  }

  /** Draws once more what was recorded, here or in another document. */
  replay(drawing: Drawing): void {
    for (const one of drawing) {
      if (typeof one === "string") this.addContent(one);
      else this._doOpacity(one.fill, one.stroke);
    }
    this.#textColor = undefined;
    this.#pen = undefined;
  }

  override fillColor(color: string, opacity?: number): this {
    this.#textColor = undefined;
    return super.fillColor(color, opacity);
  }

  override restore(): this {
    this.#textColor = undefined;
    this.#pen = undefined;
    return super.restore();
  }

  /** Fills text and rectangles from here on. The lines of a page are nearly all of one colour. */
  textColor(color: string): void {
    if (color === this.#textColor) return;
    this.#textColor = color;
    this.addContent(`${components(color)} rg`);
  }

  /** Draws a rule or a filled rectangle. */
  drawVector(vector: Vector): void {
    if (vector.type === "rect") {
      this.textColor(vector.color ?? BLACK);
      this.addContent(rectangle(vector));
      return;
    }
    const pen = penOf(vector);
    if (pen !== this.#pen) this.addContent(pen);
    this.#pen = pen;
    this.addContent(rule(vector));
  }

  /** The document's version of a font. */
  fontOf(library: LibraryFont): EmbeddedFont {
    let font = this.#fonts.get(library);
    if (!font) {
      font = new EmbeddedFont(this, library);
      this.#fonts.set(library, font);
    }
    return font;
  }

  /** Pictures are asked for by their key. pdfkit would open any path, also one that an SVG names. */
  override openImage(source: unknown): ReturnType<PdfmakeDocument["openImage"]> {
    if (typeof source !== "string" || source.startsWith("data:")) return super.openImage(source);
    const picture = this.#parts.images[source];
    if (!picture || picture.type === "svg") throw new Error(`No picture of pixels: ${source}`);
    const { buffer, byteOffset, byteLength } = picture.data;
    const image = super.openImage(Buffer.from(buffer, byteOffset, byteLength));
    image.embed(this);
    this._imageRegistry[source] = image;
    return image;
  }

  /** From here on, what is drawn belongs to an element or is an artifact. */
  mark(owner: Owner): void {
    if (this.#open?.owner === owner && this.#open.page === this.page) return;
    this.endMark();
    if (isElement(owner)) {
      owner.attach();
      owner.ref ??= this.ref();
      const contents = this.#contents ?? this.#beginContents();
      const mcid = contents.push(owner.ref) - 1;
      owner.kids.push({ page: this.page.dictionary, mcid });
      this.addContent(`/${owner.type} <</MCID ${mcid}>> BDC`);
    } else if (owner.artifact === "Header" || owner.artifact === "Footer" || owner.artifact === "Watermark") {
      this.addContent(`/Artifact <</Type /Pagination /Subtype /${owner.artifact}>> BDC`);
    } else {
      this.addContent(`/Artifact <</Type /${owner.artifact}>> BDC`);
    }
    this.#open = { owner, page: this.page };
  }

  /** Ends what {@link mark} began; needed before the graphics state is saved or restored. */
  endMark(): void {
    this.#open?.page.write("EMC");
    this.#open = undefined;
  }

  /** Adds the annotation of a link. Coordinates from the upper left corner. */
  annotateLink(link: LinkTarget, box: { x: number; y: number; width: number; height: number }): void {
    const { owner, href, description } = link;
    const { page } = this;
    const action = href.startsWith("#")
      ? `/S /GoTo/D ${textString(href.slice(1))}`
      : `/S /URI/URI ${textString(asciiUri(href))}`;
    const rectangle = [box.x, page.height - box.y - box.height, box.x + box.width, page.height - box.y];
    let text = `<</Type /Annot/Subtype /Link/Rect ${serialize(rectangle)}/Border [0 0 0]/F 4/A <<${action}>>/Contents ${textString(description)}`;
    const annotation = this.ref();
    page.annotations.push(annotation);
    if (isElement(owner)) {
      owner.ref ??= this.ref();
      const key = this.createStructParentTreeNextKey();
      this.#parents.add(key, owner.ref);
      text += `/StructParent ${key}`;
      owner.kids.push({ page: page.dictionary, annotation });
    }
    annotation.endAs(`${text}>>`);
  }

  override addPage(options?: object): this {
    this.endMark();
    this.#textColor = undefined;
    this.#pen = undefined;
    this.#contents = undefined;
    return super.addPage(options);
  }

  #beginContents(): PdfReference[] {
    const contents: PdfReference[] = [];
    this.#contents = contents;
    this.#parents.add(this.page.structParentTreeKey, contents);
    return contents;
  }

  /** All but pages and pictures, in pdfkit's order. */
  override end(): void {
    this.endMark();
    this.flushPages();
    this._info = this.ref(infoOf(this.#parts.facts));
    this._info.end();
    for (const font of this.#fonts.values()) font.end();
    this.endOutline();
    this.endMarkings();
    this.endMetadata();
    const { Pages, Names, ViewerPreferences } = this._root.data as Record<string, PdfReference>; // pdfkit made them
    for (const object of [this._root, Pages, Names, ViewerPreferences]) object?.end();
  }

  /** pdfkit's own writer takes the page that happens to be current for each element. */
  override endMarkings(): void {
    const root = this.getStructTreeRoot();
    const ids: ElementId[] = [];
    root.data.K = [writeStructure(this, this.#parts.structure, { ref: root }, ids)];
    if (ids.length > 0) root.data.IDTree = idTree(ids);
    root.end();
    (this._root.data.MarkInfo as PdfReference).end();
  }

  /** pdfkit's own packet is not escaped, and its PDF/A and PDF/UA parts exclude each other. */
  override endMetadata(): void {
    const metadata = this.ref({ Type: "Metadata", Subtype: "XML" });
    metadata.compress = false;
    metadata.end(Buffer.from(xmpPacket(this.#parts.facts), "utf8"));
    this._root.data.Metadata = metadata;
    const profile = this.ref({ N: 3, Filter: "FlateDecode" });
    profile.end(packedSrgbProfile());
    const intent = this.ref({
      Type: "OutputIntent",
      S: "GTS_PDFA1",
      Info: new String(outputCondition),
      OutputConditionIdentifier: new String(outputCondition),
      DestOutputProfile: profile,
    });
    intent.end();
    this._root.data.OutputIntents = [intent];
  }

  /** The finished file. */
  async finish(): Promise<Uint8Array> {
    this.end();
    // Pixels of some pictures are unpacked meanwhile.
    if (this._waiting > 0)
      await new Promise<void>((resolve) => {
        this.#onAllEnded = resolve;
      });
    const id = createHash("sha256").update(serialize(this._info.data)).digest().subarray(0, 16);
    const trailer = { Root: this._root, Info: this._info, ID: [id, id] };
    this.#objects.finish(this._offsets.length, trailer);
    return this.#bytes.copy();
  }
}

/** URIs in a PDF are ASCII. */
function asciiUri(href: string): string {
  return href.replace(/[^\u0021-\u007e]+/gu, (characters) => encodeURIComponent(characters));
}
