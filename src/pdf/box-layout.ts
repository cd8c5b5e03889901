/** pdfmake's layout for boxes: without what it looks for in every node, and keeps of it, and boxes do not have. */

import type { Box } from "./boxes.ts";
import { LayoutBuilder } from "./pdfmake-classes.ts";

/** Where things stand is asked by pdfmake after rows, and by nobody else. */
const NO_POSITIONS: readonly unknown[] = Object.freeze([]);

/** Places each box within its margins. */
export abstract class BoxLayout extends LayoutBuilder {
  override processNode(node: Box): void {
    const margin = node._margin;
    if (margin) {
      this.#moveDown(margin[1]);
      this.writer.context().addMargin(margin[0], margin[2]);
    }
    this.#processContent(node);
    if (margin) {
      this.#moveDown(margin[3]);
      this.writer.context().addMargin(-margin[0], -margin[2]);
    }
  }

  #moveDown(distance: number): void {
    const context = this.writer.context();
    if (context.availableHeight - distance < 0) {
      context.moveDown(context.availableHeight);
      this.writer.moveToNextPage();
    } else context.moveDown(distance);
  }

  #processContent(node: Box): void {
    if ("runs" in node) this.processLeaf(node);
    else if ("stack" in node) {
      node.positions = NO_POSITIONS;
      this.processVerticalContainer(node);
    } else if ("table" in node) this.processTable(node);
    else {
      node.positions = [];
      if ("image" in node) this.processImage(node);
      else if ("svg" in node) this.processSVG(node);
      else this.processCanvas(node);
    }
  }
}
