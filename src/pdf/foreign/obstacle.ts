/** What keeps a foreign page from being shown whole, or the document with it from keeping PDF/UA-1 and PDF/A-2a. */

/** Contents that do not come along, in the order in which they are told; the others only make a promise impossible. */
export const LOSSES = [
  "missing-pages",
  "missing-appearance",
  "damaged-content",
  "multimedia",
  "xfa",
  "embedded-files",
] as const;

/** One of them. */
export type Loss = (typeof LOSSES)[number];

/** What may break a promise of the whole document. The list is cautious: what cannot be proven cheaply counts. */
export type Obstacle =
  | Loss
  /** Fonts. */
  | "font-not-embedded"
  | "font-unicode"
  | "font-widths"
  /** A glyph that is not there, or `.notdef`. */
  | "font-glyph"
  /** Entries are missing or contradict each other. */
  | "font-dictionary"
  /** It cannot be read, or is of a kind that is not looked into. */
  | "font-unproven"
  /** Colours. */
  | "cmyk"
  | "overprint"
  | "color-space"
  | "transfer-function"
  | "halftone"
  | "rendering-intent"
  | "blend-mode"
  /** Pictures. */
  | "jpx"
  | "filter"
  | "interpolate"
  | "image"
  | "postscript"
  | "reference"
  /** Content streams. */
  | "nesting"
  | "string"
  | "number"
  | "name"
  | "inherited-resources";
