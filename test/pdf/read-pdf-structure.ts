/** Reads the logical structure of a PDF from its objects (ISO 32000-1, 14.7), as it stands there, right or wrong. */

import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";

/** Marked content on a page. */
export interface ContentKid {
  readonly kind: "content";
  /** Index of the page; -1 if there is no such page. */
  readonly page: number;
  readonly mcid: number;
}

/** An annotation. */
export interface ObjectKid {
  readonly kind: "object";
  readonly page: number;
  readonly annotation: string;
}

/** A structure element. */
export interface StructureNode {
  readonly kind: "element";
  readonly ref: string;
  readonly parent: string;
  readonly type: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly id?: string;
  /** Attributes of all owners. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly kids: readonly (StructureNode | ContentKid | ObjectKid)[];
}

/** An annotation as its page has it. */
export interface Annotation {
  readonly ref: string;
  readonly subtype: string;
  readonly structParent: number | undefined;
  readonly contents: string;
  readonly flags: number;
}

/** A page. */
export interface PageFacts {
  readonly ref: string;
  readonly structParents: number | undefined;
  readonly tabs: string;
  readonly annotations: readonly Annotation[];
}

/** Everything about the structure of a file. */
export interface Structure {
  readonly root: string;
  readonly elements: readonly StructureNode[];
  readonly pages: readonly PageFacts[];
  /** One reference for an annotation, one for each MCID of a page. */
  readonly parentTree: ReadonlyMap<number, string | readonly string[]>;
  readonly nextKey: number;
  readonly ids: ReadonlyMap<string, string>;
  readonly lang: string;
  readonly marked: boolean;
  readonly showsTitle: boolean;
}

export async function readStructure(bytes: Uint8Array): Promise<Structure> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return new StructureReader(document).read();
}

class StructureReader {
  readonly #document: PDFDocument;
  readonly #context: PDFContext;
  readonly #pages: readonly string[];

  constructor(document: PDFDocument) {
    this.#document = document;
    this.#context = document.context;
    this.#pages = document.getPages().map((page) => String(page.ref));
  }

