/** Decodes streams (ISO 32000-1, 7.4) up to the filters that only images have. */

import { constants, inflateRawSync, inflateSync } from "node:zlib";
import { type Dictionary, Name, type PdfValue, UnreadablePdf } from "./objects.ts";

/** A stream that unpacks to more is an attack. */
const MAX_BYTES = 2 ** 28;

/** Short names of inline images. */
const LONG_NAMES: ReadonlyMap<string, string> = new Map([
  ["Fl", "FlateDecode"],
  ["LZW", "LZWDecode"],
  ["A85", "ASCII85Decode"],
  ["AHx", "ASCIIHexDecode"],
  ["RL", "RunLengthDecode"],
  ["CCF", "CCITTFaxDecode"],
  ["DCT", "DCTDecode"],
]);

/** A filter of a stream with its parameters. */
export interface Filter {
  readonly name: string;
  readonly parameters: Dictionary;
}

/** The filters of a stream in the order of decoding. */
export function filtersOf(dictionary: Dictionary, resolve: (value: PdfValue | undefined) => PdfValue): Filter[] {
  const asList = (value: PdfValue): readonly PdfValue[] => (Array.isArray(value) ? value : [value]);
  const names = asList(resolve(dictionary.get("Filter") ?? dictionary.get("F")));
  const parameters = asList(resolve(dictionary.get("DecodeParms") ?? dictionary.get("DP")));
  return names.flatMap((value, index) => {
    const name = resolve(value);
    if (!(name instanceof Name)) return [];
    const given = resolve(parameters[index]);
    return [{ name: LONG_NAMES.get(name.name) ?? name.name, parameters: given instanceof Map ? given : new Map() }];
  });
}

/** Undoes filters until one that it does not know. */
export function decode(bytes: Uint8Array, filters: readonly Filter[]): { bytes: Uint8Array; rest: readonly Filter[] } {
  let decoded = bytes;
  for (const [index, { name, parameters }] of filters.entries()) {
    const once = decodeOne(decoded, name, parameters);
    if (!once) return { bytes: decoded, rest: filters.slice(index) };
    if (once.length > MAX_BYTES) throw new UnreadablePdf("damaged", "A stream is too large.");
    decoded = once;
  }
  return { bytes: decoded, rest: [] };
}

function decodeOne(bytes: Uint8Array, name: string, parameters: Dictionary): Uint8Array | undefined {
  switch (name) {
    case "FlateDecode":
      return unpredict(inflate(bytes), parameters);
    case "LZWDecode":
      return unpredict(unLzw(bytes, parameters.get("EarlyChange") === 0 ? 0 : 1), parameters);
    case "ASCIIHexDecode":
      return base16(bytes);
    case "ASCII85Decode":
      return base85(bytes);
    case "RunLengthDecode":
      return runs(bytes);
    default:
      return undefined;
  }
}

/** True if deflated data ends before its end, or its checksum is wrong. */
export function isCutOff(bytes: Uint8Array, [first]: readonly Filter[]): boolean {
  return first?.name === "FlateDecode" && inflatedLength(bytes) === undefined;
}

/** By the bytes, as the same stream is asked for when it is read and when it is copied. */
const lengths = new WeakMap<Uint8Array, { readonly length: number | undefined }>();

/** The length of deflated data; undefined if they end before their end or are not what was packed. */
export function inflatedLength(bytes: Uint8Array): number | undefined {
  const known = lengths.get(bytes) ?? { length: measure(bytes) };
  lengths.set(bytes, known);
  return known.length;
}

function measure(bytes: Uint8Array): number | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_BYTES }).length;
  } catch (fault) {
    const isHead = fault instanceof Error && fault.message.includes("incorrect header check");
    return isHead ? rawLength(bytes.subarray(2)) : undefined;
  }
}

function rawLength(bytes: Uint8Array): number | undefined {
  try {
    return inflateRawSync(bytes, { maxOutputLength: MAX_BYTES }).length;
  } catch {
    return undefined;
  }
}

function inflate(bytes: Uint8Array): Uint8Array {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_BYTES };
  try {
    return inflateSync(bytes, options);
  } catch {
    try {
      // A wrong checksum or header; viewers show the data all the same.
      return inflateRawSync(bytes.subarray(2), options);
    } catch {
      if (bytes.length === 0) return bytes;
      throw new UnreadablePdf("damaged", "A stream cannot be unpacked.");
    }
  }
}

function unLzw(bytes: Uint8Array, early: number): Uint8Array {
  const out: Uint8Array[] = [];
  let table: Uint8Array[] = [];
  let previous: Uint8Array | undefined;
  let width = 9;
  let bits = 0;
  let count = 0;
  let size = 0;
  const reset = (): void => {
    table = Array.from({ length: 256 }, (_, byte) => Uint8Array.of(byte));
    table.push(new Uint8Array(), new Uint8Array());
    width = 9;
    previous = undefined;
  };
  reset();
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xffffff;
    count += 8;
    if (count < width) continue;
    count -= width;
    const code = (bits >> count) & ((1 << width) - 1);
    if (code === 257) break;
    if (code === 256) {
      reset();
      continue;
    }
    let entry = table[code];
    if (previous) {
      const first = (entry ?? previous)[0] ?? 0;
      const next = new Uint8Array(previous.length + 1);
      next.set(previous);
      next[previous.length] = first;
      if (table.length < 4096) table.push(next);
      entry ??= next;
    }
    if (!entry) throw new UnreadablePdf("damaged", "LZW data is broken.");
    out.push(entry);
    size += entry.length;
    if (size > MAX_BYTES) throw new UnreadablePdf("damaged", "A stream is too large.");
    previous = entry;
    const next = table.length + early;
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
  }
  return Buffer.concat(out);
}

