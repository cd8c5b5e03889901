/** The operators that show a stretch of text (ISO 32000-1, 9.4). */

import type { TextStyle } from "./boxes.ts";
import type { DocumentFont } from "./embedded-font.ts";

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/**
 * Shows words whose baseline begins at a point. pdfmake's pages have their origin at the upper left corner, so the
 * text matrix turns the letters upright again. Words are shaped one by one, since papers share words and not lines.
 */
export function showText(
  words: readonly string[],
  style: TextStyle,
  font: DocumentFont,
  x: number,
  baseline: number,
): string {
  const scale = style.size / 1000;
  const moveTo = (dx: number, dy: number): string =>
    `1 0 0 -1 ${number(x + dx * scale)} ${number(baseline - dy * scale)} Tm`;
  const parts = [`BT /${font.id} ${number(style.size)} Tf`, moveTo(0, 0)];
  let array: string[] = [];
  let hex = "";
  let pen = 0;
  const flush = (): void => {
    if (hex !== "") array.push(`<${hex}>`);
    if (array.length > 0) parts.push(`[${array.join(" ")}] TJ`);
    hex = "";
    array = [];
  };
  let displaced = false;
  for (const word of words) {
    const shaped = style.font.shape(word);
    const codes = font.encodeShaped(word, shaped);
    for (let index = 0; index < codes.length; index++) {
      const offset = shaped.offsets?.[index];
      const advance = shaped.advances[index] ?? 0;
      if (offset || displaced) {
        flush();
        parts.push(moveTo(pen + (offset?.[0] ?? 0), offset?.[1] ?? 0));
        displaced = offset !== undefined;
      }
      hex += codes[index];
      const kern = shaped.kerns[index];
      if (kern !== undefined) {
        array.push(`<${hex}> ${kern}`);
        hex = "";
      }
      pen += advance;
    }
  }
  flush();
  parts.push("ET");
  return parts.join("\n");
}
