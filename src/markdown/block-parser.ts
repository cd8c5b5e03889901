/**
 * Reads the block structure of a body line by line, after the algorithm in CommonMark's appendix.
 *
 * marked's own block lexer hands nested text on without saying where it stood, so places inside lists, quotes and tables
 * could only be guessed; here every piece of text keeps its offset. marked reads what stands within the blocks.
 */

import type { Block, Body, Container, Footnote, LinkTarget, OpenBlocks, Paragraph } from "./block.ts";
import { isContainer } from "./block.ts";
import { startBlock } from "./block-starts.ts";
import { takeDefinitions } from "./definition.ts";
import { LineCursor } from "./line-cursor.ts";
import type { Piece } from "./stretch.ts";

/** Deeper nesting than this is an accident, and would exhaust the stack of whoever walks the tree. */
const DEEPEST = 20;

/** What the block parser finds. */
export interface Blocks {
  readonly body: Body;
  readonly targets: readonly LinkTarget[];
  readonly footnotes: readonly Footnote[];
  /** Where nesting became too deep; what stands there is kept as text. */
  readonly tooDeep?: number;
}

/** Parses the text of a file from an offset to its end. */
export function parseBlocks(text: string, start: number): Blocks {
  const parser = new BlockParser(text, start);
  return parser.parse();
}

/** The state between lines: which blocks are still open. */
class BlockParser implements OpenBlocks {
  readonly lines: readonly Piece[];
  readonly body: Body;
  readonly targets: LinkTarget[] = [];
  readonly footnotes: Footnote[] = [];
  /** From the body down to the innermost block. */
  #open: Block[];
  #tooDeep: number | undefined;

  constructor(text: string, start: number) {
    const lines: Piece[] = [];
    for (let at = start; at < text.length; ) {
      const found = text.indexOf("\n", at);
      const end = found === -1 ? text.length : found;
      lines.push({ text: text.slice(at, end), offset: at });
      at = end + 1;
    }
    this.lines = lines;
    this.body = { type: "body", offset: start, startLine: 0, endLine: 0, children: [] };
    this.#open = [this.body];
  }

  /** The innermost open block. */
  get tip(): Block {
    return this.#open.at(-1) ?? this.body;
  }

