/**
 * What a process that builds again and again keeps in memory between its runs. It saves reading and compiling what is as it
 * was; each thing is used again only after a look whether it still is.
 */

import type { Kind } from "../kinds/vocabulary.ts";
import type { FileRead, FileState } from "../model/host.ts";
import type { Look } from "./look.ts";
import type { Reads } from "./recording.ts";

/** The mark that a file had when it was read, and what was read; of a large one its state alone. */
interface KeptFile {
  readonly mark: string;
  readonly read?: FileRead;
  readonly state?: string;
}

/** The records of a journal, and the state of its file when they were written. */
export interface KeptJournal {
  readonly state: FileState;
  readonly records: Map<string, unknown>;
  readonly lines: number;
}

/** Templates, theme and fonts, with the kinds that they are complete for, and what they were made from. */
export interface KeptLook {
  readonly used: readonly Kind[];
  readonly reads: Reads;
  readonly look: Look;
}

/** Empty at first; runs fill it. */
export class Kept {
  /** Files that were read, by folder and path. */
  readonly files = new Map<string, KeptFile>();
  /** Journals by path in the output folder. */
  readonly journals = new Map<string, KeptJournal>();
  look: KeptLook | undefined;
  /** Gives the state of a large file that need not be read to know it, in the run that is on. */
  stateByMark: (name: string) => string | undefined = () => undefined;
}
