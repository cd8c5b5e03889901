/** How much transforms make larger what they stand around (SVG 1.1, 7.6). */

/** Multiplied with coordinates this is more than a PDF holds (ISO 19005-2, 6.1.13), and shows nothing of a picture. */
export const MAX_GROWTH = 1e6;

const FUNCTION = /([a-zA-Z]+)\s*\(([^)]*)\)/g;
const NUMBER = /[+-]?(?:\d*\.\d+|\d+\.?)(?:[eE][+-]?\d+)?/g;

/** The most by which a list of transforms makes lengths longer. */
export function growthOf(transforms: string): number {
  let growth = 1;
  for (const [, name, list = ""] of transforms.matchAll(FUNCTION)) {
    const numbers = (list.match(NUMBER) ?? []).map(Number);
    growth *= growthOfOne(name, numbers);
  }
  return growth;
}

/** True for transforms that leave everything as it is, such as `rotate(0)`. */
export function movesNothing(transforms: string): boolean {
  return [...transforms.matchAll(FUNCTION)].every(([, name, list = ""]) => {
    const numbers = (list.match(NUMBER) ?? []).map(Number);
    if (name === "matrix") return numbers.join(" ") === "1 0 0 1 0 0";
    return numbers.every((number) => number === (name === "scale" ? 1 : 0));
  });
}

function growthOfOne(name: string | undefined, numbers: readonly number[]): number {
  const [first = 0] = numbers;
  switch (name) {
    case "scale":
      return Math.max(...numbers.map(Math.abs), 0);
    case "matrix":
      return Math.hypot(...numbers.slice(0, 4));
    case "skewX":
    case "skewY":
      return 1 + Math.abs(Math.tan((first * Math.PI) / 180));
    default:
      return 1;
  }
}
