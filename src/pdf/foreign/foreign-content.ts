/** The content streams of a foreign file with the resources that each draws with: pages, forms, patterns, glyphs of Type 3 fonts. */

import { type CleanContent, cleanContent, type Found, type Surroundings } from "./content-stream.ts";
import { FontJudge } from "./fonts/font-judge.ts";
import { shownText } from "./fonts/shown-text.ts";
import type { IsLayerShown } from "./layers.ts";
import { type Dictionary, Name, type PdfValue, Stream, UnreadablePdf } from "./objects.ts";
import type { Obstacle } from "./obstacle.ts";
import type { PdfFile } from "./pdf-file.ts";
import { componentsOf, isDrawable } from "./pictures.ts";
import type { ResourceKind } from "./pruning.ts";

/** Content within content within content: more is an attack. */
const MAX_DEPTH = 60;

const SIMPLE_FONTS = new Set(["Type1", "MMType1", "TrueType"]);

const EMPTY: Dictionary = new Map();

/** Content that others draw: a form or pattern, or a Type 3 font. */
type Drawn = Stream | Dictionary;

/** A glyph of a Type 3 font, with what it draws with. */
export interface Glyph {
  readonly name: string;
  readonly stream: Stream;
}

/** Cleans content; a stream that leads back to itself is cut there, once and for all. */
export class ForeignContent {
  readonly #file: PdfFile;
  readonly #isShown: IsLayerShown;
  readonly #fonts: FontJudge;
  /** By the resources that it draws with. */
  readonly #known = new Map<Dictionary, Map<Drawn, ReadonlySet<Obstacle>>>();
  readonly #open = new Set<Drawn>();
  readonly #cut = new Map<Drawn, Set<Drawn>>();

  constructor(file: PdfFile, isShown: IsLayerShown) {
    this.#file = file;
    this.#isShown = isShown;
    this.#fonts = new FontJudge(file);
  }

  /** All content of a page as one stream. */
  page(page: Dictionary): CleanContent {
    const contents = this.#file.resolve(page.get("Contents"));
    const streams = Array.isArray(contents) ? this.#file.array(contents) : [contents];
    const resources = this.resourcesOf(page, EMPTY);
    const readable = streams.filter((stream) => stream instanceof Stream);
    return this.#clean(page, readable, resources, resources, "page");
  }

