/** The papers at the left, by meeting. */

import { announce, byId, make, say } from "./words.js";

/**
 * @typedef {{ readonly severity: "error" | "warning", readonly code: string, readonly message: string, readonly help: string,
 *   readonly place?: import("./place.js").Place, readonly line?: string }} Message
 * @typedef {{ readonly edition: "public" | "internal", readonly page?: number, readonly pdf?: string }} PaperEdition
 * @typedef {{ readonly id: string, readonly file: string, readonly kind: string, readonly label: string, readonly title: string,
 *   readonly meeting?: { readonly id: string, readonly title: string, readonly date: string },
 *   readonly state: "waiting" | "building" | "fine" | "warnings" | "failed", readonly outdated: boolean,
 *   readonly blockedBy: readonly string[], readonly messages: readonly Message[],
 *   readonly editions: readonly PaperEdition[] }} Paper
 */

/** So many meetings are unfolded at once; of more, only the one of the paper that is shown. */
const MAX_OPEN = 2;

/** @type {Readonly<Record<Paper["state"], string>>} */
const SIGNS = { waiting: "○", building: "…", fine: "✓", warnings: "!", failed: "✕" };

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

/** The address of a paper on this page. @param {string} id */
export function addressOf(id) {
  return `#${encodeURIComponent(id)}`;
}

/** Words as they are compared: letters with marks are written in two ways, and names of files on a Mac in the rarer one. */
const folded = (/** @type {string} */ text) => text.normalize("NFC").toLocaleLowerCase();

/** Shows the papers and keeps them up to date. */
export class PaperList {
  #list = byId("list");
  #filter = /** @type {HTMLInputElement} */ (byId("filter"));
  /** @type {Map<string, HTMLElement>} */
  #links = new Map();
  /** @type {readonly Paper[]} */
  #papers = [];
  /** @type {string | undefined} */
  #current;
  /** Meetings that somebody has folded or unfolded. @type {Map<string, boolean>} */
  #folds = new Map();

  constructor() {
    this.#filter.addEventListener("input", () => {
      this.#draw();
      this.#reveal();
    });
    this.#list.addEventListener("keydown", (event) => this.#move(event));
  }

  /** @param {readonly Paper[]} papers */
  show(papers) {
    const isFirst = this.#papers.length === 0;
    this.#papers = papers;
    this.#draw();
    if (isFirst) this.#reveal();
  }

  /** Another paper is shown. @param {string | undefined} current */
  turn(current) {
    this.#links.get(this.#current ?? "")?.removeAttribute("aria-current");
    this.#current = current;
    this.#links.get(current ?? "")?.setAttribute("aria-current", "page");
    this.#reveal();
  }

  /** @param {Paper} paper */
  update(paper) {
    this.#papers = this.#papers.map((one) => (one.id === paper.id ? paper : one));
    const link = this.#links.get(paper.id);
    if (link) this.#fill(link, paper);
  }

  /** The paper to begin with: one with mistakes, or the first. */
  first() {
    const papers = this.#groups(this.#papers).flatMap(([, members]) => members);
    return (papers.find(({ state }) => state === "failed") ?? papers[0])?.id;
  }

  #draw() {
    const wanted = folded(this.#filter.value.trim());
    const papers = this.#papers.filter((paper) =>
      folded(`${paper.label} ${paper.title} ${paper.id} ${paper.file}`).includes(wanted),
    );
    const focused = this.#list.contains(document.activeElement) ? document.activeElement : null;
    const groups = this.#groups(papers);
    this.#links.clear();
    this.#list.replaceChildren(
      ...groups.map(([title, members]) => {
        const meeting = members[0]?.meeting?.id ?? "";
        const isUsual = groups.length <= MAX_OPEN || members.some((paper) => paper.id === this.#current);
        const isOpen = wanted !== "" || (this.#folds.get(meeting) ?? isUsual);
        const items = members.map((paper) => make("li", {}, [this.#link(paper)]));
        const summary = make("summary", { "data-meeting": meeting }, [title]);
        const group = make("details", { open: isOpen }, [summary, make("ul", { role: "list" }, items)]);
        summary.addEventListener("click", () => this.#folds.set(meeting, !group.hasAttribute("open")));
        return group;
      }),
    );
    if (groups.length === 0 && wanted !== "") {
      this.#list.append(make("p", {}, [say("noneFound")]));
      announce(say("noneFound"));
    }
    // Who was at a paper stays there; if it is gone, they are at the place from which another is found.
    if (focused) (this.#sameAs(focused) ?? this.#filter).focus({ preventScroll: true });
  }

  /** What stands where an element of an earlier drawing stood. @param {Element} element */
  #sameAs(element) {
    const keyOf = (/** @type {Element} */ one) => one.getAttribute("href") ?? one.getAttribute("data-meeting");
    const same = [...this.#list.querySelectorAll("summary, a")].find((one) => keyOf(one) === keyOf(element));
    return same instanceof HTMLElement ? same : undefined;
  }

  /** Brings the paper that is shown into view. */
  #reveal() {
    const paper = this.#papers.find(({ id }) => id === this.#current);
    if (paper) this.#folds.set(paper.meeting?.id ?? "", true);
    const link = this.#links.get(this.#current ?? "");
    link?.closest("details")?.setAttribute("open", "");
    link?.scrollIntoView({ block: "nearest" });
  }

  /**
   * Meetings, the latest first, then what belongs to none.
   * @param {readonly Paper[]} papers
   * @returns {readonly (readonly [string, readonly Paper[]])[]}
   */
  #groups(papers) {
    /** @type {Map<string, Paper[]>} */
    const groups = new Map();
    for (const paper of papers) {
      const id = paper.meeting?.id ?? "";
      groups.set(id, [...(groups.get(id) ?? []), paper]);
    }
    return [...groups.values()]
      .sort((a, b) => compare(b[0]?.meeting?.date ?? "", a[0]?.meeting?.date ?? ""))
      .map((members) => {
        const sorted = members.sort((a, b) => collator.compare(a.label, b.label) || collator.compare(a.title, b.title));
        const { meeting } = sorted[0] ?? {};
        const title = meeting
          ? `${meeting.title} · ${meeting.date.split("-").reverse().join(".")}`
          : say("otherPapers");
        return [title, sorted];
      });
  }

  /** @param {Paper} paper */
  #link(paper) {
    const link = make("a", { href: addressOf(paper.id), title: paper.file });
    if (paper.id === this.#current) link.setAttribute("aria-current", "page");
    this.#fill(link, paper);
    this.#links.set(paper.id, link);
    return link;
  }

  /**
   * @param {HTMLElement} link
   * @param {Paper} paper
   */
  #fill(link, { label, title, state }) {
    link.className = state;
    link.replaceChildren(
      make("span", { class: "sign", "aria-hidden": "true" }, [SIGNS[state]]),
      make("span", { class: "name" }, [...(label ? [make("span", { class: "label" }, [label]), " "] : []), title]),
      make("span", { class: "hidden" }, [` (${say(state)})`]),
    );
  }

  /** Arrow keys go from paper to paper. @param {KeyboardEvent} event */
  #move(event) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    const places = [...this.#list.querySelectorAll("summary, details[open] a")];
    const next = places[places.indexOf(/** @type {Element} */ (event.target)) + step];
    if (!(next instanceof HTMLElement)) return;
    next.focus();
    event.preventDefault();
  }
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
