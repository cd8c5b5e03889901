/** The operators that show a stretch of text (ISO 32000-1, 9.4). */

import type { TextStyle } from "./boxes.ts";
import type { EmbeddedFont } from "./embedded-font.ts";
import type { PrintedWord } from "./font-library.ts";
import { hexadecimal } from "./hex.ts";

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/**
 * Shows words whose baseline begins at a point. pdfmake's pages have their origin at the upper left corner, so the
 * text matrix turns the letters upright again. Words are shaped one by one, since papers share words and not lines.
 */
export function showText(
  words: readonly PrintedWord[],
  style: TextStyle,
  font: EmbeddedFont,
  x: number,
  baseline: number,
): string {
  const begin = `BT /${font.id} ${number(style.size)} Tf\n1 0 0 -1 ${number(x)} ${number(baseline)} Tm\n`;
  let spelled = "";
  let isDisplaced = false;
  // All of them, since that makes the font have their glyphs.
  for (const word of words) {
    const own = font.spell(word);
    if (own === undefined) isDisplaced = true;
    else spelled += own;
  }
  return isDisplaced ? `${begin}${showMarks(words, style, font, x, baseline)}\nET` : `${begin}[<${spelled}>] TJ\nET`;
}

/** Shows words with marks that stand elsewhere than where the pen is: the pen is moved there and back. */
function showMarks(
  words: readonly PrintedWord[],
  style: TextStyle,
  font: EmbeddedFont,
  x: number,
  baseline: number,
): string {
  const scale = style.size / 1000;
  const moveTo = (dx: number, dy: number): string =>
    `1 0 0 -1 ${number(x + dx * scale)} ${number(baseline - dy * scale)} Tm`;
  const parts: string[] = [];
  let spelled = "";
  let pen = 0;
  const flush = (): void => {
    if (spelled !== "") parts.push(`[<${spelled}>] TJ`);
    spelled = "";
  };
  let displaced = false;
  for (const { shaped } of words) {
    for (let index = 0; index < shaped.glyphs.length; index++) {
      const offset = shaped.offsets?.[index];
      if (offset || displaced) {
        flush();
        parts.push(moveTo(pen + (offset?.[0] ?? 0), offset?.[1] ?? 0));
        displaced = offset !== undefined;
      }
      spelled += hexadecimal(font.codeOf(shaped.glyphs[index] ?? 0));
      const kern = shaped.kerns[index];
      if (kern !== undefined) spelled += `> ${kern} <`;
      pen += shaped.advances[index] ?? 0;
    }
  }
  flush();
  return parts.join("\n");
}
