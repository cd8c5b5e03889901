/** Small pictures of every kind for documents made in code. */

import type { Image } from "../../src/model/image.ts";
import { png, TINY_JPEG } from "../image/pictures.ts";

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><rect width="80" height="20" fill="#dde6ee"/><g transform="rotate(-4 40 10)"><path d="M5 15h6l3-9 3 9h6" fill="none" stroke="#123456"/></g><path d="M0 0 L80 20" stroke="#a00" stroke-opacity="0.5" fill="none"/></svg>';

/** Grey with transparency, 2 × 2. */
const PNG = png({
  width: 2,
  height: 2,
  colorType: 6,
  rows: [0, 200, 0, 0, 255, 0, 200, 0, 128, 0, 0, 0, 200, 255, 200, 200, 0, 0],
});

/** Pictures by the key that figures name. */
export const PICTURES: Readonly<Record<string, Image>> = {
  svg: { type: "svg", source: SVG, width: 160, height: 40 },
  png: { type: "png", data: PNG, width: 60, height: 60, orientation: 1 },
  jpeg: { type: "jpeg", data: TINY_JPEG, width: 40, height: 80, orientation: 1 },
  tall: { type: "jpeg", data: TINY_JPEG, width: 400, height: 3000, orientation: 1 },
};
