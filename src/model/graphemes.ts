/** Characters as readers see them (Unicode Standard Annex #29): a letter with its marks is one. */

/** Made when it is first asked for: that takes some milliseconds, and most papers never ask. */
let segmenter: Intl.Segmenter | undefined;

/** The extended grapheme clusters of a text, in order. */
export function graphemesOf(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter("de", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
