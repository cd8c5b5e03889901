/** The file being written: pdfkit's document with marked content, a structure tree, XMP and shared fonts. */

import type { Image } from "../model/image.ts";
import type { FontFamily, FontFile, ThemeFonts } from "../model/theme.ts";
import { type LinkTarget, SVG_FONT_FAMILY } from "./boxes.ts";
import { type DocumentFont, embedFont } from "./embedded-font.ts";
import { type LibraryFont, libraryFont } from "./font-library.ts";
import { outputCondition } from "./identity.ts";
import { ObjectStreams } from "./object-streams.ts";
import { PDFDocument } from "./pdfmake-classes.ts";
import { packedSrgbProfile } from "./srgb-profile.ts";
import { isElement, type Owner, type StructureElement } from "./structure.ts";
import { writeStructure } from "./structure-writer.ts";
import { type XmpFacts, xmpPacket } from "./xmp.ts";

/** What the file is made of besides its pages. */
export interface DocumentParts {
  readonly structure: StructureElement;
  readonly facts: XmpFacts;
  readonly fonts: ThemeFonts<FontFile>;
  readonly images: Readonly<Record<string, Image>>;
  readonly size: { readonly width: number; readonly height: number };
}

/** What was drawn: operators, and states of transparency, which have other names in each document. */
export type Drawing = readonly (string | Opacity)[];

interface Opacity {
  readonly fill: number | null | undefined;
  readonly stroke: number | null | undefined;
}

/** Marked content that is open. */
interface OpenContent {
  readonly owner: Owner;
  readonly page: PdfPage;
}

/** A PDF/UA-1 and PDF/A-2a document. */
export class TaggedDocument extends PDFDocument {
  readonly #parts: DocumentParts;
  readonly #fonts = new Map<LibraryFont, DocumentFont & PdfkitEmbeddedFont>();
  readonly #objects = new ObjectStreams();
  #open: OpenContent | undefined;
  /** The colour of the last text, if nothing has changed it since. */
  #textColor: string | undefined;
  #recorded: (string | Opacity)[] | undefined;
  /** Objects that states of transparency have added while something is recorded. */
  #states = 0;
  /** Characters in pictures that the text family lacks; the renderer collects and empties it. */
  readonly missingCharacters = new Set<string>();

