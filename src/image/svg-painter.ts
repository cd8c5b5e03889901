/** What pdfmake's painter draws otherwise than browsers, written so that all draw the same. */

/** Properties by name. */
export type Properties = ReadonlyMap<string, string>;

/** Those that elements hand down to what is in them, as far as it matters here. */
const HANDED_DOWN = ["fill", "stroke", "stroke-linecap", "stroke-dasharray"] as const;

/** Shapes that have an inside and an outline. */
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

/** An element to write: its attributes, and those of the group that is to stand around it. */
interface Painted {
  readonly attributes: Properties;
  readonly group: Properties | undefined;
}

/** Mends a shape; `look` is what holds within it. */
export function asPainted(element: string, own: Properties, look: Properties): Painted {
  if (!SHAPES.has(element)) return { attributes: own, group: undefined };
  const attributes = new Map(own);
  const dashes = dotsOf(look);
  if (dashes !== undefined) attributes.set("stroke-dasharray", dashes);
  // Inside and outline are one picture that is transparent as a whole: the outline does not show the inside through.
  const opacity = own.get("opacity");
  const isBoth =
    element !== "line" && (look.get("fill") ?? "black") !== "none" && (look.get("stroke") ?? "none") !== "none";
  if (!isBoth || opacity === undefined || !(Number(opacity) < 1)) return { attributes, group: undefined };
  attributes.delete("opacity");
  return { attributes, group: new Map([["opacity", opacity]]) };
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
