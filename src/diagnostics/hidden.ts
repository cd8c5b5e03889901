/** Characters that nobody sees, and that come along when words are copied from a chat, a web page or a spreadsheet. */

import { codePoints } from "../model/code-points.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { diagnose } from "./catalogue.ts";

const HIDDEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** A single word or figure without letters that run from right to left: nothing in it has to be joined or turned. */
const WORD = /^(?=.*[\p{L}\p{N}\p{P}])[^\s\p{Script=Hebrew}\p{Script=Arabic}]+$/u;

/** A word with such a character in it, as ids and dates have them by mistake: what it was to be, and where the character is. */
export function hiddenIn(text: string): { readonly word: string; readonly index: number } | undefined {
  const index = text.search(HIDDEN);
  const word = index === -1 ? "" : text.replace(HIDDEN, "");
  return WORD.test(word) ? { word, index } : undefined;
}

/** Names the character that stands at a place. */
export function hiddenCharacter(text: string, index: number, at: Place): Diagnostic {
  return diagnose("control-character", { codePoint: codePoints(text.charAt(index)) }, at);
}
