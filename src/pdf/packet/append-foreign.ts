/** Appends foreign pages to a packet: each above a strip of our own that says what it is, so that nothing of it is covered. */

import type { TextStyle } from "../boxes.ts";
import type { LibraryFont, PrintedWord } from "../font-library.ts";
import type { ForeignPages } from "../foreign/foreign-pages.ts";
import type { ForeignPdf } from "../foreign/read-foreign-pdf.ts";
import { showText } from "../glyph-operators.ts";
import { StructureElement } from "../structure.ts";
import type { PacketFile } from "./packet-file.ts";

/** A foreign file in a packet. */
export interface ForeignPart {
  readonly type: "foreign";
  readonly pdf: ForeignPdf;
  readonly title: string;
  /** Below every page: `TOP 11 – Anlage 2`. */
  readonly stamp: string;
  /** Says what a page is to who cannot see it; pages count from 1. */
  alt(page: number): string;
}

/** Sizes of the strip below a page of A4, in points. Below larger pages it grows with them. */
const STRIP = { height: 28, edge: 28, baseline: 16, gap: 20, line: 0.5 } as const;
const A4_WIDTH = 595;

/** Viewers and PDF/A know no sides above 14 400 points; the strip needs a part of them. */
const MAX_SIDE = 13_700;

/** A foreign page on its sheet, in points from the sheet's upper left corner. */
interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly page: { readonly x: number; readonly width: number; readonly height: number; readonly scale: number };
  /** How much larger than on A4 the strip is. */
  readonly zoom: number;
}

/** Appends all pages; `style` is that of the strip on A4, `label` the words for the number of the packet's page. */
export function appendForeign(
  file: PacketFile,
  pages: ForeignPages,
  { pdf, title, stamp, alt }: ForeignPart,
  style: TextStyle,
  label: (index: number) => string,
): void {
  const section = new StructureElement("Sect", { title });
  for (const [index, size] of pdf.pages.entries()) {
    const words = [stamp, label(index)] as const;
    const sheet = sheetFor(size, words[0], words[1], style);
    const { page, width, height } = sheet;
    file.addPage({ size: [width, height], margin: 0 });
    (file.page as PdfPage & { readonly xobjects: Record<string, PdfReference> }).xobjects.Foreign = pages.form(
      pdf,
      index,
    ); // pdfkit's resources
    const bottom = height - page.height;
    const box: [number, number, number, number] = [page.x, bottom, page.x + page.width, height];
    file.mark(section.append("Figure", { alt: alt(index + 1), box }));
    const { scale } = page;
    file.addContent(`q ${round(scale)} 0 0 ${round(-scale)} ${round(page.x)} ${round(page.height)} cm /Foreign Do Q`);
    file.endMark();
    drawStrip(file, sheet, words, style);
  }
  file.flushPages();
  file.appendStructure(section);
}

function sheetFor(
  { width, height }: { readonly width: number; readonly height: number },
  stamp: string,
  label: string,
  style: TextStyle,
): Sheet {
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
  const shown = { width: width * scale, height: height * scale };
  const zoom = Math.max(1, Math.min(shown.width, shown.height) / A4_WIDTH);
  const text = [stamp, label].reduce((sum, words) => sum + style.font.width(words, style.size), 0);
  const needed = (text + STRIP.gap + 2 * STRIP.edge) * zoom;
  const whole = Math.max(shown.width, needed);
  return {
    width: whole,
    height: shown.height + STRIP.height * zoom,
    page: { x: (whole - shown.width) / 2, ...shown, scale },
    zoom,
  };
}

/** The stamp on the left, the number where it stands on our own pages. */
function drawStrip(
  file: PacketFile,
  { width, height, page, zoom }: Sheet,
  [stamp, label]: readonly [string, string],
  small: TextStyle,
): void {
  const style = { ...small, size: small.size * zoom };
  const edge = STRIP.edge * zoom;
  const baseline = height - STRIP.baseline * zoom;
  const font = file.fontOf(style.font);
  file.mark({ artifact: "Footer" });
  file.page.fonts[font.id] = font.ref();
  const top = round(page.height + (STRIP.line * zoom) / 2);
  const line = `${round(STRIP.line * zoom)} w 0 ${top} m ${round(width)} ${top} l S`;
  const color = colorOf(style.color);
  file.addContent(`q ${color} rg ${color} RG ${line}`);
  file.addContent(showText(wordsOf(stamp, style.font), style, font, edge, baseline));
  const right = width - edge - style.font.width(label, style.size);
  file.addContent(`${showText(wordsOf(label, style.font), style, font, right, baseline)} Q`);
  file.endMark();
}

/** Words with the space after them, as text is shaped. */
export function wordsOf(text: string, font: LibraryFont): readonly PrintedWord[] {
  return (text.match(/\S+\s*/g) ?? []).map((word) => font.word(word));
}

/** A colour of the theme as operands. */
export function colorOf(hex: string): string {
  return [1, 3, 5].map((at) => round(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(" ");
}

/** A number of a content stream. */
export function round(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
