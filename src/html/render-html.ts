/** The HTML edition: one self-contained page from a document tree. */

import type { Place } from "../model/diagnostic.ts";
import type { Document } from "../model/document.ts";
import type { Theme } from "../model/theme.ts";
import { element, type Markup, page, text } from "./element.ts";
import { type PageFacts, pageHead } from "./page-head.ts";
import { renderBlocks } from "./render-blocks.ts";
import { renderLogo } from "./render-image.ts";
import { noteId, noteReferenceId, type Setting } from "./setting.ts";
import { wordsFor } from "./words.ts";

/** How a page is rendered. */
interface HtmlOptions {
  /** Elements then say in `data-at`, as `file:line:column`, the place that this gives for where they were written. */
  readonly placeOf?: (at: Place) => Place;
}

/** Renders a document as a page of its own. The same document and theme give the same bytes. */
export function renderHtml(document: Document, theme: Theme, { placeOf }: HtmlOptions = {}): string {
  const setting: Setting = {
    document,
    theme,
    words: wordsFor(document.lang),
    ...(placeOf && { placeOf }),
    renderBlocks,
    referenced: new Set(),
    captions: 0,
  };
  const main = renderBlocks(document.children, setting);
  return page({ lang: document.lang }, renderHead(setting), [
    element("a", { class: "skip", href: "#_main" }, [text(setting.words.skip)]),
    element("div", { class: "page" }, [
      ...renderHeader(setting),
      element("main", { id: "_main", tabindex: -1 }, [...renderDraftMark(setting), ...main, ...renderNotes(setting)]),
    ]),
  ]);
}

function renderHead({ document, theme }: Setting): readonly Markup[] {
  const { author, subject, keywords, date } = document.metadata;
  const facts: PageFacts = [
    ["author", author],
    ["description", subject],
    ["keywords", keywords.length > 0 ? keywords.join(", ") : undefined],
    ["dcterms.date", date],
  ];
  return pageHead(document.title, facts, theme);
}

/** Who publishes the paper and what it is called: on paper that stands in the running lines. */
function renderHeader({ document, theme }: Setting): readonly Markup[] {
  const lines = (["body", "paper", "visibility"] as const).flatMap((name) => {
    const line = document.running[name];
    return line === undefined || line === "" ? [] : [element("p", { class: name }, [text(line)])];
  });
  const image = document.logo && document.images[document.logo.image];
  const logo = document.logo && image ? [renderLogo(image, document.logo.alt, theme)] : [];
  if (lines.length + logo.length === 0) return [];
  return [element("header", {}, [...logo, element("div", {}, lines)])];
}

function renderDraftMark({ document: { draft } }: Setting): readonly Markup[] {
  if (!draft) return [];
  return [
    element("p", { class: "draft", role: "note" }, [
      element("span", {}, [text(draft.label)]),
      text(" "),
      element("span", { class: "revision" }, [text(draft.revision)]),
    ]),
    element("div", { class: "watermark", "aria-hidden": "true", "data-label": draft.label }),
  ];
}

/** Footnotes at the end; a note's number leads back to where the text names it. */
function renderNotes(setting: Setting): readonly Markup[] {
  const { document, words } = setting;
  if (document.notes.length === 0) return [];
  const items = document.notes.map((note) => {
    const name = `${words.note} ${note.number}, ${words.back}`;
    const back = { href: `#${noteReferenceId(note.number)}`, role: "doc-backlink", "aria-label": name };
    const marker = element("span", { class: "marker" }, [element("a", back, [text(String(note.number))])]);
    return element("li", { id: noteId(note.number) }, [
      marker,
      text(" "),
      element("div", {}, renderBlocks(note.children, setting)),
    ]);
  });
  return [
    element("section", { class: "notes", role: "doc-endnotes", "aria-label": words.notes }, [
      element("ol", { role: "list" }, items),
    ]),
  ];
}
