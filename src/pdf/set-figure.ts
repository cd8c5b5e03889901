/** Pictures → boxes that fit the page. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Figure } from "../model/document.ts";
import { type Image, MAX_HEIGHT_SHARE } from "../model/image.ts";
import type { Box, ImageBox, LinkTarget, StackBox, SvgBox } from "./boxes.ts";
import { captionContext, makeLeaf } from "./make-leaf.ts";
import { setInlines } from "./set-inlines.ts";
import type { TextContext } from "./setting.ts";
import { LAYOUT_ARTIFACT, type Owner } from "./structure.ts";

/** Turns a figure into the picture and its caption. */
export function setFigure(figure: Figure, context: TextContext): Box {
  const { document, measure, anchors, diagnostics } = context.setting;
  const image = document.images[figure.image];
  if (!image) return { stack: [] }; // reading images has reported it
  const group = figure.caption ? context.parent.append("Div") : context.parent;
  let owner: Owner = LAYOUT_ARTIFACT;
  let link: LinkTarget | undefined;
  if (figure.alt !== "" || figure.href !== undefined) {
    const around = figure.href === undefined ? group : group.append("P").append("Link");
    // A picture that leads somewhere is no decoration: it says at least where.
    const description = figure.alt || figure.href || "";
    owner = around.append("Figure", { alt: description });
    const anchor = figure.href?.startsWith("#") ? anchors.get(figure.href.slice(1)) : undefined;
    if (figure.href?.startsWith("#") && anchor === undefined) {
      diagnostics.push(diagnose("link-without-target", { target: figure.href.slice(1) }, figure.at));
    } else if (figure.href !== undefined) {
      link = { href: anchor === undefined ? figure.href : `#${anchor}`, description, owner: around };
    }
  }
  const picture = fitImage(figure.image, image, owner, context.width, measure.height * MAX_HEIGHT_SHARE);
  if (link) picture.link = link;
  const space = context.size * 0.8;
  if (!figure.caption) return { ...picture, spaceBefore: space, spaceAfter: space };
  const captionOwner = group.append("Caption");
  const small = captionContext(context, captionOwner);
  const caption = makeLeaf(setInlines(figure.caption, small, captionOwner), small);
  const stack: StackBox = {
    stack: [
      { ...picture, keepWithNext: true },
      { ...caption, spaceBefore: 4 },
    ],
    keepUpTo: context.setting.measure.height,
    spaceBefore: space,
    spaceAfter: space,
  };
  return stack;
}

/** A picture no larger than given, at its natural size if that fits. */
export function fitImage(
  key: string,
  image: Image,
  owner: Owner,
  maxWidth: number,
  maxHeight: number,
): ImageBox | SvgBox {
  const scale = Math.min(1, maxWidth / image.width, maxHeight / image.height);
  const size = { width: image.width * scale, height: image.height * scale };
  const common = { ...size, alignment: "left", owner } as const;
  return image.type === "svg" ? { svg: image.source, ...common } : { image: key, ...common };
}
