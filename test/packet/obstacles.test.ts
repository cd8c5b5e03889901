/** What of foreign pages would be lost, or would break a promise, is found; each file is the smallest that shows it. */

import { deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { readForeignPdf } from "../../src/pdf/foreign/read-foreign-pdf.ts";
import { copyPage } from "./copy-page.ts";
import { BOX, obstaclesOf, type Parts, pdfOf } from "./small-pdf.ts";

const deflated = deflateSync(Buffer.from("0 0 9 9 re f\n".repeat(50)));

const COMMENT = `<</Type/Annot/Subtype/Stamp/F 4/Rect[0 0 1${"0".repeat(30)} 9]/AP<</N 6 0 R>>>>`;

const form = (entries: string, content = ""): string =>
  `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`;

/** A text field with a value, and what it looks like. */
const filledField = (ofForm: string, look: string, value = "(abc)"): Parts => ({
  catalog: `/AcroForm<</Fields[5 0 R]${ofForm}>>`,
  page: `${BOX}/Annots[5 0 R]`,
  more: [
    `<</Type/Annot/Subtype/Widget/FT/Tx/F 4/V${value}/Rect[0 0 9 9]/AP<</N 6 0 R>>>>`,
    form("/Resources<<>>", look),
  ],
});

it.each<[string, Parts, readonly string[]]>([
  ["nothing", {}, []],
  ["whole compressed content", { content: deflated, filter: "/Filter/FlateDecode" }, []],
  [
    "compressed content that is cut off",
    { content: deflated.subarray(0, 20), filter: "/Filter/FlateDecode" },
    ["damaged-content"],
  ],
  ["content that is not there", { page: "/MediaBox[0 0 300 300]/Contents 9 0 R" }, ["damaged-content"]],
  ["a page without content", { page: "/MediaBox[0 0 300 300]" }, []],
  [
    "a picture that is not there",
    { page: `${BOX}/Resources<</XObject<</I 9 0 R>>>>`, content: "/I Do" },
    ["damaged-content"],
  ],
  ["an inline picture in an unknown way", { content: "BI /W 1/H 1/BPC 8/CS/G/F/Foo ID x\nEI" }, ["damaged-content"]],
  [
    "an inline picture whose end follows its data at once",
    { content: "BI /W 1/H 1/BPC 8/CS/G/F/AHx ID 00>EI 0 0 9 9 re f" },
    [],
  ],
  ["an inline picture without end", { content: "BI /W 1/H 1/BPC 8/CS/G ID x" }, ["damaged-content"]],
  [
    "an inline picture with an unknown rendering intent",
    { content: "BI /W 1/H 1/BPC 8/CS/G/Intent/Foo ID x\nEI" },
    ["rendering-intent"],
  ],
  ["a number too close to zero", { content: `0.${"0".repeat(40)}1 0 9 9 re f` }, ["number"]],
  [
    "a picture that does not say its colours",
    {
      page: `${BOX}/Resources<</XObject<</I 5 0 R>>>>`,
      content: "/I Do",
      more: ["<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/Length 1>>\nstream\nx\nendstream"],
    },
    ["image"],
  ],
  [
    "an inline picture in colours of print",
    { content: "BI /W 1/H 1/BPC 8/CS[/Indexed/DeviceCMYK 0<00>] ID x\nEI" },
    ["cmyk"],
  ],
  ["a page too far out", { page: "/MediaBox[3000000000 0 3000000300 300]/Contents 4 0 R" }, ["number"]],
  [
    "a comment of no size that can be drawn",
    { page: `${BOX}/Annots[5 0 R]`, more: [COMMENT, form("/Resources<<>>")] },
    ["missing-appearance"],
  ],
  ["a value that its field does not show", filledField("/NeedAppearances true", "0 g"), ["missing-appearance"]],
  ["a value that its field leaves out of its own accord", filledField("", "0 g"), []],
  ["a field without a value", filledField("/NeedAppearances true", "0 g", "()"), []],
  [
    "a form that inherits by an entry which says nothing",
    { page: `${BOX}/Resources<</XObject<</F 5 0 R>>>>`, content: "/F Do", more: [form("/Resources null")] },
    ["inherited-resources"],
  ],
  [
    "a graphics state that is also an ordinary entry",
    {
      page: `${BOX}/Resources<</XObject<</F 5 0 R>>>>`,
      content: "/F Do",
      more: [form("/Resources<</ExtGState 6 0 R/Other 6 0 R>>", "/A gs"), "<</A<</TR/Identity>>>>"],
    },
    ["transfer-function"],
  ],
  [
    "a picture with a filter that is called like something of ours",
    {
      page: `${BOX}/Resources<</XObject<</I 5 0 R>>>>`,
      content: "/I Do",
      more: [
        "<</Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/constructor/Length 1>>\nstream\nx\nendstream",
      ],
    },
    ["damaged-content"],
  ],
  [
    "more content than anybody reads",
    { content: deflateSync(Buffer.alloc(60_000_000, "EMC ")), filter: "/Filter/FlateDecode" },
    ["too-large"],
  ],
  ["a portfolio", { catalog: "/Collection<<>>" }, ["embedded-files"]],
])("%s", (_, parts, expected) => {
  expect(obstaclesOf(pdfOf(parts))).toEqual(expected);
});

const picture = (entries: string): string =>
  `<</Subtype/Image/Width 1/Height 1${entries}/Length 6>>\nstream\nabcdef\nendstream`;
const profile = (head: string): string => `<</N 3/Length 128>>\nstream\n${head.padEnd(128, "\0")}\nendstream`;
const soundHead = "\0\0\0\0\0\0\0\0\x04\0\0\0mntrRGB ";

/** A page that draws one resource: a picture, a colour space, a graphics state. */
const drawing = {
  picture: (entries: string): Parts => ({
    page: `${BOX}/Resources<</XObject<</I 5 0 R>>>>`,
    content: "/I Do",
    more: [picture(entries)],
  }),
  space: (space: string, more: readonly string[] = []): Parts => ({
    page: `${BOX}/Resources<</ColorSpace<</C ${space}>>>>`,
    content: "/C cs 0 0 9 9 re f",
    more,
  }),
  state: (entries: string): Parts => ({
    page: `${BOX}/Resources<</ExtGState<</G<<${entries}>>>>>>`,
    content: "/G gs 0 0 9 9 re f",
  }),
};

it.each<[string, Parts, readonly string[]]>([
  ["colours of print", { content: "0 0 0 1 k 0 0 9 9 re f" }, ["cmyk"]],
  ["lines in colours of print", { content: "0 0 0 1 K 0 0 9 9 re S" }, ["cmyk"]],
  ["a colour space of print", { content: "/DeviceCMYK cs 0 0 9 9 re f" }, ["cmyk"]],
  ["a spot colour", drawing.space("[/Separation/Gold/DeviceRGB<<>>]"), ["color-space"]],
  ["several spot colours", drawing.space("[/DeviceN[/Gold/Silver]/DeviceRGB<<>>]"), ["color-space"]],
  ["a sound profile", drawing.space("[/ICCBased 5 0 R]", [profile(soundHead)]), []],
  [
    "a newer profile",
    drawing.space("[/ICCBased 5 0 R]", [profile(soundHead.replace("\x04", "\x05"))]),
    ["color-space"],
  ],
  [
    "a profile for links",
    drawing.space("[/ICCBased 5 0 R]", [profile(soundHead.replace("mntr", "link"))]),
    ["color-space"],
  ],
  [
    "a profile of other channels",
    drawing.space("[/ICCBased 5 0 R]", [profile(soundHead.replace("RGB", "Lab"))]),
    ["color-space"],
  ],
  ["a transfer function", drawing.state("/TR/Identity"), ["transfer-function"]],
  ["a halftone's phase", drawing.state("/HTP[0 0]"), ["halftone"]],
  ["overprinting", drawing.state("/OP true"), ["overprint"]],
  ["an unknown way of blending", drawing.state("/BM/Foo"), ["blend-mode"]],
  ["an unknown intent", drawing.state("/RI/Foo"), ["rendering-intent"]],
  ["a picture of odd depth", drawing.picture("/BitsPerComponent 3/ColorSpace/DeviceGray"), ["image"]],
  ["a picture in JPEG 2000", drawing.picture("/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/JPXDecode"), ["jpx"]],
  ["an inline picture that asks to be blurred", { content: "BI /W 1/H 1/BPC 8/CS/G/I true ID x\nEI" }, ["interpolate"]],
  ["an inline picture in plain colours of print", { content: "BI /W 1/H 1/BPC 8/CS/CMYK ID abcd\nEI" }, ["cmyk"]],
  ["an inline picture packed by LZW", { content: "BI /W 1/H 1/BPC 8/CS/G/F/LZW ID \x80\x10\x60\x20\nEI" }, ["filter"]],
  ["an inline picture with an end within", { content: "BI /W 4/H 1/BPC 8/CS/G ID  EI \nEI" }, ["image"]],
  ["too many levels", { content: `${"q ".repeat(30)}0 0 9 9 re f${" Q".repeat(30)}` }, ["nesting"]],
  ["half a hexadecimal digit", { content: "/A <</B <abc>>> BDC EMC 0 0 9 9 re f" }, ["string"]],
  ["a long name", { content: `/${"n".repeat(128)} ri` }, ["name", "rendering-intent"]],
  [
    "text behind hidden text",
    {
      page: `${BOX}/Resources<</Properties<</L 5 0 R>>/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>>>`,
      catalog: "/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>",
      content: "BT /F 9 Tf /OC /L BDC (a) Tj EMC (b) Tj ET",
      more: ["<</Type/OCG/Name(L)>>"],
    },
    ["damaged-content"],
  ],
])("a page that shows %s", (_, parts, expected) => {
  const found = obstaclesOf(pdfOf(parts)).filter((one) => !one.startsWith("font"));
  expect(found.toSorted()).toEqual(expected);
});

it("comments of a hidden layer are not drawn", () => {
  const stamp = "<</Type/Annot/Subtype/Stamp/F 4/Rect[0 0 9 9]/AP<</N 7 0 R>>/OC 6 0 R>>";
  const more = [
    stamp,
    "<</Type/OCG/Name(L)>>",
    "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<>>/Length 0>>\nstream\n\nendstream",
  ];
  const read = (off: string) =>
    readForeignPdf(pdfOf({ page: `${BOX}/Annots[5 0 R]`, catalog: `/OCProperties<</OCGs[6 0 R]/D<<${off}>>>>`, more }));
  for (const [off, count] of [
    ["", 1],
    ["/OFF[6 0 R]", 0],
  ] as const) {
    const pdf = read(off);
    if ("reason" in pdf) throw new Error(pdf.reason);
    expect(copyPage(pdf).objects.filter(({ data }) => data.Subtype === "Form")).toHaveLength(count);
  }
});
