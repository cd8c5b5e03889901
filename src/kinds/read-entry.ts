/** Frontmatter → validated entry: keys and values of either language become English, and every issue becomes a diagnostic. */

import { z } from "zod";
import { diagnose } from "../diagnostics/catalogue.ts";
import { hiddenCharacter, hiddenIn } from "../diagnostics/hidden.ts";
import { nearest, suggestionFirst } from "../diagnostics/nearest.ts";
import type { Diagnostic, Place, Result } from "../model/diagnostic.ts";
import type { Language } from "../model/language.ts";
import type { YamlMapping, YamlText, YamlValue } from "../model/yaml-value.ts";
import { facts, fieldsOf, type IssueCode, text } from "./field.ts";
import { kinds } from "./kinds.ts";
import { unwrap } from "./unwrap.ts";
import { findKey, findKind, fold, type Key, type Kind, keyName, kindName, kindNames } from "./vocabulary.ts";

/** The data of a source, and where its values stand. */
export interface EntryFields {
  readonly kind: Kind;
  readonly language: Language;
  readonly data: unknown;
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/** Validates the frontmatter of a source. All issues are reported, each once. */
export function readEntry(fields: YamlMapping): Result<EntryFields> {
  const kindEntry = fields.entries.find(({ key }) => isKindKey(key));
  const language: Language = guessLanguage(fields, kindEntry?.key);
  const names = Object.keys(kindNames).map((kind) => kindName(kind as Kind, language));
  if (kindEntry?.value.type !== "text" || kindEntry.value.text === "") {
    const key = keyName("kind", language);
    return {
      diagnostics: [diagnose("missing-kind", { key, kinds: names }, kindEntry?.keyPlace ?? fields.place, names)],
    };
  }
  const hidden = hiddenIn(kindEntry.value.text);
  const word = hidden?.word ?? kindEntry.value.text;
  const kind = findKind(word);
  if (!kind) {
    const suggestion = nearest(word, [...names, ...Object.keys(kindNames), ...Object.values(kindNames)]);
    const values = { value: word, kinds: names, suggestion };
    return {
      diagnostics: [diagnose("unknown-kind", values, kindEntry.value.place, suggestionFirst(suggestion, names))],
    };
  }
  const plain = new PlainReader(kind, language);
  if (hidden) plain.diagnostics.push(hiddenCharacter(kindEntry.value.text, hidden.index, kindEntry.value.place));
  const others = fields.entries.filter((entry) => entry !== kindEntry);
  const rest = { ...fields, entries: others.filter((entry) => !isKindKey(entry.key)) };
  for (const { key, keyPlace } of others.filter((entry) => isKindKey(entry.key))) {
    plain.diagnostics.push(diagnose("duplicate-key", { key, first: kindEntry.key }, keyPlace));
  }
  const input = plain.mapping(rest, kinds[kind].fields, []);
  const placeOf = plain.placeOf(kindEntry.keyPlace);
  const parsed = kinds[kind].fields.safeParse(input, { reportInput: true });
  const diagnostics = [...plain.diagnostics];
  const context: Context = { kind, language, placeOf, plain, meant: new Set() };
  // Unknown keys first: a key that was mistyped is not missing as well.
  const issues = firstPerValue(parsed.error?.issues ?? []).sort((a, b) => rank(a) - rank(b));
  for (const issue of issues) diagnostics.push(...explain(issue, [], context));
  if (!parsed.success || diagnostics.length > 0) return { diagnostics };
  return { value: { kind, language, data: parsed.data, placeOf }, diagnostics };
}

function isKindKey(word: string): boolean {
  return fold(word) === "kind" || fold(word) === "art";
}

/** A list in the place of a text is of the wrong type, and not too short besides. */
function firstPerValue(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const wrong = new Set(issues.filter(({ code }) => code === "invalid_type").map(({ path }) => path.join("\u0000")));
  return issues.filter(({ code, path }) => code !== "too_small" || !wrong.has(path.join("\u0000")));
}

function rank(issue: z.core.$ZodIssue): number {
  return issue.code === "unrecognized_keys" ? 0 : 1;
}

/** Authors who write `art` are spoken to in German; without it the other keys tell. */
function guessLanguage(fields: YamlMapping, kindKey: string | undefined): Language {
  if (kindKey !== undefined) return fold(kindKey) === "kind" ? "en" : "de";
  return fields.entries.some(({ key }) => ["title", "visibility", "date"].includes(fold(key))) ? "en" : "de";
}

/** Builds the plain input for zod and remembers where each value stands. */
class PlainReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #kind: Kind;
  readonly #language: Language;
  readonly #places = new Map<string, Place>();
  readonly #keyPlaces = new Map<string, Place>();
  readonly #unknownKeys = new Map<string, string>();

