/** When which committee meets. Any meeting can be named without making those before it. */

import { type Committee, committees } from "./body.ts";
import { daysAfter } from "./figures.ts";

/** A meeting. */
export interface Session {
  readonly id: string;
  readonly committee: Committee;
  /** How many times the committee has met. */
  readonly number: number;
  readonly date: string;
  readonly folder: string;
  /** In which language its papers' keys are. */
  readonly language: "de" | "en";
}

const FIRST_DAY = "2026-01-12";

/** All committees meet once within so many days. */
const ROUND = 35;

/** The meeting of that number, from 0. */
export function sessionOf(index: number): Session {
  const place = index % committees.length;
  const round = (index - place) / committees.length;
  const committee = committees[place] ?? committees[0];
  const date = daysAfter(FIRST_DAY, round * ROUND + place);
  const id = `${committee.id}-${date}`;
  return { id, committee, number: round + 1, date, folder: `sitzungen/${id}`, language: index % 8 === 5 ? "en" : "de" };
}
