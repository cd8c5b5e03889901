/** Bounds what reading one file may take: a small file can ask for hours of work. */

/** Characters of content and structure; dense plans have some ten million. */
const MOST = 100_000_000;

/** Thrown when a file asks for more; caught where files are read, and nowhere before. */
export class ExcessivePdf extends Error {}

/** What one file may still take. */
export class Effort {
  #left = MOST;

  /** Throws `ExcessivePdf` if that is too much. */
  spend(characters: number): void {
    this.#left -= characters;
    if (this.#left < 0) throw new ExcessivePdf("The file asks for too much work.");
  }

  /** Bounds nothing any more: what was read to its end is done once again when it is copied. */
  end(): void {
    this.#left = Number.POSITIVE_INFINITY;
  }
}
