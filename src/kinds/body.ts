/** The county or town itself. */

import { z } from "zod";
import { identity } from "./common.ts";
import { facts, fields, id, list, locale, optional, path, required, text } from "./field.ts";

const committee = fields({
  id: required(id, "Kennung des Gremiums.", "Id of the committee."),
  name: required(text, "Name, z. B. „Sozial- und Gesundheitsausschuss“.", "Name of the committee."),
  short: optional(text, "Kurzform, z. B. „SozGesA“.", "Short form."),
});

const faction = fields({
  id: required(id, "Kennung der Fraktion.", "Id of the faction."),
  name: required(text, "Name der Fraktion.", "Name of the faction."),
  label: optional(
    text,
    "Wie die Fraktion in Überschriften heißt, z. B. „Fraktion Bündnis 90/Die Grünen“.",
    "How headings call the faction.",
  ),
});

const department = fields({
  id: required(id, "Kennung des Amtes.", "Id of the department."),
  name: required(text, "Name des Amtes.", "Name of the department."),
});

/** @see Kind */
export const bodyFields = fields({
  ...identity,
  short: optional(text, "Kurzname.", "Short name."),
  locale: optional(
    locale,
    "Sprache der Papiere, z. B. „de-DE“ (Vorgabe).",
    "Language of the papers; `de-DE` if absent.",
  ),
  address: optional(text, "Anschrift.", "Address."),
  logo: optional(path("image"), "Wappen oder Logo (PNG, JPEG, SVG).", "Coat of arms or logo (PNG, JPEG, SVG)."),
  committees: optional(list(committee), "Gremien.", "Committees."),
  factions: optional(list(faction), "Fraktionen und Gruppen.", "Factions and groups."),
  departments: optional(list(department), "Ämter der Verwaltung.", "Departments of the administration."),
  headings: optional(
    z
      .record(z.string().regex(/^[\p{L}][\p{L}\p{N}-]*$/u), text)
      .register(facts, { type: { de: "Schlüssel: Überschrift", en: "key: heading" } }),
    "Eigene Überschriften der Abschnitte: Schlüssel und Wortlaut.",
    "The body's own headings of sections: key and words.",
  ),
});

/** @see KindData */
export type BodyData = z.infer<typeof bodyFields>;
