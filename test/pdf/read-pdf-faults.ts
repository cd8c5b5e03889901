/** What is wrong with the structure of a PDF: the rules of ISO 32000-1, 14.7 and 14.8, and of ISO 14289-1. */

import type { ContentKid, ObjectKid, Structure, StructureNode } from "./read-pdf-structure.ts";

const HEADINGS = ["H1", "H2", "H3", "H4", "H5", "H6"];
const BLOCKS = ["Sect", "Div", "P", "L", "Table", "Figure", "BlockQuote", "TOC", ...HEADINGS];
const SPANS = ["Span", "Code", "Link", "Reference"];
const LINE = [...SPANS, "Note"];

/** What an element may hold besides content. Whoever uses a new type has to say here what belongs into it. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  Document: [...BLOCKS, "Note"],
  Sect: BLOCKS,
  Div: [...BLOCKS, "Caption"],
  BlockQuote: BLOCKS,
  P: LINE,
  ...Object.fromEntries(HEADINGS.map((type) => [type, LINE])),
  L: ["LI"],
  LI: ["Lbl", "LBody"],
  Lbl: LINE,
  LBody: BLOCKS,
  Table: ["Caption", "THead", "TBody"],
  THead: ["TR"],
  TBody: ["TR"],
  TR: ["TH", "TD"],
  TH: BLOCKS,
  TD: BLOCKS,
  Caption: LINE,
  Figure: [],
  Code: [],
  // Not `Note`: it would be struck or in another language with what refers to it. Not `Link` in `Link`.
  Span: SPANS,
  Link: ["Span", "Code", "Reference", "Figure"],
  Reference: ["Link"],
  Note: ["Lbl", ...BLOCKS],
  TOC: ["Caption", "TOCI"],
  TOCI: ["Reference"],
};

const HOLDS_CONTENT = new Set(["P", ...HEADINGS, "Lbl", "Caption", "Figure", "Code", "Span", "Link", "Reference"]);

/** A row is empty if cells of rows above take all of it. */
const MAY_BE_EMPTY = new Set(["TR", "TD", "TH", "LBody"]);

/** What is wrong with a first heading that is not H1. */
export const NO_TITLE = "is the first heading";

/** Checks all that can be known without looking at what is painted. `painted` has the MCIDs of each page, in order. */
export function structureFaults(file: Structure, painted: readonly (readonly number[])[]): readonly string[] {
  const faults: string[] = [];
  if (file.lang === "") faults.push("the document has no language");
  if (!file.marked) faults.push("the document does not say that it is tagged");
  if (!file.showsTitle) faults.push("viewers show the file name and not the title");
  const [document] = file.elements;
  if (file.elements.length !== 1 || document?.type !== "Document") faults.push("the root is not one Document");
  const found = new Findings();
  for (const element of file.elements) found.visit(element, file.root);
  return [
    ...faults,
    ...found.faults,
    ...contentFaults(file, found.contents, painted),
    ...annotationFaults(file, found.objects),
    ...orderFaults(file),
    ...idFaults(file, found.elements),
  ];
}

/** Walks the tree in reading order. */
class Findings {
  readonly faults: string[] = [];
  readonly elements: StructureNode[] = [];
  readonly contents: (readonly [StructureNode, ContentKid])[] = [];
  readonly objects: (readonly [StructureNode, ObjectKid])[] = [];
  #level = 0;

  visit(element: StructureNode, parent: string): void {
    const { type, kids, ref } = element;
    const fault = (what: string): void => void this.faults.push(`${type} ${ref} ${what}`);
    this.elements.push(element);
    if (element.parent !== parent) fault(`names ${element.parent} as its parent and not ${parent}`);
    const allowed = ALLOWED[type];
    if (!allowed) fault("is of an unknown type");
    if (kids.length === 0 && !MAY_BE_EMPTY.has(type)) fault("is empty");
    for (const kid of kids) {
      if (kid.kind === "element") {
        if (allowed && !allowed.includes(kid.type)) fault(`holds ${kid.type}`);
      } else if (kid.kind === "content") {
        if (!HOLDS_CONTENT.has(type)) fault("holds content itself");
        this.contents.push([element, kid]);
      } else {
        if (type !== "Link") fault("holds an annotation");
        this.objects.push([element, kid]);
      }
    }
    this.#visitKind(element, fault);
    for (const kid of kids) if (kid.kind === "element") this.visit(kid, ref);
  }

