/** Elements within a line → inline nodes, with white space collapsed. */

import type { Place } from "../model/diagnostic.ts";
import { assertNever, type Inline, type Text } from "../model/document.ts";
import { type MarkupElement, type MarkupNode, placed, textIn } from "./element.ts";

/** What building needs to know of the document. */
export interface InlineContext {
  /** The number of a footnote, given by the id of its element. */
  noteNumber(id: string, at: Place | undefined): number | undefined;
  /** Notes a link, to be checked when all anchors are known, and gives it as the tree has it. */
  link(href: string, at: Place | undefined): string;
}

/** Builds a line; white space at its ends goes. */
export function buildInlines(
  nodes: readonly MarkupNode[],
  at: Place | undefined,
  context: InlineContext,
): readonly Inline[] {
  return collapse(build(nodes, at, context));
}

type InlineName = "strong" | "em" | "del" | "sub" | "sup" | "code" | "a" | "span" | "br" | "note-ref" | "img";

function build(nodes: readonly MarkupNode[], at: Place | undefined, context: InlineContext): Inline[] {
  const inlines: Inline[] = [];
  for (const node of nodes) {
    const inline =
      node.type === "text" ? placed<Text>({ type: "text", value: node.value }, at) : buildElement(node, context);
    if (inline) inlines.push(inline);
  }
  return inlines;
}

function buildElement(element: MarkupElement, context: InlineContext): Inline | undefined {
  const at = element.at && { at: element.at };
  const children = () => build(element.children, element.at, context);
  // The vocabulary lets only these stand in a line.
  const name = element.name as InlineName;
  switch (name) {
    case "strong":
      return { type: "strong", children: children(), ...at };
    case "em":
      return { type: "emphasis", children: children(), ...at };
    case "del":
      return { type: "deletion", children: children(), ...at };
    case "sub":
      return { type: "subscript", children: children(), ...at };
    case "sup":
      return { type: "superscript", children: children(), ...at };
    case "code":
      return { type: "code", value: textIn(element.children).replace(/\s+/g, " "), ...at };
    case "a": {
      const { href = "", title } = element.attributes;
      return {
        type: "link",
        href: context.link(href, element.at),
        ...(title && { title }),
        children: children(),
        ...at,
      };
    }
    case "span":
      return { type: "span", lang: element.attributes.lang ?? "", children: children(), ...at };
    case "br":
      return { type: "line-break", ...at };
    case "note-ref": {
      const number = context.noteNumber(element.attributes.for ?? "", element.at);
      return number === undefined ? undefined : { type: "note-reference", number, ...at };
    }
    case "img":
      throw new Error("Pictures are lifted out of lines before.");
    default:
      return assertNever(name);
  }
}

/** White space that is more than one space; most texts have none. */
const UNEVEN_SPACE = /[\t\r\n]| {2}/;

/** Collapses white space over the whole line, as HTML does: across elements, and away at the ends and at line breaks. */
function collapse(nodes: readonly Inline[]): readonly Inline[] {
  let pendingSpace: "none" | "inner" | "leading" = "leading";
  const walk = (list: readonly Inline[]): Inline[] => {
    const result: Inline[] = [];
    for (const node of list) {
      switch (node.type) {
        case "text": {
          const value = UNEVEN_SPACE.test(node.value) ? node.value.replace(/[ \t\r\n]+/g, " ") : node.value;
          let kept = value.startsWith(" ") ? value.slice(1) : value;
          if (value.startsWith(" ") && pendingSpace === "none") pendingSpace = "inner";
          if (kept === "") break;
          if (pendingSpace === "inner") kept = ` ${kept}`;
          pendingSpace = "none";
          if (kept.endsWith(" ")) {
            kept = kept.slice(0, -1);
            pendingSpace = "inner";
          }
          result.push(placed<Text>({ type: "text", value: kept }, node.at));
          break;
        }
        case "line-break":
          pendingSpace = "leading";
          result.push(node);
          break;
        case "code":
        case "note-reference":
          if (pendingSpace === "inner") result.push({ type: "text", value: " " });
          pendingSpace = "none";
          result.push(node);
          break;
        case "strong":
        case "emphasis":
        case "deletion":
        case "subscript":
        case "superscript":
        case "link":
        case "span": {
          // A space before an element belongs outside it, so that links and struck text do not begin with one.
          const first = firstText(node.children);
          if (pendingSpace === "inner" || (pendingSpace === "none" && /^[ \t\r\n]/.test(first))) {
            result.push({ type: "text", value: " " });
            pendingSpace = "leading";
          }
          const children = walk(node.children);
          if (children.length > 0) result.push({ ...node, children });
          break;
        }
        default:
          assertNever(node);
      }
    }
    return result;
  };
  return walk(nodes);
}

function firstText(nodes: readonly Inline[]): string {
  const [first] = nodes;
  if (!first) return "";
  if (first.type === "text") return first.value;
  return "children" in first ? firstText(first.children) : "";
}

/** The pictures in a line, also within links. */
export function picturesIn(nodes: readonly MarkupNode[]): readonly MarkupElement[] {
  const pictures: MarkupElement[] = [];
  collectPictures(nodes, pictures);
  return pictures;
}

function collectPictures(nodes: readonly MarkupNode[], pictures: MarkupElement[]): void {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    if (node.name === "img") pictures.push(node);
    else collectPictures(node.children, pictures);
  }
}
