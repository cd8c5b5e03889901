/** Block elements → boxes, and their part of the structure tree. */

import {
  assertNever,
  type Block,
  type CodeBlock,
  type Heading,
  type Paragraph,
  type Quote,
  type Section,
} from "../model/document.ts";
import { headingTitle } from "../model/outline.ts";
import type { Box, LeafBox, StackBox } from "./boxes.ts";
import { makeLeaf, PARAGRAPH_SPACE } from "./make-leaf.ts";
import { setBarChart } from "./set-bar-chart.ts";
import { setContents } from "./set-contents.ts";
import { setDescriptionList } from "./set-description-list.ts";
import { setFigure } from "./set-figure.ts";
import { setInlines, setPlainText } from "./set-inlines.ts";
import { setList } from "./set-list.ts";
import { setTable } from "./set-table.ts";
import type { TextContext } from "./setting.ts";
import { LAYOUT_ARTIFACT } from "./structure.ts";

/** Space above and below a heading by level, as a share of its type size. */
const HEADING_SPACE: readonly (readonly [above: number, below: number])[] = [
  [1.2, 0.7],
  [1.3, 0.45],
  [1.2, 0.4],
  [1.1, 0.35],
  [1.1, 0.3],
  [1.1, 0.3],
];

/** Turns blocks into boxes, in order. */
export function setBlocks(blocks: readonly Block[], context: TextContext): Box[] {
  const boxes: Box[] = [];
  for (const block of blocks) {
    for (const box of setBlock(block, context)) {
      if (block.at && "runs" in box) box.at ??= block.at;
      boxes.push(box);
    }
  }
  return boxes;
}

function setBlock(block: Block, context: TextContext): Box[] {
  switch (block.type) {
    case "section":
      return setSection(block, context);
    case "heading":
      return [setHeading(block, context)];
    case "paragraph":
      return [setParagraph(block, context)];
    case "list":
      return [setList(block, context)];
    case "quote":
      return [setQuote(block, context)];
    case "code-block":
      return [setCodeBlock(block, context)];
    case "table":
      return [setTable(block, context)];
    case "figure":
      return [setFigure(block, context)];
    case "bar-chart":
      return [setBarChart(block, context)];
    case "description-list":
      return [setDescriptionList(block, context)];
    case "thematic-break":
      return [setThematicBreak(context)];
    case "contents":
      return setContents(block, context);
    default:
      return assertNever(block);
  }
}

function setSection(section: Section, context: TextContext): Box[] {
  const parent = context.parent.append("Sect");
  const boxes = setBlocks(section.children, { ...context, parent });
  const [first] = boxes;
  const anchor = section.id === undefined ? undefined : context.setting.anchors.get(section.id);
  if (anchor !== undefined && !(first && addAnchor(first, anchor))) {
    // A picture or nothing at all cannot be pointed at, so an empty line is.
    const line = makeLeaf([], { ...context, tight: true });
    boxes.unshift({ ...line, leading: 0, anchors: [anchor], keepWithNext: true });
  }
  if (section.role === "annex" && first && boxes[0]) boxes[0].newPage = true;
  return boxes;
}

/** Makes a destination point at the first line of a box, if it has one. */
function addAnchor(box: Box, anchor: string): boolean {
  if ("runs" in box) {
    box.anchors = [...(box.anchors ?? []), anchor];
    return true;
  }
  const first = "stack" in box ? box.stack[0] : "table" in box ? box.table.body[0]?.[0]?.stack?.[0] : undefined;
  return first !== undefined && addAnchor(first, anchor);
}

const HEADING_TYPES = ["H1", "H2", "H3", "H4", "H5", "H6"] as const;

