/** Values as pdfkit keeps them → objects as a PDF spells them (ISO 32000-1, 7.3). */

import { FileObject } from "./file-object.ts";

/** The text of an object, a character a byte. A plain string is a name; a `String` object is text. */
export function serialize(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `/${value}`;
    case "number":
      return Number.isInteger(value) ? String(value) : String(Math.round(value * 1e6) / 1e6);
    case "object":
      return value === null ? "null" : serializeObject(value);
    default:
      return String(value);
  }
}

function serializeObject(value: object): string {
  if (value instanceof FileObject) return value.toString();
  if (Object.getPrototypeOf(value) === Object.prototype) {
    const dictionary = value as Record<string, unknown>; // a plain object
    let entries = "";
    for (const key in dictionary) entries += `/${key} ${serialize(dictionary[key])}`;
    return `<<${entries}>>`;
  }
  if (Array.isArray(value)) {
    let items = "";
    for (let index = 0; index < value.length; index++) items += (index === 0 ? "" : " ") + serialize(value[index]);
    return `[${items}]`;
  }
  if (value instanceof String) return textString(value.valueOf());
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString("hex")}>`;
  if (value instanceof Date) return dateString(value);
  // Trees spell themselves.
  return String(value);
}

/** A text: ASCII as it is, everything else as UTF-16 with byte order mark (7.9.2.2). */
export function textString(text: string): string {
  const isAscii = !/[^\0-\x7f]/.test(text);
  const bytes = isAscii ? text : `\xfe\xff${Buffer.from(text, "utf16le").swap16().toString("latin1")}`;
  if (!/[\\()\r]/.test(bytes)) return `(${bytes})`;
  // A carriage return would be read as a line feed.
  return `(${bytes.replace(/[\\()\r]/g, (character) => (character === "\r" ? "\\r" : `\\${character}`))})`;
}

function dateString(date: Date): string {
  return `(D:${date.toISOString().replace(/\.\d+Z$|[-:T]/g, "")}Z)`;
}