  #visitKind(element: StructureNode, fault: (what: string) => void): void {
    const { type, attributes } = element;
    const kids = kidTypes(element);
    const count = (kid: string): number => kids.filter((one) => one === kid).length;
    if (HEADINGS.includes(type)) {
      const level = Number(type.slice(1));
      if (this.#level === 0 && level > 1) fault(NO_TITLE);
      else if (level > this.#level + 1) fault(`follows a heading of level ${this.#level}`);
      this.#level = level;
    } else if (type === "LI") {
      if (count("LBody") !== 1 || count("Lbl") > 1 || kids.at(-1) !== "LBody") fault(`has ${kids.join(", ")}`);
    } else if (type === "L" && attributes.ListNumbering === undefined) {
      fault("has no ListNumbering");
    } else if (type === "Figure") {
      if (!element.alt) fault("has no alternative text");
      if (!Array.isArray(attributes.BBox)) fault("has no BBox");
    } else if (type === "Note") {
      if (element.id === undefined) fault("has no ID");
      if (kids[0] !== "Lbl" || count("Lbl") !== 1) fault("does not begin with its label");
    } else if (type === "Link" && !element.kids.some(({ kind }) => kind === "object")) {
      fault("has no annotation");
    } else if (type === "TOC" && count("Caption") > 0 && (kids[0] !== "Caption" || count("Caption") > 1)) {
      fault("has a caption that is not at its begin");
    } else if (type === "Table") {
      if (count("THead") > 1 || count("TBody") !== 1 || count("Caption") > 1) fault(`has ${kids.join(", ")}`);
      if (count("Caption") === 1 && kids[0] !== "Caption") fault("has a caption that is not at its begin");
      for (const what of tableFaults(element)) fault(what);
    }
  }
}

function kidTypes({ kids }: StructureNode): readonly string[] {
  return kids.flatMap((kid) => (kid.kind === "element" ? [kid.type] : []));
}

function kidsOf({ kids }: StructureNode): readonly StructureNode[] {
  return kids.filter((kid) => kid.kind === "element");
}

/** Rows have to be equally wide, spans included; header cells have to say what they head. */
function tableFaults(table: StructureNode): readonly string[] {
  const faults: string[] = [];
  const groups = kidsOf(table).filter(({ type }) => type !== "Caption");
  const cells = groups.flatMap(kidsOf).map(kidsOf);
  const filled: number[] = cells.map(() => 0);
  for (const [index, row] of cells.entries()) {
    for (const { attributes } of row) {
      const rows = Number(attributes.RowSpan ?? 1);
      if (index + rows > cells.length) faults.push(`has a cell of ${rows} rows in row ${index + 1} of ${cells.length}`);
      for (let below = index; below < index + rows && below < filled.length; below++) {
        filled[below] = (filled[below] ?? 0) + Number(attributes.ColSpan ?? 1);
      }
    }
  }
  if (new Set(filled).size > 1) faults.push(`has rows of ${[...new Set(filled)].join(", ")} columns`);
  const headers = cells.flat().filter(({ type }) => type === "TH");
  if (headers.some(({ attributes }) => attributes.Scope === undefined)) faults.push("has a TH without Scope");
  const ids = new Set(headers.map(({ id }) => id));
  for (const { attributes } of cells.flat()) {
    for (const id of Array.isArray(attributes.Headers) ? attributes.Headers : []) {
      if (!ids.has(String(id))) faults.push(`has a cell below ${id}, which is no header of it`);
    }
  }
  return faults;
}

/** What is painted, the elements and the parent tree have to say the same. */
function contentFaults(
  { pages, parentTree, nextKey }: Structure,
  contents: Findings["contents"],
  painted: readonly (readonly number[])[],
): readonly string[] {
  const faults: string[] = [];
  const owners = new Map<string, string>();
  for (const [{ ref, type }, { page, mcid }] of contents) {
    const key = `page ${page + 1} #${mcid}`;
    if (owners.has(key)) faults.push(`${key} belongs to two elements`);
    owners.set(key, ref);
    if (!painted[page]?.includes(mcid)) faults.push(`${type} ${ref} holds ${key}, which is not painted`);
  }
  const keys = new Set<number>();
  for (const [index, { structParents }] of pages.entries()) {
    const mcids = painted[index] ?? [];
    const entry = structParents === undefined ? undefined : parentTree.get(structParents);
    if (structParents !== undefined) {
      if (keys.has(structParents)) faults.push(`page ${index + 1} shares its key of the parent tree`);
      keys.add(structParents);
    }
    if (new Set(mcids).size < mcids.length) faults.push(`page ${index + 1} paints an MCID twice`);
    for (const mcid of mcids) {
      const key = `page ${index + 1} #${mcid}`;
      const owner = owners.get(key);
      if (owner === undefined) faults.push(`no element holds ${key}`);
      const named = Array.isArray(entry) ? entry[mcid] : undefined;
      if (named !== owner) faults.push(`the parent tree says ${named} of ${key}, which is in ${owner}`);
    }
    if (Array.isArray(entry) && entry.length !== mcids.length) {
      faults.push(`the parent tree has ${entry.length} entries for ${mcids.length} on page ${index + 1}`);
    }
  }
  if (nextKey <= Math.max(-1, ...parentTree.keys())) faults.push("ParentTreeNextKey is in use");
  return faults;
}

function annotationFaults({ pages, parentTree }: Structure, objects: Findings["objects"]): readonly string[] {
  const faults: string[] = [];
  const owners = new Map<string, string>();
  for (const [{ ref }, { annotation, page }] of objects) {
    if (owners.has(annotation)) faults.push(`annotation ${annotation} belongs to two elements`);
    owners.set(annotation, ref);
    if (!pages[page]?.annotations.some((one) => one.ref === annotation)) {
      faults.push(`annotation ${annotation} is not on its page`);
    }
  }
  for (const [index, { annotations, tabs }] of pages.entries()) {
    if (tabs !== "S") faults.push(`page ${index + 1} is not tabbed in the order of the structure`);
    for (const { ref, subtype, structParent, contents, flags } of annotations) {
      const where = `annotation ${ref} on page ${index + 1}`;
      if (subtype !== "Link") faults.push(`${where} is no link`);
      if (contents.trim() === "") faults.push(`${where} has no description`);
      if ((flags & 0b10111) !== 0b100) faults.push(`${where} does not print, or is hidden`);
      const owner = owners.get(ref);
      if (owner === undefined) faults.push(`${where} is in no element`);
      const named = structParent === undefined ? undefined : parentTree.get(structParent);
      if (named !== owner) faults.push(`the parent tree says ${named} of ${where}, which is in ${owner}`);
    }
  }
  return faults;
}

/** On each page the text is painted in reading order; footnotes alone are read before they are painted. */
function orderFaults({ elements, pages }: Structure): readonly string[] {
  const last = pages.map(() => -1);
  const faults: string[] = [];
  const visit = ({ kids }: StructureNode): void => {
    for (const kid of kids) {
      if (kid.kind === "element" && kid.type !== "Note") visit(kid);
      if (kid.kind !== "content") continue;
      if (kid.mcid < (last[kid.page] ?? -1)) faults.push(`page ${kid.page + 1} #${kid.mcid} is read too late`);
      last[kid.page] = kid.mcid;
    }
  };
  for (const element of elements) visit(element);
  return faults;
}

function idFaults({ ids }: Structure, elements: readonly StructureNode[]): readonly string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const { id, ref } of elements) {
    if (id === undefined) continue;
    if (seen.has(id)) faults.push(`two elements are called ${id}`);
    seen.add(id);
    if (ids.get(id) !== ref) faults.push(`the tree of IDs says ${ids.get(id)} of ${id}, which is ${ref}`);
  }
  return faults;
}
