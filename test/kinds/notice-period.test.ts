/** Periods of notice, held against cases worked out by hand with a calendar. */

import { describe, expect, it } from "vitest";
import { type Counting, lastDayInTime, type State } from "../../src/kinds/notice-period.ts";

const cases: readonly (readonly [string, string, number, Counting, State | undefined, string])[] = [
  // Thursday 10 December: the 3rd to the 9th are seven whole days.
  ["seven calendar days", "2026-12-10", 7, "calendar-days", "NI", "2026-12-02"],
  ["calendar days do not care about Christmas", "2026-12-29", 7, "calendar-days", "BY", "2026-12-21"],
  ["no day at all", "2026-12-10", 0, "calendar-days", undefined, "2026-12-09"],
  ["over the end of February in a leap year", "2028-03-02", 3, "calendar-days", undefined, "2028-02-27"],
  // Tuesday: Monday, Saturday and Friday count; Sunday does not.
  ["Saturday is a Werktag", "2026-11-24", 3, "monday-to-saturday", "NW", "2026-11-19"],
  ["and no Arbeitstag", "2026-11-24", 3, "monday-to-friday", "NW", "2026-11-18"],
  // Easter 2026 is 5 April: the 9th counts back over the 8th, 7th, 2nd (3rd and 6th are free, 4th and 5th a weekend).
  ["over Easter", "2026-04-09", 3, "monday-to-friday", "HE", "2026-04-01"],
  [
    "Saturday between Good Friday and Easter counts as Werktag",
    "2026-04-09",
    3,
    "monday-to-saturday",
    "HE",
    "2026-04-03",
  ],
  // Friday 5 June after Corpus Christi, Thursday 4 June 2026.
  ["Corpus Christi is free in NW", "2026-06-05", 1, "monday-to-friday", "NW", "2026-06-02"],
  ["and not in Berlin", "2026-06-05", 1, "monday-to-friday", "BE", "2026-06-03"],
  // Wednesday 18 November 2026 is Buß- und Bettag.
  ["Buß- und Bettag is free in Saxony only", "2026-11-19", 1, "monday-to-friday", "SN", "2026-11-16"],
  ["and nowhere else", "2026-11-19", 1, "monday-to-friday", "TH", "2026-11-17"],
  ["Epiphany in Bavaria", "2026-01-07", 1, "monday-to-friday", "BY", "2026-01-04"],
  ["Women's Day in Berlin since 2019", "2024-03-09", 1, "monday-to-friday", "BE", "2024-03-06"],
  ["not before", "2018-03-09", 1, "monday-to-friday", "BE", "2018-03-07"],
  ["Reformation Day for all in 2017", "2017-11-01", 1, "monday-to-friday", "HE", "2017-10-29"],
  ["over Christmas and the turn of the year", "2027-01-05", 5, "monday-to-friday", "SH", "2026-12-27"],
  ["without a state only what all have", "2026-06-05", 1, "monday-to-friday", undefined, "2026-06-03"],
];

describe("the last day for an invitation", () => {
  it.each(cases)("%s: session on %s, %i %s (%s)", (_, session, days, counting, state, last) => {
    expect(lastDayInTime(session, days, counting, state)).toBe(last);
  });

  it("is not guessed for years whose holidays are unknown", () => {
    expect(lastDayInTime("2089-03-10", 3, "monday-to-friday", "NW")).toBeUndefined();
  });
});
