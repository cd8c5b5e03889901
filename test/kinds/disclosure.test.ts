/** What public papers say in words that no public source has. */

import { expect, it } from "vitest";
import { buildProject } from "../../src/project/build.ts";
import { memoryHost } from "../host.ts";

it("names that are declined keep no public paper from printing", async () => {
  const host = memoryHost({
    "content/kreis.md":
      "---\nart: körperschaft\nkennung: kreis\ntitel: Kreis Probe\ngremien: [{kennung: ta, name: Technischer Ausschuss}]\n---\n",
    "content/sitzung.md": "---\nart: sitzung\nkennung: s\ntitel: Sitzung\ngremium: ta\ndatum: 2026-12-10\n---\n",
    "content/antrag.md":
      "---\nart: antrag\nkennung: a\ntitel: Brücke\ndatum: 2026-11-02\nsichtbarkeit: öffentlich\nantragsteller: [{name: Kreistagsabgeordneter Otto Baum}]\n---\nDie Brücke.\n",
    "content/beschluss.md":
      "---\nart: beschluss\nkennung: b\ntitel: Brücke\ngremium: ta\ndatum: 2026-06-01\nsichtbarkeit: öffentlich\n---\nDie Brücke.\n",
    "content/top-1.md":
      "---\nart: tagesordnungspunkt\nkennung: top-1\nsitzung: s\nnummer: 1\ntitel: Brücke\nsichtbarkeit: öffentlich\nanträge: [a]\nbeschlüsse: [b]\n---\n",
    "content/top-2.md":
      "---\nart: tagesordnungspunkt\nkennung: top-2\nsitzung: s\nnummer: 2\ntitel: Anderes\nsichtbarkeit: nichtöffentlich\n---\nDer Technische Leiter trifft den Kreistagsabgeordneten.\n",
  });
  const report = await buildProject(host);
  expect(report.documents.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  const page = host.output.text("public/s/01-tagesordnungspunkt-top-1.html");
  expect(page).toContain("Der Technische Ausschuss hat");
  expect(page).toContain("vom Kreistagsabgeordneten Otto Baum");
});

it("every paper that is not public says so, and each resolution among those that a report collects", async () => {
  const paper = (kind: string, id: string, ...fields: readonly string[]): string =>
    `---\nart: ${kind}\nkennung: ${id}\ntitel: Titel ${id}\nsichtbarkeit: nichtöffentlich\n${fields.join("\n")}\n---\nText.\n`;
  const host = memoryHost({
    "content/kreis.md":
      "---\nart: körperschaft\nkennung: kreis\ntitel: Kreis Probe\ngremien: [{kennung: ka, name: Kreisausschuss}]\n---\n",
    "content/sitzung.md": "---\nart: sitzung\nkennung: s\ntitel: Sitzung\ngremium: ka\ndatum: 2026-12-10\n---\n",
    "content/1.md": paper("antrag", "a", "datum: 2026-11-02", "antragsteller: [{name: Mara Feld}]"),
    "content/2.md": paper("beschluss", "b", "datum: 2026-11-02", "gremium: ka"),
    "content/3.md": paper("erläuterung", "c", "datum: 2026-11-02"),
    "content/4.md": paper("sachstandsbericht", "d", "stand: 2026-11-02"),
    "content/5.md": paper("tagesordnungspunkt", "e", "sitzung: s", "nummer: 1"),
    "content/6.md": paper(
      "sachstandsbericht",
      "f",
      "stand: 2026-12-31",
      "umfasst: {gremium: ka, seit: 2026-01-01, bis: 2026-12-31}",
    ).replace("nichtöffentlich", "öffentlich"),
  });
  await buildProject(host);
  const pages = host.output
    .list()
    .filter((path) => /^internal\/.*-[a-e]\.html$/.test(path))
    .map((path) => host.output.text(path));
  expect(pages).toHaveLength(5);
  for (const page of pages) expect(page).toMatch(/Öffentlichkeit<\/dt>\s*<dd[^>]*>(?:<p>)?nichtöffentlich/);
  expect(host.output.text("internal/papers/sachstandsbericht-f.html")).toContain(
    "Titel b (02.11.2026, nichtöffentlich)",
  );
});
