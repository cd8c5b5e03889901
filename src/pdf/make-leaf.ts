/** Boxes of a paragraph: the ones that all kinds of text share. */

import type { LeafBox, Run } from "./boxes.ts";
import type { TextContext } from "./setting.ts";
import type { StructureElement } from "./structure.ts";

/** Space between paragraphs, as a share of the type size. */
export const PARAGRAPH_SPACE = 0.6;

/** A paragraph's box in the context's type, with all properties from the start: V8 is slow where boxes differ in shape. */
export function makeLeaf(runs: readonly Run[], context: TextContext): LeafBox {
  const leading = context.size * context.setting.theme.lineHeight;
  const space = context.tight ? 0 : context.size * PARAGRAPH_SPACE;
  return {
    text: "",
    runs,
    align: context.align,
    leading,
    size: context.size,
    spaceBefore: space,
    spaceAfter: space,
    margin: undefined,
    keepWithNext: undefined,
    keepWithPrevious: undefined,
    keepUpTo: undefined,
    newPage: undefined,
    landscape: undefined,
    reserve: undefined,
    preserve: undefined,
    anchors: undefined,
    bookmark: undefined,
    behind: undefined,
    at: undefined,
    pieces: undefined,
    broken: undefined,
    _margin: undefined,
    _minWidth: undefined,
    _maxWidth: undefined,
  };
}

/** The text of a caption, as small as it is subordinate. */
export function captionContext(context: TextContext, parent: StructureElement): TextContext {
  const { theme } = context.setting;
  return { ...context, parent, size: theme.sizes.small, color: theme.colors.muted, align: "start", tight: true };
}
