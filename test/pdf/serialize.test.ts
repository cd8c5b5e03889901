/** How values are spelt in the file. */

import { expect, it } from "vitest";
import { FileObject } from "../../src/pdf/file-object.ts";
import { serialize } from "../../src/pdf/serialize.ts";
import { NameTree, NumberTree } from "../../src/pdf/trees.ts";

const object = new FileObject({ endObject: () => undefined }, 12, {});

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
  [{ Parent: object }, "<</Parent 12 0 R>>"],
])("spells %j", (value, text) => {
  expect(serialize(value)).toBe(text);
});

it("spells a number tree by its keys", () => {
  const tree = new NumberTree();
  tree.add(10, object);
  tree.add(2, [object, null]);
  expect(serialize({ ParentTree: tree })).toBe("<</ParentTree <</Nums [2 [12 0 R null] 10 12 0 R]>>>>");
});

it("spells a name tree in the order of bytes", () => {
  const tree = new NameTree();
  for (const name of ["d2", "d10", "D3"]) tree.add(name, [object, "Fit"]);
  const target = "[12 0 R /Fit]";
  expect(serialize(tree)).toBe(`<</Names [(D3) ${target} (d10) ${target} (d2) ${target}]>>`);
});
