/** Everything in a finished PDF that is text, read from its bytes: what pages show, and what objects say. Of our own files only. */

import { inflateSync } from "node:zlib";

/** Characters by the code of a glyph. */
type CharacterMap = readonly (string | undefined)[];

interface PdfStream {
  readonly id: string;
  readonly dictionary: string;
  readonly bytes: Buffer;
}

/** What streams hold that have no text of anybody's: outlines of letters, colours, pictures, and where objects lie. */
const NO_TEXT = /\/(?:Length1|N) |\/Subtype ?\/Image|\/Type ?\/XRef/;

/** Stretches of text as pages show them, what stands for them, and all strings of objects: bookmarks, tags, metadata, names. */
export function readPdfStrings(bytes: Uint8Array): readonly string[] {
  const streams = findStreams(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const found: string[] = [];
  const objects = new Map<string, string>();
  const fontNames: (readonly [name: string, id: string])[] = [];
  for (const stream of streams) {
    if (!isObjectStream(stream)) continue;
    const text = unpackObjects(stream, objects);
    for (const [, name = "", id = ""] of text.matchAll(/\/(F\d+) (\d+) 0 R/g)) fontNames.push([name, id]);
    readStrings(text, found);
  }
  const fontFiles = new Set<string>();
  for (const text of objects.values()) {
    const file = text.includes("/FontFile") ? /\/FontFile\d? (\d+) 0 R/.exec(text)?.[1] : undefined;
    if (file !== undefined) fontFiles.add(file);
  }
  const maps = new Map<string, CharacterMap>();
  const texts: (readonly [dictionary: string, data: string])[] = [];
  for (const stream of streams) {
    const { id, dictionary } = stream;
    const hasText = !isObjectStream(stream) && !NO_TEXT.test(dictionary) && !fontFiles.has(id);
    const data = hasText ? unpack(stream).toString("latin1") : "";
    if (data.includes("begincmap")) maps.set(id, readCharacterMap(data));
    texts.push([dictionary, data]);
  }
  const fonts = new Map<string, CharacterMap>();
  for (const [name, id] of fontNames) {
    const map = maps.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? "")?.[1] ?? "");
    if (map) fonts.set(name, map);
  }
  for (const [dictionary, data] of texts) {
    readStrings(dictionary, found);
    if (/\/Subtype ?\/XML/.test(dictionary)) found.push(readXmp(Buffer.from(data, "latin1").toString("utf8")));
    else if (!/\/(Type|Subtype) /.test(dictionary) && /\bBT\b/.test(data)) readContent(data, fonts, found);
  }
  return found;
}

function findStreams(file: Buffer): readonly PdfStream[] {
  const streams: PdfStream[] = [];
  const text = file.toString("latin1");
  const begin = /(\d+) 0 obj\n(<<[\s\S]*?>>)\nstream\n/g;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const [whole, id = "", dictionary = ""] = match;
    const start = match.index + whole.length;
    const end = start + Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    streams.push({ id, dictionary, bytes: file.subarray(start, end) });
    begin.lastIndex = end;
  }
  return streams;
}

function isObjectStream({ dictionary }: PdfStream): boolean {
  return /\/Type ?\/ObjStm/.test(dictionary);
}

function unpack({ dictionary, bytes }: PdfStream): Buffer {
  if (!/\/FlateDecode/.test(dictionary)) return bytes;
  // Most become less than eight times as long, and then are not put together from pieces.
  return inflateSync(bytes, { chunkSize: Math.max(1024, bytes.length * 8) });
}

/** Adds the objects of an object stream by their numbers; gives the text of all of them. */
function unpackObjects(stream: PdfStream, objects: Map<string, string>): string {
  const data = unpack(stream).toString("latin1");
  const first = Number(/\/First (\d+)/.exec(stream.dictionary)?.[1]);
  const numbers = data.slice(0, first).trim().split(/\s+/);
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const end = numbers[index + 3];
    const text = data.slice(first + Number(numbers[index + 1]), end === undefined ? undefined : first + Number(end));
    objects.set(numbers[index] ?? "", text);
  }
  return data.slice(first);
}

function readCharacterMap(cmap: string): CharacterMap {
  const map: string[] = [];
  for (const [, from = "", , entries = ""] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    let code = Number.parseInt(from, 16);
    for (const [, hex = ""] of entries.matchAll(/<([0-9a-f]*)>/gi)) {
      map[code++] =
        hex.length === 4
          ? String.fromCharCode(Number.parseInt(hex, 16))
          : Buffer.from(hex, "hex").swap16().toString("utf16le");
    }
  }
  return map;
}