function base16(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1").split(">")[0] ?? "";
  const digits = text.replace(/[^\dA-Fa-f]+/g, "");
  return Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, "hex");
}

function base85(bytes: Uint8Array): Uint8Array {
  const zeros = bytes.reduce((count, byte) => count + (byte === 0x7a ? 1 : 0), 0);
  const most = zeros * 4 + Math.ceil(((bytes.length - zeros) * 4) / 5) + 4;
  if (most > MAX_BYTES) throw new UnreadablePdf("damaged", "A stream is too large.");
  const out = new Uint8Array(most);
  let length = 0;
  let group: number[] = [];
  const flush = (): void => {
    if (group.length < 2) return;
    const padded = [...group, 84, 84, 84, 84].slice(0, 5);
    const value = padded.reduce((sum, digit) => sum * 85 + digit, 0);
    const four = [value / 2 ** 24, value / 2 ** 16, value / 2 ** 8, value].map((part) => Math.floor(part) & 0xff);
    for (const byte of four.slice(0, group.length - 1)) out[length++] = byte;
    group = [];
  };
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && group.length === 0) length += 4;
    else if (byte >= 0x21 && byte <= 0x75) {
      group.push(byte - 0x21);
      if (group.length === 5) flush();
    }
  }
  flush();
  return out.subarray(0, length);
}

function runs(bytes: Uint8Array): Uint8Array {
  let size = 0;
  for (const { length } of runsOf(bytes)) size += length;
  if (size > MAX_BYTES) throw new UnreadablePdf("damaged", "A stream is too large.");
  const out = new Uint8Array(size);
  let to = 0;
  for (const { at, length, isRepeated } of runsOf(bytes)) {
    if (isRepeated) out.fill(bytes[at] ?? 0, to, to + length);
    else out.set(bytes.subarray(at, at + length), to);
    to += length;
  }
  return out;
}

/** Where each run begins, and how many bytes it gives. */
function* runsOf(bytes: Uint8Array): Iterable<{ at: number; length: number; isRepeated: boolean }> {
  for (let at = 0; at < bytes.length; ) {
    const head = bytes[at++] ?? 128;
    if (head === 128) return;
    const isRepeated = head > 128;
    const length = isRepeated ? 257 - head : Math.min(head + 1, bytes.length - at);
    yield { at, length, isRepeated };
    at += isRepeated ? 1 : length;
  }
}

function unpredict(bytes: Uint8Array, parameters: Dictionary): Uint8Array {
  const number = (key: string, standard: number): number => {
    const value = parameters.get(key);
    return typeof value === "number" ? value : standard;
  };
  const predictor = number("Predictor", 1);
  if (predictor < 2) return bytes;
  const colors = number("Colors", 1);
  const depth = number("BitsPerComponent", 8);
  const row = Math.ceil((number("Columns", 1) * colors * depth) / 8);
  const step = Math.max(1, (colors * depth) >> 3);
  if (!(row > 0 && row < MAX_BYTES)) throw new UnreadablePdf("damaged", "A predictor is broken.");
  if (predictor === 2) {
    if (depth !== 8) throw new UnreadablePdf("damaged", "A rare predictor.");
    const out = Uint8Array.from(bytes);
    for (let at = 0; at < out.length; at++) if (at % row >= step) out[at] = (out[at] ?? 0) + (out[at - step] ?? 0);
    return out;
  }
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let index = 0; index < rows; index++) {
    const from = index * (row + 1) + 1;
    const to = index * row;
    unpredictRow(
      bytes[from - 1] ?? 0,
      bytes.subarray(from, from + row),
      out,
      to,
      index === 0 ? undefined : to - row,
      step,
    );
  }
  return out;
}

/** A row as in PNG. */
function unpredictRow(
  type: number,
  row: Uint8Array,
  out: Uint8Array,
  to: number,
  above: number | undefined,
  step: number,
): void {
  for (let at = 0; at < row.length; at++) {
    const left = at >= step ? (out[to + at - step] ?? 0) : 0;
    const up = above === undefined ? 0 : (out[above + at] ?? 0);
    const corner = above === undefined || at < step ? 0 : (out[above + at - step] ?? 0);
    let guess = 0;
    if (type === 1) guess = left;
    else if (type === 2) guess = up;
    else if (type === 3) guess = (left + up) >> 1;
    else if (type === 4) {
      const estimate = left + up - corner;
      const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
      guess = a <= b && a <= c ? left : b <= c ? up : corner;
    }
    out[to + at] = (row[at] ?? 0) + guess;
  }
}
