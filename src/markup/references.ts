/** What refers to what within a document: links to ids, and notes by their numbers. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { Anchors, fragmentOf, slug } from "./anchors.ts";
import { elementsIn, type MarkupElement, type MarkupNode } from "./element.ts";

/** Keeps the ids of one document, and what refers to them. */
export class References {
  readonly anchors = new Anchors();
  readonly #diagnostics: Diagnostic[];
  readonly #links: { readonly href: string; readonly at: Place | undefined }[] = [];
  readonly #noteElements = new Map<string, MarkupElement>();
  readonly #noteNumbers = new Map<string, number>();
  /** Ids of notes by their numbers, less one. */
  readonly #numbered: string[] = [];

  /** What is found wrong on the way is added to `diagnostics`. */
  constructor(diagnostics: Diagnostic[]) {
    this.#diagnostics = diagnostics;
  }

  /** Takes the ids that are given, and the footnotes, before anything refers to them. */
  collect(nodes: readonly MarkupNode[]): void {
    for (const element of elementsIn(nodes)) {
      const { id } = element.attributes;
      if (element.name === "note" && id !== undefined) this.#noteElements.set(id, element);
      else if (id !== undefined && !this.anchors.take(id)) {
        this.#diagnostics.push(diagnose("duplicate-anchor", { id }, element.at));
      }
      this.collect(element.children);
    }
  }

  /** The address of a link: `#Begründung` and `#begruendung` both mean the heading „Begründung“, and so does `#Begr%C3%BCndung`. */
  link(given: string, at: Place | undefined): string {
    const fragment = given.startsWith("#") ? fragmentOf(given) : undefined;
    const isKnown = fragment !== undefined && this.anchors.has(fragment);
    const href = fragment === undefined ? given : `#${isKnown ? fragment : slug(fragment) || fragment}`;
    this.#links.push({ href, at });
    return href;
  }

  /** The number of a note, which it gets from its first reference; undefined if there is no such note. */
  noteNumber(id: string, at: Place | undefined): number | undefined {
    const known = this.#noteNumbers.get(id);
    if (known !== undefined) return known;
    if (!this.#noteElements.has(id)) {
      this.#diagnostics.push(diagnose("unknown-anchor", { id, suggestion: undefined }, at));
      return undefined;
    }
    const number = this.#numbered.push(id);
    this.#noteNumbers.set(id, number);
    return number;
  }

  /** Notes by their numbers. References that are found while this is walked go on with it; what nothing refers to comes last. */
  *notes(): Generator<{ readonly number: number; readonly element: MarkupElement }> {
    for (let number = 1; ; number++) {
      const id =
        this.#numbered[number - 1] ?? [...this.#noteElements.keys()].find((one) => !this.#noteNumbers.has(one));
      const element = id === undefined ? undefined : this.#noteElements.get(id);
      if (id === undefined || !element) return;
      this.noteNumber(id, element.at);
      yield { number, element };
    }
  }

  /** Links that lead nowhere; to be asked when all headings have their ids. */
  checkLinks(): readonly Diagnostic[] {
    return this.#links.flatMap(({ href, at }) => {
      if (href.startsWith("#")) {
        const id = href.slice(1);
        if (this.anchors.has(id)) return [];
        const suggestion = nearest(id, this.anchors.all());
        return [diagnose("unknown-anchor", { id, suggestion }, at, suggestion ? [`#${suggestion}`] : [])];
      }
      // The last ones are files beside the result.
      if (/^(?:https?:|mailto:|\.\.?\/)/i.test(href)) return [];
      const values = { element: "a", attribute: "href", value: href, expected: "https:…, http:…, mailto:…, #…, ./…" };
      return [diagnose("wrong-attribute-value", values, at)];
    });
  }
}
