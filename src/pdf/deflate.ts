/** Packs bytes for streams of a PDF (zlib's format, ISO 32000-1, 7.4.4). */

import { deflateSync } from "node:zlib";

/**
 * The default level takes twice as long, to make files five percent smaller. Windows and tables of half the size do as well for
 * streams of some kilobytes, and each call sets them up anew. (One engine for all calls is no way out: after a reset zlib finds
 * other repetitions now and then, since it looks at what an earlier stream has left.)
 */
const OPTIONS = { level: 3, windowBits: 14, memLevel: 7 };

/** Node takes no smaller ones. */
const SMALLEST_CHUNK = 64;

/** Packs bytes, or text, a byte a character. */
export function deflate(content: string | Uint8Array): Uint8Array {
  const bytes = typeof content === "string" ? Buffer.from(content, "latin1") : content;
  // Otherwise Node sets aside sixteen kilobytes for what is often some hundred bytes.
  return deflateSync(bytes, { ...OPTIONS, chunkSize: Math.max(SMALLEST_CHUNK, bytes.length >> 1) });
}
