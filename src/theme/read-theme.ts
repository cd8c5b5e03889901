/** `theme.yaml` → the look. A user's file needs only what differs from the shipped one. */

import { z } from "zod";
import { diagnose } from "../diagnostics/catalogue.ts";
import { nearest, suggestionFirst } from "../diagnostics/nearest.ts";
import { contrast, ENOUGH_CONTRAST } from "../model/contrast.ts";
import type { Diagnostic, Localized, Place, Result } from "../model/diagnostic.ts";
import type { YamlMapping, YamlValue } from "../model/yaml-value.ts";

/** How messages call a type of value. */
const typeNames = z.registry<Localized>();

const number = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d+([.,]\d+)?$/)
    .transform((value) => Number(value.replace(",", ".")))
    .refine((value) => value >= minimum && value <= maximum)
    .register(typeNames, {
      de: `eine Zahl von ${minimum} bis ${maximum}`,
      en: `a number from ${minimum} to ${maximum}`,
    });

const count = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum)
    .register(typeNames, {
      de: `eine ganze Zahl von ${minimum} bis ${maximum}`,
      en: `a whole number from ${minimum} to ${maximum}`,
    });

const choice = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values).register(typeNames, { de: `eines von ${values.join(", ")}`, en: `one of ${values.join(", ")}` });

const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i)
  .register(typeNames, {
    de: 'eine Farbe wie "#1f4e79" (in Anführungszeichen)',
    en: 'a colour like "#1f4e79" (in quotes)',
  });

const exceptions = z.array(z.string().regex(/^\p{L}+(-\p{L}+)*$/u)).register(typeNames, {
  de: "eine Liste von Wörtern mit Bindestrichen an den Trennstellen, z. B. [Sach-stands-bericht]",
  en: "a list of words with hyphens where they divide, e.g. [Sach-stands-bericht]",
});

const text = z.string().register(typeNames, { de: "Text", en: "text" });
const millimetres = number(0, 100);
const points = number(6, 36);

const margins = { top: millimetres, right: millimetres, bottom: millimetres, left: millimetres };
const family = { regular: text, bold: text, italic: text, boldItalic: text };
const line = { left: text, center: text, right: text };

/** Everything optional: what a file leaves out comes from the one below it. */
const partial = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).partial();

const schema = partial({
  page: partial({ size: choice(["A4"]), margins: partial(margins) }),
  fonts: partial({ text: partial(family), symbols: partial(family), code: partial(family) }),
  sizes: partial({
    text: points,
    small: points,
    table: points,
    headings: z.tuple([points, points, points, points, points, points]).register(typeNames, {
      de: "sechs Größen in eckigen Klammern, für Überschriften der Stufen 1 bis 6",
      en: "six sizes in square brackets, for headings of level 1 to 6",
    }),
  }),
  lineHeight: number(1, 3),
  alignment: choice(["start", "justify"]),
  hyphenation: partial({
    apply: choice(["off", "text", "all"]),
    minimum: partial({ word: count(4, 30), before: count(2, 10), after: count(2, 10) }),
    consecutive: count(1, 100),
    exceptions,
  }),
  quotes: choice(["typographic", "typed"]),
  colors: partial({ text: color, accent: color, muted: color, line: color, tint: color }),
  logo: z.strictObject({ file: text, alt: text }),
  logoHeight: number(5, 60),
  header: partial(line),
  footer: partial(line),
  contents: z.strictObject({ fromHeadings: count(2, 1000), depth: count(1, 6) }),
});

/** What a theme file says. */
export type PartialTheme = z.infer<typeof schema>;

/** Names that stand in braces in the header and footer. */
export const placeholders = [
  "body",
  "short",
  "committee",
  "date",
  "paper",
  "title",
  "visibility",
  "page",
  "pages",
] as const;

/** Colours that text is set in, so that they need contrast. */
const textColors = ["text", "accent", "muted"] as const;

/** Reads a theme file; all mistakes are reported. */
export function readTheme(fields: YamlMapping): Result<PartialTheme> {
  const places = new Map<string, Place>();
  const diagnosticsOfKeys: Diagnostic[] = [];
  const plain = toPlain(fields, [], places, diagnosticsOfKeys);
  const at = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length--) {
      const place = places.get(path.slice(0, length).join("."));
      if (place) return place;
    }
    return fields.place;
  };
  const parsed = schema.safeParse(plain);
  if (!parsed.success) {
    return { diagnostics: [...diagnosticsOfKeys, ...parsed.error.issues.flatMap((issue) => explain(issue, at))] };
  }
  const diagnostics = [...diagnosticsOfKeys, ...checkPlaceholders(parsed.data, at), ...checkContrast(parsed.data, at)];
  return { value: parsed.data, diagnostics };
}

