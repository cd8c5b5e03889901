/** The bytes of a foreign PDF → its pages, and what of our promises they may break. */

import { appearancesOf } from "./appearances.ts";
import { type CleanContent, cleanContent } from "./content-stream.ts";
import { isCutOff } from "./filters.ts";
import { FontJudge } from "./fonts/font-judge.ts";
import { shownText } from "./fonts/shown-text.ts";
import { inspect } from "./inspect.ts";
import { type IsLayerShown, shownLayers } from "./layers.ts";
import { type Dictionary, type PdfValue, Stream, UnreadablePdf } from "./objects.ts";
import type { Obstacle } from "./obstacle.ts";
import { type PageSource, pagesOf } from "./page-tree.ts";
import { PdfFile } from "./pdf-file.ts";
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
}

/** Why a file has no pages for us. */
export type Unreadable = "not-a-pdf" | "damaged" | "password" | "no-pages";

/** The sides of a page that PDF/A allows, in points. */
const MIN_SIDE = 3;
const MAX_SIDE = 14_400;

/** Reads a file; nothing in it is executed. */
export function readForeignPdf(bytes: Uint8Array): ForeignPdf | { readonly reason: Unreadable } {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.byteLength));
  if (!head.includes("%PDF-")) return { reason: "not-a-pdf" };
  try {
    const file = new PdfFile(bytes);
    const sources = pagesOf(file);
    if (sources.length === 0) return { reason: "no-pages" };
    const isLayerShown = shownLayers(file);
    const fonts = new FontJudge(file);
    const names = file.dictionary(file.catalog.get("Names"));
    const hasFiles = file.catalog.has("Collection") || names?.has("EmbeddedFiles") === true;
    const hasXfa = file.dictionary(file.catalog.get("AcroForm"))?.has("XFA") ?? false;
    const pages = sources.map((source) => {
      const obstacles = obstaclesOf(file, source, isLayerShown, fonts);
      if (hasXfa) obstacles.add("xfa");
      if (hasFiles) obstacles.add("embedded-files");
      const { box, rotation, unit } = source;
      const [across, up] = [(box[2] - box[0]) * unit, (box[3] - box[1]) * unit];
      if (Math.min(across, up) < MIN_SIDE || Math.max(across, up) > MAX_SIDE) obstacles.add("page-size");
      return rotation % 180 === 0 ? { width: across, height: up, obstacles } : { width: up, height: across, obstacles };
    });
    return { file, sources, pages, isLayerShown };
  } catch (error) {
    if (error instanceof UnreadablePdf) return { reason: error.reason };
    throw error;
  }
}

function obstaclesOf(
  file: PdfFile,
  { dictionary }: PageSource,
  isShown: IsLayerShown,
  fonts: FontJudge,
): Set<Obstacle> {
  const resources: Dictionary = file.dictionary(dictionary.get("Resources")) ?? new Map();
  const { drawn, losses } = appearancesOf(file, dictionary, isShown);
  const found = new Set<Obstacle>(losses);
  const seen = new Set<PdfValue>();
  const note = (obstacles: ReadonlySet<Obstacle>): void => {
    for (const obstacle of obstacles) found.add(obstacle);
  };
  try {
    const content = pageContent(file, dictionary, isShown);
    note(content.obstacles);
    note(textObstacles(file, fonts, content.bytes, resources));
    if (lacksContent(file, dictionary, content.names)) found.add("damaged-content");
    const roots: PdfValue[] = [dictionary.get("Group") ?? null, ...drawn.map(({ stream }) => stream)];
    for (const kind of RESOURCES) {
      const used = [...(file.dictionary(resources.get(kind)) ?? [])].filter(([name]) => isUsed(name, content.names));
      roots.push(new Map(used));
    }
    for (const root of roots) note(inspect(file, root, seen));
    for (const value of seen) {
      if (!(value instanceof Stream)) continue;
      const isPicture = file.name(value.dictionary, "Subtype") === "Image";
      if (isPicture && (value.dictionary.has("F") || isCutOff(value.bytes, file.filters(value.dictionary))))
        found.add("damaged-content");
      if (!isContent(file, value.dictionary)) continue;
      if (!value.dictionary.has("Resources")) found.add("inherited-resources");
      const { bytes, obstacles } = streamContent(file, value, resources, isShown);
      note(obstacles);
      note(textObstacles(file, fonts, bytes, file.dictionary(value.dictionary.get("Resources")) ?? resources));
    }
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error;
    found.add("damaged-content");
  }
  return found;
}

/** What stands against the text of a content stream. */
function textObstacles(file: PdfFile, fonts: FontJudge, bytes: Uint8Array, resources: Dictionary): Set<Obstacle> {
  const found = new Set<Obstacle>();
  const available = file.dictionary(resources.get("Font"));
  const states = file.dictionary(resources.get("ExtGState"));
  const setsFont = (state: string): boolean => file.dictionary(states?.get(state))?.has("Font") === true;
  for (const { font, bytes: text, isInvisible } of shownText(bytes, setsFont)) {
    const dictionary = font === undefined ? undefined : file.dictionary(available?.get(font));
    if (!dictionary) found.add("font-unproven");
    else for (const obstacle of fonts.ofText(dictionary, text, isInvisible)) found.add(obstacle);
  }
  return found;
}

/** True if content is named and is not there, or not all of it. */
function lacksContent(file: PdfFile, page: Dictionary, names: ReadonlySet<string>): boolean {
  const named = page.get("Contents") ?? null;
  const contents = file.resolve(named);
  const streams = Array.isArray(contents) ? file.array(contents) : named === null ? [] : [contents];
  const isLost = streams.some((one) => !(one instanceof Stream) || isCutOff(one.bytes, file.filters(one.dictionary)));
  const resources = file.dictionary(page.get("Resources"));
  const used = ["XObject", "Font"].flatMap((kind) => [...(file.dictionary(resources?.get(kind)) ?? [])]);
  return isLost || used.some(([name, value]) => names.has(name) && file.resolve(value) === null);
}

/** Forms and patterns have content streams of their own. */
export function isContent(file: PdfFile, dictionary: Dictionary): boolean {
  return file.name(dictionary, "Subtype") === "Form" || file.number(dictionary, "PatternType") === 1;
}

/** All content of a page as one stream. */
export function pageContent(file: PdfFile, page: Dictionary, isShown: IsLayerShown): CleanContent {
  const contents = file.resolve(page.get("Contents"));
  const streams = Array.isArray(contents) ? file.array(contents) : [contents];
  const parts = streams.flatMap((stream) =>
    stream instanceof Stream ? [file.decoded(stream).bytes, Buffer.from("\n")] : [],
  );
  return clean(file, Buffer.concat(parts), file.dictionary(page.get("Resources")), isShown);
}

/** The content of a form or pattern. */
export function streamContent(
  file: PdfFile,
  stream: Stream,
  inherited: Dictionary | undefined,
  isShown: IsLayerShown,
): CleanContent {
  const resources = file.dictionary(stream.dictionary.get("Resources")) ?? inherited;
  return clean(file, file.decoded(stream).bytes, resources, isShown);
}

function clean(
  file: PdfFile,
  bytes: Uint8Array,
  resources: Dictionary | undefined,
  isShown: IsLayerShown,
): CleanContent {
  const properties = file.dictionary(resources?.get("Properties"));
  return cleanContent(bytes, (name) => isShown(properties?.get(name)));
}
