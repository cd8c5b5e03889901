/** Copies what foreign pages draw with into a document of ours: resources, pictures, fonts, and content that others draw. */

import { deflateSync } from "node:zlib";
import { escapeName, writtenNumber } from "./content-operators.ts";
import type { UsedNames } from "./content-stream.ts";
import { type Filter, isCutOff } from "./filters.ts";
import { mendedUnicode } from "./fonts/judging.ts";
import type { Glyph } from "./foreign-content.ts";
import { type Dictionary, Name, type PdfValue, Ref, Stream, UnreadablePdf } from "./objects.ts";
import { isPicture } from "./pictures.ts";
import { DROPPED, DROPPED_IN, FOREIGN_TYPES, isUsed, NAMED, RESOURCES } from "./pruning.ts";
import type { ForeignPdf } from "./read-foreign-pdf.ts";

/** What a document of pdfkit has to offer. */
export interface Target {
  ref(data?: object): PdfReference;
}

/** Written by us, whatever the file says. */
const OF_STREAMS = new Set(["Length", "Filter", "DecodeParms", "F", "FFilter", "FDecodeParms", "DL"]);

const EMPTY: Dictionary = new Map();

/** Copies from one file; what was copied once is referred to. */
export class ObjectCopier {
  readonly #document: Target;
  readonly #foreign: ForeignPdf;
  /** By the object that was read, which is the same for every reference to it. */
  readonly #copies = new Map<PdfValue, PdfReference>();
  /** Content without resources of its own, by the page's resources. */
  readonly #inheriting = new Map<Dictionary, Map<PdfValue, PdfReference>>();
  readonly #waiting: { readonly source: PdfValue; readonly ref: PdfReference }[] = [];
  /** Glyphs whose turn comes, with their font. */
  readonly #glyphs = new Map<PdfReference, { readonly glyph: Glyph; readonly font: Dictionary }>();
  #ofPage: Dictionary = EMPTY;

  constructor(document: Target, foreign: ForeignPdf) {
    this.#document = document;
    this.#foreign = foreign;
  }

  /** All that is copied until `finish` belongs to a page with these resources. */
  beginPage(resources: Dictionary): void {
    this.#ofPage = resources;
  }

  /** Of the page's resources those that are used. */
  resources(used: UsedNames): Record<string, unknown> {
    return this.#used(this.#ofPage, used);
  }

  /** A reference to the one copy of a value, or the copy of what is no object of its own. */
  share(value: PdfValue): unknown {
    const source = this.#foreign.file.resolve(value);
    if (!(source instanceof Stream) && !(source instanceof Map) && !Array.isArray(source)) return this.value(source);
    const copies = this.#copiesFor(source);
    const known = copies.get(source);
    if (known) return known;
    if (FOREIGN_TYPES.has(this.#typeOf(source))) return null;
    // The data of a reference cannot be exchanged, so arrays become objects when they are copied.
    const ref = this.#document.ref(Array.isArray(source) ? [] : {});
    copies.set(source, ref);
    this.#waiting.push({ source, ref });
    return ref;
  }

  /** Copies all that was referred to; a list and no recursion, since files may be linked like a chain. */
  finish(): void {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      const { source, ref } = next;
      if (source instanceof Stream) this.#stream(source, ref);
      else {
        const copy = this.value(source);
        if (Array.isArray(copy))
          (ref.data as unknown as unknown[]).push(...copy); // made as an array
        else Object.assign(ref.data, copy);
        ref.end();
      }
    }
  }

  /** A value as pdfkit keeps it. */
  value(value: PdfValue, depth = 0): unknown {
    if (depth > 100) return null;
    if (value instanceof Ref || value instanceof Stream) return this.share(value);
    if (value instanceof Name) return escapeName(value.name);
    if (value instanceof Uint8Array) return Buffer.from(value);
    if (value instanceof Map) {
      if (FOREIGN_TYPES.has(this.#typeOf(value))) return null;
      return this.#foreign.content.isType3(value) ? this.#type3(value) : this.#entries(value, depth, false);
    }
    if (Array.isArray(value)) return (value as readonly PdfValue[]).map((item) => this.value(item, depth + 1)); // of a file
    return typeof value === "number" ? exactNumber(value) : value;
  }

  #copiesFor(source: PdfValue): Map<PdfValue, PdfReference> {
    const { file, content } = this.#foreign;
    const dictionary = file.dictionary(source);
    const isInheriting =
      dictionary !== undefined &&
      !file.dictionary(dictionary.get("Resources")) &&
      (content.isForm(dictionary) || content.isType3(dictionary));
    if (!isInheriting) return this.#copies;
    const copies = this.#inheriting.get(this.#ofPage) ?? new Map<PdfValue, PdfReference>();
    this.#inheriting.set(this.#ofPage, copies);
    return copies;
  }

  #typeOf(source: PdfValue): string {
    const { file } = this.#foreign;
    return file.name(file.dictionary(source), "Type") ?? "";
  }

  /** Of each kind of resources those whose names occur. */
  #used(resources: Dictionary, names: UsedNames): Record<string, unknown> {
    const { file } = this.#foreign;
    const used: Record<string, unknown> = {};
    for (const kind of RESOURCES) {
      const entries = [...(file.dictionary(resources.get(kind)) ?? EMPTY)].filter(([name]) =>
        isUsed(kind, name, names),
      );
      // Made from entries, so that any name will do.
      if (entries.length > 0)
        used[kind] = Object.fromEntries(entries.map(([name, value]) => [escapeName(name), this.share(value)]));
    }
    return used;
  }

