/** A paper as PDF, drawn by pdf.js: pages are drawn when they come into view, and stay until their next state is drawn. */

import { findPlace } from "./find-place.js";
import { openPlace } from "./place.js";
import { byId, make, say } from "./words.js";

/**
 * @typedef {typeof import("pdfjs-dist")} PdfJs
 * @typedef {import("pdfjs-dist").PDFDocumentProxy} PdfDocument
 * @typedef {import("pdfjs-dist").PDFDocumentLoadingTask} LoadingTask
 */

const MIN_ZOOM = 0.4;
const MAX_ZOOM = 4;
const ZOOM_STEP = 1.2;

/** Room beside a page that fills the width, in pixels of CSS. */
const MARGIN = 32;

/** @type {Promise<{ readonly pdfjs: PdfJs, readonly worker: import("pdfjs-dist").PDFWorker }> | undefined} */
let library;

/** pdf.js is loaded when the first PDF is wanted. */
function loadLibrary() {
  library ??= (async () => {
    /** @type {PdfJs} */
    const pdfjs = await import(new URL("../pdfjs/pdf.min.mjs", import.meta.url).href);
    pdfjs.GlobalWorkerOptions.workerSrc = new URL("../pdfjs/pdf.worker.min.mjs", import.meta.url).href;
    return { pdfjs, worker: new pdfjs.PDFWorker() };
  })();
  return library;
}

/** Shows one PDF at a time. */
export class PagesView {
  #panel = byId("as-pdf-panel");
  /** @type {Sheet[]} */
  #sheets = [];
  /** @type {LoadingTask | undefined} */
  #task;
  #shown = "";
  #paper = "";
  /** 1 fills the width. */
  #zoom = 1;
  #turn = 0;
  #observer = new IntersectionObserver((entries) => this.#seen(entries), { root: this.#panel, rootMargin: "400px" });
  /** @type {Set<Sheet>} */
  #visible = new Set();

