/** Portions of text between two spaces at which lines may end: mostly words. What is known of them is shared by all papers. */

import { BoundedMap } from "../model/bounded-map.ts";
import { type LibraryFont, LONGEST_WORD, type PrintedWord } from "./font-library.ts";
import { isTitle, mayCling } from "./glued-spaces.ts";
import { TextBreaker } from "./pdfmake-classes.ts";

/** A place within a portion at which a line may end or has to. */
export interface Break {
  readonly offset: number;
  readonly isForced: boolean;
}

/** Words that break nowhere but behind them. */
const WHOLE_WORD = /^[A-Za-zÀ-ÖØ-öø-ÿ]+[.,;:!?]? ?$/;

const NO_BREAKS: readonly Break[] = [];

/** A portion of text, with the space at its end. */
export class Portion {
  readonly text: string;
  /** All but the one behind it. */
  readonly breaks: readonly Break[];
  /** A line may end behind it. */
  readonly breaksAtEnd: boolean;
  /** It may be glued to what stands before it. */
  readonly mayCling: boolean;
  /** The next one may be glued to it whatever it is. */
  readonly isTitle: boolean;
  #font: LibraryFont | undefined;
  #word: PrintedWord | undefined;

  constructor(text: string) {
    const breaks = WHOLE_WORD.test(text) ? undefined : findBreaks(text);
    const last = breaks?.at(-1);
    this.text = text;
    this.breaksAtEnd = !breaks || (last?.offset === text.length && !last.isForced);
    this.breaks =
      !breaks || (this.breaksAtEnd && breaks.length === 1)
        ? NO_BREAKS
        : this.breaksAtEnd
          ? breaks.slice(0, -1)
          : breaks;
    this.mayCling = mayCling(text);
    this.isTitle = isTitle(text);
    this.#font = undefined;
    this.#word = undefined;
  }

  /** As a font prints it. The same font asks nearly always. */
  wordIn(font: LibraryFont): PrintedWord {
    let word = this.#word;
    if (!word || this.#font !== font) {
      word = font.word(this.text);
      this.#word = word;
      this.#font = font;
    }
    return word;
  }
}

const breaker = new TextBreaker();

/** Breaks after Unicode's rules, in order. */
function findBreaks(text: string): readonly Break[] {
  const breaks = new Map<number, Break>();
  let offset = 0;
  for (const { text: part, lineEnd: isForced = false } of breaker.getBreaks(text, null)) {
    offset += part.length + (isForced ? 1 : 0);
    breaks.set(offset, { offset, isForced });
  }
  return [...breaks.values()];
}

const known = new BoundedMap<Portion>(50_000, LONGEST_WORD);

/** What is known of a portion of text. */
export function portionOf(text: string): Portion {
  let portion = known.get(text);
  if (!portion) {
    portion = new Portion(text);
    known.set(text, portion);
  }
  return portion;
}
