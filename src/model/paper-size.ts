/** The size of the paper. */

/** A4 in points. */
export const A4 = { width: 595.28, height: 841.89 } as const;

/** A4 in millimetres, as themes count. */
export const A4_IN_MILLIMETRES = { width: 210, height: 297 } as const;

/** Millimetres to points. */
export function points(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}
