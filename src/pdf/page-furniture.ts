/** What every page has around its text: margins, header, footer, the mark of a draft. */

import type { Document } from "../model/document.ts";
import { points } from "../model/paper-size.ts";
import type { FontFile, RunningLine, Theme, ThemeFonts } from "../model/theme.ts";
import { libraryFont } from "./font-library.ts";
import { marginFor, placeRunningLine, RUNNING_DISTANCE, RunningLines, runningHeight } from "./running-lines.ts";
import type { TextContext } from "./setting.ts";
import type { Artifact } from "./structure.ts";
import type { DraftItem } from "./tagged-renderer.ts";

/** The frame of all pages. */
export interface PageFrame {
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Width and height of the text area. */
  readonly measure: { readonly width: number; readonly height: number };
  readonly running: RunningLines;
}

const HEADER: Artifact = { artifact: "Header" };
const FOOTER: Artifact = { artifact: "Footer" };
const WATERMARK: Artifact = { artifact: "Watermark" };

/** Light enough to read over, dark enough to see. */
const DRAFT_COLOR = "#e9e9ec";

/** The mark of a draft spans this share of the page's diagonal. */
const DRAFT_SHARE = 0.62;

/** Computes the frame: a header or footer of several lines makes its margin larger and is never cut. */
export function pageFrame(
  document: Document,
  theme: Theme,
  fonts: ThemeFonts<FontFile>,
  page: { readonly width: number; readonly height: number },
): PageFrame {
  const { margins } = theme.page;
  const left = points(margins.left);
  const right = points(margins.right);
  const width = page.width - left - right;
  // How running lines look does not depend on what else is on a page, so a context without the rest will do.
  const running = new RunningLines({
    setting: { document, theme, fonts } as TextContext["setting"],
    size: theme.sizes.small,
    color: theme.colors.muted,
    ground: undefined,
    bold: false,
    italic: false,
    family: fonts.text,
    align: "start",
    unhyphenated: false,
    tight: true,
    width,
  } as TextContext);
  const height = (line: RunningLine, artifact: Artifact): number =>
    runningHeight(running.set(line, valuesFor(document, 888, 888), width, artifact));
  const top = marginFor(points(margins.top), height(theme.header, HEADER));
  const bottom = marginFor(points(margins.bottom), height(footerLine(document, theme), FOOTER));
  return { margins: { top, right, bottom, left }, measure: { width, height: page.height - top - bottom }, running };
}

function valuesFor(document: Document, page: number, pages: number): Record<string, string> {
  return { ...document.running, page: String(page), pages: String(pages) };
}

/** A draft says in the footer which revision of the sources it shows. */
function footerLine(document: Document, theme: Theme): RunningLine {
  const { draft } = document;
  if (!draft) return theme.footer;
  const mark = `${draft.label} ${draft.revision}`;
  return { ...theme.footer, left: theme.footer.left === "" ? mark : `${theme.footer.left} · ${mark}` };
}

/** Adds header, footer and draft mark to pages whose text is placed. */
export function furnishPages(pages: readonly PdfmakePage[], frame: PageFrame, context: TextContext): void {
  const { document, theme } = context.setting;
  const { left, right, top, bottom } = frame.margins;
  for (const [index, page] of pages.entries()) {
    const { width, height } = page.pageSize;
    const values = valuesFor(document, index + 1, pages.length);
    const header = frame.running.set(theme.header, values, width - left - right, HEADER);
    placeRunningLine(page, header, left, top - RUNNING_DISTANCE - runningHeight(header));
    const footer = frame.running.set(footerLine(document, theme), values, width - left - right, FOOTER);
    placeRunningLine(page, footer, left, height - bottom + RUNNING_DISTANCE);
    if (document.draft) page.items.unshift({ type: "vector", item: draftMark(document.draft.label, page, context) });
  }
}

function draftMark(text: string, { pageSize }: PdfmakePage, context: TextContext): DraftItem {
  const font = libraryFont(context.setting.fonts.text.bold);
  const size = (Math.hypot(pageSize.width, pageSize.height) * DRAFT_SHARE) / font.width(text, 1);
  const plain = { rise: 0, underline: false, strike: false, background: undefined, link: undefined };
  const style = { ...plain, font, size, color: DRAFT_COLOR, owner: WATERMARK, hyphenator: undefined };
  return { type: "draft", text, style };
}
