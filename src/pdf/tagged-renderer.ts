/** Draws pages: everything in marked content, one text operator per stretch of one style. */

import type { ImageBox, SvgBox, TextStyle, Vector } from "./boxes.ts";
import { drawOnce } from "./draw-once.ts";
import type { PrintedWord } from "./font-library.ts";
import { showText } from "./glyph-operators.ts";
import { utf16 } from "./hex.ts";
import { Renderer } from "./pdfmake-classes.ts";
import { extentOf } from "./right-to-left.ts";
import { type PlacedPiece, SetLine } from "./set-line.ts";
import { isElement, LAYOUT_ARTIFACT, type Owner } from "./structure.ts";
import type { TaggedDocument } from "./tagged-document.ts";
import { countVisible } from "./visible-text.ts";

/** The mark of a draft, as an item of a page. */
export interface DraftItem {
  readonly type: "draft";
  readonly text: string;
  readonly style: TextStyle;
}

/** A stretch of a line that is shown with one operator. */
interface Stretch {
  readonly style: TextStyle;
  x: number;
  readonly words: PrintedWord[];
  width: number;
  /** What a reader should take for it, if that is not its text. */
  actual: string | undefined;
  /** Its glyphs stand in the reverse of the order in which they are read. */
  readonly isReversed: boolean;
}

/** Draws the pages of one document and counts what it draws of each source. */
export class TaggedRenderer extends Renderer {
  readonly #document: TaggedDocument;
  /** Characters drawn by node of the document; repetitions do not count. */
  readonly drawn = new Map<object, number>();
  /** Page numbers by anchor, for the table of contents. */
  readonly #pageOf: ReadonlyMap<string, number>;
  readonly #bookmarks: { level: number; item: PdfOutline }[] = [];

  constructor(document: TaggedDocument, pageOf: ReadonlyMap<string, number>) {
    super(document);
    this.#document = document;
    this.#pageOf = pageOf;
  }

  override renderLine(line: object, x: number, y: number): void {
    if (!(line instanceof SetLine)) throw new Error("A line that is not ours");
    if (line.bookmark) this.#addBookmark(line.bookmark.title, line.bookmark.level, y);
    for (const anchor of line.anchors ?? [])
      this.#document.addNamedDestination(anchor, "XYZ", x, Math.max(0, y - 6), null);
    const pieces = this.#resolvePageNumbers(line);
    this.#drawBackgrounds(pieces, x, y, line);
    for (const stretch of stretches(pieces)) this.#drawStretch(stretch, x, y + line.baseline, line.repeated);
    this.#drawDecorations(pieces, x, y + line.baseline);
    this.#annotate(pieces, x, y, line);
    if (!line.repeated) for (const placed of line.pieces) this.#count(placed);
  }

