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
