/** What an OpenType font file is made of (OpenType 1.9, “Organization of an OpenType font”). */

/** Its tables by their tags; the bytes are the font's own. */
export function readTables(font: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const data = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < data.getUint16(4); index++) {
    const record = 12 + 16 * index;
    const tag = String.fromCharCode(...font.subarray(record, record + 4));
    const start = data.getUint32(record + 8);
    tables.set(tag, font.subarray(start, start + data.getUint32(record + 12)));
  }
  return tables;
}
