/** The page of a meeting: agenda and links to every paper, for a browser of any size, without scripts. */

import { languageOf } from "../model/language.ts";
import type { LinkedFile, SessionItem, SessionPage, SessionPart } from "../model/session-page.ts";
import type { Theme } from "../model/theme.ts";
import { element, type Markup, page, text } from "./element.ts";
import { pageHead } from "./page-head.ts";
import { renderLogo } from "./render-image.ts";
import { sessionStyle } from "./session-style.ts";
import { type SessionWords, sessionWordsFor } from "./session-words.ts";

/** So many items are more than a screen or two of a phone. */
const MANY = 10;

/** Renders the page. The same data and theme give the same bytes. */
export function renderSession(session: SessionPage, theme: Theme): string {
  const words = sessionWordsFor(session.lang);
  const title = `${words.agenda}: ${session.title}, ${session.day}`;
  const head = pageHead(title, [["author", session.body]], theme, sessionStyle);
  const { logo } = session;
  return page({ lang: session.lang }, head, [
    element("a", { class: "skip", href: "#_agenda" }, [text(words.skip)]),
    element("div", { class: "page" }, [
      element("header", {}, [
        ...(logo ? [renderLogo(logo.image, logo.alt, theme)] : []),
        element("div", {}, [
          element("p", { class: "body" }, [text(session.body)]),
          element("p", {}, [text(session.committee)]),
        ]),
      ]),
      element("main", {}, [
        element("h1", {}, [text(session.title)]),
        ...(session.isInternal ? [element("p", { class: "internal", role: "note" }, [text(words.internal)])] : []),
        renderFacts(session, words),
        ...(session.files.length > 0
          ? [element("nav", { "aria-label": words.documents }, [renderFiles(session.files, words, session.lang)])]
          : []),
        element("div", { id: "_agenda", tabindex: -1 }, [
          ...renderJumps(session.parts, words),
          ...session.parts.flatMap((part) => renderPart(part, session, words)),
        ]),
      ]),
    ]),
  ]);
}

function renderFacts({ committee, day, time, place, chair }: SessionPage, words: SessionWords): Markup {
  const when = [day, ...(time === undefined ? [] : [`${time} ${words.clock}`.trim()])].join(", ");
  const facts = [
    [words.committee, committee],
    [words.date, when],
    [words.place, place],
    [words.chair, chair],
  ] as const;
  return element(
    "dl",
    { class: "session" },
    facts.flatMap(([name, value]) =>
      value === undefined
        ? []
        : [element("div", {}, [element("dt", {}, [text(name)]), element("dd", {}, [text(value)])])],
    ),
  );
}

/** The numbers of a long agenda, each a link to its item. */
function renderJumps(parts: readonly SessionPart[], words: SessionWords): readonly Markup[] {
  const items = parts.flatMap(({ isPublic, items }) => items.map((item) => ({ item, id: idOf(item, isPublic) })));
  if (items.length < MANY) return [];
  const links = items.map(({ item, id }) =>
    element("li", {}, [
      element("a", { href: `#${id}` }, [
        element("span", { class: "unseen" }, [text(`${words.item} `)]),
        text(item.label),
      ]),
    ]),
  );
  return [
    element("details", { class: "jump" }, [
      element("summary", {}, [text(words.jump)]),
      element("nav", { "aria-label": words.jump }, [element("ul", { role: "list" }, links)]),
    ]),
  ];
}

/** Readers may link to an item by its number. */
function idOf({ label }: SessionItem, isPublic: boolean): string {
  const id = `top-${label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`;
  return isPublic ? id : `n-${id}`;
}

function renderPart({ isPublic, items }: SessionPart, session: SessionPage, words: SessionWords): readonly Markup[] {
  const name = isPublic ? words.publicPart : words.nonPublicPart;
  const id = isPublic ? "_public" : "_non-public";
  return [
    element("section", { "aria-labelledby": id }, [
      element("h2", { id }, [text(`${words.agenda}: ${name}`)]),
      element(
        "ol",
        { class: "agenda", role: "list" },
        items.map((item) => renderItem(item, isPublic, session, words)),
      ),
    ]),
  ];
}

function renderItem(
  item: SessionItem,
  isPublic: boolean,
  { lang, isInternal }: SessionPage,
  words: SessionWords,
): Markup {
  const { label, title, isWithdrawn, supplement, departments, papers, attachments } = item;
  const shown = title ?? words.nonPublicItem;
  const notes = [
    ...(isWithdrawn ? [words.withdrawn] : []),
    ...(supplement === undefined ? [] : [`${words.supplement} ${supplement}`]),
    ...departments,
    ...(papers.length === 0 && !isWithdrawn && (isPublic || isInternal) ? [words.noPaper] : []),
  ];
  const more = [
    ...(notes.length > 0 ? [element("p", {}, [text(notes.join(" · "))])] : []),
    ...(papers.length > 0 ? [renderFiles(papers, words, lang, `${words.item} ${label}`)] : []),
    ...(attachments.length > 0
      ? [
          element("div", { class: "attachments" }, [
            element("p", {}, [text(words.attachments)]),
            renderFiles(attachments, words, lang, `${words.item} ${label}`),
          ]),
        ]
      : []),
  ];
  return element("li", { id: idOf(item, isPublic), class: item.level > 1 && "sub" }, [
    element("h3", {}, [
      element("span", { class: "label" }, [
        element("span", { class: "unseen" }, [text(`${words.item} `)]),
        text(label),
      ]),
      text(" "),
      element("span", { class: "name" }, [isWithdrawn ? element("del", {}, [text(shown)]) : text(shown)]),
    ]),
    ...(more.length > 0 ? [element("div", { class: "more" }, more)] : []),
  ]);
}

/** Links with format and size; `of` tells those who hear the links alone what they belong to. */
function renderFiles(files: readonly LinkedFile[], words: SessionWords, lang: string, of?: string): Markup {
  return element(
    "ul",
    { class: "files", role: "list" },
    files.map(({ role, href, title, number, format, pages, bytes }) => {
      const name = title ?? words[role === "attachment" ? "attachments" : role];
      const size = [
        ...(title === undefined || format === "" ? [] : [format]),
        ...(pages !== undefined && format === "PDF" ? [words.pages(pages)] : []),
        sizeOf(bytes, lang),
        // Papers are ours and accessible; of what others made we know nothing good.
        ...(role === "attachment" && format === "PDF" ? [words.foreign] : []),
      ].join(", ");
      return element("li", {}, [
        element("a", { href }, [
          element("span", { class: "what" }, [
            ...(of === undefined ? [] : [element("span", { class: "unseen" }, [text(`${of}: `)])]),
            text(title === undefined ? `${name} (${format})` : `${words.annex} ${number ?? ""}: ${title}`),
          ]),
          text(" "),
          element("span", { class: "size" }, [text(size)]),
        ]),
      ]);
    }),
  );
}

/** `310 KB`, `2,4 MB` */
function sizeOf(bytes: number, lang: string): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  if (kilobytes < 1000) return `${kilobytes} KB`;
  const megabytes = (Math.round(kilobytes / 100) / 10).toFixed(1);
  return `${languageOf(lang) === "de" ? megabytes.replace(".", ",") : megabytes} MB`;
}
