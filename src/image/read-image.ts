/** Reads a picture by its content, checks that every edition can show it, and drops what it says beside the picture. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Place, Result } from "../model/diagnostic.ts";
import type { Image } from "../model/image.ts";
import { recognize } from "./image-format.ts";
import { readJpeg } from "./read-jpeg.ts";
import { readPng } from "./read-png.ts";
import { readSvg } from "./read-svg.ts";

/** Reads the picture `name`, a path as messages call it, that is named at `place`. */
export function readImage(bytes: Uint8Array, place: Place | undefined, name: string): Result<Image> {
  const format = recognize(bytes);
  switch (format) {
    case "png":
      return readPng(bytes, place, name);
    case "jpeg":
      return readJpeg(bytes, place, name);
    case "svg":
      return readSvg(bytes, place, name);
    default:
      return { diagnostics: [diagnose("image-format", { name, format: format.other }, place)] };
  }
}
