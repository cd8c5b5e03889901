/** A memory that cannot grow without end: caches that live as long as the process. */

/** Remembers what was made for a key. Beyond so many keys it forgets all of them, so that a long-running process stays small. */
export class BoundedMap<V> {
  readonly #limit: number;
  readonly #longest: number;
  #values = new Map<string, V>();

  /** Nothing is remembered for keys of more than `longest` characters. */
  constructor(limit: number, longest = Number.POSITIVE_INFINITY) {
    this.#limit = limit;
    this.#longest = longest;
  }

  get(key: string): V | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: V): void {
    if (key.length > this.#longest) return;
    if (this.#values.size >= this.#limit) this.#values = new Map();
    this.#values.set(key, value);
  }
}
