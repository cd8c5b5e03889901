/** Copies pages of foreign files into a document of ours, each as a form XObject (ISO 32000-1, 8.10). */

import { deflateSync } from "node:zlib";
import { appearancesOf } from "./appearances.ts";
import { mendedUnicode } from "./fonts/judging.ts";
import { type Dictionary, Name, type PdfValue, Ref, Stream, UnreadablePdf } from "./objects.ts";
import { shownMatrix } from "./page-tree.ts";
import { DROPPED, DROPPED_IN, FOREIGN_TYPES, isUsed, NAMED, RESOURCES } from "./pruning.ts";
import { type ForeignPdf, isContent, pageContent, streamContent } from "./read-foreign-pdf.ts";

/** What a document of pdfkit has to offer. */
interface Target {
  ref(data?: object): PdfReference;
}

const EMPTY: Dictionary = new Map();

/** The foreign pages of one document; what several pages share is copied once. */
export class ForeignPages {
  readonly #document: Target;
  readonly #copiers = new Map<ForeignPdf, Copier>();

  constructor(document: Target) {
    this.#document = document;
  }

  /** The page as a form, upright, with its lower left corner at the origin. The caller names it in the resources of its page. */
  form(foreign: ForeignPdf, page: number): PdfReference {
    let copier = this.#copiers.get(foreign);
    if (!copier) {
      copier = new Copier(this.#document, foreign);
      this.#copiers.set(foreign, copier);
    }
    return copier.form(page);
  }
}

class Copier {
  readonly #document: Target;
  readonly #foreign: ForeignPdf;
  readonly #forms = new Map<number, PdfReference>();
  /** By the object that was read, which is the same for every reference to it. */
  readonly #copies = new Map<PdfValue, PdfReference>();
  readonly #waiting: { readonly source: PdfValue; readonly ref: PdfReference }[] = [];
  /** Forms without resources of their own use the page's. */
  #resources: Dictionary = EMPTY;

  constructor(document: Target, foreign: ForeignPdf) {
    this.#document = document;
    this.#foreign = foreign;
  }

  form(index: number): PdfReference {
    const known = this.#forms.get(index);
    if (known) return known;
    const { file, sources, isLayerShown } = this.#foreign;
    const source = sources[index];
    if (!source) throw new Error(`There is no page ${index}.`);
    const { dictionary } = source;
    this.#resources = file.dictionary(dictionary.get("Resources")) ?? EMPTY;
    let content = "";
    let names: ReadonlySet<string> = new Set();
    let bytes: Uint8Array = new Uint8Array();
    try {
      ({ bytes, names } = pageContent(file, dictionary, isLayerShown));
    } catch (error) {
      if (!(error instanceof UnreadablePdf)) throw error; // reading has reported it
    }
    const resources = this.#used(this.#resources, names);
    const objects: Record<string, unknown> = { ...(resources.XObject as object | undefined) }; // made by #used
    for (const [number, { stream, matrix }] of appearancesOf(file, dictionary, isLayerShown).drawn.entries()) {
      const name = `Vorlage-${index}-${number}`;
      objects[name] = this.#share(stream);
      content += `\nq ${matrix.map(decimal).join(" ")} cm /${name} Do Q`;
    }
    if (Object.keys(objects).length > 0) resources.XObject = objects;
    const all = Buffer.concat([Buffer.from("q\n"), bytes, Buffer.from(`\nQ${content}\n`)]);
    const group = file.dictionary(dictionary.get("Group"));
    const ref = this.#document.ref({
      Type: "XObject",
      Subtype: "Form",
      BBox: [...source.box],
      Matrix: shownMatrix(source),
      Resources: resources,
      // A page's group is isolated in any case.
      ...(group && { Group: { ...(this.#value(group, 0) as object), I: true } }),
      Filter: "FlateDecode",
    });
    this.#forms.set(index, ref);
    ref.end(deflateSync(all));
    this.#finish();
    return ref;
  }

  /** Of each kind of resources those whose names occur. */
  #used(resources: Dictionary, names: ReadonlySet<string>): Record<string, unknown> {
    const { file } = this.#foreign;
    const used: Record<string, unknown> = {};
    for (const kind of RESOURCES) {
      const entries: Record<string, unknown> = {};
      for (const [name, value] of file.dictionary(resources.get(kind)) ?? EMPTY) {
        if (isUsed(name, names)) entries[escapeName(name)] = this.#share(value);
      }
      if (Object.keys(entries).length > 0) used[kind] = entries;
    }
    return used;
  }

  /** A reference to the one copy of a value, or the copy of what is no object of its own. */
  #share(value: PdfValue): unknown {
    const source = this.#foreign.file.resolve(value);
    if (!(source instanceof Stream) && !(source instanceof Map) && !Array.isArray(source))
      return this.#value(source, 0);
    const known = this.#copies.get(source);
    if (known) return known;
    if (FOREIGN_TYPES.has(this.#typeOf(source))) return null;
    // The data of a reference cannot be exchanged, so arrays become objects when they are copied.
    const ref = this.#document.ref(Array.isArray(source) ? [] : {});
    this.#copies.set(source, ref);
    this.#waiting.push({ source, ref });
    return ref;
  }

  #typeOf(source: PdfValue): string {
    const { file } = this.#foreign;
    return file.name(file.dictionary(source), "Type") ?? "";
  }

  /** Copies all that was referred to; a list and no recursion, since files may be linked like a chain. */
  #finish(): void {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      const { source, ref } = next;
      if (source instanceof Stream) this.#stream(source, ref);
      else {
        const copy = this.#value(source, 0);
        if (Array.isArray(copy))
          (ref.data as unknown as unknown[]).push(...copy); // made as an array
        else Object.assign(ref.data, copy);
        ref.end();
      }
    }
  }

