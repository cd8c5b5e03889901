/** Days and times of day → moments as OParl writes them. Committees meet by the clocks of Germany, wherever this runs. */

import { BoundedMap } from "../model/bounded-map.ts";

/** Made when it is first asked for, since that takes some milliseconds. */
let zone: Intl.DateTimeFormat | undefined;

/** Of moments: thousands of objects have few of them, and asking the calendar takes long. */
const offsets = new BoundedMap<string>(10_000);

/** `2026-12-10`, `17.00` → `2026-12-10T17:00:00+01:00`; the beginning of the day if no time is known. */
export function moment(day: string, time = "0:00"): string {
  const [hours = "0", minutes = "0"] = time.split(/[.:]/);
  const local = `${day}T${hours.padStart(2, "0")}:${minutes}:00`;
  let offset = offsets.get(local);
  if (offset === undefined) {
    offset = offsetOf(local);
    offsets.set(local, offset);
  }
  return local + offset;
}

function offsetOf(local: string): string {
  // Clocks change at night, when nobody meets: an hour more or less does not matter for the offset.
  zone ??= new Intl.DateTimeFormat("en", { timeZone: "Europe/Berlin", timeZoneName: "longOffset" });
  const offset = zone
    .formatToParts(new Date(`${local}+01:00`))
    .find(({ type }) => type === "timeZoneName")
    ?.value.replace("GMT", "");
  return offset || "+00:00";
}

/** When an object came to be and when it was last changed. */
export interface Stamps {
  readonly created?: string;
  readonly modified?: string;
}

/**
 * Stamps by the days that the sources of an object carry; it was changed besides when one of the objects that it holds was. The
 * program has no clock, so that the same sources give the same files.
 */
export function stamps(days: readonly (string | undefined)[], parts: readonly (Stamps | undefined)[] = []): Stamps {
  const known = days.flatMap((day) => (day === undefined ? [] : moment(day))).sort();
  const [created] = known;
  const modified = [...known, ...parts.flatMap((part) => part?.modified ?? [])].sort().at(-1);
  return created === undefined || modified === undefined ? {} : { created, modified };
}