function setHeading(heading: Heading, context: TextContext): LeafBox {
  const { theme, anchors } = context.setting;
  const index = heading.level - 1;
  const size = theme.sizes.headings[index] ?? context.size;
  const [above, below] = HEADING_SPACE[index] ?? [1, 0.3];
  const owner = context.parent.append(HEADING_TYPES[index] ?? "H6");
  const color = heading.level <= 2 ? theme.colors.accent : theme.colors.text;
  const unhyphenated = theme.hyphenation.apply !== "all";
  const runs = setInlines(heading.children, { ...context, size, color, bold: true, unhyphenated }, owner);
  const title = headingTitle(heading);
  const anchor = anchors.get(heading.id);
  return {
    ...makeLeaf(runs, { ...context, size, align: "start" }),
    leading: size * Math.min(theme.lineHeight, 1.25),
    spaceBefore: size * above,
    spaceAfter: size * below,
    keepWithNext: true,
    anchors: anchor === undefined ? undefined : [anchor],
    bookmark: title === "" ? undefined : { title, level: heading.level },
  };
}

function setParagraph(paragraph: Paragraph, context: TextContext): LeafBox {
  const { theme } = context.setting;
  const owner = context.parent.append("P");
  switch (paragraph.role) {
    case "text":
      return makeLeaf(setInlines(paragraph.children, context, owner), context);
    case "lead": {
      const lead = { ...context, size: context.size * 1.1 };
      return { ...makeLeaf(setInlines(paragraph.children, lead, owner), lead), spaceAfter: context.size };
    }
    case "note": {
      const small = { ...context, size: theme.sizes.small, color: theme.colors.muted };
      return makeLeaf(setInlines(paragraph.children, small, owner), small);
    }
    case "signature":
      return {
        ...makeLeaf(setInlines(paragraph.children, { ...context, unhyphenated: true }, owner), {
          ...context,
          align: "start",
        }),
        spaceBefore: context.size * 2,
        keepWithPrevious: true,
      };
    default:
      return assertNever(paragraph.role);
  }
}

function setQuote(quote: Quote, context: TextContext): StackBox {
  const { theme } = context.setting;
  const indent = Math.min(context.size * 1.3, context.width * 0.15);
  const parent = context.parent.append("BlockQuote");
  const space = context.size * 0.8;
  return {
    stack: setBlocks(quote.children, { ...context, parent, tight: false, width: context.width - indent }),
    margin: [indent, 0, 0, 0],
    spaceBefore: space,
    spaceAfter: space,
    band: { color: theme.colors.accent, left: -indent, width: 2, bleed: 1 },
  };
}

function setCodeBlock(block: CodeBlock, context: TextContext): StackBox {
  const { theme, fonts } = context.setting;
  const size = context.size * 0.85;
  const padding = context.size * 0.6;
  const owner = context.parent.append("P").append("Code");
  const text = block.text.replace(/\r\n?/g, "\n").replace(/\n$/, "").replace(/\t/g, "    ");
  const runs = setPlainText(text, { ...context, size, family: fonts.code, ground: theme.colors.tint }, owner, block);
  const leaf: LeafBox = {
    ...makeLeaf(runs, { ...context, size, align: "start", tight: true }),
    preserve: true,
    leading: size * Math.min(theme.lineHeight, 1.3),
  };
  return {
    stack: [leaf],
    margin: [padding, padding * 0.7, padding, padding * 0.7],
    spaceBefore: context.size * PARAGRAPH_SPACE,
    spaceAfter: context.size * PARAGRAPH_SPACE,
    band: { color: theme.colors.tint, left: -padding, bleed: padding * 0.6 },
  };
}

function setThematicBreak(context: TextContext): Box {
  const width = Math.min(120, context.width);
  const x1 = (context.width - width) / 2;
  const { line } = context.setting.theme.colors;
  return {
    canvas: [
      { type: "line", x1, x2: x1 + width, y1: 0.5, y2: 0.5, lineWidth: 0.75, lineColor: line, owner: LAYOUT_ARTIFACT },
    ],
    height: 1,
    spaceBefore: context.size * 1.2,
    spaceAfter: context.size * 1.2,
  };
}
