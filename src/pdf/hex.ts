/** Numbers and texts in the hexadecimal digits of a PDF; what pages show is written in these, so it has to be quick. */

/** Four digits. */
export function hexadecimal(code: number): string {
  return `0000${code.toString(16)}`.slice(-4);
}

/** The digits of a text in UTF-16, without byte order mark. */
export function utf16(text: string): string {
  let hex = "";
  for (let index = 0; index < text.length; index++) hex += hexadecimal(text.charCodeAt(index));
  return hex;
}
