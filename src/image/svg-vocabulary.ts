/** The part of SVG 1.1 that pdfmake's painter draws as browsers do: shapes, colours, gradients, clipping. */

import { COLOR } from "./svg-colors.ts";

/** Elements that are drawn or referred to. */
export const ELEMENTS: ReadonlySet<string> = new Set([
  "svg",
  "g",
  "defs",
  "path",
  "rect",
  "circle",
  "ellipse",
  "line",
  "polyline",
  "polygon",
  "linearGradient",
  "radialGradient",
  "stop",
  "clipPath",
]);

/** Elements that say something about the picture and draw nothing: dropped with all that is in them. */
export const DROPPED_ELEMENTS: ReadonlySet<string> = new Set(["title", "desc", "metadata"]);

/** Why another element is refused. */
export function refusal(element: string): "text" | "picture" | "clone" | "other" {
  if (/^(?:text|tspan|textPath|tref|font|flowRoot)/.test(element)) return "text";
  if (element === "image") return "picture";
  return element === "use" || element === "symbol" ? "clone" : "other";
}

/**
 * No part of one is one itself: numbers may follow each other with nothing between, and to try all ways in which a long list could
 * be read takes for ever. Larger ones lead nowhere on a page, and no PDF can hold the largest (ISO 32000-1, annex C).
 */
const SMALL = String.raw`(?:\d{0,9}\.\d+(?!\d)|\d{1,9}(?:\.(?!\d)|(?![\d.])))(?:[eE]-\d+(?!\d)|(?![eE]))`;
const LARGE = String.raw`(?:(?:\d{0,5}\.\d+|\d{1,5})[eE]\+?0?[0-4]|(?:\d{0,3}\.\d+|\d{1,3})[eE]\+?0?[56])(?!\d)`;
const NUMBER = `[+-]?(?:${SMALL}|${LARGE})`;
const LENGTH = `${NUMBER}(?:px|pt|pc|mm|cm|in|%)?`;

/** What may stand between numbers. */
const GAP = String.raw`[\s,]*`;

const times = (count: number, pattern = NUMBER): string => `(?:${pattern}${GAP}){${count}}`;
const NUMBERS = String.raw`\s*(?:${NUMBER}${GAP})*`;
const POINTS = String.raw`\s*(?:${times(2)})*`;

/** Commands with their numbers, as often as they follow; the painter stops at the first one that lacks any (SVG 1.1, 8.3). */
const COMMANDS = [
  `[MmLlTt]${GAP}(?:${times(2)})+`,
  `[HhVv]${GAP}(?:${times(1)})+`,
  `[SsQq]${GAP}(?:${times(4)})+`,
  `[Cc]${GAP}(?:${times(6)})+`,
  `[Aa]${GAP}(?:${times(3)}${times(2, "[01]")}${times(2)})+`,
  `[Zz]${GAP}`,
].join("|");
const PATH = String.raw`\s*(?:(?=[Mm])(?:${COMMANDS})*)?`;
const TRANSFORM = String.raw`\s*(?:(?:matrix|translate|scale|rotate|skewX|skewY)\s*\(${NUMBERS}\)[\s,]*)*`;

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);
const length = whole(LENGTH);
/** A negative one is a mistake, of which the painter makes a gradient that no viewer draws. */
const extent = whole(`(?!-)${LENGTH}`);
const paint = whole(String.raw`none|transparent|inherit|${COLOR}|url\(["']?#[^"')\s]+["']?\)(?:\s+(?:none|${COLOR}))?`);
const color = whole(`transparent|inherit|${COLOR}`);
const share = whole(`${NUMBER}|inherit`);
const transform = whole(TRANSFORM);
const units = whole("userSpaceOnUse|objectBoundingBox");

/** Attributes, and properties in `style`, with what they may say. */
export const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  id: /^\S+$/,
  d: whole(PATH),
  points: whole(POINTS),
  x: length,
  y: length,
  x1: length,
  y1: length,
  x2: length,
  y2: length,
  cx: length,
  cy: length,
  r: extent,
  rx: extent,
  ry: extent,
  fx: length,
  fy: length,
  width: length,
  height: length,
  viewBox: whole(NUMBERS),
  preserveAspectRatio: whole(String.raw`none|x(?:Min|Mid|Max)Y(?:Min|Mid|Max)(?:\s+(?:meet|slice))?`),
  transform,
  gradientTransform: transform,
  gradientUnits: units,
  clipPathUnits: units,
  spreadMethod: /^(?:pad|reflect|repeat)$/,
  offset: whole(`${NUMBER}%?`),
  color,
  fill: paint,
  stroke: paint,
  "stop-color": color,
  opacity: share,
  "fill-opacity": share,
  "stroke-opacity": share,
  "stop-opacity": share,
  "fill-rule": /^(?:nonzero|evenodd|inherit)$/,
  "clip-rule": /^(?:nonzero|evenodd|inherit)$/,
  "clip-path": /^(?:none|url\(["']?#[^"')\s]+["']?\))$/,
  "stroke-width": length,
  "stroke-dasharray": whole(`none|(?:${LENGTH}${GAP})+`),
  "stroke-dashoffset": length,
  "stroke-miterlimit": share,
  "stroke-linejoin": /^(?:miter|round|bevel|inherit)$/,
  "stroke-linecap": /^(?:butt|round|square|inherit)$/,
  display: /^(?:none|inline|block|inherit)$/,
  visibility: /^(?:visible|hidden|collapse|inherit)$/,
};

/** Values that change nothing; any other value of these would be lost. */
export const HARMLESS: Readonly<Record<string, RegExp>> = {
  filter: /^none$/,
  mask: /^none$/,
  marker: /^none$/,
  "marker-start": /^none$/,
  "marker-mid": /^none$/,
  "marker-end": /^none$/,
  "mix-blend-mode": /^normal$/,
  "paint-order": /^(?:normal|fill(?: stroke)?(?: markers)?)$/,
  "vector-effect": /^none$/,
  overflow: /^(?:hidden|visible|auto)$/,
  "xml:space": /^(?:preserve|default)$/,
};

/** Names that draw nothing here: descriptions, hints for editors and screens, and type where there is no text. */
export function drawsNothing(name: string): boolean {
  return (
    /^(?:xmlns(?:$|:)|xml:lang$|xml:id$|data-|aria-|font|text-|writing-|word-|letter-|line-|-inkscape|-webkit|-moz|color-|shape-|image-|solid-)/.test(
      name,
    ) ||
    /^(?:version|baseProfile|role|focusable|lang|class|direction|baseline-shift|white-space|isolation|enable-background|unicode-bidi|cursor|pointer-events|type|contentScriptType|contentStyleType|zoomAndPan|clip|dominant-baseline)$/.test(
      name,
    ) ||
    (/^[\w-]+:/.test(name) && !/^(?:xlink|xml|ev|on)/i.test(name))
  );
}
