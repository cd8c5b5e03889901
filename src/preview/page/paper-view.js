/** A paper as HTML, in a frame in which nothing runs: kept at its place while it changes, and changes are marked. */

import { openPlace, parsePlace } from "./place.js";
import { byId, make, say } from "./words.js";

/** How long a change stays marked, in milliseconds. */
const MARKED = 2500;

const STYLE = `
[data-at]{scroll-margin:4em}
[data-at]:not(:has([data-at])){cursor:pointer}
[data-at]:not(:has([data-at])):hover{outline:1px dashed #7a90a8;outline-offset:3px}
[data-changed]{background:#fff3b0;box-shadow:0 0 0 4px #fff3b0;transition:background 1s,box-shadow 1s}
@media (forced-colors:active){[data-changed]{outline:3px solid Highlight}}
@media (prefers-reduced-motion:reduce){[data-changed]{transition:none}}
@media print{[data-changed]{background:none;box-shadow:none}}`;

/** Shows one paper at a time. */
export class PaperView {
  #panel = byId("as-page-panel");
  #toChange = byId("to-change");
  /** @type {HTMLIFrameElement | undefined} */
  #frame;
  #shown = "";
  /** Elements that changed last. @type {readonly Element[]} */
  #changed = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Counts what was asked for; only the last counts. */
  #turn = 0;
  /** @type {Promise<void>} */
  #busy = Promise.resolve();

  constructor() {
    this.#toChange.addEventListener("click", () => {
      this.#mark(this.#changed);
      this.#changed[0]?.scrollIntoView({ block: "center" });
      focusOn(this.#changed[0]);
      this.#toChange.hidden = true;
    });
  }

  clear() {
    this.#turn++;
    this.#panel.replaceChildren();
    this.#frame = undefined;
    this.#shown = "";
    this.#changed = [];
    this.#toChange.hidden = true;
  }

  /**
   * Shows a paper, or what is new in it.
   * @param {string} address of its page
   * @param {string} title
   * @param {string} [html] the page, if it is known already
   */
  async show(address, title, html) {
    const turn = ++this.#turn;
    await this.#busy;
    if (turn !== this.#turn) return;
    this.#busy = this.#shown === address ? this.#renew(address, turn, html) : this.#open(address, title);
    await this.#busy;
  }

  /**
   * @param {string} address
   * @param {number} turn
   * @param {string} [known]
   */
  async #renew(address, turn, known) {
    if (known !== undefined) {
      this.#update(known);
      return;
    }
    try {
      const answer = await fetch(address);
      const html = answer.ok ? await answer.text() : "";
      if (turn === this.#turn && html !== "") this.#update(html);
    } catch {
      // The connection is gone, which is said elsewhere.
    }
  }

  /**
   * @param {string} address
   * @param {string} title
   * @returns {Promise<void>}
   */
  #open(address, title) {
    const frame = /** @type {HTMLIFrameElement} */ (make("iframe", { sandbox: "allow-same-origin", title }));
    this.#toChange.hidden = true;
    this.#changed = [];
    this.#shown = address;
    this.#frame = frame;
    frame.src = address;
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    this.#panel.replaceChildren(frame);
    // A frame that is taken away again never loads.
    const limit = new Promise((resolve) => setTimeout(resolve, 5000));
    return Promise.race([loaded, limit]).then(() => {
      if (frame.contentDocument) this.#prepare(frame.contentDocument);
    });
  }

  /** @param {Document} inner */
  #prepare(inner) {
    inner.head.append(Object.assign(inner.createElement("style"), { textContent: STYLE }));
    this.#makeReachable(inner);
    inner.addEventListener("click", (event) => this.#clicked(event));
    inner.addEventListener("keydown", (event) => this.#pressed(event));
    inner.addEventListener("scroll", () => {
      if (this.#isChangeSeen()) this.#toChange.hidden = true;
    });
  }

  /** One paragraph at a time can be reached with the tabulator. @param {Document} inner */
  #makeReachable(inner) {
    leaves(inner)[0]?.setAttribute("tabindex", "0");
  }

  /** @param {string} html */
  #update(html) {
    const inner = this.#frame?.contentDocument;
    const root = inner?.scrollingElement;
    if (!inner?.defaultView || !root) return;
    // Read by the frame's own parser: the policy of this page would take the paper's style away.
    const next = new inner.defaultView.DOMParser().parseFromString(html, "text/html");
    const before = leaves(inner);
    const known = countTexts(before);
    const anchor = before.find((one) => one.getBoundingClientRect().bottom > 0);
    const place = anchor && { text: textOf(anchor), top: anchor.getBoundingClientRect().top };
    const reachable = [...inner.querySelectorAll(REACHABLE)];
    const index = reachable.indexOf(/** @type {Element} */ (inner.activeElement));
    const focused = reachable[index] && {
      text: textOf(reachable[index]),
      top: reachable[index].getBoundingClientRect().top,
    };

    const style = next.head.querySelector("style");
    const old = inner.head.querySelector("style");
    if (style && old && style.textContent !== old.textContent) old.textContent = style.textContent;
    inner.title = next.title;
    inner.documentElement.lang = next.documentElement.lang;
    const scroll = root.scrollTop;
    inner.body.replaceChildren(...inner.adoptNode(next.body).childNodes);
    root.scrollTop = scroll;

    const after = leaves(inner);
    const same = place && nearest(after, place.text, place.top);
    if (same && place) root.scrollTop += same.getBoundingClientRect().top - place.top;
    this.#makeReachable(inner);
    if (focused) {
      const now = [...inner.querySelectorAll(REACHABLE)];
      focusOn(nearest(now, focused.text, focused.top) ?? now[Math.min(index, now.length - 1)], { preventScroll: true });
    }
    this.#changed = after.filter((one) => !take(known, textOf(one)));
    this.#mark(this.#changed);
    this.#toChange.hidden = this.#changed.length === 0 || this.#isChangeSeen();
  }

  /** @param {readonly Element[]} changed */
  #mark(changed) {
    for (const one of changed) one.setAttribute("data-changed", "");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const one of changed) one.removeAttribute("data-changed");
    }, MARKED);
  }

  #isChangeSeen() {
    const height = this.#frame?.contentWindow?.innerHeight ?? 0;
    return this.#changed.some((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return bottom > 0 && top < height;
    });
  }

  /** @param {Event} event */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target);
    const link = target.closest("a");
    if (link) {
      if (link.getAttribute("href")?.startsWith("#")) return;
      event.preventDefault();
      window.open(link.href, "_blank", "noopener,noreferrer");
      return;
    }
    // Who selects text does not want it opened.
    if (this.#frame?.contentWindow?.getSelection()?.isCollapsed === false) return;
    this.#openFrom(target);
  }

  /** @param {Element} target */
  #openFrom(target) {
    const place = parsePlace(target.closest("[data-at]")?.getAttribute("data-at") ?? "");
    if (place) void openPlace(place);
  }

  /** Alt and arrow keys go from paragraph to paragraph, Enter opens. @param {KeyboardEvent} event */
  #pressed(event) {
    const inner = this.#frame?.contentDocument;
    const active = inner?.activeElement;
    if (!inner || !active) return;
    if (event.key === "Enter" && active.hasAttribute("data-at")) {
      this.#openFrom(active);
      return;
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!event.altKey || step === 0) return;
    const all = leaves(inner);
    focusOn(all[Math.max(0, all.indexOf(active) + step)]);
    event.preventDefault();
  }
}

