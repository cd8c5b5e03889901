/** Messages about the agenda of a meeting and its invitation. */

import type { Localized } from "../model/diagnostic.ts";
import { error, warning } from "./message.ts";

/** What counts in a period of notice. */
const countings = {
  "calendar-days": { de: ["Kalendertag", "Kalendertage"], en: ["calendar day", "calendar days"] },
  "monday-to-saturday": { de: ["Werktag", "Werktage"], en: ["working day (Mon–Sat)", "working days (Mon–Sat)"] },
  "monday-to-friday": { de: ["Arbeitstag", "Arbeitstage"], en: ["working day (Mon–Fri)", "working days (Mon–Fri)"] },
} as const;

const amount = (days: number, counting: keyof typeof countings, language: "de" | "en"): string =>
  `${days} ${countings[counting][language][days === 1 ? 0 : 1]}`;

/** @see diagnose */
export const agendaMessages = {
  "number-gap": warning((v: { before: string; after: string }) => ({
    de: [
      `Auf der Tagesordnung folgt auf ${v.before} gleich ${v.after}.`,
      "Prüfen Sie, ob ein Punkt fehlt; sonst vergeben Sie die Nummern ohne Lücke. Ein zurückgezogener Punkt bleibt mit „zurückgezogen: ja“ stehen.",
    ],
    en: [
      `On the agenda ${v.after} follows directly upon ${v.before}.`,
      "Check whether an item is missing; otherwise number without a gap. A withdrawn item stays, with “withdrawn: yes”.",
    ],
  })),
  "wrong-number-prefix": error((v: { number: string; isPublic: boolean; prefix: string }) => ({
    de: [
      `Die Nummer „${v.number}“ passt nicht zum ${v.isPublic ? "öffentlichen" : "nichtöffentlichen"} Teil der Tagesordnung.`,
      `Dort beginnen Nummern mit „${v.prefix}“ oder gleich mit der Ziffer. Berichtigen Sie die Nummer oder die „sichtbarkeit“.`,
    ],
    en: [
      `The number “${v.number}” does not fit the ${v.isPublic ? "public" : "non-public"} part of the agenda.`,
      `Numbers begin with “${v.prefix}” there, or with the figure. Correct the number or the “visibility”.`,
    ],
  })),
  "number-of-fixed-item": error((v: { number: string; title: string; free: string }) => ({
    de: [
      `Die Nummer ${v.number} hat schon der feste Punkt „${v.title}“.`,
      `Die nächste freie Nummer ist ${v.free}; oder geben Sie dem festen Punkt unter „festpunkte“ selbst eine „nummer“.`,
    ],
    en: [
      `The fixed item “${v.title}” has the number ${v.number} already.`,
      `The next free number is ${v.free}; or give the fixed item a “number” of its own in “fixedItems”.`,
    ],
  })),
  "supplement-not-listed": error((v: { day: Localized; file: string; listed: readonly Localized[] }) => ({
    de: [
      `Die Sitzung hat keinen Nachtrag vom ${v.day.de} (${v.file}).`,
      v.listed.length > 0
        ? `Es gibt Nachträge vom ${v.listed.map(({ de }) => de).join(", ")}; berichtigen Sie den Tag oder ergänzen Sie ihn dort unter „nachträge“.`
        : `Ergänzen Sie dort „nachträge: [${v.day.de}]“.`,
    ],
    en: [
      `The meeting has no supplement of ${v.day.en} (${v.file}).`,
      v.listed.length > 0
        ? `There are supplements of ${v.listed.map(({ en }) => en).join(", ")}; correct the day, or add it there to “supplements”.`
        : `Add “supplements: [${v.day.en}]” there.`,
    ],
  })),
  "notice-too-short": warning(
    (v: {
      invited: Localized;
      isSupplement: boolean;
      days: number;
      counting: keyof typeof countings;
      lastDay: Localized;
    }) => ({
      de: [
        `${v.isSupplement ? "Der Nachtrag" : "Die Einladung"} vom ${v.invited.de} hält die Frist von ${amount(v.days, v.counting, "de").replace(/tage$/, "tagen")} nicht ein.`,
        `Rechtzeitig wäre spätestens ${v.lastDay.de} gewesen; der Tag der Einladung und der Sitzungstag zählen nicht mit. Ist die Frist zulässig abgekürzt, sagen Sie es in der Einladung.`,
      ],
      en: [
        `${v.isSupplement ? "The supplement" : "The invitation"} of ${v.invited.en} is later than the notice of ${amount(v.days, v.counting, "en")} allows.`,
        `The last day in time was ${v.lastDay.en}; the days of the invitation and of the session do not count. If the period was lawfully shortened, say so in the invitation.`,
      ],
    }),
  ),
  "after-session": error((v: { day: Localized; session: Localized; isSupplement: boolean }) => ({
    de: [
      `${v.isSupplement ? "Der Nachtrag" : "Die Einladung"} vom ${v.day.de} liegt nach der Sitzung (${v.session.de}).`,
      "Berichtigen Sie einen der beiden Tage.",
    ],
    en: [
      `${v.isSupplement ? "The supplement" : "The invitation"} of ${v.day.en} comes after the session (${v.session.en}).`,
      "Correct one of the two days.",
    ],
  })),
  "holidays-unknown": warning((v: { year: string | undefined }) => ({
    de: [
      v.year === undefined
        ? "Ohne Land ist nicht bekannt, welche Feiertage gelten; die Ladungsfrist wird nur mit den bundesweiten gezählt."
        : `Für das Jahr ${v.year} sind keine Feiertage bekannt; die Ladungsfrist wird nicht geprüft.`,
      v.year === undefined
        ? "Ergänzen Sie unter „regeln“ das „land“, z. B. „land: NW“."
        : "Prüfen Sie die Frist von Hand oder berichtigen Sie das Jahr.",
    ],
    en: [
      v.year === undefined
        ? "Without a state it is not known which holidays apply; the period of notice is counted with the nationwide ones only."
        : `The holidays of ${v.year} are not known; the period of notice is not checked.`,
      v.year === undefined
        ? "Add “state” to “rules”, e.g. “state: NW”."
        : "Check the period by hand, or correct the year.",
    ],
  })),
  "public-title-needless": warning((_: Record<never, never>) => ({
    de: [
      "Ein öffentlicher Punkt braucht keinen öffentlichen Titel; gedruckt wird „titel“.",
      "Streichen Sie die Zeile, oder stufen Sie den Punkt als nichtöffentlich ein.",
    ],
    en: [
      "A public item needs no public title; “title” is what prints.",
      "Delete the line, or make the item non-public.",
    ],
  })),
};
