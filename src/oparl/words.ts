/** What the export says by itself, beside the words of sources and the names of properties. */

import type { Language } from "../model/language.ts";

/** Kinds of organizations; the standard has these words. */
export const organizationTypes = {
  committee: "Gremium",
  faction: "Fraktion",
  department: "Verwaltungsbereich",
  group: "Sonstiges",
} as const;

/** What the paper of an agenda item is called. */
export const itemPaper: Readonly<Record<Language, string>> = { de: "Sitzungsvorlage", en: "agenda item" };

/** The part that another committee has in a paper. */
export const preliminary: Readonly<Record<Language, string>> = { de: "Vorberatung", en: "preliminary consultation" };

/** What addresses are made of. */
const inAddresses = [
  "oparl schema system body bodies organization organizations person persons membership memberships meeting meetings",
  "agendaitem agendaitems paper papers consultation consultations file files location locations place legislativeterms",
];

/** All of them. */
export function oparlWords(): readonly string[] {
  const texts = [organizationTypes, itemPaper, preliminary].flatMap((words) => Object.entries(words).flat());
  return [...texts, ...inAddresses];
}
