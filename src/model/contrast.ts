/** Contrast of colours after WCAG 2.1, definition of “contrast ratio”. */

/** What body text needs (WCAG 2.1, 1.4.3). */
export const ENOUGH_CONTRAST = 4.5;

/** From 1 (the same) to 21 (black and white). Colours are `#rrggbb`. */
export function contrast(a: string, b: string): number {
  const [first, second] = [luminance(a), luminance(b)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** The colour if it stands out enough from the background, else the stronger of black and white. */
export function readableOn(background: string, color: string): string {
  if (contrast(color, background) >= ENOUGH_CONTRAST) return color;
  return contrast("#000000", background) >= contrast("#ffffff", background) ? "#000000" : "#ffffff";
}

function luminance(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  return 0.2126 * linear(value >> 16) + 0.7152 * linear((value >> 8) & 255) + 0.0722 * linear(value & 255);
}

function linear(byte: number): number {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
