/** Measures boxes: least and natural widths of text, fonts and images without pdfmake's style look-ups. */

import { type ImageBox, type LeafBox, SVG_FONT_FAMILY } from "./boxes.ts";
import { measureLeaf } from "./break-lines.ts";
import { PictureMeasure } from "./drawings.ts";
import { DocMeasure } from "./pdfmake-classes.ts";

/** pdfmake's measurer for our boxes: text is already in runs of one style. */
export class BoxMeasure extends DocMeasure {
  constructor(document: PdfmakeDocument) {
    super(document, {}, { font: SVG_FONT_FAMILY }, new PictureMeasure(), {});
  }

  override measureLeaf(node: LeafBox): object {
    const { min, max } = measureLeaf(node);
    node._minWidth = min;
    node._maxWidth = max;
    return node;
  }

  override measureImage(node: ImageBox): object {
    return Object.assign(node, {
      _width: node.width,
      _height: node.height,
      _minWidth: Math.min(node.width, MIN_PICTURE),
      _maxWidth: node.width,
      _alignment: node.alignment,
    });
  }
}

/** A picture in a table may shrink to this width. */
const MIN_PICTURE = 40;
