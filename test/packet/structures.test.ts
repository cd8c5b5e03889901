/** Files that are put together in rare or broken ways are read all the same; what cannot be read is said. */

import { describe, expect, it } from "vitest";
import { type ForeignPdf, readForeignPdf } from "../../src/pdf/foreign/read-foreign-pdf.ts";
import { copyPage } from "./copy-page.ts";
import { BOX, pdfOf } from "./small-pdf.ts";

const CATALOG = "<</Type/Catalog/Pages 2 0 R>>";
const PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const PAGE = `<</Type/Page/Parent 2 0 R${BOX}>>`;

const stream = (content: string, entries = "", length = String(content.length)): string =>
  `<<${entries}/Length ${length}>>\nstream\n${content}\nendstream`;

/** A file that grows object by object; the table is written where it is wanted. */
class Growing {
  text = "%PDF-1.7\n";
  readonly offsets = new Map<number, number>();

  add(objects: Readonly<Record<number, string>>): this {
    for (const [number, object] of Object.entries(objects)) {
      this.offsets.set(Number(number), this.text.length);
      this.text += `${number} 0 obj\n${object}\nendobj\n`;
    }
    return this;
  }

  /** A table of these objects; `shift` is what its offsets are wrong by. */
  table(numbers: readonly number[], trailer = "/Root 1 0 R", shift = 0): this {
    const start = this.text.length;
    const rows = numbers.map((number) => {
      const offset = this.offsets.get(number);
      const row = offset === undefined ? "0000000000 65535 f " : `${String(offset + shift).padStart(10, "0")} 00000 n `;
      return `${number} 1\n${row}\n`;
    });
    this.text += `xref\n${rows.join("")}trailer\n<</Size 20${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
    return this;
  }

  /** A cross-reference stream: number → offset, or the object stream and the index in it. */
  stream(number: number, entries: Readonly<Record<number, number | readonly [number, number]>>, more = ""): this {
    const start = this.text.length;
    const rows = Object.entries({ ...entries, [number]: start }).map(([id, place]) => {
      const [type, a, b] = typeof place === "number" ? [1, place, 0] : [2, ...place];
      const bytes = [type, (a >> 16) & 255, (a >> 8) & 255, a & 255, b];
      return { id: Number(id), hex: bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("") };
    });
    const index = rows.map(({ id }) => `${id} 1`).join(" ");
    const data = `${rows.map(({ hex }) => hex).join("")}>`;
    this.add({
      [number]: stream(data, `/Type/XRef/Size 20/W[1 3 1]/Index[${index}]/Filter/ASCIIHexDecode/Root 1 0 R${more}`),
    });
    return this;
  }

  end(start = this.text.lastIndexOf("xref\n")): Uint8Array {
    if (!this.text.endsWith("%%EOF\n")) this.text += `startxref\n${start}\n%%EOF\n`;
    return Buffer.from(this.text, "latin1");
  }
}

function packed(objects: Readonly<Record<number, string>>, entries = ""): string {
  let offset = 0;
  const heads = Object.entries(objects).map(([number, object]) => {
    const head = `${number} ${offset}`;
    offset += object.length + 1;
    return head;
  });
  const head = `${heads.join(" ")} `;
  const content = head + Object.values(objects).join(" ");
  return stream(content, `/Type/ObjStm/N ${heads.length}/First ${head.length}${entries}`);
}

function read(bytes: Uint8Array): ForeignPdf {
  const pdf = readForeignPdf(bytes);
  if ("reason" in pdf) throw new Error(pdf.reason);
  return pdf;
}

/** The content of a page as it arrives, in one line. */
function contentOf(bytes: Uint8Array, page = 0): string {
  const text = copyPage(read(bytes), page).form.content.replace(/\s+/g, " ").trim();
  return text.replace(/^q (.*?) ?Q$/, "$1");
}

const lossesOf = (bytes: Uint8Array): readonly string[] => read(bytes).pages.flatMap(({ obstacles }) => [...obstacles]);

describe("tables of objects", () => {
  it("that hide objects in a stream for newer programs", () => {
    const file = new Growing().add({ 1: CATALOG, 3: PAGE, 4: stream("1 w"), 5: packed({ 2: PAGES }) });
    const place = file.offsets.get(4) ?? 0;
    // Who looks through the whole file instead finds this, which no table names.
    file.add({ 4: stream("9 w") }).offsets.set(4, place);
    file.stream(6, { 2: [5, 0] });
    file.table([1, 2, 3, 4, 5], `/Root 1 0 R/XRefStm ${file.offsets.get(6)}`);
    expect(contentOf(file.end())).toBe("1 w");
  });

  it("whose object streams extend one another", () => {
    const file = new Growing().add({ 4: stream("1 w"), 5: packed({ 1: CATALOG, 2: PAGES }) });
    file.add({ 6: packed({ 3: PAGE }, "/Extends 5 0 R") });
    const [content = 0, first = 0, second = 0] = [4, 5, 6].map((number) => file.offsets.get(number));
    file.add({ 4: stream("9 w") });
    file.stream(7, { 1: [5, 0], 2: [5, 1], 3: [6, 0], 4: content, 5: first, 6: second });
    expect(contentOf(file.end(file.offsets.get(7)))).toBe("1 w");
  });

  it("that a later save replaces in part", () => {
    const file = new Growing().add({ 1: CATALOG, 2: PAGES, 3: PAGE, 4: stream("1 w") });
    file.table([1, 2, 3, 4]);
    const before = file.text.lastIndexOf("xref\n", file.text.lastIndexOf("startxref") - 1);
    const place = file.add({ 4: stream("2 w") }).offsets.get(4) ?? 0;
    // No table names this.
    file.add({ 4: stream("9 w") }).offsets.set(4, place);
    file.table([4], `/Root 1 0 R/Prev ${before}`);
    expect(contentOf(file.end())).toBe("2 w");
  });

  it.each([-3, 2, 11])("whose offsets are wrong by %i", (shift) => {
    const file = new Growing().add({ 1: CATALOG, 2: PAGES, 3: PAGE, 4: stream("1 w") });
    expect(contentOf(file.table([1, 2, 3, 4], "/Root 1 0 R", shift).end())).toBe("1 w");
  });

  it("that lack an object which is there", () => {
    const file = new Growing().add({ 1: CATALOG, 2: PAGES, 3: PAGE, 4: stream("1 w") });
    const bytes = file.table([1, 2, 3]).end();
    // By the standard there is no such object.
    expect([contentOf(bytes), lossesOf(bytes)]).toEqual(["", ["damaged-content"]]);
  });

  it("of which one offset is wrong", () => {
    const file = new Growing().add({ 1: CATALOG, 2: PAGES, 3: PAGE, 4: stream("1 w") });
    file.offsets.set(4, 12);
    expect(contentOf(file.table([1, 2, 3, 4]).end())).toBe("1 w");
  });
});

describe("trees of pages", () => {
  const tree = (pages: string, page: string, more: readonly string[] = []): Uint8Array => {
    const objects: Record<number, string> = { 1: CATALOG, 2: pages, 3: page, 4: stream("1 w") };
    for (const [index, object] of more.entries()) objects[index + 5] = object;
    return new Growing().add(objects).table(Object.keys(objects).map(Number)).end();
  };

  it("without types", () => {
    expect(contentOf(tree("<</Kids[3 0 R]/Count 1>>", `<<${BOX}>>`))).toBe("1 w");
  });

  it("that lead in a circle", () => {
    const bytes = tree("<</Type/Pages/Kids[5 0 R 3 0 R]/Count 1>>", PAGE, ["<</Type/Pages/Kids[2 0 R 5 0 R]>>"]);
    expect(read(bytes).pages).toHaveLength(1);
    expect(lossesOf(bytes)).toEqual([]);
  });

  it("from which pages inherit size, turn and resources", () => {
    const pages = "<</Kids[3 0 R]/Count 1/MediaBox[0 0 100 200]/Rotate 90/Resources<</XObject<</X 5 0 R>>>>>>";
    const bytes = tree(pages, "<</Type/Page/Contents 6 0 R>>", [
      stream("2 w", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"),
      stream("/X Do"),
    ]);
    expect(read(bytes).pages).toMatchObject([{ width: 200, height: 100 }]);
    expect(copyPage(read(bytes)).objects.map(({ content }) => content.trim())).toEqual(["2 w"]);
    expect(lossesOf(bytes)).not.toContain("damaged-content");
  });

  it("too deep to be meant", () => {
    const objects: Record<number, string> = { 1: CATALOG };
    for (let depth = 2; depth < 1100; depth++) objects[depth] = `<</Type/Pages/Kids[${depth + 1} 0 R]/Count 1>>`;
    objects[1100] = PAGE;
    const file = new Growing().add(objects);
    const bytes = file.table(Object.keys(objects).map(Number)).end();
    expect(readForeignPdf(bytes)).toEqual({ reason: "too-large" });
  });

  it("without a size", () => {
    expect(read(tree(PAGES, "<</Type/Page/Contents 4 0 R>>")).pages[0]?.width).toBeCloseTo(595.28);
  });

  it.each([
    ["a page is not there", "<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>"],
    ["a page is something else", "<</Type/Pages/Kids[3 0 R 4]/Count 2>>"],
    ["there are fewer than they say", "<</Type/Pages/Kids[3 0 R 5 0 R]/Count 7>>"],
  ])("in which %s", (_, pages) => {
    expect(lossesOf(tree(pages, PAGE, ["<</Type/Pages/Count 6>>"]))).toContain("missing-pages");
  });

  it("in which a page stands twice", () => {
    expect(read(tree("<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>", PAGE)).pages).toHaveLength(2);
  });

  it("that count wrongly but are whole", () => {
    expect(lossesOf(tree("<</Type/Pages/Kids[3 0 R]/Count 7>>", PAGE))).toEqual([]);
  });
});

describe("content", () => {
  const page = (contents: string): string => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]${contents}>>`;
  const file = (contents: string, more: Readonly<Record<number, string>>): Uint8Array =>
    new Growing()
      .add({ 1: CATALOG, 2: PAGES, 3: page(contents), ...more })
      .table([1, 2, 3, ...Object.keys(more).map(Number)])
      .end();

  it("in parts that end anywhere between words", () => {
    const bytes = file("/Contents[4 0 R 5 0 R]", { 4: stream("1"), 5: stream("w 2 w") });
    expect([contentOf(bytes), lossesOf(bytes)]).toEqual(["1 w 2 w", []]);
  });

  it("in parts that end within a word", () => {
    const bytes = file("/Contents[4 0 R 5 0 R]", { 4: stream("0 0 9 9 r"), 5: stream("e f") });
    expect([contentOf(bytes), lossesOf(bytes)]).toEqual(["f", ["damaged-content"]]);
  });

  it("of which a part cannot be unpacked", () => {
    const bytes = file("/Contents[4 0 R 5 0 R]", { 4: stream("abc", "/Filter/FlateDecode"), 5: stream("2 w") });
    expect([contentOf(bytes), lossesOf(bytes)]).toEqual(["2 w", ["damaged-content"]]);
  });

  it("that is missing", () => {
    expect(contentOf(file("", {}))).toBe("");
    expect(lossesOf(file("", {}))).toEqual([]);
  });

  it.each(["3", "900", "6 0 R", "9 0 R", "(x)"])("whose length is given as %s", (length) => {
    const bytes = file("/Contents 4 0 R", { 4: stream("1 w 2 w 3 w", "", length), 6: "5" });
    expect([contentOf(bytes), lossesOf(bytes)]).toEqual(["1 w 2 w 3 w", []]);
  });
});

