/** Reads of a CFF program what PDF uses: widths, names or CIDs, and its own encoding (Adobe Technical Notes 5176 and 5177). */

import { FontReader, type NamedProgram, UnreadableFont } from "./font-program.ts";
import { nameInEncoding, STANDARD_STRINGS } from "./glyph-names.ts";

/** A program in the compact font format. */
export interface CffProgram extends NamedProgram {
  /** For programs whose glyphs have CIDs; the others have names. */
  readonly glyphOfCid: ((cid: number) => number | undefined) | undefined;
}

type Operands = readonly number[];
type Dict = ReadonlyMap<number, Operands>;
type Bytes = Uint8Array;

/** Operators of dictionaries; those of two bytes count from 1200. */
const CHARSET = 15;
const ENCODING = 16;
const CHAR_STRINGS = 17;
const PRIVATE = 18;
const SUBRS = 19;
const DEFAULT_WIDTH = 20;
const NOMINAL_WIDTH = 21;
const CHARSTRING_TYPE = 1206;
const FONT_MATRIX = 1207;
const ROS = 1230;
const FD_ARRAY = 1236;
const FD_SELECT = 1237;

/** Widths and subroutines that glyphs share. */
interface Private {
  readonly defaultWidth: number;
  readonly nominalWidth: number;
  readonly subrs: readonly Bytes[];
}

/** Reads a program; throws `UnreadableFont`. */
export function readCff(bytes: Uint8Array): CffProgram {
  const reader = new FontReader(bytes);
  if (reader.unsigned(0, 1) !== 1) throw new UnreadableFont("This is no CFF.");
  const names = indexAt(reader, reader.unsigned(2, 1));
  const tops = indexAt(reader, names.end);
  const strings = indexAt(reader, tops.end);
  const globals = indexAt(reader, strings.end);
  const top = dictOf(tops.items[0]);
  if (tops.items.length !== 1 || (top.get(CHARSTRING_TYPE)?.[0] ?? 2) !== 2)
    throw new UnreadableFont("This kind of CFF is not read.");
  requirePlainMatrix(top);
  const charStrings = indexAt(reader, offsetOf(top, CHAR_STRINGS)).items;
  const isCid = top.has(ROS);
  const charset = charsetOf(reader, top.get(CHARSET)?.[0] ?? 0, charStrings.length, isCid);
  const nameOf = (sid: number): string =>
    STANDARD_STRINGS[sid] ??
    Buffer.from(strings.items[sid - STANDARD_STRINGS.length] ?? new Uint8Array()).toString("latin1");
  const privates = isCid ? privatesOf(reader, top) : [privateOf(reader, top)];
  const select = isCid ? selectOf(reader, offsetOf(top, FD_SELECT), charStrings.length) : undefined;
  const widths = new Map<number, number | undefined>();
  const glyphOfId = new Map(charset.map((id, glyph) => [id, glyph]));
  const glyphOfName = isCid ? undefined : new Map(charset.map((sid, glyph) => [nameOf(sid), glyph]));
  const codes = isCid ? undefined : encodingOf(reader, top.get(ENCODING)?.[0] ?? 0);
  return {
    glyphs: charStrings.length,
    glyphOfCid: isCid ? (cid) => glyphOfId.get(cid) : undefined,
    glyphOfName: (name) => glyphOfName?.get(name),
    nameOfCode: (code) => {
      if (!codes) return undefined;
      if (codes === "standard") return nameInEncoding("StandardEncoding", code);
      const sid = charset[codes.get(code) ?? -1];
      return sid === undefined ? undefined : nameOf(sid);
    },
    width: (glyph) => {
      const own = charStrings[glyph];
      const shared = privates[select?.(glyph) ?? 0];
      if (!own || !shared) return undefined;
      if (!widths.has(glyph)) {
        const delta = widthOperand(own, shared.subrs, globals.items);
        widths.set(glyph, typeof delta === "number" ? shared.nominalWidth + delta : delta && shared.defaultWidth);
      }
      return widths.get(glyph);
    },
  };
}

function offsetOf(dict: Dict, operator: number): number {
  const [offset] = dict.get(operator) ?? [];
  if (offset === undefined) throw new UnreadableFont(`There is no entry ${operator}.`);
  return offset;
}

const THOUSANDTHS = "[0.001,0,0,0.001,0,0]";

