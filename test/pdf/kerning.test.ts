/** Plain text is kerned without the shaper; the result has to be what the shaper gives. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { readKerning } from "../../src/pdf/kerning.ts";

const require = createRequire(import.meta.url);
// fontkit has no types; of a run only glyphs and advances are looked at.
const fontkit = require("fontkit") as { create(data: Uint8Array): Font };

interface Font {
  glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number };
  layout(
    text: string,
    features: object,
  ): { readonly glyphs: readonly { id: number }[]; readonly positions: readonly { xAdvance: number }[] };
}

const fonts = [
  "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
  "@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
];

const alphabet =
  "AÄBCDEFGHIJKLMNOÖPQRSTUÜVWXYZaäbcdefghijklmnoöpqrsßtuüvwxyz0123456789.,;:!?„“‚‘–-()§€/%&'\"ŁłŞşČčŢţẞạợ";

describe.each(fonts)("%s", (name) => {
  const data = readFileSync(require.resolve(name));
  const font = fontkit.create(data);

  it("kerns every pair as the shaper does", () => {
    const kerning = readKerning(data);
    if (!kerning) throw new Error("The kerning was not understood.");
    const characters = Array.from(alphabet);
    for (const left of characters) {
      // All pairs with one left character in one text: l1 l2 l3 …
      const text = characters.map((right) => left + right).join("");
      const run = font.layout(text, { liga: false, clig: false, dlig: false, ccmp: false });
      const glyphs = Array.from(text, (character) => font.glyphForCodePoint(character.codePointAt(0) ?? 0));
      const ids = glyphs.map(({ id }) => id);
      expect(ids).toEqual(run.glyphs.map(({ id }) => id));
      expect(kerning.isContextual(ids)).toBe(false);
      const advances = glyphs.map(({ id, advanceWidth }, index) => {
        const next = ids[index + 1];
        return advanceWidth + (next === undefined ? 0 : kerning.between(id, next));
      });
      expect(advances).toEqual(run.positions.map(({ xAdvance }) => xAdvance));
    }
  });
});