  constructor(parts: DocumentParts) {
    const { facts, size } = parts;
    super(
      { [SVG_FONT_FAMILY]: svgFaces(parts.fonts.text) },
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
        info: {
          Title: facts.title,
          ...(facts.author && { Author: facts.author }),
          ...(facts.subject && { Subject: facts.subject }),
          ...(facts.keywords.length > 0 && { Keywords: facts.keywords.join(", ") }),
          Creator: facts.creator,
          Producer: facts.producer,
          CreationDate: facts.date,
          ModDate: facts.date,
        },
      },
      null,
      () => false,
    );
    this.#parts = parts;
  }

  /** Objects without a stream of their own are packed. */
  override ref(data?: object): PdfReference {
    const ref = super.ref(data);
    const { write, finalize } = ref;
    // pdfkit makes bytes of every operator on its own.
    let text = "";
    const flush = (): void => {
      if (text !== "") write.call(ref, Buffer.from(text, "latin1"));
      text = "";
    };
    ref.write = (chunk) => {
      if (typeof chunk === "string") {
        text += `${chunk}\n`;
        return;
      }
      flush();
      write.call(ref, chunk);
    };
    ref.finalize = () => {
      flush();
      if (ref.buffer.length > 0) return finalize.call(ref);
      this.#objects.add(ref.id, ref.data);
      this._refEnd(ref);
    };
    return ref;
  }

  override addContent(operator: string): this {
    this.#recorded?.push(operator);
    return super.addContent(operator);
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
    const recorded: (string | Opacity)[] = [];
    const objects = this._offsets.length;
    this.#states = 0;
    this.#recorded = recorded;
    draw();
    this.#recorded = undefined;
    // Fonts, shadings and pictures are resources, which operators refer to by name.
    const isOwn = recorded.some((one) => typeof one === "string" && /\/(?!DeviceRGB\b)/.test(one));
    return this._offsets.length > objects + this.#states || isOwn ? undefined : joined(recorded);
  }

  /** Draws once more what was recorded, here or in another document. */
  replay(drawing: Drawing): void {
    for (const one of drawing) {
      if (typeof one === "string") this.addContent(one);
      else this._doOpacity(one.fill, one.stroke);
    }
    this.#textColor = undefined;
  }

  override fillColor(color: string, opacity?: number): this {
    this.#textColor = undefined;
    return super.fillColor(color, opacity);
  }

  override restore(): this {
    this.#textColor = undefined;
    return super.restore();
  }

  /** Fills text from here on. The lines of a page are nearly all of one colour. */
  textColor(color: string): void {
    if (color === this.#textColor) return;
    this.fillColor(color);
    this.#textColor = color;
  }

  /** Ends the file, when all objects are known. */
  override _finalize(): void {
    const file = { offset: () => this._offset, write: (bytes: Uint8Array) => this._write(bytes) };
    const trailer = { Root: this._root, Info: this._info, ID: [this._id, this._id] };
    this.#objects.finish(file, this._offsets, trailer);
    this.push(null);
  }

  /** The document's version of a font. */
  fontOf(library: LibraryFont): DocumentFont & PdfkitEmbeddedFont {
    let font = this.#fonts.get(library);
    if (!font) {
      font = embedFont(this, library, (character) => this.missingCharacters.add(character));
      this.#fonts.set(library, font);
      this._fontFamilies[font.id] = font;
    }
    return font;
  }

  /** SVG text comes here with what {@link svgFaces} gave. */
  override font(source: unknown, family?: unknown, size?: unknown): this {
    if (typeof source !== "object" || source === null || !("path" in source)) return super.font(source, family, size);
    this._font = this.fontOf(libraryFont(source as FontFile)); // only font files of the theme have a path
    const points = typeof family === "number" ? family : size;
    if (typeof points === "number") this.fontSize(points);
    return this;
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
      owner.ref ??= this.ref({});
      const contents = this.getStructParentTree().get(this.page.structParentTreeKey) as PdfReference[]; // pdfkit makes it an array
      owner.kids.push({ page: this.page.dictionary, mcid: contents.length });
      this.addContent(`/${owner.type} <</MCID ${contents.length}>> BDC`);
      contents.push(owner.ref);
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
    const action = this.ref(
      href.startsWith("#")
        ? { S: "GoTo", D: new String(href.slice(1)) }
        : { S: "URI", URI: new String(asciiUri(href)) },
    );
    action.end();
    const options: Record<string, unknown> = { Subtype: "Link", A: action, Contents: new String(description) };
    if (isElement(owner)) {
      owner.ref ??= this.ref({});
      const key = this.createStructParentTreeNextKey();
      this.getStructParentTree().add(key, owner.ref);
      options.StructParent = key;
    }
    this.annotate(box.x, box.y, box.width, box.height, options);
    const annotation = this.page.annotations.at(-1);
    if (annotation && isElement(owner)) owner.kids.push({ page: this.page.dictionary, annotation });
  }

  override addPage(options?: object): this {
    this.endMark();
    this.#textColor = undefined;
    return super.addPage(options);
  }

  override end(): void {
    this.endMark();
    super.end();
  }

  /** pdfkit's own writer takes the page that happens to be current for each element. */
  override endMarkings(): void {
    const root = this.getStructTreeRoot();
    root.data.K = [writeStructure(this, this.#parts.structure, root)];
    const ids = elementIds(this.#parts.structure);
    if (ids.length > 0) root.data.IDTree = { Names: ids.flatMap(([id, ref]) => [new String(id), ref]) };
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
    const chunks: Uint8Array[] = [];
    const finished = new Promise<void>((resolve, reject) => {
      this.on("data", (chunk) => chunks.push(chunk));
      this.on("end", resolve);
      this.on("error", reject);
    });
    this.end();
    await finished;
    // A plain array with memory of its own, so that it can be handed to another thread.
    const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let offset = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
    return bytes;
  }
}

/** With operators that follow each other as one. */
function joined(recorded: Drawing): Drawing {
  const drawing: (string | Opacity)[] = [];
  for (const one of recorded) {
    const last = drawing.at(-1);
    if (typeof one === "string" && typeof last === "string") drawing[drawing.length - 1] = `${last}\n${one}`;
    else drawing.push(one);
  }
  return drawing;
}

function svgFaces(family: FontFamily<FontFile>): Record<string, FontFile> {
  return { normal: family.regular, bold: family.bold, italics: family.italic, bolditalics: family.boldItalic };
}

/** URIs in a PDF are ASCII. */
function asciiUri(href: string): string {
  return href.replace(/[^\u0021-\u007e]+/gu, (characters) => encodeURIComponent(characters));
}

function elementIds(element: StructureElement): [id: string, ref: PdfReference][] {
  const found: [string, PdfReference][] = [];
  const visit = (current: StructureElement): void => {
    if (current.attributes.id !== undefined && current.ref) found.push([current.attributes.id, current.ref]);
    for (const kid of current.kids) if ("attributes" in kid) visit(kid);
  };
  visit(element);
  return found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
