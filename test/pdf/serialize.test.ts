/** How values are spelt in the file. */

import { expect, it } from "vitest";
import { serialize } from "../../src/pdf/serialize.ts";

it.each([
  [{ Type: "Catalog", Count: 3, Open: true }, "<</Type /Catalog/Count 3/Open true>>"],
  [[0.1234567, -2, 1e-9], "[0.123457 -2 0]"],
  [new String("ab (c) \\ \r\n"), "(ab \\(c\\) \\\\ \\r\n)"],
  [new String("Übung"), "(\xfe\xff\0\xdc\0b\0u\0n\0g)"],
  // The code unit U+5C28 holds the bytes of a backslash and a parenthesis.
  [new String("尨"), "(\xfe\xff\\\\\\()"],
  [new Uint8Array([1, 255]), "<01ff>"],
  [new Date("2026-03-12T12:00:00Z"), "(D:20260312120000Z)"],
  [null, "null"],
])("spells %j", (value, text) => {
  expect(serialize(value)).toBe(text);
});
