/** Proves that the checks of the structure find what they are there to find: each file here is damaged on purpose. */

import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef, PDFString } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { layoutPdf } from "../../src/pdf/layout-pdf.ts";
import { PICTURES } from "../conformance/pictures.ts";
import { type ReadPdf, readPdf } from "./read-pdf.ts";
import { fonts, theme } from "./theme.ts";
import { cell, figure, h, headRow, item, lang, link, list, note, noteRef, p, paper, row, table } from "./tree.ts";

const document = paper(
  [
    h(1, "Titel"),
    p(["Erster Absatz mit ", link("https://www.example.org/", "Verweis"), " und Fußnote", noteRef(1), "."]),
    p(["Zweiter Absatz mit ", lang("en", "English"), " und Fußnote", noteRef(2), "."]),
    h(2, "Teil"),
    list([item("1.", "eins"), item("2.", "zwei")], "decimal"),
    table(
      ["start", "start"],
      [{ cells: [cell("Kopf", { header: "column", colSpan: 2 })] }, headRow("A", "B")],
      [row("a", "b")],
      "Tabelle",
    ),
    figure("svg", "Lageplan"),
  ],
  { images: PICTURES, notes: [note(1, "Eine Anmerkung."), note(2, "Noch eine.")] },
);

let whole: Uint8Array;
let healthy: ReadPdf;

beforeAll(async () => {
  whole = (await layoutPdf(document, theme, fonts)).value?.bytes ?? new Uint8Array();
  healthy = await readPdf(whole);
});

/** The objects of a file, to be damaged. */
class Patient {
  readonly pdf: PDFDocument;

  constructor(pdf: PDFDocument) {
    this.pdf = pdf;
  }

  /** Any dictionary or array by its place, e.g. `StructTreeRoot`, `K`, `0`. */
  at(...path: readonly (string | number)[]): PDFDict {
    return this.#follow(this.pdf.catalog, path) as PDFDict; // what the tests name is there
  }

  list(...path: readonly (string | number)[]): PDFArray {
    return this.#follow(this.pdf.catalog, path) as PDFArray;
  }

  /** Elements of a type, in the order of the file's objects. */
  elements(type: string): readonly (readonly [PDFRef, PDFDict])[] {
    const found: [PDFRef, PDFDict][] = [];
    for (const [ref, object] of this.pdf.context.enumerateIndirectObjects()) {
      if (object instanceof PDFDict && object.get(PDFName.of("S")) === PDFName.of(type) && object.has(PDFName.of("P")))
        found.push([ref, object]);
    }
    return found;
  }

  element(type: string, index = 0): PDFDict {
    const found = this.elements(type)[index];
    if (!found) throw new Error(`There is no ${type}`);
    return found[1];
  }

  kids(type: string, index = 0): PDFArray {
    return this.element(type, index).lookup(PDFName.of("K"), PDFArray);
  }

  annotation(): PDFDict {
    return this.pdf.getPage(0).node.lookup(PDFName.of("Annots"), PDFArray).lookup(0, PDFDict);
  }

  #follow(from: PDFObject, path: readonly (string | number)[]): PDFObject | undefined {
    let current: PDFObject | undefined = from;
    for (const step of path) {
      if (current instanceof PDFDict) current = current.lookup(PDFName.of(String(step)));
      else if (current instanceof PDFArray) current = current.lookup(Number(step));
    }
    return current;
  }
}

async function damaged(damage: (patient: Patient) => void): Promise<ReadPdf> {
  const pdf = await PDFDocument.load(whole, { updateMetadata: false });
  damage(new Patient(pdf));
  return readPdf(await pdf.save({ useObjectStreams: false, updateFieldAppearances: false }));
}

const name = (value: string): PDFName => PDFName.of(value);
const set = (dict: PDFDict, key: string, value: PDFObject): void => dict.set(name(key), value);
const drop = (dict: PDFDict, key: string): void => void dict.delete(name(key));

/** The array of the first page in the parent tree. */
function ownersOf(patient: Patient): PDFArray {
  return patient.list("StructTreeRoot", "ParentTree", "Nums", 1);
}

