/** Phrases that need grammar. */

import { describe, expect, it } from "vitest";
import { namesGroup } from "../../src/kinds/german-grammar.ts";
import { phrasesOf } from "../../src/kinds/phrases.ts";
import { valueNames } from "../../src/kinds/vocabulary.ts";

const german = phrasesOf("de-DE");

describe("phrases", () => {
  it.each([
    ["Schulausschuss", "Der Schulausschuss hat"],
    ["Ausschuss für Soziales und Gesundheit", "Der Ausschuss für Soziales und Gesundheit hat"],
    ["Kreistag", "Der Kreistag hat"],
    ["Stadtverordnetenversammlung", "Die Stadtverordnetenversammlung hat"],
    ["Bezirksvertretung Mitte", "Die Bezirksvertretung Mitte hat"],
    ["Kommunale Konferenz Inklusion", "Die Kommunale Konferenz Inklusion hat"],
    ["Präsidium", "Das Präsidium hat"],
    ["Technischer Ausschuss", "Der Technische Ausschuss hat"],
    ["Gemeinsamer Ausschuss der Kreise", "Der Gemeinsame Ausschuss der Kreise hat"],
    ["Kommunaler Präventionsrat", "Der Kommunale Präventionsrat hat"],
    ["Regionaler Planungsausschuss", "Der Regionale Planungsausschuss hat"],
    ["Zeitweiliger Ausschuss Krankenhaus", "Der Zeitweilige Ausschuss Krankenhaus hat"],
    ["Nichtöffentlicher Vergabeausschuss", "Der Nichtöffentliche Vergabeausschuss hat"],
    ["Wuppertaler Stadtrat", "Der Wuppertaler Stadtrat hat"],
    ["Celler Stadtrat", "Der Celler Stadtrat hat"],
    ["Ständiges Gremium", "Das Ständige Gremium hat"],
    ["Leipziger Stadtrat", "Der Leipziger Stadtrat hat"],
    ["Jülicher Stadtrat", "Der Jülicher Stadtrat hat"],
    ["Bürgerschaft", "Die Bürgerschaft hat"],
    ["Arbeitskreis Jugendparlament", "Der Arbeitskreis Jugendparlament hat"],
    ["Runder Tisch Wohnen", "Das Gremium „Runder Tisch Wohnen“ hat"],
  ])("gives %s its article", (committee, begin) => {
    expect(german.decided(committee, "adopted").startsWith(begin)).toBe(true);
  });

  it("says something else for each result, in both languages", () => {
    for (const locale of ["de-DE", "en-GB"]) {
      const all = Object.keys(valueNames.result).map((result) => phrasesOf(locale).decided("Kreistag", result));
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it("counts in the singular and the plural", () => {
    const english = phrasesOf("en");
    expect([1, 2].map((count) => german.counted(count, "measures"))).toEqual(["1 Maßnahme", "2 Maßnahmen"]);
    expect([1, 2].map((count) => german.counted(count, "resolutions"))).toEqual(["1 Beschluss", "2 Beschlüsse"]);
    expect([1, 2].map((count) => english.counted(count, "resolutions"))).toEqual(["1 resolution", "2 resolutions"]);
  });

  it("names movers in the genitive, persons with their faction", () => {
    const linde = { name: german.faction("Linde", undefined), isGroup: true };
    const eiche = { name: german.faction("Eiche", "Kreistagsfraktion Eiche"), isGroup: true };
    const ring = { name: "Kreisjugendring Auenstedt", isGroup: false };
    const person = { name: "Mara Feld", faction: "Fraktion Linde", isGroup: false };
    expect(german.movedBy([linde])).toBe("der Fraktion Linde");
    expect(german.movedBy([ring])).toBe("vom Kreisjugendring Auenstedt");
    expect(german.movedBy([linde, eiche, person])).toBe(
      "der Fraktion Linde, der Kreistagsfraktion Eiche und von Mara Feld (Fraktion Linde)",
    );
  });

  it.each([
    ["Herr Karl Meier", "von Herrn Karl Meier"],
    ["Frau Mara Feld", "von Frau Mara Feld"],
    ["Kreistagsabgeordneter Otto Baum", "vom Kreistagsabgeordneten Otto Baum"],
    ["Fraktionsvorsitzende Eva Klug", "von der Fraktionsvorsitzenden Eva Klug"],
    ["Landrat Wald", "vom Landrat Wald"],
    ["Der Landrat", "vom Landrat"],
    ["Der Vorsitzende des Beirats", "vom Vorsitzenden des Beirats"],
    ["Die Bürgermeisterin", "von der Bürgermeisterin"],
    ["Die Gleichstellungsbeauftragte", "von der Gleichstellungsbeauftragten"],
    ["Der Behindertenbeauftragte", "vom Behindertenbeauftragten"],
    ["Die Verwaltung", "von der Verwaltung"],
    ["Die Grünen", "von Die Grünen"],
  ])("declines what stands before the name of %s", (name, phrase) => {
    expect(german.movedBy([{ name, isGroup: false }])).toBe(phrase);
  });

  it.each([
    "Gruppe Süd",
    "SPD- und FDP-Fraktion",
    "CDU-, SPD- und FDP-Fraktion",
    "Fraktionsgemeinschaft FDP/FW",
    "Fraktionen A und B",
  ])("takes %s for a group", (name) => {
    expect(namesGroup(name)).toBe(true);
  });

  it.each([
    "Max Meier, fraktionslos",
    "Mara Feld (SPD-Fraktion)",
    "Mara Feld, SPD-Fraktion",
    "Fraktionsvorsitzende Eva Klug",
  ])("takes %s for a person", (name) => {
    expect(namesGroup(name)).toBe(false);
  });

  it("call factions as the body's language does", () => {
    const name = (words: string): string => german.faction(words, undefined);
    expect(["Linde", "Gruppe Süd", "Ausschussgemeinschaft FDP/ÖDP", "fraktionslos"].map(name)).toEqual([
      "Fraktion Linde",
      "Gruppe Süd",
      "Ausschussgemeinschaft FDP/ÖDP",
      "fraktionslos",
    ]);
    expect(phrasesOf("en").faction("Greens", undefined)).toBe("Greens");
  });
});
