/** Pictures after they were read and checked. */

/** A picture that every edition can show as it is. */
export type Image = RasterImage | VectorImage;

/** PNG or JPEG. */
export interface RasterImage {
  readonly type: "png" | "jpeg";
  readonly data: Uint8Array;
  /** Natural size in points (1/72 inch) as it is to be seen: resolution and orientation of the file are accounted for. */
  readonly width: number;
  readonly height: number;
  /** EXIF orientation, 1 to 8. `data` says so too, so pdfkit and browsers turn the picture by themselves; 1 is upright. */
  readonly orientation: number;
}

/** SVG whose elements and attributes were checked against the allowed ones. */
export interface VectorImage {
  readonly type: "svg";
  readonly source: string;
  /** Natural size in points. */
  readonly width: number;
  readonly height: number;
}

/** Share of the page's height that a picture may take in both editions, so that it prints whole and with its caption. */
export const MAX_HEIGHT_SHARE = 0.8;