/** Other units than thousandths are rare, and read differently. A part of a program may repeat that it has no other. */
function requirePlainMatrix(dict: Dict, top?: Dict): void {
  const matrix = JSON.stringify(dict.get(FONT_MATRIX) ?? null);
  const isPart = top?.has(FONT_MATRIX) === true;
  if (matrix !== "null" && matrix !== (isPart ? "[1,0,0,1,0,0]" : THOUSANDTHS))
    throw new UnreadableFont("Units are not thousandths.");
}

function indexAt(reader: FontReader, at: number): { readonly items: readonly Bytes[]; readonly end: number } {
  const count = reader.unsigned(at, 2);
  if (count === 0) return { items: [], end: at + 2 };
  const size = reader.unsigned(at + 2, 1);
  if (size !== 1 && size !== 2 && size !== 3 && size !== 4) throw new UnreadableFont("An index is damaged.");
  const data = at + 2 + (count + 1) * size;
  const offset = (index: number): number => data + reader.unsigned(at + 3 + index * size, size);
  const items = Array.from({ length: count }, (_, index) => {
    const [from, to] = [offset(index), offset(index + 1)];
    if (from > to || to > reader.bytes.length) throw new UnreadableFont("An index is damaged.");
    return reader.bytes.subarray(from, to);
  });
  return { items, end: offset(count) };
}

const NIBBLES = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "E", "E-", "", "-"];

function dictOf(bytes: Bytes | undefined): Dict {
  const reader = new FontReader(bytes ?? new Uint8Array());
  const dict = new Map<number, Operands>();
  let operands: number[] = [];
  for (let at = 0; at < reader.bytes.length; ) {
    const byte = reader.unsigned(at++, 1);
    if (byte <= 21) {
      dict.set(byte === 12 ? 1200 + reader.unsigned(at++, 1) : byte, operands);
      operands = [];
    } else if (byte === 28) {
      operands.push(reader.signed(at));
      at += 2;
    } else if (byte === 29) {
      operands.push(reader.unsigned(at, 4) | 0);
      at += 4;
    } else if (byte === 30) {
      let text = "";
      for (let isEnd = false; !isEnd; ) {
        const pair = reader.unsigned(at++, 1);
        for (const nibble of [pair >> 4, pair & 15]) {
          isEnd ||= nibble === 15;
          if (!isEnd) text += NIBBLES[nibble] ?? "";
        }
      }
      operands.push(Number(text));
    } else if (byte >= 32 && byte <= 246) operands.push(byte - 139);
    else if (byte >= 247 && byte <= 250) operands.push((byte - 247) * 256 + reader.unsigned(at++, 1) + 108);
    else if (byte >= 251 && byte <= 254) operands.push(-(byte - 251) * 256 - reader.unsigned(at++, 1) - 108);
    else throw new UnreadableFont("A dictionary is damaged.");
  }
  return dict;
}

function privateOf(reader: FontReader, dict: Dict): Private {
  const [size = 0, at = 0] = dict.get(PRIVATE) ?? [];
  if (at + size > reader.bytes.length) throw new UnreadableFont("A dictionary is cut off.");
  const own = dictOf(reader.bytes.subarray(at, at + size));
  const [subrs] = own.get(SUBRS) ?? [];
  return {
    defaultWidth: own.get(DEFAULT_WIDTH)?.[0] ?? 0,
    nominalWidth: own.get(NOMINAL_WIDTH)?.[0] ?? 0,
    subrs: subrs === undefined ? [] : indexAt(reader, at + subrs).items,
  };
}

function privatesOf(reader: FontReader, top: Dict): readonly Private[] {
  return indexAt(reader, offsetOf(top, FD_ARRAY)).items.map((item) => {
    const dict = dictOf(item);
    requirePlainMatrix(dict, top);
    return privateOf(reader, dict);
  });
}

/** Which of the shared parts a glyph uses. */
function selectOf(reader: FontReader, at: number, glyphs: number): (glyph: number) => number {
  const format = reader.unsigned(at, 1);
  if (format === 0) return (glyph) => (glyph < glyphs ? reader.unsigned(at + 1 + glyph, 1) : -1);
  if (format !== 3) throw new UnreadableFont("The parts of glyphs are not known.");
  const ranges = reader.unsigned(at + 1, 2);
  return (glyph) => {
    let part = -1;
    for (let index = 0; index < ranges; index++) {
      const row = at + 3 + index * 3;
      if (reader.unsigned(row, 2) > glyph) break;
      part = reader.unsigned(row + 2, 1);
    }
    return part;
  };
}

