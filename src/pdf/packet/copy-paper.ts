/** Copies a finished paper of ours into a packet: its objects under new numbers, its names under new names. */

import { type Dictionary, Name, type PdfValue, Ref, Stream } from "../foreign/objects.ts";
import { latin1, type OwnPaper } from "./own-paper.ts";
import type { PacketFile } from "./packet-file.ts";

/** A paper in the packet. */
export interface CopiedPaper {
  readonly pages: readonly PdfReference[];
  /** What the paper's element `Document` held, with the index of the page on which each begins. */
  readonly elements: readonly { readonly ref: PdfReference; readonly page: number }[];
  /** A value of the paper as the packet has it, such as the target of a bookmark. */
  copy(value: PdfValue): unknown;
}

/** Draws something over each page: operators for its content, which use these fonts. */
export interface Overlay {
  readonly operators: string;
  readonly fonts: Readonly<Record<string, PdfReference>>;
}

/** In points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Copies a paper below `parent`, an element of the packet. `prefix` keeps its names apart from those of others. */
export function copyPaper(
  paper: OwnPaper,
  packet: PacketFile,
  parent: PdfReference,
  prefix: string,
  overlay: (page: number, size: PageSize) => Overlay,
): CopiedPaper {
  return new PaperCopier(paper, packet, parent, prefix).copyAll(overlay);
}

class PaperCopier {
  readonly #paper: OwnPaper;
  readonly #packet: PacketFile;
  readonly #prefix: string;
  readonly #copies = new Map<number, PdfReference>();
  readonly #keys = new Map<number, number>();
  readonly #waiting: { readonly source: PdfValue; readonly ref: PdfReference }[] = [];

  constructor(paper: OwnPaper, packet: PacketFile, parent: PdfReference, prefix: string) {
    this.#paper = paper;
    this.#packet = packet;
    this.#prefix = prefix;
    this.#copies.set(paper.document.number, parent);
  }

