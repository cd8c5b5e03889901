/** From words in the PDF to their source: the same words stand in the paper's HTML, whose elements name their places. */

import { parsePlace } from "./place.js";

/** So many letters before and after tell one occurrence from another. */
const CONTEXT = 300;

/**
 * The place of the source that a piece of a PDF's text comes from; undefined for what is not the document's text, such as the
 * number of a page.
 * @param {Document} paper its HTML
 * @param {string} before the text before the piece
 * @param {string} piece
 * @param {string} after the text after it
 */
export function findPlace(paper, before, piece, after) {
  const wanted = letters(piece);
  if (wanted === "") return undefined;
  const named = [...paper.querySelectorAll("[data-at]")].filter((one) => !one.querySelector("[data-at]"));
  const texts = named.map((one) => letters(one.textContent ?? ""));
  const whole = texts.join("");
  const [left, right] = [letters(before).slice(-CONTEXT), letters(after).slice(0, CONTEXT)];
  let best = { score: -1, at: -1 };
  for (let at = whole.indexOf(wanted); at !== -1; at = whole.indexOf(wanted, at + 1)) {
    const score = sameEnd(whole.slice(0, at), left) + sameStart(whole.slice(at + wanted.length), right);
    if (score > best.score) best = { score, at };
  }
  if (best.at === -1) return undefined;
  let index = 0;
  for (let end = texts[0]?.length ?? 0; end <= best.at; end += texts[index]?.length ?? 0) index++;
  return parsePlace(named[index]?.getAttribute("data-at") ?? "");
}

/** Spaces and hyphens differ where lines end. @param {string} text */
function letters(text) {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}

/** @param {string} a @param {string} b */
function sameEnd(a, b) {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

/** @param {string} a @param {string} b */
function sameStart(a, b) {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
