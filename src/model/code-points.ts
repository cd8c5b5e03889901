/** Characters that nobody can see, or that no font shows, as messages name them. */

/** `U+0041`, one for each character of a text. */
export function codePoints(text: string): string {
  return Array.from(
    text,
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  ).join(" ");
}
