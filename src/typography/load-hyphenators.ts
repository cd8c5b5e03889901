/** Language → what hyphenates it. Patterns are large, and read when the first text needs them. */

import { knownLanguage, type Language } from "../model/language.ts";
import type { Hyphenation } from "../model/theme.ts";
import { WordDivider } from "./divide-word.ts";
import { Hyphenator } from "./hyphenator.ts";
import type { PackedPatterns } from "./pack-patterns.ts";

const patternFiles: Readonly<Record<Language, () => Promise<{ readonly patterns: PackedPatterns }>>> = {
  de: () => import("./patterns-de.ts"),
  en: () => import("./patterns-en.ts"),
};

const dividers = new Map<Language, Promise<WordDivider>>();

/** Finds the hyphenator of a BCP 47 tag. */
export type Hyphenators = (lang: string) => Hyphenator | undefined;

/** Loads what the languages of a document need. */
export async function loadHyphenators(languages: Iterable<string>, rules: Hyphenation): Promise<Hyphenators> {
  const loaded = new Map<Language, Hyphenator>();
  if (rules.apply !== "off") {
    for (const language of new Set(Array.from(languages, knownLanguage))) {
      if (language) loaded.set(language, new Hyphenator(await loadDivider(language), rules));
    }
  }
  // Asked for every paragraph.
  const byTag = new Map<string, Hyphenator | undefined>();
  return (lang) => {
    if (byTag.has(lang)) return byTag.get(lang);
    const language = knownLanguage(lang);
    const hyphenator = language && loaded.get(language);
    byTag.set(lang, hyphenator);
    return hyphenator;
  };
}

function loadDivider(language: Language): Promise<WordDivider> {
  let divider = dividers.get(language);
  if (!divider) {
    divider = patternFiles[language]().then(({ patterns }) => new WordDivider(patterns));
    dividers.set(language, divider);
  }
  return divider;
}