  #count({ piece, hyphen }: PlacedPiece): void {
    if (!piece.source || hyphen) return;
    // What is printed in place of a character has not its length.
    const visible = piece.replacement === undefined ? piece.word.visible : countVisible(piece.text);
    this.drawn.set(piece.source, (this.drawn.get(piece.source) ?? 0) + visible);
  }

  #resolvePageNumbers(line: SetLine): readonly PlacedPiece[] {
    if (!line.pieces.some(({ piece }) => piece.pageOf !== undefined)) return line.pieces;
    return line.pieces.map((placed) => {
      const { pageOf, style, width } = placed.piece;
      if (pageOf === undefined) return placed;
      const word = style.font.word(String(this.#pageOf.get(pageOf) ?? ""));
      const newWidth = (word.width * style.size) / 1000;
      return { ...placed, word, x: placed.x + width - newWidth, piece: { ...placed.piece, width: newWidth } };
    });
  }

  #drawStretch(stretch: Stretch, x: number, baseline: number, repeated: boolean): void {
    const document = this.#document;
    const { style, words, actual, isReversed } = stretch;
    const owner: Owner = repeated ? LAYOUT_ARTIFACT : style.owner;
    document.mark(owner);
    if (actual !== undefined) document.addContent(`/Span <</ActualText <feff${utf16(actual)}>>> BDC`);
    // ISO 32000-1, 14.8.2.3.3. Viewers turn such text around by its place on the page; an ActualText they would turn around too.
    else if (isReversed) document.addContent("/ReversedChars BMC");
    document.textColor(style.color);
    const font = document.fontOf(style.font);
    document.page.fonts[font.id] ??= font.ref();
    document.addContent(showText(words, style, font, x + stretch.x, baseline - style.rise));
    if (actual !== undefined || isReversed) document.addContent("EMC");
  }

  #drawBackgrounds(pieces: readonly PlacedPiece[], x: number, y: number, line: SetLine): void {
    for (let index = 0; index < pieces.length; index++) {
      const { piece, x: dx } = pieces[index] as PlacedPiece; // below the length
      const { background, size } = piece.style;
      if (background === undefined || piece.width === 0) continue;
      const next = pieces[index + 1];
      const goesOn = next?.piece.style.background === background && next.x > dx;
      const width = goesOn ? next.x - dx : piece.width - piece.trailing + 2;
      this.#document.mark(LAYOUT_ARTIFACT);
      this.#document.rect(x + dx - 1, y + line.baseline - size * 0.95, width, size * 1.25).fill(background);
    }
  }

  #drawDecorations(pieces: readonly PlacedPiece[], x: number, baseline: number): void {
    for (let index = 0; index < pieces.length; index++) {
      const placed = pieces[index] as PlacedPiece; // below the length
      const { underline, strike, size, color } = placed.piece.style;
      if (!underline && !strike) continue;
      const next = pieces[index + 1];
      const goesOn =
        next !== undefined && next.piece.style.underline === underline && next.piece.style.strike === strike;
      const { left, width } = goesOn ? lineTo(next, placed) : extentOf(placed);
      if (width <= 0) continue;
      this.#document.mark(LAYOUT_ARTIFACT);
      const thickness = size * 0.055;
      const y = strike ? baseline - size * 0.28 : baseline + size * 0.13;
      this.#document.rect(x + left, y, width, thickness).fill(color);
    }
  }

  /** One annotation for each line of a link. */
  #annotate(pieces: readonly PlacedPiece[], x: number, y: number, line: SetLine): void {
    if (line.repeated) return;
    for (let from = 0; from < pieces.length; ) {
      const style = pieces[from]?.piece.style;
      if (!style?.link) {
        from++;
        continue;
      }
      let left = Number.POSITIVE_INFINITY;
      let right = 0;
      let to = from;
      for (; to < pieces.length; to++) {
        const placed = pieces[to] as PlacedPiece; // below the length
        if (placed.piece.style.link?.owner !== style.link.owner) break;
        const extent = extentOf(placed);
        left = Math.min(left, extent.left);
        right = Math.max(right, extent.left + extent.width);
      }
      from = to;
      const width = right - left;
      const top = style.rise > 0 ? y : y + (line.height - style.size * 1.2) / 2;
      const box = { x: x + left, y: top, width, height: Math.min(line.height, style.size * 1.3) };
      if (width > 0) this.#document.annotateLink(style.link, box);
    }
  }

  #addBookmark(title: string, level: number, y: number): void {
    while ((this.#bookmarks.at(-1)?.level ?? 0) >= level) this.#bookmarks.pop();
    const parent = this.#bookmarks.at(-1)?.item ?? this.#document.outline;
    const { page } = this.#document;
    const item = parent.addItem(title, { expanded: level === 1 });
    item.outlineData.Dest = [page.dictionary, "XYZ", 0, page.height - Math.max(0, y - 6), null];
    this.#bookmarks.push({ level, item });
  }

  override renderVector(vector: (Vector & object) | DraftItem): void {
    if (vector.type === "draft") this.#drawDraftMark(vector);
    else {
      this.#document.mark(vector.owner ?? LAYOUT_ARTIFACT);
      this.#document.drawVector(vector);
      this.#growBox(vector.owner, vector.x ?? 0, vector.y ?? 0, vector.w ?? 0, vector.h ?? 0);
    }
  }

  #drawDraftMark({ text, style }: DraftItem): void {
    const document = this.#document;
    const { width, height } = document.page;
    document.mark(style.owner);
    document.endMark();
    document.save();
    document.rotate((-Math.atan2(height, width) * 180) / Math.PI, { origin: [width / 2, height / 2] });
    document.mark(style.owner);
    // As shapes, not as text: on a slant it would get between the lines when the page's text is copied.
    const run = style.font.font.layout(text);
    const scale = (style.size * style.font.scale) / 1000;
    let x = (width - style.font.width(text, style.size)) / 2;
    const y = height / 2 + style.size * 0.35;
    for (const [index, glyph] of run.glyphs.entries()) {
      document.save();
      document.transform(scale, 0, 0, -scale, x, y);
      document.path(glyph.path.toSVG()).fill(style.color);
      document.restore();
      x += (run.positions[index]?.xAdvance ?? 0) * scale;
    }
    document.endMark();
    document.restore();
  }

  override renderImage(image: ImageBox): void {
    this.#drawPicture(image, () => super.renderImage(imageWithoutLink(image)));
  }

  override renderSVG(svg: SvgBox): void {
    this.#drawPicture(svg, () => drawOnce(this.#document, svg, () => super.renderSVG(imageWithoutLink(svg))));
  }

  #drawPicture(
    picture: (ImageBox | SvgBox) & { x?: number; y?: number; _width?: number; _height?: number },
    draw: () => void,
  ): void {
    const { owner, link } = picture;
    const { x = 0, y = 0, _width: width = picture.width, _height: height = picture.height } = picture;
    this.#document.mark(owner);
    draw();
    this.#document.endMark();
    this.#growBox(owner, x, y, width, height);
    if (link) this.#document.annotateLink(link, { x, y, width, height });
  }

  /** The box of a figure encloses all that is drawn of it. */
  #growBox(owner: Owner | undefined, x: number, y: number, width: number, height: number): void {
    if (!owner || !isElement(owner) || owner.type !== "Figure") return;
    const top = this.#document.page.height - y;
    const box = owner.attributes.box;
    owner.attributes.box = box
      ? [Math.min(box[0], x), Math.min(box[1], top - height), Math.max(box[2], x + width), Math.max(box[3], top)]
      : [x, top - height, x + width, top];
  }
}

