/** A line of the file while the block parser moves through its indentation; tabs stop at every fourth column. */

import type { Piece } from "./stretch.ts";

/** Position within a line, in characters and in columns. */
export class LineCursor {
  readonly text: string;
  /** Number of the line in the file, from 1. */
  readonly number: number;
  /** Where the line begins in the file. */
  readonly start: number;
  at = 0;
  column = 0;
  /** The next character that is neither space nor tab. */
  next = 0;
  nextColumn = 0;
  #splitTab = false;

  constructor(text: string, number: number, start: number) {
    this.text = text;
    this.number = number;
    this.start = start;
    this.#find();
  }

  get indent(): number {
    return this.nextColumn - this.column;
  }

  /** Too far in to begin anything but code. */
  get indented(): boolean {
    return this.indent >= 4;
  }

  get blank(): boolean {
    return this.next >= this.text.length;
  }

  /** The rest of the line without its indentation. */
  get rest(): string {
    return this.text.slice(this.next);
  }

  skipIndent(): void {
    this.at = this.next;
    this.column = this.nextColumn;
    this.#splitTab = false;
  }

  skip(characters: number): void {
    for (let count = 0; count < characters; count++) this.#step();
    this.#find();
  }

  /** Moves over so many columns of white space; a tab can be used up in part. */
  skipColumns(columns: number): void {
    let left = columns;
    while (left > 0 && this.at < this.text.length) {
      if (this.text.charAt(this.at) === "\t") {
        const width = 4 - (this.column % 4);
        this.#splitTab = width > left;
        this.column += Math.min(width, left);
        if (!this.#splitTab) this.at++;
        left -= width;
      } else {
        this.#step();
        left--;
      }
    }
    this.#find();
  }

  /** One space or tab, as after `>`. */
  skipOptionalSpace(): void {
    const character = this.text.charAt(this.at);
    if (character === " " || character === "\t") this.skipColumns(1);
  }

  /** What is left of the line; the columns left of a tab that was used up in part become spaces. */
  remainder(): Piece {
    if (!this.#splitTab) return { text: this.text.slice(this.at), offset: this.start + this.at };
    const spaces = " ".repeat(4 - (this.column % 4));
    return { text: spaces + this.text.slice(this.at + 1), offset: this.start + this.at + 1 - spaces.length };
  }

  /** What is left without its indentation. */
  content(): Piece {
    return { text: this.rest, offset: this.start + this.next };
  }

  #step(): void {
    this.column += this.text.charAt(this.at) === "\t" ? 4 - (this.column % 4) : 1;
    this.#splitTab = false;
    this.at++;
  }

  #find(): void {
    let at = this.at;
    let column = this.column;
    for (; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 32) column++;
      else if (code === 9) column += 4 - (column % 4);
      else break;
    }
    this.next = at;
    this.nextColumn = column;
  }
}
