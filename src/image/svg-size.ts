/** How large an SVG is, and what part of its plane it shows. */

/** Natural size in points, and the view box. */
export interface SvgSize {
  readonly width: number;
  readonly height: number;
  readonly viewBox: string;
}

const POINTS: Readonly<Record<string, number>> = {
  "": 0.75,
  px: 0.75,
  pt: 1,
  pc: 12,
  mm: 72 / 25.4,
  cm: 72 / 2.54,
  in: 72,
};

/** The size that the attributes of the root element give; undefined if they give none. */
export function sizeOf(attributes: Readonly<Record<string, string>>): SvgSize | undefined {
  const box = (attributes.viewBox ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box;
  const hasBox = box.length === 4 && box.every(Number.isFinite) && boxWidth > 0 && boxHeight > 0;
  if (attributes.viewBox !== undefined && !hasBox) return undefined;
  let [width, height] = [readLength(attributes.width), readLength(attributes.height)];
  if (hasBox) {
    if (width === undefined) width = height === undefined ? boxWidth * 0.75 : (height * boxWidth) / boxHeight;
    height ??= (width * boxHeight) / boxWidth;
  }
  if (width === undefined || height === undefined || width <= 0 || height <= 0) return undefined;
  return { width, height, viewBox: hasBox ? box.join(" ") : `0 0 ${width / 0.75} ${height / 0.75}` };
}

function readLength(value: string | undefined): number | undefined {
  const match = /^\s*(\d*\.?\d+(?:e[+-]?\d+)?|\d+\.)\s*([a-z]*)\s*$/.exec(value ?? "");
  const unit = POINTS[match?.[2] ?? ""];
  return match && unit !== undefined ? Number(match[1]) * unit : undefined;
}
