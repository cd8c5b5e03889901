/** Files that lie beside papers. */

import type { Entry } from "../kinds/entry.ts";
import type { Clearance } from "./gate/data-check.ts";
import { type Made, publicPartsOf } from "./outputs.ts";

/** A file that is to be there. */
export interface Companion {
  readonly path: string;
  /** Where it is known: bytes that lie there already need not be made. */
  readonly sha256?: string;
  readonly bytes: () => Uint8Array;
  readonly made: Omit<Made, "bytes" | "sha256" | "sha512">;
}

/** Files, and what the public ones were cleared of; absent if anything has leaked. */
export interface Cleared {
  readonly files: readonly Companion[];
  readonly clearance?: Clearance;
}

/** Public attachments and fixed items of sources. */
export function publicParts(entries: readonly Entry[]): readonly string[] {
  return [...new Set(entries.flatMap(publicPartsOf))].sort();
}
