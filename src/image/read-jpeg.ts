/**
 * JPEG → picture. PDF viewers read baseline and progressive files of 8 bits; CMYK is not allowed in PDF/A beside sRGB.
 * Every segment that is not needed to decode the picture is dropped (EXIF with its place and names, XMP, previews,
 * comments), and so is what follows the end, where telephones keep films.
 */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Place, Result } from "../model/diagnostic.ts";
import type { RasterImage } from "../model/image.ts";
import { type Exif, orientationBlock, readExif } from "./exif.ts";
import { MAX_PIXELS, pointsOf } from "./limits.ts";

interface Segment {
  readonly marker: number;
  /** With marker, length and, for a scan, the coded pixels that follow it. */
  readonly bytes: Buffer;
  readonly content: Buffer;
}

const SCAN = 0xda;
const QUANTIZATION = 0xdb;
const HUFFMAN = 0xc4;

/** Needed to decode: Huffman and quantization tables, restart interval, scans. */
const KEPT: ReadonlySet<number> = new Set([HUFFMAN, QUANTIZATION, 0xdd, SCAN]);

/** Reads a JPEG. */
export function readJpeg(bytes: Uint8Array, place: Place | undefined, name: string): Result<RasterImage> {
  const damaged = (what: "incomplete" | "broken"): Result<RasterImage> => ({
    diagnostics: [diagnose("image-damaged", { name, what }, place)],
  });
  const segments = readSegments(bytes);
  if (typeof segments === "string") return damaged(segments);
  const frames = segments.filter(({ marker }) => isFrame(marker));
  const frame = frames[0];
  if (!frame || frame.content.length < 6) return damaged("broken");
  const reason = unprintable(frame);
  if (reason) return { diagnostics: [diagnose("image-unprintable", { name, reason }, place)] };
  const height = frame.content.readUInt16BE(1);
  const width = frame.content.readUInt16BE(3);
  const channels = frame.content[5] ?? 0;
  const has = (marker: number): boolean => segments.some((segment) => segment.marker === marker);
  const complete = has(SCAN) && has(QUANTIZATION) && has(HUFFMAN) && frame.content.length === 6 + channels * 3;
  if (frames.length > 1 || width === 0 || height === 0 || (channels !== 1 && channels !== 3) || !complete)
    return damaged("broken");
  if (width * height > MAX_PIXELS) {
    return {
      diagnostics: [
        diagnose(
          "image-too-large",
          { name, size: `${width} × ${height} Pixel`, limit: `${MAX_PIXELS / 1e6} MP` },
          place,
        ),
      ],
    };
  }
  const exif = segments.flatMap(({ marker, content }) => (marker === 0xe1 ? (readExif(content) ?? []) : []))[0];
  const orientation = exif?.orientation ?? 1;
  const turned = orientation > 4;
  const { horizontal, vertical } = densityOf(segments, exif);
  const size = [pointsOf(width, horizontal), pointsOf(height, vertical)] as const;
  const parts: Buffer[] = [Buffer.from([0xff, 0xd8])];
  if (orientation !== 1) parts.push(segmentOf(0xe1, orientationBlock(orientation)));
  if (channels === 3) parts.push(segmentOf(0xee, colorBlock(segments, frame)));
  parts.push(...segments.filter(({ marker }) => KEPT.has(marker) || isFrame(marker)).map((segment) => segment.bytes));
  parts.push(Buffer.from([0xff, 0xd9]));
  const data = new Uint8Array(Buffer.concat(parts));
  return {
    value: { type: "jpeg", data, width: turned ? size[1] : size[0], height: turned ? size[0] : size[1], orientation },
    diagnostics: [],
  };
}

function readSegments(bytes: Uint8Array): readonly Segment[] | "incomplete" | "broken" {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments: Segment[] = [];
  for (let at = 2; ; ) {
    while (file[at] === 0xff && file[at + 1] === 0xff) at++; // fill bytes
    if (at + 2 > file.length) return "incomplete";
    const marker = file[at + 1] ?? 0;
    if (file[at] !== 0xff || marker === 0 || (marker >= 0xd0 && marker <= 0xd8)) return "broken";
    if (marker === 0xd9) return segments;
    if (at + 4 > file.length) return "incomplete";
    const contentEnd = at + 2 + file.readUInt16BE(at + 2);
    if (contentEnd > file.length) return "incomplete";
    if (contentEnd < at + 4) return "broken";
    const end = marker === SCAN ? endOfScan(file, contentEnd) : contentEnd;
    if (end === undefined) return "incomplete";
    segments.push({ marker, bytes: file.subarray(at, end), content: file.subarray(at + 4, contentEnd) });
    at = end;
  }
}

/** Coded pixels end at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(file: Buffer, start: number): number | undefined {
  for (let at = file.indexOf(0xff, start); at !== -1; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1];
    if (next === undefined) return undefined;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return undefined;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== HUFFMAN && marker !== 0xc8 && marker !== 0xcc;
}

function unprintable({ marker, content }: Segment): "cmyk" | "arithmetic" | "lossless" | "depth" | undefined {
  if (marker === 0xc9 || marker === 0xca || marker === 0xcb || marker >= 0xcd) return "arithmetic";
  if (marker > 0xc2) return "lossless";
  if (content[0] !== 8) return "depth";
  return content[5] === 4 ? "cmyk" : undefined;
}

/** Adobe's segment says whether the colours are YCbCr. Files without it are guessed as libjpeg does, once for all readers. */
function colorBlock(segments: readonly Segment[], frame: Segment): Buffer {
  const adobe = segments.find(
    ({ marker, content }) => marker === 0xee && content.length >= 12 && content.toString("latin1", 0, 5) === "Adobe",
  );
  const jfif = segments.some(({ marker, content }) => marker === 0xe0 && content.toString("latin1", 0, 5) === "JFIF\0");
  const letters = [6, 9, 12].map((at) => String.fromCharCode(frame.content[at] ?? 0)).join("");
  const rgb = !jfif && (adobe ? adobe.content[11] === 0 : letters === "RGB");
  return Buffer.concat([Buffer.from("Adobe\0\x64\0\0\0\0", "latin1"), Buffer.from([rgb ? 0 : 1])]);
}

function segmentOf(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

function densityOf(
  segments: readonly Segment[],
  exif: Exif | undefined,
): { horizontal?: number | undefined; vertical?: number | undefined } {
  const jfif = segments.find(
    ({ marker, content }) => marker === 0xe0 && content.length >= 12 && content.toString("latin1", 0, 5) === "JFIF\0",
  );
  const unit = jfif?.content[7];
  if (!jfif || (unit !== 1 && unit !== 2)) return exif ?? {};
  const inch = unit === 2 ? 2.54 : 1;
  return { horizontal: jfif.content.readUInt16BE(8) * inch, vertical: jfif.content.readUInt16BE(10) * inch };
}
