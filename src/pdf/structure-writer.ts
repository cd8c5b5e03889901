/** Writes the structure tree into the file. */

import { byCodeUnits } from "../model/order.ts";
import type { FileObject } from "./file-object.ts";
import { serialize, textString } from "./serialize.ts";
import { type MarkedContent, type ObjectContent, type StructureAttributes, StructureElement } from "./structure.ts";

/** An element that others find by its ID. */
export type ElementId = readonly [id: string, element: PdfReference];

/** Elements that say something even when empty: a table keeps its cells. */
const KEPT_WHEN_EMPTY: ReadonlySet<string> = new Set(["TD", "TH", "TR", "LI", "LBody", "Document"]);

function attributeObjects(attributes: StructureAttributes): string {
  const { scope, colSpan, rowSpan, headers, listNumbering, lineThrough, box } = attributes;
  const objects: string[] = [];
  if (scope || colSpan || rowSpan || headers) {
    let table = "/O /Table";
    if (scope) table += `/Scope /${scope}`;
    if (colSpan) table += `/ColSpan ${colSpan}`;
    if (rowSpan) table += `/RowSpan ${rowSpan}`;
    if (headers) table += `/Headers [${headers.map(textString).join(" ")}]`;
    objects.push(`<<${table}>>`);
  }
  if (listNumbering) objects.push(`<</O /List/ListNumbering /${listNumbering}>>`);
  if (lineThrough) objects.push("<</O /Layout/TextDecorationType /LineThrough>>");
  if (box) {
    const sides = box.map((side) => Math.round(side * 100) / 100);
    objects.push(`<</O /Layout/BBox ${serialize(sides)}/Placement /Block>>`);
  }
  if (objects.length === 0) return "";
  return objects.length === 1 ? `/A ${objects[0]}` : `/A [${objects.join(" ")}]`;
}

function describe(attributes: StructureAttributes): string {
  const { id, title, lang, alt } = attributes;
  let text = "";
  if (id !== undefined) text += `/ID ${textString(id)}`;
  if (title) text += `/T ${textString(title)}`;
  if (lang) text += `/Lang ${textString(lang)}`;
  if (alt !== undefined) text += `/Alt ${textString(alt)}`;
  return text + attributeObjects(attributes);
}

/** What elements stand below: the tree's root, or another element. */
interface Parent {
  ref: PdfReference | undefined;
}

/**
 * Writes the tree below a root and gives the reference to its first element. Elements are spelled here and not by way
 * of data: a paper has more of them than of all other objects. Empty ones are left out.
 */
export function writeStructure(
  document: { ref(): FileObject },
  element: StructureElement,
  parent: Parent,
  ids?: ElementId[],
): PdfReference | undefined {
  const { attributes, type } = element;
  let page: PdfReference | undefined;
  let kids = "";
  for (const kid of element.kids) {
    if (kid instanceof StructureElement) {
      const ref = writeStructure(document, kid, element, ids);
      if (ref) kids += `${ref.id} 0 R `;
    } else {
      page ??= "annotation" in kid ? undefined : kid.page;
      kids += `${contentKid(kid, page)} `;
    }
  }
  if (kids === "" && !KEPT_WHEN_EMPTY.has(type)) return undefined;
  element.ref ??= document.ref();
  parent.ref ??= document.ref();
  const { ref } = element;
  if (ids && attributes.id !== undefined) ids.push([attributes.id, ref]);
  let text = `<</Type /StructElem/S /${type}/P ${parent.ref.id} 0 R${describe(attributes)}`;
  if (page) text += `/Pg ${page.id} 0 R`;
  if (kids !== "") text += `/K [${kids}]`;
  ref.endAs(`${text}>>`);
  return ref;
}

/** A bare number means: on the page that `Pg` of the element names. */
function contentKid(kid: MarkedContent | ObjectContent, page: PdfReference | undefined): string | number {
  if ("annotation" in kid) return `<</Type /OBJR/Obj ${kid.annotation.id} 0 R/Pg ${kid.page.id} 0 R>>`;
  return page === kid.page ? kid.mcid : `<</Type /MCR/Pg ${kid.page.id} 0 R/MCID ${kid.mcid}>>`;
}

/** The tree that finds elements by their IDs. */
export function idTree(ids: readonly ElementId[]): object {
  const sorted = ids.toSorted(([a], [b]) => byCodeUnits(a, b));
  return { Names: sorted.flatMap(([id, element]) => [new String(id), element]) };
}
