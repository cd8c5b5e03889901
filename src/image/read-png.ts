/**
 * PNG → picture. pdfkit mistreats transparency of fewer than 8 bits, 16-bit colour keys and suggested palettes, writes
 * interlaced files wrong below 8 bits, and unpacks alpha asynchronously, so that bytes differ from run to run. So every
 * file that is not plain is written anew: 8 bits, on white as on paper, without interlacing. Other chunks are dropped.
 */

import { crc32, inflateSync } from "node:zlib";
import { diagnose } from "../diagnostics/catalogue.ts";
import type { Place, Result } from "../model/diagnostic.ts";
import type { RasterImage } from "../model/image.ts";
import { MAX_PIXELS, pointsOf } from "./limits.ts";
import { flatten, type PngHeader, passesOf, unfilter } from "./png-pixels.ts";
import { packPixels, writePng } from "./write-png.ts";

const SIGNATURE_LENGTH = 8;

/** Bit depths for each colour type (ISO/IEC 15948, table 11.1). */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** Reads a PNG. */
export function readPng(bytes: Uint8Array, place: Place | undefined, name: string): Result<RasterImage> {
  const damaged = (what: "incomplete" | "broken"): Result<RasterImage> => ({
    diagnostics: [diagnose("image-damaged", { name, what }, place)],
  });
  const chunks = readChunks(bytes);
  if (typeof chunks === "string") return damaged(chunks);
  const header = readHeader(chunks);
  if (!header) return damaged("broken");
  if (header.width * header.height > MAX_PIXELS) {
    const size = `${header.width} × ${header.height} Pixel`;
    return { diagnostics: [diagnose("image-too-large", { name, size, limit: `${MAX_PIXELS / 1e6} MP` }, place)] };
  }
  const compressed = Buffer.concat(chunks.filter((chunk) => chunk.type === "IDAT").map((chunk) => chunk.data));
  const passes = passesOf(header);
  const expected = passes.reduce((sum, pass) => sum + pass.height * (1 + pass.rowBytes), 0);
  let raw: Uint8Array;
  try {
    raw = inflateSync(compressed, { maxOutputLength: expected });
  } catch {
    return damaged("broken");
  }
  if (raw.length < expected) return damaged("incomplete");
  const plain = !header.interlaced && header.depth <= 8 && header.transparency === undefined && header.colorType < 4;
  const pixels = unfilter(raw, passes, header);
  if (!pixels) return damaged("broken");
  const data = plain ? writePng(header, compressed) : packPixels(flatten(pixels, header));
  const { horizontal, vertical } = densityOf(chunks);
  const value: RasterImage = {
    type: "png",
    data,
    width: pointsOf(header.width, horizontal),
    height: pointsOf(header.height, vertical),
    orientation: 1,
  };
  return { value, diagnostics: [] };
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function readChunks(bytes: Uint8Array): readonly Chunk[] | "incomplete" | "broken" {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_LENGTH; ; ) {
    if (at + 12 > file.length) return "incomplete";
    const length = file.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > file.length) return "incomplete";
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) return "broken";
    const type = file.toString("latin1", at + 4, at + 8);
    if (type === "IEND") return chunks;
    chunks.push({ type, data: file.subarray(at + 8, end) });
    at = end + 4;
  }
}

function readHeader(chunks: readonly Chunk[]): PngHeader | undefined {
  const first = chunks[0];
  if (first?.type !== "IHDR" || first.data.length !== 13) return undefined;
  const [depth = 0, colorType = 0, compression = 0, filter = 0, interlace = 0] = first.data.subarray(8);
  const [width, height] = [first.data.readUInt32BE(0), first.data.readUInt32BE(4)];
  if (width === 0 || height === 0 || compression !== 0 || filter !== 0 || interlace > 1) return undefined;
  if (!DEPTHS[colorType]?.includes(depth)) return undefined;
  const palette = colorType === 3 ? chunks.find((chunk) => chunk.type === "PLTE")?.data : undefined;
  const wrongPalette =
    palette === undefined || palette.length === 0 || palette.length % 3 !== 0 || palette.length > 768;
  if (colorType === 3 && wrongPalette) return undefined;
  const transparency = colorType < 4 ? chunks.find((chunk) => chunk.type === "tRNS")?.data : undefined;
  if (transparency && transparency.length < (colorType === 3 ? 1 : colorType === 2 ? 6 : 2)) return undefined;
  return { width, height, depth, colorType, interlaced: interlace === 1, palette, transparency };
}

function densityOf(chunks: readonly Chunk[]): { horizontal?: number; vertical?: number } {
  const physical = chunks.find(
    (chunk) => chunk.type === "pHYs" && chunk.data.length === 9 && chunk.data[8] === 1,
  )?.data;
  if (!physical) return {};
  const perInch = (at: number): number => Math.round(physical.readUInt32BE(at) * 0.0254 * 10) / 10;
  return { horizontal: perInch(0), vertical: perInch(4) };
}
