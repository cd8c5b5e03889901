/** What stands before the text of a list item: CommonMark's markers, and those of German council papers. */

import type { ListNumbering } from "../model/document.ts";

/** A marker as typed, and what it means. */
export interface ListMarker {
  /** `-`, `3.`, `a)`, `(1)`, `⇨` */
  readonly typed: string;
  /** Items whose markers have the same kind make one list. */
  readonly kind: string;
  /** `bullet` for `-`, `*` and `+`, whose sign depends on the depth. */
  readonly numbering: ListNumbering | "bullet";
  /** The ordinal; 0 if the marker has none. */
  readonly value: number;
  /** Not CommonMark: it interrupts a paragraph only together with the next item. */
  readonly extension: boolean;
  /** Also common at the start of prose („– RAA –“, „V. Müller“): a list only if the next item is there too. */
  readonly doubtful: boolean;
}

const SYMBOLS: Readonly<Record<string, ListNumbering>> = {
  "•": "disc",
  "●": "disc",
  "◦": "circle",
  "▪": "square",
  "■": "square",
};
const START = /^(?:[-*+0-9(⇨→•●◦–▪■►➢✓☐☑☒]|[A-Za-z]{1,8}[.)])/;
const BULLET = /^[-*+](?=[ \t]|$)/;
const ORDERED = /^(\d{1,9})([.)])(?=[ \t]|$)/;
const SYMBOL = /^[⇨→•●◦–▪■►➢✓☐☑☒](?=[ \t]+\S)/;
const ORDINAL = /^(\(?)([a-z]{1,8}|[A-Z]{1,8}|\d{1,3})([.)])(?=[ \t]+\S)/;
const ROMAN = /^(?=.)(x{0,3})(ix|iv|v?i{0,3})$/;
const DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** Every way to read the start of a line as a marker, the likeliest first; empty if there is none. */
export function readMarkers(text: string): readonly ListMarker[] {
  if (!START.test(text)) return [];
  const bullet = BULLET.exec(text)?.[0];
  if (bullet !== undefined) return [commonMark(bullet, bullet, "bullet", 0)];
  const ordered = ORDERED.exec(text);
  if (ordered) return [commonMark(ordered[0], `1${ordered[2]}`, "decimal", Number(ordered[1]))];
  const symbol = SYMBOL.exec(text)?.[0];
  if (symbol !== undefined) {
    return [{ ...extension(symbol, symbol, SYMBOLS[symbol] ?? "none", 0), doubtful: symbol === "–" }];
  }
  const ordinal = ORDINAL.exec(text);
  return ordinal ? ordinals(ordinal[0], ordinal[1] ?? "", ordinal[2] ?? "", ordinal[3] ?? "") : [];
}

function commonMark(typed: string, kind: string, numbering: ListMarker["numbering"], value: number): ListMarker {
  return { typed, kind, numbering, value, extension: false, doubtful: false };
}

function extension(typed: string, kind: string, numbering: ListNumbering, value: number): ListMarker {
  return { typed, kind, numbering, value, extension: true, doubtful: false };
}

function ordinals(typed: string, open: string, word: string, close: string): readonly ListMarker[] {
  if (open !== "" && close !== ")") return [];
  if (/\d/.test(word)) return [extension(typed, "(1)", "decimal", Number(word))];
  const lower = word.toLowerCase();
  const small = lower === word;
  const found: ListMarker[] = [];
  const roman = romanValue(lower);
  if (roman !== undefined && (close === ")" || !small)) {
    const numbering = small ? "lower-roman" : "upper-roman";
    found.push({ ...extension(typed, `${open}${numbering}${close}`, numbering, roman), doubtful: close === "." });
  }
  // aa), bb) follow z), and are the third level of German statutes.
  if (close === ")" && (lower.length === 1 || (lower.length === 2 && lower[0] === lower[1]))) {
    const numbering = small ? "lower-alpha" : "upper-alpha";
    const value = lower.charCodeAt(0) - 96;
    const alpha = extension(typed, `${open}${numbering.repeat(lower.length)}${close}`, numbering, value);
    if (lower === "v" || lower === "x") found.unshift(alpha);
    else found.push(alpha);
  }
  return found;
}

function romanValue(word: string): number | undefined {
  if (!ROMAN.test(word)) return undefined;
  let sum = 0;
  for (let index = 0; index < word.length; index++) {
    const digit = DIGITS[word.charAt(index)] ?? 0;
    sum += digit < (DIGITS[word.charAt(index + 1)] ?? 0) ? -digit : digit;
  }
  return sum;
}

/** True if the second marker is what one expects after the first: the same sign, or the next number. */
export function follows(first: ListMarker, second: ListMarker): boolean {
  return first.kind === second.kind && (first.value === 0 || second.value === first.value + 1);
}
