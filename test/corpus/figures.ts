/** Numbers, days and references to law as papers write them. */

import type { Random } from "./random.ts";

const months = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
] as const;

/** A number with a full stop at the thousands and so many digits behind the comma. */
export function german(value: number, digits = 0): string {
  const [whole = "", rest] = value.toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return rest === undefined ? grouped : `${grouped},${rest}`;
}

/** An amount of money. */
export function someAmount(random: Random): string {
  const value = random.whole(12, 989) * random.pick([10, 100, 1000, 10_000]);
  if (value > 3_000_000) return `${german(value / 1_000_000, 1)} Mio. €`;
  return random.chance(0.2) ? `${german(value + random.whole(1, 99) / 100, 2)} €` : `${german(value)} €`;
}

/** Positions in the staff plan. */
export function somePositions(random: Random): string {
  return `${german(random.whole(3, 19) / 2, 1)} Stellen`;
}

/** A day in words. */
export function someDay(random: Random): string {
  return `${random.whole(1, 28)}. ${random.pick(months)} ${random.whole(2019, 2027)}`;
}

/** A provision of the county's own law. */
export function someProvision(random: Random): string {
  const of = random.pick(["Hauptsatzung", "Geschäftsordnung", "Haushaltssatzung", "Zuständigkeitsordnung"]);
  return `§ ${random.whole(2, 38)} Abs. ${random.whole(1, 6)} der ${of}`;
}

/** A share. */
export function someShare(random: Random): string {
  return `${german(random.whole(30, 960) / 10, 1)} %`;
}

/** An ISO day so many days after another. */
export function daysAfter(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** `2026-03-10` as `10.03.2026`. */
export function numeric(iso: string): string {
  return iso.split("-").reverse().join(".");
}
