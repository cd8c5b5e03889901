/**
 * The objects of OParl 1.1 as JSON Schemas: from the folder that the environment variable OPARL_SCHEMAS names, which is
 * `schema` of the standard's repository (github.com/OParl/spec, CC BY-SA 4.0), or else from the table here, which says of
 * each property in a word what the standard asks for.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";

type Schema = Readonly<Record<string, unknown>>;

/** Property → `url`, `string`, `date`, `moment`, `integer`, `boolean`, the type of an object; `[]` for several, `!` if required. */
const table: Readonly<Record<string, string>> = {
  System: "oparlVersion:string! license:url body:url! name:string",
  Body: "system:url name:string! shortName:string license:url organization:url! person:url! meeting:url! paper:url! agendaItem:url consultation:url file:url locationList:url membership:url legislativeTerm:LegislativeTerm[]! legislativeTermList:url location:Location",
  Organization:
    "body:url name:string shortName:string meeting:url organizationType:string classification:string license:string",
  Person: "body:url name:string membership:Membership[]",
  Membership: "person:url organization:url role:string",
  Meeting:
    "name:string start:moment location:Location organization:url[] invitation:File auxiliaryFile:File[] agendaItem:AgendaItem[]",
  AgendaItem:
    "meeting:url number:string order:integer! name:string public:boolean consultation:url result:string resolutionText:string resolutionFile:File auxiliaryFile:File[]",
  Paper:
    "body:url name:string reference:string date:date paperType:string relatedPaper:url[] mainFile:File auxiliaryFile:File[] originatorPerson:url[] originatorOrganization:url[] underDirectionOf:url[] consultation:Consultation[]",
  Consultation: "paper:url agendaItem:url meeting:url organization:url[] role:string",
  File: "name:string fileName:string mimeType:string size:integer sha512Checksum:string accessUrl:url! masterFile:url derivativeFile:url[] meeting:url[] agendaItem:url[] paper:url[]",
  Location: "description:string bodies:url[] meetings:url[]",
  LegislativeTerm: "name:string",
};

/** What every object has. */
const COMMON = "id:url! type:string! created:moment modified:moment web:url";

const simple: Readonly<Record<string, Schema>> = {
  url: { type: "string", format: "url" },
  string: { type: "string" },
  date: { type: "string", format: "date" },
  moment: { type: "string", format: "date-time" },
  integer: { type: "integer" },
  boolean: { type: "boolean" },
};

function ownSchemas(): Readonly<Record<string, Schema>> {
  const entries = Object.entries(table).map(([title, line]) => {
    const fields = `${COMMON} ${line}`.split(" ").map((field) => {
      const [, name = "", type = "", list, must] = /^(\w+):(\w+)(\[\])?(!)?$/.exec(field) ?? [];
      const one = simple[type] ?? { type: "object", schema: `${type}.json` };
      return { name, schema: list ? { type: "array", items: one } : one, must };
    });
    const properties = Object.fromEntries(fields.map(({ name, schema }) => [name, schema]));
    const pattern = `^https://schema\\.oparl\\.org/1\\.1/${title}$`;
    const type = { type: "string", pattern };
    const required = fields.flatMap(({ name, must }) => (must ? [name] : []));
    return [title, { type: "object", required, properties: { ...properties, type } }];
  });
  return Object.fromEntries(entries) as Readonly<Record<string, Schema>>;
}

function standardSchemas(folder: string): Readonly<Record<string, Schema>> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), "utf8")) as Schema]),
  );
}

/** The standard's dialect → JSON Schema: a reference has a word of its own, and no other properties may be there. */
function translate(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(translate);
  if (typeof schema !== "object" || schema === null) return schema;
  const {
    schema: name,
    properties,
    title: _,
    description: __,
    example: ___,
    ...rest
  } = schema as Record<string, unknown>;
  if (typeof name === "string" && rest.type === "object") return { $ref: name };
  // What the properties of a list's objects are is said of the address of the list.
  if (rest.type === "string") delete rest.items;
  const known = Object.entries((properties ?? {}) as Record<string, unknown>);
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, translate(value)])),
    ...(properties !== undefined && {
      properties: Object.fromEntries(known.map(([key, value]) => [key, translate(value)])),
      patternProperties: { ":": {} },
      additionalProperties: false,
    }),
  };
}

/** Finds what is wrong with an object: a sentence for each fault. */
export function makeValidator(
  folder = process.env.OPARL_SCHEMAS,
): (object: { readonly type: string }) => readonly string[] {
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  ajv.addFormat("url", (text) => URL.canParse(text) && /^https?:\/\/[!-~]+$/.test(text));
  ajv.addFormat("date", /^\d{4}-\d\d-\d\d$/);
  ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
  const schemas = folder === undefined ? ownSchemas() : standardSchemas(folder);
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(translate(schema) as Schema, `${name}.json`);
  return (object) => {
    const validate = ajv.getSchema(`${object.type.split("/").at(-1) ?? ""}.json`);
    if (!validate) return [`no schema for ${object.type}`];
    return validate(object) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ""}`);
  };
}
