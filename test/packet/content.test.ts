/** Content of foreign pages arrives whole and well-formed, and what is left out is said. */

import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type ForeignPdf, readForeignPdf } from "../../src/pdf/foreign/read-foreign-pdf.ts";
import { copyPage } from "./copy-page.ts";
import { BOX, type Parts, pdfOf } from "./small-pdf.ts";

function read(parts: Parts): ForeignPdf {
  const pdf = readForeignPdf(pdfOf(parts));
  if ("reason" in pdf) throw new Error(pdf.reason);
  return pdf;
}

const FONT = `${BOX}/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>`;

/** The page's content as it arrives, in one line, and whether something is said to be missing. */
function arrives(content: Parts["content"], page = FONT, more: readonly string[] = []): [string, boolean] {
  const pdf = read({ page, content: content ?? "", more });
  const text = copyPage(pdf).form.content.replace(/\s+/g, " ").trim();
  return [text.replace(/^q (.*?) ?Q$/, "$1"), pdf.pages.some(({ obstacles }) => obstacles.has("damaged-content"))];
}

describe("content", () => {
  it.each<[string, string, string, boolean]>([
    ["sound content", "q 1 0 0 1 5 5 cm 0 0 9 9 re f Q", "q 1 0 0 1 5 5 cm 0 0 9 9 re f Q", false],
    ["a picture that does not exist", "0 0 9 9 re f /XX Do 1 w", "0 0 9 9 re f 1 w", true],
    ["a graphics state that does not exist", "/GG gs 0 0 9 9 re f", "0 0 9 9 re f", true],
    ["a shading that does not exist", "/Sh0 sh", "", true],
    ["a pattern that does not exist", "/Pattern cs /P1 scn 0 0 9 9 re f", "/Pattern cs 0 0 9 9 re f", true],
    // What has an unknown colour is black: nobody can overlook it.
    ["a colour space that does not exist", "/CC cs 1 sc 0 0 9 9 re f", "0 g 0 0 9 9 re f", true],
    ["text in a font that does not exist", "BT /F9 9 Tf (A) ' ET", "BT T* ET", true],
    ["text without a font", "BT (A) Tj ET", "BT ET", true],
    ["a font that was restored", "q /F 9 Tf Q BT (A) Tj ET", "q /F 9 Tf Q BT ET", true],
    ["an unknown operator", "1 2 foo 0 0 9 9 re f", "0 0 9 9 re f", true],
    ["an unknown operator that may be passed over", "BX 1 2 foo EX 0 0 9 9 re f", "0 0 9 9 re f", false],
    ["operands that are too few", "9 9 re f", "f", true],
    ["operands of the wrong kind", "(a) w 0 0 9 9 re f", "0 0 9 9 re f", true],
    ["operands that are too many", "7 0 0 9 9 re f", "0 0 9 9 re f", false],
    ["numbers that viewers read differently", "--5 5-3 9 9 re f", "-5 5 9 9 re f", false],
    ["a number that is none", "1.2.3 0 m 9 9 l S", "S", true],
    ["a line from nowhere", "9 9 l S", "S", true],
    ["text that does not end", "BT /F 9 Tf (A) Tj", "BT /F 9 Tf (A) Tj ET", false],
    ["text within text", "BT BT /F 9 Tf (A) Tj ET ET", "BT ET BT /F 9 Tf (A) Tj ET", false],
    ["a state that is not restored", "q q 0 0 9 9 re f Q", "q q 0 0 9 9 re f Q Q", false],
    ["a state that was never saved", "Q 0 0 9 9 re f Q Q", "0 0 9 9 re f", false],
    ["marked content that does not end", "/P <</MCID 0>> BDC 0 0 9 9 re f", "0 0 9 9 re f", false],
    ["a path that is never painted", "0 0 9 9 re", "0 0 9 9 re n", false],
    ["an array that does not end", "0 0 9 9 re f [(A) Tj ET", "0 0 9 9 re f", true],
    ["a string that does not end", "0 0 9 9 re f (A", "0 0 9 9 re f", true],
    ["arrays within arrays within arrays", `0 0 9 9 re f ${"[".repeat(200)}`, "0 0 9 9 re f", true],
    ["operands without an operator", "0 0 9 9 re f 1 2", "0 0 9 9 re f", true],
  ])("%s", (_, content, expected, isLost) => {
    expect(arrives(content)).toEqual([expected, isLost]);
  });

  it("takes nothing along that a hidden layer draws, and keeps the lines of the text", () => {
    const page = `${BOX}/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/Properties<</L 5 0 R>>/XObject<</X 6 0 R>>>>`;
    const catalog = "/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>";
    const more = ["<</Type/OCG/Name(L)>>", form("(geheim) pop", "")];
    const content = "BT /F 9 Tf /OC /L BDC (geheim) ' EMC (A) ' ET /OC /L BDC /X Do EMC";
    const { form: copied, objects } = copyPage(read({ page, catalog, more, content }));
    expect(copied.content.replace(/\s+/g, " ")).toBe("q BT /F 9 Tf T* (A) ' ET Q ");
    expect(objects.map((one) => one.content).join()).not.toContain("geheim");
  });
});

