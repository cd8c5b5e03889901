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
  /(?<![\p{L}\d])(?:§§?|(?:Abs|Absatz|Absätze|Art|Artikel|Nr|Nrn|Nummer|Ziff|Ziffer|Satz|Halbsatz|Anl|Anlage|TOP|S|Seite|Bl|Blatt|Bd|Band|Kap|Kapitel|Abb|Tab|Tel|Rn|Rdnr|Az|Drs|Fn|Zf|Buchst|Kl)\.?) (?=\p{Lu}{0,4}[/-]?\d)/gu,
  // "Buchst. a" and "lit. b"
  /(?<![\p{L}\d])(?:Buchst|Buchstabe|lit)\.? (?=\p{Ll}\b)/gu,
  // The law after its section: "Art. 28 GG", "§ 7 KrO", "Abs. 2 StVO"
  /(?<=(?:§§?|Art\.|Artikel|Abs\.|Absatz|Satz|Nr\.) \d+\p{Ll}?) (?=\p{Lu}[\p{L}-]*\p{Lu}(?!\p{L}))/gu,
  /\d (?=(?:€|%|‰|°|(?:EUR|Euro|Cent|km²?|m²|m³|ha|cm|mm|dm|kg|kW|kWh|MW|MWh|GB|MB|l|m|g|t|h|min|Uhr|Stellen?|VZÄ|Prozent|Mio|Mrd|Tsd|Millionen|Milliarden|Jahren?|Tagen?|Stunden?|Minuten?|Personen|Einwohner)(?![\p{L}\d])|km\/h|v\. ?H\.))/gu,
  /km\/(?=h(?!\p{L}))/gu,
  // The unit after a word for a number: "Mio. €"
  /(?<=\d (?:Mio\.|Mrd\.|Tsd\.|Millionen|Milliarden)) (?=€|EUR|Euro)/gu,
  // Thousands: "1 250 000"
  /(?<=(?<!\d)\d{1,3}(?: \d{3})*) (?=\d{3}(?!\d))/gu,
  /(?<!\d)\d{1,2}\. (?=(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan\.|Feb\.|Aug\.|Sept?\.|Okt\.|Nov\.|Dez\.|Sitzung|Wahlperiode|Änderung|Jahrhundert)(?!\p{L}))/gu,
  /(?<!\p{L})(?:z|u|d|i|o|v|a|s|n|m|e)\. (?=(?:\p{Lu}|a|d|g|h|o|s|u|v|Chr|Tsd)\.)/gu,
  /(?<!\p{L})(?:Dr|Prof|Dipl|Ing|Herrn?|Hr|Frau|Fr|St)\.? (?=\p{Lu})/gu,
];

/** Every one of them needs a figure, an abbreviation's full stop before a letter, or a form of address. */
const MAY_GLUE = /\d|\. \p{L}|(?:Dr|Prof|Dipl|Ing|Herrn?|Hr|Frau|Fr|St|Buchst|Buchstabe|lit)\.? |km\//u;

/** Ends of words in a text, as offsets; true marks a forced end of line. */
function findBreaks(text: string): Map<number, boolean> {
  const glued = new Set<number>();
  // Most paragraphs have nothing of the sort, and ten patterns take their time.
  for (const pattern of MAY_GLUE.test(text) ? GLUED_SPACES : []) {
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
