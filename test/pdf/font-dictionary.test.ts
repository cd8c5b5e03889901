/** What a file says of a font is what the font says of itself. */

import { expect, it } from "vitest";
import { descriptorOf } from "../../src/pdf/font-dictionary.ts";
import { libraryFont } from "../../src/pdf/font-library.ts";
import { fonts } from "./theme.ts";

const { text, code } = fonts;

it.each([
  ["upright", text.regular, [false, false]],
  ["italic", text.italic, [false, true]],
  ["of one width", code.regular, [true, false]],
  ["of one width and slanted", code.italic, [true, true]],
] as const)("%s", (_, file, [isFixed, isItalic]) => {
  const { Flags } = descriptorOf(libraryFont(file)) as { Flags: number };
  expect([(Flags & (1 << 0)) !== 0, (Flags & (1 << 6)) !== 0]).toEqual([isFixed, isItalic]);
});
