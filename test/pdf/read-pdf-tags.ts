/** Writes a structure tree as text: short enough to read, and the same wherever lines and pages end. */

import type { Structure, StructureNode } from "./read-pdf-structure.ts";

/** Longer texts are cut. */
const EXCERPT = 60;

/** Attributes that are told; the others say how something looks. */
const TOLD = ["Scope", "ColSpan", "RowSpan", "Headers", "ListNumbering", "TextDecorationType"];

/** Of so many siblings of one shape, only the first two are told. */
const MANY = 5;

/** Of longer tables only so many rows are told. */
const ROWS = 8;

/** An element a line, with its text; `texts` has those of each page by MCID. */
export function describeTags({ elements }: Structure, texts: readonly ReadonlyMap<number, string>[]): string {
  const lines: string[] = [];
  const describe = (element: StructureNode, indent: string): void => {
    lines.push(`${indent}${headline(element)}`);
    const all = partsOf(element, texts);
    const parts = element.type === "TBody" && all.length > ROWS * 2 ? all.slice(0, ROWS) : all;
    const shapes = parts.map((part) => (typeof part === "string" ? part : shapeOf(part)));
    for (let index = 0; index < parts.length; ) {
      let end = index + 1;
      while (end < parts.length && shapes[end] === shapes[index]) end++;
      const told = end - index >= MANY ? 2 : end - index;
      for (const part of parts.slice(index, index + told)) {
        if (typeof part === "string") lines.push(`${indent}  ${part}`);
        else describe(part, `${indent}  `);
      }
      if (told < end - index) lines.push(`${indent}  … ${end - index - told} more like it`);
      index = end;
    }
    if (parts.length < all.length) lines.push(`${indent}  … ${all.length - parts.length} more rows`);
  };
  for (const element of elements) describe(element, "");
  return `${lines.join("\n")}\n`;
}

function headline({ type, alt, lang, id, attributes }: StructureNode): string {
  const told = TOLD.filter((name) => attributes[name] !== undefined).map((name) => `${name}=${attributes[name]}`);
  const words = [type, id && `id=${id}`, lang && `lang=${lang}`, alt !== undefined && `alt="${alt}"`, ...told];
  return words.filter(Boolean).join(" ");
}

/** Elements, and what stands between them, however many lines and pages it takes. */
function partsOf({ kids }: StructureNode, texts: readonly ReadonlyMap<number, string>[]): (StructureNode | string)[] {
  const parts: (StructureNode | string)[] = [];
  let text = "";
  let hasAnnotation = false;
  const flush = (): void => {
    const words = text
      .replace(/\u00ad\s*/g, "")
      .replace(/\s+/g, " ")
      .trim();
    if (words !== "") parts.push(`"${words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words}"`);
    text = "";
  };
  for (const kid of kids) {
    if (kid.kind === "content") text += ` ${texts[kid.page]?.get(kid.mcid) ?? ""}`;
    else if (kid.kind === "object") hasAnnotation = true;
    else {
      flush();
      parts.push(kid);
    }
  }
  flush();
  if (hasAnnotation) parts.push("(annotation)");
  return parts;
}

function shapeOf({ type, attributes, kids }: StructureNode): string {
  const inner = kids.map((kid) => (kid.kind === "element" ? shapeOf(kid) : "")).filter((shape) => shape !== "");
  return `${type}${TOLD.map((name) => (name === "Headers" ? "" : (attributes[name] ?? "")))}(${inner})`;
}
