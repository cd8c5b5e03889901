/** Someone who looks at papers while they are made, such as a preview page. */

import type { Document } from "./document.ts";
import type { DocumentReport, Edition } from "./report.ts";
import type { Theme } from "./theme.ts";

/** A paper of the project, whether or not it can be printed. */
export interface ListedPaper {
  readonly id: string;
  /** Path of its source as messages name it. */
  readonly file: string;
  /** English name of the kind; `unknown` if the source does not say. */
  readonly kind: string;
  /** `TOP 11`, `Antrag` … */
  readonly label: string;
  readonly title: string;
  /** The meeting in whose folder it lies. */
  readonly meeting?: { readonly id: string; readonly title: string; readonly date: string };
}

/** What a build tells a viewer, besides its report. */
export interface Viewer {
  /** Ids of the papers that are looked at. They are composed before all others, and the first of them is printed first. */
  readonly papers: readonly string[];
  /** All papers, as soon as they are known. */
  listed(papers: readonly ListedPaper[]): void;
  /** An edition of the paper that is looked at, which is not laid out yet. */
  composed(paper: string, edition: Edition, document: Document, theme: Theme): void;
  /** A paper is being printed: it is not as it was. */
  begun(paper: string): void;
  /** A document is done; the others may take longer. */
  finished(document: DocumentReport): void;
}
