/** Blocks → HTML. */

import {
  assertNever,
  type Block,
  type DescriptionList,
  type Figure,
  type Paragraph,
  type Section,
} from "../model/document.ts";
import { MAX_HEIGHT_SHARE } from "../model/image.ts";
import { A4_IN_MILLIMETRES, points } from "../model/paper-size.ts";
import { element, type Markup, text } from "./element.ts";
import { renderBarChart } from "./render-bar-chart.ts";
import { renderContents } from "./render-contents.ts";
import { renderImage } from "./render-image.ts";
import { renderInlines } from "./render-inlines.ts";
import { renderList } from "./render-list.ts";
import { renderTable } from "./render-table.ts";
import { placeAttribute, type Setting } from "./setting.ts";

/** Renders what stacks on the page. */
export function renderBlocks(blocks: readonly Block[], setting: Setting): readonly Markup[] {
  return blocks.flatMap((block) => renderBlock(block, setting));
}

function renderBlock(block: Block, setting: Setting): readonly Markup[] {
  switch (block.type) {
    case "section":
      return [renderSection(block, setting)];
    case "heading":
      return [
        element(
          `h${block.level}`,
          { id: block.id, ...placeAttribute(block, setting) },
          renderInlines(block.children, setting),
        ),
      ];
    case "paragraph":
      return [renderParagraph(block, setting)];
    case "list":
      return [renderList(block, setting)];
    case "quote":
      return [element("blockquote", placeAttribute(block, setting), renderBlocks(block.children, setting))];
    case "code-block":
      // The inner element keeps a first empty line, which parsers drop directly after <pre>.
      return [element("pre", placeAttribute(block, setting), [element("code", {}, [text(block.text)])])];
    case "table":
      return [renderTable(block, setting)];
    case "figure":
      return [renderFigure(block, setting)];
    case "bar-chart":
      return [renderBarChart(block, setting)];
    case "description-list":
      return [renderDescriptionList(block, setting)];
    case "thematic-break":
      return [element("hr")];
    case "contents":
      return renderContents(block, setting);
    default:
      return assertNever(block);
  }
}

function renderSection(section: Section, setting: Setting): Markup {
  const first = section.children[0];
  const attributes = {
    id: section.id,
    class: section.role === "annex" ? "annex" : undefined,
    "aria-labelledby": section.role === "annex" && first?.type === "heading" ? first.id : undefined,
  };
  return element("section", attributes, renderBlocks(section.children, setting));
}

function renderParagraph(paragraph: Paragraph, setting: Setting): Markup {
  return element(
    "p",
    { class: paragraph.role === "text" ? undefined : paragraph.role, ...placeAttribute(paragraph, setting) },
    renderInlines(paragraph.children, setting),
  );
}

function renderFigure(figure: Figure, setting: Setting): Markup {
  const image = setting.document.images[figure.image];
  if (!image) return text(""); // reading images has reported it
  const { top, bottom } = setting.theme.page.margins;
  const most = (A4_IN_MILLIMETRES.height - top - bottom) * MAX_HEIGHT_SHARE;
  const picture = renderImage(image, figure.alt, Math.min(image.height, points(most)));
  const linked =
    figure.href === undefined
      ? picture
      : element("a", { href: figure.href, "aria-label": figure.alt === "" ? figure.href : undefined }, [picture]);
  if (!figure.caption) return element("div", { class: "picture", ...placeAttribute(figure, setting) }, [linked]);
  return element("figure", placeAttribute(figure, setting), [
    linked,
    element("figcaption", {}, renderInlines(figure.caption, setting)),
  ]);
}

function renderDescriptionList(list: DescriptionList, setting: Setting): Markup {
  const entries = list.entries.map((entry) =>
    element("div", {}, [
      element("dt", {}, renderInlines(entry.term, setting)),
      element("dd", {}, renderBlocks(entry.description, setting)),
    ]),
  );
  return element("dl", { class: list.role, ...placeAttribute(list, setting) }, entries);
}
