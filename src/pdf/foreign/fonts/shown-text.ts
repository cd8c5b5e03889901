/** Which strings a content stream shows in which font (ISO 32000-1, 9.4.3). */

import { Lexer } from "../lexer.ts";
import { type Dictionary, Keyword, Name, type PdfValue } from "../objects.ts";

/** A string in a font. */
export interface ShownText {
  /** The font's name in the resources; undefined if it is set by who draws this stream, or by a graphics state. */
  readonly font: string | undefined;
  readonly bytes: Uint8Array;
  /** Neither filled nor stroked, such as the text behind a scan. */
  readonly isInvisible: boolean;
}

const EMPTY = new Uint8Array();

interface TextState {
  readonly font: string | undefined;
  readonly mode: number;
}

/** The text of a cleaned content stream. `setsFont` says of a graphics state's name whether it has a font. */
export function shownText(content: Uint8Array, setsFont: (state: string) => boolean): readonly ShownText[] {
  const lexer = new Lexer(content, 0, false);
  const shown: ShownText[] = [];
  const saved: TextState[] = [];
  let state: TextState = { font: undefined, mode: 0 };
  let operands: PdfValue[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!(token instanceof Keyword)) {
      operands.push(token);
      continue;
    }
    const [first] = operands;
    switch (token.word) {
      case "q":
        saved.push(state);
        break;
      case "Q":
        state = saved.pop() ?? state;
        break;
      case "Tf":
        state = { ...state, font: first instanceof Name ? first.name : undefined };
        break;
      case "Tr":
        state = { ...state, mode: typeof first === "number" ? first : 0 };
        break;
      case "gs":
        if (first instanceof Name && setsFont(first.name)) state = { ...state, font: undefined };
        break;
      case "Tj":
      case "'":
      case '"':
      case "TJ":
        // A font counts as used by an empty string, too.
        shown.push({ font: state.font, bytes: EMPTY, isInvisible: state.mode === 3 });
        for (const value of operands) show(value);
        break;
      case "BI":
        skipInlineImage(lexer);
        break;
    }
    operands = [];
  }
  return shown;

  function show(value: PdfValue): void {
    if (value instanceof Uint8Array) shown.push({ font: state.font, bytes: value, isInvisible: state.mode === 3 });
    else if (Array.isArray(value)) for (const item of value as readonly PdfValue[]) show(item); // as parsed
  }
}

/** From behind `BI` to behind `EI`. Cleaning has made sure that there is one. */
function skipInlineImage(lexer: Lexer): void {
  const entries: Dictionary = new Map();
  for (let key = lexer.next(); key instanceof Name; key = lexer.next()) {
    const value = lexer.next();
    if (value === undefined || value instanceof Keyword) break;
    entries.set(key.name, value);
  }
  const { bytes } = lexer;
  for (let at = lexer.position + 1; at < bytes.length; at++) {
    if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49 || !isSpace(bytes[at + 2])) continue;
    if (!isSpace(bytes[at - 1]) && bytes[at - 1] !== 0x3e) continue;
    if (bytes.subarray(at + 2, at + 12).some((byte) => byte > 0x7e || (byte < 0x20 && !isSpace(byte)))) continue;
    lexer.position = at + 2;
    return;
  }
  lexer.position = bytes.length;
}

function isSpace(byte: number | undefined): boolean {
  return byte === undefined || byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 0;
}