  /** The content of a page with what stands in it against our promises, its text included. */
  judgedPage(page: Dictionary): CleanContent {
    const content = this.page(page);
    return { ...content, obstacles: this.#withText(content, this.resourcesOf(page, EMPTY)) };
  }

  /** The content of a form or tiling pattern. */
  form(stream: Stream, ofPage: Dictionary): CleanContent {
    return this.#clean(stream, [stream], this.resourcesOf(stream.dictionary, ofPage), ofPage, "form");
  }

  /** The content of a glyph. */
  glyph({ stream }: Glyph, font: Dictionary, ofPage: Dictionary): CleanContent {
    return this.#clean(font, [stream], this.resourcesOf(font, ofPage), ofPage, "glyph");
  }

  /** The glyphs of a Type 3 font that can be read. */
  glyphsOf(font: Dictionary): Glyph[] {
    return [...(this.#file.dictionary(font.get("CharProcs")) ?? EMPTY)].flatMap(([name, value]) => {
      const stream = this.#file.resolve(value);
      return stream instanceof Stream ? [{ name, stream }] : [];
    });
  }

  /** Own ones, or those of the page. */
  resourcesOf(owner: Dictionary, ofPage: Dictionary): Dictionary {
    return this.#file.dictionary(owner.get("Resources")) ?? ofPage;
  }

  /** Whether a dictionary is that of a form or tiling pattern. */
  isForm(dictionary: Dictionary): boolean {
    return this.#file.name(dictionary, "Subtype") === "Form" || this.#file.number(dictionary, "PatternType") === 1;
  }

  /** Whether it is a font whose glyphs are content. */
  isType3(dictionary: Dictionary): boolean {
    return this.#file.name(dictionary, "Subtype") === "Type3";
  }

  /** What stands in content against our promises. */
  obstaclesOf(drawn: Drawn, ofPage: Dictionary): ReadonlySet<Obstacle> {
    const dictionary = drawn instanceof Stream ? drawn.dictionary : drawn;
    const resources = this.resourcesOf(dictionary, ofPage);
    const known = this.#known.get(resources) ?? new Map<Drawn, ReadonlySet<Obstacle>>();
    this.#known.set(resources, known);
    const before = known.get(drawn);
    if (before) return before;
    const found = new Set<Obstacle>();
    known.set(drawn, found);
    const contents =
      drawn instanceof Stream
        ? [this.form(drawn, ofPage)]
        : this.glyphsOf(drawn).map((glyph) => this.glyph(glyph, drawn, ofPage));
    for (const content of contents) for (const obstacle of this.#withText(content, resources)) found.add(obstacle);
    return found;
  }

  #withText({ bytes, obstacles }: CleanContent, resources: Dictionary): Set<Obstacle> {
    const file = this.#file;
    const found = new Set(obstacles);
    const fonts = file.dictionary(resources.get("Font"));
    for (const { font, bytes: text, isInvisible } of shownText(bytes, this.#surroundings(resources))) {
      const dictionary = font === undefined ? undefined : file.dictionary(fonts?.get(font));
      if (!dictionary) found.add("font-unproven");
      else for (const obstacle of this.#fonts.ofText(dictionary, text, isInvisible)) found.add(obstacle);
    }
    return found;
  }

  #clean(
    owner: Drawn,
    streams: readonly Stream[],
    resources: Dictionary,
    ofPage: Dictionary,
    role: Surroundings["role"],
  ): CleanContent {
    const file = this.#file;
    const wasOpen = this.#open.has(owner);
    this.#open.add(owner);
    try {
      const parts = streams.map((stream) => this.#decoded(stream));
      // Between streams there is white space, whether they end with it or not.
      const bytes = Buffer.concat(parts.flatMap((part) => (part ? [part, Buffer.from("\n")] : [])));
      // Once for what draws, once for the text.
      file.effort.spend(2 * bytes.length);
      const clean = cleanContent(bytes, {
        ...this.#surroundings(resources),
        role,
        find: (kind, name) => this.#find(kind, this.#named(resources, kind, name), owner, ofPage),
        isShown: (property) => this.#isShown(file.dictionary(resources.get("Properties"))?.get(property)),
      });
      if (!parts.includes(undefined)) return clean;
      return { ...clean, obstacles: new Set([...clean.obstacles, "damaged-content"]) };
    } finally {
      if (!wasOpen) this.#open.delete(owner);
    }
  }

  #surroundings(resources: Dictionary): Pick<Surroundings, "setsFont" | "componentsOf"> {
    const file = this.#file;
    return {
      setsFont: (state) => file.dictionary(this.#named(resources, "ExtGState", state))?.has("Font") === true,
      componentsOf: (space) => componentsOf(file, this.#named(resources, "ColorSpace", space)),
    };
  }

  #named(resources: Dictionary, kind: string, name: string): PdfValue {
    return this.#file.get(this.#file.dictionary(resources.get(kind)), name);
  }

  /** Undefined if it cannot be read. */
  #decoded(stream: Stream): Uint8Array | undefined {
    try {
      const { bytes, rest } = this.#file.decoded(stream);
      return rest.length === 0 ? bytes : undefined;
    } catch (error) {
      if (error instanceof UnreadablePdf) return undefined;
      throw error;
    }
  }

  #find(kind: ResourceKind, value: PdfValue, owner: Drawn, ofPage: Dictionary): Found {
    const file = this.#file;
    const dictionary = file.dictionary(value);
    switch (kind) {
      case "ColorSpace":
        return value instanceof Name || (Array.isArray(value) && value.length > 0) ? "present" : "missing";
      case "ExtGState": {
        const group = file.get(file.dictionary(dictionary?.get("SMask")), "G");
        if (!(value instanceof Map)) return "missing";
        return group instanceof Stream ? this.#enter(owner, group, ofPage) : "present";
      }
      case "Shading":
        return this.#isShading(value) ? "present" : "missing";
      case "Pattern":
        if (value instanceof Stream && this.isForm(value.dictionary)) return this.#enter(owner, value, ofPage);
        return this.#isShading(file.get(dictionary, "Shading")) ? "present" : "missing";
      case "Font":
        if (!(value instanceof Map) || !this.#isFont(value)) return "missing";
        return this.isType3(value) ? this.#enter(owner, value, ofPage) : "present";
      case "XObject":
        if (!(value instanceof Stream)) return "missing";
        if (!this.#isShown(value.dictionary.get("OC"))) return "hidden";
        if (this.isForm(value.dictionary)) return this.#enter(owner, value, ofPage);
        switch (file.name(value.dictionary, "Subtype")) {
          case "Image":
            return isDrawable(file, value.dictionary) ? "present" : "missing";
          case "PS": // for printers only
            return "hidden";
          default:
            return "missing";
        }
    }
  }

  /** Whether it is of a kind that viewers know; of others each makes something else. */
  #isFont(font: Dictionary): boolean {
    const file = this.#file;
    const kind = file.name(font, "Subtype") ?? "";
    if (kind === "Type3") return file.dictionary(font.get("CharProcs")) !== undefined;
    if (kind !== "Type0") return SIMPLE_FONTS.has(kind);
    const [descendant] = file.array(font.get("DescendantFonts"));
    return file.name(file.dictionary(descendant), "Subtype")?.startsWith("CIDFontType") === true;
  }

  /** Whether it says in which colours it is drawn, and how they run (ISO 32000-1, 8.7.4.5). */
  #isShading(value: PdfValue): boolean {
    const dictionary = this.#file.dictionary(value);
    const type = this.#file.number(dictionary, "ShadingType") ?? 0;
    const hasColors = this.#file.get(dictionary, "ColorSpace") !== null;
    if (type >= 4 && type <= 7) return hasColors && value instanceof Stream;
    const hasPlace = type === 1 || this.#file.array(dictionary?.get("Coords")).length === (type === 2 ? 4 : 6);
    return type >= 1 && type <= 3 && hasColors && hasPlace && this.#file.get(dictionary, "Function") !== null;
  }

  /** Content of `owner` draws other content; unless that would never end. */
  #enter(owner: Drawn, drawn: Drawn, ofPage: Dictionary): Found {
    const cut = this.#cut.get(owner);
    if (cut?.has(drawn)) return "missing";
    const dictionary = drawn instanceof Stream ? drawn.dictionary : drawn;
    const isKnown = this.#known.get(this.resourcesOf(dictionary, ofPage))?.has(drawn) === true;
    const isEndless = this.#open.has(drawn) || (!isKnown && this.#open.size > MAX_DEPTH);
    if (isEndless) {
      this.#cut.set(owner, (cut ?? new Set()).add(drawn));
      return "missing";
    }
    if (!isKnown) this.obstaclesOf(drawn, ofPage);
    return "present";
  }
}