const DAMAGES: readonly (readonly [what: string, damage: (patient: Patient) => void, fault: string])[] = [
  ["a parent tree that names another element", (x) => ownersOf(x).set(0, ownersOf(x).get(1)), "the parent tree says"],
  ["a parent tree that is too short", (x) => ownersOf(x).remove(ownersOf(x).size() - 1), "the parent tree has"],
  [
    "a parent tree whose next key is in use",
    (x) => set(x.at("StructTreeRoot"), "ParentTreeNextKey", PDFNumber.of(0)),
    "ParentTreeNextKey is in use",
  ],
  ["text that its element lost", (x) => x.kids("H1").remove(0), "no element holds page 1 #0"],
  ["an element that is not in the tree", (x) => x.kids("Document").remove(1), "no element holds page 1"],
  ["text in two elements", (x) => x.kids("H2").push(PDFNumber.of(0)), "page 1 #0 belongs to two elements"],
  [
    "an element for text that is nowhere",
    (x) => x.kids("H2").push(PDFNumber.of(99)),
    "holds page 1 #99, which is not painted",
  ],
  ["text of a page that is not there", (x) => drop(x.element("H2"), "Pg"), "which is not painted"],
  [
    "an order that is not the one of the page",
    (x) => {
      const kids = x.kids("Document");
      const [first, second] = [kids.get(1), kids.get(2)];
      kids.set(1, second);
      kids.set(2, first);
    },
    "is read too late",
  ],
  ["an element that names another parent", (x) => set(x.element("P"), "P", PDFRef.of(1)), "as its parent"],
  ["an element in a wrong place", (x) => set(x.element("H2"), "S", name("TR")), "holds TR"],
  ["an element of an unknown type", (x) => set(x.element("H2"), "S", name("Überschrift")), "is of an unknown type"],
  ["text in an element for elements", (x) => set(x.element("P", 1), "S", name("Sect")), "holds content itself"],
  ["an element without anything in it", (x) => x.kids("H1").remove(0), "is empty"],
  [
    "a footnote within foreign text",
    (x) => x.kids("Span").push(x.elements("Note")[1]?.[0] ?? PDFNumber.of(0)),
    "holds Note",
  ],
  ["a first heading that is no title", (x) => set(x.element("H1"), "S", name("H2")), "is the first heading"],
  ["levels of headings that jump", (x) => set(x.element("H2"), "S", name("H3")), "follows a heading of level 1"],
  ["a list without its numbering", (x) => drop(x.element("L"), "A"), "has no ListNumbering"],
  ["an item without its body", (x) => x.kids("LI").remove(1), "has Lbl"],
  ["rows of different width", (x) => drop(x.element("TH"), "A"), "has rows of 1, 2 columns"],
  [
    "a cell that leaves its table",
    (x) => set(x.element("TD"), "A", x.pdf.context.obj({ O: "Table", RowSpan: 3 })),
    "has a cell of 3 rows",
  ],
  ["a header that does not say what it heads", (x) => drop(x.element("TH", 1), "A"), "has a TH without Scope"],
  [
    "a cell below a header that is not there",
    (x) => set(x.element("TH", 1), "ID", PDFString.of("anders")),
    "which is no header of it",
  ],
  [
    "a caption in the middle",
    (x) => x.kids("Table").insert(2, x.kids("Table").get(0)),
    "has Caption, THead, Caption, TBody",
  ],
  ["a picture without words", (x) => drop(x.element("Figure"), "Alt"), "has no alternative text"],
  ["a picture without a box", (x) => drop(x.element("Figure"), "A"), "has no BBox"],
  ["a footnote without ID", (x) => drop(x.element("Note"), "ID"), "has no ID"],
  [
    "two elements of one ID",
    (x) => set(x.element("Note", 1), "ID", PDFString.of("note-1")),
    "two elements are called note-1",
  ],
  ["an ID that cannot be looked up", (x) => drop(x.at("StructTreeRoot"), "IDTree"), "the tree of IDs says undefined"],
  ["a footnote without its number", (x) => x.kids("Note").remove(0), "does not begin with its label"],
  ["an annotation in no element", (x) => x.kids("Link").remove(1), "is in no element"],
  ["a link without annotation", (x) => x.kids("Link").remove(1), "has no annotation"],
  ["an annotation with another key", (x) => set(x.annotation(), "StructParent", PDFNumber.of(0)), " of annotation "],
  ["an annotation without description", (x) => drop(x.annotation(), "Contents"), "has no description"],
  ["an annotation that is hidden", (x) => set(x.annotation(), "F", PDFNumber.of(6)), "does not print, or is hidden"],
  ["an annotation that is not on its page", (x) => drop(x.pdf.getPage(0).node, "Annots"), "is not on its page"],
  ["an annotation that is no link", (x) => set(x.annotation(), "Subtype", name("Text")), "is no link"],
  ["a page with another tab order", (x) => drop(x.pdf.getPage(0).node, "Tabs"), "is not tabbed in the order"],
  ["no language", (x) => drop(x.pdf.catalog, "Lang"), "the document has no language"],
  ["no mark of being tagged", (x) => drop(x.pdf.catalog, "MarkInfo"), "does not say that it is tagged"],
  ["no title in the title bar", (x) => drop(x.pdf.catalog, "ViewerPreferences"), "and not the title"],
];

describe("the checks of the structure", () => {
  it("find nothing in a file that is whole", async () => {
    expect(healthy.faults).toEqual([]);
    expect((await damaged(() => undefined)).faults).toEqual([]);
  });

  it.each(DAMAGES)("find %s", async (_, damage, fault) => {
    expect((await damaged(damage)).faults.join("\n")).toContain(fault);
  });
});

describe("the tag tree as text", () => {
  it("says the same of a file that was only written again", async () => {
    expect((await damaged(() => undefined)).tags).toBe(healthy.tags);
  });

  it.each<readonly [string, (patient: Patient) => void]>([
    ["the order", (x) => x.kids("Document").insert(0, x.kids("Document").get(2))],
    ["a type", (x) => set(x.element("H2"), "S", name("H3"))],
    ["a lost element", (x) => x.kids("Document").remove(1)],
    ["lost text", (x) => x.kids("P").remove(0)],
    ["a language", (x) => set(x.element("Span"), "Lang", PDFString.of("fr"))],
    ["the words for a picture", (x) => set(x.element("Figure"), "Alt", PDFString.of("Bild"))],
    ["the numbering of a list", (x) => drop(x.element("L"), "A")],
    ["the scope of a header", (x) => drop(x.element("TH", 1), "A")],
    ["a lost annotation", (x) => x.kids("Link").remove(1)],
    ["an ID", (x) => drop(x.element("Note"), "ID")],
  ])("tells %s", async (_, damage) => {
    expect((await damaged(damage)).tags).not.toBe(healthy.tags);
  });
});
