/** The words of a text, one after the other. */

/** Stands between texts that are gone through as one: no run of words goes across. */
export const END_OF_TEXT = "\0";

/**
 * Calls `visit` for every run of letters and digits, for every figure such as `1.234,56`, and for ends of texts. This sees each
 * character of all that is published: a pattern takes three times as long.
 */
export function eachWord(text: string, visit: (typed: string, index: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const start = at;
    const first = classAt(text, at++);
    if (first === OTHER) continue;
    if (first !== END) at = endOfWord(text, at, first === DIGIT);
    visit(text.slice(start, at), start);
  }
}

function endOfWord(text: string, from: number, isFigure: boolean): number {
  let at = from;
  if (isFigure) {
    while (classAt(text, at) === DIGIT) at++;
    const whole = at;
    while ((text[at] === "." || text[at] === ",") && classAt(text, at + 1) === DIGIT) {
      at++;
      while (classAt(text, at) === DIGIT) at++;
    }
    if (at > whole) return at;
  }
  for (let next = classAt(text, at); next === LETTER || next === DIGIT; next = classAt(text, at)) at++;
  return at;
}

const [UNKNOWN, OTHER, LETTER, DIGIT, END] = [0, 1, 2, 3, 4];

/** What UTF-16 units are, filled as they come. */
const classes = new Uint8Array(65536);

function classAt(text: string, at: number): number {
  if (at >= text.length) return OTHER;
  const unit = text.charCodeAt(at);
  if (classes[unit] === UNKNOWN) classes[unit] = classOf(String.fromCharCode(unit));
  return classes[unit] ?? OTHER;
}

function classOf(character: string): number {
  if (character === END_OF_TEXT) return END;
  // Letters beyond the first 65,536 characters come in two halves.
  if (/[\p{L}\p{M}\p{Cs}]/u.test(character)) return LETTER;
  return /\p{N}/u.test(character) ? DIGIT : OTHER;
}
