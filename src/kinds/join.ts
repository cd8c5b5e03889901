/** Joins words as sentences do. */

/** `a`, `a und b`, `a, b und c`. */
export function joinList(words: readonly string[], conjunction: string): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}
