/** What the preview page shows: the papers, how each of them is, and what there is to say. Plain data, sent as JSON. */

import type { Diagnostic, MessageLocale, Place } from "../model/diagnostic.ts";
import type { DocumentReport, Edition, Report } from "../model/report.ts";
import type { ListedPaper } from "../model/viewer.ts";

/** How a paper is. */
export type PaperState = "waiting" | "building" | "fine" | "warnings" | "failed";

/** A diagnostic in the language of the page. */
export interface PreviewMessage {
  readonly severity: Diagnostic["severity"];
  readonly code: string;
  readonly message: string;
  readonly help: string;
  readonly place?: Place;
  /** The line that it is about. */
  readonly line?: string;
}

/** A paper in one edition. */
export interface PreviewEdition {
  readonly edition: Edition;
  /** Counts how often it was composed; absent if the page is not there yet. */
  readonly page?: number;
  /** Hash of the PDF; absent if it is not there yet. */
  readonly pdf?: string;
}

/** A paper as the page lists it. */
export interface PreviewPaper extends ListedPaper {
  readonly state: PaperState;
  /** What there is to see was made before the mistakes. */
  readonly outdated: boolean;
  readonly blockedBy: readonly string[];
  readonly messages: readonly PreviewMessage[];
  readonly editions: readonly PreviewEdition[];
}

/** Makes a diagnostic a message. */
export type Explain = (diagnostic: Diagnostic) => PreviewMessage;

/** Makes messages in one language; `lineAt` gives the line of a place. */
export function explainIn(locale: MessageLocale, lineAt: (place: Place) => string | undefined): Explain {
  return ({ severity, code, message, help, place }) => {
    const line = place && lineAt(place);
    return {
      severity,
      code,
      message: message[locale],
      help: help[locale],
      ...(place && { place }),
      ...(line !== undefined && { line }),
    };
  };
}

/** All papers, kept up to date by what watching tells. */
export class PreviewState {
  readonly #explain: Explain;
  #papers = new Map<string, PreviewPaper>();
  /** Output paths by edition and id. */
  readonly #files = new Map<string, string>();
  /** How often pages were composed, by edition and id: papers that come back are counted on. */
  readonly #composed = new Map<string, number>();
  #messages: readonly PreviewMessage[] = [];

  constructor(explain: Explain) {
    this.#explain = explain;
  }

  get papers(): readonly PreviewPaper[] {
    return [...this.#papers.values()];
  }

  /** Messages that belong to no paper in the list. */
  get messages(): readonly PreviewMessage[] {
    return this.#messages;
  }

  paper(id: string): PreviewPaper | undefined {
    return this.#papers.get(id);
  }

  /** Where the PDF of a paper lies in the output folder. */
  pdfOf(id: string, edition: string): string | undefined {
    return this.#files.get(`${edition}/${id}`);
  }

  /** Takes up what papers there are; true if that changed. */
  list(papers: readonly ListedPaper[]): boolean {
    const before = JSON.stringify(this.papers.map(listed));
    this.#papers = new Map(
      papers.map((one) => {
        const known = this.#papers.get(one.id);
        // A source that cannot be read at the moment keeps its place in the list.
        const facts = one.label === "" && known ? { ...listed(known), file: one.file } : one;
        return [one.id, { ...(known ?? { ...NEW, editions: [] }), ...facts }];
      }),
    );
    return before !== JSON.stringify(this.papers.map(listed));
  }

  /** True if the page of a paper is there; it is not when the paper, or this edition of it, has only just come back. */
  hasPage(id: string, edition: Edition): boolean {
    return this.paper(id)?.editions.find((one) => one.edition === edition)?.page !== undefined;
  }

  /** A paper was composed for the page. */
  composed(id: string, edition: Edition): PreviewPaper | undefined {
    const page = (this.#composed.get(`${edition}/${id}`) ?? 0) + 1;
    this.#composed.set(`${edition}/${id}`, page);
    return this.#change(id, (paper) => {
      const old = paper.editions.find((one) => one.edition === edition);
      const editions = paper.editions.filter((one) => one !== old);
      return { ...paper, editions: inOrder([...editions, { ...old, edition, page }]) };
    });
  }

  /** The page of a paper, by edition and id, is not kept any longer: it has to be composed again. */
  forgotten(name: string): PreviewPaper | undefined {
    const [edition, id = ""] = name.split("/");
    return this.#change(id, (paper) => ({
      ...paper,
      editions: paper.editions.map(({ page, ...one }) =>
        page === undefined || one.edition === edition ? one : { ...one, page },
      ),
    }));
  }

  begun(id: string): PreviewPaper | undefined {
    return this.#change(id, (paper) => ({ ...paper, state: "building" }));
  }

  /** A document was finished; one that only has the id of a listed paper by mistake changes nothing of that. */
  finished(document: DocumentReport): PreviewPaper | undefined {
    if (!this.#isListed(document)) return undefined;
    const { id, outcome, outputs, diagnostics, blockedBy } = document;
    const pdfs = outputs.filter(({ mediaType }) => mediaType === "application/pdf");
    return this.#change(id, (paper) => {
      const messages = diagnostics.map(this.#explain);
      if (outcome === "failed") {
        const outdated = paper.editions.length > 0;
        return { ...paper, state: "failed", outdated, messages, blockedBy };
      }
      for (const { edition, path } of pdfs) this.#files.set(`${edition}/${id}`, path);
      const editions = pdfs.map(({ edition, sha256 }) => {
        const old = paper.editions.find((one) => one.edition === edition);
        return { ...old, edition, pdf: sha256 };
      });
      const state = messages.length > 0 ? "warnings" : "fine";
      return { ...paper, state, outdated: false, messages, blockedBy, editions: inOrder(editions) };
    });
  }

  /** Takes up what is left to say after a run; true if that changed. */
  reported({ documents, diagnostics }: Report): boolean {
    const elsewhere = documents.filter((one) => !this.#isListed(one)).flatMap((one) => one.diagnostics);
    const messages = [...diagnostics, ...elsewhere].map(this.#explain);
    const hasChanged = JSON.stringify(messages) !== JSON.stringify(this.#messages);
    this.#messages = messages;
    return hasChanged;
  }

  #isListed({ id, file }: DocumentReport): boolean {
    return this.paper(id)?.file === file;
  }

  /** The changed paper, or undefined if nothing changed. */
  #change(id: string, change: (paper: PreviewPaper) => PreviewPaper): PreviewPaper | undefined {
    const before = this.#papers.get(id);
    if (!before) return undefined;
    const after = change(before);
    this.#papers.set(id, after);
    return JSON.stringify(before) === JSON.stringify(after) ? undefined : after;
  }
}

const NEW = { state: "waiting", outdated: false, blockedBy: [], messages: [] } as const;

function listed({ id, file, kind, label, title, meeting }: ListedPaper): ListedPaper {
  return { id, file, kind, label, title, ...(meeting && { meeting }) };
}

function inOrder(editions: readonly PreviewEdition[]): readonly PreviewEdition[] {
  const order: readonly Edition[] = ["public", "internal"];
  return [...editions].sort((a, b) => order.indexOf(a.edition) - order.indexOf(b.edition));
}
