/** The county that a corpus belongs to: its committees, factions, departments and coat of arms. */

import type { Fields } from "./source.ts";
import { departments, factions, remits } from "./words.ts";

/** A committee, with the id that meetings and resolutions use. */
export interface Committee {
  readonly id: string;
  readonly name: string;
}

/** Thirty of them; the first is the council itself. */
export const committees: readonly [Committee, ...Committee[]] = [
  { id: "kreistag", name: "Kreistag" },
  { id: "kreisausschuss", name: "Kreisausschuss" },
  ...remits.map((remit) => ({ id: idOf(remit), name: `Ausschuss für ${remit}` })),
];

/** Id of a department. */
export function departmentId(number: string): string {
  return `amt-${number}`;
}

/** Fields of the body's source. */
export const bodyFields: Fields = {
  id: "kreis-woehrden",
  title: "Kreis Wöhrden",
  short: "Wöhrden",
  locale: "de-DE",
  address: "Am Alten Deich 7, 00998 Wöhrden",
  logo: "bilder/wappen.svg",
  committees: committees.map(({ id, name }) => ({ id, name })),
  factions: factions.map(([id, name, label]) => ({ id, name, label })),
  departments: departments.map(([number, name]) => ({ id: departmentId(number), name: `${name} (${number})` })),
  rules: {
    state: "NI",
    nonPublicItems: "public-title",
    noticePeriod: { days: "7", counting: "monday-to-friday" },
    fixedItems: [{ title: "Verschiedenes", position: "end", visibility: "non-public", publicTitle: "Verschiedenes" }],
  },
  publication: {
    baseAddress: "https://sitzungen.woehrden.example/",
    license: "https://www.govdata.de/dl-de/by-2-0",
  },
};

/** The coat of arms. */
export const coatOfArms = `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="56" viewBox="0 0 48 56">
<path d="M2 2h44v28c0 14-10 20-22 24C12 50 2 44 2 30z" fill="#1f4e79"/>
<path d="M8 34c6-6 10-6 16 0s10 6 16 0v6c-6 6-10 6-16 0s-10-6-16 0z" fill="#ffffff"/>
<circle cx="24" cy="17" r="7" fill="#f2c230"/>
</svg>
`;

/** Letters and digits of a name with hyphens between them. */
export function idOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
