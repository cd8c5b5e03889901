/** The table of contents: a link to each heading, under the same condition as on paper. */

import type { Block, Contents, Heading } from "../model/document.ts";
import { element, type Markup, text } from "./element.ts";
import { plainText } from "./render-inlines.ts";
import type { Setting } from "./setting.ts";

/** Renders the table, or nothing if the theme asks for none in a document of this length. */
export function renderContents(contents: Contents, { document, theme }: Setting): readonly Markup[] {
  const headings = headingsOf(document.children);
  if (!theme.contents || headings.length < theme.contents.fromHeadings) return [];
  const { depth } = theme.contents;
  const lines = headings
    .filter((heading) => heading.level > 1 && heading.level <= depth + 1)
    .map((heading) =>
      element("li", { class: `level-${heading.level}` }, [
        element("a", { href: `#${heading.id}` }, [text(plainText(heading.children).trim())]),
      ]),
    );
  const title =
    contents.title === "" ? [] : [element("p", { class: "title", id: "_contents" }, [text(contents.title)])];
  const name = contents.title === "" ? {} : { "aria-labelledby": "_contents" };
  return [element("nav", { class: "contents", ...name }, [...title, element("ol", { role: "list" }, lines)])];
}

function headingsOf(blocks: readonly Block[]): readonly Heading[] {
  return blocks.flatMap((block) => {
    if (block.type === "heading") return [block];
    return block.type === "section" || block.type === "quote" ? headingsOf(block.children) : [];
  });
}
