/** Stamped HTML → elements of the vocabulary. Whatever is not in the vocabulary is reported; nothing is repaired in silence. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import type { MarkupNode } from "./element.ts";
import { readTags, type TagHandler } from "./read-tags.ts";
import { type Content, type ElementDefinition, elements, voidElements } from "./vocabulary.ts";

/** What reading gives. */
export interface Markup {
  readonly nodes: readonly MarkupNode[];
  readonly diagnostics: readonly Diagnostic[];
}

/** An element that is not closed yet. */
interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: Place | undefined;
  readonly children: MarkupNode[];
  readonly has: Content | "flow" | "anything";
  /** Unknown or misplaced: reported already, so that its content is not judged. */
  readonly isReported: boolean;
  /** What has no place in it; if its own end is missing, or a start within it, that is why. */
  readonly misplaced: Diagnostic[];
  readonly strayEnds: Diagnostic[];
}

/** Reads the output of a template that begins at `start`. */
export function parseMarkup(html: string, start?: Place): Markup {
  const reader = new Reader();
  readTags(html, reader, start);
  return reader.finish();
}

class Reader implements TagHandler {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #root: Open = openElement("body", {}, undefined, "block", false);
  readonly #stack: Open[] = [this.#root];

  get #top(): Open {
    return this.#stack.at(-1) ?? this.#root;
  }

  open(
    name: string,
    attributes: Readonly<Record<string, string>>,
    stamped: Place | undefined,
    isClosed: boolean,
  ): void {
    const parent = this.#top;
    const at = stamped ?? parent.at;
    const marked = (): Place | undefined => (stamped ? { ...stamped, length: name.length + 1 } : at);
    const definition = Object.hasOwn(elements, name) ? elements[name] : undefined;
    const isMisplaced = definition && !definition.in.some((content) => accepts(parent.has, content));
    if (!definition) {
      const suggestion = nearest(name, Object.keys(elements));
      this.#diagnostics.push(
        diagnose("unknown-element", { element: name, suggestion }, marked(), suggestion ? [suggestion] : []),
      );
    } else if (isMisplaced) {
      // Text of a paper stands where the template has put it: in an element that it cannot stand in.
      const isOfTemplate = !parent.at || !stamped || parent.at.file === stamped.file;
      const place = isOfTemplate ? marked() : parent.at && { ...parent.at, length: parent.name.length + 1 };
      parent.misplaced.push(diagnose("misplaced-element", { element: name, parent: parent.name }, place));
    } else {
      this.#checkAttributes(name, definition, attributes, marked);
    }
    const isReported = !definition || isMisplaced === true;
    this.#stack.push(openElement(name, attributes, at, isReported ? "anything" : definition.has, isReported));
    if (isClosed || voidElements.has(name)) this.#pop();
  }

  #checkAttributes(
    element: string,
    { attributes: allowed, required = [] }: ElementDefinition,
    attributes: Readonly<Record<string, string>>,
    at: () => Place | undefined,
  ): void {
    for (const attribute in attributes) {
      const value = attributes[attribute] ?? "";
      const rule = Object.hasOwn(allowed, attribute) ? allowed[attribute] : undefined;
      if (rule === undefined) {
        const names = Object.keys(allowed);
        const suggestion = nearest(attribute, names);
        this.#diagnostics.push(
          diagnose("unknown-attribute", { element, attribute, allowed: names, suggestion }, at(), names),
        );
      } else if (rule !== true && !rule.includes(value)) {
        const expected = rule.join(", ");
        this.#diagnostics.push(diagnose("wrong-attribute-value", { element, attribute, value, expected }, at(), rule));
      }
    }
    for (const attribute of required) {
      if (!Object.hasOwn(attributes, attribute))
        this.#diagnostics.push(diagnose("missing-attribute", { element, attribute }, at()));
    }
  }

  close(name: string, at: () => Place | undefined): void {
    if (this.#stack.length > 1 && this.#top.name === name) {
      this.#pop();
      return;
    }
    const index = this.#stack.findLastIndex((open, level) => level > 0 && open.name === name);
    if (index === -1) {
      this.#top.strayEnds.push(diagnose("stray-end-tag", { element: name }, at()));
      return;
    }
    while (this.#stack.length > index + 1) this.#popUnclosed();
    this.#pop();
  }

  text(value: string, at: () => Place | undefined): void {
    const { has, name, children, misplaced } = this.#top;
    if (has === "flow" || has === "inline" || has === "text" || has === "anything") {
      children.push({ type: "text", value });
    } else if (/[^ \t\r\n]/.test(value)) {
      const shown = value.trim().slice(0, 40);
      misplaced.push(diagnose("misplaced-text", { parent: name, text: shown }, at()));
    }
  }

  finish(): Markup {
    while (this.#stack.length > 1) this.#popUnclosed();
    this.#diagnostics.push(...faultsIn(this.#root));
    return { nodes: this.#root.children, diagnostics: this.#diagnostics };
  }

  #pop(): void {
    const closed = this.#stack.pop();
    if (!closed) return;
    this.#diagnostics.push(...faultsIn(closed));
    this.#append(closed);
  }

  #popUnclosed(): void {
    const open = this.#stack.pop();
    if (!open) return;
    const at = open.at && { ...open.at, length: open.name.length + 1 };
    if (!open.isReported) this.#diagnostics.push(diagnose("unclosed-element", { element: open.name }, at));
    this.#append(open);
  }

  #append({ name, attributes, at, children }: Open): void {
    this.#top.children.push({ type: "element", name, attributes, at, children });
  }
}

function openElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  at: Place | undefined,
  has: Open["has"],
  isReported: boolean,
): Open {
  return { name, attributes, at, children: [], has, isReported, misplaced: [], strayEnds: [] };
}

/** An end without a start explains what stands where only that element could. */
function faultsIn({ strayEnds, misplaced }: Open): readonly Diagnostic[] {
  return strayEnds.length > 0 ? strayEnds : misplaced;
}

/** True if an element of that content may stand where that is expected. */
function accepts(has: Content | "flow" | "anything", content: Content): boolean {
  return has === content || has === "anything" || (has === "flow" && (content === "block" || content === "inline"));
}
