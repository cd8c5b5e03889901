/** Finds what a mistyped word was probably meant to be. */

import leven from "leven";
import { spellOut } from "../model/spell-out.ts";

const fold = (word: string): string => spellOut(word.normalize("NFC"));

/** The nearest of some words, if it is near enough to be meant; case and spelling of umlauts make no difference. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const folded = fold(word);
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = distanceTo(folded, candidate);
    if (distance !== undefined && (!best || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate ?? candidates.find((candidate) => isBeginning(folded, candidate));
}

/** All of some words that are near enough to be meant. */
export function allNear(word: string, candidates: readonly string[]): readonly string[] {
  const folded = fold(word);
  return candidates.filter((one) => distanceTo(folded, one) !== undefined || isBeginning(folded, one));
}

/** A slip of the pen in a longer word changes no more letters than this. */
const SLIP = 2;

/** The one of some words that another is but for a slip of the pen. */
export function misspelt(word: string, candidates: readonly string[]): string | undefined {
  const folded = fold(word);
  if (folded.length < 4 * SLIP) return undefined;
  return candidates.find((one) => leven(folded, fold(one), { maxDistance: SLIP + 1 }) <= SLIP);
}

/** How far a word is from a folded one; undefined if that is too far. */
function distanceTo(folded: string, candidate: string): number | undefined {
  // A single letter that is exchanged leaves nothing of the word.
  const limit = folded.length < 2 ? 0 : Math.max(1, Math.floor(folded.length / 3));
  const distance = leven(folded, fold(candidate), { maxDistance: limit + 1 });
  return distance <= limit ? distance : undefined;
}

function isBeginning(folded: string, candidate: string): boolean {
  return folded.length > 3 && fold(candidate).startsWith(folded);
}

/** All words with the suggestion first. */
export function suggestionFirst(suggestion: string | undefined, all: readonly string[]): readonly string[] {
  return suggestion === undefined ? all : [suggestion, ...all.filter((one) => one !== suggestion)];
}
