/** Elements of the vocabulary → the blocks of a document. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import type {
  Block,
  DescriptionEntry,
  Figure,
  Heading,
  Inline,
  List,
  ListItem,
  ListNumbering,
  Note,
  Paragraph,
} from "../model/document.ts";
import { plainText } from "../model/outline.ts";
import { buildInlines, picturesIn } from "./build-inlines.ts";
import { buildTable } from "./build-table.ts";
import { checkHeadings } from "./check-headings.ts";
import { elementsIn, type MarkupElement, type MarkupNode, placed, textIn } from "./element.ts";
import { parseMarkup } from "./parse-markup.ts";
import { References } from "./references.ts";
import { elements } from "./vocabulary.ts";

/** What a template's output says, before it has metadata and pictures. */
export interface Content {
  /** The words of the one heading of level 1. */
  readonly title: string;
  readonly children: readonly Block[];
  readonly notes: readonly Note[];
  /** Keys of the pictures that occur, each with its first place. */
  readonly pictures: ReadonlyMap<string, Place | undefined>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads stamped HTML; `start` is where its template begins. */
export function buildDocument(html: string, start?: Place): Content {
  const markup = parseMarkup(html, start);
  // Building on markup with faults would only report their consequences.
  if (markup.diagnostics.length > 0) {
    return { title: "", children: [], notes: [], pictures: new Map(), diagnostics: markup.diagnostics };
  }
  return new Builder(markup.nodes).build(start);
}

type HeadingLevel = Heading["level"];

class Builder {
  readonly #nodes: readonly MarkupNode[];
  readonly #diagnostics: Diagnostic[] = [];
  readonly #references = new References(this.#diagnostics);
  readonly #pictures = new Map<string, Place | undefined>();
  readonly #headings: Heading[] = [];
  /** By how much the headings of the current section are lowered. */
  #levelShift = 0;

  constructor(nodes: readonly MarkupNode[]) {
    this.#nodes = nodes;
  }

