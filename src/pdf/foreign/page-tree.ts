/** The pages of a foreign PDF in order, with what they inherit (ISO 32000-1, 7.7.3). */

import { A4 } from "../../model/paper-size.ts";
import { ExcessivePdf } from "./effort.ts";
import type { Dictionary, PdfValue } from "./objects.ts";
import type { PdfFile } from "./pdf-file.ts";

/** More pages are an attack. */
const MAX_PAGES = 20_000;
const MAX_STEPS = 100_000;
const MAX_DEPTH = 1000;

const INHERITED = ["Resources", "MediaBox", "CropBox", "Rotate"] as const;

/** Left, bottom, right, top. */
export type Rectangle = readonly [left: number, bottom: number, right: number, top: number];

/** A page as the file has it. */
export interface PageSource {
  /** With the inherited entries. */
  readonly dictionary: Dictionary;
  /** What is shown, in the page's own coordinates. */
  readonly box: Rectangle;
  /** Clockwise: 0, 90, 180 or 270. */
  readonly rotation: number;
  /** Points to a unit. */
  readonly unit: number;
}

/** A node of the tree with those above it. */
interface Node {
  readonly value: PdfValue;
  readonly inherited: Dictionary;
  readonly above: Above | undefined;
}

interface Above {
  readonly dictionary: Dictionary;
  readonly depth: number;
  readonly above: Above | undefined;
}

/** All pages, and whether everything that the tree names as a page is one. */
export function pagesOf(file: PdfFile): { readonly pages: PageSource[]; readonly isWhole: boolean } {
  const pages: PageSource[] = [];
  let isWhole = true;
  let steps = 0;
  const waiting: Node[] = [{ value: file.catalog.get("Pages") ?? null, inherited: new Map(), above: undefined }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const own = file.dictionary(next.value);
    if (!own || ++steps > MAX_STEPS || pages.length >= MAX_PAGES) {
      isWhole = false;
      if (own) break;
      continue;
    }
    if ((next.above?.depth ?? 0) > MAX_DEPTH) throw new ExcessivePdf("The tree of pages is too deep.");
    // A page may stand there twice; a node within itself leads nowhere.
    if (isAbove(own, next.above)) continue;
    const inherited: Dictionary = new Map(next.inherited);
    for (const key of INHERITED) {
      const value = own.get(key);
      if (value !== undefined && value !== null) inherited.set(key, value);
    }
    const kids = file.resolve(own.get("Kids"));
    if (Array.isArray(kids)) {
      const above = { dictionary: own, depth: (next.above?.depth ?? 0) + 1, above: next.above };
      const list = kids as readonly PdfValue[]; // arrays of a file hold values of a file
      for (const value of list.toReversed()) waiting.push({ value, inherited, above });
    } else if (file.name(own, "Type") !== "Pages") pages.push(pageOf(file, new Map([...own, ...inherited])));
    else if (file.number(own, "Count") !== 0) isWhole = false;
  }
  return { pages, isWhole };
}

function isAbove(dictionary: Dictionary, above: Above | undefined): boolean {
  for (let node = above; node; node = node.above) if (node.dictionary === dictionary) return true;
  return false;
}

/** A4, for pages that do not say their size. */
const NO_BOX: Rectangle = [0, 0, A4.width, A4.height];

function pageOf(file: PdfFile, dictionary: Dictionary): PageSource {
  const media = rectangle(file.array(dictionary.get("MediaBox"))) ?? NO_BOX;
  const crop = rectangle(file.array(dictionary.get("CropBox"))) ?? media;
  const shown: Rectangle = [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ];
  const turn = Math.round((file.number(dictionary, "Rotate") ?? 0) / 90) * 90;
  const unit = file.number(dictionary, "UserUnit") ?? 1;
  return {
    dictionary,
    box: shown[2] > shown[0] && shown[3] > shown[1] ? shown : media,
    rotation: ((turn % 360) + 360) % 360,
    unit: unit > 0 && unit < 1000 ? unit : 1,
  };
}

/** Farther out is nothing that can be shown. */
const MAX_COORDINATE = 1e9;

/** Two corners in any order; undefined if they enclose nothing. */
export function rectangle(values: readonly PdfValue[]): Rectangle | undefined {
  const [a, b, c, d] = values;
  if (typeof a !== "number" || typeof b !== "number" || typeof c !== "number" || typeof d !== "number")
    return undefined;
  if ([a, b, c, d].some((side) => Math.abs(side) > MAX_COORDINATE)) return undefined;
  const box: Rectangle = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box[2] > box[0] && box[3] > box[1] ? box : undefined;
}

/** From the page's own coordinates to those of the page as it is shown, whose lower left corner is the origin. */
export function shownMatrix({ box, rotation, unit }: PageSource): [number, number, number, number, number, number] {
  const [left, bottom, right, top] = box.map((side) => side * unit) as unknown as Rectangle; // map forgets the length
  switch (rotation) {
    case 90:
      return [0, -unit, unit, 0, -bottom, right];
    case 180:
      return [-unit, 0, 0, -unit, right, top];
    case 270:
      return [0, unit, -unit, 0, top, -left];
    default:
      return [unit, 0, 0, unit, -left, -bottom];
  }
}
