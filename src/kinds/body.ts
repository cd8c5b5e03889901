/** The county or town itself. */

import { z } from "zod";
import { fixedItem, identity } from "./common.ts";
import { count, facts, fields, id, list, locale, oneOf, optional, path, required, text, webAddress } from "./field.ts";

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

const prefixes = fields({
  public: required(text, "Vor Nummern des öffentlichen Teils, z. B. „Ö“.", "Before numbers of the public part."),
  nonPublic: required(
    text,
    "Vor Nummern des nichtöffentlichen Teils, z. B. „N“.",
    "Before numbers of the non-public part.",
  ),
});

const noticePeriod = fields({
  days: required(
    count,
    "Volle Tage zwischen der Einladung und der Sitzung; beide Tage zählen nicht mit.",
    "Whole days between invitation and session; neither of the two counts.",
  ),
  counting: required(
    oneOf("counting"),
    "Kalendertage, Werktage (Montag bis Samstag) oder Arbeitstage (Montag bis Freitag), beide ohne Feiertage.",
    "Calendar days, or Monday to Saturday or to Friday without holidays.",
  ),
  supplement: optional(count, "Ebenso für einen Nachtrag.", "The same for a supplement."),
});

const rules = fields({
  state: optional(
    oneOf("state"),
    "Land, dessen Feiertage gelten, z. B. „NW“.",
    "State whose holidays apply, e.g. `NW`.",
  ),
  numbering: optional(
    oneOf("numbering"),
    "Ob die Nummern durch beide Teile der Tagesordnung laufen oder je Teil mit 1 beginnen.",
    "Whether numbers run through both parts of an agenda, or begin anew in each.",
  ),
  prefixes: optional(
    prefixes,
    "Kürzel vor den Nummern, wenn sie je Teil beginnen (Vorgabe: Ö und N).",
    "Prefixes of numbers that begin anew in each part; Ö and N if absent.",
  ),
  nonPublicItems: optional(
    oneOf("nonPublicItems"),
    "Was die öffentliche Tagesordnung von nichtöffentlichen Punkten nennt (Vorgabe: nur Nummer).",
    "What the public agenda tells of non-public items; the number only if absent.",
  ),
  noticePeriod: optional(noticePeriod, "Ladungsfrist.", "Period of notice."),
  fixedItems: optional(
    list(fixedItem),
    "Punkte, die auf jeder Tagesordnung stehen.",
    "Items that are on every agenda.",
  ),
});

const publication = fields({
  baseAddress: required(
    webAddress,
    "Unter welcher Adresse der Ordner `output/public` im Netz steht; damit entstehen die OParl-Daten.",
    "Address of the folder `output/public` on the web; with it the OParl data are made.",
  ),
  license: optional(
    webAddress,
    "Adresse der Lizenz, unter der die Daten stehen.",
    "Address of the licence of the data.",
  ),
});

/** @see Kind */
export const bodyFields = fields({
  ...identity,
  short: optional(text, "Kurzname.", "Short name."),
  locale: optional(
    locale,
    "Sprache der Papiere, z. B. „de-DE“ (Vorgabe); die mitgelieferten Vorlagen sind deutsch.",
    "Language of the papers; `de-DE` if absent. The templates that come with the program are German.",
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
  rules: optional(
    rules,
    "Regeln der Geschäftsordnung für Einladung und Tagesordnung.",
    "Rules for invitation and agenda.",
  ),
  publication: optional(publication, "Veröffentlichung im Netz.", "Publication on the web."),
});

/** @see KindData */
export type BodyData = z.infer<typeof bodyFields>;

/** The BCP 47 tag of a body's papers. */
export function localeOf({ locale = "de-DE" }: BodyData): string {
  return locale;
}

/** What a body's rules of procedure say of invitations and agendas. */
export type Rules = NonNullable<BodyData["rules"]>;
