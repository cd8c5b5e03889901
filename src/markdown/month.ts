/** Names of months, which tell a date („1. Januar“) from an item of a list. */

const MONTH =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December)\b/;

/** True if a text begins with the name of a month. */
export function beginsWithMonth(text: string): boolean {
  return MONTH.test(text);
}
