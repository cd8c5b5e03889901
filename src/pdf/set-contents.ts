/** The table of contents: a line for each heading with the number of its page. */

import { assertNever, type Contents, type Heading, type Inline } from "../model/document.ts";
import { headingTitle, listedHeadings } from "../model/outline.ts";
import type { Box, CellBox } from "./boxes.ts";
import { makeLeaf } from "./make-leaf.ts";
import { setInlines, setPlainText } from "./set-inlines.ts";
import type { TextContext } from "./setting.ts";

/** Room for page numbers, as a share of the type size. */
const NUMBER_WIDTH = 2.6;

/** Turns the place of a table of contents into the table, if the theme asks for one in a document of this length. */
export function setContents(contents: Contents, context: TextContext): Box[] {
  const { document, theme, anchors } = context.setting;
  const listed = listedHeadings(document, theme);
  if (listed.length === 0) return [];
  const element = context.parent.append("TOC");
  const title = { ...context, size: theme.sizes.headings[2], bold: true, align: "start" } as const;
  const boxes: Box[] = [];
  if (contents.title !== "") {
    const runs = setPlainText(contents.title, title, element.append("Caption"), contents);
    boxes.push({ ...makeLeaf(runs, title), keepWithNext: true, spaceBefore: title.size, spaceAfter: title.size * 0.4 });
  }
  const line = { ...context, align: "start", tight: true } as const;
  const body: CellBox[][] = [];
  for (const heading of listed) {
    const anchor = anchors.get(heading.id);
    if (anchor === undefined) continue;
    const text = headingTitle(heading);
    const owner = element.append("TOCI").append("Reference").append("Link");
    const link = { href: `#${anchor}`, description: text, owner };
    // The space keeps title and number apart when the line is read out or copied.
    const words: Inline[] = [...listedWords(heading), { type: "text", value: " " }];
    const runs = setInlines(words, line, owner).map((run) => ({ ...run, style: { ...run.style, link } }));
    const number = setPlainText("0", line, owner).map((run) => ({
      ...run,
      style: { ...run.style, link },
      pageOf: anchor,
    }));
    const leaf = makeLeaf(runs, line);
    leaf.margin = [(heading.level - 2) * context.size * 1.2, 0, 0, 0];
    body.push([{ stack: [leaf] }, { stack: [{ ...makeLeaf(number, line), align: "end" }] }]);
  }
  if (body.length > 0) {
    boxes.push({
      table: { body, widths: [{ width: "*" }, { width: context.size * NUMBER_WIDTH }], headerRows: 0 },
      columnsReady: true,
      fills: [true, false],
      stretch: true,
      spaceBefore: 0,
      spaceAfter: context.size,
      layout: {
        // Hairlines lead the eye from a title to its number.
        hLineWidth: (line: number) => (line === 0 ? 0 : 0.4),
        hLineColor: () => theme.colors.line,
        vLineWidth: () => 0,
        paddingLeft: () => 0,
        paddingRight: () => 0,
        paddingTop: () => context.size * 0.2,
        paddingBottom: () => context.size * 0.2,
      },
    });
  }
  return boxes;
}

/** The words of a heading, plain but for other languages in it. */
function listedWords(heading: Heading): readonly Inline[] {
  const words = withoutMarks(heading.children);
  const title = headingTitle(heading);
  if (words.every(({ type }) => type === "text")) return [{ type: "text", value: title }];
  const last = words.at(-1);
  const isCut = last?.type === "text" && !title.endsWith(last.value.trim()); // of its colon
  return isCut ? [...words.slice(0, -1), { ...last, value: last.value.replace(/\s*:\s*$/, "") }] : words;
}

function withoutMarks(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    switch (inline.type) {
      case "text":
      case "code":
        // A text of its own: what is drawn here does not count as drawing the heading.
        return [{ type: "text", value: inline.value }];
      case "line-break":
        return [{ type: "text", value: " " }];
      case "note-reference":
        return [];
      case "span":
        return [{ ...inline, children: withoutMarks(inline.children) }];
      case "strong":
      case "emphasis":
      case "deletion":
      case "subscript":
      case "superscript":
      case "link":
        return withoutMarks(inline.children);
      default:
        return assertNever(inline);
    }
  });
}
