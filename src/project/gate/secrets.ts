/** What may not be in public, as words and passages to look for. */

import type { FileRead, ReadableFolder } from "../../model/host.ts";
import type { CheckedSource } from "../project.ts";
import { Passages } from "./passages.ts";
import { hides, type SourceTexts } from "./source-texts.ts";
import { type Lexicon, tellingIn } from "./telling.ts";

/** What may not be in public, and the files that it was found in. */
export interface Secrets {
  readonly files: readonly FileRead[];
  /** Words → the path of one source that has them. */
  readonly words: ReadonlyMap<string, string>;
  readonly passages: Passages;
  /** Whose words the passages have. */
  readonly lexicon: Lexicon;
}

/** Of the last run: a process that builds again and again finds most files as they were. */
let latest: Secrets | undefined;

/** The body, whose name parts passages, and all sources with something that is not public. */
export function hidingSources(sources: readonly CheckedSource[]): readonly CheckedSource[] {
  const body = bodyOf(sources);
  return [...(body ? [body] : []), ...sources.filter(hides)];
}

/** Words and passages of non-public sources, of their names, and of what public sources withhold. */
export function findSecrets(
  sources: readonly CheckedSource[],
  texts: SourceTexts,
  content: ReadableFolder,
  lexicon: Lexicon,
): Secrets {
  const files = hidingSources(sources).map(({ source }) => content.read(source.path));
  const known = latest?.lexicon === lexicon && latest.files.length === files.length ? latest : undefined;
  if (known && files.every((file, index) => file === known.files[index])) return known;
  const body = bodyOf(sources);
  const words = new Map<string, string>();
  const passages = new Passages(body ? texts.public(body) : "", lexicon);
  for (const one of sources.filter(hides)) {
    const found = lexicon.wordsOf(texts.secret(one));
    for (const word of tellingIn(found)) if (!words.has(word)) words.set(word, one.source.path);
    passages.add(found.words);
  }
  latest = { files, words, passages, lexicon };
  return latest;
}

function bodyOf(sources: readonly CheckedSource[]): CheckedSource | undefined {
  return sources.find(({ source }) => source.entry?.kind === "body");
}
