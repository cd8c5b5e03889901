/** Where a paragraph may break: between words after Unicode's line breaking rules, and never inside German units. */

import type { LeafBox, Run } from "./boxes.ts";
import { TextBreaker } from "./pdfmake-classes.ts";
import type { Piece } from "./set-line.ts";

const breaker = new TextBreaker();

/**
 * Spaces at which German typesetting does not break: after §, Art., Abs., Nr. and the like before a number; between a
 * number and its unit; within z. B.; between day and month.
 */
const GLUED_SPACES = [
  /(?:§§?|\b(?:Abs|Absatz|Art|Artikel|Nr|Ziff|Ziffer|Satz|Anlage|TOP|S|Seite|Bd|Kap|Tel|Rn)\b\.?) (?=\d)/gu,
  /\d (?=(?:€|%|‰|EUR\b|Euro\b|km²?\b|m²|m³|cm\b|mm\b|kg\b|t\b|h\b|Uhr\b|Stellen\b|VZÄ\b|Mio\.|Mrd\.|Tsd\.))/gu,
  /\b\d{1,2}\. (?=(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)/gu,
  /\b(?:z|u|d|i|o|v|a|s|n|m)\. (?=(?:[A-ZÄÖÜ]|a|h|d|g|u|v|Chr)\.)/gu,
  /\b(?:Dr|Prof|Dipl|Herrn?|Frau)\.? (?=\p{Lu})/gu,
];

/** Ends of words in a text, as offsets; true marks a forced end of line. */
function findBreaks(text: string): Map<number, boolean> {
  const glued = new Set<number>();
  for (const pattern of GLUED_SPACES) {
    for (const match of text.matchAll(pattern)) glued.add(match.index + match[0].length);
  }
  const breaks = new Map<number, boolean>();
  let offset = 0;
  for (const word of breaker.getBreaks(text, null)) {
    offset += word.text.length + (word.lineEnd ? 1 : 0);
    if (word.lineEnd) breaks.set(offset, true);
    else if (!glued.has(offset)) breaks.set(offset, false);
  }
  return breaks;
}

/** Cuts the runs of a paragraph into pieces that lines are made of. */
export function cutIntoPieces(leaf: LeafBox): readonly Piece[] {
  if (leaf.pieces) return leaf.pieces as readonly Piece[]; // only this function sets it
  const text = leaf.runs.map((run) => run.text).join("");
  const breaks = findBreaks(text);
  const ends = [...breaks.keys()];
  const pieces: Piece[] = [];
  let start = 0;
  let nextBreak = 0;
  for (const run of leaf.runs) {
    const end = start + run.text.length;
    let from = start;
    while (from < end) {
      while (nextBreak < ends.length && (ends[nextBreak] ?? 0) <= from) nextBreak++;
      const to = Math.min(end, ends[nextBreak] ?? end);
      const forced = breaks.get(to);
      pieces.push(makePiece(run, run.text.slice(from - start, to - start), forced === undefined, forced === true));
      from = to;
    }
    start = end;
  }
  leaf.pieces = pieces;
  return pieces;
}

const TRAILING_SPACE = /[ \t]+$/;

/** A piece of a run, measured. */
export function makePiece(run: Run | Piece, text: string, glued: boolean, lineEnd: boolean): Piece {
  const { font, size } = run.style;
  const printed = run.replacement ?? printedText(text);
  const spaces = TRAILING_SPACE.exec(printed)?.[0];
  return {
    text,
    style: run.style,
    source: run.source,
    replacement: run.replacement,
    pageOf: run.pageOf,
    note: run.note,
    width: printed === "" ? 0 : font.width(printed, size),
    trailing: spaces === undefined ? 0 : font.width(spaces, size),
    glued,
    lineEnd,
  };
}

/** What of a text shows: line ends and soft hyphens do not. */
export function printedText(text: string): string {
  return /[\n\u00ad]/.test(text) ? text.replace(/[\n\u00ad]/g, "") : text;
}
