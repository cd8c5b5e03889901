/**
 * The gate over files for other programs, of which there are thousands: those that are as they were need not be read again, as
 * long as the secrets are the same. What they have in common with secrets is remembered, and held against what is public now.
 */

import type { Entry } from "../../kinds/entry.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Breath } from "../breath.ts";
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
export async function checkData(
  gate: Gate,
  files: readonly CheckedFile[],
  ingredients: readonly Entry[],
  before: Clearance | undefined,
  breath: Breath,
): Promise<readonly Diagnostic[] | Clearance> {
  const secrets = gate.stateOfSecrets();
  if (before?.secrets === secrets) {
    const withPassages = new Set(before.withPassages);
    const again = files.filter(({ path, isKnown }) => !isKnown || withPassages.has(path));
    const found = await look(gate, again, ingredients, before.words, breath);
    if ("words" in found) return { ...found, secrets };
    // Words of files that are gone do not matter.
  }
  const found = await look(gate, files, ingredients, [], breath);
  return "words" in found ? { ...found, secrets } : found;
}

async function look(
  gate: Gate,
  files: readonly CheckedFile[],
  ingredients: readonly Entry[],
  known: readonly string[],
  breath: Breath,
): Promise<readonly Diagnostic[] | Omit<Clearance, "secrets">> {
  const suspects = await suspectsIn(gate, files, breath);
  const words = [...new Set([...known, ...suspects.words])].sort();
  const leaks = gate.judge({ words, passages: suspects.passages }, ingredients);
  if (leaks.length > 0) return leaks;
  const withPassages: string[] = [];
  for (const file of suspects.passages.length === 0 ? [] : files) {
    if (gate.suspectsIn(textsOf(file)).passages.length > 0) withPassages.push(file.path);
    await breath.take();
  }
  return { words, withPassages };
}

/** So many characters are looked through as one text: fewer take longer, and of all of them the words would fill the memory. */
const AT_ONCE = 1_000_000;

async function suspectsIn(gate: Gate, files: readonly CheckedFile[], breath: Breath): Promise<Suspects> {
  const words = new Set<string>();
  const passages: Passage[] = [];
  let together: string[] = [];
  let length = 0;
  for (const [index, file] of files.entries()) {
    for (const text of textsOf(file)) {
      together.push(text);
      length += text.length;
    }
    if (length < AT_ONCE && index < files.length - 1) continue;
    const found = gate.suspectsIn(together);
    for (const word of found.words) words.add(word);
    passages.push(...found.passages);
    together = [];
    length = 0;
    await breath.take();
  }
  return { words, passages };
}

function textsOf({ path, texts }: CheckedFile): readonly string[] {
  return [path, ...texts()];
}
