/** A whole document → one stack of boxes: logo and blocks. */

import type { Document } from "../model/document.ts";
import { points } from "../model/paper-size.ts";
import type { Box, StackBox } from "./boxes.ts";
import { fitImage } from "./set-figure.ts";
import type { TextContext } from "./setting.ts";
import { LAYOUT_ARTIFACT } from "./structure.ts";

/** Space below the logo, in points. */
const LOGO_SPACE = 16;

/** Turns the document of a setting into boxes. */
export function setDocument(context: TextContext): StackBox {
  const { document, setBlocks } = context.setting;
  const logo = setLogo(document, context);
  return { stack: [...logo, ...setBlocks(document.children, context)] };
}

function setLogo(document: Document, context: TextContext): Box[] {
  const { logo, images } = document;
  const image = logo && images[logo.image];
  if (!logo || !image) return [];
  const owner = logo.alt === "" ? LAYOUT_ARTIFACT : context.parent.append("Figure", { alt: logo.alt });
  const height = points(context.setting.theme.logoHeight);
  // A logo is made to be scaled: unlike figures it may grow to the height that the theme gives.
  const scale = Math.min(height / image.height, context.width / image.width);
  const scaled = { ...image, width: image.width * scale, height: image.height * scale };
  return [{ ...fitImage(logo.image, scaled, owner, context.width, height), spaceAfter: LOGO_SPACE }];
}
