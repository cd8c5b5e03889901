/** SVG → picture: checks every element and attribute, and writes the drawing anew without anything else. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Place, Result } from "../model/diagnostic.ts";
import type { VectorImage } from "../model/image.ts";
import { placeAt, type TextFile } from "../model/text-file.ts";
import { isGradient, referenceOf, withoutReference } from "./svg-gradient.ts";
import { asPainted, handedDown, type Properties } from "./svg-painter.ts";
import { type SvgSize, sizeOf } from "./svg-size.ts";
import { matchRules, readProperties, readRules, type SvgRule } from "./svg-style.ts";
import { growthOf, MAX_GROWTH, movesNothing } from "./svg-transform.ts";
import { readTree, type SvgNode } from "./svg-tree.ts";
import { ATTRIBUTES, DROPPED_ELEMENTS, drawsNothing, ELEMENTS, HARMLESS, refusal } from "./svg-vocabulary.ts";

/** Larger drawings are maps and scans; they take seconds to draw. */
const MAX_BYTES = 4_000_000;

/** Elements within each other, each of which saves the graphics state: PDF/A allows 28, and a page and a packet need some. */
const MAX_NESTING = 24;

/** What an element stands in. */
interface Surroundings {
  readonly parent: string;
  readonly depth: number;
  /** How much larger it is drawn than it is written. */
  readonly growth: number;
  readonly look: Properties;
}

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
  const { attributes, within } = check.root(root, size);
  const children = root.children.map((child) => check.write(child, within)).join("");
  if (check.diagnostics.length > 0) return { diagnostics: check.diagnostics };
  const { width, height, viewBox } = size;
  const written = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}"${attributes}>${children}</svg>`;
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

  /** The attributes of the root as markup, and what they mean for all that is in it. */
  root(root: SvgNode, { width, height, viewBox }: SvgSize): { attributes: string; within: Surroundings } {
    const own = new Map(this.#checked(root, ["width", "height", "viewBox", "x", "y", "id"]));
    const { transform = "", "clip-path": clip = "none" } = Object.fromEntries(own);
    // The painter takes both for those of what is in it.
    if (!movesNothing(transform)) this.#refuseAttribute(root, "transform", transform);
    if (clip !== "none") this.#refuseAttribute(root, "clip-path", clip);
    own.delete("transform");
    own.delete("clip-path");
    const [, , boxWidth = 1, boxHeight = 1] = viewBox.split(" ").map(Number);
    const growth = Math.max(width / boxWidth, height / boxHeight);
    if (growth > MAX_GROWTH) this.#refuseAttribute(root, "viewBox", viewBox);
    const look = handedDown(new Map(), own);
    return { attributes: markupOf(asPainted("svg", own, look)), within: { parent: "svg", depth: 1, growth, look } };
  }

  /** The element as markup; empty for what draws nothing. */
  write(node: SvgNode, surroundings: Surroundings): string {
    const { parent, depth, growth, look: outer } = surroundings;
    if (node.name === "style" || DROPPED_ELEMENTS.has(node.name) || this.#isForeign(node.name)) return "";
    const misplaced = node.name === "svg" || (parent === "clipPath" && (node.name === "clipPath" || node.name === "g"));
    if (!ELEMENTS.has(node.name) || misplaced) {
      this.#refuseElement(node);
      return "";
    }
    const element = isGradient(node) ? this.#withoutReference(node) : node;
    const own = this.#checked(element, []);
    // Layers of drawing programs: nothing refers to a group, so one that says nothing is left out.
    if (node.name === "g" && [...own.keys()].every((name) => name === "id"))
      return node.children.map((child) => this.write(child, surroundings)).join("");
    if (depth > MAX_NESTING) {
      this.#refuseElement(node, "nested");
      return "";
    }
    const clip = own.get("clip-path") ?? "none";
    // The painter would not clip what clips.
    if (parent === "clipPath" && clip !== "none") this.#refuseAttribute(node, "clip-path", clip);
    const inner = growth * this.#growthOf(node, own, growth);
    const look = handedDown(outer, own);
    const within = { parent: node.name, depth: depth + 1, growth: inner, look };
    const children = element.children.map((child) => this.write(child, within)).join("");
    return `<${node.name}${markupOf(asPainted(node.name, own, look))}>${children}</${node.name}>`;
  }

  /** How much larger an element's transform makes what is in it; refused if that is too much. */
  #growthOf(node: SvgNode, own: Properties, outer: number): number {
    let growth = 1;
    for (const name of ["transform", "gradientTransform"]) {
      const transforms = own.get(name);
      if (transforms === undefined) continue;
      growth = growthOf(transforms);
      if (growth * outer > MAX_GROWTH && growth > 1) this.#refuseAttribute(node, name, transforms);
    }
    return growth;
  }

  /** What attributes, style sheets and the attribute `style` say of an element; later ones win. */
  #given({ name, attributes }: SvgNode): Map<string, string> {
    const { style = "", class: classes = "", ...own } = attributes;
    const given = new Map(Object.entries(own));
    for (const [key, value] of matchRules(this.#rules, name, classes, own.id)) given.set(key, value);
    for (const [key, value] of readProperties(style)) given.set(key, value);
    return given;
  }

  /** What of it is drawn, checked; `without` is left out. */
  #checked(node: SvgNode, without: readonly string[]): Properties {
    const checked = new Map<string, string>();
    for (const [name, raw] of this.#given(node)) {
      const value = raw.trim();
      if (without.includes(name)) continue;
      const pattern = ATTRIBUTES[name];
      if (!pattern) {
        const harmless = HARMLESS[name]?.test(value) ?? (drawsNothing(name) || /^xlink:(?!href)/.test(name));
        if (!harmless) this.#refuseAttribute(node, name, value);
      } else if (!pattern.test(value) || !this.#resolves(name, value)) this.#refuseAttribute(node, name, value);
      else checked.set(name, value);
    }
    return checked;
  }

  /** References lead to a gradient or clip path of this file. */
  #resolves(name: string, value: string): boolean {
    const id = targetOf(value);
    if (id === undefined) return true;
    const target = this.#byId.get(id);
    if (!target) return false;
    return name === "clip-path" ? target.name === "clipPath" && !this.#clipsItself(target) : isGradient(target);
  }

  /** A clip path that leads back to itself: the painter would follow it for ever. */
  #clipsItself(clipPath: SvgNode): boolean {
    const seen = new Set<SvgNode>();
    for (let next: SvgNode | undefined = clipPath; next; ) {
      if (seen.has(next)) return true;
      seen.add(next);
      next = this.#byId.get(targetOf(this.#given(next).get("clip-path") ?? "") ?? "");
    }
    return false;
  }

  /** A gradient with what it takes over from others; refused if these are none, or a circle. */
  #withoutReference(gradient: SvgNode): SvgNode {
    const seen = new Set<SvgNode>();
    for (let next = gradient; ; ) {
      const id = referenceOf(next);
      if (id === undefined) return withoutReference(gradient, this.#byId);
      seen.add(next);
      const target = this.#byId.get(id);
      if (!target || !isGradient(target) || seen.has(target)) {
        this.#refuseAttribute(next, next.attributes.href === undefined ? "xlink:href" : "href", `#${id}`);
        return { ...gradient, attributes: {}, children: [] };
      }
      next = target;
    }
  }

  /** Elements of editors (`sodipodi:namedview`, `rdf:RDF`). */
  #isForeign(name: string): boolean {
    return name.includes(":");
  }

  #refuseElement(node: SvgNode, reason: ReturnType<typeof refusal> | "nested" = refusal(node.name)): void {
    if (this.#reported.has(`<${node.name}`)) return;
    this.#reported.add(`<${node.name}`);
    const place = placeAt(this.#file, node.offset, node.name.length + 1);
    this.diagnostics.push(diagnose("svg-element", { name: this.#file.path, element: node.name, reason }, place));
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

/** The id in `url(#id)`. */
function targetOf(value: string): string | undefined {
  return /^url\(["']?#([^"')\s]+)/.exec(value)?.[1];
}

function markupOf(attributes: Properties): string {
  let markup = "";
  for (const [name, value] of attributes) markup += ` ${name}="${escapeValue(value)}"`;
  return markup;
}

/** For a value that has passed its pattern; the quote of `url("#a")` is all that is left to replace. */
function escapeValue(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "'");
}
