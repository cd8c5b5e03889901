/** Bytes of a file → text: UTF-8 only, line ends `\n`, no byte order mark. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Result } from "../model/diagnostic.ts";
import { placeAt, type TextFile } from "../model/text-file.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

type Encoding = "UTF-8" | "UTF-16" | "Windows-1252";

/** What a file most likely is. Text in UTF-16 has a zero in every other byte, or a byte order mark. */
function guessEncoding(bytes: Uint8Array): Encoding {
  const start = bytes.subarray(0, 400);
  const isMarked = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  if (isMarked || start.filter((byte) => byte === 0).length > start.length / 4) return "UTF-16";
  try {
    utf8.decode(bytes);
    return "UTF-8";
  } catch {
    return "Windows-1252";
  }
}

/** The text of a file in whatever encoding, to find out what it is about although it cannot print. */
export function decodeLeniently(bytes: Uint8Array): string {
  const guess = guessEncoding(bytes);
  const isBigEndian = bytes[0] === 0xfe || (bytes[0] === 0 && bytes[1] !== 0);
  const label = guess === "UTF-16" ? (isBigEndian ? "utf-16be" : "utf-16le") : guess;
  return new TextDecoder(label).decode(bytes).replace(/\r\n?/g, "\n");
}

/** The line and column of the first byte that is not UTF-8, counted in the bytes before it. */
function firstInvalid(path: string, bytes: Uint8Array): Diagnostic["place"] {
  const lenient = new TextDecoder("utf-8").decode(bytes).replace(/\r\n?/g, "\n");
  const at = lenient.indexOf("\ufffd");
  return at === -1 ? { file: path, line: 1, column: 1 } : placeAt({ path, text: lenient }, at);
}

/** Decodes a file. NUL and other control characters are reported: no font has a glyph for them. */
export function decode(path: string, bytes: Uint8Array): Result<TextFile> {
  const encoding = guessEncoding(bytes);
  if (encoding !== "UTF-8") {
    const place = encoding === "UTF-16" ? { file: path, line: 1, column: 1 } : firstInvalid(path, bytes);
    return { diagnostics: [diagnose("wrong-encoding", { encoding }, place)] };
  }
  const file = { path, text: utf8.decode(bytes).replace(/\r\n?/g, "\n") };
  const control = /(?![\t\n\r\u0080-\u009f])\p{Cc}|[\ufffe\uffff]/u.exec(file.text);
  if (!control) return { value: file, diagnostics: [] };
  const codePoint = `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return { diagnostics: [diagnose("control-character", { codePoint }, placeAt(file, control.index))] };
}