/** What can have the focus. */
const REACHABLE = "[data-at],a[href],[tabindex]";

/**
 * @param {Element | undefined} element
 * @param {FocusOptions} [options]
 */
function focusOn(element, options) {
  // Elements of a frame belong to another window, so instanceof would not know them.
  if (!element || !("focus" in element)) return;
  if (element.hasAttribute("data-at")) {
    for (const one of element.ownerDocument.querySelectorAll("[data-at][tabindex]")) one.removeAttribute("tabindex");
    element.setAttribute("tabindex", "0");
  }
  /** @type {HTMLElement} */ (element).focus(options);
}

/** Elements that name a place and hold no other that does. @param {Document} inner */
function leaves(inner) {
  return [...inner.querySelectorAll("[data-at]")].filter((one) => !one.querySelector("[data-at]"));
}

/** @param {Element} element */
function textOf(element) {
  const images = [...element.querySelectorAll("img")].map(({ src }) => src);
  return `${element.tagName} ${element.textContent} ${images.join(" ")}`;
}

/** @param {readonly Element[]} elements */
function countTexts(elements) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const one of elements) counts.set(textOf(one), (counts.get(textOf(one)) ?? 0) + 1);
  return counts;
}

/**
 * True if there was one of it left.
 * @param {Map<string, number>} counts
 * @param {string} text
 */
function take(counts, text) {
  const count = counts.get(text) ?? 0;
  counts.set(text, count - 1);
  return count > 0;
}

/**
 * The element with this text that lies nearest to where it was.
 * @param {readonly Element[]} elements
 * @param {string} text
 * @param {number} top
 */
function nearest(elements, text, top) {
  const distance = (/** @type {Element} */ one) => Math.abs(one.getBoundingClientRect().top - top);
  return elements.filter((one) => textOf(one) === text).sort((a, b) => distance(a) - distance(b))[0];
}

/** What the frame is called. @param {string} title */
export function frameTitle(title) {
  return `${say("asPage")}: ${title}`;
}
