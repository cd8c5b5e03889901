/** Looks at what may not be there, or may not be ours to look at. */

import { realpathSync, type Stats, statSync } from "node:fs";

/** The path without links; undefined if nothing is there. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** Undefined also where something on the path is no folder, or is closed to us. */
export function stateOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
