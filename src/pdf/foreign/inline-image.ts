/** Reads a picture that stands within a content stream (ISO 32000-1, 8.9.7), up to its true end. */

import { inflateSync } from "node:zlib";
import { written } from "./content-operators.ts";
import { decode, type Filter, filtersOf } from "./filters.ts";
import { isWhite, type Lexer } from "./lexer.ts";
import { brokenLimit, isIntent } from "./limits.ts";
import { type Dictionary, Keyword, Name, type PdfValue, UnreadablePdf } from "./objects.ts";
import type { Obstacle } from "./obstacle.ts";
import { isKnownFilter } from "./pictures.ts";

/** What stands between `BI` and `EI`. */
export interface InlineImage {
  /** As it must be written if it cannot stay as it is; undefined if it cannot be shown at all. */
  readonly content: Uint8Array | "unchanged" | undefined;
  /** True if some of it is lost. */
  readonly isDamaged: boolean;
  /** The colour space that it takes from the resources. */
  readonly colorSpace: string | undefined;
  readonly obstacles: ReadonlySet<Obstacle>;
}

/** Channels of a colour space that the resources have under a name. */
export type ComponentsOf = (name: string) => number | undefined;

const SHORT: ReadonlyMap<string, string> = new Map([
  ["W", "Width"],
  ["H", "Height"],
  ["BPC", "BitsPerComponent"],
  ["CS", "ColorSpace"],
  ["IM", "ImageMask"],
  ["F", "Filter"],
  ["DP", "DecodeParms"],
  ["I", "Interpolate"],
  ["D", "Decode"],
]);

const KNOWN: ReadonlySet<string> = new Set([...SHORT.values(), "Intent"]);

const COMPONENTS: ReadonlyMap<string, number> = new Map(
  Object.entries({ G: 1, RGB: 3, CMYK: 4, DeviceGray: 1, DeviceRGB: 3, DeviceCMYK: 4, I: 1, Indexed: 1 }),
);

/** Those that PDF/A allows in a content stream. */
const FILTERS =
  /^(AHx|A85|Fl|RL|CCF|DCT|ASCIIHexDecode|ASCII85Decode|FlateDecode|RunLengthDecode|CCITTFaxDecode|DCTDecode)$/;

/** Larger ones are an attack. */
const MAX_BYTES = 2 ** 26;

/** Reads from behind `BI`; the lexer stands behind `EI` then. */
export function readInlineImage(lexer: Lexer, componentsOf: ComponentsOf): InlineImage {
  const { entries, isWhole, hasOthers } = readEntries(lexer);
  const filters = filtersOf(entries, (value) => value ?? null);
  const space = spaceOf(entries);
  const isOwn = space !== undefined && !COMPONENTS.has(space);
  const obstacles = obstaclesOf(entries, filters);
  const channels = space === undefined ? 1 : (COMPONENTS.get(space) ?? componentsOf(space));
  const length = channels === undefined ? undefined : dataLength(entries, channels);
  const found = isWhole ? dataEnd(lexer, filters, length) : undefined;
  const colorSpace = isOwn ? space : undefined;
  if (!found) {
    if (isWhole) lexer.position = lexer.bytes.length;
    return { content: undefined, isDamaged: true, colorSpace: undefined, obstacles: new Set() };
  }
  const data = lexer.bytes.subarray(found.start, found.end);
  lexer.position = found.next;
  if (length === undefined || !filters.every(({ name }) => isKnownFilter(name)))
    return { content: undefined, isDamaged: true, colorSpace: undefined, obstacles: new Set() };
  // Some readers take the first end that they see.
  if (/(^|\s)EI\s/.test(Buffer.from(data).toString("latin1"))) obstacles.add("image");
  const shown = unpacked(data, filters);
  const isDamaged = shown === undefined || (shown !== "as it is" && shown.length < length);
  if (shown === "as it is" || (shown && !isDamaged && (filters.length > 0 || shown.length === length))) {
    // Entries that are none, or that viewers may read differently, are written anew.
    const content = lexer.isGuessed || hasOthers ? writeImage(entries, data) : "unchanged";
    return { content, isDamaged, colorSpace, obstacles };
  }
  // Viewers count the bytes and stumble over what is missing or left.
  const whole = Buffer.alloc(length, 0xff);
  whole.set((shown ?? data.subarray(0, 0)).subarray(0, length));
  const plain = new Map([...entries].filter(([key]) => key !== "Filter" && key !== "DecodeParms"));
  return { content: writeImage(plain, whole), isDamaged, colorSpace, obstacles };
}

/** Those entries that pictures in content have (table 93), by their long names. */
function readEntries(lexer: Lexer): { entries: Dictionary; isWhole: boolean; hasOthers: boolean } {
  const entries: Dictionary = new Map();
  let hasOthers = false;
  for (;;) {
    const key = lexer.next();
    if (key instanceof Keyword && key.word === "ID") return { entries, isWhole: true, hasOthers };
    if (!(key instanceof Name)) return { entries, isWhole: false, hasOthers };
    const value = lexer.next();
    if (value === undefined || value instanceof Keyword) return { entries, isWhole: false, hasOthers };
    const name = SHORT.get(key.name) ?? key.name;
    if (KNOWN.has(name) && !entries.has(name)) entries.set(name, value);
    else hasOthers = true;
  }
}

