/** What pdfmake's painter draws otherwise than browsers, written so that all draw the same. */

/** Properties by name. */
export type Properties = ReadonlyMap<string, string>;

/** Those that elements hand down to what is in them, as far as it matters here. */
const HANDED_DOWN = ["stroke-linecap", "stroke-dasharray"] as const;

const SHAPES: ReadonlySet<string> = new Set(["path", "rect", "circle", "ellipse", "line", "polyline", "polygon"]);

/** The properties that hold within an element. */
export function handedDown(outer: Properties, own: Properties): Properties {
  const inner = new Map(outer);
  for (const name of HANDED_DOWN) {
    const value = own.get(name);
    if (value !== undefined && value !== "inherit") inner.set(name, value);
  }
  return inner;
}

/** The attributes of an element as they are to be written; `look` is what holds within it. */
export function asPainted(element: string, own: Properties, look: Properties): Properties {
  const painted = new Map(own);
  // As browsers spell it where they write an SVG themselves.
  for (const [name, value] of own) if (value === "currentcolor") painted.set(name, "currentColor");
  const dashes = SHAPES.has(element) ? dotsOf(look) : undefined;
  if (dashes !== undefined) painted.set("stroke-dasharray", dashes);
  return painted;
}

/** So long is a dash that is nothing but its two caps. */
const DOT = "0.001";

/** Dashes of no length are dots where lines end round or square; the painter leaves them out. Undefined if there are none. */
function dotsOf(look: Properties): string | undefined {
  const cap = look.get("stroke-linecap") ?? "butt";
  const dashes = look.get("stroke-dasharray")?.match(/[+-]?(?:\d*\.\d+|\d+\.?)(?:[eE][+-]?\d+)?[a-z%]*/g) ?? [];
  const isZero = (dash: string): boolean => Number.parseFloat(dash) === 0;
  if (cap === "butt" || !dashes.some(isZero) || dashes.every(isZero)) return undefined;
  return dashes.map((dash) => (isZero(dash) ? DOT : dash)).join(" ");
}
