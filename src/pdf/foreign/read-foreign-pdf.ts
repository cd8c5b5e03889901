/** The bytes of a foreign PDF → its pages, and what of our promises they may break. */

import { appearancesOf } from "./appearances.ts";
import { ExcessivePdf } from "./effort.ts";
import { isCutOff } from "./filters.ts";
import { ForeignContent } from "./foreign-content.ts";
import { inspect, Seen } from "./inspect.ts";
import { type IsLayerShown, shownLayers } from "./layers.ts";
import { brokenLimit } from "./limits.ts";
import { type Dictionary, type PdfValue, Stream, UnreadablePdf } from "./objects.ts";
import type { Obstacle } from "./obstacle.ts";
import { type PageSource, pagesOf, shownMatrix } from "./page-tree.ts";
import { PdfFile } from "./pdf-file.ts";
import { isCutOffPicture, isPicture } from "./pictures.ts";
import { isUsed, RESOURCES } from "./pruning.ts";

/** A page as it is shown. */
export interface ForeignPage {
  /** In points, turned and cropped. */
  readonly width: number;
  readonly height: number;
  /** Empty if the document with this page may promise PDF/UA-1 and PDF/A-2a. */
  readonly obstacles: ReadonlySet<Obstacle>;
}

/** A file whose pages can be drawn. */
export interface ForeignPdf {
  readonly file: PdfFile;
  readonly sources: readonly PageSource[];
  readonly pages: readonly ForeignPage[];
  readonly isLayerShown: IsLayerShown;
  readonly content: ForeignContent;
}

/** Why a file has no pages for us. */
export type Unreadable = "not-a-pdf" | "damaged" | "too-large" | "password" | "certificate" | "no-pages";

/** Reads a file; nothing in it is executed. */
export function readForeignPdf(bytes: Uint8Array): ForeignPdf | { readonly reason: Unreadable } {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.byteLength));
  if (!head.includes("%PDF-")) return { reason: "not-a-pdf" };
  try {
    const file = new PdfFile(bytes);
    const { pages: sources, isWhole } = pagesOf(file);
    if (sources.length === 0) return { reason: "no-pages" };
    const isLayerShown = shownLayers(file);
    const content = new ForeignContent(file, isLayerShown);
    const names = file.dictionary(file.catalog.get("Names"));
    const hasFiles = file.catalog.has("Collection") || names?.has("EmbeddedFiles") === true;
    const hasXfa = file.dictionary(file.catalog.get("AcroForm"))?.has("XFA") ?? false;
    const pages = sources.map((source) => {
      const obstacles = obstaclesOf(file, content, source, isLayerShown);
      if (hasXfa) obstacles.add("xfa");
      if (!isWhole) obstacles.add("missing-pages");
      if (hasFiles) obstacles.add("embedded-files");
      const { box, rotation, unit } = source;
      const [across, up] = [(box[2] - box[0]) * unit, (box[3] - box[1]) * unit];
      return rotation % 180 === 0 ? { width: across, height: up, obstacles } : { width: up, height: across, obstacles };
    });
    file.effort.end();
    return { file, sources, pages, isLayerShown, content };
  } catch (error) {
    if (error instanceof UnreadablePdf) return { reason: error.reason };
    if (error instanceof ExcessivePdf) return { reason: "too-large" };
    throw error;
  }
}

function obstaclesOf(file: PdfFile, content: ForeignContent, source: PageSource, isShown: IsLayerShown): Set<Obstacle> {
  const { dictionary } = source;
  const resources = content.resourcesOf(dictionary, new Map());
  const { drawn, losses } = appearancesOf(file, dictionary, isShown);
  const found = new Set<Obstacle>(losses);
  const seen = new Seen();
  const note = (obstacles: ReadonlySet<Obstacle>): void => {
    for (const obstacle of obstacles) found.add(obstacle);
  };
  try {
    const { obstacles, used } = content.judgedPage(dictionary);
    note(obstacles);
    if (lacksContent(file, dictionary)) found.add("damaged-content");
    const boxes = ["MediaBox", "CropBox"].flatMap((key) => file.array(dictionary.get(key)));
    for (const value of [...boxes, ...shownMatrix(source)]) {
      const limit = brokenLimit(value);
      if (limit) found.add(limit);
    }
    const roots: PdfValue[] = [dictionary.get("Group") ?? null, ...drawn.map(({ stream }) => stream)];
    for (const kind of RESOURCES) {
      const named = file.dictionary(resources.get(kind)) ?? new Map<string, PdfValue>();
      roots.push(new Map([...named].filter(([name]) => isUsed(kind, name, used))));
    }
    for (const root of roots) note(inspect(file, root, seen));
    for (const value of seen.values) {
      if (value instanceof Map && content.isType3(value)) note(content.obstaclesOf(value, resources));
      if (!(value instanceof Stream)) continue;
      if (isCutOff(value.bytes, file.filters(value.dictionary))) found.add("damaged-content");
      if (isPicture(file, value.dictionary) && isCutOffPicture(file, value)) found.add("damaged-content");
      if (!content.isForm(value.dictionary)) continue;
      if (!file.dictionary(value.dictionary.get("Resources"))) found.add("inherited-resources");
      note(content.obstaclesOf(value, resources));
    }
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error;
    found.add("damaged-content");
  }
  return found;
}

/** True if content is named and is not there, or not all of it. */
function lacksContent(file: PdfFile, page: Dictionary): boolean {
  const named = page.get("Contents") ?? null;
  const contents = file.resolve(named);
  const streams = Array.isArray(contents) ? file.array(contents) : named === null ? [] : [contents];
  return streams.some((one) => !(one instanceof Stream) || isCutOff(one.bytes, file.filters(one.dictionary)));
}