function form(content: string, resources: string): string {
  return `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]${resources}/Length ${content.length}>>\nstream\n${content}\nendstream`;
}

describe("inline pictures", () => {
  const head = (entries: string): string => `BI ${entries} ID `;
  const gray = "/W 4/H 3/BPC 8/CS/G";
  const after = "0 0 9 9 re f";
  const deflated = deflateSync(Buffer.alloc(12, 7)).toString("latin1");

  it.each<[string, string, string, boolean]>([
    ["that have an end within their data", `${head(gray)}1234 EI q 12\nEI ${after}`, "1234 EI q 12", false],
    [
      "with a colour of the resources",
      `${head("/W 2/H 2/BPC 8/CS/C")}1 EI q678901\nEI ${after}`,
      "1 EI q678901",
      false,
    ],
    ["that are deflated", `${head(`${gray}/F/Fl`)}${deflated}\nEI ${after}`, deflated, false],
    ["whose end follows at once", `${head("/W 1/H 1/BPC 8/CS/G/F/AHx")}00>EI ${after}`, "00>", false],
    ["with too much data", `${head(gray)}123456789012345\nEI ${after}`, "123456789012", false],
    ["with too little data", `${head(gray)}12345\nEI ${after}`, "12345\xff\xff\xff\xff\xff\xff\xff", true],
    [
      "that are deflated and cut off",
      `${head(`${gray}/F/Fl`)}${deflated.slice(0, 4)}\nEI ${after}`,
      `\x07${"\xff".repeat(11)}`,
      true,
    ],
    ["of no size", `${head("/H 3/BPC 8/CS/G")}123\nEI ${after}`, "", true],
  ])("%s", (_, content, data, isLost) => {
    const page = `${BOX}/Resources<</ColorSpace<</C[/CalRGB<</WhitePoint[1 1 1]>>]>>>>`;
    const pdf = read({ page, content });
    const text = copyPage(pdf).form.content;
    const [, between = ""] = /ID ([\s\S]*)\s*\nEI/.exec(text) ?? /ID (00>)EI/.exec(text) ?? [];
    expect(between).toBe(data);
    expect(text).toMatch(/0 0 9 9 re f\s+Q\s*$/);
    expect(pdf.pages[0]?.obstacles.has("damaged-content")).toBe(isLost);
  });
});

