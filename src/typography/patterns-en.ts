/** Patterns of English; the bundle has only the result of this file. */

import source from "hyphen/patterns/en-gb.js";
import { packPatterns } from "./pack-patterns.ts";

/** Where words of English divide. */
export const patterns = packPatterns(source);
