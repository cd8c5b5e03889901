/** Calendar days: reading them, and writing them as papers do. No clock, no time zone. */

import type { Localized } from "../model/diagnostic.ts";
import { languageOf } from "../model/language.ts";

/** In the languages of papers. */
export const monthNames = {
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** From Sunday. */
export const weekdayNames = {
  de: "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag".split(" "),
  en: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" "),
};

/** A day as templates print it. */
export interface CalendarDay {
  /** `2012-04-19` */
  readonly iso: string;
  /** `19.04.2012` */
  readonly numeric: string;
  /** `19. April 2012` */
  readonly long: string;
  /** `Donnerstag` */
  readonly weekday: string;
}

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Reads `2012-04-19` or `19.04.2012` into ISO; `wrong-date` for another form, `impossible-date` for no day of the calendar. */
export function calendarDate(value: string): string | { readonly fault: "wrong-date" | "impossible-date" } {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(value);
  const parts = iso ? iso.slice(1) : german ? [german[3], german[2], german[1]] : undefined;
  if (!parts) return { fault: "wrong-date" };
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  if (year < 1800 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return { fault: "impossible-date" };
  }
  const pad = (n: number): string => String(n).padStart(2, "0");
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** The ISO day so many days later, or earlier. */
export function addDays(iso: string, days: number): string {
  const day = new Date(`${iso}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** An ISO day as messages name it: as authors write it. */
export function dayInMessages(iso: string): Localized {
  return { de: calendarDay(iso, "de").numeric, en: iso };
}

/** An ISO day in the ways that a locale writes it. */
export function calendarDay(iso: string, locale: string): CalendarDay {
  const [year = "", month = "", day = ""] = iso.split("-");
  const language = languageOf(locale);
  const name = monthNames[language][Number(month) - 1] ?? month;
  const numeric = language === "de" ? `${day}.${month}.${year}` : `${day}/${month}/${year}`;
  const long = language === "de" ? `${Number(day)}. ${name} ${year}` : `${Number(day)} ${name} ${year}`;
  const weekday = weekdayNames[language][new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? "";
  return { iso, numeric, long, weekday };
}
