/** Where a paragraph may break: between words after Unicode's line breaking rules, and never inside German units. */

import { BoundedMap } from "./bounded-map.ts";
import type { LeafBox, Run } from "./boxes.ts";
import { TextBreaker } from "./pdfmake-classes.ts";
import type { Piece } from "./set-line.ts";

const breaker = new TextBreaker();

/**
 * Spaces at which German typesetting does not break: after §, Art., Abs., Nr. and the like before a number; between a
 * number and its unit; within z. B.; between day and month. Every pattern begins at the space, so that a text is gone
 * through once and little is tried elsewhere.
 */
const GLUED_SPACES = [
  /(?=\p{Lu}{0,4}[/-]?\d)(?<=(?<![\p{L}\d])(?:§§?|(?:Abs|Absatz|Absätze|Art|Artikel|Nr|Nrn|Nummer|Ziff|Ziffer|Satz|Halbsatz|Anl|Anlage|TOP|S|Seite|Bl|Blatt|Bd|Band|Kap|Kapitel|Abb|Tab|Tel|Rn|Rdnr|Az|Drs|Fn|Zf|Buchst|Kl)\.?) )/u,
  // "Buchst. a" and "lit. b"
  /(?=\p{Ll}\b)(?<=(?<![\p{L}\d])(?:Buchst|Buchstabe|lit)\.? )/u,
  // The law after its section: "Art. 28 GG", "§ 7 KrO", "Abs. 2 StVO"
  /(?=\p{Lu}[\p{L}-]*\p{Lu}(?!\p{L}))(?<=(?:§§?|Art\.|Artikel|Abs\.|Absatz|Satz|Nr\.) \d+\p{Ll}? )/u,
  /(?<=\d )(?=(?:€|%|‰|°|(?:EUR|Euro|Cent|km²?|m²|m³|ha|cm|mm|dm|kg|kW|kWh|MW|MWh|GB|MB|l|m|g|t|h|min|Uhr|Stellen?|VZÄ|Prozent|Mio|Mrd|Tsd|Millionen|Milliarden|Jahren?|Tagen?|Stunden?|Minuten?|Personen|Einwohner)(?![\p{L}\d])|km\/h|v\. ?H\.))/u,
  // The unit after a word for a number: "Mio. €"
  /(?=€|EUR|Euro)(?<=\d (?:Mio\.|Mrd\.|Tsd\.|Millionen|Milliarden) )/u,
  // Thousands: "1 250 000"
  /(?=\d{3}(?!\d))(?<=(?<!\d)\d{1,3}(?: \d{3})* )/u,
  /(?<=\d\. )(?=(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan\.|Feb\.|Aug\.|Sept?\.|Okt\.|Nov\.|Dez\.|Sitzung|Wahlperiode|Änderung|Jahrhundert)(?!\p{L}))(?<=(?<!\d)\d{1,2}\. )/u,
  /(?<=\. )(?=(?:\p{Lu}|a|d|g|h|o|s|u|v|Chr|Tsd)\.)(?<=(?<!\p{L})(?:z|u|d|i|o|v|a|s|n|m|e)\. )/u,
  /(?=\p{Lu})(?<=(?<!\p{L})(?:Dr|Prof|Dipl|Ing|Herrn?|Hr|Frau|Fr|St)\.? )/u,
];

const GLUED = new RegExp(` (?:${GLUED_SPACES.map(({ source }) => source).join("|")})|km/(?=h(?!\\p{L}))`, "gu");

/** Ends of words in a text, as offsets; true marks a forced end of line. */
function findBreaks(text: string): Map<number, boolean> {
  const glued = new Set<number>();
  for (const match of text.matchAll(GLUED)) glued.add(match.index + match[0].length);
  const breaks = new Map<number, boolean>();
  let start = 0;
  for (let space = text.indexOf(" "); start < text.length; space = text.indexOf(" ", space + 1)) {
    if (space !== -1 && !isBetweenWords(text, space)) continue;
    const end = space === -1 ? text.length : space + 1;
    const stretch = text.slice(start, end);
    if (WHOLE_WORD.test(stretch)) {
      if (!glued.has(end)) breaks.set(end, false);
    } else {
      for (const { offset, isForced } of breaksWithin(stretch)) {
        if (isForced || !glued.has(start + offset)) breaks.set(start + offset, isForced);
      }
    }
    start = end;
  }
  return breaks;
}

/** Codes of characters that a word may begin with, and of those that it may end with. */
const WORD_BEGINS = latinCodes(/[A-Za-zÀ-ÖØ-öø-ÿ\d]/);
const WORD_ENDS = latinCodes(/[A-Za-zÀ-ÖØ-öø-ÿ\d.,;:!?)]/);

function latinCodes(pattern: RegExp): readonly boolean[] {
  return Array.from({ length: 0x100 }, (_, code) => pattern.test(String.fromCharCode(code)));
}

/** True for a space at which a line may end whatever stands further off. */
function isBetweenWords(text: string, space: number): boolean {
  return WORD_BEGINS[text.charCodeAt(space + 1)] === true && WORD_ENDS[text.charCodeAt(space - 1)] === true;
}

interface Break {
  readonly offset: number;
  readonly isForced: boolean;
}

/** Words that break nowhere but behind them. */
const WHOLE_WORD = /^[A-Za-zÀ-ÖØ-öø-ÿ]+[.,;:!?]? ?$/;

/** Breaks of what is no whole word, such as names with hyphens; papers share them. */
const known = new BoundedMap<readonly Break[]>(10_000);

/** Breaks of a stretch between two spaces at which lines may end, the one behind it included. */
function breaksWithin(stretch: string): readonly Break[] {
  let breaks = known.get(stretch);
  if (!breaks) {
    let offset = 0;
    breaks = breaker.getBreaks(stretch, null).map(({ text, lineEnd: isForced = false }) => {
      offset += text.length + (isForced ? 1 : 0);
      return { offset, isForced };
    });
    known.set(stretch, breaks);
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

/** A piece of a run, measured. */
export function makePiece(run: Run | Piece, text: string, glued: boolean, lineEnd: boolean): Piece {
  const { font, size } = run.style;
  const word = font.word(run.replacement ?? text);
  return {
    text,
    word,
    style: run.style,
    source: run.source,
    replacement: run.replacement,
    pageOf: run.pageOf,
    note: run.note,
    width: (word.width * size) / 1000,
    trailing: (word.trailing * size) / 1000,
    glued,
    lineEnd,
  };
}
