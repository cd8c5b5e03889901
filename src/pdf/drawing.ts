/** What was drawn, so that it can be drawn again in another document. */

/** An operator, or a state of transparency, which has another name in each document. */
export type DrawnStep = string | Opacity;

/** How opaque what is filled and what is stroked is from here on; null or undefined: as before. */
interface Opacity {
  readonly fill: number | null | undefined;
  readonly stroke: number | null | undefined;
}

/** Everything that was drawn, in order. */
export type Drawing = readonly DrawnStep[];

/** Fonts, shadings and pictures are resources, which operators refer to by name. */
const RESOURCE = /\/(?!DeviceRGB\b)/;

/** Steps with operators that follow each other as one; undefined if they need resources of the document. */
export function drawingOf(steps: readonly DrawnStep[]): Drawing | undefined {
  const drawing: DrawnStep[] = [];
  for (const step of steps) {
    if (typeof step === "string" && RESOURCE.test(step)) return undefined;
    const last = drawing.at(-1);
    if (typeof step === "string" && typeof last === "string") drawing[drawing.length - 1] = `${last}\n${step}`;
    else drawing.push(step);
  }
  return drawing;
}
