/** What every edition needs to know of headings: their words, and which of them a table of contents lists. */

import { assertNever, type Block, type Document, type Heading, type Inline } from "./document.ts";
import type { Theme } from "./theme.ts";

/** The words of a line, without footnote numbers. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((node): string => {
      switch (node.type) {
        case "text":
        case "code":
          return node.value;
        case "line-break":
          return " ";
        case "note-reference":
          return "";
        case "strong":
        case "emphasis":
        case "deletion":
        case "subscript":
        case "superscript":
        case "link":
        case "span":
          return plainText(node.children);
        default:
          return assertNever(node);
      }
    })
    .join("");
}

/** A heading as lists of headings call it: without the colon at its end. */
export function headingTitle(heading: Heading): string {
  return plainText(heading.children).trim().replace(/\s*:$/, "");
}

/** The headings that the table of contents lists; none if the theme asks for none in a document of this length. */
export function listedHeadings({ children }: Document, { contents }: Theme): readonly Heading[] {
  const headings = headingsOf(children);
  if (!contents || headings.length < contents.fromHeadings) return [];
  return headings.filter((heading) => heading.level > 1 && heading.level <= contents.depth + 1);
}

function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  return blocks.flatMap((block) => {
    if (block.type === "heading") return [block];
    return block.type === "section" || block.type === "quote" ? headingsOf(block.children) : [];
  });
}
