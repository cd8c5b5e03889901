/** Pictures made in code: bytes of PNG and JPEG files as cameras and programs write them. */

import { crc32, deflateSync } from "node:zlib";

/** What a PNG is made of. */
export interface PngRecipe {
  readonly width: number;
  readonly height: number;
  readonly depth?: number;
  readonly colorType?: number;
  readonly interlace?: number;
  /** Unfiltered rows with their filter bytes. */
  readonly rows: readonly number[];
  /** Chunks between header and pixels. */
  readonly chunks?: readonly (readonly [string, readonly number[] | string])[];
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(data.length, 0);
  numbers.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
}

/** A PNG file. */
export function png({
  width,
  height,
  depth = 8,
  colorType = 2,
  interlace = 0,
  rows,
  chunks = [],
}: PngRecipe): Uint8Array {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, depth, colorType, 0, 0, interlace]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    ...chunks.map(([type, data]) =>
      chunk(type, typeof data === "string" ? Buffer.from(data, "latin1") : Buffer.from(data)),
    ),
    chunk("IDAT", deflateSync(Buffer.from(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A JPEG of 8 × 16 red pixels. */
export const TINY_JPEG: Uint8Array = Buffer.from(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQAAgDAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAQG/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AloGiAf/Z",
  "base64",
);

/** Puts segments behind the start of a JPEG. */
export function withSegments(
  jpeg: Uint8Array,
  ...segments: readonly (readonly [marker: number, content: Uint8Array])[]
): Uint8Array {
  const parts = segments.map(([marker, content]) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  });
  return Buffer.concat([jpeg.subarray(0, 2), ...parts, jpeg.subarray(2)]);
}

/** Content of an EXIF segment with orientation, 300 dpi and a place that must not be published. */
export function exif(orientation: number): Uint8Array {
  const bytes = Buffer.alloc(80);
  bytes.write("Exif\0\0II*\0\x08\0\0\0\x03\0", "latin1");
  const entry = (at: number, tag: number, type: number, value: number): void => {
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(1, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  };
  entry(16, 0x0112, 3, orientation);
  entry(28, 0x011a, 5, 50);
  entry(40, 0x011b, 5, 50);
  bytes.writeUInt32LE(300, 56);
  bytes.writeUInt32LE(1, 60);
  bytes.write("GPS 51.1 N 7.2 E", 64, "latin1");
  return bytes;
}
