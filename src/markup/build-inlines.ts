/** Elements within a line → inline nodes, with white space collapsed. */

import type { Place } from "../model/diagnostic.ts";
import { assertNever, type Inline } from "../model/document.ts";
import { elementsIn, type MarkupElement, type MarkupNode, textIn } from "./element.ts";

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
  return nodes.flatMap((node): Inline[] => {
    if (node.type === "text") return [{ type: "text", value: node.value, ...(at && { at }) }];
    const inline = buildElement(node, context);
    return inline ? [inline] : [];
  });
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

/** Collapses white space over the whole line, as HTML does: across elements, and away at the ends and at line breaks. */
function collapse(nodes: readonly Inline[]): readonly Inline[] {
  let pendingSpace: "none" | "inner" | "leading" = "leading";
  const walk = (list: readonly Inline[]): Inline[] => {
    const result: Inline[] = [];
    for (const node of list) {
      switch (node.type) {
        case "text": {
          const value = node.value.replace(/[ \t\r\n]+/g, " ");
          let kept = value.startsWith(" ") ? value.slice(1) : value;
          if (value.startsWith(" ") && pendingSpace === "none") pendingSpace = "inner";
          if (kept === "") break;
          if (pendingSpace === "inner") kept = ` ${kept}`;
          pendingSpace = "none";
          if (kept.endsWith(" ")) {
            kept = kept.slice(0, -1);
            pendingSpace = "inner";
          }
          result.push({ ...node, value: kept });
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
  return elementsIn(nodes).flatMap((node) => (node.name === "img" ? [node] : picturesIn(node.children)));
}
