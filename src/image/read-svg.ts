/** SVG → picture: checks every element and attribute, and writes the drawing anew without anything else. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Place, Result } from "../model/diagnostic.ts";
import type { VectorImage } from "../model/image.ts";
import { placeAt, type TextFile } from "../model/text-file.ts";
import { sizeOf } from "./svg-size.ts";
import { matchRules, readProperties, readRules, type SvgRule } from "./svg-style.ts";
import { readTree, type SvgNode } from "./svg-tree.ts";
import { ATTRIBUTES, DROPPED_ELEMENTS, drawsNothing, ELEMENTS, HARMLESS, refusal } from "./svg-vocabulary.ts";

/** Larger drawings are maps and scans; they take seconds to draw. */
const MAX_BYTES = 4_000_000;

/** Reads an SVG. Places are within the SVG itself; `place` stands for what concerns the whole file. */
export function readSvg(bytes: Uint8Array, place: Place | undefined, name: string): Result<VectorImage> {
  if (bytes.length > MAX_BYTES) {
    const size = `${(bytes.length / 1e6).toFixed(1)} MB`;
    return { diagnostics: [diagnose("image-too-large", { name, size, limit: `${MAX_BYTES / 1e6} MB` }, place)] };
  }
  const source = decode(bytes);
  if (source === undefined) return { diagnostics: [diagnose("image-damaged", { name, what: "encoding" }, place)] };
  const file: TextFile = { path: name, text: source };
  const root = readTree(source);
  if ("brokenAt" in root)
    return { diagnostics: [diagnose("image-damaged", { name, what: "broken" }, placeAt(file, root.brokenAt))] };
  if (root.name !== "svg")
    return { diagnostics: [diagnose("image-format", { name, format: `XML <${root.name}>` }, place)] };
  const size = sizeOf(root.attributes);
  if (!size) return { diagnostics: [diagnose("svg-size", { name }, placeAt(file, root.offset))] };
  const check = new SvgCheck(file);
  check.collect(root);
  const children = root.children.map((child) => check.write(child, "svg")).join("");
  const attributes = check.attributesOf(root, ["width", "height", "viewBox", "x", "y", "id"]);
  if (check.diagnostics.length > 0) return { diagnostics: check.diagnostics };
  const { width, height, viewBox } = size;
  const written = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="${viewBox}"${attributes}>${children}</svg>`;
  return { value: { type: "svg", source: written, width, height }, diagnostics: [] };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    return undefined;
  }
}

/** Checks and writes the elements of one file; says each kind of mistake once. */
class SvgCheck {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: TextFile;
  readonly #rules: SvgRule[] = [];
  readonly #byId = new Map<string, SvgNode>();
  readonly #reported = new Set<string>();

  constructor(file: TextFile) {
    this.#file = file;
  }

  /** Notes style sheets and ids before anything is written, since either may stand behind its use. */
  collect(node: SvgNode): void {
    if (node.name === "style") {
      const rules = readRules(node.text);
      if (rules) this.#rules.push(...rules);
      else this.#refuseElement(node);
    }
    const { id } = node.attributes;
    if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, node);
    for (const child of node.children) this.collect(child);
  }

  /** The element as markup; empty for what draws nothing. */
  write(node: SvgNode, parent: string): string {
    if (node.name === "style" || DROPPED_ELEMENTS.has(node.name) || this.#isForeign(node.name)) return "";
    const misplaced = node.name === "svg" || (parent === "clipPath" && (node.name === "clipPath" || node.name === "g"));
    if (!ELEMENTS.has(node.name) || misplaced) {
      this.#refuseElement(node);
      return "";
    }
    const attributes = this.attributesOf(node, parent === "clipPath" ? ["clip-path"] : []);
    const children = node.children.map((child) => this.write(child, node.name)).join("");
    return `<${node.name}${attributes}>${children}</${node.name}>`;
  }

  /** The checked attributes as markup, those of styles among them; `without` are left out. */
  attributesOf(node: SvgNode, without: readonly string[]): string {
    const { style = "", class: classes = "", ...own } = node.attributes;
    const given = new Map(Object.entries(own));
    for (const [name, value] of matchRules(this.#rules, node.name, classes, own.id)) given.set(name, value);
    for (const [name, value] of readProperties(style)) given.set(name, value);
    let written = "";
    for (const [fullName, raw] of given) {
      const name = fullName === "xlink:href" ? "href" : fullName;
      const value = raw.trim();
      if (without.includes(name)) continue;
      const pattern = ATTRIBUTES[name];
      if (!pattern) {
        const harmless = HARMLESS[name]?.test(value) ?? (drawsNothing(name) || /^xlink:(?!href)/.test(name));
        if (!harmless) this.#refuseAttribute(node, fullName, value);
        continue;
      }
      if (!pattern.test(value) || !this.#resolves(node, name, value)) this.#refuseAttribute(node, fullName, value);
      else written += ` ${name === "href" ? "xlink:href" : name}="${escapeValue(value)}"`;
    }
    return written;
  }

  /** References lead to a gradient or clip path of this file, and never in a circle: the painter would follow it. */
  #resolves(node: SvgNode, name: string, value: string): boolean {
    if (name === "href") {
      const seen = new Set([node]);
      for (let next: SvgNode | undefined = node; next; ) {
        const href: string | undefined = next.attributes.href ?? next.attributes["xlink:href"];
        if (href === undefined) return true;
        next = this.#byId.get(href.trim().slice(1));
        if (!next?.name.endsWith("Gradient") || !node.name.endsWith("Gradient") || seen.has(next)) return false;
        seen.add(next);
      }
    }
    const id = /^url\(["']?#([^"')\s]+)/.exec(value)?.[1];
    if (id === undefined) return true;
    const target = this.#byId.get(id)?.name;
    return name === "clip-path" ? target === "clipPath" : target === "linearGradient" || target === "radialGradient";
  }

  /** Elements of editors (`sodipodi:namedview`, `rdf:RDF`). */
  #isForeign(name: string): boolean {
    return name.includes(":");
  }

  #refuseElement(node: SvgNode): void {
    if (this.#reported.has(`<${node.name}`)) return;
    this.#reported.add(`<${node.name}`);
    const place = placeAt(this.#file, node.offset, node.name.length + 1);
    this.diagnostics.push(
      diagnose("svg-element", { name: this.#file.path, element: node.name, reason: refusal(node.name) }, place),
    );
  }

  #refuseAttribute(node: SvgNode, attribute: string, value: string): void {
    if (this.#reported.has(attribute)) return;
    this.#reported.add(attribute);
    const shown = value.length > 40 ? `${value.slice(0, 39)}…` : value;
    const end = this.#file.text.indexOf(">", node.offset);
    const within = this.#file.text
      .slice(node.offset, end === -1 ? undefined : end)
      .search(new RegExp(`\\s${attribute.replace(/[^\w:-]/g, ".")}\\s*=`));
    const place = placeAt(
      this.#file,
      node.offset + (within === -1 ? 0 : within + 1),
      within === -1 ? 1 : attribute.length,
    );
    this.diagnostics.push(diagnose("svg-attribute", { name: this.#file.path, attribute, value: shown }, place));
  }
}

/** For a value that has passed its pattern; the quote of `url("#a")` is all that is left to replace. */
function escapeValue(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "'");
}