function spaceOf(entries: Dictionary): string | undefined {
  const space = entries.get("ColorSpace");
  const [first] = Array.isArray(space) ? (space as readonly PdfValue[]) : [space]; // as parsed
  return entries.get("ImageMask") !== true && first instanceof Name ? first.name : undefined;
}

function obstaclesOf(entries: Dictionary, filters: readonly Filter[]): Set<Obstacle> {
  const found = new Set<Obstacle>();
  const space = entries.get("ColorSpace");
  const names = Array.isArray(space) ? (space as readonly PdfValue[]) : [space]; // as parsed
  if (names.some((one) => one instanceof Name && /^(Device)?CMYK$/.test(one.name))) found.add("cmyk");
  if (filters.some(({ name }) => !FILTERS.test(name))) found.add("filter");
  if (entries.get("Interpolate") === true) found.add("interpolate");
  const intent = entries.get("Intent");
  if (intent !== undefined && !(intent instanceof Name && isIntent(intent.name))) found.add("rendering-intent");
  for (const value of entries.values()) {
    for (const one of Array.isArray(value) ? (value as readonly PdfValue[]) : [value]) {
      // as parsed
      const limit = brokenLimit(one);
      if (limit) found.add(limit);
    }
  }
  return found;
}

/** The bytes of the picture without its filters. */
function dataLength(entries: Dictionary, channels: number): number | undefined {
  const [width, height] = [entries.get("Width"), entries.get("Height")];
  if (typeof width !== "number" || typeof height !== "number") return undefined;
  const depth = entries.get("ImageMask") === true ? 1 : (entries.get("BitsPerComponent") ?? 8);
  if (typeof depth !== "number" || ![1, 2, 4, 8, 16].includes(depth)) return undefined;
  const length = Math.ceil((width * channels * depth) / 8) * height;
  return width >= 1 && height >= 1 && Number.isInteger(length) && length <= MAX_BYTES ? length : undefined;
}

/** Where the data begins and ends, and what follows `EI`. */
function dataEnd(
  { bytes, position }: Lexer,
  filters: readonly Filter[],
  length: number | undefined,
): { start: number; end: number; next: number } | undefined {
  const start = position + (isWhite(bytes[position]) ? 1 : 0);
  const counted = ownEnd(bytes, start, filters[0]?.name, length);
  if (counted !== undefined) {
    let at = counted;
    while (at < bytes.length && isWhite(bytes[at])) at++;
    if (isEnd(bytes, at)) return { start, end: counted, next: at + 2 };
  }
  // An EI that stands alone and is followed by what looks like content.
  for (let at = start; at < bytes.length; at++) {
    if (!isEnd(bytes, at)) continue;
    if (at > start && !isWhite(bytes[at - 1])) continue;
    if (bytes.subarray(at + 2, at + 12).some((byte) => byte > 0x7e || (byte < 0x20 && !isWhite(byte)))) continue;
    return { start, end: Math.max(start, isWhite(bytes[at - 1]) ? at - 1 : at), next: at + 2 };
  }
  return undefined;
}

function isEnd(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x45 && bytes[at + 1] === 0x49 && isWhite(bytes[at + 2]);
}

/** The end as the data itself tells it. */
function ownEnd(
  bytes: Uint8Array,
  start: number,
  filter: string | undefined,
  length: number | undefined,
): number | undefined {
  switch (filter) {
    case undefined:
      return length === undefined ? undefined : start + length;
    case "ASCIIHexDecode":
      return after(bytes.indexOf(0x3e, start), 1);
    case "ASCII85Decode":
      return after(bytes.indexOf(0x7e, start), 2);
    case "FlateDecode":
      try {
        // Without `info` nobody tells how much was read; the types do not know it.
        const { engine } = inflateSync(bytes.subarray(start), {
          info: true,
          maxOutputLength: MAX_BYTES,
        }) as unknown as {
          readonly engine: { readonly bytesWritten: number };
        };
        return start + engine.bytesWritten;
      } catch {
        return undefined;
      }
    default:
      return undefined;
  }
}

function after(at: number, length: number): number | undefined {
  return at < 0 ? undefined : at + length;
}

/** Undefined if it cannot be unpacked. */
function unpacked(data: Uint8Array, filters: readonly Filter[]): Uint8Array | "as it is" | undefined {
  try {
    const { bytes, rest } = decode(data, filters);
    return rest.length > 0 ? "as it is" : bytes;
  } catch (error) {
    if (error instanceof UnreadablePdf) return undefined;
    throw error;
  }
}

function writeImage(entries: Dictionary, data: Uint8Array): Uint8Array {
  const head = [...entries].map(([key, value]) => `${written(new Name(key))} ${written(value)}`).join(" ");
  return Buffer.concat([Buffer.from(`BI ${head} ID `, "latin1"), data, Buffer.from("\nEI")]);
}
