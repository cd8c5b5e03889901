/** Which characters of a text are to be seen. */

/** Characters that steer and never show: they need no glyph. Soft hyphens are the line breaker's business. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\p{Variation_Selector}/gu;

/** What nearly all texts are made of; quicker to tell than what is invisible. */
const ORDINARY = /^[ -~\u00a0-\u00ac\u00ae-\u017f\u2010-\u2027\u20ac]*$/;

/** Text without the characters that steer and never show. */
export function visibleText(text: string): string {
  return ORDINARY.test(text) ? text : text.replace(INVISIBLE, "");
}

/** How many characters of a text have to be seen: no spaces, nothing that only steers. */
export function countVisible(text: string): number {
  return visibleText(text).replace(/[\s\u0085\u00ad]/g, "").length;
}
