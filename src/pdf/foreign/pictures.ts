/** Whether a picture (ISO 32000-1, 8.9.5) can be drawn, and whether all of it is there. */

import { inflatedLength } from "./filters.ts";
import { type Dictionary, Name, type PdfValue, Stream } from "./objects.ts";
import type { PdfFile } from "./pdf-file.ts";

/** What only viewers decode. */
const OF_PICTURES = new Set(["DCTDecode", "CCITTFaxDecode", "JBIG2Decode", "JPXDecode"]);
const OF_ALL = new Set(["FlateDecode", "LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode", "Crypt"]);

/** Whether viewers decode a filter. */
export function isKnownFilter(name: string): boolean {
  return OF_PICTURES.has(name) || OF_ALL.has(name);
}

/** Whether a stream is a picture; masks need not say so. */
export function isPicture(file: PdfFile, stream: Dictionary): boolean {
  const kind = file.name(stream, "Subtype");
  return kind === "Image" || (kind === undefined && stream.has("Width") && stream.has("Height"));
}

/** Whether a picture says how large it is, holds its data itself, and has them in a way that viewers know. */
export function isDrawable(file: PdfFile, picture: Dictionary): boolean {
  const hasSize = ["Width", "Height"].every((key) => (file.number(picture, key) ?? 0) >= 1);
  return hasSize && !picture.has("F") && file.filters(picture).every(({ name }) => isKnownFilter(name));
}

/** True if a picture has fewer bytes than it needs; of those that only viewers decode nothing is known. */
export function isCutOffPicture(file: PdfFile, { dictionary, bytes }: Stream): boolean {
  const [filter, ...more] = file.filters(dictionary);
  if (filter?.name === "DCTDecode") return !isWholeJpeg(bytes);
  if (more.length > 0 || (filter && filter.name !== "FlateDecode")) return false;
  const length = filter ? inflatedLength(bytes) : bytes.length;
  const isMask = file.get(dictionary, "ImageMask") === true;
  const channels = isMask ? 1 : componentsOf(file, file.get(dictionary, "ColorSpace"));
  const depth = isMask ? 1 : file.number(dictionary, "BitsPerComponent");
  if (length === undefined || channels === undefined || depth === undefined) return length === undefined;
  const row = Math.ceil(((file.number(dictionary, "Width") ?? 0) * channels * depth) / 8);
  // Rows that are predicted as in PNG have a byte before them.
  const predictor = filter?.parameters.get("Predictor");
  const extra = typeof predictor === "number" && predictor >= 10 ? 1 : 0;
  return length < (row + extra) * (file.number(dictionary, "Height") ?? 0);
}

/** Whether segments and scans follow one another up to the end (ITU-T T.81, annex B). */
function isWholeJpeg(bytes: Uint8Array): boolean {
  const start = bytes.indexOf(0xff);
  if (start < 0 || bytes[start + 1] !== 0xd8) return false;
  for (let at = start + 2; at + 1 < bytes.length; ) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xd9) return true;
    if (marker < 0xc0) return false;
    at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    // Behind the head of a scan are its data, in which 0xff is followed by 0 or by the number of a restart.
    if (marker === 0xda) at = scanEnd(bytes, at);
  }
  return false;
}

function scanEnd(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 2)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** The channels of a colour space; undefined if that cannot be said. */
export function componentsOf(file: PdfFile, space: PdfValue): number | undefined {
  const [kind, second] = Array.isArray(space) ? file.array(space) : [space];
  switch (kind instanceof Name ? kind.name : "") {
    case "DeviceGray":
    case "CalGray":
    case "Indexed":
    case "Separation":
      return 1;
    case "DeviceRGB":
    case "CalRGB":
    case "Lab":
      return 3;
    case "DeviceCMYK":
      return 4;
    case "ICCBased":
      return second instanceof Stream ? file.number(second.dictionary, "N") : undefined;
    case "DeviceN":
      return Array.isArray(second) ? second.length : undefined;
    default:
      return undefined;
  }
}
