/** The languages that the program has words and rules of, and which of them a BCP 47 tag means. */

/** A language that the program knows. */
export type Language = "de" | "en";

/** The language of a tag, or undefined if it is none that the program knows. */
export function knownLanguage(tag: string): Language | undefined {
  const [primary] = tag.toLowerCase().split("-", 1);
  return primary === "de" || primary === "en" ? primary : undefined;
}

/** Which of the two languages is nearer to that of a tag: the program's own words exist in these only. */
export function languageOf(tag: string): Language {
  return knownLanguage(tag) ?? "en";
}
