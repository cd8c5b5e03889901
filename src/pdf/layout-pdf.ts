/** Document, theme and fonts → the bytes of a tagged, archivable PDF. */

import type { Diagnostic, Result } from "../model/diagnostic.ts";
import type { Document } from "../model/document.ts";
import { A4 } from "../model/paper-size.ts";
import type { FontFile, Theme, ThemeFonts } from "../model/theme.ts";
import { languagesIn } from "../typography/languages.ts";
import { loadHyphenators } from "../typography/load-hyphenators.ts";
import { findAnchors } from "./anchors.ts";
import { findLostText } from "./completeness.ts";
import { creator, producer } from "./identity.ts";
import { furnishPages, pageFrame } from "./page-furniture.ts";
import { PageLayout } from "./page-layout.ts";
import { setBlocks } from "./set-blocks.ts";
import { setDocument } from "./set-document.ts";
import { setFootnotes } from "./set-footnotes.ts";
import { SetLine } from "./set-line.ts";
import type { Setting, TextContext } from "./setting.ts";
import { StructureElement } from "./structure.ts";
import { TaggedDocument } from "./tagged-document.ts";
import { TaggedRenderer } from "./tagged-renderer.ts";
import { pdfWordsFor } from "./words.ts";
import type { XmpFacts } from "./xmp.ts";

/** A finished PDF. */
export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Stands in for the date of a paper that has none: the same sources give the same bytes on any day. */
const NO_DATE = "2000-01-01";

/** Lays a document out and writes it as PDF/UA-1 and PDF/A-2a. */
export async function layoutPdf(document: Document, theme: Theme, fonts: ThemeFonts<FontFile>): Promise<Result<Pdf>> {
  const diagnostics: Diagnostic[] = [];
  const structure = new StructureElement("Document");
  const frame = pageFrame(document, theme, fonts, A4);
  const setting: Setting = {
    document,
    theme,
    fonts,
    words: pdfWordsFor(document.lang),
    anchors: findAnchors(document),
    hyphenators: await loadHyphenators(languagesIn(document), theme.hyphenation),
    diagnostics,
    setBlocks,
    measure: frame.measure,
    notes: new Map(document.notes.map(({ number }) => [number, { number, height: 0 }])),
    noteElements: new Map(
      document.notes.map(({ number }) => [number, new StructureElement("Note", { id: `note-${number}` })]),
    ),
    adoptedNotes: new Set(),
    counters: { tables: 0 },
  };
  const context: TextContext = {
    setting,
    parent: structure,
    size: theme.sizes.text,
    color: theme.colors.text,
    ground: undefined,
    bold: false,
    italic: false,
    family: fonts.text,
    align: theme.alignment,
    unhyphenated: false,
    tight: false,
    width: frame.measure.width,
  };
  const root = setDocument(context);
  const file = new TaggedDocument({ structure, facts: factsOf(document), images: document.images, size: A4 });
  const layout = new PageLayout(A4, frame.margins, theme.colors.muted);
  const pages = layout.layout(root, setFootnotes(context), file);
  furnishPages(pages, frame, context);
  const renderer = new TaggedRenderer(file, pagesOfAnchors(pages));
  renderer.renderPages(pages);
  diagnostics.push(...layout.diagnostics, ...findLostText(document, renderer.drawn));
  return { value: { bytes: await file.finish(), pages: pages.length }, diagnostics };
}

/** What the metadata of a document say. */
export function factsOf({ metadata, title, lang }: Document): XmpFacts {
  return {
    title,
    lang,
    keywords: metadata.keywords,
    date: new Date(`${metadata.date ?? NO_DATE}T12:00:00Z`),
    creator,
    producer,
    ...(metadata.author !== undefined && { author: metadata.author }),
    ...(metadata.subject !== undefined && { subject: metadata.subject }),
  };
}

function pagesOfAnchors(pages: readonly PdfmakePage[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, page] of pages.entries()) {
    for (const { item } of page.items) {
      if (item instanceof SetLine) for (const anchor of item.anchors ?? []) found.set(anchor, index + 1);
    }
  }
  return found;
}
