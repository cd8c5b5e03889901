/** Walks the values of an entry together with their schemas. */

import { z } from "zod";
import type { Place } from "../model/diagnostic.ts";
import type { Entry } from "./entry.ts";
import { facts, fieldsOf, type ReferenceTarget } from "./field.ts";
import { kinds } from "./kinds.ts";
import { unwrap } from "./unwrap.ts";

/** An id that a field names. */
export interface Reference {
  readonly target: ReferenceTarget;
  readonly id: string;
  readonly path: readonly PropertyKey[];
  readonly place: Place;
}

/** A file that a field names. */
export interface NamedFile {
  readonly of: "image" | "file";
  readonly file: string;
  readonly place: Place;
}

/** References by the data that holds them: finding them takes a walk over the schema, and runs of one process share data. */
const found = new WeakMap<object, readonly Omit<Reference, "place">[]>();

/** All references of an entry, in the order of its fields. */
export function referencesOf(entry: Entry): readonly Reference[] {
  let references = found.get(entry.data);
  if (!references) {
    references = findReferences(entry);
    found.set(entry.data, references);
  }
  return references.map((reference) => ({
    ...reference,
    // Places are asked for only where something is wrong.
    get place() {
      return entry.placeOf(reference.path);
    },
  }));
}

function findReferences(entry: Entry): readonly Omit<Reference, "place">[] {
  const references: Omit<Reference, "place">[] = [];
  walk(kinds[entry.kind].fields, entry.data, [], (schema, id, path) => {
    const target = facts.get(schema)?.references;
    if (target) references.push({ target, id, path });
  });
  return references;
}

/** All files that an entry names in its fields. */
export function filesOf(entry: Entry): readonly NamedFile[] {
  const found: NamedFile[] = [];
  walk(kinds[entry.kind].fields, entry.data, [], (schema, file, path) => {
    const of = facts.get(schema)?.path;
    if (of) found.push({ of, file, place: entry.placeOf(path) });
  });
  return found;
}

function walk(
  schema: z.ZodType,
  value: unknown,
  path: readonly PropertyKey[],
  visit: (schema: z.ZodType, text: string, path: readonly PropertyKey[]) => void,
): void {
  const inner = unwrap(schema);
  if (value === undefined) return;
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(inner.element as z.ZodType, item, [...path, index], visit);
  } else if (inner instanceof z.ZodUnion) {
    const isObject = typeof value === "object";
    const option = (inner.options as z.ZodType[]).find((one) => one instanceof z.ZodObject === isObject);
    if (option) walk(option, value, path, visit);
  } else if (inner instanceof z.ZodObject && typeof value === "object" && value !== null) {
    for (const key of Object.keys(fieldsOf(inner))) {
      walk(inner.shape[key] as z.ZodType, (value as Record<string, unknown>)[key], [...path, key], visit);
    }
  } else if (typeof value === "string") {
    visit(inner, value, path);
  }
}