/** The name (as number of its string) or CID of each glyph. */
function charsetOf(reader: FontReader, at: number, glyphs: number, isCid: boolean): readonly number[] {
  if (at <= 2) {
    if (at !== 0 || (isCid && glyphs > 229)) throw new UnreadableFont("This charset is not known.");
    return Array.from({ length: Math.min(glyphs, 229) }, (_, glyph) => glyph);
  }
  const ids = [0];
  const format = reader.unsigned(at, 1);
  if (format > 2) throw new UnreadableFont("This charset is not known.");
  for (let place = at + 1; ids.length < glyphs; ) {
    const first = reader.unsigned(place, 2);
    place += 2;
    const left = format === 0 ? 0 : reader.unsigned(place, format === 1 ? 1 : 2);
    place += format;
    for (let step = 0; step <= left && ids.length < glyphs; step++) ids.push(first + step);
  }
  return ids;
}

/** Codes → glyphs; undefined for the encoding of experts, which is not known here. */
function encodingOf(reader: FontReader, at: number): ReadonlyMap<number, number> | "standard" | undefined {
  if (at === 0) return "standard";
  if (at === 1) return undefined;
  const codes = new Map<number, number>();
  const format = reader.unsigned(at, 1);
  // Supplements say more than one code for a glyph.
  if (format > 1) return undefined;
  let glyph = 1;
  for (let index = 0; index < reader.unsigned(at + 1, 1); index++) {
    const place = at + 2 + index * (format + 1);
    const left = format === 0 ? 0 : reader.unsigned(place + 1, 1);
    for (let step = 0; step <= left; step++) codes.set(reader.unsigned(place, 1) + step, glyph++);
  }
  return codes;
}

const MAX_DEPTH = 10;

/** What a charstring adds to the nominal width; true if it has the default width, undefined if it cannot be said. */
function widthOperand(
  charString: Bytes,
  subrs: readonly Bytes[],
  globals: readonly Bytes[],
): number | true | undefined {
  const stack: number[] = [];
  const run = (bytes: Bytes, depth: number): number | boolean | undefined => {
    const reader = new FontReader(bytes);
    for (let at = 0; at < bytes.length; ) {
      const byte = reader.unsigned(at++, 1);
      if (byte === 28) {
        stack.push(reader.signed(at));
        at += 2;
      } else if (byte === 255) {
        stack.push((reader.unsigned(at, 4) | 0) / 65_536);
        at += 4;
      } else if (byte >= 251) stack.push(-(byte - 251) * 256 - reader.unsigned(at++, 1) - 108);
      else if (byte >= 247) stack.push((byte - 247) * 256 + reader.unsigned(at++, 1) + 108);
      else if (byte >= 32) stack.push(byte - 139);
      else if (byte === 11) return false;
      else if (byte === 10 || byte === 29) {
        const list = byte === 10 ? subrs : globals;
        const bias = list.length < 1240 ? 107 : list.length < 33_900 ? 1131 : 32_768;
        const called = list[(stack.pop() ?? Number.NaN) + bias];
        if (!called || depth >= MAX_DEPTH) return undefined;
        const found = run(called, depth + 1);
        if (found !== false) return found;
      } else {
        const extra = extraOperands(byte, stack.length);
        return extra === undefined ? undefined : extra ? (stack[0] ?? true) : true;
      }
    }
    return false;
  };
  const found = run(charString, 0);
  return found === false ? undefined : found;
}

/** Whether there is one operand more than the operator takes; undefined for operators that no glyph begins with. */
function extraOperands(operator: number, count: number): boolean | undefined {
  switch (operator) {
    case 1: // hstem
    case 3: // vstem
    case 18: // hstemhm
    case 19: // hintmask
    case 20: // cntrmask
    case 23: // vstemhm
      return count % 2 === 1;
    case 4: // vmoveto
    case 22: // hmoveto
      return count > 1;
    case 21: // rmoveto
      return count > 2;
    case 14: // endchar, which may put two glyphs together
      return count === 1 || count === 5;
    default:
      return undefined;
  }
}
