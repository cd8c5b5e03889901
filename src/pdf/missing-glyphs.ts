/** Which characters of a document no font can show. */

import type { Place } from "../model/diagnostic.ts";
import type { Document } from "../model/document.ts";
import type { FontFile, ThemeFonts } from "../model/theme.ts";
import { lacksGlyph, UPRIGHT } from "./choose-font.ts";

/** A character (with its combining marks) that neither text nor symbols family has, where it occurs first. */
export interface MissingGlyph {
  readonly character: string;
  readonly at?: Place;
}

/** Properties of nodes that hold what prints; keys, ids and links are not among them. */
const TEXT_PROPERTIES: ReadonlySet<string> = new Set(["value", "text", "marker", "label", "title"]);

/** Finds the characters of a document that cannot be printed, each once. */
export function findMissingGlyphs(document: Document, fonts: ThemeFonts<FontFile>): readonly MissingGlyph[] {
  const found = new Map<string, Place | undefined>();
  const check = (text: string, at: Place | undefined): void => {
    for (const character of lacksGlyph(text, fonts, UPRIGHT)) if (!found.has(character)) found.set(character, at);
  };
  const visit = (value: unknown, at: Place | undefined): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, at);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    const node = value as Record<string, unknown>; // plain data: any property may be looked at
    const place = (node.at as Place | undefined) ?? at;
    for (const key in node) {
      const inner = node[key];
      if (typeof inner === "string") {
        if (TEXT_PROPERTIES.has(key)) check(inner, place);
      } else if (key !== "at") {
        visit(inner, place);
      }
    }
  };
  visit(document.children, undefined);
  visit(document.notes, undefined);
  for (const value of Object.values(document.running)) check(value, undefined);
  if (document.draft) check(document.draft.label, undefined);
  return [...found].map(([character, at]) => ({ character, ...(at && { at }) }));
}
