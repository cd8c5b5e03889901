/** Where a paragraph may break: between words after Unicode's line breaking rules, and never inside German units. */

import type { LeafBox, Run } from "./boxes.ts";
import type { PrintedWord } from "./font-library.ts";
import { isGlued } from "./glued-spaces.ts";
import { type Portion, portionOf } from "./portions.ts";
import type { Piece } from "./set-line.ts";

/** Ends of words in a text, in three lists of equal length: most of a paper's words come through here. */
interface Breaks {
  readonly ends: number[];
  /** True where a line has to end. */
  readonly forced: boolean[];
  /** The portion that ends there; undefined within one. */
  readonly portions: (Portion | undefined)[];
}

function findBreaks(text: string): Breaks {
  const ends: number[] = [];
  const forced: boolean[] = [];
  const portions: (Portion | undefined)[] = [];
  let before: Portion | undefined;
  let start = 0;
  for (let space = text.indexOf(" "); start < text.length; space = text.indexOf(" ", space + 1)) {
    if (space !== -1 && !isBetweenWords(text, space)) continue;
    const end = space === -1 ? text.length : space + 1;
    const portion = portionOf(text.slice(start, end));
    if (before?.breaksAtEnd && !((portion.mayCling || before.isTitle) && isGlued(text, start))) {
      ends.push(start);
      forced.push(false);
      portions.push(before);
    }
    for (const { offset, isForced } of portion.breaks) {
      if (!isForced && isGlued(text, start + offset)) continue;
      ends.push(start + offset);
      forced.push(isForced);
      portions.push(undefined);
    }
    before = portion;
    start = end;
  }
  if (before?.breaksAtEnd) {
    ends.push(start);
    forced.push(false);
    portions.push(before);
  }
  return { ends, forced, portions };
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

/** Cuts the runs of a paragraph into pieces that lines are made of. */
export function cutIntoPieces(leaf: LeafBox): readonly Piece[] {
  if (leaf.pieces) return leaf.pieces as readonly Piece[]; // only this function sets it
  const { runs } = leaf;
  const { ends, forced, portions } = findBreaks(runs.length === 1 ? (runs[0]?.text ?? "") : textOf(runs));
  const pieces: Piece[] = [];
  let start = 0;
  let next = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    let from = start;
    while (from < end) {
      while ((ends[next] ?? end) <= from && next < ends.length) next++;
      const isBreak = next < ends.length && (ends[next] ?? end) <= end;
      const to = isBreak ? (ends[next] ?? end) : end;
      const portion = isBreak ? portions[next] : undefined;
      // Nearly always a piece is a portion, and that knows already how it prints.
      const isPortion = portion?.text.length === to - from;
      pieces.push(
        makePiece(
          run,
          isPortion ? portion.text : run.text.slice(from - start, to - start),
          !isBreak,
          isBreak && forced[next] === true,
          isPortion && run.replacement === undefined ? portion.wordIn(run.style.font) : undefined,
        ),
      );
      from = to;
    }
    start = end;
  }
  leaf.pieces = pieces;
  return pieces;
}

function textOf(runs: readonly Run[]): string {
  let text = "";
  for (const run of runs) text += run.text;
  return text;
}

/** A piece of a run, measured; `known` is how its text prints, if that is known. */
export function makePiece(
  run: Run | Piece,
  text: string,
  glued: boolean,
  lineEnd: boolean,
  known?: PrintedWord,
): Piece {
  const { font, size } = run.style;
  const word = known ?? font.word(run.replacement ?? text);
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