  #stream(stream: Stream, ref: PdfReference): void {
    const { file, isLayerShown } = this.#foreign;
    const data = ref.data;
    ref.compress = false; // pdfkit would do it again
    if (!isLayerShown(stream.dictionary.get("OC"))) {
      Object.assign(data, { Type: "XObject", Subtype: "Form", BBox: [0, 0, 1, 1], Resources: {} });
      this.#pack(data, new Uint8Array(), ref);
      return;
    }
    Object.assign(data, this.#entries(stream.dictionary, 0, true));
    const filters = file.filters(stream.dictionary);
    const isForm = isContent(file, stream.dictionary);
    try {
      if (isForm) {
        const content = streamContent(file, stream, this.#resources, isLayerShown);
        const own = file.dictionary(stream.dictionary.get("Resources")) ?? this.#resources;
        data.Resources = this.#used(own, content.names);
        this.#pack(data, content.bytes, ref);
        return;
      }
      const isPacked =
        filters.length > 0 &&
        stream.bytes.length > 0 &&
        filters.every(({ name }) => name !== "LZWDecode" && name !== "Crypt");
      if (isPacked) {
        this.#keepFilters(data, stream);
        ref.end(Buffer.from(stream.bytes));
        return;
      }
      const { bytes: decoded, rest } = file.decoded(stream);
      if (rest.length === 0) this.#pack(data, decoded, ref);
      else {
        data.Filter = rest.map(({ name }) => escapeName(name));
        data.DecodeParms = rest.map(({ parameters }) =>
          parameters.size > 0 ? this.#entries(parameters, 0, false) : null,
        );
        ref.end(Buffer.from(decoded));
      }
    } catch (error) {
      if (!(error instanceof UnreadablePdf)) throw error; // reading has reported it
      this.#pack(data, new Uint8Array(), ref);
    }
  }

  #keepFilters(data: Record<string, unknown>, { dictionary }: Stream): void {
    data.Filter = this.#value(dictionary.get("Filter") ?? null, 0);
    const parameters = dictionary.get("DecodeParms");
    if (parameters !== undefined) data.DecodeParms = this.#value(parameters, 0);
  }

  #pack(data: Record<string, unknown>, bytes: Uint8Array, ref: PdfReference): void {
    data.Filter = "FlateDecode";
    ref.end(deflateSync(bytes));
  }

  #entries(dictionary: Dictionary, depth: number, isStream: boolean): Record<string, unknown> {
    const { file } = this.#foreign;
    const kind = file.name(dictionary, "Type") ?? "";
    const dropped = DROPPED_IN[kind] ?? DROPPED_IN[file.name(dictionary, "Subtype") ?? ""];
    const copy: Record<string, unknown> = {};
    for (const [key, value] of dictionary) {
      if (DROPPED.has(key) || dropped?.has(key) || key === "__proto__") continue;
      if (isStream && ["Length", "Filter", "DecodeParms", "F", "FFilter", "FDecodeParms", "DL"].includes(key)) continue;
      const names = NAMED.has(key) ? file.dictionary(value) : undefined;
      const copied = names ? this.#named(names) : this.#value(value, depth + 1);
      if (copied !== null) copy[escapeName(key)] = copied;
    }
    const unicode = file.name(dictionary, "Type") === "Font" ? this.#mended(dictionary) : undefined;
    if (unicode) copy.ToUnicode = unicode;
    // What readers assume without it, PDF/A wants to be said.
    if (file.name(dictionary, "Subtype") === "CIDFontType2" && !dictionary.has("CIDToGIDMap"))
      copy.CIDToGIDMap = "Identity";
    return copy;
  }

  /** A font's map to Unicode if it is not taken as it is. */
  #mended(font: Dictionary): PdfReference | undefined {
    try {
      const bytes = mendedUnicode(this.#foreign.file, font);
      if (!bytes) return undefined;
      const ref = this.#document.ref({});
      ref.compress = false;
      this.#pack(ref.data, bytes, ref);
      return ref;
    } catch (error) {
      if (!(error instanceof UnreadablePdf)) throw error; // judging has reported it
      return undefined;
    }
  }

  /** A dictionary whose keys are the file's own words. */
  #named(dictionary: Dictionary): Record<string, unknown> {
    return Object.fromEntries([...dictionary].map(([name, value]) => [escapeName(name), this.#share(value)]));
  }

  /** A value as pdfkit keeps it. */
  #value(value: PdfValue, depth: number): unknown {
    if (depth > 100) return null;
    if (value instanceof Ref || value instanceof Stream) return this.#share(value);
    if (value instanceof Name) return escapeName(value.name);
    if (value instanceof Uint8Array) return Buffer.from(value);
    if (value instanceof Map) return FOREIGN_TYPES.has(this.#typeOf(value)) ? null : this.#entries(value, depth, false);
    if (Array.isArray(value)) return (value as readonly PdfValue[]).map((item) => this.#value(item, depth + 1)); // of a file
    return value;
  }
}

function decimal(value: number): string {
  return String(Math.round(value * 1e5) / 1e5);
}

/** pdfkit writes names as they are. */
function escapeName(name: string): string {
  return name.replace(/[^\x21-\x7e]|[()<>[\]{}/%#]/g, (character) => {
    return `#${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
}
