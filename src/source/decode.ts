/** Bytes of a file → text: UTF-8 only, line ends `\n`, no byte order mark. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { codePoints } from "../model/code-points.ts";
import type { Diagnostic, Result } from "../model/diagnostic.ts";
import { placeAt, type TextFile } from "../model/text-file.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** How files begin that word processors write, whatever they are called. */
const FOREIGN = {
  office: [0x50, 0x4b, 0x03, 0x04],
  "old-office": [0xd0, 0xcf, 0x11, 0xe0],
  pdf: [0x25, 0x50, 0x44, 0x46],
  "rich-text": [0x7b, 0x5c, 0x72, 0x74, 0x66],
} as const;

type OtherEncoding = "UTF-16" | "Windows-1252";

/** Control characters that print nothing we know of, and what is no character at all. */
const CONTROL = /[^\P{Cc}\t\n\r\u0080-\u009f]|[\ufffe\uffff]/u;

/** What is left of umlauts and quotation marks that were read as something else and saved so. */
const GARBLED = /[\ufffd\u0080-\u009f]|Ã[¤¶¼„–œŸ]|â€[“”„™œžš¦]/;

/** The text of a file if it is UTF-8, or what it most likely is instead. */
function decodeUtf8(bytes: Uint8Array): { readonly text: string } | { readonly encoding: OtherEncoding } {
  if (isUtf16(bytes)) return { encoding: "UTF-16" };
  try {
    return { text: withLineFeeds(utf8.decode(bytes)) };
  } catch {
    return { encoding: "Windows-1252" };
  }
}

/** Text in UTF-16 has a zero in every other byte, or a byte order mark. A file that a power cut has damaged has zeros in all. */
function isUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const length = Math.min(400, bytes.length);
  let surplus = 0;
  for (let at = 0; at < length; at++) if (bytes[at] === 0) surplus += at % 2 === 0 ? 1 : -1;
  return Math.abs(surplus) > length / 4;
}

function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** The text of a file in whatever encoding, to find out what it is about although it cannot print. */
export function decodeLeniently(bytes: Uint8Array): string {
  const decoded = decodeUtf8(bytes);
  if ("text" in decoded) return decoded.text;
  const isBigEndian = bytes[0] === 0xfe || (bytes[0] === 0 && bytes[1] !== 0);
  const label = decoded.encoding === "UTF-16" ? (isBigEndian ? "utf-16be" : "utf-16le") : decoded.encoding;
  return withLineFeeds(new TextDecoder(label).decode(bytes));
}

/** The line and column of the first byte that is not UTF-8, counted in the bytes before it. */
function firstInvalid(path: string, bytes: Uint8Array): Diagnostic["place"] {
  const lenient = withLineFeeds(new TextDecoder("utf-8").decode(bytes));
  const at = lenient.indexOf("\ufffd");
  return at === -1 ? { file: path, line: 1, column: 1 } : placeAt({ path, text: lenient }, at);
}

/** Decodes a file. NUL and other control characters are reported: no font has a glyph for them. So is what nobody can read. */
export function decode(path: string, bytes: Uint8Array): Result<TextFile> {
  const format = foreignFormat(bytes);
  if (format) return { diagnostics: [diagnose("not-text", { format }, { file: path, line: 1, column: 1 })] };
  const decoded = decodeUtf8(bytes);
  if ("encoding" in decoded) {
    const { encoding } = decoded;
    const place = encoding === "UTF-16" ? { file: path, line: 1, column: 1 } : firstInvalid(path, bytes);
    return { diagnostics: [diagnose("wrong-encoding", { encoding }, place)] };
  }
  const file = { path, text: decoded.text };
  const control = CONTROL.exec(file.text);
  if (!control) {
    const garbled = GARBLED.exec(file.text);
    return garbled ? { diagnostics: [garbledText(file, garbled.index)] } : { value: file, diagnostics: [] };
  }
  const codePoint = codePoints(control[0]);
  return { diagnostics: [diagnose("control-character", { codePoint }, placeAt(file, control.index))] };
}

function foreignFormat(bytes: Uint8Array): keyof typeof FOREIGN | undefined {
  const formats = Object.keys(FOREIGN) as (keyof typeof FOREIGN)[];
  return formats.find((one) => FOREIGN[one].every((byte, index) => bytes[index] === byte));
}

/** Shows the word that stands around an offset. */
function garbledText(file: TextFile, offset: number): Diagnostic {
  const before = /\S{0,20}$/.exec(file.text.slice(Math.max(0, offset - 20), offset))?.[0] ?? "";
  const after = /^\S{0,20}/.exec(file.text.slice(offset, offset + 20))?.[0] ?? "";
  return diagnose(
    "garbled-text",
    { word: before + after },
    placeAt(file, offset - before.length, before.length + after.length),
  );
}
