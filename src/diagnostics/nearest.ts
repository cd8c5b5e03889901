/** Finds what a mistyped word was probably meant to be. */

import leven from "leven";
import { spellOut } from "../model/spell-out.ts";

const fold = (word: string): string => spellOut(word.normalize("NFC"));

/** The nearest of some words, if it is near enough to be meant; case and spelling of umlauts make no difference. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const folded = fold(word);
  const limit = Math.max(1, Math.floor(folded.length / 3));
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = leven(folded, fold(candidate), { maxDistance: limit + 1 });
    if (distance <= limit && (!best || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate ?? candidates.find((candidate) => folded.length > 3 && fold(candidate).startsWith(folded));
}

/** All words with the suggestion first. */
export function suggestionFirst(suggestion: string | undefined, all: readonly string[]): readonly string[] {
  return suggestion === undefined ? all : [suggestion, ...all.filter((one) => one !== suggestion)];
}
