/** Every word of the vocabulary is understood in German and in English, with both spellings of umlauts. */

import { describe, expect, it } from "vitest";
import {
  findKey,
  findKind,
  findValue,
  type Key,
  type Kind,
  keyNames,
  kindNames,
  type ValueSet,
  valueNames,
} from "../../src/kinds/vocabulary.ts";

const spelledOut = (word: string): string =>
  word.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss");
const spellings = (english: string, german: string): readonly string[] => [
  english,
  german,
  spelledOut(german),
  german.normalize("NFD"),
  german.toUpperCase(),
];

describe("vocabulary", () => {
  it.each(Object.entries(kindNames))("knows the kind %s (%s)", (kind, german) => {
    for (const word of spellings(kind, german)) expect(findKind(word)).toBe(kind);
  });

  it.each(Object.entries(keyNames))("knows the key %s (%s)", (key, german) => {
    for (const word of spellings(key, german)) expect(findKey(word, [key as Key], "agenda-item")).toBe(key);
  });

  it("calls the date of a status report „stand“", () => {
    expect(findKey("stand", ["date"], "status-report" satisfies Kind)).toBe("date");
    expect(findKey("stand", ["date"], "motion")).toBeUndefined();
  });

  it.each(
    Object.entries(valueNames).flatMap(([set, values]) =>
      Object.entries(values).map(([value, german]) => [set as ValueSet, value, german] as const),
    ),
  )("knows the value of %s: %s (%s)", (set, value, german) => {
    for (const word of spellings(value, german)) expect(findValue(set, word)).toBe(value);
  });

  it("has no German name twice among the fields of one mapping", () => {
    const names = Object.values(keyNames).map(spelledOut);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