/**
 * One stretch for each text object, and what replaces stretches. Where that is a word which lines divide, its parts are no words:
 * they are left out as far as they spell it.
 */
function readContent(content: string, fonts: ReadonlyMap<string, CharacterMap>, found: string[]): void {
  let font: CharacterMap | undefined;
  let text = "";
  let isReplaced = false;
  let isReversed = false;
  /** What the parts have still to spell. */
  let rest = "";
  // A whole array is found at once: kerning parts a line into many strings.
  for (const [, name, replacement, codes, end] of content.matchAll(
    /\/(F\d+) [\d.]+ Tf|\/ActualText <([0-9a-f]*)>|(\[[<>0-9a-f .-]*\]|<[0-9a-f]+>)|\b(ET|EMC|ReversedChars)\b/g,
  )) {
    if (name) font = fonts.get(name);
    else if (replacement !== undefined) {
      isReplaced = true;
      const word = decode(Buffer.from(replacement, "hex"));
      // The other parts are replaced by nothing, or by the space behind them.
      if (word.trim() === "") continue;
      found.push(word);
      rest = word;
    } else if (codes) text += font ? readCodes(isReversed ? reverseCodes(codes) : codes, font) : "";
    else if (end === "ReversedChars") isReversed = true;
    else if (end === "EMC") {
      isReplaced = false;
      isReversed = false;
    } else if (end) {
      const part = text.trimEnd();
      if (isReplaced && part !== "" && rest.startsWith(part)) rest = rest.slice(part.length);
      else found.push(text);
      text = "";
    }
  }
}

/** As one string from the last code to the first: words that run from right to left are shown from left to right. */
function reverseCodes(strings: string): string {
  const codes = strings.replace(/>[^<]*</g, "").match(/[0-9a-f]{4}/g) ?? [];
  return `<${codes.reverse().join("")}>`;
}

/** The characters of hexadecimal strings, each code of four digits; what stands between the strings is spacing. */
function readCodes(strings: string, font: CharacterMap): string {
  let length = 0;
  let end = 0;
  for (let start = strings.indexOf("<"); start !== -1; start = strings.indexOf("<", end)) {
    end = strings.indexOf(">", start);
    if (end === -1) break;
    for (let at = start + 1; at + 4 <= end; at += 4) {
      const character = font[codeAt(strings, at)] ?? "";
      if (length + character.length > gathered.length) gathered = enlarged(gathered, length + character.length);
      for (let index = 0; index < character.length; index++) gathered[length++] = character.charCodeAt(index);
    }
  }
  return Buffer.from(gathered.buffer, 0, length * 2).toString("utf16le");
}

/** Characters on their way into a string: adding each to it takes longer, and longer still whoever reads it. */
let gathered = new Uint16Array(1024);

function enlarged(units: Uint16Array, length: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(length * 2);
  larger.set(units);
  return larger;
}

/** Values of hexadecimal digits by their character codes. */
const digits = new Uint8Array(128);
for (let value = 0; value < 16; value++) digits[value.toString(16).charCodeAt(0)] = value;

function codeAt(text: string, at: number): number {
  const high = ((digits[text.charCodeAt(at)] ?? 0) << 4) | (digits[text.charCodeAt(at + 1)] ?? 0);
  const low = ((digits[text.charCodeAt(at + 2)] ?? 0) << 4) | (digits[text.charCodeAt(at + 3)] ?? 0);
  return (high << 8) | low;
}

/** What an XMP packet says, without its description of schemas. */
function readXmp(packet: string): string {
  return packet.replace(/<pdfaExtension:schemas>[\s\S]*<\/pdfaExtension:schemas>/, "").replace(/<[^>]*>/g, " ");
}

/** Literal and hexadecimal strings of objects, but the file's identifier: its bytes are no text. */
function readStrings(objects: string, found: string[]): void {
  for (const [, literal, hex] of objects.matchAll(/\/ID \[[^\]]*\]|\(((?:\\[\s\S]|[^\\()])*)\)|<([0-9a-f]{2,})>/gi)) {
    if (hex) found.push(decode(Buffer.from(hex, "hex")));
    else if (literal) {
      const text = withoutEscapes(literal);
      found.push(text.startsWith("\xfe\xff") ? decode(Buffer.from(text, "latin1")) : text);
    }
  }
}

function withoutEscapes(literal: string): string {
  return literal.includes("\\")
    ? literal.replace(/\\([\s\S])/g, (_, one: string) => (one === "r" ? "\r" : one))
    : literal;
}

/** UTF-16 with byte order mark, or ASCII. */
function decode(bytes: Buffer): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString("latin1");
  return bytes
    .subarray(2, bytes.length - (bytes.length % 2))
    .swap16()
    .toString("utf16le");
}
