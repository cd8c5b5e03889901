/** A source as clerks write it: frontmatter in German or English, and a body. */

import { type Key, type Kind, keyName, kindName, valueNames } from "../../src/kinds/vocabulary.ts";

/** What a key can hold; what is undefined is left out. */
export type Value = string | readonly Value[] | Fields | undefined;

/** Keys by their English names. */
export type Fields = { readonly [key in Key]?: Value };

/** A field whose values have German names too. */
const translated: Readonly<Partial<Record<Key, Readonly<Record<string, string>>>>> = {
  visibility: valueNames.visibility,
  result: valueNames.result,
  status: valueNames.status,
};

/** The text of a source file. */
export function source(kind: Kind, language: "de" | "en", fields: Fields, body = ""): string {
  const lines = [`${keyName("kind", language)}: ${kindName(kind, language)}`, ...mapping(fields, kind, language)];
  return `---\n${lines.join("\n")}\n---\n${body}${body === "" ? "" : "\n"}`;
}

function mapping(fields: Fields, kind: Kind, language: "de" | "en"): string[] {
  // Object.entries forgets that only keys of the vocabulary are in it.
  return (Object.entries(fields) as [Key, Value][]).flatMap(([key, value]) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    const name = keyName(key, language, kind);
    if (typeof value === "string")
      return [`${name}: ${scalar(language === "de" ? (translated[key]?.[value] ?? value) : value)}`];
    return [`${name}:`, ...nested(value, kind, language).map((line) => `  ${line}`)];
  });
}

function nested(value: Exclude<Value, string | undefined>, kind: Kind, language: "de" | "en"): string[] {
  // Array.isArray does not narrow readonly arrays.
  if (!Array.isArray(value)) return mapping(value as Fields, kind, language);
  return (value as readonly Value[]).flatMap((item) => {
    if (item === undefined) return [];
    if (typeof item === "string") return [`- ${scalar(item)}`];
    return nested(item, kind, language).map((line, index) => `${index === 0 ? "- " : "  "}${line}`);
  });
}

/** Quotes only what YAML would take for something else. */
function scalar(text: string): string {
  return /^[\p{L}\p{N}][^:#]*$/u.test(text) ? text : JSON.stringify(text);
}
