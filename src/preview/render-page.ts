/** The preview page before anything is known: its regions, and the words and settings for its script. */

import { element, type Markup, page, text } from "../html/element.ts";
import type { MessageLocale } from "../model/diagnostic.ts";
import { previewWords } from "./words.ts";

/** Settings for the script. */
interface PageSettings {
  /** The absolute path that names of files start from. */
  readonly root: string;
  /** How messages call the folder of the templates that the package ships, which nobody can change. */
  readonly shipped: string;
  readonly editor: "none" | "link" | "program";
  readonly address?: string;
}

/** Addresses name papers by their ids, none of which has a colon: no paper's address leads here. */
const PAPER = "view:paper";

/** Renders the page. */
export function renderPage(locale: MessageLocale, settings: PageSettings): string {
  const words = previewWords[locale];
  const button = (id: string, sign: string, label: string): Markup =>
    element("button", { id, type: "button", title: label, "aria-label": label }, [text(sign)]);
  const tab = (id: string, label: string, selected: boolean): Markup =>
    element(
      "button",
      {
        id,
        type: "button",
        role: "tab",
        "aria-selected": String(selected),
        "aria-controls": `${id}-panel`,
        tabindex: selected ? 0 : -1,
      },
      [text(label)],
    );
  return page(
    { lang: locale },
    [
      element("meta", { charset: "utf-8" }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("meta", { name: "color-scheme", content: "light dark" }),
      element("title", {}, [text(words.title)]),
      element("link", { rel: "icon", href: ICON }),
      element("link", { rel: "stylesheet", href: "page/preview.css" }),
      element("script", { type: "module", src: "page/main.js" }),
    ],
    [
      element("header", {}, [
        // No link: the address names the paper that is shown.
        element("button", { id: "skip", class: "skip", type: "button" }, [text(words.skip)]),
        element("p", { class: "product" }, [text(words.title)]),
        element("p", { id: "summary" }),
        element("p", { id: "connection", role: "status" }),
      ]),
      element("nav", { "aria-label": words.papers }, [
        element("input", { id: "filter", type: "search", "aria-label": words.filter, placeholder: words.filter }),
        element("div", { id: "list" }),
      ]),
      element("main", { id: PAPER, tabindex: -1 }, [
        element("div", { class: "bar" }, [
          element("h1", { id: "heading" }),
          element("div", { id: "controls" }, [
            element("div", { id: "editions", role: "group", "aria-label": words.edition, hidden: true }),
            element("div", { id: "zoom", role: "group", hidden: true }, [
              button("zoom-out", "−", words.zoomOut),
              button("zoom-fit", "↔", words.zoomFit),
              button("zoom-in", "+", words.zoomIn),
            ]),
            element("div", { role: "tablist", "aria-label": words.view }, [
              tab("as-page", words.asPage, true),
              tab("as-pdf", words.asPdf, false),
            ]),
          ]),
        ]),
        element("p", { id: "notice", role: "status", hidden: true }),
        element("div", { id: "as-page-panel", class: "panel", role: "tabpanel", "aria-labelledby": "as-page" }),
        element("div", {
          id: "as-pdf-panel",
          class: "panel",
          role: "tabpanel",
          "aria-labelledby": "as-pdf",
          tabindex: 0,
          hidden: true,
        }),
        element("p", { id: "empty", class: "empty" }, [text(words.choose)]),
        element("button", { id: "to-change", type: "button", hidden: true }, [text(words.toChange)]),
      ]),
      element("section", { id: "messages", "aria-labelledby": "messages-title" }, [
        element("h2", { id: "messages-title" }, [text(words.messages)]),
        element("div", { id: "message-list", tabindex: 0, role: "group", "aria-labelledby": "messages-title" }),
      ]),
      element("p", { class: "print" }, [text(words.print)]),
      element("div", { id: "toast", role: "status" }),
      element("p", { id: "said", class: "hidden", role: "status" }),
      element("div", {
        id: "settings",
        hidden: true,
        "data-words": JSON.stringify(words),
        "data-settings": JSON.stringify(settings),
      }),
    ],
  );
}

/** A sheet with a tick. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%231f4e79' d='M3 1h7l4 4v10H3z'/%3E%3Cpath fill='none' stroke='%23fff' stroke-width='1.6' d='M5.5 9l2 2 3.500-4'/%3E%3C/svg%3E";
