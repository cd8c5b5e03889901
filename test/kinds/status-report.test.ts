/** What a status report says of the resolutions that it collects. */

import { expect, it } from "vitest";
import type { Entry } from "../../src/kinds/entry.ts";
import { statusReportView } from "../../src/kinds/status-report.ts";
import { openProject } from "../../src/project/project.ts";
import { memoryHost } from "../host.ts";

const source = (...fields: readonly string[]): string => `---\n${fields.join("\n")}\n---\nText.\n`;

const resolution = (id: string, date: string, ...more: readonly string[]): string =>
  source(
    "art: beschluss",
    `kennung: ${id}`,
    `titel: Beschluss ${id}`,
    "gremium: kreistag",
    `datum: ${date}`,
    "sichtbarkeit: öffentlich",
    ...more,
  );

function covered(files: Readonly<Record<string, string>>) {
  const { tree } = openProject(
    memoryHost({
      "content/k.md":
        "---\nart: körperschaft\nkennung: kreis\ntitel: Kreis Probe\ngremien: [{kennung: kreistag, name: Kreistag}]\n---\n",
      "content/bericht.md": source(
        "art: sachstandsbericht",
        "kennung: bericht",
        "titel: Beschlusskontrolle",
        "stand: 2026-07-01",
        "umfasst: {gremium: kreistag, seit: 2026-01-01, bis: 2026-06-30}",
        "sichtbarkeit: öffentlich",
      ),
      ...files,
    }),
  );
  const entry = tree?.find("status-report", "bericht");
  if (!tree || !entry) throw new Error("No report");
  return statusReportView(entry satisfies Entry, { tree, edition: "public" }).covers;
}

it("collects those of the first and the last day, and counts those of which nothing is known too", () => {
  const view = covered({
    "content/a.md": resolution("a", "2026-01-01", "umsetzung: {status: offen, frist: 2026-06-30}"),
    "content/b.md": resolution("b", "2026-06-30"),
    "content/c.md": resolution("c", "2026-07-01", "umsetzung: {status: umgesetzt}"),
    "content/d.md": resolution("d", "2025-12-31"),
  });
  expect(view?.resolutions.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(view?.overview).toEqual({
    counts: [
      { label: "offen", count: "1" },
      { label: "ohne Vermerk", count: "1" },
    ],
    total: "2",
    words: "2 Beschlüsse: 1 offen und 1 ohne Vermerk.",
    overdue: "1",
  });
});

it("speaks of one in the singular, and gives no overview if nothing is known of any", () => {
  const known = covered({ "content/a.md": resolution("a", "2026-02-01", "umsetzung: {status: umgesetzt}") });
  expect(known?.overview?.words).toBe("1 Beschluss: 1 umgesetzt.");
  expect(covered({ "content/a.md": resolution("a", "2026-02-01") })?.overview).toBeUndefined();
});
