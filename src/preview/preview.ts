/** The preview: takes up what watching tells, and serves it to the page. */

import { renderHtml } from "../html/render-html.ts";
import type { MessageLocale, Place } from "../model/diagnostic.ts";
import type { Edition } from "../model/report.ts";
import type { Editor } from "../node/editor.ts";
import type { WatchEvent, WatchViewer } from "../project/watch.ts";
import { renderPage } from "./render-page.ts";
import {
  type Answer,
  type Listener,
  type RunningServer,
  type Served,
  type ServerEvent,
  startServer,
} from "./server.ts";
import { explainIn, type PreviewPaper, PreviewState } from "./state.ts";
import { previewWords } from "./words.ts";

/** What a preview needs from outside. */
export interface PreviewOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** What nobody else can guess. */
  readonly token: string;
  readonly locale: MessageLocale;
  readonly editor: Editor | undefined;
  /** The absolute path of the folder that names of files start from, with `/`. */
  readonly root: string;
  /** How messages call the folder of the templates that the package ships. */
  readonly shipped: string;
  /** True if a file, as messages name it, is one that a clerk may want to change. */
  isSource(file: string): boolean;
  /** The line of a file, for the excerpt. */
  lineAt(place: Place): string | undefined;
  /** A file of the output folder. */
  readOutput(path: string): Uint8Array | undefined;
  /** A file of the page. */
  readAsset(path: string): Uint8Array | undefined;
}

/** A preview that runs. */
export interface Preview {
  readonly url: string;
  readonly viewer: WatchViewer;
  show(event: WatchEvent): void;
  close(): void;
}

/** Composed pages that are kept: those that were looked at last. */
const MAX_PAGES = 32;

/** Starts a preview. Rejects if the port cannot be had. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const room = new PreviewRoom(options);
  const server: RunningServer = await startServer(options.port, options.token, room);
  return {
    url: server.url,
    viewer: room.viewer,
    show: (event) => room.show(event),
    close() {
      room.end();
      server.close();
    },
  };
}

/** Who listens, and what there is to hear. */
class PreviewRoom implements Served {
  readonly #options: PreviewOptions;
  readonly #state: PreviewState;
  readonly #pages = new Map<string, string>();
  /** In the order in which they came. */
  readonly #listeners = new Set<Listener>();
  readonly #page: string;
  #isWorking = true;
  readonly viewer: WatchViewer;

