/** Fails when the inner parts of pdfmake and pdfkit that `src/pdf` builds on no longer look as they did. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import {
  DocMeasure,
  DocumentContext,
  LayoutBuilder,
  Line,
  PageElementWriter,
  PDFDocument,
  Renderer,
  SVGMeasure,
  TableProcessor,
  TextBreaker,
} from "../../src/pdf/pdfmake-classes.ts";
import { fonts } from "./theme.ts";

const require = createRequire(import.meta.url);

function methods(type: object): string[] {
  return Object.getOwnPropertyNames((type as { readonly prototype: object }).prototype);
}

it.each([
  ["pdfmake", "0.3.11"],
  ["pdfkit", "0.19.1"],
  ["fontkit", "2.0.4"],
])("%s is pinned to %s", (name, version) => {
  const wanted = require("../../package.json") as Record<string, Record<string, string>>;
  expect({ ...wanted.dependencies, ...wanted.devDependencies }[name]).toBe(version);
  const path = require.resolve(name).replace(new RegExp(`(node_modules/${name})/.*`), "$1/package.json");
  expect((require(path) as { version: string }).version).toBe(version);
});

describe("pdfmake's classes have the methods that are overridden or called", () => {
  it.each([
    [
      "LayoutBuilder",
      LayoutBuilder,
      [
        "processNode",
        "processVerticalContainer",
        "processLeaf",
        "processTable",
        "processRow",
        "processImage",
        "processSVG",
        "processCanvas",
        "_findSameRowPageBreakByRowSpanData",
        "_getPageBreakListBySpan",
      ],
    ],
    ["DocMeasure", DocMeasure, ["measureDocument", "measureNode", "measureTable", "measureImage", "measureSVG"]],
    [
      "PageElementWriter",
      PageElementWriter,
      ["addLine", "addVector", "addFragment", "moveToNextPage", "addPage", "currentBlockToRepeatable"],
    ],
    ["TableProcessor", TableProcessor, ["beginTable", "beginRow", "endRow", "endTable", "drawHorizontalLine"]],
    ["Renderer", Renderer, ["renderPages", "renderLine", "renderVector", "renderImage", "renderSVG"]],
    [
      "DocumentContext",
      DocumentContext,
      ["moveDown", "addMargin", "getCurrentPage", "resetMarginXTopParent", "beginColumnGroup", "completeColumnGroup"],
    ],
    ["Line", Line, ["getHeight", "getAscenderHeight", "getWidth", "clone"]],
    ["SVGMeasure", SVGMeasure, ["measureSVG", "writeDimensions"]],
    ["TextBreaker", TextBreaker, ["getBreaks"]],
  ] as const)("%s", (_name, type, expected) => {
    expect(methods(type)).toEqual(expect.arrayContaining([...expected]));
  });
});

describe("the order in which pdfmake calls", () => {
  const source = (path: string): string => readFileSync(require.resolve(path), "utf8");

  it("is as the table loop copies it", () => {
    const loop = source("pdfmake/js/LayoutBuilder.js");
    const start = loop.indexOf("  processTable(tableNode) {");
    const body = loop.slice(start, loop.indexOf("  // leafs (texts)", start));
    const calls = [
      "processor.beginTable(",
      "processor.beginRow(",
      "this.processRow({",
      "_findSameRowPageBreakByRowSpanData(",
      "_getPageBreakListBySpan(",
      "processor.endRow(",
      "processor.endTable(",
    ];
    const positions = calls.map((call) => body.indexOf(call));
    expect(positions).not.toContain(-1);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });

  const stepsOf = (path: string, from: string, to: string): string => {
    const text = source(path);
    const start = text.indexOf(from);
    expect(start).not.toBe(-1);
    return text.slice(start, text.indexOf(to, start)).replace(/\s+/g, " ");
  };

  it("moves down, or to the next page, by the margins of a node as placing boxes copies it", () => {
    const node = stepsOf("pdfmake/js/LayoutBuilder.js", "  processNode(node", "  snakingAwarePageBreak(");
    for (const [side, other] of [
      [1, "addMargin(margin[0], margin[2])"],
      [3, "addMargin(-margin[0], -margin[2])"],
    ]) {
      expect(node).toContain(`if (availableHeight - margin[${side}] < 0) {`);
      expect(node).toContain(`this.writer.context().moveDown(margin[${side}]);`);
      expect(node).toContain(other);
    }
    expect(node).toContain("this.writer.context().moveDown(availableHeight);");
    expect(node).toContain("this.writer.moveToNextPage(node.pageOrientation);");
  });

  it("measures a stack and margins as measuring boxes copies it", () => {
    const node = stepsOf("pdfmake/js/DocMeasure.js", "  measureNode(node) {", "  measureImageWithDimensions(");
    expect(node).toContain("node._minWidth += margin[0] + margin[2]; node._maxWidth += margin[0] + margin[2];");
    const stack = stepsOf("pdfmake/js/DocMeasure.js", "  measureVerticalContainer(node) {", "  gapSizeForList(");
    expect(stack).toContain("node._minWidth = Math.max(node._minWidth, items[i]._minWidth);");
    expect(stack).toContain("node._maxWidth = Math.max(node._maxWidth, items[i]._maxWidth);");
  });

  it("adds a line as the writer copies it", () => {
    const line = stepsOf("pdfmake/js/ElementWriter.js", "  addLine(line", "  alignLine(");
    expect(line).toContain("if (context.availableHeight < height || !page) { return false; }");
    expect(line).toContain("line.x = context.x + (line.x || 0); line.y = context.y + (line.y || 0);");
    expect(line).toContain("if (!dontUpdateContextPosition) { context.moveDown(height); }");
  });

  it("asks cells for nothing else that placing boxes leaves out", () => {
    const row = stepsOf("pdfmake/js/LayoutBuilder.js", "  processRow({", "  // lists");
    const asked = new Set(Array.from(row.matchAll(/\bcell\.(\w+)/g), ([, name]) => name));
    for (const own of [...asked].filter((name) => name?.startsWith("_"))) asked.delete(own);
    expect([...asked].sort()).toEqual(["colSpan", "positions", "rowSpan", "verticalAlignment"]);
  });

  it("marks repeated table heads by the pages that they are on", () => {
    expect(source("pdfmake/js/PageElementWriter.js")).toContain("rep.insertedOnPages = []");
  });

  it("draws pages item by item", () => {
    const renderer = source("pdfmake/js/Renderer.js");
    for (const call of [
      "this.renderVector(item.item)",
      "this.renderLine(item.item, item.item.x, item.item.y)",
      "this.renderImage(item.item)",
      "this.renderSVG(item.item)",
    ]) {
      expect(renderer).toContain(call);
    }
  });
});

describe("what is done in pdfkit's place", () => {
  const source = readFileSync(require.resolve("pdfkit"), "utf8");
  const between = (start: string, end: string): string => {
    const from = source.indexOf(start);
    expect(from, start).not.toBe(-1);
    return source.slice(from, source.indexOf(end, from));
  };

  it("is writing: only what is replaced writes, and the constructor two lines", () => {
    const replaced = [
      between("class PDFReference extends", "\nfunction PDFNumber("),
      between("  _finalize() {\n", "  toString() {"),
    ];
    const rest = replaced.reduce((text, part) => text.replace(part, ""), source);
    expect(rest.match(/\._write\(.{6}/g)).toEqual(["._write(`%PDF-", "._write('%\\xFF"]);
  });

  it("is ending, in this order", () => {
    const calls = between("  end() {\n    this.flushPages();", "  _finalize() {").match(/[\w.]+\(/g);
    expect(calls?.map((call) => call.slice(0, -1))).toEqual([
      ...["end", "this.flushPages", "this.ref", "String", "this.ref", "entry.end", "this._info.end"],
      ...["font.finalize", "this.endOutline", "this.endMarkings", "this.endSubset", "this.endMetadata"],
      ...["this._root.end", "this._root.data.Pages.end", "this._root.data.Names.end", "this.endAcroForm"],
      ...["this._root.data.ViewerPreferences.end", "this._security.end", "this._finalize"],
    ]);
  });

  it("is numbering objects", () => {
    expect(between("  ref(data) {", "  _read() {")).toBe(`  ref(data) {
    const ref = new PDFReference(this, this._offsets.length + 1, data);
    this._offsets.push(null);
    this._waiting++;
    return ref;
  }
`);
  });

  it("is keeping trees, which pdfkit only adds to and looks into", () => {
    const uses = source.match(/(?<=(?:Dests|ParentTree|getStructParentTree\(\))\.)\w+\(/g);
    expect([...new Set(uses)].sort()).toEqual(["add(", "get("]);
  });
});

describe("pdfkit", () => {
  const document = new PDFDocument(
    {},
    {},
    {},
    {},
    { autoFirstPage: false, font: null, tagged: true, displayTitle: true },
    null,
    () => false,
  );

  it("has the methods that are overridden or called", () => {
    for (const name of [
      "ref",
      "addContent",
      "addPage",
      "flushPages",
      "end",
      "font",
      "fontSize",
      "openImage",
      "annotate",
      "addNamedDestination",
      "getStructTreeRoot",
      "getStructParentTree",
      "createStructParentTreeNextKey",
      "endOutline",
      "endMarkings",
      "endMetadata",
      "save",
      "restore",
      "rotate",
      "transform",
      "path",
      "rect",
      "fill",
      "fillColor",
      "_doOpacity",
    ]) {
      expect(typeof (document as unknown as Record<string, unknown>)[name], name).toBe("function");
    }
  });

  it("has the fields that are read or written", () => {
    expect(document._fontFamilies).toEqual({});
    expect(document._fontCount).toBe(0);
    expect(document._imageRegistry).toEqual({});
    for (const key of ["Pages", "Names", "ViewerPreferences", "MarkInfo", "StructTreeRoot"])
      expect(document._root.data[key], key).toBeDefined();
    expect(document.outline.outlineData).toEqual({});
  });

  it("opens fonts by fontkit, with what is read of them and subsets", () => {
    const { font } = document.font(fonts.text.regular.data)._font;
    const subset = font.createSubset();
    expect(subset.cff).toBeUndefined();
    expect(typeof subset.includeGlyph).toBe("function");
    expect(typeof subset.encode).toBe("function");
    const { bbox, capHeight, xHeight, head, postscriptName } = font;
    expect([bbox.minX, bbox.minY, bbox.maxX, bbox.maxY, capHeight, xHeight].every(Number.isFinite)).toBe(true);
    expect([head.macStyle.italic, postscriptName]).toEqual([false, "NotoSans-Regular"]);
    expect(font.hasGlyphForCodePoint(0x41)).toBe(true);
  });

  it("takes shapes with fontkit's features off", () => {
    const { font } = document.font(fonts.text.regular.data)._font;
    expect(font.layout("ǹ", { ccmp: false }).glyphs).toHaveLength(1);
    expect(font.layout("ǹ").glyphs).toHaveLength(2);
  });
});
