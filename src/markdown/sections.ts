/** Divides a body at the level-2 headings that a body of government names, e.g. „Beschlussvorschlag“. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { misspelt } from "../diagnostics/nearest.ts";
import type { Diagnostic, Result } from "../model/diagnostic.ts";
import type { Markdown, MarkdownSection } from "../model/markdown.ts";
import { bodyOf, type HeadingPart, type Part, partsOf } from "./body-writer.ts";

/** A body by its sections. */
export interface Sections {
  /** What precedes the first section. */
  readonly text: Markdown;
  /** By key. */
  readonly sections: Readonly<Record<string, MarkdownSection>>;
}

/** Splits a body; `headings` gives the key of a section by the words of its heading. The value is always present. */
export function splitSections(
  markdown: Markdown,
  headings: ReadonlyMap<string, string>,
): Result<Sections> & { readonly value: Sections } {
  const keys = new Map([...headings].map(([words, key]) => [comparable(words), key]));
  const diagnostics: Diagnostic[] = [];
  const opening: Part[] = [];
  const found = new Map<string, { heading: HeadingPart; parts: Part[] }>();
  let current = opening;
  for (const part of partsOf(markdown)) {
    const named = typeof part !== "string" && part.top && part.level === 2 ? part : undefined;
    const key = named && keys.get(comparable(named.words));
    if (!named || key === undefined) {
      const meant = named && misspelt(comparable(named.words), [...keys.keys()]);
      const suggestion = [...headings.keys()].find((words) => comparable(words) === meant);
      if (named && suggestion !== undefined)
        diagnostics.push(diagnose("section-misspelt", { title: named.words, suggestion }, named.at, [suggestion]));
      current.push(part);
      continue;
    }
    const first = found.get(key);
    if (first) {
      const values = { title: named.words, line: first.heading.at.line };
      diagnostics.push(diagnose("section-twice", values, named.at));
      current = first.parts;
      continue;
    }
    current = [];
    found.set(key, { heading: named, parts: current });
  }
  const sections = Object.fromEntries(
    [...found].map(([key, { heading, parts }]) => [key, { title: heading.words, at: heading.at, text: bodyOf(parts) }]),
  );
  return { value: { text: bodyOf(opening), sections }, diagnostics };
}

function comparable(words: string): string {
  return words.normalize("NFC").replace(/\s+/g, " ").trim().replace(/ ?:$/, "").toLowerCase();
}