it("pictures as fax machines send them keep what they share", () => {
  const parameters = "/Filter/JBIG2Decode/DecodeParms<</JBIG2Globals 6 0 R>>";
  const more = [
    stream(
      "abcd",
      `/Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 1/ColorSpace/DeviceGray${parameters}`,
    ),
    stream("shared"),
  ];
  const page = `${BOX}/Resources<</XObject<</I 5 0 R>>>>`;
  const { objects } = copyPage(read(pdfOf({ page, content: "/I Do", more })));
  const [picture] = objects.filter(({ data }) => data.Subtype === "Image");
  expect(picture).toMatchObject({ content: "abcd", data: { Filter: "JBIG2Decode" } });
  expect(picture?.data.DecodeParms).toMatchObject({ JBIG2Globals: { content: "shared" } });
});

it("pictures and masks lose what PDF/A forbids, and filters get their full names", () => {
  const size = "/Width 1/Height 1/BitsPerComponent";
  const more = [
    stream("abc", `/Subtype/Image${size} 8/ColorSpace/DeviceRGB/Filter/RL/Interpolate true/Alternates[]/Mask 6 0 R`),
    stream("x", `${size} 1/ImageMask true/Interpolate true`),
  ];
  const content = "/I Do BI /W 1/H 1/BPC 8/CS/G/Alternates[]/OPI<</A 1>> ID x\nEI";
  const pdf = read(pdfOf({ page: `${BOX}/Resources<</XObject<</I 5 0 R>>>>`, content, more }));
  const { objects, form } = copyPage(pdf);
  const [picture, mask] = objects.map(({ data }) => data);
  expect(picture).toMatchObject({ Subtype: "Image", Filter: "RunLengthDecode" });
  expect(mask).toMatchObject({ Subtype: "Image", ImageMask: true });
  for (const data of [picture, mask]) expect(Object.keys(data ?? {})).not.toContain("Interpolate");
  expect(form.content).toMatch(/BI \/Width 1 \/Height 1 \/BitsPerComponent 8 \/ColorSpace \/G ID x\s+EI/);
});

