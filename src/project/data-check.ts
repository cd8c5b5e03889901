/**
 * The gate over files for other programs, of which there are thousands: those that are as they were need not be read again, as
 * long as the secrets are the same. What they have in common with secrets is remembered, and held against what is public now.
 */

import type { Entry } from "../kinds/entry.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Gate, Suspects } from "./gate.ts";
import type { Passage } from "./passages.ts";

/** A file that is to be public. */
export interface CheckedFile {
  readonly path: string;
  /** All that it says. */
  readonly texts: () => readonly string[];
  /** True if it says what it said when the clearance was given. */
  readonly isKnown: boolean;
}

/** That nothing leaks, and what it depends on. */
export interface Clearance {
  readonly secrets: string;
  /** Words that secrets have as well, as the gate compares them. */
  readonly words: readonly string[];
  /** Files with passages that secrets have as well. */
  readonly withPassages: readonly string[];
}

/** What has leaked into files; if nothing has, what to remember of that. */
export function checkData(
  gate: Gate,
  files: readonly CheckedFile[],
  ingredients: readonly Entry[],
  before: Clearance | undefined,
): readonly Diagnostic[] | Clearance {
  const secrets = gate.stateOfSecrets();
  if (before?.secrets === secrets) {
    const withPassages = new Set(before.withPassages);
    const again = files.filter(({ path, isKnown }) => !isKnown || withPassages.has(path));
    const found = look(gate, again, ingredients, before.words);
    if ("words" in found) return { ...found, secrets };
    // Words of files that are gone do not matter.
  }
  const found = look(gate, files, ingredients, []);
  return "words" in found ? { ...found, secrets } : found;
}

function look(
  gate: Gate,
  files: readonly CheckedFile[],
  ingredients: readonly Entry[],
  known: readonly string[],
): readonly Diagnostic[] | Omit<Clearance, "secrets"> {
  const suspects = suspectsIn(gate, files);
  const words = [...new Set([...known, ...suspects.words])].sort();
  const leaks = gate.judge({ words, passages: suspects.passages }, ingredients);
  if (leaks.length > 0) return leaks;
  const hasPassages = (file: CheckedFile): boolean => gate.suspectsIn(textsOf(file)).passages.length > 0;
  const withPassages = suspects.passages.length === 0 ? [] : files.filter(hasPassages).map(({ path }) => path);
  return { words, withPassages };
}

/** So many files are looked through as one text: fewer take longer, and of all of them the words would fill the memory. */
const AT_ONCE = 500;

function suspectsIn(gate: Gate, files: readonly CheckedFile[]): Suspects {
  const words = new Set<string>();
  const passages: Passage[] = [];
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const found = gate.suspectsIn(files.slice(from, from + AT_ONCE).flatMap(textsOf));
    for (const word of found.words) words.add(word);
    passages.push(...found.passages);
  }
  return { words, passages };
}

function textsOf({ path, texts }: CheckedFile): readonly string[] {
  return [path, ...texts()];
}
