/** The public holidays of Germany's states, worked out by date-holidays; the bundle has only the result of this file. */

import { createRequire } from "node:module";
import type * as DateHolidays from "date-holidays";
import { valueNames } from "./vocabulary.ts";

/** The years that the table covers. */
export const holidayYears = { first: 2000, last: 2060 };

/** Month and day → the states, in the order of the vocabulary, as bits in hexadecimal: `01-01=ffff 01-06=2003 …` */
export function holidayRow(year: number): string | undefined {
  if (year < holidayYears.first || year > holidayYears.last) return undefined;
  const days = new Map<string, number>();
  for (const [index, calendar] of calendars().entries()) {
    for (const { date } of calendar.getHolidays(year)) {
      const day = date.slice("2000-".length, "2000-01-01".length);
      days.set(day, (days.get(day) ?? 0) | (1 << index));
    }
  }
  return [...days]
    .map(([day, states]) => `${day}=${states.toString(16)}`)
    .sort()
    .join(" ");
}

let known: readonly DateHolidays.default[] | undefined;

/** One for each state. The package is large, and wanted only where working days are counted. */
function calendars(): readonly DateHolidays.default[] {
  if (!known) {
    // Its types describe the ES module, which require gives as it is.
    const Holidays = createRequire(import.meta.url)("date-holidays") as typeof DateHolidays.default;
    known = Object.keys(valueNames.state).map((state) => new Holidays("DE", state, { types: ["public"] }));
  }
  return known;
}
