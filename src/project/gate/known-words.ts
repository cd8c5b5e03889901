/**
 * Words of secrets that public sources have as well, remembered from build to build: while such a source is as it was, nobody
 * has to go through all that is public to find the word again.
 */

import type { Cache, ResultName } from "../cache.ts";
import { nameOf } from "../read-names.ts";
import { Recorder, type States } from "../recording.ts";

/** What one project's public sources are known to say. */
export class KnownWords {
  readonly #cache: Cache;
  readonly #states: States;
  /** Words → the path of a source that has them. */
  readonly #sources = new Map<string, string>();
  readonly #learned = new Set<string>();

  /** Recalls all: what a build does not ask for is forgotten. */
  constructor(cache: Cache, states: States, paths: readonly string[]) {
    this.#cache = cache;
    this.#states = states;
    for (const path of paths)
      for (const word of cache.recall<readonly string[]>(resultName(path)) ?? []) this.#sources.set(word, path);
  }

  has(word: string): boolean {
    return this.#sources.has(word);
  }

  /** The source says the word, and would whatever stood in others. */
  learn(word: string, path: string): void {
    if (this.#sources.has(word)) return;
    this.#sources.set(word, path);
    this.#learned.add(path);
  }

  /** Remembers what was learned. */
  remember(): void {
    const bySource = new Map<string, string[]>([...this.#learned].map((path) => [path, []]));
    for (const [word, path] of this.#sources) bySource.get(path)?.push(word);
    for (const [path, words] of bySource) {
      const recorder = new Recorder(this.#states);
      recorder.note(nameOf.source(path));
      this.#cache.remember(resultName(path), recorder.reads(), words);
    }
    this.#learned.clear();
  }
}

function resultName(path: string): ResultName {
  return `words: ${path}`;
}
