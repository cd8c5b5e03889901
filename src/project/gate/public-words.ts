/** What is public, as words to look secrets up in. */

import { decodeLeniently } from "../../source/decode.ts";
import { foldText, shortName, tellingWords } from "./telling.ts";

/** A text and what in it can tell something. */
export interface Words {
  readonly telling: ReadonlySet<string>;
  text(): string;
  /** The path of the source that says this whatever stands in others; absent if it is said of none, or takes more to say. */
  readonly source?: string;
}

/** The words of a text. */
export function wordsIn(text: string, source?: string): Words {
  return { telling: tellingWords(text), text: () => text, ...(source !== undefined && { source }) };
}

/** Files that are kept from run to run are not gone through again. */
const knownFiles = new WeakMap<Uint8Array, ReadonlySet<string>>();

/** The words of a source as a whole. */
export function wordsOfFile(bytes: Uint8Array, source: string): Words {
  const text = (): string => decodeLeniently(bytes);
  const telling = knownFiles.get(bytes) ?? tellingWords(text());
  knownFiles.set(bytes, telling);
  return { telling, text, source };
}

/** What texts say, and short names wherever they stand in them. */
export class Vocabulary {
  readonly #parts: readonly Words[];
  #folded: readonly string[] | undefined;

  constructor(parts: readonly Words[]) {
    this.#parts = parts;
  }

  /** The first text that has a word. */
  find(word: string): Words | undefined {
    const part = this.#parts.find(({ telling }) => telling.has(word));
    const name = shortName(word);
    if (part || name === undefined) return part;
    this.#folded ??= this.#parts.map(({ text }) => foldText(text()));
    const index = this.#folded.findIndex((folded) => beginsOrEndsWord(folded, name));
    return this.#parts[index];
  }
}

/** A name may be what is left of a word that was parted at the end of a line. */
function beginsOrEndsWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text[at - 1] ?? " ", text[at + name.length] ?? " "];
    if (!(/\p{L}/u.test(before) && /\p{L}/u.test(after))) return true;
  }
  return false;
}
