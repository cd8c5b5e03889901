/** Reads of a Type 1 program what PDF uses: names, widths, and its own encoding (Adobe Type 1 Font Format). */

import { type NamedProgram, UnreadableFont } from "./font-program.ts";
import { nameInEncoding } from "./glyph-names.ts";

const EEXEC_KEY = 55_665;
const CHARSTRING_KEY = 4330;

/** Reads a program; throws `UnreadableFont`. */
export function readType1(bytes: Uint8Array): NamedProgram {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = all.indexOf("eexec");
  if (!all.subarray(0, 2).equals(Buffer.from("%!")) || mark < 0) throw new UnreadableFont("This is no Type 1.");
  const clear = all.toString("latin1", 0, mark);
  const matrix = /\/FontMatrix\s*\[([^\]]*)\]/.exec(clear)?.[1] ?? "";
  if (matrix.trim().split(/\s+/).map(Number).join(" ") !== "0.001 0 0 0.001 0 0")
    throw new UnreadableFont("Units are not thousandths.");
  let start = mark + 5;
  while ([9, 10, 13, 32].includes(all[start] ?? 0)) start++;
  const secret = all.subarray(start);
  const isHex = /^[0-9A-Fa-f\s]{8}/.test(secret.toString("latin1", 0, 8));
  const plain = decrypt(
    isHex ? Buffer.from(secret.toString("latin1").replace(/\s/g, ""), "hex") : secret,
    EEXEC_KEY,
    4,
  );
  const glyphs = charStringsOf(plain);
  const names = [...glyphs.keys()].sort((a, b) => Number(b === ".notdef") - Number(a === ".notdef"));
  if (names[0] !== ".notdef") throw new UnreadableFont("There is no .notdef.");
  const glyphOfName = new Map(names.map((name, glyph) => [name, glyph]));
  const codes = encodingOf(clear);
  return {
    glyphs: names.length,
    glyphOfName: (name) => glyphOfName.get(name),
    nameOfCode: (code) => (codes ? codes.get(code) : nameInEncoding("StandardEncoding", code)),
    width: (glyph) => widthOf(glyphs.get(names[glyph] ?? "") ?? Buffer.alloc(0)),
  };
}

function decrypt(bytes: Buffer, key: number, skipped: number): Buffer {
  const plain = Buffer.alloc(bytes.length);
  let state = key;
  for (const [index, byte] of bytes.entries()) {
    plain[index] = byte ^ (state >> 8);
    state = ((byte + state) * 52_845 + 22_719) & 0xffff;
  }
  return plain.subarray(skipped);
}

/** Charstrings by name; they are binary and have their lengths before them. */
function charStringsOf(plain: Buffer): ReadonlyMap<string, Buffer> {
  const text = plain.toString("latin1");
  const skipped = Number(/\/lenIV\s+(-?\d+)/.exec(text)?.[1] ?? 4);
  const start = text.indexOf("/CharStrings");
  if (start < 0 || skipped < 0) throw new UnreadableFont("There are no glyphs.");
  const found = new Map<string, Buffer>();
  const entry = /\/(\S+)\s+(\d+)\s+(?:RD|-\||\S+) /g;
  entry.lastIndex = text.indexOf("begin", start);
  for (let match = entry.exec(text); match; match = entry.exec(text)) {
    const [, name = "", length = "0"] = match;
    const end = entry.lastIndex + Number(length);
    if (end > plain.length || found.has(name)) throw new UnreadableFont("The glyphs are damaged.");
    found.set(name, decrypt(plain.subarray(entry.lastIndex, end), CHARSTRING_KEY, skipped));
    entry.lastIndex = end;
    if (/^\s*\S+\s+end\b|^\s*end\b/.test(text.slice(end, end + 40))) break;
  }
  return found;
}

/** Codes → names; undefined for the standard encoding. */
function encodingOf(clear: string): ReadonlyMap<number, string> | undefined {
  if (/\/Encoding\s+StandardEncoding\b/.test(clear)) return undefined;
  return new Map(
    [...clear.matchAll(/\bdup\s+(\d+)\s*\/(\S+)\s+put\b/g)].map(([, code, name = ""]) => [Number(code), name]),
  );
}

/** A charstring begins with its side bearing and its width: `hsbw`, or `sbw` for both directions. */
function widthOf(charString: Buffer): number | undefined {
  const stack: number[] = [];
  for (let at = 0; at < charString.length; ) {
    const byte = charString[at++] ?? 0;
    const next = charString[at] ?? 0;
    if (byte === 255) {
      if (at + 4 > charString.length) return undefined;
      stack.push(charString.readInt32BE(at));
      at += 4;
    } else if (byte >= 251) {
      stack.push(-(byte - 251) * 256 - next - 108);
      at++;
    } else if (byte >= 247) {
      stack.push((byte - 247) * 256 + next + 108);
      at++;
    } else if (byte >= 32) stack.push(byte - 139);
    else if (byte === 13) return stack.length === 2 ? stack[1] : undefined;
    else if (byte === 12 && next === 12) {
      const [divisor = Number.NaN, value = Number.NaN] = [stack.pop(), stack.pop()];
      stack.push(value / divisor);
      at++;
    } else if (byte === 12 && next === 7) return stack.length === 4 ? stack[2] : undefined;
    else return undefined;
  }
  return undefined;
}