  copyAll(overlay: (page: number, size: PageSize) => Overlay): CopiedPaper {
    const { pages, elements, parents, targets, ids } = this.#paper;
    const packet = this.#packet;
    for (const page of pages) this.#copies.set(page.number, packet.ref({}));
    const copied = pages.map((page, index) => this.#page(page, overlay(index, this.#sizeOf(page))));
    const roots = elements.map((element) => ({ ref: this.#reference(element), page: this.#pageOf(element) }));
    for (const [key, value] of parents) packet.getStructParentTree().add(this.#key(key), this.#value(value));
    for (const [name, target] of targets) packet.addTarget(this.#prefix + name, this.#value(target));
    for (const [id, element] of ids) packet.addElementId(this.#prefix + id, this.#reference(element));
    this.#finish();
    return {
      pages: copied,
      elements: roots,
      copy: (value) => {
        const copy = this.#value(value);
        this.#finish();
        return copy;
      },
    };
  }

  #page(page: Ref, { operators, fonts }: Overlay): PdfReference {
    const { file } = this.#paper;
    const source = file.dictionary(page) ?? new Map();
    const ref = this.#reference(page);
    const resources = file.dictionary(source.get("Resources")) ?? new Map();
    const before = this.#packet.stream("q\n");
    const after = this.#packet.stream(`\nQ\n${operators}\n`);
    const content = this.#value(source.get("Contents") ?? null);
    Object.assign(ref.data, this.#entries(without(source, "Parent", "Resources", "Contents")), {
      Parent: this.#packet.pageTree,
      Contents: [before, ...(Array.isArray(content) ? content : [content]), after],
      Resources: {
        ...this.#entries(without(resources, "Font")),
        Font: { ...this.#entries(file.dictionary(resources.get("Font")) ?? new Map()), ...fonts },
      },
    });
    ref.end();
    return ref;
  }

  #sizeOf(page: Ref): PageSize {
    const { file } = this.#paper;
    const [left, bottom, right, top] = file.array(file.dictionary(page)?.get("MediaBox")).map(Number);
    return { width: (right ?? 0) - (left ?? 0), height: (top ?? 0) - (bottom ?? 0) };
  }

  /** The page on which an element begins. */
  #pageOf(element: PdfValue): number {
    const { file, pages } = this.#paper;
    const dictionary = file.dictionary(element);
    const page = dictionary?.get("Pg");
    if (page instanceof Ref) return pages.findIndex(({ number }) => number === page.number);
    const kids = file.resolve(dictionary?.get("K"));
    for (const kid of Array.isArray(kids) ? (kids as readonly PdfValue[]) : [kids]) {
      const found = kid instanceof Ref || kid instanceof Map ? this.#pageOf(kid) : -1;
      if (found >= 0) return found;
    }
    return -1;
  }

  /** A key of the parent tree in the packet. */
  #key(old: number): number {
    let key = this.#keys.get(old);
    if (key === undefined) {
      key = this.#packet.createStructParentTreeNextKey();
      this.#keys.set(old, key);
    }
    return key;
  }

  #reference({ number, generation }: Ref): PdfReference {
    let copy = this.#copies.get(number);
    if (!copy) {
      const source = this.#paper.file.resolve(new Ref(number, generation));
      // The data of a reference cannot be exchanged, so arrays become objects when they are copied.
      copy = this.#packet.ref(Array.isArray(source) ? [] : {});
      this.#copies.set(number, copy);
      this.#waiting.push({ source, ref: copy });
    }
    return copy;
  }

  /** Copies all that was referred to; a list and no recursion, since structure is deep and long. */
  #finish(): void {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      const { source, ref } = next;
      if (source instanceof Stream) {
        Object.assign(ref.data, this.#entries(without(source.dictionary, "Length")));
        ref.compress = false;
        ref.end(Buffer.from(source.bytes));
        continue;
      }
      const copy = this.#value(source);
      if (Array.isArray(copy))
        (ref.data as unknown as unknown[]).push(...copy); // made as an array
      else Object.assign(ref.data, copy);
      ref.end();
    }
  }

  #entries(dictionary: Dictionary): Record<string, unknown> {
    const copy: Record<string, unknown> = {};
    for (const [key, value] of dictionary) copy[key] = this.#entry(key, value, dictionary);
    return copy;
  }

  #entry(key: string, value: PdfValue, dictionary: Dictionary): unknown {
    const isNumber = typeof value === "number";
    if ((key === "StructParents" || key === "StructParent") && isNumber) return this.#key(value);
    // Names of targets and elements are unique in a file.
    if (key === "ID" && this.#typeOf(dictionary) === "StructElem") return this.#renamed(value);
    if (key === "Headers" && Array.isArray(value))
      return (value as readonly PdfValue[]).map((one) => this.#renamed(one));
    if ((key === "D" || key === "Dest") && value instanceof Uint8Array) return this.#renamed(value);
    return this.#value(value);
  }

  #renamed(value: PdfValue): unknown {
    return value instanceof Uint8Array ? Buffer.from(this.#prefix + latin1(value), "latin1") : this.#value(value);
  }

  #typeOf(dictionary: Dictionary): string {
    return this.#paper.file.name(dictionary, "Type") ?? "";
  }

  /** A value as pdfkit keeps it. */
  #value(value: PdfValue): unknown {
    if (value instanceof Ref) return this.#reference(value);
    if (value instanceof Name) return value.name;
    if (value instanceof Uint8Array) return Buffer.from(value);
    if (value instanceof Map) return this.#entries(value);
    if (Array.isArray(value)) return (value as readonly PdfValue[]).map((one) => this.#value(one));
    return value;
  }
}

function without(dictionary: Dictionary, ...keys: readonly string[]): Dictionary {
  return new Map([...dictionary].filter(([key]) => !keys.includes(key)));
}
