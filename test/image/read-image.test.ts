import { inflateSync } from "node:zlib";
// @ts-expect-error: the package has no types, and only two of its functions are called.
import PDFDocument from "pdfkit";
import { describe, expect, test } from "vitest";
import { readImage } from "../../src/image/read-image.ts";
import type { RasterImage } from "../../src/model/image.ts";
import { exif, png, TINY_JPEG, withSegments } from "./pictures.ts";

const place = { file: "content/antrag.md", line: 3, column: 1 };

function read(bytes: Uint8Array) {
  return readImage(bytes, place, "content/bild");
}

function readRaster(bytes: Uint8Array): RasterImage {
  const { value, diagnostics } = read(bytes);
  expect(diagnostics).toEqual([]);
  if (!value || value.type === "svg") throw new Error("no raster image");
  return value;
}

function codes(bytes: Uint8Array): readonly string[] {
  return read(bytes).diagnostics.map((diagnostic) => diagnostic.code);
}

function svg(content: string, attributes = 'viewBox="0 0 40 20"'): Uint8Array {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`,
  );
}

/** The pixels as pdfkit's own decoder would hand them to a PDF: embedding is done at once, so that bytes are the same every time. */
function embed(image: RasterImage): { width: number; height: number; finished: boolean } {
  const pdf = new PDFDocument({ autoFirstPage: false });
  const opened = pdf.openImage(Buffer.from(image.data));
  opened.embed(pdf);
  return { width: opened.width, height: opened.height, finished: opened.imgData === null || opened.data === null };
}

describe("formats", () => {
  test.each([
    ["GIF", "GIF89a\x01\0\x01\0"],
    ["WebP", "RIFF\x10\0\0\0WEBPVP8 "],
    ["TIFF", "II*\0\x08\0\0\0"],
    ["PDF", "%PDF-1.7"],
    ["HEIC", "\0\0\0\x18ftypheic"],
    ["BMP", "BM\x46\0\0\0\0\0\0\0"],
  ])("%s is named, and what to do", (name, start) => {
    const [diagnostic] = read(Buffer.from(start, "latin1")).diagnostics;
    expect(diagnostic?.code).toBe("image-format");
    expect(diagnostic?.message.de).toContain(name);
    expect(diagnostic?.help.de).toContain("Speichern Sie das Bild als PNG oder JPEG");
    expect(diagnostic?.place).toEqual(place);
  });

  test("no picture at all", () => {
    expect(codes(Buffer.from("Guten Tag"))).toEqual(["image-format"]);
    expect(codes(new Uint8Array())).toEqual(["image-format"]);
  });
});

describe("PNG", () => {
  const red = { width: 1, height: 1, rows: [0, 255, 0, 0] };

  test("size in points: 96 dpi unless the file says otherwise", () => {
    expect(readRaster(png(red))).toMatchObject({ type: "png", width: 0.75, height: 0.75, orientation: 1 });
    const density = [0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]; // 11811 pixels per metre: 300 dpi
    expect(readRaster(png({ ...red, chunks: [["pHYs", density]] })).width).toBeCloseTo(0.24, 3);
  });

  test("texts in the file are not published", () => {
    const image = readRaster(
      png({
        ...red,
        chunks: [
          ["tEXt", "Author\0Frau Beispiel"],
          ["eXIf", "GPS"],
        ],
      }),
    );
    expect(Buffer.from(image.data).toString("latin1")).not.toMatch(/Beispiel|GPS/);
  });

  test.each([
    [
      "RGB with alpha",
      { width: 2, height: 1, colorType: 6, rows: [0, 255, 0, 0, 255, 0, 0, 0, 0] },
      [255, 0, 0, 255, 255, 255],
    ],
    ["grey with alpha", { width: 2, height: 1, colorType: 4, rows: [0, 0, 255, 0, 0] }, [0, 255]],
    ["16 bits", { width: 1, height: 1, depth: 16, rows: [0, 255, 255, 128, 0, 0, 0] }, [255, 128, 0]],
    [
      "16 bits, colour key",
      { width: 1, height: 1, depth: 16, rows: [0, 1, 2, 3, 4, 5, 6], chunks: [["tRNS", [1, 2, 3, 4, 5, 6]]] },
      [255, 255, 255],
    ],
    [
      "grey, colour key, 2 bits",
      { width: 4, height: 1, depth: 2, colorType: 0, rows: [0, 0b00_01_10_11], chunks: [["tRNS", [0, 1]]] },
      [0, 255, 170, 255],
    ],
    [
      "palette of 1 bit, transparent",
      {
        width: 2,
        height: 1,
        depth: 1,
        colorType: 3,
        rows: [0, 0b01_000000],
        chunks: [
          ["PLTE", [10, 20, 30, 40, 50, 60]],
          ["tRNS", [0]],
        ],
      },
      [255, 255, 255, 40, 50, 60],
    ],
    [
      "interlaced",
      { width: 2, height: 2, depth: 8, colorType: 0, interlace: 1, rows: [0, 1, 0, 2, 0, 3, 4] },
      [1, 2, 3, 4],
    ],
  ] as const)("%s is laid on white in 8 bits", (_, recipe, expected) => {
    const image = readRaster(png(recipe));
    expect(embed(image)).toEqual({ width: recipe.width, height: recipe.height, finished: true });
    const again = readRaster(image.data);
    expect(again.data).toEqual(image.data);
    expect(pixelsOf(image.data)).toEqual([...expected]);
  });

  test("filters are undone", () => {
    const rows = [1, 10, 20, 30, 5, 5, 5, 3, 1, 1, 1, 1, 1, 1, 4, 9, 9, 9, 9, 9, 9];
    const plain = pixelsOf(readRaster(png({ width: 2, height: 3, rows })).data);
    expect(plain).toEqual([10, 20, 30, 15, 25, 35, 6, 11, 16, 11, 19, 26, 15, 20, 25, 24, 29, 35]);
  });

  test("a suggested palette does not turn colours into indices", () => {
    const image = readRaster(png({ ...red, chunks: [["PLTE", [1, 2, 3]]] }));
    expect(Buffer.from(image.data).includes("PLTE")).toBe(false);
  });

  test("cut off, altered, or contradictory", () => {
    const good = png({ width: 4, height: 4, rows: Array(4 * 13).fill(0) });
    for (const length of [9, 30, good.length - 20, good.length - 1])
      expect(codes(good.subarray(0, length))).toEqual(["image-damaged"]);
    const altered = Buffer.from(good);
    altered[45] = (altered[45] ?? 0) ^ 1;
    expect(codes(altered)).toEqual(["image-damaged"]);
    expect(codes(png({ width: 4, height: 5, rows: Array(4 * 13).fill(0) }))).toEqual(["image-damaged"]);
    expect(codes(png({ ...red, rows: [9, 1, 2, 3] }))).toEqual(["image-damaged"]);
    expect(codes(png({ ...red, depth: 4 }))).toEqual(["image-damaged"]);
    expect(codes(png({ ...red, colorType: 3, rows: [0, 0] }))).toEqual(["image-damaged"]);
    expect(codes(png({ ...red, width: 0 }))).toEqual(["image-damaged"]);
  });

  test("a picture that would fill the memory is refused before it is unpacked", () => {
    expect(codes(png({ ...red, width: 100_000, height: 100_000 }))).toEqual(["image-too-large"]);
  });
});

/** Reads back what a plain PNG shows, with the program's own reader of rows. */
function pixelsOf(data: Uint8Array): number[] {
  const chunks = Buffer.from(data);
  const width = chunks.readUInt32BE(16);
  const channels = chunks[25] === 0 ? 1 : 3;
  const length = chunks.readUInt32BE(33);
  const raw = inflateSync(chunks.subarray(41, 41 + length));
  const pixels: number[] = [];
  const rowBytes = width * channels;
  for (let at = 0; at < raw.length; at += rowBytes + 1) {
    for (let column = 0; column < rowBytes; column++) {
      const here = pixels.length;
      const left = column >= channels ? (pixels[here - channels] ?? 0) : 0;
      const up = at > 0 ? (pixels[here - rowBytes] ?? 0) : 0;
      const corner = at > 0 && column >= channels ? (pixels[here - rowBytes - channels] ?? 0) : 0;
      const paeth = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
      const nearest = [left, up, corner][paeth.indexOf(Math.min(...paeth))] ?? 0;
      const predicted = [0, left, up, (left + up) >> 1, nearest][raw[at] ?? 0] ?? 0;
      pixels.push(((raw[at + 1 + column] ?? 0) + predicted) & 255);
    }
  }
  return pixels;
}

describe("JPEG", () => {
  test("size from EXIF where there is no other, turned as it is to be seen", () => {
    expect(readRaster(TINY_JPEG)).toMatchObject({ type: "jpeg", width: 6, height: 12, orientation: 1 });
    const turned = readRaster(withSegments(TINY_JPEG, [0xe1, exif(6)]));
    expect(turned.orientation).toBe(6);
    expect([turned.width, turned.height].map((value) => Math.round(value * 100) / 100)).toEqual([3.84, 1.92]);
  });

  test("nothing is published but the picture and how it is turned", () => {
    const file = withSegments(
      TINY_JPEG,
      [0xe1, exif(6)],
      [0xfe, Buffer.from("Frau Beispiel")],
      [0xed, Buffer.from("Photoshop Ort")],
    );
    const image = readRaster(Buffer.concat([file, Buffer.from("Film nach dem Ende")]));
    expect(Buffer.from(image.data).toString("latin1")).not.toMatch(/GPS|Beispiel|Ort|Film/);
    const opened = new PDFDocument({ autoFirstPage: false }).openImage(Buffer.from(image.data));
    expect(opened).toMatchObject({ orientation: 6, width: 8, height: 16, colorSpace: "DeviceRGB", bits: 8 });
    expect(embed(image).finished).toBe(true);
  });

  test.each([
    ["cmyk", 0xc0, 8, 4],
    ["depth", 0xc1, 12, 3],
    ["arithmetic", 0xc9, 8, 3],
    ["lossless", 0xc3, 8, 3],
  ])("%s cannot be printed, and why is said", (reason, marker, depth, channels) => {
    const file = Buffer.from(TINY_JPEG);
    const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
    file[frame + 1] = marker;
    file[frame + 4] = depth;
    file[frame + 9] = channels;
    const [diagnostic] = read(file).diagnostics;
    expect(diagnostic?.code).toBe("image-unprintable");
    expect(diagnostic?.message.de).toContain(
      { cmyk: "CMYK", depth: "8 Bit", arithmetic: "arithmetisch", lossless: "verlustfrei" }[reason],
    );
  });

  test("cut off anywhere", () => {
    for (let length = 3; length < TINY_JPEG.length; length += 7)
      expect(codes(TINY_JPEG.subarray(0, length))).toEqual(["image-damaged"]);
  });
});

describe("SVG", () => {
  test("size in points", () => {
    const size = (attributes: string) => {
      const { value } = read(svg("", attributes));
      return value && [value.width, value.height].map((points) => Math.round(points * 1000) / 1000);
    };
    expect(size('viewBox="0 0 40 20"')).toEqual([30, 15]);
    expect(size('width="40" height="20px"')).toEqual([30, 15]);
    expect(size('width="25.4mm" height="2.54cm"')).toEqual([72, 72]);
    expect(size('width="1in" viewBox="0 0 2 1"')).toEqual([72, 36]);
    expect(size('width="100%" height="100%" viewBox="0 0 2 1"')).toEqual([1.5, 0.75]);
    expect(codes(svg("", ""))).toEqual(["svg-size"]);
  });

  test("what drawing programs write comes through without what they add", () => {
    const { value, diagnostics } = read(
      Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Frau Beispiel --><svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="s" sodipodi:docname="C:\\geheim.svg" viewBox="0 0 10 10" version="1.1">
<style type="text/css">.a{fill:#123456;} .b,.c{stroke:none}</style><sodipodi:namedview id="x"/><metadata>Frau Beispiel</metadata>
<defs><linearGradient id="g"><stop offset="0" style="stop-color:#fff;stop-opacity:1"/></linearGradient><linearGradient id="h" xlink:href="#g"/></defs>
<path class="a b" d="M0 0h5z" style="font-size:12px;fill-rule:evenodd"/><rect width="5" height="5" fill="url(#h)"/></svg>`),
    );
    expect(diagnostics).toEqual([]);
    const source = value?.type === "svg" ? value.source : "";
    expect(source).toContain('<path d="M0 0h5z" fill="#123456" stroke="none" fill-rule="evenodd">');
    expect(source).toContain('<rect width="5" height="5" fill="url(#h)">');
    expect(source).not.toMatch(/Beispiel|geheim|class|style|font/);
  });

  test.each([
    ["<text>Kreis</text>", "svg-element", "Pfade"],
    ["<script>x</script>", "svg-element", "PNG"],
    ["<foreignObject/>", "svg-element", "PNG"],
    ['<use xlink:href="#a"/>', "svg-element", "Klon"],
    ['<image href="a.png"/>', "svg-element", "PNG"],
    ["<animate/>", "svg-element", "PNG"],
    ["<style>@import url(a.css);</style>", "svg-element", "PNG"],
    ['<g onclick="a()"/>', "svg-attribute", "PNG"],
    ['<path filter="url(#a)"/>', "svg-attribute", "PNG"],
    ['<path fill="url(http://a.example/#b)"/>', "svg-attribute", "PNG"],
    ['<path fill="url(#fehlt)"/>', "svg-attribute", "PNG"],
    ['<path style="fill:expression(1)"/>', "svg-attribute", "PNG"],
    ['<linearGradient id="a" xlink:href="#b"/><linearGradient id="b" xlink:href="#a"/>', "svg-attribute", "PNG"],
    ['<linearGradient xlink:href="#a"/><path id="a"/>', "svg-attribute", "PNG"],
    ['<path xlink:href="#a"/><linearGradient id="a"/>', "svg-attribute", "PNG"],
    ['<clipPath id="a" clip-path="url(#b)"/><clipPath id="b" style="clip-path:url(#a)"/>', "svg-attribute", "PNG"],
    ['<clipPath id="a"><path clip-path="url(#b)"/></clipPath><clipPath id="b"/>', "svg-attribute", "PNG"],
    ['<radialGradient r="-5"/>', "svg-attribute", "PNG"],
    ['<path fill="windowtext"/>', "svg-attribute", "PNG"],
    ['<path style="fill:initial"/>', "svg-attribute", "PNG"],
    ['<path fill="rgb(300,0,0)"/>', "svg-attribute", "PNG"],
    ['<path fill="rgb(10%,20,30%)"/>', "svg-attribute", "PNG"],
    ['<g transform="scale(1000)"><g transform="scale(1000) scale(2)"/></g>', "svg-attribute", "PNG"],
    ['<linearGradient gradientTransform="skewX(90)"/>', "svg-attribute", "PNG"],
    [`${'<g opacity=".5">'.repeat(24)}<path/>${"</g>".repeat(24)}`, "svg-element", "Gruppen auf"],
  ])("%s", (content, code, help) => {
    const { value, diagnostics } = read(svg(`\n  ${content}`));
    expect(value).toBeUndefined();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(diagnostics[0]?.help.de).toContain(help);
    expect(diagnostics[0]?.place).toMatchObject({ file: "content/bild", line: 2 });
  });

  const written = (content: string, attributes?: string): string => {
    const { value, diagnostics } = read(svg(content, attributes));
    expect(diagnostics).toEqual([]);
    return value?.type === "svg" ? value.source.replace(/^<svg[^>]*>|<\/svg>$/g, "") : "";
  };

  test("a gradient has itself what it takes over from others", () => {
    const stops = '<stop offset="0" stop-color="red"></stop><stop offset="1"></stop>';
    const vector = `<linearGradient id="a" x1="3" gradientUnits="userSpaceOnUse">${stops}</linearGradient>`;
    expect(written(`${vector}<radialGradient id="b" r="5" xlink:href="#a"/>`)).toBe(
      `${vector}<radialGradient id="b" r="5" gradientUnits="userSpaceOnUse">${stops}</radialGradient>`,
    );
    expect(written(`${vector}<linearGradient id="b" x1="4" href="#c"/><linearGradient id="c" y1="5" href="#a"/>`)).toBe(
      `${vector}<linearGradient id="b" x1="4" y1="5" gradientUnits="userSpaceOnUse">${stops}</linearGradient>` +
        `<linearGradient id="c" y1="5" x1="3" gradientUnits="userSpaceOnUse">${stops}</linearGradient>`,
    );
    const own = '<stop stop-color="blue"></stop>';
    expect(written(`${vector}<radialGradient href="#a">${own}</radialGradient>`)).toContain(
      `<radialGradient gradientUnits="userSpaceOnUse">${own}</radialGradient>`,
    );
  });

  test("dashes without length are dots where lines end round", () => {
    expect(written('<path stroke-dasharray="0,4" stroke-linecap="round"/>')).toContain('stroke-dasharray="0.001 4"');
    expect(written('<g style="stroke-linecap:square"><path stroke-dasharray="0 4px 2 4"/></g>')).toContain(
      'stroke-dasharray="0.001 4px 2 4"',
    );
    for (const dashes of ["0,4", "0"]) expect(written(`<path stroke-dasharray="${dashes}"/>`)).toContain(`"${dashes}"`);
    expect(written('<path stroke-dasharray="0 0" stroke-linecap="round"/>')).toContain('"0 0"');
  });

  test("groups that say nothing are left out, however many", () => {
    expect(written(`${'<g id="Ebene">'.repeat(60)}<path/>${"</g>".repeat(60)}<g opacity="1"><g><path/></g></g>`)).toBe(
      '<path></path><g opacity="1"><path></path></g>',
    );
  });

  test("what holds for the whole picture and the painter does not understand", () => {
    expect(codes(svg("", 'viewBox="0 0 4 2" transform="scale(2)"'))).toEqual(["svg-attribute"]);
    expect(codes(svg('<clipPath id="a"/>', 'viewBox="0 0 4 2" clip-path="url(#a)"'))).toEqual(["svg-attribute"]);
    expect(codes(svg("", 'viewBox="0 0 1e-9 1e-9" width="5" height="5"'))).toEqual(["svg-attribute"]);
    for (const nothing of ["", "rotate(0)matrix(1, 0, 0, 1, 0, 0)", "translate(0 0) scale(1)"])
      expect(codes(svg("", `viewBox="0 0 4 2" clip-path="none" transform="${nothing}"`))).toEqual([]);
  });

  test("colours as drawing programs write them", () => {
    for (const color of ["#a1B", "#a1b2C3", "rgb(0, 25,255)", "rgb(12.5%,100%,0%)", "rebeccapurple", "currentColor"])
      expect(codes(svg(`<path fill="${color}"/>`)), color).toEqual([]);
    expect(written('<path stroke="currentcolor"/>')).toContain('stroke="currentColor"');
    expect(
      codes(svg('<g color="transparent"/><linearGradient><stop stop-color="transparent"/></linearGradient>')),
    ).toEqual([]);
  });

  test("lists of numbers, however written", () => {
    const lists = ["", "1,2 3,4", " 1-2.5.5 ,+3e-1 ", "1 2\n3 4.", "1e5 2.5e5", "1.2e+03-4e+06"];
    for (const list of lists)
      expect(codes(svg(`<polyline points="${list}" stroke-dasharray="4.5.5, 2px 10%"/>`))).toEqual([]);
    expect(codes(svg(`<polyline points="${"10.25,20.75 ".repeat(2000)}30.5,NaN"/>`))).toEqual(["svg-attribute"]);
    expect(codes(svg(`<line stroke-dasharray="${"10.25px ".repeat(2000)}3em"/>`))).toEqual(["svg-attribute"]);
    expect(codes(svg('<line stroke-dasharray=""/>'))).toEqual(["svg-attribute"]);
  });

  test("paths, of whose commands none lacks a number", () => {
    const paths = [
      "",
      " M 1 2 L 3. 4 ",
      "M0,0L10-5.5.5.5z m1 1 2 2",
      "M1e3 2E-2h5V6c1 2 3 4 5 6,7 8 9 10 11 12a1 1 0 011 1",
    ];
    for (const path of paths) expect(codes(svg(`<path d="${path}"/>`)), path).toEqual([]);
    const broken = [
      "L1 1",
      "M1",
      "M1 2L",
      "M1 2L3",
      "M1 2H",
      "M0 0C1 2 3 4 5",
      "M0 0A1 1 0 2 1 3 3",
      "M0 0 1 NaN",
      "M0 0L1e30 1",
      "M0 0L9e9 1",
    ];
    for (const path of broken) expect(codes(svg(`<path d="${path}"/>`)), path).toEqual(["svg-attribute"]);
    expect(codes(svg(`<path d="M0 0${" 10.25 20.75".repeat(200_000)} 3"/>`))).toEqual(["svg-attribute"]);
    expect(codes(svg('<polygon points="1 2 3"/>'))).toEqual(["svg-attribute"]);
    expect(codes(svg('<g transform="translate(1-)"/>'))).toEqual(["svg-attribute"]);
  });

  test("the place is that of the attribute", () => {
    expect(read(svg('\n<g id="a" onload="b()"/>')).diagnostics[0]?.place).toEqual({
      file: "content/bild",
      line: 2,
      column: 11,
      length: 6,
    });
  });

  test("no well-formed XML", () => {
    expect(codes(svg("<g><path></g>"))).toEqual(["image-damaged"]);
    expect(codes(svg("<g/>").subarray(0, -7))).toEqual(["image-damaged"]);
    expect(codes(Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1">&a;</svg>'))).toEqual([
      "image-damaged",
    ]);
    expect(codes(Buffer.from("<svg viewBox='0 0 1 1'>\xe4</svg>", "latin1"))).toEqual(["image-damaged"]);
    expect(codes(svg("<g>".repeat(5000) + "</g>".repeat(5000)))).toEqual(["image-damaged"]);
  });
});
