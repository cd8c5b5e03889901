/** The annotations of a page that are part of what it shows: values of form fields, stamps, comments. */

import type { IsLayerShown } from "./layers.ts";
import { brokenLimit } from "./limits.ts";
import { type Dictionary, Name, type PdfValue, Stream, UnreadablePdf } from "./objects.ts";
import type { Loss } from "./obstacle.ts";
import { type Rectangle, rectangle } from "./page-tree.ts";
import type { PdfFile } from "./pdf-file.ts";

const HIDDEN = 2;
const PRINT = 4;
const NO_VIEW = 32;
const PUSH_BUTTON = 2 ** 16;

/** Shown by no appearance of their own, or only on a click. */
const SILENT = new Set(["Link", "Popup", "Text", "FileAttachment", "PrinterMark", "TrapNet"]);
const MULTIMEDIA = new Set(["Screen", "Movie", "Sound", "3D", "RichMedia"]);

/** What is to be drawn over a page. */
export interface Appearance {
  readonly stream: Stream;
  readonly matrix: readonly number[];
}

/** The appearances of a page in order, and what cannot be drawn. Those of hidden layers are left out. */
export function appearancesOf(
  file: PdfFile,
  page: Dictionary,
  isShown: IsLayerShown,
): { drawn: Appearance[]; losses: Set<Loss> } {
  const drawn: Appearance[] = [];
  const losses = new Set<Loss>();
  for (const value of file.array(page.get("Annots"))) {
    if (!(value instanceof Map)) continue;
    const kind = file.name(value, "Subtype") ?? "";
    const flags = file.number(value, "F") ?? 0;
    if (MULTIMEDIA.has(kind)) losses.add("multimedia");
    if (kind === "FileAttachment") losses.add("embedded-files");
    if ((flags & (HIDDEN | NO_VIEW)) !== 0 || kind === "Popup" || !isShown(value.get("OC"))) continue;
    // Comments say whether they belong to the paper; a field that shows a value always does.
    if ((flags & PRINT) === 0 && (kind !== "Widget" || isPushButton(file, value))) continue;
    const stream = normalAppearance(file, value);
    if (stream) {
      if (kind === "Widget" && isOutdated(file, value, stream)) losses.add("missing-appearance");
      const matrix = placement(file, value, stream);
      if (matrix) drawn.push({ stream, matrix });
      // A field without area, such as that of an invisible signature, shows nothing.
      else if (!isEmpty(file, value)) losses.add("missing-appearance");
    } else if (kind === "Widget" ? hasValue(file, value) : !SILENT.has(kind) && !MULTIMEDIA.has(kind)) {
      losses.add("missing-appearance");
    }
  }
  return { drawn, losses };
}

function normalAppearance(file: PdfFile, annotation: Dictionary): Stream | undefined {
  const normal = file.get(file.dictionary(annotation.get("AP")), "N");
  const chosen = normal instanceof Map ? file.get(normal, file.name(annotation, "AS") ?? "Off") : normal;
  return chosen instanceof Stream && file.name(chosen.dictionary, "Subtype") === "Form" ? chosen : undefined;
}

/** Whether viewers are to draw the value of a field themselves (`NeedAppearances`), and what is stored shows no text. */
function isOutdated(file: PdfFile, field: Dictionary, stream: Stream): boolean {
  if (file.get(file.dictionary(file.catalog.get("AcroForm")), "NeedAppearances") !== true) return false;
  const type = inheritedEntry(file, field, "FT");
  const isText = type instanceof Name && (type.name === "Tx" || type.name === "Ch");
  return isText && hasValue(file, field) && !showsText(file, stream);
}

function showsText(file: PdfFile, stream: Stream): boolean {
  try {
    return /\b(?:T[jJ]|Do)\b|['"]/.test(Buffer.from(file.decoded(stream).bytes).toString("latin1"));
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error;
    return false;
  }
}

/** ISO 32000-1, 12.5.5, algorithm 8.1. */
function placement(file: PdfFile, annotation: Dictionary, { dictionary }: Stream): number[] | undefined {
  const target = rectangle(file.array(annotation.get("Rect")));
  const box = rectangle(file.array(dictionary.get("BBox")));
  if (!target || !box) return undefined;
  const given = file.array(dictionary.get("Matrix")).map(Number);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = given.length === 6 ? given : [];
  const corners = [
    [box[0], box[1]],
    [box[0], box[3]],
    [box[2], box[1]],
    [box[2], box[3]],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const turned: Rectangle = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const [width, height] = [turned[2] - turned[0], turned[3] - turned[1]];
  if (!(width > 0 && height > 0)) return undefined;
  const [scaleX, scaleY] = [(target[2] - target[0]) / width, (target[3] - target[1]) / height];
  const matrix = [scaleX, 0, 0, scaleY, target[0] - turned[0] * scaleX, target[1] - turned[1] * scaleY];
  return matrix.every((value) => brokenLimit(value) === undefined) ? matrix : undefined;
}

function isEmpty(file: PdfFile, annotation: Dictionary): boolean {
  const [a, b, c, d] = file.array(annotation.get("Rect"));
  return a === c || b === d;
}

/** An entry of a field, or of the field that it belongs to. */
function inheritedEntry(file: PdfFile, field: Dictionary, key: string): PdfValue {
  let current: Dictionary | undefined = field;
  for (let step = 0; current && step < 30; step++) {
    const value = file.get(current, key);
    if (value !== null) return value;
    current = file.dictionary(current.get("Parent"));
  }
  return null;
}

function isPushButton(file: PdfFile, field: Dictionary): boolean {
  const flags = inheritedEntry(file, field, "Ff");
  const type = inheritedEntry(file, field, "FT");
  return type instanceof Name && type.name === "Btn" && typeof flags === "number" && (flags & PUSH_BUTTON) !== 0;
}

function hasValue(file: PdfFile, field: Dictionary): boolean {
  if (file.dictionary(field.get("AP")) && file.name(field, "AS") !== undefined) return false; // a box that is not ticked
  const value = inheritedEntry(file, field, "V");
  return value !== null && !(value instanceof Uint8Array && value.length === 0) && file.name(field, "AS") !== "Off";
}
