/** Text as HTML, for text whose entities (`&nbsp;`) are still written out and for text that has none. */

const ENTITY = /&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);)/g;

/** Escapes text of a body; entities stay, for the reader of the HTML decodes them. */
export function escapeText(text: string): string {
  return /[&<>"]/.test(text) ? quote(text.replace(ENTITY, "&amp;")) : text;
}

/** Escapes text in which `&` is nothing but that character, such as code. */
export function escapeLiteral(text: string): string {
  return /[&<>"]/.test(text) ? quote(text.replaceAll("&", "&amp;")) : text;
}

function quote(text: string): string {
  return text.replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
