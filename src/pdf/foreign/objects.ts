/** The objects of a foreign PDF (ISO 32000-1, 7.3) as they were read. */

/** A name, unescaped, a character a byte. */
export class Name {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A reference to an object of the same file. */
export class Ref {
  readonly number: number;
  readonly generation: number;
  constructor(number: number, generation: number) {
    this.number = number;
    this.generation = generation;
  }
}

/** Entries by unescaped key. */
export type Dictionary = Map<string, PdfValue>;

/** A dictionary with bytes. */
export class Stream {
  readonly dictionary: Dictionary;
  /** Filters still apply; encryption does not. */
  readonly bytes: Uint8Array;
  constructor(dictionary: Dictionary, bytes: Uint8Array) {
    this.dictionary = dictionary;
    this.bytes = bytes;
  }
}

/** A string is its bytes. */
export type PdfValue = null | boolean | number | Uint8Array | Name | Ref | Dictionary | Stream | readonly PdfValue[];

/** An operator, or a word of the file's own structure such as `endobj`. */
export class Keyword {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

/** `certificate` stands for whatever only certain readers can open. */
type Reason = "damaged" | "password" | "certificate";

/** Why a file cannot be read further; caught where files are read. */
export class UnreadablePdf extends Error {
  readonly reason: Reason;
  constructor(reason: Reason, message: string) {
    super(message);
    this.reason = reason;
  }
}
