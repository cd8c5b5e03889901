/** Bytes of a file → text: UTF-8 only, line ends `\n`, no byte order mark. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Result } from "../model/diagnostic.ts";
import { placeAt, type TextFile } from "../model/text-file.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** What a file that is not UTF-8 most likely is. */
function guessEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16";
  return bytes.subarray(0, 400).includes(0) ? "UTF-16" : "Windows-1252";
}

/** The line and column of the first byte that is not UTF-8, counted in the bytes before it. */
function firstInvalid(path: string, bytes: Uint8Array): Diagnostic["place"] {
  const lenient = new TextDecoder("utf-8").decode(bytes).replace(/\r\n?/g, "\n");
  const at = lenient.indexOf("\ufffd");
  return at === -1 ? { file: path, line: 1, column: 1 } : placeAt({ path, text: lenient }, at);
}

/** Decodes a file. NUL and other control characters are reported: no font has a glyph for them. */
export function decode(path: string, bytes: Uint8Array): Result<TextFile> {
  const guess = guessEncoding(bytes);
  let text: string;
  try {
    if (guess === "UTF-16") throw new TypeError("UTF-16");
    text = utf8.decode(bytes);
  } catch {
    const place = guess === "UTF-16" ? { file: path, line: 1, column: 1 } : firstInvalid(path, bytes);
    return { diagnostics: [diagnose("wrong-encoding", { encoding: guess }, place)] };
  }
  const file = { path, text: text.replace(/\r\n?/g, "\n") };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is searched for
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/.exec(file.text);
  if (!control) return { value: file, diagnostics: [] };
  const codePoint = `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return { diagnostics: [diagnose("control-character", { codePoint }, placeAt(file, control.index))] };
}
