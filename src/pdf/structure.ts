/** The logical structure of a tagged PDF (ISO 32000-1, 14.7) while it is being built. */

import type { FileObject } from "./file-object.ts";

/** Standard structure types that we use. */
export type StructureType =
  | "Document"
  | "Sect"
  | "Div"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "H5"
  | "H6"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Caption"
  | "Figure"
  | "BlockQuote"
  | "Code"
  | "Link"
  | "Reference"
  | "Note"
  | "Span"
  | "TOC"
  | "TOCI";

/** What may be said about an element. */
export interface StructureAttributes {
  alt?: string;
  lang?: string;
  title?: string;
  /** Unique in the document. */
  id?: string;
  scope?: "Column" | "Row";
  colSpan?: number;
  rowSpan?: number;
  /** IDs of the header cells of a cell. */
  headers?: string[];
  listNumbering?: string;
  lineThrough?: boolean;
  /** The rectangle of a figure on its page, in PDF coordinates. */
  box?: [left: number, bottom: number, right: number, top: number];
}

/** Marked content on a page. */
export interface MarkedContent {
  readonly page: PdfReference;
  readonly mcid: number;
}

/** An annotation that belongs to an element. */
export interface ObjectContent {
  readonly page: PdfReference;
  readonly annotation: PdfReference;
}

/** An element of the structure tree. */
export class StructureElement {
  readonly type: StructureType;
  readonly attributes: StructureAttributes;
  readonly kids: (StructureElement | MarkedContent | ObjectContent)[] = [];
  #lazyParent: StructureElement | undefined;
  #follower: StructureElement | undefined;
  /** The object of the file, as soon as something refers to it. */
  ref: FileObject | undefined;

  constructor(type: StructureType, attributes: StructureAttributes = {}) {
    this.type = type;
    this.attributes = attributes;
  }

  /** Appends a new element. */
  append(type: StructureType, attributes?: StructureAttributes): StructureElement {
    const element = new StructureElement(type, attributes);
    this.kids.push(element);
    return element;
  }

  /**
   * Makes an element that is appended as soon as something of it is drawn: the order among the text of a paragraph
   * is known only then.
   */
  appendWhenDrawn(type: StructureType, attributes?: StructureAttributes): StructureElement {
    const element = new StructureElement(type, attributes);
    element.#lazyParent = this;
    return element;
  }

  /** Makes this element follow another, among the kids of `parent`, as soon as that one is drawn. */
  attachAfter(parent: StructureElement, other: StructureElement): void {
    this.#lazyParent = parent;
    other.#follower = this;
  }

  /** Says that something of this element is drawn. */
  attach(): void {
    const parent = this.#lazyParent;
    if (!parent) return;
    this.#lazyParent = undefined;
    parent.attach();
    parent.kids.push(this);
    this.#follower?.attach();
  }
}

/** Where drawn content belongs: to an element, or to nothing that is to be read. */
export type Owner = StructureElement | Artifact;

/** Content that only furnishes the page. */
export interface Artifact {
  readonly artifact: "Header" | "Footer" | "Watermark" | "Layout";
}

/** Rules, backgrounds, repeated table heads. */
export const LAYOUT_ARTIFACT: Artifact = { artifact: "Layout" };

/** True for an element of the structure tree, false for an artifact. */
export function isElement(owner: Owner): owner is StructureElement {
  return owner instanceof StructureElement;
}
