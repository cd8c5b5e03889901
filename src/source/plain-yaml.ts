/**
 * Reads the YAML that nearly all sources have, without the YAML parser, which takes four times as long: fields on a line each,
 * lists and mappings that are indented, values of plain words or in simple quotation marks. Anything else is left to the
 * parser, every mistake among it; a test holds both against each other.
 */

import type { Place } from "../model/diagnostic.ts";
import type { YamlEntry, YamlMapping, YamlSequence, YamlValue } from "../model/yaml-value.ts";

/** Indentation, a dash, a key with its colon, and the value with the space before it. Words begin with letters or digits. */
const LINE = /^( *)(- )?(?:(\p{L}[\p{L}\p{N}_-]*):(?=$| ))?( *)([\p{L}\p{N}](?:[^:]|:(?=[^ ]))*|"[^"\\]*"|'[^']*')?$/u;

/** Comments, tabs and odd white space are the parser's. */
const ODD = /[#\t\r\u0085\u2028\u2029\ufeff]/;

/** YAML has a limit of its own to how far a colon may be from the beginning of its line. */
const LONGEST = 1000;

/** A line that says something; offsets count in the block. */
interface Line {
  readonly indent: number;
  readonly isItem: boolean;
  readonly key: string | undefined;
  /** Where the key begins, or the value of an item without one. */
  readonly start: number;
  /** As it was typed; empty if it comes on the lines below. */
  readonly value: string;
  readonly valueStart: number;
}

/** The fields of a block; undefined if the parser has to read it. */
export function readPlainYaml(
  block: string,
  place: (offset: number, length: number) => Place,
): YamlMapping | undefined {
  const lines = ODD.test(block) ? undefined : splitLines(block);
  return lines && new PlainReader(lines, block, place).read();
}

function splitLines(block: string): readonly Line[] | undefined {
  const lines: Line[] = [];
  let offset = 0;
  for (const text of block.split("\n")) {
    if (text !== "") {
      const line = readLine(text, offset);
      if (!line) return undefined;
      lines.push(line);
    }
    offset += text.length + 1;
  }
  return lines;
}

function readLine(text: string, offset: number): Line | undefined {
  const match = text.endsWith(" ") || text.length > LONGEST ? null : LINE.exec(text);
  if (!match) return undefined;
  const [, indent = "", dash, key, space = "", value = ""] = match;
  if (key === undefined && (dash === undefined || value === "" || space !== "")) return undefined;
  const start = indent.length + (dash === undefined ? 0 : dash.length);
  const valueStart = text.length - value.length;
  return {
    indent: indent.length,
    isItem: dash !== undefined,
    key,
    start: offset + start,
    value,
    valueStart: offset + valueStart,
  };
}

/** Puts lines together by their indentation. What it does not expect makes it give up. */
class PlainReader {
  readonly #lines: readonly Line[];
  readonly #block: string;
  readonly #place: (offset: number, length: number) => Place;
  #at = 0;
  #isOdd = false;

  constructor(lines: readonly Line[], block: string, place: (offset: number, length: number) => Place) {
    this.#lines = lines;
    this.#block = block;
    this.#place = place;
  }

  read(): YamlMapping | undefined {
    const [first] = this.#lines;
    if (!first || first.isItem || first.indent > 0) return undefined;
    const mapping = this.#mapping(first.start, 0);
    return this.#isOdd || this.#at < this.#lines.length ? undefined : mapping;
  }

  /** Fields from here on whose keys stand in a column; the first may follow a dash. */
  #mapping(start: number, column: number): YamlMapping {
    const entries: YamlEntry[] = [];
    for (let line = this.#lines[this.#at]; line; line = this.#lines[this.#at]) {
      const isFirst = entries.length === 0;
      if (line.key === undefined || (isFirst ? 0 : line.isItem)) break;
      if (!isFirst && line.indent !== column) break;
      this.#at++;
      const keyPlace = this.#place(line.start, line.key.length);
      entries.push({ key: line.key.normalize("NFC"), keyPlace, value: this.#fieldValue(line, column, keyPlace) });
    }
    return { type: "mapping", entries, place: this.#fromHere(start) };
  }

  #fieldValue(line: Line, column: number, keyPlace: Place): YamlValue {
    const next = this.#lines[this.#at];
    if (line.value !== "") return this.#text(line, next, column);
    if (!next || next.indent < column || (next.indent === column && !next.isItem))
      return { type: "text", text: "", place: keyPlace };
    // YAML lets a list stand below its key without indentation.
    if (next.isItem) return this.#sequence(next.indent);
    return this.#mapping(next.start, next.indent);
  }

  #sequence(indent: number): YamlSequence {
    const items: YamlValue[] = [];
    const start = (this.#lines[this.#at]?.start ?? 0) - DASH;
    for (let line = this.#lines[this.#at]; line?.isItem && line.indent === indent; line = this.#lines[this.#at]) {
      if (line.key !== undefined) items.push(this.#mapping(line.start, indent + DASH));
      else {
        this.#at++;
        items.push(this.#text(line, this.#lines[this.#at], indent));
      }
    }
    return { type: "sequence", items, place: this.#fromHere(start) };
  }

  /** A value whose line is followed by `next`; a line that is indented further would belong to it. */
  #text({ value, valueStart }: Line, next: Line | undefined, column: number): YamlValue {
    if (next && next.indent > column) this.#isOdd = true;
    const isQuoted = value.startsWith('"') || value.startsWith("'");
    const text = (isQuoted ? value.slice(1, -1) : value).normalize("NFC");
    return { type: "text", text, place: this.#place(valueStart, value.length) };
  }

  /** A place ends with its line, whatever of it comes below. */
  #fromHere(start: number): Place {
    return this.#place(start, this.#block.length - start);
  }
}

/** Characters of a dash with its space. */
const DASH = 2;
