/** Which strings a content stream shows in which font (ISO 32000-1, 9.4.3). */

import type { Surroundings } from "../content-stream.ts";
import { readInlineImage } from "../inline-image.ts";
import { Lexer } from "../lexer.ts";
import { Keyword, Name, type PdfValue } from "../objects.ts";

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
export function shownText(
  content: Uint8Array,
  { setsFont, componentsOf }: Pick<Surroundings, "setsFont" | "componentsOf">,
): readonly ShownText[] {
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
        readInlineImage(lexer, componentsOf);
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
