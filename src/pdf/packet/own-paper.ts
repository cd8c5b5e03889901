/** What a finished paper of ours is made of: pages, structure, bookmarks, targets (ISO 32000-1, 7.7, 12.3 and 14.7). */

import { type Dictionary, type PdfValue, Ref } from "../foreign/objects.ts";
import { PdfFile } from "../foreign/pdf-file.ts";

/** A bookmark with those below it. */
export interface Bookmark {
  readonly title: PdfValue;
  readonly target: PdfValue;
  readonly children: readonly Bookmark[];
}

/** A paper that was read. */
export interface OwnPaper {
  readonly file: PdfFile;
  readonly pages: readonly Ref[];
  /** The element `Document`, and what it holds. */
  readonly document: Ref;
  readonly elements: readonly Ref[];
  /** By key: the elements of a page's contents by their MCIDs, or that of an annotation. */
  readonly parents: ReadonlyMap<number, PdfValue>;
  /** Named targets. */
  readonly targets: ReadonlyMap<string, PdfValue>;
  /** Elements by their IDs. */
  readonly ids: ReadonlyMap<string, Ref>;
  readonly bookmarks: readonly Bookmark[];
}

/** Reads a paper. Throws if it is none of ours: callers read what they have just printed. */
export function readOwnPaper(bytes: Uint8Array): OwnPaper {
  const file = new PdfFile(bytes);
  const { catalog } = file;
  const structure = file.dictionary(catalog.get("StructTreeRoot"));
  const [document] = list(file, structure?.get("K"));
  if (!(document instanceof Ref)) throw new Error("A paper without structure cannot be put into a packet.");
  return {
    file,
    pages: pagesOf(file, catalog.get("Pages")),
    document,
    elements: list(file, file.dictionary(document)?.get("K")).filter((kid) => kid instanceof Ref),
    parents: new Map(pairs(file, structure?.get("ParentTree"), "Nums").map(([key, value]) => [Number(key), value])),
    targets: namesOf(file, file.dictionary(catalog.get("Names"))?.get("Dests")),
    ids: namesOf(file, structure?.get("IDTree")) as ReadonlyMap<string, Ref>, // we write references there
    bookmarks: bookmarksOf(file, file.dictionary(catalog.get("Outlines"))),
  };
}

function list(file: PdfFile, value: PdfValue | undefined): readonly PdfValue[] {
  const resolved = file.resolve(value);
  return Array.isArray(resolved) ? resolved : value === undefined ? [] : [value];
}

function pagesOf(file: PdfFile, node: PdfValue | undefined): readonly Ref[] {
  return list(file, file.dictionary(node)?.get("Kids")).flatMap((kid) => {
    if (!(kid instanceof Ref)) return [];
    return file.name(file.dictionary(kid), "Type") === "Page" ? [kid] : pagesOf(file, kid);
  });
}

/** Pairs of a name tree or number tree. */
function pairs(file: PdfFile, node: PdfValue | undefined, key: "Nums" | "Names"): [PdfValue, PdfValue][] {
  const dictionary = file.dictionary(node);
  const flat = list(file, dictionary?.get(key));
  const own: [PdfValue, PdfValue][] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) own.push([flat[index] ?? null, flat[index + 1] ?? null]);
  return [...own, ...list(file, dictionary?.get("Kids")).flatMap((kid) => pairs(file, kid, key))];
}

function namesOf(file: PdfFile, node: PdfValue | undefined): ReadonlyMap<string, PdfValue> {
  return new Map(pairs(file, node, "Names").map(([name, value]) => [latin1(name), value]));
}

/** A string, a character a byte. */
export function latin1(value: PdfValue): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : "";
}

function bookmarksOf(file: PdfFile, parent: Dictionary | undefined): readonly Bookmark[] {
  const found: Bookmark[] = [];
  for (let item = file.dictionary(parent?.get("First")); item; item = file.dictionary(item.get("Next"))) {
    found.push({
      title: file.get(item, "Title"),
      target: file.get(item, "Dest"),
      children: bookmarksOf(file, item),
    });
  }
  return found;
}