describe("what content draws", () => {
  const type3 = (resources: string): string =>
    `<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[9]/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>${resources}>>`;
  const glyph = "9 0 d0 /P <</MCID 3>> BDC /Q Do EMC";
  const glyphStream = `<</Length ${glyph.length}>>\nstream\n${glyph}\nendstream`;

  it("glyphs of a font draw with the page's resources if it has none of its own", () => {
    const page = `${BOX}/Resources<</Font<</T 5 0 R>>/XObject<</Q 7 0 R/Z 7 0 R>>>>`;
    const more = [type3(""), glyphStream, form("0 0 9 9 re f", "")];
    const pdf = read({ page, content: "BT /T 9 Tf (a) Tj ET", more });
    expect(pdf.pages[0]?.obstacles.has("damaged-content")).toBe(false);
    const { objects } = copyPage(pdf);
    const font = objects.find(({ data }) => data.Subtype === "Type3");
    expect(font?.data.Resources).toEqual({ XObject: { Q: expect.objectContaining({ content: expect.any(String) }) } });
    const [drawn] = objects.filter(({ content }) => content.includes("d0"));
    expect(drawn?.content.replace(/\s+/g, " ").trim()).toBe("9 0 d0 /Q Do");
    expect(objects.some(({ content }) => content.includes("0 0 9 9 re f"))).toBe(true);
  });

  it("the same form draws with each page's own resources", () => {
    const pages = "<</Type/Pages/Kids[3 0 R 8 0 R]/Count 2>>";
    const page = `${BOX}/Resources<</XObject<</X 5 0 R/Y 6 0 R>>>>`;
    const second =
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</XObject<</X 5 0 R/Y 7 0 R>>>>>>";
    const more = [form("/Y Do", ""), form("1 0 0 rg", ""), form("0 1 0 rg", ""), second];
    const pdf = readForeignPdf(pdfOf({ pages, page, content: "/X Do", more }));
    if ("reason" in pdf) throw new Error(pdf.reason);
    const contents = copyPage(pdf, 0, 1).objects.map(({ content }) => content.trim());
    expect(contents.filter((content) => content.endsWith("rg")).sort()).toEqual(["0 1 0 rg", "1 0 0 rg"]);
  });

  it("a form that draws itself is cut, and so is a circle of forms", () => {
    const page = `${BOX}/Resources<</XObject<</X 5 0 R>>>>`;
    const more = [
      form("/Y Do 1 w", "/Resources<</XObject<</Y 6 0 R>>>>"),
      form("/X Do 2 w", "/Resources<</XObject<</X 5 0 R>>>>"),
    ];
    const pdf = read({ page, content: "/X Do", more });
    expect(pdf.pages[0]?.obstacles.has("damaged-content")).toBe(true);
    const contents = copyPage(pdf).objects.map(({ content }) => content.replace(/\s+/g, " ").trim());
    expect(contents).toEqual(["/Y Do 1 w", "2 w"]);
  });

  const gray = "/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray";
  const packed = deflateSync(Buffer.from("abcd")).toString("latin1");
  const scan = "\xff\xd8\xff\xda\0\x02ab\xff\0c";
  const data = (entries: string, bytes: string): string =>
    `<<${entries}/Length ${bytes.length}>>\nstream\n${bytes}\nendstream`;
  const axial = "/ShadingType 2/Coords[0 0 9 9]/Function<</FunctionType 2/Domain[0 1]/N 1>>";

  it("a mesh of colours that a pattern draws with brings its points along", () => {
    const pattern = "/Resources<</Pattern<</R<</PatternType 2/Shading 5 0 R>>>>>>";
    const mesh = data(
      "/ShadingType 4/ColorSpace/DeviceRGB/BitsPerCoordinate 8/BitsPerComponent 8/BitsPerFlag 8",
      "abcdef",
    );
    const content = "/Pattern cs /R scn 0 0 9 9 re f";
    const { objects } = copyPage(read({ page: `${BOX}${pattern}`, content, more: [mesh] }));
    const shading = objects.find((one) => one.data.ShadingType === 4);
    expect(shading?.content).toBe("abcdef");
    expect(objects.find((one) => one.data.PatternType === 2)?.data.Shading).toMatchObject({ data: shading?.data });
  });

  it.each<[string, string, string, boolean]>([
    ["a picture that is whole", "XObject", data(gray, "abcd"), false],
    ["a picture that lacks data", "XObject", data(gray, "ab"), true],
    ["a picture of no size", "XObject", data(gray.replace("/Width 2", ""), "abcd"), true],
    ["a picture that is kept elsewhere", "XObject", data(`${gray}/F(x)`, "abcd"), true],
    ["a picture that nobody can unpack", "XObject", data(`${gray}/Filter/Foo`, "abcd"), true],
    ["a packed picture", "XObject", data(`${gray}/Filter/FlateDecode`, packed), false],
    [
      "a packed picture with a wrong checksum",
      "XObject",
      data(`${gray}/Filter/FlateDecode`, `${packed.slice(0, -1)}!`),
      true,
    ],
    ["a photograph", "XObject", data(`${gray}/Filter/DCTDecode`, `${scan}\xff\xd9`), false],
    ["a photograph without its end", "XObject", data(`${gray}/Filter/DCTDecode`, scan), true],
    ["a photograph with damage in it", "XObject", data(`${gray}/Filter/DCTDecode`, `${scan}\xff\xa3\xff\xd9`), true],
    ["something of no kind", "XObject", data("", "abcd"), true],
    ["a font", "Font", "<</Type/Font/Subtype/Type1/BaseFont/Courier>>", false],
    ["a font of no kind", "Font", "<</Type/Font/BaseFont/Courier>>", true],
    [
      "a font of fonts that are not there",
      "Font",
      "<</Type/Font/Subtype/Type0/BaseFont/A/DescendantFonts[9 0 R]>>",
      true,
    ],
    ["a shading", "Shading", `<<${axial}/ColorSpace/DeviceRGB>>`, false],
    ["a shading without colours", "Shading", `<<${axial}>>`, true],
    ["an object that does not end", "XObject", "<</Subtype/Image/Width [", true],
  ])("%s", (_, kind, object, isLost) => {
    const page = `${BOX}/Resources<</${kind}<</R 5 0 R>>>>`;
    const content = { XObject: "/R Do", Font: "BT /R 9 Tf (a) Tj ET", Shading: "/R sh" }[kind] ?? "";
    const pdf = read({ page, content, more: [object] });
    expect(pdf.pages[0]?.obstacles.has("damaged-content")).toBe(isLost);
    expect(() => copyPage(pdf)).not.toThrow();
  });
});
