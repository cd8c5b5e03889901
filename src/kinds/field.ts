/** The types of fields, as zod schemas that read text, and what a kind of source is made of. */

import { z } from "zod";
import type { Localized } from "../model/diagnostic.ts";
import { calendarDate } from "./calendar.ts";
import { findValue, type Key, type Kind, type ValueOf, type ValueSet, valueNames } from "./vocabulary.ts";

/** What a reference may name: a source of a kind, or an entry of a list in the body. */
export type ReferenceTarget = Exclude<Kind, "body"> | "committee" | "faction" | "department";

/** What cannot be said in zod's own terms of a schema. */
interface SchemaFacts {
  /** The text is an id of this. */
  readonly references?: ReferenceTarget;
  /** The text is a path in the content folder. */
  readonly path?: "image" | "file";
  /** How the documentation calls the type. */
  readonly type: Localized;
  /** The only values, English first. */
  readonly values?: ValueSet;
}

/** Facts by schema. */
export const facts = z.registry<SchemaFacts>();

/** Codes of our own for issues of zod; they are diagnostic codes too. */
export type IssueCode =
  | "wrong-date"
  | "impossible-date"
  | "wrong-number"
  | "wrong-item-number"
  | "wrong-time"
  | "wrong-web-address"
  | "wrong-id"
  | "wrong-locale"
  | "unknown-value";

function refuse(context: z.RefinementCtx, code: IssueCode, expected?: readonly string[]): never {
  context.addIssue({ code: "custom", params: { code, expected } });
  return z.NEVER;
}

