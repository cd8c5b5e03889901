/** A real agenda item of a county, and the status report that its resolution asks for. Skipped where the case is absent. */

import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { createHost } from "../../src/node/host.ts";
import { checkProject } from "../../src/project/check.ts";
import { firstMissing } from "../in-order.ts";
import { diagnosticsOf } from "../report.ts";
import { type Build, buildFolder } from "./build-folder.ts";

const folder = "../shared/cases/kommunales-integrationszentrum";
const isThere = existsSync(folder);
if (!isThere) process.stderr.write(`Skipped: the case ${folder} is not there.\n`);

/** Words without bullets of the original's symbol font. */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize("NFC")
    .replace(/[\uE000-\uF8FF\u2022]/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "");
}

describe.skipIf(!isThere)("the real case", () => {
  let build: Build;
  beforeAll(async () => {
    build = await buildFolder(`${folder}/content`);
  });

  it("has nothing to report", () => {
    const host = createHost({ content: `${folder}/content`, templates: "none", output: "none" });
    for (const report of [checkProject(host), build.report]) {
      expect(diagnosticsOf(report)).toEqual([]);
      expect(report.outcome).toBe("succeeded");
      expect(report.documents).toHaveLength(7);
    }
  });

  it("prints every word of the original in its order, then the annex", async () => {
    const text = await build.text("sozga-2012-06-14-top-11");
    // The published heading has a hyphen where ours has a dash.
    const original = readFileSync(`${folder}/original.txt`, "utf8").replace(" - Antrag", " – Antrag");
    expect(firstMissing(wordsOf(original), wordsOf(text))).toBeUndefined();
    expect(text.indexOf("Anlage 1: Einrichtung")).toBeGreaterThan(text.indexOf("Vorbereitung Integrationsgipfel"));
  });

  it("makes the heading from the data", async () => {
    const text = await build.text("sozga-2012-06-14-top-11");
    expect(text).toMatch(
      /^Tagesordnungspunkt 11: Einrichtung eines "Kommunalen Integrationszentrums" – Antrag der Fraktion Bündnis 90\/Die Grünen vom 19\.04\.2012/,
    );
  });

  it("shows in the status report who asked for it, and how far the measures are", async () => {
    const text = await build.text("sachstandsbericht-integration-2012");
    expect(text).toContain("Der Schulausschuss beauftragt die Verwaltung einen Sachstandsbericht aller Aktivitäten");
    expect(text).toContain("Der Schulausschuss hat am 21.05.2012 folgenden Beschluss gefasst:");
    expect(text).toMatch(/offen 2 in Umsetzung 2 laufend 3 umgesetzt 1 zusammen 8/);
    expect(text).toMatch(
      /Besetzung der beiden Lehrerstellen Stand offen – überfällig Zuständig Schulamt Frist 01\.06\.2012 \(überschritten\) Vermerk Ausgeschrieben; das Schulministerium ordnet ab\./,
    );
    expect(text.match(/überfällig/g)).toHaveLength(2);
  });
});
