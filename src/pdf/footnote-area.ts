/** The foot of each page: which footnotes print there, and the room that they take from the text. */

import { heightOf } from "./box-heights.ts";
import type { Box, Footnote, StackBox } from "./boxes.ts";
import { LAYOUT_ARTIFACT } from "./structure.ts";

/** Space between text and footnotes, with the rule in it, in points. */
const AREA_SPACE = 14;

/** Length of the rule above footnotes, in points. */
const RULE_LENGTH = 100;

/** A footnote that takes more of a page than this prints at the end of the paper, where it can go on. */
const MAX_NOTE_SHARE = 0.4;

/** Keeps the books of one document's footnotes. */
export class FootnoteArea {
  readonly #pages = new Map<number, { notes: Footnote[]; height: number }>();
  readonly #placed = new Set<Footnote>();
  /** Wait for a line that can take them along. */
  readonly #waiting: Footnote[] = [];
  readonly #ruleColor: string;
  readonly #maxHeight: number;

  constructor(notes: readonly Footnote[], width: number, pageHeight: number, ruleColor: string) {
    this.#ruleColor = ruleColor;
    this.#maxHeight = pageHeight * MAX_NOTE_SHARE;
    for (const note of notes) {
      const height = note.box ? heightOf(note.box, width) + (note.box.spaceBefore ?? 0) : 0;
      note.height = height > this.#maxHeight ? 0 : height;
    }
  }

  /** Height that the notes of some lines take, on a page, from the text. */
  heightFor(page: number, notes: readonly Footnote[]): number {
    if (notes.length === 0 && this.#waiting.length === 0) return 0;
    const open = this.#openOf([...notes, ...this.#waiting]);
    if (open.size === 0) return 0;
    let height = this.#pages.has(page) ? 0 : AREA_SPACE;
    for (const note of open) height += note.height;
    return height;
  }

  /** Puts notes at the foot of a page; gives the height that they take. */
  place(page: number, notes: readonly Footnote[]): number {
    const height = this.heightFor(page, notes);
    if (height === 0) return 0;
    const area = this.#pages.get(page) ?? { notes: [], height: 0 };
    for (const note of this.#openOf([...this.#waiting.splice(0), ...notes])) {
      area.notes.push(note);
      this.#placed.add(note);
    }
    area.height += height;
    this.#pages.set(page, area);
    return height;
  }

  /** Keeps notes for the next line that can take them along; more than a page can hold print at the end. */
  postpone(notes: readonly Footnote[]): void {
    for (const note of notes) {
      if (!this.#isOpen(note) || this.#waiting.includes(note)) continue;
      const height = this.#waiting.reduce((sum, waiting) => sum + waiting.height, note.height);
      if (height > this.#maxHeight) note.height = 0;
      else this.#waiting.push(note);
    }
  }

  /** What is still to be placed of some notes, and of those that these refer to. */
  #openOf(notes: readonly Footnote[]): ReadonlySet<Footnote> {
    const open = new Set<Footnote>();
    const add = (note: Footnote): void => {
      if (!this.#isOpen(note) || open.has(note)) return;
      open.add(note);
      note.notes?.forEach(add);
    };
    notes.forEach(add);
    return open;
  }

  #isOpen(note: Footnote): boolean {
    return note.height > 0 && !this.#placed.has(note);
  }

  /** Height that is taken at the foot of a page. */
  reserved(page: number): number {
    return this.#pages.get(page)?.height ?? 0;
  }

  /** What prints at the foot of which page. */
  areas(): readonly { page: number; height: number; box: StackBox }[] {
    return [...this.#pages].map(([page, { notes, height }]) => ({
      page,
      height,
      box: this.#boxOf(notes.toSorted((a, b) => a.number - b.number)),
    }));
  }

  /** Notes that print at the end: too tall for a foot, or left waiting. */
  rest(notes: readonly Footnote[]): StackBox | undefined {
    const rest = notes.filter((note) => !this.#placed.has(note));
    for (const note of rest) this.#placed.add(note);
    return rest.length === 0 ? undefined : this.#boxOf(rest);
  }

  #boxOf(notes: readonly Footnote[]): StackBox {
    const y = AREA_SPACE * 0.5;
    const rule: Box = {
      canvas: [
        {
          type: "line",
          x1: 0,
          x2: RULE_LENGTH,
          y1: y,
          y2: y,
          lineWidth: 0.5,
          lineColor: this.#ruleColor,
          owner: LAYOUT_ARTIFACT,
        },
      ],
      height: AREA_SPACE - 4,
      keepWithNext: true,
    };
    return { stack: [rule, ...notes.flatMap((note) => note.box ?? [])] };
  }
}

/** Footnotes that boxes refer to. */
export function notesIn(boxes: readonly Box[]): readonly Footnote[] {
  return boxes.flatMap((box) => {
    if ("runs" in box) return box.runs.flatMap(({ note }) => note ?? []);
    if ("table" in box) return box.table.body.flat().flatMap(({ stack }) => notesIn(stack ?? []));
    return "stack" in box ? notesIn(box.stack) : [];
  });
}
