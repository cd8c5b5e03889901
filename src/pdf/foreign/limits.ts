/** What PDF/A demands of single values: limits (ISO 19005-2, 6.1.13) and rendering intents (6.2.6). */

import { Name, type PdfValue } from "./objects.ts";
import type { Obstacle } from "./obstacle.ts";

const MAX_STRING = 32_767;
const MAX_NAME = 127;
const MAX_NUMBER = 2 ** 31 - 1;
/** Closer to zero is nothing but zero. */
const MIN_NUMBER = 1.175495e-38;

const INTENTS = new Set(["RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"]);

/** The limit that a value breaks; of arrays and dictionaries, those of what is in them are others. */
export function brokenLimit(value: PdfValue): Obstacle | undefined {
  if (value instanceof Name) return isOddName(value.name) ? "name" : undefined;
  if (value instanceof Uint8Array) return value.length > MAX_STRING ? "string" : undefined;
  if (typeof value !== "number" || value === 0) return undefined;
  const size = Math.abs(value);
  return size > MAX_NUMBER || size < MIN_NUMBER ? "number" : undefined;
}

/** Names of other writing systems would have to be UTF-8, which is not looked into. */
export function isOddName(name: string): boolean {
  return /[^\x20-\x7e]/.test(name) || name.length > MAX_NAME;
}

/** Whether it is a rendering intent that there is. */
export function isIntent(name: string): boolean {
  return INTENTS.has(name);
}
