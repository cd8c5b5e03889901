/** Pictures → `<img>` with the picture inside the page. */

import type { Image } from "../model/image.ts";
import { points } from "../model/paper-size.ts";
import type { Theme } from "../model/theme.ts";
import { element, type Markup } from "./element.ts";

const MEDIA_TYPES = { png: "image/png", jpeg: "image/jpeg", svg: "image/svg+xml" } as const;

/** CSS pixels in a point. */
const PIXELS = 96 / 72;

/** Renders a picture; `height` (points) replaces its natural size. */
export function renderImage(image: Image, alt: string, height = image.height): Markup {
  const width = image.width * (height / image.height);
  const bytes = image.type === "svg" ? Buffer.from(image.source, "utf8") : viewOf(image.data);
  return element("img", {
    src: `data:${MEDIA_TYPES[image.type]};base64,${bytes.toString("base64")}`,
    alt,
    width: Math.max(1, Math.round(width * PIXELS)),
    height: Math.max(1, Math.round(height * PIXELS)),
    // Scanned faxes have pixels that are not square; browsers would show them so.
    style: `aspect-ratio:${Math.round(width * 100) / 100}/${Math.round(height * 100) / 100}`,
  });
}

/** Renders a logo at the height that the theme gives it. */
export function renderLogo(image: Image, alt: string, { logoHeight }: Theme): Markup {
  return renderImage(image, alt, points(logoHeight));
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