  build(start: Place | undefined): Content {
    this.#references.collect(this.#nodes);
    const children = this.#blocks(this.#nodes);
    const notes = this.#notes();
    const first = elementsIn(this.#nodes)[0]?.at ?? start;
    this.#diagnostics.push(...checkHeadings(this.#headings, first), ...this.#references.checkLinks());
    const title = this.#headings[0] ? plainText(this.#headings[0].children) : "";
    return { title, children, notes, pictures: this.#pictures, diagnostics: this.#diagnostics };
  }

  #blocks(nodes: readonly MarkupNode[]): readonly Block[] {
    const blocks: Block[] = [];
    for (const element of elementsIn(nodes)) blocks.push(...this.#block(element));
    return blocks;
  }

  #block(element: MarkupElement): readonly Block[] {
    const at = element.at && { at: element.at };
    const { name, attributes } = element;
    switch (name) {
      case "section":
        return [this.#section(element)];
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
        return [this.#heading(element, Number(name.slice(1)))];
      case "p": {
        const role = (attributes.class ?? "text") as Paragraph["role"];
        return this.#lines(element.children, element.at, role);
      }
      case "ul":
      case "ol":
        return [this.#list(element)];
      case "blockquote":
        return [{ type: "quote", children: this.#flow(element), ...at }];
      case "pre":
        return [{ type: "code-block", text: textIn(element.children).replace(/^\n|\n$/g, ""), ...at }];
      case "hr":
        return [{ type: "thematic-break", ...at }];
      case "table":
        return [
          buildTable(element, {
            flow: (cell) => this.#flow(cell),
            line: (caption) => this.#wordsOf(caption),
            report: (diagnostic) => void this.#diagnostics.push(diagnostic),
          }),
        ];
      case "figure": {
        const [picture] = picturesIn(element.children);
        const caption = elementsIn(element.children).find((child) => child.name === "figcaption");
        if (!picture) {
          this.#diagnostics.push(diagnose("missing-attribute", { element: "figure", attribute: "img" }, element.at));
          return [];
        }
        const line = caption && this.#wordsOf(caption);
        const link = elementsIn(element.children).find((child) => child.name === "a");
        return [
          {
            ...this.#figure(picture),
            ...(line && line.length > 0 && { caption: line }),
            ...(link && this.#pictureLink(link)),
          },
        ];
      }
      case "img":
        return [this.#figure(element)];
      case "dl":
        return [
          {
            type: "description-list",
            role: attributes.class === "head" ? "head" : "facts",
            entries: this.#entries(element),
            ...at,
          },
        ];
      case "nav":
        return [{ type: "contents", title: attributes.title ?? "", ...at }];
      case "bar-chart":
        return [
          {
            type: "bar-chart",
            alt: attributes.alt ?? "",
            bars: elementsIn(element.children).map((bar) => this.#bar(bar)),
            ...at,
          },
        ];
      case "note":
        return [];
      default:
        throw new Error(`<${name}> is no block.`);
    }
  }

  #section(element: MarkupElement): Block {
    const { class: role, id, "data-level": level } = element.attributes;
    const outer = this.#levelShift;
    if (level !== undefined) this.#levelShift = Number(level) - 1;
    const children = this.#blocks(element.children);
    this.#levelShift = outer;
    return {
      type: "section",
      role: role === "annex" ? "annex" : "part",
      ...(id !== undefined && { id }),
      children,
      ...(element.at && { at: element.at }),
    };
  }

  #heading(element: MarkupElement, level: number): Heading {
    const children = this.#wordsOf(element);
    if (children.length === 0 && picturesIn(element.children).length === 0)
      this.#diagnostics.push(diagnose("heading-empty", {}, element.at));
    const heading: Heading = {
      type: "heading",
      level: Math.min(6, level + this.#levelShift) as HeadingLevel,
      id: element.attributes.id ?? this.#references.anchors.forHeading(plainText(children)),
      children,
      ...(element.at && { at: element.at }),
    };
    this.#headings.push(heading);
    return heading;
  }

  #line(nodes: readonly MarkupNode[], at: Place | undefined): readonly Inline[] {
    return buildInlines(nodes, at, this.#references);
  }

  /** The line of a heading, caption or term, where a picture has no place. */
  #wordsOf({ name, children, at }: MarkupElement): readonly Inline[] {
    const pictures = picturesIn(children);
    for (const picture of pictures) {
      this.#diagnostics.push(diagnose("misplaced-element", { element: "img", parent: name }, picture.at));
    }
    return pictures.length > 0 ? [] : this.#line(children, at);
  }

  /** A line of text as paragraphs; pictures in it come out between them. */
  #lines(nodes: readonly MarkupNode[], at: Place | undefined, role: Paragraph["role"]): readonly Block[] {
    const result: Block[] = [];
    let line: MarkupNode[] = [];
    const flush = (): void => {
      const children = this.#line(line, at);
      if (children.length > 0) result.push(placed<Paragraph>({ type: "paragraph", role, children }, at));
      line = [];
    };
    for (const node of nodes) {
      if (node.type === "text") {
        line.push(node);
        continue;
      }
      const pictures = picturesIn([node]);
      if (pictures.length === 0) {
        line.push(node);
        continue;
      }
      if (node.name !== "img" && textIn(node.children).trim() !== "") line.push(withoutPictures(node));
      flush();
      const link = node.name === "a" ? this.#pictureLink(node) : undefined;
      result.push(...pictures.map((picture) => ({ ...this.#figure(picture), ...link })));
    }
    flush();
    return result;
  }

  /** Content that may be a line or blocks or both. */
  #flow(element: MarkupElement): readonly Block[] {
    const result: Block[] = [];
    let line: MarkupNode[] = [];
    const flush = (): void => {
      result.push(...this.#lines(line, element.at, "text"));
      line = [];
    };
    for (const node of element.children) {
      if (node.type === "element" && elements[node.name]?.in.includes("block") && node.name !== "img") {
        flush();
        result.push(...this.#block(node));
      } else line.push(node);
    }
    flush();
    return result;
  }

  #list(element: MarkupElement): List {
    const { "data-numbering": given, "data-tight": tight = "true" } = element.attributes;
    // The vocabulary allows no other values.
    const numbering = (given ?? (element.name === "ol" ? "decimal" : "disc")) as ListNumbering;
    const items = elementsIn(element.children).map((item, index) =>
      this.#item(item, element.name === "ol" ? `${index + 1}.` : "•"),
    );
    return { type: "list", numbering, tight: tight === "true", items, ...(element.at && { at: element.at }) };
  }

  #item(element: MarkupElement, defaultMarker: string): ListItem {
    const { "data-marker": marker = defaultMarker, "data-checked": checked } = element.attributes;
    const children = this.#flow(element);
    const item: ListItem =
      checked === undefined
        ? { marker, children }
        : { marker: element.attributes["data-marker"] ?? "", checked: checked === "true", children };
    return placed(item, element.at);
  }

  #figure(element: MarkupElement): Figure {
    const { src = "", alt = "" } = element.attributes;
    if (!this.#pictures.has(src)) this.#pictures.set(src, element.at);
    return { type: "figure", image: src, alt, ...(element.at && { at: element.at }) };
  }

  #pictureLink({ attributes: { href = "" }, at }: MarkupElement): { readonly href: string } {
    return { href: this.#references.link(href, at) };
  }

  #entries(element: MarkupElement): readonly DescriptionEntry[] {
    const entries: { term: readonly Inline[]; description: Block[]; at?: Place }[] = [];
    for (const child of elementsIn(element.children)) {
      if (child.name === "dt") {
        entries.push({
          term: this.#wordsOf(child),
          description: [],
          ...(child.at && { at: child.at }),
        });
      } else entries.at(-1)?.description.push(...this.#flow(child));
    }
    return entries;
  }

  #bar(element: MarkupElement): { label: string; value: number } {
    const { label = "", value = "" } = element.attributes;
    const number = /^\d+([.,]\d+)?$/.test(value) ? Number(value.replace(",", ".")) : undefined;
    if (number === undefined) {
      const values = { element: "bar", attribute: "value", value, expected: "0, 1, 2,5 …" };
      this.#diagnostics.push(diagnose("wrong-attribute-value", values, element.at));
    }
    return { label, value: number ?? 0, ...(element.at && { at: element.at }) };
  }

  /** Footnotes in the order of their references; one that nothing refers to comes last rather than get lost. */
  #notes(): readonly Note[] {
    const notes: Note[] = [];
    for (const { number, element } of this.#references.notes()) {
      notes.push({ number, children: this.#flow(element), ...(element.at && { at: element.at }) });
    }
    return notes;
  }
}

function withoutPictures(element: MarkupElement): MarkupElement {
  const children = element.children
    .filter((child) => child.type === "text" || child.name !== "img")
    .map((child) => (child.type === "text" ? child : withoutPictures(child)));
  return { ...element, children };
}
