/** What a check or a build is asked for. */

import type { BuildEvent } from "./report.ts";
import type { Viewer } from "./viewer.ts";

/** Ids of papers or their paths, in the content folder or as messages name them; or a meeting. Everything if both are left out. */
export interface Selection {
  readonly papers?: readonly string[];
  readonly meeting?: string;
}

/** How papers are made. */
export interface ProjectOptions {
  /** Print the draft mark and the revision of the sources. */
  readonly draft?: boolean;
}

/** How a build goes. */
export interface BuildOptions extends ProjectOptions {
  /** Told of everything that happens, in order. */
  readonly onEvent?: (event: BuildEvent) => void;
  /** Papers laid out at the same time, each on a thread; 1 if left out. */
  readonly jobs?: number;
  /** Begin no other paper after one that failed. */
  readonly failFast?: boolean;
  /** Leave printed papers alone that are no drafts, also stale ones: while one writes, sources are missing for moments. */
  readonly draftsOnly?: boolean;
  /** Told of papers while they are made. */
  readonly viewer?: Viewer;
  /** Ends the build; what is finished by then stays, and the next build goes on from there. */
  readonly signal?: AbortSignal;
}
