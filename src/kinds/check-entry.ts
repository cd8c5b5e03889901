/** Rules of a single source that span several of its fields. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { languageOf } from "../model/language.ts";
import { localeOf } from "./body.ts";
import { dayInMessages } from "./calendar.ts";
import type { Entry } from "./entry.ts";
import { idKey } from "./field.ts";
import { defaultHeadings, type Key, keyName } from "./vocabulary.ts";

/** What is wrong with an entry whose fields are right one by one. */
export function checkEntry(entry: Entry): readonly Diagnostic[] {
  const { data } = entry;
  const found: Diagnostic[] = [];
  if ("vote" in data && data.vote && Object.keys(data.vote).length === 0) {
    found.push(diagnose("wrong-vote", {}, entry.placeOf(["vote"])));
  }
  if ("covers" in data && data.covers && data.covers.until < data.covers.since) {
    const { since, until } = data.covers;
    found.push(
      diagnose(
        "wrong-period",
        { since: dayInMessages(since), until: dayInMessages(until) },
        entry.placeOf(["covers", "until"]),
      ),
    );
  }
  if (entry.kind === "body")
    found.push(...checkHeadings(entry as Entry<"body">), ...checkLists(entry as Entry<"body">));
  return found;
}

/** Two headings with the same words: nobody could tell which section is meant. */
function checkHeadings({ data, language, placeOf }: Entry<"body">): readonly Diagnostic[] {
  const own = data.headings ?? {};
  const others = Object.entries(defaultHeadings[languageOf(localeOf(data))]).filter(
    ([key]) => !Object.hasOwn(own, key),
  );
  const keys = new Map(others.map(([key, words]) => [words.toLowerCase(), key]));
  return Object.entries(own).flatMap(([key, words]) => {
    const first = keys.get(words.toLowerCase());
    keys.set(words.toLowerCase(), first ?? key);
    if (first === undefined) return [];
    return [
      diagnose("heading-repeated", { words, first: keyName(first as Key, language) }, placeOf(["headings", key])),
    ];
  });
}

/** Ids that two committees, factions or departments have. */
function checkLists({ data, file, placeOf }: Entry<"body">): readonly Diagnostic[] {
  return (["committees", "factions", "departments"] as const).flatMap((list) => {
    const seen = new Set<string>();
    return (data[list] ?? []).flatMap(({ id }, index) => {
      if (seen.has(idKey(id))) return [diagnose("duplicate-id", { id, file: file.path }, placeOf([list, index, "id"]))];
      seen.add(idKey(id));
      return [];
    });
  });
}
