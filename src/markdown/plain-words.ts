/** The words of inline HTML that was rendered here, for comparing and for where signs cannot stand. */

import { Parser } from "htmlparser2";

/** The text of the HTML; a footnote's sign stays visible, so that what has one is not taken for mere words. */
export function plainWords(html: string): string {
  if (!/[<&\n]/.test(html)) return html;
  let words = "";
  const parser = new Parser({
    onopentagname: (name) => {
      if (name === "note-ref") words += "[^]";
      else if (name === "br") words += " ";
    },
    ontext: (text) => {
      words += text;
    },
  });
  parser.end(html);
  return words.replaceAll("\n", " ");
}
