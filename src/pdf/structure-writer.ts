/** Writes the structure tree into the file. */

import { type MarkedContent, type ObjectContent, type StructureAttributes, StructureElement } from "./structure.ts";

/** Elements that say something even when empty: a table keeps its cells. */
const KEPT_WHEN_EMPTY: ReadonlySet<string> = new Set(["TD", "TH", "TR", "LI", "LBody", "Document"]);

function isEmpty(element: StructureElement): boolean {
  return (
    !KEPT_WHEN_EMPTY.has(element.type) && element.kids.every((kid) => kid instanceof StructureElement && isEmpty(kid))
  );
}

/** pdfkit writes a `String` object as text and a plain string as a name. */
function text(value: string): object {
  return new String(value);
}

function attributeObjects(attributes: StructureAttributes): object[] {
  const { scope, colSpan, rowSpan, headers, listNumbering, lineThrough, box } = attributes;
  const objects: object[] = [];
  if (scope || colSpan || rowSpan || headers) {
    objects.push({
      O: "Table",
      ...(scope && { Scope: scope }),
      ...(colSpan && { ColSpan: colSpan }),
      ...(rowSpan && { RowSpan: rowSpan }),
      ...(headers && { Headers: headers.map(text) }),
    });
  }
  if (listNumbering) objects.push({ O: "List", ListNumbering: listNumbering });
  if (lineThrough) objects.push({ O: "Layout", TextDecorationType: "LineThrough" });
  if (box) objects.push({ O: "Layout", BBox: box.map((side) => Math.round(side * 100) / 100), Placement: "Block" });
  return objects;
}

/** Writes the tree below a root and gives the reference to its first element. */
export function writeStructure(
  document: PdfmakeDocument,
  element: StructureElement,
  parent: PdfReference,
): PdfReference {
  element.ref ??= document.ref({});
  const { ref, attributes } = element;
  const { data } = ref;
  data.Type = "StructElem";
  data.S = element.type;
  data.P = parent;
  if (attributes.id !== undefined) data.ID = text(attributes.id);
  if (attributes.title) data.T = text(attributes.title);
  if (attributes.lang) data.Lang = text(attributes.lang);
  if (attributes.alt !== undefined) data.Alt = text(attributes.alt);
  if (attributes.actualText !== undefined) data.ActualText = text(attributes.actualText);
  const objects = attributeObjects(attributes);
  if (objects.length > 0) data.A = objects.length === 1 ? objects[0] : objects;
  const kids: unknown[] = [];
  for (const kid of element.kids) {
    if (kid instanceof StructureElement) {
      if (!isEmpty(kid)) kids.push(writeStructure(document, kid, ref));
    } else {
      kids.push(contentKid(kid, data));
    }
  }
  if (kids.length > 0) data.K = kids;
  ref.end();
  return ref;
}

/** A bare number means: on the page that `Pg` of the element names. */
function contentKid(kid: MarkedContent | ObjectContent, data: Record<string, unknown>): unknown {
  if ("annotation" in kid) return { Type: "OBJR", Obj: kid.annotation, Pg: kid.page };
  data.Pg ??= kid.page;
  return data.Pg === kid.page ? kid.mcid : { Type: "MCR", Pg: kid.page, MCID: kid.mcid };
}
