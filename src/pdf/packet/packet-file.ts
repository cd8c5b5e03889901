/** The file of a packet: a tagged document whose pages, structure and bookmarks come from elsewhere. */

import { deflateSync } from "node:zlib";
import type { StructureElement } from "../structure.ts";
import { type ElementId, idTree, writeStructure } from "../structure-writer.ts";
import { type DocumentParts, TaggedDocument } from "../tagged-document.ts";

/** A bookmark of the packet; its target is an array as pdfkit keeps it. */
export interface PacketBookmark {
  readonly title: unknown;
  readonly target: unknown;
  readonly children: readonly PacketBookmark[];
}

/** @see TaggedDocument */
export class PacketFile extends TaggedDocument {
  readonly #ids: ElementId[] = [];
  /** The element that holds all others. */
  readonly documentElement: PdfReference;
  readonly #elements: PdfReference[] = [];

  constructor(parts: DocumentParts) {
    super(parts);
    // Pages that come from papers have fonts of the first names already.
    this._fontCount = 100_000;
    this.documentElement = this.ref({ Type: "StructElem", S: "Document", K: this.#elements });
  }

  get pageTree(): PdfReference {
    return this._root.data.Pages as PdfReference; // pdfkit made it
  }

  /** Appends a page that is complete. */
  appendPage(page: PdfReference): void {
    const { data } = this.pageTree;
    (data.Kids as PdfReference[]).push(page); // made by pdfkit as an array
    data.Count = Number(data.Count) + 1;
  }

  /** Appends to what the packet's element `Document` holds. */
  appendElement(element: PdfReference): void {
    this.#elements.push(element);
  }

  /** Writes an element of ours below `Document`. */
  appendStructure(element: StructureElement): void {
    const ref = writeStructure(this, element, { ref: this.documentElement });
    if (ref) this.#elements.push(ref);
  }

  addTarget(name: string, target: unknown): void {
    const names = this._root.data.Names as PdfReference; // as are the names
    (names.data.Dests as { add(key: string, value: unknown): void }).add(name, target);
  }

  addElementId(id: string, element: PdfReference): void {
    this.#ids.push([id, element]);
  }

  /** A compressed stream. */
  stream(content: string): PdfReference {
    const ref = this.ref({ Filter: "FlateDecode" });
    ref.compress = false;
    ref.end(deflateSync(Buffer.from(content, "latin1")));
    return ref;
  }

  /** Writes the bookmarks. */
  setBookmarks(bookmarks: readonly PacketBookmark[]): void {
    if (bookmarks.length === 0) return;
    const root = this.ref({ Type: "Outlines" });
    this.#writeBookmarks(bookmarks, root);
    root.end();
    this._root.data.Outlines = root;
    this._root.data.PageMode = "UseOutlines";
  }

  /** Gives how many of them are visible at first: those of the first two levels are unfolded by the reader. */
  #writeBookmarks(bookmarks: readonly PacketBookmark[], parent: PdfReference): void {
    const refs = bookmarks.map(() => this.ref({}));
    for (const [index, { title, target, children }] of bookmarks.entries()) {
      const ref = refs[index];
      if (!ref) continue;
      const [before, after] = [refs[index - 1], refs[index + 1]];
      Object.assign(ref.data, { Title: title, Parent: parent, Dest: target });
      if (before) ref.data.Prev = before;
      if (after) ref.data.Next = after;
      if (children.length > 0) {
        this.#writeBookmarks(children, ref);
        ref.data.Count = -children.length;
      }
      ref.end();
    }
    parent.data.First = refs[0];
    parent.data.Last = refs.at(-1);
    parent.data.Count = refs.length;
  }

  override endMarkings(): void {
    const root = this.getStructTreeRoot();
    this.documentElement.data.P = root;
    this.documentElement.end();
    root.data.K = [this.documentElement];
    if (this.#ids.length > 0) root.data.IDTree = idTree(this.#ids);
    root.end();
    (this._root.data.MarkInfo as PdfReference).end();
  }
}
