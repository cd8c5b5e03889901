/** Gradients that take over what another one says (SVG 1.1, 13.2.2 and 13.2.3), written out: the painter looks only at those of one kind. */

import type { SvgNode } from "./svg-tree.ts";

/** What both kinds have. */
const SHARED: ReadonlySet<string> = new Set(["gradientUnits", "gradientTransform", "spreadMethod"]);

/** Where only one kind has them. */
const PLACES: ReadonlySet<string> = new Set(["x1", "y1", "x2", "y2", "cx", "cy", "r", "fx", "fy"]);

/** True for an element that is a gradient. */
export function isGradient({ name }: SvgNode): boolean {
  return name === "linearGradient" || name === "radialGradient";
}

/** The id that a gradient refers to. */
export function referenceOf({ attributes }: SvgNode): string | undefined {
  return (attributes.href ?? attributes["xlink:href"])?.trim().replace(/^#/, "");
}

/** A gradient that refers to no other, from one whose references end. */
export function withoutReference(gradient: SvgNode, byId: ReadonlyMap<string, SvgNode>): SvgNode {
  const { href: _href, "xlink:href": _xlink, ...own } = gradient.attributes;
  const attributes: Record<string, string> = own;
  const id = referenceOf(gradient);
  const target = id === undefined ? undefined : byId.get(id);
  if (!target) return gradient;
  const taken = withoutReference(target, byId);
  for (const [name, value] of Object.entries(taken.attributes)) {
    if (SHARED.has(name) || (PLACES.has(name) && taken.name === gradient.name)) attributes[name] ??= value;
  }
  const hasStops = gradient.children.some(({ name }) => name === "stop");
  return { ...gradient, attributes, children: hasStops ? gradient.children : taken.children };
}