  constructor(kind: Kind, language: Language) {
    this.#kind = kind;
    this.#language = language;
  }

  /** Keys that this schema allows, in the author's language. */
  allowed(schema: z.ZodType): readonly string[] {
    return this.#keysOf(schema).map((key) => this.#nameOf(key));
  }

  /** The allowed key that a word was probably meant to be, in whichever language it was typed. */
  meant(word: string, schema: z.ZodType): string | undefined {
    const keys = this.#keysOf(schema);
    const english = keys.find((key) => key === nearest(word, keys));
    return nearest(word, this.allowed(schema)) ?? (english && this.#nameOf(english));
  }

  #keysOf(schema: z.ZodType): readonly Key[] {
    const object = objectOf(schema);
    return object instanceof z.ZodObject ? (Object.keys(fieldsOf(object)) as Key[]) : [];
  }

  #nameOf(key: Key): string {
    return keyName(key, this.#language, this.#kind);
  }

  mapping(mapping: YamlMapping, schema: z.ZodType, path: readonly PropertyKey[]): unknown {
    const inner = unwrap(schema);
    const keys = inner instanceof z.ZodObject ? (Object.keys(fieldsOf(inner)) as Key[]) : undefined;
    // Without a prototype, `__proto__` is a key like any other.
    const result: Record<string, unknown> = Object.create(null);
    const written = new Map<string, string>();
    const isInList = path.some((part) => typeof part === "number");
    for (const { key: word, keyPlace, value } of mapping.entries) {
      const key = keys ? findKey(word, keys, this.#kind) : (findSection(word) ?? word);
      const name = key ?? word;
      const first = written.get(name);
      if (first !== undefined) {
        this.diagnostics.push(diagnose("duplicate-key", { key: word, first, isInList }, keyPlace));
        // A line typed twice leaves the first of them empty.
        if (result[name] !== "" || key === undefined) continue;
      }
      written.set(name, word);
      const at = [...path, name];
      this.#keyPlaces.set(at.join("\u0000"), keyPlace);
      if (keys && key === undefined) {
        this.#unknownKeys.set(at.join("\u0000"), word);
        result[name] = "";
        continue;
      }
      const field = inner instanceof z.ZodObject ? (inner.shape[name] as z.ZodType) : valueSchema(inner);
      result[name] = this.value(value, field, at);
    }
    return result;
  }

  value(value: YamlValue, schema: z.ZodType | undefined, path: readonly PropertyKey[]): unknown {
    this.#places.set(path.join("\u0000"), value.place);
    const inner = schema && unwrap(schema);
    switch (value.type) {
      case "text":
        // In words to be read they do no harm.
        return inner === text ? value.text : this.#seen(value);
      case "sequence": {
        const item = inner instanceof z.ZodArray ? (inner.element as z.ZodType) : undefined;
        return value.items.map((one, index) => this.value(one, item, [...path, index]));
      }
      case "mapping": {
        return this.mapping(value, objectOf(inner ?? z.unknown()), path);
      }
    }
  }

  /** A value without characters that nobody sees, which are named. */
  #seen({ text: typed, place }: YamlText): string {
    const hidden = hiddenIn(typed);
    if (hidden) this.diagnostics.push(hiddenCharacter(typed, hidden.index, place));
    return hidden?.word ?? typed;
  }

  /** The place of a value; that of its key, or of the nearest thing around it, where it has none. */
  placeOf(fallback: Place): (path: readonly PropertyKey[]) => Place {
    return (path) => {
      for (let length = path.length; length > 0; length--) {
        const key = path.slice(0, length).join("\u0000");
        const place = this.#places.get(key) ?? this.#keyPlaces.get(key);
        if (place) return place;
      }
      return fallback;
    };
  }

  keyPlaceOf(path: readonly PropertyKey[]): Place | undefined {
    return this.#keyPlaces.get(path.join("\u0000"));
  }

  wordOf(path: readonly PropertyKey[]): string {
    return this.#unknownKeys.get(path.join("\u0000")) ?? String(path.at(-1));
  }
}

function findSection(word: string): Key | undefined {
  return findKey(word, ["facts", "proposal", "reasons", "costs", "climate"], "body");
}

/** Of what may be a text or fields: the fields. */
function objectOf(schema: z.ZodType): z.ZodType {
  const options = schema instanceof z.ZodUnion ? (schema.options as z.ZodType[]) : [];
  return options.find((option) => option instanceof z.ZodObject) ?? schema;
}

