/** Everything in a finished PDF that is text, read from its bytes: what pages show, and what objects say. Of our own files only. */

import { inflateSync } from "node:zlib";

/** Characters by the code of a glyph. */
type CharacterMap = readonly (string | undefined)[];

interface PdfStream {
  readonly id: string;
  readonly dictionary: string;
  /** A character a byte. */
  readonly data: string;
}

/** Stretches of text as pages show them, what stands for them, and all strings of objects: bookmarks, tags, metadata, names. */
export function readPdfStrings(bytes: Uint8Array): readonly string[] {
  const streams = readStreams(Buffer.from(bytes).toString("latin1"));
  const objects = new Map(streams.flatMap(unpackObjects));
  const maps = new Map(
    streams.map(({ id, data }) => [id, data.includes("begincmap") ? readCharacterMap(data) : undefined]),
  );
  const fonts = new Map<string, CharacterMap>();
  const found: string[] = [];
  for (const text of objects.values()) {
    for (const [, name = "", font = ""] of text.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = maps.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? "")?.[1] ?? "");
      if (map) fonts.set(name, map);
    }
    found.push(...readStrings(text));
  }
  for (const { dictionary, data } of streams) {
    found.push(...readStrings(dictionary));
    if (/\/Subtype ?\/XML/.test(dictionary)) found.push(readXmp(Buffer.from(data, "latin1").toString("utf8")));
    else if (/\bBT\b/.test(data) && !/\/(Type|Subtype|Length1|N) /.test(dictionary))
      found.push(...readContent(data, fonts));
  }
  return found;
}

function readStreams(file: string): readonly PdfStream[] {
  const streams: PdfStream[] = [];
  const begin = /(\d+) 0 obj\n(<<[\s\S]*?>>)\nstream\n/g;
  for (let match = begin.exec(file); match; match = begin.exec(file)) {
    const [whole, id = "", dictionary = ""] = match;
    const start = match.index + whole.length;
    const end = start + Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const data = file.slice(start, end);
    const isPacked = /\/FlateDecode/.test(dictionary) && !/\/Subtype ?\/Image/.test(dictionary);
    streams.push({ id, dictionary, data: isPacked && !isFontOrProfile(dictionary) ? inflate(data) : data });
    begin.lastIndex = end;
  }
  return streams;
}

/** Outlines of letters and definitions of colours are the program's own, and no text. */
function isFontOrProfile(dictionary: string): boolean {
  return /\/(Length1|N) /.test(dictionary) && !/\/Type ?\/ObjStm/.test(dictionary);
}

function inflate(data: string): string {
  return inflateSync(Buffer.from(data, "latin1")).toString("latin1");
}

/** The objects of an object stream by their numbers. */
function unpackObjects({ dictionary, data }: PdfStream): readonly (readonly [id: string, text: string])[] {
  if (!/\/Type ?\/ObjStm/.test(dictionary)) return [];
  const first = Number(/\/First (\d+)/.exec(dictionary)?.[1]);
  const numbers = data.slice(0, first).trim().split(/\s+/);
  return numbers.flatMap((id, index) => {
    if (index % 2 === 1) return [];
    const end = numbers[index + 3];
    return [[id, data.slice(first + Number(numbers[index + 1]), end === undefined ? undefined : first + Number(end))]];
  });
}

function readCharacterMap(cmap: string): CharacterMap {
  const map: string[] = [];
  for (const [, from = "", , entries = ""] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    let code = Number.parseInt(from, 16);
    for (const [, hex = ""] of entries.matchAll(/<([0-9a-f]*)>/gi)) {
      map[code++] = Buffer.from(hex, "hex").swap16().toString("utf16le");
    }
  }
  return map;
}

/** One stretch for each text object, and what replaces stretches. */
function readContent(content: string, fonts: ReadonlyMap<string, CharacterMap>): readonly string[] {
  const found: string[] = [];
  let font: CharacterMap | undefined;
  let text = "";
  // A whole array is found at once: kerning parts a line into many strings.
  for (const [, name, replacement, codes, end] of content.matchAll(
    /\/(F\d+) [\d.]+ Tf|\/ActualText <([0-9a-f]*)>|(\[[<>0-9a-f .-]*\]|<[0-9a-f]+>)|\b(ET)\b/g,
  )) {
    if (name) font = fonts.get(name);
    else if (replacement) found.push(decodeHex(replacement));
    else if (codes) text += font ? readCodes(codes, font) : "";
    else if (end) {
      found.push(text);
      text = "";
    }
  }
  return found;
}

/** The characters of hexadecimal strings, each code of four digits; what stands between the strings is spacing. */
function readCodes(strings: string, font: CharacterMap): string {
  let text = "";
  let end = 0;
  for (let start = strings.indexOf("<"); start !== -1; start = strings.indexOf("<", end)) {
    end = strings.indexOf(">", start);
    if (end === -1) break;
    for (let at = start + 1; at + 4 <= end; at += 4) text += font[codeAt(strings, at)] ?? "";
  }
  return text;
}

function codeAt(text: string, at: number): number {
  let code = 0;
  for (let index = at; index < at + 4; index++) code = code * 16 + digitOf(text.charCodeAt(index));
  return code;
}

/** The value of a hexadecimal digit in lower case. */
function digitOf(character: number): number {
  return character - (character >= 0x61 ? 0x57 : 0x30);
}

/** What an XMP packet says, without its description of schemas. */
function readXmp(packet: string): string {
  return packet.replace(/<pdfaExtension:schemas>[\s\S]*<\/pdfaExtension:schemas>/, "").replace(/<[^>]*>/g, " ");
}

/** Literal and hexadecimal strings of an object. */
function readStrings(object: string): readonly string[] {
  const found: string[] = [];
  for (const [, literal, hex] of object.matchAll(/\(((?:\\[\s\S]|[^\\()])*)\)|<([0-9a-f]{2,})>/gi)) {
    if (hex) found.push(decodeHex(hex));
    else if (literal)
      found.push(decode(literal.replace(/\\([\s\S])/g, (_, one: string) => (one === "r" ? "\r" : one))));
  }
  return found;
}

function decodeHex(hex: string): string {
  return decode(Buffer.from(hex, "hex").toString("latin1"));
}

/** UTF-16 with byte order mark, or ASCII. */
function decode(bytes: string): string {
  if (!bytes.startsWith("\xfe\xff")) return bytes;
  return Buffer.from(bytes.slice(2, bytes.length - (bytes.length % 2)), "latin1")
    .swap16()
    .toString("utf16le");
}