/** Signs of which none can be seen, such as a zero-width space from a web page, are no text. */
const nonEmpty = z
  .string()
  .overwrite((value) => (/[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u.test(value) ? value.trim() : ""))
  .min(1);

/** Text as typed. */
export const text = nonEmpty.clone().register(facts, { type: { de: "Text", en: "text" } });

/** The number of one in a row, `14` or `XVII/14`; papers set the full stop of „14. Sitzung“ themselves. */
export const ordinal = nonEmpty
  .transform((value) => value.replace(/(?<=[^.])\.$/, ""))
  .register(facts, { type: { de: "Text", en: "text" } });

/** A calendar day, `2012-04-19` or `19.04.2012`; becomes ISO. */
export const date = nonEmpty
  .transform((value, context) => {
    const day = calendarDate(value);
    return typeof day === "string" ? day : refuse(context, day.fault);
  })
  .register(facts, { type: { de: "Datum", en: "date" } });

/** A whole number from 0. */
export const count = nonEmpty
  .transform((value, context) => (/^\d{1,6}$/.test(value) ? Number(value) : refuse(context, "wrong-number")))
  .register(facts, { type: { de: "ganze Zahl", en: "whole number" } });

/** A number on an agenda, as typed: `11`, `3.1`, `4a`, `Ö 2`. It is public, also of items that are not, so it has no room for words. */
export const itemNumber = nonEmpty
  .transform((value, context) =>
    /^(?:\p{L}{1,3}\.? ?)?\d{1,4}(?:\.\d{1,4}){0,5}\.? ?\p{L}?$/u.test(value)
      ? value
      : refuse(context, "wrong-item-number"),
  )
  .register(facts, { type: { de: "Nummer", en: "number" } });

/** A time of day, `17:00` or `17.00`, as typed. */
export const time = nonEmpty
  .transform((value, context) => (/^([01]?\d|2[0-3])[:.][0-5]\d$/.test(value) ? value : refuse(context, "wrong-time")))
  .register(facts, { type: { de: "Uhrzeit", en: "time of day" } });

/** An address on the web without query and fragment: others are made from it by adding to its path. */
export const webAddress = nonEmpty
  .transform((value, context) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const isWeb = url && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === "" && url.username === "";
    return isWeb && !/[\s<>"]/.test(value) ? url.href : refuse(context, "wrong-web-address");
  })
  .register(facts, { type: { de: "Webadresse", en: "web address" } });

/** True for what can be an id. */
export function isId(value: string): boolean {
  return /^[\p{L}\p{N}]+(?:[._-]?[\p{L}\p{N}])*$/u.test(value) && value.length <= 120;
}

/** Ids compare without case: they become file names, and some file systems know no case. */
export function idKey(id: string): string {
  return id.normalize("NFC").toLowerCase();
}

/** True if both are the same id. */
export function isSameId(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && idKey(one) === idKey(other);
}

/** An id: letters, digits, hyphen, underscore, full stop. It becomes part of file names. */
export const id = nonEmpty
  .transform((value, context) => (isId(value) ? value : refuse(context, "wrong-id")))
  .register(facts, { type: { de: "Kennung", en: "id" } });

/** A BCP 47 tag. */
export const locale = nonEmpty
  .transform((value, context) => {
    // "Deutsch" would be well-formed, but no language.
    if (!/^[a-z]{2,3}(-|$)/i.test(value)) return refuse(context, "wrong-locale");
    try {
      return Intl.getCanonicalLocales(value)[0] ?? refuse(context, "wrong-locale");
    } catch {
      return refuse(context, "wrong-locale");
    }
  })
  .register(facts, { type: { de: "Sprache (BCP 47)", en: "language (BCP 47)" } });

/** A path in the content folder, relative to the source. */
export function path(of: "image" | "file") {
  const type = of === "image" ? { de: "Bilddatei", en: "image file" } : { de: "Datei", en: "file" };
  return nonEmpty.clone().register(facts, { type, path: of });
}

/** An id of something else. */
export function reference(target: ReferenceTarget) {
  return nonEmpty.clone().register(facts, { references: target, type: referenceType(target) });
}

function referenceType(target: ReferenceTarget): Localized {
  const names: Readonly<Record<ReferenceTarget, string>> = {
    motion: "Antrag",
    resolution: "Beschluss",
    explanation: "Erläuterung",
    "status-report": "Sachstandsbericht",
    "agenda-item": "Tagesordnungspunkt",
    meeting: "Sitzung",
    committee: "Gremium",
    faction: "Fraktion",
    department: "Amt",
  };
  return { de: `Kennung: ${names[target]}`, en: `id of a ${target}` };
}

/** One of a closed set of values, in either language; becomes English. */
export function oneOf<Set extends ValueSet>(set: Set) {
  const german: readonly string[] = Object.values(valueNames[set]);
  return nonEmpty
    .transform((value, context): ValueOf<Set> => {
      const found = findValue(set, value);
      // findValue gives only keys of the set.
      return found === undefined ? refuse(context, "unknown-value", german) : (found as ValueOf<Set>);
    })
    .register(facts, { type: { de: "Auswahl", en: "choice" }, values: set });
}

/** A list with at least one entry. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).min(1);
}

/** A field: its schema and what it means, for documentation and editors. */
export interface Field<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  readonly description: Localized;
}

/** A field that must be given. */
export function required<Schema extends z.ZodType>(schema: Schema, de: string, en: string): Field<Schema> {
  return { schema, description: { de, en } };
}

/** A field that may be left out. */
export function optional<Schema extends z.ZodType>(
  schema: Schema,
  de: string,
  en: string,
): Field<z.ZodOptional<Schema>> {
  return { schema: schema.optional(), description: { de, en } };
}

/** Fields by key; only keys of the vocabulary. */
export type Fields = { readonly [key in Key]?: Field };

type Shape<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer Schema> ? Schema : never };

const descriptions = new WeakMap<z.ZodType, Fields>();

/** A mapping of fields: nothing else may stand in it. */
export function fields<const F extends Fields>(of: F): z.ZodObject<Shape<F>, z.core.$strict> {
  const shape = Object.fromEntries(Object.entries(of).map(([key, field]) => [key, (field as Field).schema]));
  // Object.fromEntries forgets which key has which schema.
  const schema = z.strictObject(shape as Shape<F>);
  descriptions.set(schema, of);
  return schema;
}

/** The fields that an object schema was made from. */
export function fieldsOf(schema: z.ZodType): Fields {
  const found = descriptions.get(schema);
  if (!found) throw new Error("Not made by fields().");
  return found;
}
