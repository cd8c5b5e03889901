/** Messages about fields, their values, and texts of sources. */

import type { Localized } from "../model/diagnostic.ts";
import { didYouMean, error, warning } from "./message.ts";

const list = (words: readonly string[]): string => words.map((word) => `„${word}“`).join(", ");
const englishList = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(", ");

const types = {
  text: { de: "Text", en: "text" },
  list: { de: "eine Liste", en: "a list" },
  mapping: { de: "einzelne Felder", en: "a mapping of fields" },
} as const;

type ValueType = keyof typeof types;

const typeHelp = {
  text: {
    de: "Schreiben Sie den Wert als Text hinter den Doppelpunkt.",
    en: "Write the value as text after the colon.",
  },
  list: {
    de: "Schreiben Sie die Werte in eckige Klammern, z. B. [a, b], oder je Zeile mit „- “ davor.",
    en: "Write the values in square brackets, e.g. [a, b], or one a line after “- ”.",
  },
  mapping: {
    de: "Schreiben Sie darunter eingerückt je Zeile „feld: wert“.",
    en: "Write “key: value” lines below it, indented.",
  },
} as const;

/** A field whose value is wrong. */
export interface FieldFault {
  readonly key: string;
  readonly value: string;
}

/** @see diagnose */
export const recordMessages = {
  "missing-kind": error((v: { key: string; kinds: readonly string[] }) => ({
    de: [
      `Das Feld „${v.key}“ fehlt oder ist leer; es sagt, was dieses Papier ist.`,
      `Ergänzen Sie „${v.key}: …“ mit einem von ${list(v.kinds)}.`,
    ],
    en: [
      `The field “${v.key}” is missing or empty; it says what this paper is.`,
      `Add “${v.key}: …” with one of ${englishList(v.kinds)}.`,
    ],
  })),
  "unknown-kind": error((v: { value: string; kinds: readonly string[]; suggestion: string | undefined }) => {
    const help = didYouMean(v.suggestion, `Möglich sind ${list(v.kinds)}.`, `Possible are ${englishList(v.kinds)}.`);
    return {
      de: [`Die Art „${v.value}“ gibt es nicht.`, help.de],
      en: [`There is no kind “${v.value}”.`, help.en],
    };
  }),
  "unknown-key": error(
    (v: { key: string; kind: string; allowed: readonly string[]; suggestion: string | undefined }) => {
      const help = didYouMean(
        v.suggestion,
        `Möglich sind hier: ${v.allowed.join(", ")}.`,
        `Possible here: ${v.allowed.join(", ")}.`,
      );
      return {
        de: [`Das Feld „${v.key}“ gibt es hier nicht (${v.kind}).`, help.de],
        en: [`There is no field “${v.key}” here (${v.kind}).`, help.en],
      };
    },
  ),
  "duplicate-key": error((v: { key: string; first: string; isInList?: boolean }) => ({
    de: [
      v.key === v.first ? `Das Feld „${v.key}“ steht zweimal da.` : `„${v.key}“ und „${v.first}“ sind dasselbe Feld.`,
      `Lassen Sie nur eine der beiden Angaben stehen${v.isInList ? "; der nächste Eintrag der Liste beginnt mit „- “" : ""}.`,
    ],
    en: [
      v.key === v.first ? `The field “${v.key}” is given twice.` : `“${v.key}” and “${v.first}” are the same field.`,
      `Keep only one of the two${v.isInList ? "; the next entry of the list begins with “- ”" : ""}.`,
    ],
  })),
  "missing-field": error((v: { key: string; kind: string; type: "text" | "list" | "mapping"; example: string }) => ({
    de: [`Das Feld „${v.key}“ fehlt (${v.kind}).`, `Ergänzen Sie „${v.key}: …“${v.example ? ` (${v.example})` : ""}.`],
    en: [`The field “${v.key}” is missing (${v.kind}).`, `Add “${v.key}: …”${v.example ? ` (${v.example})` : ""}.`],
  })),
  "empty-value": error((v: { key: string; isItem: boolean }) => ({
    de: [
      v.isItem ? `Ein Eintrag von „${v.key}“ ist leer.` : `Das Feld „${v.key}“ ist leer.`,
      "Tragen Sie einen Wert ein oder streichen Sie die Zeile; ein ausdrückliches „keine“ oder „entfällt“ ist ein Wert.",
    ],
    en: [
      v.isItem ? `An entry of “${v.key}” is empty.` : `The field “${v.key}” is empty.`,
      "Give a value or delete the line; an explicit “none” is a value.",
    ],
  })),
  "wrong-type": error((v: { key: string; isItem: boolean; found: ValueType; type: ValueType; example: string }) => ({
    de: [
      `${v.isItem ? "Ein Eintrag von " : ""}„${v.key}“ braucht ${types[v.type].de}, gefunden: ${types[v.found].de}.`,
      typeHelp[v.type].de,
    ],
    en: [
      `${v.isItem ? "An entry of " : ""}“${v.key}” needs ${types[v.type].en}; this is ${types[v.found].en}.`,
      typeHelp[v.type].en,
    ],
  })),
  "unknown-value": error((v: FieldFault & { allowed: readonly string[]; suggestion: string | undefined }) => {
    const help = didYouMean(
      v.suggestion,
      `Möglich sind: ${v.allowed.join(", ")}.`,
      `Possible are: ${v.allowed.join(", ")}.`,
    );
    return {
      de: [`„${v.value}“ ist kein Wert für „${v.key}“.`, help.de],
      en: [`“${v.value}” is no value for “${v.key}”.`, help.en],
    };
  }),
  "wrong-date": error((v: FieldFault) => ({
    de: [`„${v.value}“ ist kein Datum.`, "Schreiben Sie Tag, Monat und Jahr als 19.04.2012 oder 2012-04-19."],
    en: [`“${v.value}” is no date.`, "Write day, month and year as 2012-04-19 or 19.04.2012."],
  })),
  "impossible-date": error((v: FieldFault) => ({
    de: [`Den Tag „${v.value}“ gibt es im Kalender nicht.`, "Prüfen Sie Tag, Monat und Jahr."],
    en: [`There is no day “${v.value}” in the calendar.`, "Check day, month and year."],
  })),
  "wrong-number": error((v: FieldFault) => ({
    de: [
      `„${v.value}“ ist keine ganze Zahl.`,
      `Schreiben Sie bei „${v.key}“ nur Ziffern, z. B. 12; Worte gehören in „wortlaut“.`,
    ],
    en: [`“${v.value}” is no whole number.`, `Write only digits for “${v.key}”, e.g. 12; words go into “words”.`],
  })),
  "wrong-item-number": error((v: FieldFault) => ({
    de: [
      `„${v.value}“ ist keine Nummer einer Tagesordnung.`,
      `Schreiben Sie bei „${v.key}“ nur die Nummer, z. B. 11, 3.1, 4a oder Ö 2; Worte gehören in „titel“.`,
    ],
    en: [
      `“${v.value}” is no number of an agenda.`,
      `Write only the number for “${v.key}”, e.g. 11, 3.1, 4a or Ö 2; words go into “title”.`,
    ],
  })),
  "wrong-web-address": error((v: FieldFault) => ({
    de: [
      `„${v.value}“ ist keine Webadresse.`,
      "Schreiben Sie sie mit https:// und ohne ? und #, z. B. https://sitzungen.kreis-beispiel.example/.",
    ],
    en: [
      `“${v.value}” is no web address.`,
      "Write it with https:// and without ? and #, e.g. https://sessions.county.example/.",
    ],
  })),
  "wrong-time": error((v: FieldFault) => ({
    de: [`„${v.value}“ ist keine Uhrzeit.`, "Schreiben Sie Stunden und Minuten, z. B. 17:00."],
    en: [`“${v.value}” is no time of day.`, "Write hours and minutes, e.g. 17:00."],
  })),
  "wrong-id": error((v: FieldFault) => ({
    de: [
      `„${v.value}“ taugt nicht als Kennung.`,
      "Erlaubt sind Buchstaben, Ziffern und dazwischen einzelne Bindestriche, Unterstriche oder Punkte, z. B. „antrag-2026-07“.",
    ],
    en: [
      `“${v.value}” cannot be an id.`,
      "Use letters, digits, and single hyphens, underscores or full stops between them, e.g. “motion-2026-07”.",
    ],
  })),
  "wrong-locale": error((v: FieldFault) => ({
    de: [`„${v.value}“ ist keine Sprachangabe.`, "Schreiben Sie sie nach BCP 47, z. B. „de-DE“."],
    en: [`“${v.value}” is no language tag.`, "Write it after BCP 47, e.g. “de-DE”."],
  })),
  "wrong-heading-key": error((v: { key: string }) => ({
    de: [
      `„${v.key}“ taugt nicht als Schlüssel eines Abschnitts.`,
      "Erlaubt sind Buchstaben, Ziffern und Bindestriche.",
    ],
    en: [`“${v.key}” cannot be the key of a section.`, "Use letters, digits and hyphens."],
  })),
  "wrong-vote": error((_: Record<never, never>) => ({
    de: [
      "Die Abstimmung nennt weder Zahlen noch einen Wortlaut.",
      "Geben Sie ja, nein, enthaltungen an oder einen wortlaut – oder streichen Sie das Feld.",
    ],
    en: ["The vote gives neither counts nor words.", "Give yes, no, abstentions, or words – or delete the field."],
  })),
  "wrong-period": error((v: { since: Localized; until: Localized }) => ({
    de: [`Der Zeitraum endet (${v.until.de}), bevor er beginnt (${v.since.de}).`, "Vertauschen Sie die beiden Tage."],
    en: [`The period ends (${v.until.en}) before it begins (${v.since.en}).`, "Swap the two days."],
  })),
  "resolution-on-other-day": warning((v: { date: Localized; day: Localized; meeting: string }) => ({
    de: [
      `Der Beschluss ist vom ${v.date.de}, seine Sitzung „${v.meeting}“ aber am ${v.day.de}.`,
      "Berichtigen Sie „datum“ oder „sitzung“, je nachdem, was nicht stimmt.",
    ],
    en: [
      `The resolution is of ${v.date.en}, but its meeting “${v.meeting}” is on ${v.day.en}.`,
      "Correct `date` or `meeting`, whichever is wrong.",
    ],
  })),
  "heading-repeated": error((v: { words: string; first: string }) => ({
    de: [
      `Die Überschrift „${v.words}“ steht schon für „${v.first}“.`,
      "Geben Sie jedem Abschnitt einen eigenen Wortlaut.",
    ],
    en: [`The heading “${v.words}” already stands for “${v.first}”.`, "Give each section words of its own."],
  })),
  "text-empty": error((v: { kind: string }) => ({
    de: [
      `Unter dem Kopf steht kein Text (${v.kind}).`,
      "Schreiben Sie den Text unter die zweite Zeile „---“; ein ausdrückliches „entfällt“ genügt.",
    ],
    en: [
      `There is no text below the frontmatter (${v.kind}).`,
      "Write the text below the second line “---”; an explicit “none” will do.",
    ],
  })),
  "text-not-printed": warning((v: { kind: string }) => ({
    de: [
      `Dieser Text wird nirgends gedruckt (${v.kind}).`,
      "Nehmen Sie ihn heraus oder schreiben Sie ihn in ein Papier.",
    ],
    en: [`This text is printed nowhere (${v.kind}).`, "Remove it, or write it into a paper."],
  })),
};