function toPlain(
  value: YamlValue,
  path: readonly string[],
  places: Map<string, Place>,
  diagnostics: Diagnostic[],
): unknown {
  if (path.length > 0) places.set(path.join("."), value.place);
  switch (value.type) {
    case "text":
      return value.text;
    case "sequence":
      return value.items.map((item, index) => toPlain(item, [...path, String(index)], places, diagnostics));
    case "mapping": {
      const plain: Record<string, unknown> = {};
      for (const { key, keyPlace, value: inner } of value.entries) {
        if (Object.hasOwn(plain, key)) {
          diagnostics.push(diagnose("duplicate-key", { key, first: key }, keyPlace));
          continue;
        }
        const at = [...path, key];
        plain[key] = toPlain(inner, at, places, diagnostics);
        if (!knows(path, key)) places.set(at.join("."), keyPlace);
      }
      return plain;
    }
  }
}

/** The schema below a path of keys. */
function schemaAt(path: readonly PropertyKey[]): z.ZodType | undefined {
  let found: z.ZodType | undefined = schema;
  for (const key of path) {
    if (found instanceof z.ZodOptional) found = found.unwrap() as z.ZodType;
    found = found instanceof z.ZodObject ? (found.shape[String(key)] as z.ZodType | undefined) : found;
  }
  return found instanceof z.ZodOptional ? (found.unwrap() as z.ZodType) : found;
}

function knows(path: readonly PropertyKey[], key: string): boolean {
  const found = schemaAt(path);
  return found instanceof z.ZodObject && Object.hasOwn(found.shape, key);
}

function explain(issue: z.core.$ZodIssue, at: (path: readonly PropertyKey[]) => Place): Diagnostic[] {
  const found = schemaAt(issue.path);
  if (issue.code === "unrecognized_keys") {
    const allowed = found instanceof z.ZodObject ? Object.keys(found.shape) : [];
    return issue.keys.map((key) => {
      const suggestion = nearest(key, allowed);
      const expected = suggestionFirst(suggestion, allowed);
      return diagnose("theme-unknown-key", { key, allowed, suggestion }, at([...issue.path, key]), expected);
    });
  }
  const expected = (found && typeNames.get(found)) ?? { de: "eine Angabe je Zeile", en: "one entry a line" };
  return [diagnose("theme-wrong-value", { key: issue.path.join("."), expected }, at(issue.path))];
}

function checkPlaceholders(theme: PartialTheme, at: (path: readonly PropertyKey[]) => Place): readonly Diagnostic[] {
  return (["header", "footer"] as const).flatMap((line) =>
    Object.entries(theme[line] ?? {}).flatMap(([field, value]) => {
      const place = at([line, field]);
      const found = [...String(value).matchAll(/(\{+)([^{}]*)(\}+)|[{}]+/g)];
      // One brace too many or too few spoils how the rest is read.
      if (found.some(([, open, , close]) => open !== "{" || close !== "}"))
        return [diagnose("theme-braces", { key: `${line}.${field}` }, place)];
      return found.flatMap(([, , name = ""]) => {
        if ((placeholders as readonly string[]).includes(name)) return [];
        const suggestion = nearest(name, placeholders);
        return [diagnose("theme-placeholder", { name, known: placeholders, suggestion }, place)];
      });
    }),
  );
}

function checkContrast(theme: PartialTheme, at: (path: readonly PropertyKey[]) => Place): readonly Diagnostic[] {
  return textColors.flatMap((key) => {
    const value = theme.colors?.[key];
    const ratio = value === undefined ? 21 : contrast(value, "#ffffff");
    if (ratio >= ENOUGH_CONTRAST) return [];
    return [diagnose("theme-contrast", { key, ratio: ratio.toFixed(1) }, at(["colors", key]))];
  });
}

/** Lays a theme over another. */
export function mergeThemes(below: PartialTheme, above: PartialTheme): PartialTheme {
  // Both have the form of a theme, and so has what is laid together key by key.
  return overlay(below, above) as PartialTheme;
}

function overlay(below: unknown, above: unknown): unknown {
  if (!isPlain(below) || !isPlain(above)) return above ?? below;
  const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries([...keys].map((key) => [key, overlay(below[key], above[key])]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
