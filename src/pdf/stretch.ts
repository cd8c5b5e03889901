/** Lengths that follow the width of a box. */

import type { Stretch } from "./boxes.ts";

/** The length at a width; never so short that a bar could not be seen. */
export function lengthOf({ share, except }: Stretch, width: number): number {
  return Math.max(0.5, share * (width - except));
}
