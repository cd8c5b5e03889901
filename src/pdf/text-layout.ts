/** Places stacks of boxes and lines of text, with the page breaks of good typesetting. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Place } from "../model/diagnostic.ts";
import { Bands } from "./bands.ts";
import { announces, gapBetween, heightOf, MIN_LINES, sequenceStartHeight } from "./box-heights.ts";
import type { Box, Footnote, LeafBox, StackBox } from "./boxes.ts";
import { breakIntoLines, findCutWord } from "./break-lines.ts";
import { PageSpace, TOLERANCE } from "./page-space.ts";
import type { SetLine } from "./set-line.ts";
import { lengthOf } from "./stretch.ts";

/** Which way the page lies that a box asks for. */
export function orientationOf(box: Box | undefined): "portrait" | "landscape" {
  return box?.landscape ? "landscape" : "portrait";
}

/** Lays out what is not a table or a picture. */
export abstract class TextLayout extends PageSpace {
  /** What the whole document stands in; pages are turned between its boxes only. */
  protected root: StackBox | undefined;
  readonly #markers: { line: SetLine; x: number }[] = [];

  override processVerticalContainer(node: StackBox): void {
    const bands = node.band ? new Bands(this.writer, node.band, node._margin ?? undefined) : undefined;
    if (node.marker) this.#announceMarker(node.marker);
    for (let index = 0; index < node.stack.length; index++) {
      const box = node.stack[index];
      if (box) this.#placeChild(node, index, box);
    }
    bands?.draw();
  }

  #placeChild(parent: StackBox, index: number, box: Box): void {
    const { stack } = parent;
    const context = this.writer.context();
    const previous = stack[index - 1];
    const { items, pageSize } = context.getCurrentPage();
    const orientation = parent === this.root ? orientationOf(box) : pageSize.orientation;
    if (orientation !== pageSize.orientation || (box.newPage && items.length > 0)) {
      this.writer.moveToNextPage(orientation);
    }
    const gap = gapBetween(previous, box);
    const needed = sequenceStartHeight(stack, index, context.availableWidth);
    box.reserve = this.#reserveAfter(parent, index);
    this.ensure(gap + needed);
    if (gap > 0 && !this.atTop) this.writer.context().moveDown(Math.min(gap, Math.max(0, this.available)));
    this.processNode(box);
  }

  /** Height of what must not begin a page and follows this child. */
  #reserveAfter(parent: StackBox, index: number): number {
    const width = this.writer.context().availableWidth;
    const own = parent.stack[index];
    const following = parent.stack[index + 1];
    if (own && following && announces(own)) {
      return gapBetween(own, following) + sequenceStartHeight(parent.stack, index + 1, width);
    }
    let reserve = 0;
    for (let next = index + 1; next < parent.stack.length; next++) {
      const box = parent.stack[next];
      if (!box?.keepWithPrevious) return reserve;
      reserve += gapBetween(parent.stack[next - 1], box) + heightOf(box, width);
    }
    return reserve + (parent.reserve ?? 0);
  }

  #announceMarker(marker: NonNullable<StackBox["marker"]>): void {
    const line = breakIntoLines(marker.leaf, Number.MAX_SAFE_INTEGER)[0];
    if (line) this.#markers.push({ line, x: this.writer.context().x - marker.indent });
  }

  override processLeaf(node: LeafBox): void {
    const width = this.writer.context().availableWidth;
    const lines = breakIntoLines(node, width);
    if (this.nestedLevel === 0) this.#reportCutWord(node, width);
    if (node.behind) for (const line of lines) line.x = lengthOf(node.behind, width);
    let placed = 0;
    while (placed < lines.length) {
      const rest = lines.slice(placed);
      const count = this.#linesForPage(node, rest, placed === 0);
      if (count === 0) {
        this.writer.moveToNextPage();
        continue;
      }
      for (const line of rest.slice(0, count)) this.#placeLine(line);
      placed += count;
    }
  }

  /** Within tables it is the table that is too wide. */
  #reportCutWord(node: LeafBox, width: number): void {
    const word = node.preserve ? undefined : findCutWord(node, width);
    if (!word) return;
    const { at } = (word.source ?? {}) as { at?: Place }; // a node of the document
    this.diagnostics.push(diagnose("word-too-long", { word: word.text }, at ?? node.at));
  }

  /** How many of the remaining lines go on this page; none means: first a new page. */
  #linesForPage(node: LeafBox, lines: readonly SetLine[], first: boolean): number {
    const { page } = this.writer.context();
    const available = this.available + TOLERANCE;
    const canMove = !this.atTop || available < node.leading;
    const notes: Footnote[] = [];
    let fitting = 0;
    let used = 0;
    for (const line of lines) {
      notes.push(...line.notes);
      const needed = (fitting + 1) * node.leading + this.footnotes.heightFor(page, notes);
      if (needed > available) break;
      used = needed;
      fitting++;
    }
    const reserve = (node.reserve ?? 0) <= this.freshHeight / 2 ? (node.reserve ?? 0) : 0;
    const least = first ? MIN_LINES : 1;
    if (fitting === lines.length) {
      if (used + reserve <= available || !canMove) return fitting;
      // What follows has to stay with the last lines: they go to the next page together.
      const kept = fitting - MIN_LINES;
      return kept >= least ? kept : 0;
    }
    const count = Math.min(fitting, lines.length - MIN_LINES);
    if (count >= least) return count;
    return canMove ? 0 : Math.max(1, Math.min(fitting, lines.length));
  }

  #placeLine(line: SetLine): void {
    const context = this.writer.context();
    for (const marker of this.#markers.splice(0)) {
      marker.line.x = marker.x - context.x;
      marker.line.y = Math.max(0, line.baseline - marker.line.baseline);
      this.writer.addLine(marker.line, true);
    }
    this.writer.addLine(line);
    this.#placeNotes(line.notes);
  }

  /** Takes the room for the notes of a line from the page, and from the cells beside it that are still to be set. */
  #placeNotes(notes: readonly Footnote[]): void {
    const context = this.writer.context();
    const height = this.footnotes.heightFor(context.page, notes);
    if (height === 0) return;
    const bottom = this.sheet.height - this.pageMargins.bottom - this.footnotes.reserved(context.page) - height;
    const overlaps = context.snapshots.some(
      ({ bottomMost }) => bottomMost?.page === context.page && bottomMost.y > bottom,
    );
    if (this.writer.transactionLevel > 0 || overlaps || context.availableHeight < height) {
      this.footnotes.postpone(notes);
      return;
    }
    this.footnotes.place(context.page, notes);
    context.availableHeight -= height;
    for (const group of context.snapshots) {
      if (group.page === context.page) group.availableHeight -= height;
      if (group.bottomMost?.page === context.page) group.bottomMost.availableHeight -= height;
    }
  }
}
