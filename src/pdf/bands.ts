/** Rules and backgrounds along a block, one on each page that the block touches. */

import type { Band, Margin } from "./boxes.ts";
import { LAYOUT_ARTIFACT } from "./structure.ts";

/** Watches where a block begins and ends, and on which pages it goes on. */
export class Bands {
  readonly #writer: PdfmakePageElementWriter;
  readonly #band: Band;
  readonly #x: number;
  readonly #width: number;
  readonly #segments: { page: number; top: number; bottom: number }[] = [];
  #top: number;
  readonly #onPageChanged: (change: { prevPage: number; prevY: number; y: number }) => void;

  constructor(writer: PdfmakePageElementWriter, band: Band, margin: Margin = [0, 0, 0, 0]) {
    const context = writer.context();
    this.#writer = writer;
    this.#band = band;
    this.#x = context.x + band.left;
    this.#width = band.width ?? context.availableWidth - band.left + margin[2];
    this.#top = context.y;
    this.#onPageChanged = ({ prevPage, prevY, y }) => {
      if (this.#segments.some((segment) => segment.page === prevPage)) return; // another column of the same row
      this.#segments.push({ page: prevPage, top: this.#top, bottom: prevY });
      this.#top = y;
    };
    writer.addListener("pageChanged", this.#onPageChanged);
  }

  /** Draws them; to be called where the block ends. */
  draw(): void {
    this.#writer.removeListener("pageChanged", this.#onPageChanged);
    const context = this.#writer.context();
    this.#segments.push({ page: context.page, top: this.#top, bottom: context.y });
    for (const { page, top, bottom } of this.#segments) {
      if (bottom - top < 1) continue;
      const { bleed, color } = this.#band;
      const vector = {
        type: "rect",
        x: this.#x,
        y: top - bleed,
        w: this.#width,
        h: bottom - top + 2 * bleed,
        color,
        owner: LAYOUT_ARTIFACT,
      };
      this.#writer.addVector(vector, true, true, context.backgroundLength[page] ?? 0, page);
    }
  }
}
