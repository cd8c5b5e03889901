/** The table of contents: a link to each heading, under the same condition as on paper. */

import type { Contents } from "../model/document.ts";
import { headingTitle, listedHeadings } from "../model/outline.ts";
import { element, type Markup, text } from "./element.ts";
import type { Setting } from "./setting.ts";

/** Renders the table, or nothing if the theme asks for none in a document of this length. */
export function renderContents(contents: Contents, { document, theme }: Setting): readonly Markup[] {
  const headings = listedHeadings(document, theme);
  if (headings.length === 0) return [];
  const lines = headings.map((heading) =>
    element("li", { class: `level-${heading.level}` }, [
      element("a", { href: `#${heading.id}` }, [text(headingTitle(heading))]),
    ]),
  );
  const title =
    contents.title === "" ? [] : [element("p", { class: "title", id: "_contents" }, [text(contents.title)])];
  const name = contents.title === "" ? {} : { "aria-labelledby": "_contents" };
  return [element("nav", { class: "contents", ...name }, [...title, element("ol", { role: "list" }, lines)])];
}