  constructor(options: PreviewOptions) {
    this.#options = options;
    this.#state = new PreviewState(explainIn(options.locale, options.lineAt));
    const { editor, root, shipped, locale } = options;
    const address = editor?.type === "link" ? editor.address : undefined;
    this.#page = renderPage(locale, {
      root,
      shipped,
      editor: editor?.type ?? "none",
      ...(address && { address }),
    });
    this.viewer = this.#makeViewer();
  }

  #makeViewer(): WatchViewer {
    const listeners = this.#listeners;
    const state = this.#state;
    return {
      onTurn: () => undefined,
      get papers() {
        return [...new Set([...listeners].reverse().flatMap(({ paper }) => paper ?? []))];
      },
      listed: (papers) => {
        if (state.list(papers)) this.tell(this.#all());
      },
      composed: (id, edition, document, theme) => {
        const own = state.paper(id)?.file ?? "";
        // What stands in the package's templates nobody can change: such words lead to the paper's source.
        const placeOf = (place: Place): Place =>
          place.file.startsWith(`${this.#options.shipped}/`) ? { file: own, line: 1, column: 1 } : place;
        const html = renderHtml(document, theme, { placeOf });
        if (!this.#keep(`${edition}/${id}`, html) && state.hasPage(id, edition)) return;
        // Printing follows at once, and nothing can be fetched meanwhile: who looks at the paper is sent it.
        const page = { event: "page", data: { id, edition, html } };
        for (const listener of listeners) if (listener.paper === id) listener.send(page);
        this.#tellPaper(state.composed(id, edition));
      },
      begun: (id) => this.#tellPaper(state.begun(id)),
      finished: (document) => this.#tellPaper(state.finished(document)),
    };
  }

  /** True if the page is not the one that there was. */
  #keep(name: string, html: string): boolean {
    const before = this.#pages.get(name);
    this.#pages.delete(name);
    this.#pages.set(name, html);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= MAX_PAGES) break;
      this.#pages.delete(oldest);
      this.#tellPaper(this.#state.forgotten(oldest));
    }
    return before !== html;
  }

  #tellPaper(paper: PreviewPaper | undefined): void {
    if (paper) this.tell({ event: "paper", data: paper });
  }

  show(event: WatchEvent): void {
    switch (event.type) {
      case "changed":
        return;
      case "building":
        this.#isWorking = true;
        this.tell({ event: "run", data: { isWorking: true } });
        return;
      case "built":
        this.#isWorking = false;
        if (this.#state.reported(event.report)) this.tell({ event: "messages", data: this.#state.messages });
        this.tell({ event: "run", data: { isWorking: false } });
        return;
      case "gone":
        this.#isWorking = false;
        this.tell({ event: "run", data: { isWorking: false, fault: previewWords[this.#options.locale].folderGone } });
        return;
      case "fault":
        this.#isWorking = false;
        this.tell({ event: "run", data: { isWorking: false, fault: event.fault.message } });
    }
  }

  tell(event: ServerEvent): void {
    for (const listener of this.#listeners) listener.send(event);
  }

  end(): void {
    this.tell({ event: "ended", data: {} });
    for (const listener of this.#listeners) listener.end();
  }

  #all(): ServerEvent {
    const { papers, messages } = this.#state;
    return { event: "all", data: { papers, messages, isWorking: this.#isWorking } };
  }

  listen(listener: Listener): readonly ServerEvent[] {
    this.#listeners.add(listener);
    if (listener.paper !== undefined) this.viewer.onTurn();
    return [this.#all()];
  }

  leave(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  answer(path: string): Answer | undefined {
    if (path === "") return { type: "text/html; charset=utf-8", body: this.#page };
    const paper = /^papers\/(public|internal)\/([^/]+)\.(html|pdf)$/.exec(path);
    if (paper) return this.#answerPaper(paper[1] as Edition, paper[2] ?? "", paper[3] ?? "");
    const type = ASSETS[path];
    const body = type && this.#options.readAsset(path);
    return type && body ? { type, body } : undefined;
  }

  #answerPaper(edition: Edition, id: string, ending: string): Answer | undefined {
    if (ending === "html") {
      const body = this.#pages.get(`${edition}/${id}`);
      return body === undefined ? undefined : { type: "text/html; charset=utf-8", body, isPaper: true };
    }
    const path = this.#state.pdfOf(id, edition);
    const body = path === undefined ? undefined : this.#options.readOutput(path);
    return body && { type: "application/pdf", body };
  }

  open(place: unknown): boolean {
    const { editor, isSource } = this.#options;
    if (editor?.type !== "program" || !isPlace(place) || !isSource(place.file)) return false;
    return editor.open(place);
  }
}

function isPlace(value: unknown): value is Place {
  const { file, line, column } = (value ?? {}) as Partial<Place>;
  return typeof file === "string" && isCount(line) && isCount(column);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

const SCRIPT = "text/javascript; charset=utf-8";

/** The files of the page, and no others. */
const ASSETS: Readonly<Record<string, string>> = {
  "page/find-place.js": SCRIPT,
  "page/main.js": SCRIPT,
  "page/messages.js": SCRIPT,
  "page/pages-view.js": SCRIPT,
  "page/paper-list.js": SCRIPT,
  "page/paper-view.js": SCRIPT,
  "page/place.js": SCRIPT,
  "page/words.js": SCRIPT,
  "page/preview.css": "text/css; charset=utf-8",
  "pdfjs/pdf.min.mjs": SCRIPT,
  "pdfjs/pdf.worker.min.mjs": SCRIPT,
};
