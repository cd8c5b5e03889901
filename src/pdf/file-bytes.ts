/** The bytes of a file as they come. */

/** Enough for a paper of some ten pages. */
const FIRST_SIZE = 1 << 16;

/** Collects them in one piece of memory, which is cheaper than many small ones. */
export class FileBytes {
  #buffer = Buffer.allocUnsafeSlow(FIRST_SIZE);
  #length = 0;

  /** How many bytes there are so far. */
  get length(): number {
    return this.#length;
  }

  /** Copies a part. Text is taken a byte a character. */
  append(part: string | Uint8Array): void {
    const end = this.#length + part.length;
    if (end > this.#buffer.length) this.#grow(end);
    if (typeof part === "string") this.#buffer.write(part, this.#length, "latin1");
    else this.#buffer.set(part, this.#length);
    this.#length = end;
  }

  #grow(least: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(least, this.#buffer.length * 2));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }

  /** All of them, as a plain array with memory of its own, so that it can be handed to another thread. */
  copy(): Uint8Array {
    return new Uint8Array(this.#buffer.subarray(0, this.#length));
  }
}
