/** Inline nodes → HTML. */

import { assertNever, type Inline } from "../model/document.ts";
import { element, type Markup, text } from "./element.ts";
import { noteId, noteReferenceId, type Setting } from "./setting.ts";

/** Renders what stands within a line. */
export function renderInlines(inlines: readonly Inline[], setting: Setting): readonly Markup[] {
  return inlines.map((inline) => renderInline(inline, setting));
}

function renderInline(node: Inline, setting: Setting): Markup {
  switch (node.type) {
    case "text":
      return text(node.value);
    case "strong":
      return element("strong", {}, renderInlines(node.children, setting));
    case "emphasis":
      return element("em", {}, renderInlines(node.children, setting));
    case "deletion":
      return element("del", {}, renderInlines(node.children, setting));
    case "code":
      return element("code", {}, [text(node.value)]);
    case "subscript":
      return element("sub", {}, renderInlines(node.children, setting));
    case "superscript":
      return element("sup", {}, renderInlines(node.children, setting));
    case "link":
      return element("a", { href: node.href, title: node.title }, renderInlines(node.children, setting));
    case "span":
      return element("span", { lang: node.lang }, renderInlines(node.children, setting));
    case "line-break":
      return element("br");
    case "note-reference":
      return renderNoteReference(node.number, setting);
    default:
      return assertNever(node);
  }
}

function renderNoteReference(number: number, { referenced, words }: Setting): Markup {
  const id = referenced.has(number) ? undefined : noteReferenceId(number);
  referenced.add(number);
  const attributes = { id, href: `#${noteId(number)}`, role: "doc-noteref", "aria-label": `${words.note} ${number}` };
  return element("sup", {}, [element("a", attributes, [text(String(number))])]);
}
