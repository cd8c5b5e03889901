/** Keeps text readable whatever colours a theme gives (WCAG 2.1, 1.4.3). */

import { contrast, ENOUGH_CONTRAST } from "../model/contrast.ts";

/** The colour if it stands out enough from the background, else the stronger of black and white. */
export function readableOn(background: string, color: string): string {
  if (contrast(color, background) >= ENOUGH_CONTRAST) return color;
  return contrast("#000000", background) >= contrast("#ffffff", background) ? "#000000" : "#ffffff";
}
