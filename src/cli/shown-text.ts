/** Text of sources on its way to a terminal, which would obey control characters and lose count of wide ones. */

/** Line breaks and tabs, which move the cursor. */
const SPACES = /\r\n?|[\t\n\v\f\u0085\u2028\u2029]/g;

/** What else is an order rather than a character: controls, and what turns the direction of a line. */
const ORDERS = /[\p{Cc}\p{Bidi_Control}]/gu;

/** What stands above or within the character before it. */
const WITHOUT_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u;

/** East Asian characters and pictures, which take two columns. */
const WIDE =
  /^[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]$/u;

/** Letters of East Asian scripts in one column. */
const HALF_WIDTH = /^[\uff61-\uffdc]$/;

/** One line that does nothing to a terminal but stand there. */
export function shownText(text: string): string {
  return text.replace(SPACES, " ").replace(ORDERS, "\ufffd");
}

/** Columns that a line takes. */
export function columnsOf(line: string): number {
  let columns = 0;
  for (const character of line) columns += widthOf(character);
  return columns;
}

/** A line in so many columns at most. */
export function shortened(line: string, columns: number): string {
  if (columnsOf(line) <= columns) return line;
  let room = columns - 1;
  let kept = "";
  for (const character of line) {
    room -= widthOf(character);
    if (room < 0) break;
    kept += character;
  }
  return columns < 1 ? "" : `${kept}…`;
}

function widthOf(character: string): number {
  if (WITHOUT_WIDTH.test(character)) return 0;
  return WIDE.test(character) && !HALF_WIDTH.test(character) ? 2 : 1;
}