/** Copies without the property that pdfmake would make an untagged annotation from. */
function imageWithoutLink<T extends ImageBox | SvgBox>(picture: T): T {
  const { link: _link, ...rest } = picture;
  return rest as unknown as T; // all but the link
}

/** A line below or through a piece that goes on with the next one: to the right as a rule. */
function lineTo(next: PlacedPiece, { piece, x }: PlacedPiece): ReturnType<typeof extentOf> {
  return { left: x, width: next.x > x ? next.x - x : piece.width };
}

/** Joins pieces of one style that follow each other without a gap of justification. */
function stretches(pieces: readonly PlacedPiece[]): Stretch[] {
  const result: Stretch[] = [];
  let last: Stretch | undefined;
  for (let index = 0; index < pieces.length; index++) {
    const { piece, x, word, hyphen, actual: given } = pieces[index] as PlacedPiece; // below the length
    const { text } = word;
    if (text === "") continue;
    const actual =
      given ??
      (hyphen
        ? "\u00ad"
        : piece.replacement !== undefined || word.hasMarks
          ? piece.text.replace(/\n/g, "")
          : undefined);
    const isReversed = word.shaped.reversed !== undefined && actual === undefined;
    const follows = last !== undefined && Math.abs(last.x + last.width - x) < 0.01;
    if (last?.isReversed && isReversed && last.style === piece.style && Math.abs(x + piece.width - last.x) < 0.01) {
      last.words.unshift(word);
      last.x = x;
      last.width += piece.width;
    } else if (last?.actual !== undefined && !hyphen && follows && /^ +$/.test(text)) {
      // poppler takes the last mark for as wide as a letter, and does not see the space if it is in another style.
      // Shown in the stretch's own font.
      last.words.push(last.style.font.word(text));
      last.actual += text;
      last.width += piece.width;
    } else if (
      last &&
      follows &&
      actual === undefined &&
      last.actual === undefined &&
      last.style === piece.style &&
      !isReversed &&
      !last.isReversed
    ) {
      last.words.push(word);
      last.width += piece.width;
    } else {
      last = { style: piece.style, x, words: [word], width: piece.width, actual, isReversed };
      result.push(last);
    }
  }
  return result;
}
