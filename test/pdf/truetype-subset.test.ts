/** A subset shows the same shapes with the same widths as the font that it is from. */

import { create } from "fontkit";
import { expect, it } from "vitest";
import { shippedFonts } from "../../src/node/shipped.ts";
import { hasPlainOutlines, subsetTrueType } from "../../src/pdf/truetype-subset.ts";

it.each(["NotoSans_400Regular", "NotoSans_700Bold_Italic", "DejaVuSans", "DejaVuSansMono"])("of %s", (name) => {
  const read = shippedFonts().read(`fonts/${name}.ttf`);
  if ("failure" in read) throw new Error(read.failure);
  const before = Buffer.from(read.bytes);
  const whole = create(Buffer.from(read.bytes));
  const glyphs = whole.glyphsForString("Äöçşñǖ fi ½ĳ§W€").map(({ id }) => id);
  expect(hasPlainOutlines(read.bytes)).toBe(true);
  const { program, places } = subsetTrueType(read.bytes, glyphs);
  const part = create(Buffer.from(program));
  expect(new Set(glyphs.map((id) => places[id])).size).toBe(new Set(glyphs).size);
  for (const id of [0, ...glyphs]) {
    const place = places[id] ?? 0;
    expect(part.getGlyph(place).path.toSVG()).toBe(whole.getGlyph(id).path.toSVG());
    expect(part.getGlyph(place).advanceWidth).toBe(whole.getGlyph(id).advanceWidth);
  }
  // All documents of a process share the font.
  expect(Buffer.compare(before, Buffer.from(read.bytes))).toBe(0);
});