  constructor() {
    byId("zoom-in").addEventListener("click", () => this.#zoomTo(this.#zoom * ZOOM_STEP));
    byId("zoom-out").addEventListener("click", () => this.#zoomTo(this.#zoom / ZOOM_STEP));
    byId("zoom-fit").addEventListener("click", () => this.#zoomTo(1));
    this.#panel.addEventListener("click", (event) => this.#clicked(/** @type {Element} */ (event.target)));
    let width = 0;
    new ResizeObserver(() => {
      if (this.#panel.clientWidth === width) return;
      width = this.#panel.clientWidth;
      if (width > 0) this.#zoomTo(this.#zoom);
    }).observe(this.#panel);
  }

  clear() {
    this.#turn++;
    this.#shown = "";
    this.#paper = "";
    for (const sheet of this.#sheets) this.#drop(sheet);
    this.#sheets = [];
    void this.#task?.destroy();
    this.#task = undefined;
  }

  /**
   * Shows a PDF, at the place where the one before was if it is the same paper.
   * @param {string} address
   * @param {string} hash of its bytes
   */
  async show(address, hash) {
    if (this.#shown === `${address} ${hash}`) return;
    this.#shown = `${address} ${hash}`;
    const turn = ++this.#turn;
    const { pdfjs, worker } = await loadLibrary();
    if (turn !== this.#turn) return;
    const task = pdfjs.getDocument({ url: address, worker, isEvalSupported: false, useWasm: false, enableXfa: false });
    /** @type {PdfDocument} */
    let pdf;
    /** @type {import("pdfjs-dist").PDFPageProxy[]} */
    let pages;
    try {
      pdf = await task.promise;
      pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
    } catch (fault) {
      // It was exchanged while it was being read; the next one is announced.
      if (turn === this.#turn) this.#shown = "";
      void task.destroy();
      if (fault instanceof Error && /Missing|Invalid|abort|destroy|worker/i.test(`${fault.name} ${fault.message}`))
        return;
      throw fault;
    }
    if (turn !== this.#turn) {
      void task.destroy();
      return;
    }
    const before = this.#task;
    this.#task = task;
    const isSame = this.#paper === address;
    this.#paper = address;
    const place = isSame ? this.#panel.scrollTop : 0;
    for (const sheet of this.#sheets.splice(pages.length)) this.#drop(sheet);
    for (const [index, page] of pages.entries()) {
      const known = this.#sheets[index];
      if (known) known.replace(page);
      else {
        const sheet = new Sheet(pdfjs, page, index + 1);
        this.#sheets.push(sheet);
        this.#panel.append(sheet.element);
        this.#observer.observe(sheet.element);
      }
    }
    for (const [index, sheet] of this.#sheets.entries()) sheet.name(index + 1, pages.length);
    this.#layOut();
    this.#panel.scrollTop = place;
    await Promise.all(this.#drawVisible());
    void before?.destroy();
  }

  /** Opens the source of what was clicked. @param {Element} target */
  async #clicked(target) {
    const words = target.closest(".words");
    // Who selects text does not want it opened.
    if (!words || target === words || window.getSelection()?.isCollapsed === false) return;
    const answer = await fetch(this.#paper.replace(/pdf$/, "html"));
    if (!answer.ok) return;
    // Without its style, which the policy of this page forbids.
    const html = (await answer.text()).replace(/<style>.*?<\/style>/s, "");
    const paper = new DOMParser().parseFromString(html, "text/html");
    const pieces = [...words.querySelectorAll("span:not(:has(span))")];
    const index = pieces.indexOf(target);
    const textOf = (/** @type {readonly Element[]} */ some) => some.map((one) => one.textContent).join(" ");
    const [before, after] = [textOf(pieces.slice(0, index)), textOf(pieces.slice(index + 1))];
    const place = findPlace(paper, before, target.textContent ?? "", after);
    if (place) void openPlace(place);
  }

  /** @param {Sheet} sheet */
  #drop(sheet) {
    this.#observer.unobserve(sheet.element);
    this.#visible.delete(sheet);
    sheet.remove();
  }

  #scale() {
    const widest = Math.max(...this.#sheets.map(({ width }) => width), 1);
    return (this.#zoom * Math.max(200, this.#panel.clientWidth - MARGIN)) / widest;
  }

  #layOut() {
    const scale = this.#scale();
    for (const sheet of this.#sheets) sheet.size(scale);
  }

  /** @param {number} zoom */
  #zoomTo(zoom) {
    const { scrollTop, scrollHeight } = this.#panel;
    this.#zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
    this.#layOut();
    if (scrollHeight > 0) this.#panel.scrollTop = (scrollTop * this.#panel.scrollHeight) / scrollHeight;
    this.#drawVisible();
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #seen(entries) {
    for (const { target, isIntersecting } of entries) {
      const sheet = this.#sheets.find(({ element }) => element === target);
      if (!sheet) continue;
      if (isIntersecting) this.#visible.add(sheet);
      else {
        this.#visible.delete(sheet);
        sheet.forget();
      }
    }
    this.#drawVisible();
  }

  #drawVisible() {
    return [...this.#visible].map((sheet) => sheet.draw());
  }
}

/** A page on the screen. */
class Sheet {
  #pdfjs;
  #page;
  #scale = 1;
  /** What is drawn: a state of the page at a scale. */
  #drawn = "";
  #state = 0;
  /** @type {import("pdfjs-dist").RenderTask | undefined} */
  #task;

  /**
   * @param {PdfJs} pdfjs
   * @param {import("pdfjs-dist").PDFPageProxy} page
   * @param {number} number
   */
  constructor(pdfjs, page, number) {
    this.#pdfjs = pdfjs;
    this.#page = page;
    this.element = make("div", { class: "sheet", role: "region" });
    this.number = number;
  }

  get width() {
    return this.#page.getViewport({ scale: 1 }).width;
  }

  /**
   * @param {number} number
   * @param {number} count
   */
  name(number, count) {
    this.element.setAttribute("aria-label", say("page", { number, count }));
  }

  /** Another state of the page. @param {import("pdfjs-dist").PDFPageProxy} page */
  replace(page) {
    this.#page = page;
    this.#state++;
  }

  /** @param {number} scale */
  size(scale) {
    this.#scale = scale;
    const { width, height } = this.#page.getViewport({ scale });
    this.element.style.width = `${width}px`;
    this.element.style.height = `${height}px`;
  }

  async draw() {
    const wanted = `${this.#state} ${this.#scale}`;
    if (wanted === this.#drawn) return;
    this.#task?.cancel();
    const ratio = window.devicePixelRatio || 1;
    const viewport = this.#page.getViewport({ scale: this.#scale });
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(viewport.width * ratio);
    canvas.height = Math.floor(viewport.height * ratio);
    canvas.setAttribute("aria-hidden", "true");
    const words = document.createElement("div");
    words.className = "words";
    words.style.setProperty("--total-scale-factor", String(this.#scale));
    this.#drawn = wanted;
    try {
      this.#task = this.#page.render({
        canvas,
        viewport,
        ...(ratio === 1 ? {} : { transform: [ratio, 0, 0, ratio, 0, 0] }),
      });
      await this.#task.promise;
      await new this.#pdfjs.TextLayer({
        textContentSource: this.#page.streamTextContent(),
        container: words,
        viewport,
      }).render();
    } catch (fault) {
      if (fault instanceof Error && fault.name === "RenderingCancelledException") return;
      // The document it belonged to was closed; the next state is drawn instead.
      if (wanted !== `${this.#state} ${this.#scale}`) return;
      throw fault;
    }
    if (wanted === this.#drawn) this.element.replaceChildren(canvas, words);
  }

  /** Out of view, a drawing only takes memory. */
  forget() {
    this.#task?.cancel();
    this.#drawn = "";
    this.element.replaceChildren();
  }

  remove() {
    this.#task?.cancel();
    this.element.remove();
  }
}
