/** Writes the plainest PNG: header, palette, pixels, end. */

import { crc32, deflateSync } from "node:zlib";
import type { FlatPixels, PngHeader } from "./png-pixels.ts";

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** A PNG of pixels that are compressed already. */
export function writePng(
  header: Pick<PngHeader, "width" | "height" | "depth" | "colorType" | "palette">,
  compressed: Uint8Array,
): Uint8Array {
  const start = Buffer.alloc(13);
  start.writeUInt32BE(header.width, 0);
  start.writeUInt32BE(header.height, 4);
  start[8] = header.depth;
  start[9] = header.colorType;
  const chunks = [chunk("IHDR", start)];
  if (header.palette) chunks.push(chunk("PLTE", header.palette));
  chunks.push(chunk("IDAT", compressed), chunk("IEND", new Uint8Array()));
  return new Uint8Array(Buffer.concat([SIGNATURE, ...chunks]));
}

/** A PNG of flat pixels. Each row says how it differs from the one above, which suits drawings and photographs alike. */
export function packPixels({ width, height, channels, data }: FlatPixels): Uint8Array {
  const rowBytes = width * channels;
  const filtered = new Uint8Array(height * (rowBytes + 1));
  for (let row = 0; row < height; row++) {
    const target = row * (rowBytes + 1);
    filtered[target] = 2;
    for (let column = 0; column < rowBytes; column++) {
      const above = row > 0 ? (data[(row - 1) * rowBytes + column] ?? 0) : 0;
      filtered[target + 1 + column] = (data[row * rowBytes + column] ?? 0) - above;
    }
  }
  return writePng(
    { width, height, depth: 8, colorType: channels === 1 ? 0 : 2, palette: undefined },
    deflateSync(filtered),
  );
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
