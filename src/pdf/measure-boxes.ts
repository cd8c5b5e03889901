/** Measures boxes: least and natural widths of text, fonts and images without pdfmake's style look-ups. */

import type { Box, ImageBox } from "./boxes.ts";
import { measureLeaf } from "./break-lines.ts";
import { PictureMeasure } from "./draw-once.ts";
import { DocMeasure } from "./pdfmake-classes.ts";

/** pdfmake's measurer for our boxes: text is already in runs of one style. */
export class BoxMeasure extends DocMeasure {
  /** Columns are made from the widths of what is in them; nobody asks for other widths. */
  #inColumns = false;

  constructor(document: PdfmakeDocument) {
    super(document, {}, {}, new PictureMeasure(), {});
  }

  /** Boxes of text and tables have no styles and no margins but their own, for which pdfmake looks at every node. */
  override measureNode(node: Box): object {
    if ("runs" in node) {
      const { min, max } = this.#inColumns ? measureLeaf(node) : NO_WIDTH;
      node._minWidth = min;
      node._maxWidth = max;
    } else if ("stack" in node) {
      let min = 0;
      let max = 0;
      for (const box of node.stack) {
        this.measureNode(box);
        min = Math.max(min, box._minWidth ?? 0);
        max = Math.max(max, box._maxWidth ?? 0);
      }
      node._minWidth = min;
      node._maxWidth = max;
    } else if ("table" in node) {
      const wasInColumns = this.#inColumns;
      this.#inColumns ||= node.columnsReady !== true;
      this.measureTable(node);
      this.#inColumns = wasInColumns;
    } else {
      return super.measureNode(node);
    }
    const { margin } = node;
    node._margin = margin ?? null;
    if (margin) {
      node._minWidth = (node._minWidth ?? 0) + margin[0] + margin[2];
      node._maxWidth = (node._maxWidth ?? 0) + margin[0] + margin[2];
    }
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

const NO_WIDTH = { min: 0, max: 0 };

/** A picture in a table may shrink to this width. */
const MIN_PICTURE = 40;
