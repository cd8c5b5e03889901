/** What is asked of the program of an embedded font, whatever its format. */

/** A font program; glyphs are numbered from 0, which is `.notdef`. */
export interface FontProgram {
  readonly glyphs: number;
  /** In thousandths of the type size; undefined if it cannot be said. */
  width(glyph: number): number | undefined;
}

/** A program that knows its glyphs by name: Type 1, and CFF. */
export interface NamedProgram extends FontProgram {
  glyphOfName(name: string): number | undefined;
  /** By the encoding of its own; undefined if it has none for this code, or none that is known here. */
  nameOfCode(code: number): string | undefined;
}

/** Thrown while reading a program, and caught where fonts are judged. */
export class UnreadableFont extends Error {}

/** Numbers of a font program, most significant byte first. */
export class FontReader {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  unsigned(at: number, size: 1 | 2 | 3 | 4): number {
    if (at < 0 || at + size > this.bytes.length) throw new UnreadableFont(`${at} is outside.`);
    let value = 0;
    for (let index = 0; index < size; index++) value = value * 256 + this.#view.getUint8(at + index);
    return value;
  }

  signed(at: number): number {
    const value = this.unsigned(at, 2);
    return value >= 0x8000 ? value - 0x10000 : value;
  }

  latin1(from: number, to: number): string {
    return Buffer.from(this.bytes.subarray(from, to)).toString("latin1");
  }
}
