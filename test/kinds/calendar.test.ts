/** Calendar days. */

import { describe, expect, it } from "vitest";
import { calendarDate, calendarDay } from "../../src/kinds/calendar.ts";

describe("calendar days", () => {
  it.each([
    ["2012-04-19", "2012-04-19"],
    ["19.04.2012", "2012-04-19"],
    ["9.4.2012", "2012-04-09"],
    ["29.02.2024", "2024-02-29"],
    ["2000-02-29", "2000-02-29"],
    ["31.12.1999", "1999-12-31"],
  ])("reads %s", (written, iso) => {
    expect(calendarDate(written)).toBe(iso);
  });

  it.each([
    "30.02.2026",
    "31.04.2026",
    "2023-02-29",
    "1900-02-29",
    "2026-13-01",
    "00.01.2026",
    "2026-01-00",
    "32.01.2026",
  ])("finds %s in no calendar", (written) => {
    expect(calendarDate(written)).toEqual({ fault: "impossible-date" });
  });

  it.each(["2026", "19.04.12", "19.04", "04/19/2012", "19. April 2012", "2012-4-19", "gestern", "20120419"])(
    "takes %s for no date",
    (written) => {
      expect(calendarDate(written)).toEqual({ fault: "wrong-date" });
    },
  );

  it("writes days as the language does", () => {
    expect(calendarDay("2012-04-09", "de-DE")).toEqual({
      iso: "2012-04-09",
      numeric: "09.04.2012",
      long: "9. April 2012",
      weekday: "Montag",
    });
    expect(calendarDay("2012-04-09", "en-GB").long).toBe("9 April 2012");
  });
});