function valueSchema(schema: z.ZodType): z.ZodType | undefined {
  return schema instanceof z.ZodRecord ? (schema.valueType as z.ZodType) : undefined;
}

interface Context {
  readonly kind: Kind;
  readonly language: Language;
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
  readonly plain: PlainReader;
  /** Paths of keys that an unknown key was probably meant to be. */
  readonly meant: Set<string>;
}

/** The schema at a path below a kind's fields. */
function schemaAt(kind: Kind, path: readonly PropertyKey[]): z.ZodType | undefined {
  let schema: z.ZodType | undefined = kinds[kind].fields;
  for (const part of path) {
    const inner = schema && unwrap(schema);
    if (inner instanceof z.ZodArray) schema = inner.element as z.ZodType;
    else {
      const object = inner && objectOf(inner);
      if (object instanceof z.ZodObject) schema = object.shape[String(part)] as z.ZodType | undefined;
      else schema = object && valueSchema(object);
    }
  }
  return schema && unwrap(schema);
}

/** One issue of zod → diagnostics; the only place that knows zod's codes. */
function explain(issue: z.core.$ZodIssue, base: readonly PropertyKey[], context: Context): Diagnostic[] {
  const { kind, language, placeOf, plain } = context;
  const path = [...base, ...issue.path];
  const schema = schemaAt(kind, path);
  const last = path.findLast((part) => typeof part === "string");
  const field = last === undefined ? "" : keyName(last as Key, language, kind);
  const isItem = typeof path.at(-1) === "number";
  switch (issue.code) {
    case "unrecognized_keys": {
      const allowing = schema ?? kinds[kind].fields;
      const names = plain.allowed(allowing);
      return issue.keys.map((key) => {
        const at = [...path, key];
        const word = plain.wordOf(at);
        const suggestion = plain.meant(word, allowing);
        if (suggestion !== undefined) context.meant.add([...path, suggestion].join("."));
        const values = { key: word, kind: kindName(kind, language), allowed: names, suggestion };
        return diagnose("unknown-key", values, plain.keyPlaceOf(at) ?? placeOf(at), suggestionFirst(suggestion, names));
      });
    }
    case "invalid_union": {
      const isMapping = typeof issue.input === "object" && issue.input !== null && !Array.isArray(issue.input);
      const branch = issue.errors[isMapping ? 1 : 0] ?? [];
      return firstPerValue(branch).flatMap((inner) => explain(inner, path, context));
    }
    case "invalid_type": {
      if (issue.input === undefined) {
        if (context.meant.has([...path.slice(0, -1), field].join("."))) return [];
        const values = { key: field, kind: kindName(kind, language), ...describe(schema, language) };
        return [diagnose("missing-field", values, placeOf(path))];
      }
      if (issue.input === "") return [diagnose("empty-value", { key: field, isItem }, placeOf(path))];
      return [
        diagnose(
          "wrong-type",
          { key: field, isItem, found: typeName(issue.input), ...describe(schema, language) },
          placeOf(path),
        ),
      ];
    }
    case "too_small":
      return [diagnose("empty-value", { key: field, isItem }, placeOf(path))];
    case "custom": {
      // refuse() in field.ts is the only source of custom issues.
      const { code, expected = [] } = issue.params as { code: IssueCode; expected?: readonly string[] };
      const value = String(issue.input ?? "");
      if (value === "") return [diagnose("empty-value", { key: field, isItem }, placeOf(path))];
      const suggestion = nearest(value, expected);
      const values = { key: field, value, allowed: expected, suggestion };
      return [diagnose(code, values, placeOf(path), suggestionFirst(suggestion, expected))];
    }
    case "invalid_key":
      return [diagnose("wrong-heading-key", { key: field }, plain.keyPlaceOf(path) ?? placeOf(path))];
    default:
      throw new Error(`Unexpected issue of zod: ${issue.code}`);
  }
}

function typeName(input: unknown): "list" | "mapping" | "text" {
  return Array.isArray(input) ? "list" : typeof input === "object" ? "mapping" : "text";
}

function describe(
  schema: z.ZodType | undefined,
  language: Language,
): { type: "text" | "list" | "mapping"; example: string } {
  const type =
    schema instanceof z.ZodArray
      ? "list"
      : schema instanceof z.ZodObject || schema instanceof z.ZodRecord
        ? "mapping"
        : "text";
  const leaf = schema instanceof z.ZodArray ? (schema.element as z.ZodType) : schema;
  return { type, example: (leaf && facts.get(leaf)?.type[language]) ?? "" };
}
