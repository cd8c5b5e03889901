/**
 * Periods of notice, counted after §§ 187 and 188 BGB: neither the day of the invitation nor that of the session counts.
 * Holidays are those of the whole state.
 */

import { addDays } from "./calendar.ts";
import { holidayRow } from "./holiday-table.ts";
import { type ValueOf, valueNames } from "./vocabulary.ts";

/** Which days count. */
export type Counting = ValueOf<"counting">;

/** ISO 3166-2 code of a state, without the country. */
export type State = ValueOf<"state">;

/** The last day on which an invitation is in time; undefined if the holidays of that year are not known. */
export function lastDayInTime(session: string, days: number, counting: Counting, state?: State): string | undefined {
  let day = addDays(session, -1);
  for (let counted = 0; counted < days; day = addDays(day, -1)) {
    const counts = doesCount(day, counting, state);
    if (counts === undefined) return undefined;
    if (counts) counted++;
  }
  return day;
}

function doesCount(day: string, counting: Counting, state: State | undefined): boolean | undefined {
  if (counting === "calendar-days") return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || (weekday === 6 && counting === "monday-to-friday")) return false;
  const holidays = holidaysOf(Number(day.slice(0, 4)));
  return holidays && !isFree(holidays.get(day.slice("2000-".length)) ?? 0, state);
}

/** Without a state, the holidays that all of them have. */
function isFree(states: number, state: State | undefined): boolean {
  const codes = Object.keys(valueNames.state);
  if (state === undefined) return states === 2 ** codes.length - 1;
  return (states & (1 << codes.indexOf(state))) !== 0;
}

const rows = new Map<number, ReadonlyMap<string, number> | undefined>();

/** Month and day → the states that are free. */
function holidaysOf(year: number): ReadonlyMap<string, number> | undefined {
  if (!rows.has(year)) {
    const pairs = holidayRow(year)
      ?.split(" ")
      .map((pair) => pair.split("=") as [string, string]);
    rows.set(year, pairs && new Map(pairs.map(([day, states]) => [day, Number.parseInt(states, 16)])));
  }
  return rows.get(year);
}
