/** The order of names: the same on every system and in every language, since outputs depend on it. */

/** For sorting by the numbers of characters, as arrays of texts are sorted without being told how. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
