/** What of the graphics state (ISO 32000-1, 8.4) decides whether an operator means anything, saved and restored. */

/** More within each other, with those of what stands around them, PDF/A does not allow. */
const MAX_DEPTH = 20;

/** Of one level. */
export interface GraphicsState {
  hasFont: boolean;
  /** False after a colour space that does not exist. */
  isFillKnown: boolean;
  isStrokeKnown: boolean;
}

/** The levels of `q` and `Q`. */
export class GraphicsStack {
  current: GraphicsState;
  isTooDeep = false;
  readonly #saved: GraphicsState[] = [];

  constructor(hasFont: boolean) {
    this.current = { hasFont, isFillKnown: true, isStrokeKnown: true };
  }

  /** How many levels are open. */
  get depth(): number {
    return this.#saved.length;
  }

  save(): void {
    this.#saved.push({ ...this.current });
    if (this.depth > MAX_DEPTH) this.isTooDeep = true;
  }

  /** False if there is nothing to restore. */
  restore(): boolean {
    const saved = this.#saved.pop();
    if (saved) this.current = saved;
    return saved !== undefined;
  }
}
