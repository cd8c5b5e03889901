/** The operators that draw rules and filled rectangles (ISO 32000-1, 8.5). pdfkit would set the whole state for each. */

import { BoundedMap } from "../model/bounded-map.ts";
import type { Vector } from "./boxes.ts";

/** What is drawn without a colour of its own. */
export const BLACK = "#000000";

/** A theme has five colours. */
const known = new BoundedMap<string>(50);

/** Parts of red, green and blue of a colour such as `#0a7fcc`. */
export function components(color: string): string {
  let parts = known.get(color);
  if (parts === undefined) {
    const value = Number.parseInt(color.slice(1), 16);
    parts = [value >> 16, (value >> 8) & 255, value & 255]
      .map((part) => Math.round((part / 255) * 1e4) / 1e4)
      .join(" ");
    known.set(color, parts);
  }
  return parts;
}

/** Sets the colour and width of a rule. */
export function penOf({ lineColor = BLACK, lineWidth = 1 }: Vector): string {
  return `${components(lineColor)} RG ${number(lineWidth)} w`;
}

/** Draws a rule. */
export function rule({ x1 = 0, y1 = 0, x2 = 0, y2 = 0 }: Vector): string {
  return `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S`;
}

/** Fills a rectangle. */
export function rectangle({ x = 0, y = 0, w = 0, h = 0 }: Vector): string {
  return `${number(x)} ${number(y)} ${number(w)} ${number(h)} re f`;
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