  read(): Structure {
    const { catalog } = this.#document;
    const root = this.#dict(catalog, "StructTreeRoot");
    const kids = this.#list(root, "K");
    const ref = String(catalog.get(PDFName.of("StructTreeRoot")));
    return {
      root: ref,
      elements: kids.map((kid) => this.#element(kid)),
      pages: this.#document.getPages().map((page) => this.#page(String(page.ref), page.node)),
      parentTree: new Map(
        this.#pairs(this.#dict(root, "ParentTree"), "Nums").map(([key, value]) => {
          const target = this.#resolve(value);
          return [Number(String(key)), target instanceof PDFArray ? target.asArray().map(String) : String(value)];
        }),
      ),
      nextKey: this.#number(root, "ParentTreeNextKey") ?? -1,
      ids: new Map(
        this.#pairs(this.#dict(root, "IDTree"), "Names").map(([id, value]) => [textOf(id), String(value)] as const),
      ),
      lang: textOf(this.#get(catalog, "Lang")),
      marked: String(this.#get(this.#dict(catalog, "MarkInfo"), "Marked")) === "true",
      showsTitle: String(this.#get(this.#dict(catalog, "ViewerPreferences"), "DisplayDocTitle")) === "true",
    };
  }

  #page(ref: string, page: PDFDict): PageFacts {
    const annotations = this.#list(page, "Annots").map((entry): Annotation => {
      const dict = this.#asDict(entry);
      return {
        ref: String(entry),
        subtype: nameOf(this.#get(dict, "Subtype")),
        structParent: this.#number(dict, "StructParent"),
        contents: textOf(this.#get(dict, "Contents")),
        flags: this.#number(dict, "F") ?? 0,
      };
    });
    return {
      ref,
      structParents: this.#number(page, "StructParents"),
      tabs: nameOf(this.#get(page, "Tabs")),
      annotations,
    };
  }

  #element(entry: PDFObject): StructureNode {
    const dict = this.#asDict(entry);
    const pageOf = (of: PDFDict): number =>
      this.#pages.indexOf(String(of.get(PDFName.of("Pg")) ?? dict.get(PDFName.of("Pg"))));
    const kids = this.#list(dict, "K").map((kid): StructureNode["kids"][number] => {
      const value = this.#resolve(kid);
      if (value instanceof PDFNumber) return { kind: "content", page: pageOf(dict), mcid: value.asNumber() };
      const inner = this.#asDict(kid);
      const type = nameOf(this.#get(inner, "Type"));
      if (type === "MCR") return { kind: "content", page: pageOf(inner), mcid: this.#number(inner, "MCID") ?? -1 };
      if (type === "OBJR")
        return { kind: "object", page: pageOf(inner), annotation: String(inner.get(PDFName.of("Obj"))) };
      return this.#element(kid);
    });
    const attributes: Record<string, unknown> = {};
    for (const owner of this.#list(dict, "A")) {
      for (const [name, value] of this.#asDict(owner).entries()) attributes[nameOf(name)] = plain(this.#resolve(value));
    }
    const optional = (key: string): string | undefined => {
      const value = this.#get(dict, key);
      return value === undefined ? undefined : textOf(value);
    };
    const [alt, lang, id] = [optional("Alt"), optional("Lang"), optional("ID")];
    return {
      kind: "element",
      ref: String(entry),
      parent: String(dict.get(PDFName.of("P"))),
      type: nameOf(this.#get(dict, "S")),
      ...(alt !== undefined && { alt }),
      ...(lang !== undefined && { lang }),
      ...(id !== undefined && { id }),
      attributes,
      kids,
    };
  }

  #resolve(value: PDFObject | undefined): PDFObject | undefined {
    return value instanceof PDFRef ? this.#context.lookup(value) : value;
  }

  #get(dict: PDFDict, key: string): PDFObject | undefined {
    return this.#resolve(dict.get(PDFName.of(key)));
  }

  #asDict(value: PDFObject | undefined): PDFDict {
    const dict = this.#resolve(value);
    return dict instanceof PDFDict ? dict : this.#context.obj({});
  }

  #dict(dict: PDFDict, key: string): PDFDict {
    return this.#asDict(dict.get(PDFName.of(key)));
  }

  #number(dict: PDFDict, key: string): number | undefined {
    const value = this.#get(dict, key);
    return value instanceof PDFNumber ? value.asNumber() : undefined;
  }

  /** What may be one value or an array of them; references are kept. */
  #list(dict: PDFDict, key: string): readonly PDFObject[] {
    const value = this.#get(dict, key);
    if (value === undefined) return [];
    if (value instanceof PDFArray) return value.asArray();
    return [dict.get(PDFName.of(key)) ?? value];
  }

  /** The entries of a number or name tree. */
  #pairs(node: PDFDict, key: "Nums" | "Names"): readonly (readonly [PDFObject, PDFObject])[] {
    const own = this.#list(node, key);
    const pairs: (readonly [PDFObject, PDFObject])[] = [];
    for (let index = 0; index + 1 < own.length; index += 2) {
      const [name, value] = [own[index], own[index + 1]];
      if (name && value) pairs.push([name, value]);
    }
    return [...pairs, ...this.#list(node, "Kids").flatMap((kid) => this.#pairs(this.#asDict(kid), key))];
  }
}

function nameOf(value: unknown): string {
  return value instanceof PDFName ? value.decodeText() : "";
}

function textOf(value: unknown): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : "";
}

function plain(value: unknown): unknown {
  if (value instanceof PDFName) return value.decodeText();
  if (value instanceof PDFNumber) return value.asNumber();
  if (value instanceof PDFArray) return value.asArray().map(plain);
  return textOf(value);
}