  /** A font whose glyphs are content; it has resources of its own then. */
  #type3(font: Dictionary): Record<string, unknown> {
    const { content } = this.#foreign;
    const own = new Map([...font].filter(([key]) => key !== "CharProcs" && key !== "Resources"));
    const copy = this.#entries(own, 0, false);
    const used = new Map<(typeof RESOURCES)[number], Set<string>>();
    const glyphs: Record<string, unknown> = {};
    for (const glyph of content.glyphsOf(font)) {
      const ref = this.#document.ref({});
      this.#glyphs.set(ref, { glyph, font });
      this.#waiting.push({ source: glyph.stream, ref });
      glyphs[escapeName(glyph.name)] = ref;
      for (const [kind, names] of this.#glyphContent({ glyph, font }).used) {
        used.set(kind, new Set([...(used.get(kind) ?? []), ...names]));
      }
    }
    return { ...copy, CharProcs: glyphs, Resources: this.#used(content.resourcesOf(font, this.#ofPage), used) };
  }

  #glyphContent({ glyph, font }: { readonly glyph: Glyph; readonly font: Dictionary }) {
    return this.#foreign.content.glyph(glyph, font, this.#ofPage);
  }

  #stream(stream: Stream, ref: PdfReference): void {
    const { file, isLayerShown, content } = this.#foreign;
    const data = ref.data;
    ref.compress = false; // pdfkit would do it again
    if (!isLayerShown(stream.dictionary.get("OC"))) {
      Object.assign(data, { Type: "XObject", Subtype: "Form", BBox: [0, 0, 1, 1], Resources: {} });
      this.#pack(data, new Uint8Array(), ref);
      return;
    }
    const glyph = this.#glyphs.get(ref);
    if (glyph) {
      this.#pack(data, this.#glyphContent(glyph).bytes, ref);
      return;
    }
    Object.assign(data, this.#entries(stream.dictionary, 0, true));
    if (content.isForm(stream.dictionary)) {
      const { bytes, used } = content.form(stream, this.#ofPage);
      data.Resources = this.#used(content.resourcesOf(stream.dictionary, this.#ofPage), used);
      this.#pack(data, bytes, ref);
      return;
    }
    const filters = file.filters(stream.dictionary);
    try {
      const isPacked =
        filters.length > 0 &&
        stream.bytes.length > 0 &&
        filters.every(({ name }) => name !== "LZWDecode" && name !== "Crypt") &&
        !isCutOff(stream.bytes, filters);
      if (isPacked) {
        this.#setFilters(data, filters);
        ref.end(Buffer.from(stream.bytes));
        return;
      }
      const { bytes: decoded, rest } = file.decoded(stream);
      if (rest.length === 0) this.#pack(data, decoded, ref);
      else {
        this.#setFilters(data, rest);
        ref.end(Buffer.from(decoded));
      }
    } catch (error) {
      if (!(error instanceof UnreadablePdf)) throw error; // reading has reported it
      this.#pack(data, new Uint8Array(), ref);
    }
  }

  /** By their full names. */
  #setFilters(data: Record<string, unknown>, filters: readonly Filter[]): void {
    const names = filters.map(({ name }) => escapeName(name));
    const given = filters.map(({ parameters }) => (parameters.size > 0 ? this.#entries(parameters, 0, false) : null));
    const isOne = filters.length === 1;
    data.Filter = isOne ? names[0] : names;
    if (given.some((one) => one)) data.DecodeParms = isOne ? given[0] : given;
  }

  #pack(data: Record<string, unknown>, bytes: Uint8Array, ref: PdfReference): void {
    data.Filter = "FlateDecode";
    ref.end(deflateSync(bytes));
  }

  #entries(dictionary: Dictionary, depth: number, isStream: boolean): Record<string, unknown> {
    const { file } = this.#foreign;
    const kind = file.name(dictionary, "Type") ?? "";
    const isImage = isStream && isPicture(file, dictionary);
    const dropped = [kind, isImage ? "Image" : ""].map((one) => DROPPED_IN.get(one));
    const isContent = isStream && this.#foreign.content.isForm(dictionary);
    const copy: Record<string, unknown> = {};
    const unicode = kind === "Font" ? this.#mended(dictionary) : undefined;
    for (const [key, value] of dictionary) {
      if (unicode && key === "ToUnicode") continue;
      if (DROPPED.has(key) || dropped.some((keys) => keys?.has(key)) || key === "__proto__") continue;
      // Of resources only those are copied that are used.
      if ((isStream && OF_STREAMS.has(key)) || (isContent && key === "Resources")) continue;
      const names = NAMED.has(key) ? file.resolve(value) : undefined;
      // The shading of a pattern may be a stream, whose dictionary is not all of it.
      const copied = names instanceof Map ? this.#named(names) : this.value(value, depth + 1);
      if (copied !== null) copy[escapeName(key)] = copied;
    }
    if (unicode) copy.ToUnicode = unicode;
    if (isImage) copy.Subtype = "Image";
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
    return Object.fromEntries([...dictionary].map(([name, value]) => [escapeName(name), this.share(value)]));
  }
}

/** pdfkit rounds to six places and refuses large numbers; what it does not know it takes as it is written. */
class ExactNumber {
  readonly #value: number;

  constructor(value: number) {
    this.#value = value;
  }

  get [Symbol.toStringTag](): string {
    return "ExactNumber";
  }

  toString(): string {
    return writtenNumber(this.#value);
  }
}

function exactNumber(value: number): number | ExactNumber {
  return Number.isInteger(value * 1e6) && Math.abs(value) < 1e9 ? value : new ExactNumber(value);
}
