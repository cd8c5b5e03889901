/** Puts finished papers and foreign pages together to one file, in which tags, links and bookmarks stay whole. */

import { A4 } from "../../model/paper-size.ts";
import type { FontFile, Theme, ThemeFonts } from "../../model/theme.ts";
import type { TextStyle } from "../boxes.ts";
import { libraryFont } from "../font-library.ts";
import { ForeignPages } from "../foreign/foreign-pages.ts";
import { showText } from "../glyph-operators.ts";
import type { Pdf } from "../layout-pdf.ts";
import { StructureElement } from "../structure.ts";
import type { XmpFacts } from "../xmp.ts";
import { appendForeign, colorOf, type ForeignPart, round, wordsOf } from "./append-foreign.ts";
import { type CopiedPaper, copyPaper, type Overlay, type PageSize } from "./copy-paper.ts";
import { type Bookmark, readOwnPaper } from "./own-paper.ts";
import { type PacketBookmark, PacketFile } from "./packet-file.ts";

/** What follows a sheet of the packet. */
export type PacketPart = { readonly type: "paper"; readonly bytes: Uint8Array } | ForeignPart;

/** A sheet of the packet's own, and what comes after it. */
export interface PacketSheet {
  /** The target in the frame's PDF at which this sheet begins. */
  readonly id: string;
  /** 1 for items, 2 for what belongs to one. */
  readonly level: 1 | 2;
  readonly title: string;
  readonly part?: PacketPart;
}

/** What a packet is made of. */
export interface PacketParts {
  /** The packet's own pages, printed as one paper: cover and agenda, then a section for each sheet. */
  readonly frame: Uint8Array;
  readonly sheets: readonly PacketSheet[];
  readonly facts: XmpFacts;
  readonly theme: Theme;
  readonly fonts: ThemeFonts<FontFile>;
  /** Words for the number on every page. */
  pageLabel(page: number, pages: number): string;
  /** Waited for before each sheet: a large packet is long work. */
  pause(): Promise<void>;
}

/** Where things are in the finished packet. Pages count from 1. */
export interface PacketPlaces {
  /** The page of each sheet, by its id. */
  readonly sheets: ReadonlyMap<string, number>;
  readonly pages: number;
}

/** Distance of the page's number from the edges, and size of type, in points. */
const EDGE = { right: 28, bottom: 16 } as const;
const SIZE = 8;

/** Works out where things will be, without writing anything. */
export function placesInPacket(frame: Uint8Array, sheets: readonly PacketSheet[]): PacketPlaces {
  const paper = readOwnPaper(frame);
  const starts = startsOf(paper, sheets);
  const places = new Map<string, number>();
  let page = starts[0] ?? paper.pages.length;
  for (const [index, { id, part }] of sheets.entries()) {
    places.set(id, page + 1);
    page += (starts[index + 1] ?? paper.pages.length) - (starts[index] ?? 0);
    if (part) page += part.type === "paper" ? readOwnPaper(part.bytes).pages.length : part.pdf.pages.length;
  }
  return { sheets: places, pages: page };
}

/** The pages of the frame on which its sheets begin. */
function startsOf(
  { file, pages, targets }: ReturnType<typeof readOwnPaper>,
  sheets: readonly PacketSheet[],
): readonly number[] {
  return sheets.map(({ id }) => {
    const [page] = (file.resolve(targets.get(id)) ?? []) as readonly unknown[];
    const index = pages.findIndex((one) => page === one || sameRef(page, one));
    if (index < 0) throw new Error(`The packet's frame has no sheet ${id}.`);
    return index;
  });
}

function sameRef(value: unknown, ref: { readonly number: number }): boolean {
  return typeof value === "object" && value !== null && "number" in value && value.number === ref.number;
}

/** Writes a packet. */
export async function assemblePacket(parts: PacketParts): Promise<Pdf> {
  return await new PacketWriter(parts).write();
}

class PacketWriter {
  readonly #parts: PacketParts;
  readonly #file: PacketFile;
  readonly #foreign: ForeignPages;
  readonly #style: TextStyle;
  readonly #pages: number;
  #page = 0;

