/** What the program brings into public files by itself: that a secret has such a word as well does not make it leak. */

import { printedWords } from "../compile.ts";
import { phraseWords } from "../kinds/phrases.ts";
import { vocabularyWords } from "../kinds/vocabulary.ts";
import { oparlWords } from "../oparl/words.ts";
import { mediaTypes } from "./attachments.ts";
import { SESSION_PAGE } from "./session-pages.ts";

/** All of it, as texts. */
export function programWords(): readonly string[] {
  return [...phraseWords(), ...vocabularyWords(), ...printedWords(), ...oparlWords(), ...mediaTypes(), SESSION_PAGE];
}