  parse(): Blocks {
    for (const [index, line] of this.lines.entries()) {
      this.#line(new LineCursor(line.text, index + 1, line.offset));
    }
    this.#closeDownTo(0);
    return {
      body: this.body,
      targets: this.targets,
      footnotes: this.footnotes,
      ...(this.#tooDeep !== undefined && { tooDeep: this.#tooDeep }),
    };
  }

  #line(cursor: LineCursor): void {
    let matched = 1;
    for (; matched < this.#open.length; matched++) {
      const block = this.#open[matched];
      if (!block) break;
      const goes = this.#continues(block, cursor);
      if (goes === "closed") {
        block.endLine = cursor.number;
        this.#closeDownTo(matched);
        return;
      }
      if (!goes) break;
    }
    let current = this.#open[matched - 1] ?? this.body;
    let started = false;
    while (current.type !== "code" && current.type !== "html") {
      if (cursor.blank) break;
      const deep = this.#depth(matched) >= DEEPEST;
      const next = startBlock(cursor, current, this, matched === this.#open.length, deep);
      if (next === undefined) break;
      if (next === "too-deep") {
        this.#tooDeep ??= cursor.start + cursor.next;
        break;
      }
      // A list stays open around its next item, and a paragraph gives way to the heading or table that it turns out to be.
      this.#closeDownTo(matched - (next.replaces ? 1 : 0));
      for (const block of next.blocks) this.#add(block);
      matched = this.#open.length;
      current = this.tip;
      started = true;
      if (next.done) return;
    }
    this.#text(cursor, current, matched, started);
  }

  /** Puts what is left of a line into the block that it belongs to. */
  #text(cursor: LineCursor, current: Block, matched: number, started: boolean): void {
    const tip = this.tip;
    if (!started && matched < this.#open.length && !cursor.blank && tip.type === "paragraph") {
      tip.lines.push(cursor.content());
      tip.endLine = cursor.number;
      return;
    }
    this.#closeDownTo(matched);
    if (current.type === "paragraph") {
      current.lines.push(cursor.content());
      current.endLine = cursor.number;
    } else if (current.type === "code") {
      current.lines.push(cursor.remainder());
      if (!cursor.blank) current.endLine = cursor.number;
    } else if (current.type === "html") {
      current.lines.push(cursor.remainder());
      current.endLine = cursor.number;
      if (current.end?.test(cursor.text.slice(cursor.at))) {
        current.closed = true;
        this.#closeDownTo(matched - 1);
      }
    } else if (current.type === "table") {
      current.rows.push(cursor.content());
      current.endLine = cursor.number;
    } else if (!cursor.blank) {
      const content = cursor.content();
      this.#add({
        type: "paragraph",
        offset: content.offset,
        startLine: cursor.number,
        endLine: cursor.number,
        lines: [content],
      });
    }
  }

  /** Whether an open block goes on in this line; moves the cursor behind the block's own signs. */
  #continues(block: Block, cursor: LineCursor): boolean | "closed" {
    switch (block.type) {
      case "quote":
        if (cursor.indented || cursor.text.charAt(cursor.next) !== ">") return false;
        cursor.skipIndent();
        cursor.skip(1);
        cursor.skipOptionalSpace();
        return true;
      case "item":
        if (cursor.blank) {
          if (block.children.length === 0) return false;
          cursor.skipIndent();
          return true;
        }
        if (cursor.indent < block.width) return false;
        cursor.skipColumns(block.width);
        return true;
      case "footnote":
        if (cursor.blank) return true;
        if (cursor.indent < 4) return false;
        cursor.skipColumns(4);
        return true;
      case "code":
        if (block.fence) {
          const { mark, indent } = block.fence;
          if (!cursor.indented && /^(?:`{3,}|~{3,})[ \t]*$/.test(cursor.rest)) {
            const closing = cursor.rest.trimEnd();
            if (closing[0] === mark[0] && closing.length >= mark.length) {
              block.fence.closed = true;
              return "closed";
            }
          }
          cursor.skipColumns(Math.min(indent, cursor.indent));
          return true;
        }
        if (cursor.blank) {
          cursor.skipColumns(Math.min(4, cursor.indent));
          return true;
        }
        if (!cursor.indented) return false;
        cursor.skipColumns(4);
        return true;
      case "html":
        return !(cursor.blank && block.end === undefined);
      case "paragraph":
      case "table":
        return !cursor.blank;
      case "body":
      case "list":
        return true;
      default:
        return false;
    }
  }

  #add(block: Block): void {
    let parent = this.tip;
    while (!isContainer(parent) || (parent.type === "list") !== (block.type === "item")) {
      this.#closeDownTo(this.#open.length - 1);
      parent = this.tip;
    }
    // The loop above has made sure that an item goes into a list and nothing else does.
    (parent.children as Block[]).push(block);
    if (block.type === "footnote") this.footnotes.push(block);
    this.#open.push(block);
  }

  /** Closes all open blocks but the first `count`. */
  #closeDownTo(count: number): void {
    while (this.#open.length > Math.max(1, count)) {
      const block = this.#open.pop();
      const parent = this.#open.at(-1);
      if (!block || !parent || !isContainer(parent)) continue;
      if (block.type === "paragraph") this.#closeParagraph(block, parent);
      parent.endLine = Math.max(parent.endLine, block.endLine);
    }
  }

  #closeParagraph(paragraph: Paragraph, parent: Container): void {
    if (paragraph.lines.length === 0) {
      parent.children.pop();
      return;
    }
    const rest = this.withoutDefinitions(paragraph);
    if (rest === paragraph.lines) return;
    const kept: Block[] = [{ ...base(paragraph), type: "definition", label: "" }];
    const first = rest[0];
    if (first) {
      const line = paragraph.startLine + paragraph.lines.length - rest.length;
      kept.push({ ...base(paragraph), type: "paragraph", offset: first.offset, startLine: line, lines: [...rest] });
    }
    (parent.children as Block[]).splice(-1, 1, ...kept);
  }

  /** The lines of a paragraph behind the link definitions at its start, which are recorded; the same array if there are none. */
  withoutDefinitions(paragraph: Paragraph): readonly Piece[] {
    if (!paragraph.lines[0]?.text.startsWith("[")) return paragraph.lines;
    const found = takeDefinitions(paragraph.lines);
    this.targets.push(...found.targets);
    return found.targets.length === 0 ? paragraph.lines : found.rest;
  }

  #depth(matched: number): number {
    let depth = 0;
    for (let index = 0; index < matched; index++) {
      const type = this.#open[index]?.type;
      if (type === "quote" || type === "item") depth++;
    }
    return depth;
  }
}

function base(block: Block): { offset: number; startLine: number; endLine: number } {
  return { offset: block.offset, startLine: block.startLine, endLine: block.endLine };
}