it("numbers keep all their places, and what no viewer knows is cut down to what it does", async () => {
  const box = "/Type/XObject/Subtype/Form/Resources<<>>/BBox[0 0 99999999 99999999]";
  const more = [stream("0 0 30000000 30000000 re f", `${box}/Matrix[.0000001 0 0 .00000012345 0 ${"9".repeat(60)}]`)];
  const pdf = read(pdfOf({ page: `${BOX}/Resources<</XObject<</X 5 0 R>>>>`, content: "/X Do", more }));
  const { objects } = copyPage(pdf);
  const matrix = objects.flatMap(({ data }) => (Array.isArray(data.Matrix) ? data.Matrix.map(String) : []));
  expect(matrix.slice(0, 5)).toEqual(["0.0000001", "0", "0", "0.00000012345", "0"]);
  expect(matrix[5]).toBe("2147483647");
});

it("what readers understand in different ways is written anew: maps of fonts to text, and how text is filled", () => {
  const font = "<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 6 0 R>>";
  const map = "begincmap 0 beginbfchar(A)<0041>endbfchar 9 beginbfrange <42><43>[<0042><0043>]endbfrange";
  const page = `${BOX}/Resources<</Font<</F 5 0 R>>>>`;
  const pdf = read(pdfOf({ page, content: "BT /F 9 Tf 3.0 Tr (A) Tj ET", more: [font, stream(map)] }));
  const { objects, form } = copyPage(pdf);
  const maps = objects.map(({ content }) => content).filter((content) => content.includes("begincmap"));
  expect(maps).toHaveLength(1);
  expect(maps[0]).toContain("1 begincodespacerange\n<00><ff>\nendcodespacerange");
  expect(maps[0]).toContain("1 beginbfchar\n<41><0041>\nendbfchar");
  expect(maps[0]).toContain("1 beginbfrange\n<42><43>[<0042><0043>]\nendbfrange");
  expect(form.content).toMatch(/ 3 Tr\s/);
});

it("files for certain readers are told from those with a password", () => {
  const file = new Growing().add({ 1: CATALOG, 2: PAGES, 3: PAGE, 4: stream("1 w") });
  file.add({ 5: "<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 4/R 4>>" });
  const bytes = file.table([1, 2, 3, 4, 5], "/Root 1 0 R/Encrypt 5 0 R").end();
  expect(readForeignPdf(bytes)).toEqual({ reason: "certificate" });
});
