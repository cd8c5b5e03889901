/** Holds what single words tell of glued spaces against the rules for whole texts. */

import { expect, it } from "vitest";
import { isGlued, isTitle, mayCling } from "../../src/pdf/glued-spaces.ts";

const WORDS =
  "§ §§ Abs. Absatz Art. Artikel Nr. Satz TOP S. Seite Buchst. lit. a a) ä b ä) 1 2. 7a 28 250 000 1250 12. GG KrO StVO K-O € % ‰ EUR Euro Euro, km km² m³ kW t Uhr Stellen Prozent Mio. Mrd. Tsd. Millionen Jahre Minuten v. H. v.H. km/h Januar März Sept. Sitzung z. B. d. h. u. i. V. m. e. Chr. (Dr. Dr. Prof. Herrn Frau x-Frau Müller der und Kreis-Verwaltung („Dr.".split(
    " ",
  );

it("finds every glued space by the words around it", () => {
  const missed: string[] = [];
  for (const first of WORDS) {
    for (const left of WORDS) {
      for (const right of WORDS) {
        const text = `${first} ${left} ${right} und`;
        const space = first.length + left.length + 2;
        if (isGlued(text, space) && !mayCling(`${right} `) && !isTitle(`${left} `)) missed.push(text);
      }
    }
  }
  expect(missed).toEqual([]);
});

it.each([
  ["§ 7 KrO", [2, 4]],
  ["Art. 28 GG", [5, 8]],
  ["5 v. H. davon", [2, 5]],
  ["1 250 000 €", [2, 6, 10]],
  ["am 3. März um 10 Uhr", [6, 17]],
  ["Frau Dr. Müller", [5, 9]],
  ["z. B. dann", [3]],
  ["80 km/h", [3, 6]],
  ["Der Kreis 2026", []],
])("glues %j at %j", (text, expected) => {
  const ends = Array.from(text, (_, index) => index + 1);
  expect(ends.filter((end) => /[ /]/.test(text.charAt(end - 1)) && isGlued(text, end))).toEqual(expected);
});
