/** Patterns of German; the bundle has only the result of this file. */

import source from "hyphen/patterns/de-1996.js";
import { packPatterns } from "./pack-patterns.ts";

/** Where words of German divide. */
export const patterns = packPatterns(source);
