/** How large a picture may be. */

/** More than any camera in an office takes; as pixels of four bytes it is 240 MB. */
export const MAX_PIXELS = 60_000_000;

/** Used where a file does not say how many pixels make an inch. */
export const DEFAULT_DENSITY = 96;

/** Resolutions below this are mistakes of the program that wrote them. */
export const MIN_DENSITY = 20;

/** Resolutions above this too. */
export const MAX_DENSITY = 10_000;

/** Points that so many pixels take, at so many to the inch. */
export function pointsOf(pixels: number, density: number | undefined): number {
  const plausible = density !== undefined && density >= MIN_DENSITY && density <= MAX_DENSITY;
  return (pixels * 72) / (plausible ? density : DEFAULT_DENSITY);
}
