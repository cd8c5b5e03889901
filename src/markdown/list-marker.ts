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
  /** Nothing but a list begins so: a single one ends the paragraph above it. */
  readonly clear: boolean;
  /** Of „1.2“ the number above it, „1.“. */
  readonly above?: string;
}

interface Symbol {
  readonly numbering: ListNumbering;
  /** Symbols of one kind make one list; its own if left out. */
  readonly kind?: string;
  readonly doubtful?: true;
}

/** Every symbol that marks an item; another one is another line. */
const SYMBOLS: Readonly<Record<string, Symbol>> = {
  "⇨": { numbering: "none" },
  "→": { numbering: "none" },
  "➢": { numbering: "none" },
  "►": { numbering: "none" },
  "•": { numbering: "disc" },
  "●": { numbering: "disc" },
  "·": { numbering: "disc" },
  "◦": { numbering: "circle" },
  "▪": { numbering: "square" },
  "■": { numbering: "square" },
  "✓": { numbering: "none" },
  "☐": { numbering: "none", kind: "box" },
  "☑": { numbering: "none", kind: "box" },
  "☒": { numbering: "none", kind: "box" },
  "–": { numbering: "none", doubtful: true },
};
const SIGNS = Object.keys(SYMBOLS).join("");
const START = new RegExp(`^(?:[-*+0-9(${SIGNS}]|[A-Za-z]{1,8}[.)]|[o§]\\t)`);
const BULLET = /^[-*+](?=[ \t]|$)/;
const ORDERED = /^(\d{1,9})([.)])(?=[ \t]|$)/;
const SYMBOL = new RegExp(`^[${SIGNS}](?=[ \\t]+\\S)`);
/** What Word makes of its second and third sign when a list is copied, with a tab; „§ 1“ is another matter. */
const COPIED = /^(?:o(?=\t+\S)|§(?=\t+[^\s\d]))/;
const ORDINAL = /^(\(?)([a-z]{1,8}|[A-Z]{1,8}|\d{1,3})(\.\)|[.)])(?=[ \t]+\S)/;
/** „1.2“ or „1.2.“ */
const OUTLINE = /^((?:\d{1,2}\.){1,3})(\d{1,2})\.?(?=[ \t]+\S)/;
/** A marker that lacks its space, or has a no-break one; `*` is left out, for it begins emphasis. */
const JOINED = new RegExp(
  `^(?:[-+${SIGNS}]|\\(?(?:[a-z]{1,2}|\\d{1,2})(?:\\.\\)|[.)]))(?=[\\p{L}\\u00a0\\u202f])`,
  "u",
);
const ROMAN = /^(?=.)(x{0,3})(ix|iv|v?i{0,3})$/;
const DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** True if a line may begin with a marker, told by its first characters alone. */
export function mayBeMarker(text: string): boolean {
  return START.test(text);
}

/** The start of a line that would be a marker if a space followed, as in „-eins“; undefined if there is none. */
export function markerWithoutSpace(text: string): ListMarker | undefined {
  const typed = JOINED.exec(text)?.[0];
  return typed === undefined ? undefined : readMarkers(`${typed} x`)[0];
}

/** Every way to read the start of a line as a marker, the likeliest first; empty if there is none. */
export function readMarkers(text: string): readonly ListMarker[] {
  if (!START.test(text)) return [];
  const bullet = BULLET.exec(text)?.[0];
  if (bullet !== undefined) return [commonMark(bullet, bullet, "bullet", 0)];
  const ordered = ORDERED.exec(text);
  if (ordered) return [commonMark(ordered[0], `1${ordered[2]}`, "decimal", Number(ordered[1]))];
  const symbol = SYMBOL.exec(text)?.[0];
  if (symbol !== undefined) {
    const { numbering = "none", kind = symbol, doubtful = false } = SYMBOLS[symbol] ?? {};
    return [{ ...extension(symbol, kind, numbering, 0), doubtful, clear: !doubtful }];
  }
  const copied = COPIED.exec(text)?.[0];
  if (copied) return [{ ...extension(copied, copied, copied === "o" ? "circle" : "square", 0), clear: true }];
  const outline = OUTLINE.exec(text);
  if (outline) {
    const [typed, above = "", last] = outline;
    return [{ ...extension(typed, `below ${above}`, "decimal", Number(last)), doubtful: true, above }];
  }
  const ordinal = ORDINAL.exec(text);
  return ordinal ? ordinals(ordinal[0], ordinal[1] ?? "", ordinal[2] ?? "", ordinal[3] ?? "") : [];
}

function commonMark(typed: string, kind: string, numbering: ListMarker["numbering"], value: number): ListMarker {
  return { typed, kind, numbering, value, extension: false, doubtful: false, clear: false };
}

function extension(typed: string, kind: string, numbering: ListNumbering, value: number): ListMarker {
  return { typed, kind, numbering, value, extension: true, doubtful: false, clear: false };
}

function ordinals(typed: string, open: string, word: string, close: string): readonly ListMarker[] {
  if (open !== "" && close !== ")") return [];
  if (/\d/.test(word)) return [extension(typed, `${open}1${close}`, "decimal", Number(word))];
  const lower = word.toLowerCase();
  const small = lower === word;
  const found: ListMarker[] = [];
  const roman = romanValue(lower);
  if (roman !== undefined && (close !== "." || !small)) {
    const numbering = small ? "lower-roman" : "upper-roman";
    found.push({ ...extension(typed, `${open}${numbering}${close}`, numbering, roman), doubtful: close === "." });
  }
  // aa), bb) follow z), and are the third level of German statutes.
  const doubled = lower.length === 2 && lower[0] === lower[1];
  if (close === "." ? small && lower.length === 1 : lower.length === 1 || doubled) {
    const numbering = small ? "lower-alpha" : "upper-alpha";
    const value = lower.charCodeAt(0) - 96;
    const kind = `${open}${numbering.repeat(lower.length)}${close}`;
    const alpha = { ...extension(typed, kind, numbering, value), doubtful: close === "." };
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

/** True if the second marker is the next number of several parts: „1.1“ below „1.“, „1.2“ or „2.1“ after „1.1.1“. */
export function continuesOutline(first: ListMarker, second: ListMarker): boolean {
  if (second.above === undefined) return false;
  if (first.above === undefined) return second.above === first.typed && second.value === 1;
  const before = partsOf(first);
  const parts = partsOf(second);
  const level = parts.findIndex((part, index) => part !== before[index]);
  const [higher, ...lower] = parts.slice(level);
  return level !== -1 && higher === (before[level] ?? 0) + 1 && lower.every((part) => part === 1);
}

function partsOf({ typed }: ListMarker): readonly number[] {
  return typed.replace(/\.$/, "").split(".").map(Number);
}
