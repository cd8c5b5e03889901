/** Lines after which a sentence goes on: what looks like a marker below is a number or letter in prose. */

const REFERENCE =
  "Abs(?:atz|ätzen?|\\.)|Buchst(?:aben?|\\.)|lit\\.|Nummern?|Nr\\.|Ziff(?:ern?|\\.)|S(?:atz|\\.)|Punkte?n?|Abschnitte?n?|Art(?:ikeln?|\\.)|Anlagen?|§+";
const FUNCTION_WORD =
  "und|oder|sowie|bis|von|vom|um|auf|ab|nach|zu|mit|in|im|am|gemäß|laut|siehe|vgl\\.|ca\\.|etwa|rund|der|die|das|den|dem|des";
const RUNNING_ON = new RegExp(`(?:^|[\\s(])(?:${REFERENCE}|${FUNCTION_WORD})\\s*$`, "i");

/** True for „nach Buchstabe“ and „Kosten von“, which are no end of an item. */
export function runsOn(line: string): boolean {
  return RUNNING_ON.test(line);
}
