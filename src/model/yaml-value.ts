/** The frontmatter as positioned values: every scalar keeps the characters that the author typed. */

import type { Place } from "./diagnostic.ts";

/** A value with its place. */
export type YamlValue = YamlText | YamlSequence | YamlMapping;

/** A scalar; empty if nothing follows the colon. */
export interface YamlText {
  readonly type: "text";
  readonly text: string;
  readonly place: Place;
}

/** A list. */
export interface YamlSequence {
  readonly type: "sequence";
  readonly items: readonly YamlValue[];
  readonly place: Place;
}

/** Fields in the order of the file; keys may occur twice. */
export interface YamlMapping {
  readonly type: "mapping";
  readonly entries: readonly YamlEntry[];
  readonly place: Place;
}

/** A field. */
export interface YamlEntry {
  /** NFC, as typed. */
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: YamlValue;
}

/** Where a text stands among the values. */
export function placeOfText(value: YamlValue, text: string): Place | undefined {
  if (value.type === "text") return value.text === text ? value.place : undefined;
  const inner = value.type === "sequence" ? value.items : value.entries.map((entry) => entry.value);
  for (const one of inner) {
    const place = placeOfText(one, text);
    if (place) return place;
  }
  return undefined;
}
