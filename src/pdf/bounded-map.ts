/** A memory that cannot grow without end: caches that live as long as the process. */

/** Remembers what was made for a key. Beyond so many keys it forgets all of them, so that a long-running process stays small. */
export class BoundedMap<V> {
  readonly #limit: number;
  #values = new Map<string, V>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): V | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: V): void {
    if (this.#values.size >= this.#limit) this.#values = new Map();
    this.#values.set(key, value);
  }
}