  constructor(parts: PacketParts) {
    this.#parts = parts;
    const { facts, fonts, theme } = parts;
    this.#file = new PacketFile({ structure: new StructureElement("Document"), facts, images: {}, size: A4 });
    this.#foreign = new ForeignPages(this.#file);
    this.#pages = placesInPacket(parts.frame, parts.sheets).pages;
    this.#style = {
      font: libraryFont(fonts.text.regular),
      size: SIZE,
      color: theme.colors.muted,
      rise: 0,
      underline: false,
      strike: false,
      background: undefined,
      link: undefined,
      hyphenator: undefined,
      owner: { artifact: "Footer" },
    };
  }

  async write(): Promise<Pdf> {
    const { frame, sheets } = this.#parts;
    const paper = readOwnPaper(frame);
    const starts = startsOf(paper, sheets);
    // The frame is copied whole, its pages are put where they belong.
    const order = this.#numbersOfFrame(starts, paper.pages.length);
    const own = copyPaper(paper, this.#file, this.#file.documentElement, "", (page, size) =>
      this.#overlay(order[page] ?? 0, size),
    );
    const bookmarks: { title: unknown; target: unknown; children: PacketBookmark[]; level: number }[] = [];
    this.#appendFrame(own, 0, starts[0] ?? paper.pages.length);
    for (const { title, target } of paper.bookmarks.slice(0, 1))
      bookmarks.push({ title: own.copy(title), target: own.copy(target), children: [], level: 1 });
    for (const [index, sheet] of sheets.entries()) {
      await this.#parts.pause();
      const from = starts[index] ?? 0;
      this.#appendFrame(own, from, starts[index + 1] ?? paper.pages.length);
      const target = [own.pages[from], "Fit"];
      const children = sheet.part ? this.#appendPart(sheet.part, index) : [];
      const bookmark = { title: new String(sheet.title), target, children: [...children], level: sheet.level };
      const parent = sheet.level === 2 ? bookmarks.at(-1) : undefined;
      if (parent) parent.children.push(bookmark);
      else bookmarks.push(bookmark);
    }
    this.#file.setBookmarks(bookmarks);
    return { bytes: await this.#file.finish(), pages: this.#page };
  }

  /** The packet's page number of each page of the frame. */
  #numbersOfFrame(starts: readonly number[], count: number): readonly number[] {
    const places = placesInPacket(this.#parts.frame, this.#parts.sheets).sheets;
    const numbers: number[] = [];
    for (let page = 0; page < (starts[0] ?? count); page++) numbers.push(page + 1);
    for (const [index, { id }] of this.#parts.sheets.entries()) {
      const from = starts[index] ?? 0;
      for (let page = from; page < (starts[index + 1] ?? count); page++)
        numbers.push((places.get(id) ?? 0) + page - from);
    }
    return numbers;
  }

  #appendFrame({ pages, elements }: CopiedPaper, from: number, to: number): void {
    for (const page of pages.slice(from, to)) {
      this.#file.appendPage(page);
      this.#page++;
    }
    for (const { ref, page } of elements) if (page >= from && page < to) this.#file.appendElement(ref);
  }

  #appendPart(part: PacketPart, index: number): readonly PacketBookmark[] {
    if (part.type === "foreign") {
      const first = this.#page + 1;
      const label = (page: number): string => this.#parts.pageLabel(first + page, this.#pages);
      appendForeign(this.#file, this.#foreign, part, this.#style, label);
      this.#page += part.pdf.pages.length;
      return [];
    }
    const paper = readOwnPaper(part.bytes);
    const section = this.#file.ref({ Type: "StructElem", S: "Sect", P: this.#file.documentElement });
    const first = this.#page + 1;
    const copied = copyPaper(paper, this.#file, section, `${index}.`, (page, size) =>
      this.#overlay(first + page, size),
    );
    section.data.K = copied.elements.map(({ ref }) => ref);
    section.end();
    this.#file.appendElement(section);
    for (const page of copied.pages) {
      this.#file.appendPage(page);
      this.#page++;
    }
    return paper.bookmarks.map((bookmark) => copyBookmark(bookmark, copied));
  }

  /** The number at the foot of a page of ours, whose origin is the lower left corner again. */
  #overlay(page: number, { width, height }: PageSize): Overlay {
    const text = this.#parts.pageLabel(page, this.#pages);
    const font = this.#file.fontOf(this.#style.font);
    const x = width - EDGE.right - this.#style.font.width(text, SIZE);
    const shown = showText(wordsOf(text, this.#style.font), this.#style, font, x, height - EDGE.bottom);
    return {
      operators: `/Artifact <</Type /Pagination /Subtype /Footer>> BDC\nq 1 0 0 -1 0 ${round(height)} cm ${colorOf(this.#style.color)} rg\n${shown}\nQ\nEMC`,
      fonts: { [font.id]: font.ref() },
    };
  }
}

function copyBookmark({ title, target, children }: Bookmark, paper: CopiedPaper): PacketBookmark {
  return {
    title: paper.copy(title),
    target: paper.copy(target),
    children: children.map((one) => copyBookmark(one, paper)),
  };
}
