/** Stamped HTML → elements of the vocabulary. Whatever is not in the vocabulary is reported; nothing is repaired in silence. */

import { Parser } from "htmlparser2";
import { diagnose } from "../diagnostics/catalogue.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { readStamp } from "../model/text-file.ts";
import type { MarkupNode } from "./element.ts";
import { type Content, elements, voidElements } from "./vocabulary.ts";

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
  /** Unknown or misplaced: reported once, its content is read as if it stood in its parent. */
  readonly isTransparent: boolean;
}

/** Reads the output of a template. */
export function parseMarkup(html: string): Markup {
  const reader = new Reader();
  const parser = new Parser(
    {
      onopentag: (name, attributes, isImplied) => reader.open(name, attributes, isImplied),
      onclosetag: (name, isImplied) => reader.close(name, isImplied),
      ontext: (text) => reader.text(text),
    },
    { decodeEntities: true, recognizeSelfClosing: true },
  );
  parser.end(html);
  const { nodes, diagnostics } = reader.finish();
  return { nodes, diagnostics: [...diagnostics, ...findStrayEnds(html)] };
}

/** End tags that close nothing; the parser passes over them in silence. */
function findStrayEnds(html: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const open: string[] = [];
  let at: Place | undefined;
  for (const [, slash, name = "", rest = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)([^>]*)>/gi)) {
    at = readStamp(/data-at="([^"]*)"/.exec(rest)?.[1] ?? "") ?? at;
    if (!slash) {
      if (!voidElements.has(name) && !rest.endsWith("/")) open.push(name);
      continue;
    }
    const start = open.lastIndexOf(name);
    if (start !== -1) open.splice(start);
    else found.push(diagnose("stray-end-tag", { element: name }, at));
  }
  return found;
}

class Reader {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #root: Open = {
    name: "body",
    attributes: {},
    at: undefined,
    children: [],
    has: "block",
    isTransparent: false,
  };
  readonly #stack: Open[] = [this.#root];
  /** Where the last start tag stood, for what has no place of its own. */
  #last: Place | undefined;

  get #top(): Open {
    return this.#stack.at(-1) ?? this.#root;
  }

  open(name: string, given: Readonly<Record<string, string>>, isImplied: boolean): void {
    const { "data-at": stamped, ...attributes } = given;
    const at = (stamped === undefined ? undefined : readStamp(stamped)) ?? this.#top.at;
    const marked = at && stamped !== undefined ? { ...at, length: name.length + 1 } : at;
    this.#last = at ?? this.#last;
    const parent = this.#top;
    let isTransparent = false;
    const definition = Object.hasOwn(elements, name) ? elements[name] : undefined;
    if (isImplied) {
      // The parser makes up a start for </p>; whether that end is a stray is judged on the whole.
      isTransparent = true;
    } else if (!definition) {
      const suggestion = nearest(name, Object.keys(elements));
      this.#diagnostics.push(
        diagnose("unknown-element", { element: name, suggestion }, marked, suggestion ? [suggestion] : []),
      );
      isTransparent = true;
    } else if (!definition.in.some((content) => accepts(parent.has, content))) {
      this.#diagnostics.push(diagnose("misplaced-element", { element: name, parent: parent.name }, marked));
      isTransparent = true;
    } else {
      this.#checkAttributes(name, attributes, marked);
    }
    // What stands in something that was reported already is not judged again.
    const has = isTransparent || !definition ? "anything" : definition.has;
    this.#stack.push({ name, attributes, at, children: [], has, isTransparent });
  }

  #checkAttributes(element: string, attributes: Readonly<Record<string, string>>, at: Place | undefined): void {
    const { attributes: allowed = {}, required = [] } = elements[element] ?? {};
    for (const [attribute, value] of Object.entries(attributes)) {
      const rule = Object.hasOwn(allowed, attribute) ? allowed[attribute] : undefined;
      if (rule === undefined) {
        const names = Object.keys(allowed);
        const suggestion = nearest(attribute, names);
        this.#diagnostics.push(
          diagnose("unknown-attribute", { element, attribute, allowed: names, suggestion }, at, names),
        );
      } else if (rule !== true && !rule.includes(value)) {
        const expected = rule.join(", ");
        this.#diagnostics.push(diagnose("wrong-attribute-value", { element, attribute, value, expected }, at, rule));
      }
    }
    for (const attribute of required) {
      if (!Object.hasOwn(attributes, attribute))
        this.#diagnostics.push(diagnose("missing-attribute", { element, attribute }, at));
    }
  }

  close(name: string, isImplied: boolean): void {
    const closed = this.#stack.length > 1 ? this.#stack.pop() : undefined;
    if (!closed) return;
    if (isImplied && !voidElements.has(name) && !closed.isTransparent) {
      const at = closed.at && { ...closed.at, length: name.length + 1 };
      this.#diagnostics.push(diagnose("unclosed-element", { element: name }, at));
    }
    if (closed.isTransparent) {
      this.#top.children.push(...closed.children);
      return;
    }
    const { attributes, at, children } = closed;
    this.#top.children.push({ type: "element", name: closed.name, attributes, at, children });
  }

  text(value: string): void {
    const { has, name, at, children } = this.#top;
    const isSpace = /^[ \t\r\n]*$/.test(value);
    if (has === "flow" || has === "inline" || has === "text" || has === "anything") {
      children.push({ type: "text", value });
    } else if (!isSpace) {
      const shown = value.trim().slice(0, 40);
      this.#diagnostics.push(diagnose("misplaced-text", { parent: name, text: shown }, at ?? this.#last));
    }
  }

  finish(): Markup {
    return { nodes: this.#root.children, diagnostics: this.#diagnostics };
  }
}

/** True if an element of that content may stand where that is expected. */
function accepts(has: Content | "flow" | "anything", content: Content): boolean {
  return has === content || has === "anything" || (has === "flow" && (content === "block" || content === "inline"));
}
