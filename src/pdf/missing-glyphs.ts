/** Which characters of a document no font can show. */

import type { Place } from "../model/diagnostic.ts";
import type { Document } from "../model/document.ts";
import type { FontFile, ThemeFonts } from "../model/theme.ts";
import { walkNodes } from "../model/walk.ts";
import { lacksGlyph, UPRIGHT } from "./choose-font.ts";

/** A character (with its combining marks) that neither text nor symbols family has, where it occurs first. */
export interface MissingGlyph {
  readonly character: string;
  readonly at?: Place;
}

/** Finds the characters of a document that cannot be printed, each once. */
export function findMissingGlyphs(document: Document, fonts: ThemeFonts<FontFile>): readonly MissingGlyph[] {
  const found = new Map<string, Place | undefined>();
  const check = (text: unknown, at: Place | undefined): void => {
    if (typeof text !== "string" || text === "") return;
    for (const character of lacksGlyph(text, fonts, UPRIGHT)) if (!found.has(character)) found.set(character, at);
  };
  walkNodes(document, (node, at) => {
    // What prints; keys, ids and links are not among it. By name, since a list of names is slow to look up.
    check(node.value, at);
    check(node.text, at);
    check(node.marker, at);
    check(node.label, at);
    check(node.title, at);
  });
  for (const value of Object.values(document.running)) check(value, undefined);
  if (document.draft) check(document.draft.label, undefined);
  return [...found].map(([character, at]) => ({ character, ...(at && { at }) }));
}
