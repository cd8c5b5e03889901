import { expect, it } from "vitest";
import type { Hyphenation } from "../../src/model/theme.ts";
import { loadHyphenators } from "../../src/typography/load-hyphenators.ts";

const rules: Hyphenation = {
  apply: "text",
  minimum: { word: 6, before: 3, after: 3 },
  consecutive: 2,
  exceptions: ["Sach-stands-bericht", "Auental"],
};

async function divide(word: string, { lang = "de-DE", before = "", after = "", ...changes } = {}): Promise<string> {
  const hyphenator = (await loadHyphenators([lang], { ...rules, ...changes }))(lang);
  let divided = "";
  let start = 0;
  for (const point of hyphenator?.points(word, before, after) ?? []) {
    divided += `${word.slice(start, point)}-`;
    start = point;
  }
  return divided + word.slice(start);
}

it.each([
  ["Verwaltung", "Ver-wal-tung"],
  ["Kreistagssitzung", "Kreis-tags-sit-zung"],
  ["Straßenbeleuchtung", "Stra-ßen-be-leuch-tung"],
  ["„Übergangslösung“, ", "„Über-gangs-lö-sung“, "],
  ["Feuerwehrgerätehaus", "Feu-er-wehr-ge-rä-te-haus"],
])("divides the German word %s", async (word, divided) => {
  expect(await divide(word)).toBe(divided);
});

it("divides by the language of the text", async () => {
  expect(await divide("administration", { lang: "en-GB" })).toBe("admin-is-tra-tion");
  expect(await divide("administration", { lang: "fr" })).toBe("administration");
});

it.each([
  "GmbH",
  "StVO",
  "KiTaGesetz",
  "BEKANNTMACHUNG",
  "Straße7Verwaltung",
  "verwaltung@auental",
  "verwaltung.example",
  "bericht_verwaltung",
  "einschl. ",
  "Gegebenenf. ",
  "Garten",
  "Auental",
  "auental",
])("leaves %s whole", async (word) => {
  expect(await divide(word, { minimum: { word: 7, before: 3, after: 3 } } as object)).toBe(word);
});

it("leaves the parts of an address whole", async () => {
  expect(await divide("verwaltung/", { before: "https://auental/" })).toBe("verwaltung/");
  expect(await divide("verwaltung-", { before: "www.", after: "auental.example" })).toBe("verwaltung-");
});

it("divides only the long parts of a compound with a hyphen", async () => {
  expect(await divide("Verwaltung", { before: "Kreis-" })).toBe("Verwaltung");
  expect(await divide("Kreis-", { after: "Verwaltung" })).toBe("Kreis-");
  expect(await divide("Verwaltungsgebäude", { before: "Kreis-" })).toBe("Ver-wal-tungs-ge-bäude");
});

it("follows the list of exceptions, whatever the case", async () => {
  expect(await divide("Sachstandsbericht")).toBe("Sach-stands-bericht");
  expect(await divide("(SACHSTANDSBERICHT)")).toBe("(SACHSTANDSBERICHT)");
});

it("keeps the least numbers of letters", async () => {
  const minimum = { word: 6, before: 4, after: 5 };
  expect(await divide("Verwaltung", { minimum } as object)).toBe("Verwaltung");
  expect(await divide("Straßenbeleuchtung", { minimum } as object)).toBe("Stra-ßen-be-leuchtung");
});

it("can be switched off", async () => {
  expect(await divide("Verwaltung", { apply: "off" } as object)).toBe("Verwaltung");
});
