/** Keeps the README's tables true: they are made from the schemas. `UPDATE=1 npx vitest …` writes them anew. */

import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { type Field, facts, fieldsOf } from "../src/kinds/field.ts";
import { kindOrder, kinds } from "../src/kinds/kinds.ts";
import { unwrap } from "../src/kinds/unwrap.ts";
import { type Key, type Kind, keyName, kindNames, type ValueSet, valueNames } from "../src/kinds/vocabulary.ts";
import { elements } from "../src/markup/vocabulary.ts";
import { placeholders } from "../src/theme/read-theme.ts";

const file = "README.md";

function typeOf(schema: z.ZodType): string {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return `Liste: ${typeOf(inner.element as z.ZodType)}`;
  return facts.get(inner)?.type.de ?? (inner instanceof z.ZodObject ? "Felder" : "Text");
}

/** The object below a field, through lists and alternatives. */
function nested(schema: z.ZodType): z.ZodObject | undefined {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return inner;
  if (inner instanceof z.ZodArray) return nested(inner.element as z.ZodType);
  if (inner instanceof z.ZodUnion) return (inner.options as z.ZodType[]).map(nested).find((one) => one !== undefined);
  return undefined;
}

function rows(schema: z.ZodType, kind: Kind, prefix: string): string[] {
  return (Object.entries(fieldsOf(schema)) as [Key, Field][]).flatMap(([key, field]) => {
    const isRequired = !(field.schema instanceof z.ZodOptional);
    const german = prefix + keyName(key, "de", kind);
    const row = `| \`${german}\` | \`${key}\` | ${isRequired ? "ja" : ""} | ${typeOf(field.schema)} | ${field.description.de} |`;
    const inner = nested(field.schema);
    return [row, ...(inner ? rows(inner, kind, `${german}.`) : [])];
  });
}

function fieldTables(): string {
  return kindOrder
    .map((kind) => {
      const head = "| Feld | englisch | Pflicht | Wert | Bedeutung |\n|---|---|---|---|---|";
      return `#### \`art: ${kindNames[kind]}\` (\`kind: ${kind}\`)\n\n${head}\n${rows(kinds[kind].fields, kind, "").join("\n")}`;
    })
    .join("\n\n");
}

function valueTable(): string {
  const lines = (Object.keys(valueNames) as ValueSet[]).map((set) => {
    const values = Object.entries(valueNames[set]).map(([english, german]) => `${german} (\`${english}\`)`);
    return `| \`${keyName(set, "de")}\` | ${values.join(", ")} |`;
  });
  return `| Feld | Werte |\n|---|---|\n${lines.join("\n")}`;
}

function elementTable(): string {
  const lines = Object.entries(elements).map(([name, { in: places, attributes, required = [] }]) => {
    const list = Object.entries(attributes).map(([attribute, values]) => {
      const star = required.includes(attribute) ? "*" : "";
      return values === true ? `\`${attribute}\`${star}` : `\`${attribute}\`${star} (${values.join(", ")})`;
    });
    return `| \`<${name}>\` | ${places.join(", ")} | ${list.join(", ")} |`;
  });
  return `| element | stands in | attributes (* required) |\n|---|---|---|\n${lines.join("\n")}`;
}

const tables = {
  fields: fieldTables,
  values: valueTable,
  elements: elementTable,
  placeholders: () => placeholders.map((name) => `\`{${name}}\``).join(", "),
};

it.each(Object.entries(tables))("has the table of %s as the schemas make it", (name, make) => {
  const readme = readFileSync(file, "utf8");
  const pattern = new RegExp(`(<!-- ${name}: made by test/readme.test.ts -->\n)([^]*?)(\n<!-- end -->)`);
  expect(readme).toMatch(pattern);
  if (process.env.UPDATE)
    writeFileSync(
      file,
      readme.replace(pattern, (_, open, __, close) => `${open}${make()}${close}`),
    );
  else expect(pattern.exec(readme)?.[2]).toBe(make());
});
