/** Vector pictures as papers share them: a body's logo is taken apart and painted once, and stands in every paper. */

import { BoundedMap } from "../model/bounded-map.ts";
import type { SvgBox } from "./boxes.ts";
import type { Drawing } from "./drawing.ts";
import { SVGMeasure } from "./pdfmake-classes.ts";
import type { TaggedDocument } from "./tagged-document.ts";

/** A body has one logo, at few places; what its papers show besides is seldom shown twice. */
const MAX_DRAWINGS = 20;

/** Operators by picture and place. */
const drawings = new BoundedMap<Drawing>(MAX_DRAWINGS);

/** Draws a picture that has its place, with the operators of the last time if they need nothing else of the document. */
export function drawOnce(document: TaggedDocument, picture: SvgBox & Partial<PlacedPicture>, draw: () => void): void {
  const { svg, x, y, _width, _height } = picture;
  const key = [x, y, _width, _height, svg].join(" ");
  const known = drawings.get(key);
  if (known !== undefined) {
    document.replay(known);
    return;
  }
  const drawing = document.record(draw);
  if (drawing) drawings.set(key, drawing);
}

/** What pdfmake's layout has found out about a picture. */
interface PlacedPicture {
  readonly x: number;
  readonly y: number;
  readonly _width: number;
  readonly _height: number;
}

const sizes = new BoundedMap<object>(MAX_DRAWINGS);
const scaled = new BoundedMap<string>(MAX_DRAWINGS);

/** pdfmake's measurer, which parses a picture twice each time that it is asked. */
export class PictureMeasure extends SVGMeasure {
  override measureSVG(svg: string): object {
    const known = sizes.get(svg);
    if (known) return known;
    const size = super.measureSVG(svg);
    sizes.set(svg, size);
    return size;
  }

  override writeDimensions(svg: string, size: { readonly width: number; readonly height: number }): string {
    const key = `${size.width} ${size.height} ${svg}`;
    const known = scaled.get(key);
    if (known !== undefined) return known;
    const written = super.writeDimensions(svg, size);
    scaled.set(key, written);
    return written;
  }
}
