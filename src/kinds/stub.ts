/** A commented stub of a source: every field with what it means; what may be left out is commented out. */

import { z } from "zod";
import type { Language } from "../model/language.ts";
import { spellOut } from "../model/spell-out.ts";
import { agendaSlots, topNumber } from "./agenda-numbers.ts";
import type { Tree } from "./entry.ts";
import { type Field, facts, fieldsOf, type ReferenceTarget } from "./field.ts";
import { kinds } from "./kinds.ts";
import { unwrap } from "./unwrap.ts";
import { defaultHeadings, type Key, type Kind, keyName, kindName, kindNames, valueNames } from "./vocabulary.ts";

/** What a stub is filled with. */
export interface StubValues {
  readonly id: string;
  readonly language: Language;
  /** ISO day. */
  readonly today: string;
  /** Sources that references can name, if there is a tree already. */
  readonly tree?: Tree | undefined;
}

/** The text of a new source. */
export function stubOf(kind: Kind, values: StubValues): string {
  const { language } = values;
  const lines = ["---", `${keyName("kind", language)}: ${kindName(kind, language)}`];
  for (const [key, field] of Object.entries(fieldsOf(kinds[kind].fields)) as [Key, Field][]) {
    lines.push(`# ${field.description[language]}`, ...fieldLines(key, field.schema, kind, values, ""));
  }
  const text = {
    de: "Hier steht der Text. Überschriften beginnen mit zwei Rauten: ## Begründung",
    en: "The text goes here. Headings begin with two number signs: ## Reasons",
  };
  return `${lines.join("\n")}\n---\n${kinds[kind].hasText ? `${text[language]}\n` : ""}`;
}

function fieldLines(key: Key, schema: z.ZodType, kind: Kind, values: StubValues, indent: string): readonly string[] {
  const prefix = schema instanceof z.ZodOptional ? `${indent}# ` : indent;
  const name = keyName(key, values.language, kind);
  const example = exampleOf(key, unwrap(schema), kind, values);
  if (typeof example === "string") return [`${prefix}${name}: ${example}`];
  return [`${prefix}${name}:`, ...example.map((line) => `${prefix}  ${line}`)];
}

/** A value that is valid where the tree allows one, in one line or several. */
function exampleOf(key: Key, schema: z.ZodType, kind: Kind, values: StubValues): string | readonly string[] {
  const { language, tree, today } = values;
  if (schema instanceof z.ZodArray) {
    const item = exampleOf(key, unwrap(schema.element as z.ZodType), kind, values);
    return typeof item === "string" ? `[${item}]` : item.map((line, index) => `${index === 0 ? "- " : "  "}${line}`);
  }
  if (schema instanceof z.ZodUnion)
    return exampleOf(key, (schema.options as z.ZodType[])[0] ?? z.string(), kind, values);
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(fieldsOf(schema)) as [Key, Field][];
    return fields.flatMap(([inner, field]) => fieldLines(inner, unwrap(field.schema), kind, values, ""));
  }
  // Headings are the only mapping whose keys a body chooses itself.
  if (schema instanceof z.ZodRecord) return [`${keyName("costs", language)}: ${defaultHeadings[language].costs}`];
  const fact = facts.get(schema);
  if (fact?.references) return referenceExample(fact.references, tree, language);
  // A new paper is not public until somebody says so.
  if (fact?.values === "visibility") return language === "de" ? valueNames.visibility["non-public"] : "non-public";
  if (fact?.values) return Object.entries(valueNames[fact.values])[0]?.[language === "de" ? 1 : 0] ?? "";
  // A supplement is one that the meeting has.
  const supplement = key === "supplement" ? tree?.all("meeting").at(-1)?.data.supplements?.[0] : undefined;
  if (fact?.type.en === "date") return dayExample(supplement ?? today, language);
  if (key === "id") return values.id;
  if (key === "number" && kind === "agenda-item" && tree) return nextNumber(tree);
  return exampleTexts[key]?.[language] ?? (fact?.type.en === "whole number" ? "12" : exampleText[language]);
}

/** The number after the last one in the meeting that the stub names. */
function nextNumber(tree: Tree): string {
  const meeting = tree.all("meeting").at(-1);
  const slots = meeting ? agendaSlots(meeting, tree).filter(({ fixed }) => fixed?.position !== "end") : [];
  return String(Math.max(0, ...slots.map(({ number }) => topNumber(number))) + 1);
}

function dayExample(iso: string, language: Language): string {
  return language === "de" ? iso.split("-").reverse().join(".") : iso;
}

const exampleText = { de: "…", en: "…" };

const exampleTexts: Partial<Record<Key, { de: string; en: string }>> = {
  title: { de: "Titel des Papiers", en: "Title of the paper" },
  number: { de: "1", en: "1" },
  time: { de: "17:00", en: "17:00" },
  locale: { de: "de-DE", en: "en-GB" },
  file: { de: "anlage.pdf", en: "attachment.pdf" },
  logo: { de: "wappen.svg", en: "logo.svg" },
  baseAddress: { de: "https://sitzungen.example.org/", en: "https://meetings.example.org/" },
  license: { de: "https://creativecommons.org/licenses/by/4.0/", en: "https://creativecommons.org/licenses/by/4.0/" },
  words: { de: "einstimmig", en: "unanimous" },
};

function referenceExample(target: ReferenceTarget, tree: Tree | undefined, language: Language): string {
  const lists = { committee: "committees", faction: "factions", department: "departments" } as const;
  if (target === "committee" || target === "faction" || target === "department") {
    return tree?.body.data[lists[target]]?.[0]?.id ?? placeholder(target, language);
  }
  const all = tree?.all(target) ?? [];
  return all.at(-1)?.id ?? placeholder(target, language);
}

function placeholder(target: ReferenceTarget, language: Language): string {
  const kind = target in kindNames ? kindName(target as Kind, language) : undefined;
  const names = { committee: "gremium", faction: "fraktion", department: "amt" };
  const german = kind ?? names[target as keyof typeof names];
  return language === "de" ? `kennung-${spellOut(german)}` : `id-of-${target}`;
}
