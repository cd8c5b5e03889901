/** Fields of a kind → JSON Schema, for completion in editors: both spellings of every key and value, with titles and descriptions. */

import { z } from "zod";
import type { MessageLocale } from "../model/diagnostic.ts";
import { type Field, facts, fieldsOf } from "./field.ts";
import { kinds } from "./kinds.ts";
import { unwrap } from "./unwrap.ts";
import { type Key, type Kind, keyName, kindName, kindNames, valueNames } from "./vocabulary.ts";

/** A JSON Schema (draft 2020-12). */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The schema of a kind's frontmatter. */
export function jsonSchemaOf(kind: Kind, locale: MessageLocale): JsonSchema {
  const own = objectSchema(kinds[kind].fields, kind, locale);
  const names = [kind, kindNames[kind]];
  const kindSchema = { enum: names, description: locale === "de" ? "Art des Papiers." : "Kind of paper." };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: kindName(kind, locale),
    ...own,
    properties: { art: kindSchema, kind: kindSchema, ...(own.properties as object) },
    allOf: [{ anyOf: [{ required: ["art"] }, { required: ["kind"] }] }, ...(own.allOf as readonly unknown[])],
  };
}

function objectSchema(schema: z.ZodType, kind: Kind, locale: MessageLocale): JsonSchema {
  const properties: Record<string, unknown> = {};
  const allOf: unknown[] = [];
  for (const [key, field] of Object.entries(fieldsOf(schema)) as [Key, Field][]) {
    const german = keyName(key, "de", kind);
    const words = [...new Set([german, key])];
    const value = {
      title: locale === "de" ? german : key,
      description: field.description[locale],
      ...valueSchema(field.schema, kind, locale),
    };
    for (const word of words) properties[word] = value;
    if (!(field.schema instanceof z.ZodOptional)) allOf.push({ anyOf: words.map((word) => ({ required: [word] })) });
  }
  return { type: "object", properties, additionalProperties: false, allOf };
}

function valueSchema(schema: z.ZodType, kind: Kind, locale: MessageLocale): JsonSchema {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray)
    return { type: "array", minItems: 1, items: valueSchema(inner.element as z.ZodType, kind, locale) };
  if (inner instanceof z.ZodUnion) {
    return { anyOf: (inner.options as z.ZodType[]).map((option) => valueSchema(option, kind, locale)) };
  }
  if (inner instanceof z.ZodObject) return objectSchema(inner, kind, locale);
  if (inner instanceof z.ZodRecord) return { type: "object", additionalProperties: { type: "string", minLength: 1 } };
  const values = facts.get(inner)?.values;
  if (values) return { enum: Object.entries(valueNames[values]).flatMap(([english, german]) => [german, english]) };
  // An editor's YAML reads `11` and `3.10` as numbers; the program keeps them as typed.
  return { type: ["string", "number"] };
}
