/** Values as pdfkit keeps them → objects as a PDF spells them (ISO 32000-1, 7.3). */

/** The text of an object, a character a byte. A plain string is a name; a `String` object is text. */
export function serialize(value: unknown): string {
  if (typeof value === "string") return `/${value}`;
  if (typeof value === "number") return String(Math.round(value * 1e6) / 1e6);
  if (value instanceof String) return textString(value.valueOf());
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString("hex")}>`;
  if (value instanceof Date) return dateString(value);
  if (Array.isArray(value)) return `[${value.map(serialize).join(" ")}]`;
  if (isDictionary(value)) {
    let entries = "";
    for (const key in value) entries += `/${key} ${serialize(value[key])}`;
    return `<<${entries}>>`;
  }
  // References and trees of pdfkit spell themselves; so do booleans and null.
  return String(value);
}

function isDictionary(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** ASCII as it is, everything else as UTF-16 with byte order mark (7.9.2.2). */
function textString(text: string): string {
  let bytes = text;
  if (/[^\0-\x7f]/.test(text)) {
    bytes = "\xfe\xff";
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      bytes += String.fromCharCode(unit >> 8, unit & 0xff);
    }
  }
  // A carriage return would be read as a line feed.
  return `(${bytes.replace(/[\\()\r]/g, (character) => (character === "\r" ? "\\r" : `\\${character}`))})`;
}

function dateString(date: Date): string {
  return `(D:${date.toISOString().replace(/\.\d+Z$|[-:T]/g, "")}Z)`;
}
