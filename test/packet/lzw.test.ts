/** LZW streams, which old scanners write: our decoder against an encoder that pdf.js understands. */

import { expect, it } from "vitest";
import { decode } from "../../src/pdf/foreign/filters.ts";
import { Random } from "../corpus/random.ts";
import { readPdf } from "../pdf/read-pdf.ts";
import { pdfOf } from "./small-pdf.ts";

/** ISO 32000-1, 7.4.4, with the code width growing one code early. */
function encode(data: Uint8Array): Uint8Array {
  const bits: number[] = [];
  let table = new Map<string, number>();
  let width = 9;
  const put = (code: number): void => {
    for (let bit = width - 1; bit >= 0; bit--) bits.push((code >> bit) & 1);
  };
  const reset = (): void => {
    put(256);
    table = new Map();
    width = 9;
  };
  const codeOf = (text: string): number | undefined => (text.length === 1 ? text.charCodeAt(0) : table.get(text));
  reset();
  let known = "";
  for (const byte of data) {
    const next = known + String.fromCharCode(byte);
    if (codeOf(next) !== undefined) {
      known = next;
      continue;
    }
    put(codeOf(known) ?? 0);
    table.set(next, 258 + table.size);
    const size = 258 + table.size + 1;
    width = size > 2048 ? 12 : size > 1024 ? 11 : size > 512 ? 10 : 9;
    if (size >= 4095) reset();
    known = String.fromCharCode(byte);
  }
  if (known !== "") put(codeOf(known) ?? 0);
  put(257);
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [index, bit] of bits.entries()) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (bit << (7 - (index & 7)));
  return bytes;
}

it("are decoded as another program does, also over several tables", async () => {
  // Much that does not repeat, so that every width of codes is reached and the table is begun anew.
  const random = new Random(1);
  const words = Array.from({ length: 3000 }, () => random.whole(0, 999_999).toString(36));
  const lines = words.flatMap((_, index) => (index % 6 === 0 ? [words.slice(index, index + 6).join(" ")] : []));
  const text = lines.join(" ");
  const shown = lines.map((line) => `(${line}) Tj 0 -1.5 Td`).join("\n");
  const content = Buffer.from(`BT /F 1 Tf 40 800 Td\n${shown}\nET`, "latin1");
  const encoded = encode(content);
  const font = "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>";
  const page = `/MediaBox[0 0 595 842]${font}/Contents 4 0 R`;
  const read = await readPdf(pdfOf({ page, content: encoded, filter: "/Filter/LZWDecode" }));
  expect(read.pages[0]?.text.replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
  const { bytes } = decode(encoded, [{ name: "LZWDecode", parameters: new Map() }]);
  expect(Buffer.from(bytes).toString("latin1")).toBe(content.toString("latin1"));
});
