/** Character maps that a file brings along (ISO 32000-1, 9.7.5 and 9.10.3): codes to CIDs, or to Unicode. */

import { addTo } from "../../../model/groups.ts";
import { Lexer } from "../lexer.ts";
import { Keyword, Name, type PdfValue } from "../objects.ts";

/** Longer maps are not read. */
const MAX_ENTRIES = 70_000;

interface Stretch {
  /** Bytes of a code. */
  readonly length: number;
  readonly first: number;
  readonly last: number;
}

/** Where codes lead. */
export interface Target extends Stretch {
  /** What the first code leads to; an array has one for each. */
  readonly to: PdfValue;
}

/** A map that was read. */
export class CharacterMap {
  /** In the order of the file. */
  readonly targets: readonly Target[];
  readonly #ranges: readonly Target[];
  readonly #single = new Map<string, PdfValue[]>();

  /** Lengths of codes in bytes; more than one makes reading strings a matter of taste. */
  readonly codeLengths: ReadonlySet<number>;
  /** True if the map rests on others, or writes from top to bottom. */
  readonly isForeign: boolean;

  constructor(targets: readonly Target[], codeLengths: ReadonlySet<number>, isForeign: boolean) {
    this.targets = targets;
    this.#ranges = targets.filter(({ first, last }) => last > first);
    this.codeLengths = codeLengths;
    this.isForeign = isForeign;
    for (const { length, first, last, to } of targets) {
      if (first !== last) continue;
      const key = `${length} ${first}`;
      addTo(this.#single, key, Array.isArray(to) ? (to[0] ?? null) : to);
    }
  }

  /** Every text that a code of so many bytes is said to be; viewers differ in which they take. */
  texts(code: number, length: number): readonly string[] {
    return this.#find(code, length).map(({ value, step }) =>
      value instanceof Uint8Array ? readUtf16(value, step) : "",
    );
  }

  /** Every number that a code is said to lead to. */
  numbers(code: number, length: number): readonly number[] {
    return this.#find(code, length).map(({ value, step }) => (typeof value === "number" ? value + step : -1));
  }

  #find(code: number, length: number): readonly { readonly value: PdfValue; readonly step: number }[] {
    const found = (this.#single.get(`${length} ${code}`) ?? []).map((value) => ({ value, step: 0 }));
    for (const { length: own, first, last, to } of this.#ranges) {
      if (own !== length || code < first || code > last) continue;
      const items = Array.isArray(to) ? (to as readonly PdfValue[]) : undefined; // arrays of a file hold values of a file
      found.push(items ? { value: items[code - first] ?? null, step: 0 } : { value: to, step: code - first });
    }
    return found;
  }
}

/** Big-endian; `step` is added to the last unit. */
function readUtf16(bytes: Uint8Array, step: number): string {
  let text = "";
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    text += String.fromCharCode(at + 3 < bytes.length ? unit : unit + step);
  }
  return text;
}

/** Reads a map; undefined if it is none. */
export function readCharacterMap(bytes: Uint8Array): CharacterMap | undefined {
  const lexer = new Lexer(bytes, 0, false);
  const targets: Target[] = [];
  const codeLengths = new Set<number>();
  let isForeign = false;
  let operands: PdfValue[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!(token instanceof Keyword)) {
      operands.push(token);
      continue;
    }
    const { word } = token;
    if (word === "usecmap") isForeign = true;
    else if (word === "def" && isVertical(operands)) isForeign = true;
    else if (word === "endcodespacerange") {
      for (const operand of operands) if (operand instanceof Uint8Array) codeLengths.add(operand.length);
    } else if (word === "endbfchar" || word === "endcidchar") {
      for (let at = 0; at + 1 < operands.length; at += 2) add(operands[at], operands[at], operands[at + 1]);
    } else if (word === "endbfrange" || word === "endcidrange") {
      for (let at = 0; at + 2 < operands.length; at += 3) add(operands[at], operands[at + 1], operands[at + 2]);
    }
    operands = [];
    if (targets.length > MAX_ENTRIES) return undefined;
  }
  return targets.length > 0 ? new CharacterMap(targets, codeLengths, isForeign) : undefined;

  function add(first: PdfValue | undefined, last: PdfValue | undefined, to: PdfValue | undefined): void {
    if (!(first instanceof Uint8Array) || !(last instanceof Uint8Array)) return;
    targets.push({ length: first.length, first: numberOf(first), last: numberOf(last), to: to ?? null });
  }
}

function isVertical(operands: readonly PdfValue[]): boolean {
  const [key, value] = operands.slice(-2);
  return key instanceof Name && key.name === "WMode" && value !== 0;
}

function numberOf(bytes: Uint8Array): number {
  return bytes.reduce((number, byte) => number * 256 + byte, 0);
}

/** So many entries stand in one section. */
const SECTION = 100;

/** A map from codes to text as every reader understands it. */
export function writeCharacterMap({ targets }: CharacterMap): Uint8Array {
  const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString("hex")}>`;
  const code = (value: number, length: number): string => `<${value.toString(16).padStart(length * 2, "0")}>`;
  const texts = (to: PdfValue): string =>
    Array.isArray(to)
      ? `[${(to as readonly PdfValue[]).map(texts).join("")}]`
      : to instanceof Uint8Array
        ? hex(to)
        : "<>"; // as parsed
  const single = targets.filter(({ first, last }) => first === last);
  const ranges = targets.filter(({ first, last }) => first < last);
  const lengths = [...new Set(targets.map(({ length }) => length))].sort();
  const lines = [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    ...section(
      "codespacerange",
      lengths.map((length) => `<${"00".repeat(length)}><${"ff".repeat(length)}>`),
    ),
    ...section(
      "bfchar",
      single.map(({ first, length, to }) => `${code(first, length)}${texts(Array.isArray(to) ? (to[0] ?? null) : to)}`),
    ),
    ...section(
      "bfrange",
      ranges.map(({ first, last, length, to }) => `${code(first, length)}${code(last, length)}${texts(to)}`),
    ),
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
  ];
  return Buffer.from(`${lines.join("\n")}\n`, "latin1");
}

function section(name: string, entries: readonly string[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < entries.length; at += SECTION) {
    const some = entries.slice(at, at + SECTION);
    lines.push(`${some.length} begin${name}`, ...some, `end${name}`);
  }
  return lines;
}
