/** The agenda of a meeting: order, numbers, what each edition tells, and that it follows its items. */

import { expect, it } from "vitest";
import { agendaOf } from "../../src/kinds/agenda.ts";
import type { Edition } from "../../src/model/report.ts";
import { buildProject } from "../../src/project/build.ts";
import { openProject } from "../../src/project/project.ts";
import { type Files, memoryHost } from "../host.ts";
import { inflatePdf } from "../pdf/inflate.ts";
import { bodyText } from "../pdf/read-pdf.ts";

const source = (fields: readonly string[], text = ""): string => `---\n${fields.join("\n")}\n---\n${text}\n`;

const body = (...rules: readonly string[]): string =>
  source([
    "art: körperschaft",
    "kennung: kreis",
    "titel: Kreis Probe",
    "gremien: [{kennung: kreistag, name: Kreistag}]",
    ...(rules.length > 0 ? ["regeln:", ...rules.map((rule) => `  ${rule}`)] : []),
  ]);

const meeting = (...more: readonly string[]): string =>
  source([
    "art: sitzung",
    "kennung: sitzung-1",
    "titel: Sitzung des Kreistags",
    "gremium: kreistag",
    "nummer: 7",
    "datum: 2026-12-10",
    ...more,
  ]);

const item = (id: string, number: string, title: string, isPublic: boolean, ...more: readonly string[]): string =>
  source(
    [
      "art: tagesordnungspunkt",
      `kennung: ${id}`,
      "sitzung: sitzung-1",
      `nummer: ${number}`,
      `titel: ${title}`,
      `sichtbarkeit: ${isPublic ? "öffentlich" : "nichtöffentlich"}`,
      ...more,
    ],
    "Text.",
  );

function agenda(files: Files, edition: Edition = "internal") {
  const { tree } = openProject(memoryHost(files));
  const entry = tree?.find("meeting", "sitzung-1");
  if (!tree || !entry) throw new Error("No meeting");
  return agendaOf(entry, { tree, edition }).parts.map(({ key, lines }) => ({
    key,
    lines: lines.map(({ label, title }) => `${label} ${title ?? "–"}`),
  }));
}

const fixed = [
  "festpunkte:",
  "  - {titel: Eröffnung, position: Anfang, sichtbarkeit: öffentlich}",
  "  - {titel: Anfragen, position: Ende, sichtbarkeit: öffentlich}",
  "  - {titel: Niederschrift N, position: Anfang, sichtbarkeit: nichtöffentlich}",
];

it("orders numbers as people do", () => {
  const numbers = ["10", "3.10", "3", "4", "3.2", "3.1", "1", "2"];
  const items = Object.fromEntries(
    numbers.map((number, index) => [`content/${index}.md`, item(`i${index}`, number, "Gegenstand", true)]),
  );
  const [part] = agenda({ "content/k.md": body(), "content/s.md": meeting(), ...items });
  expect(part?.lines.map((line) => line.split(" ")[0])).toEqual(["1", "2", "3", "3.1", "3.2", "3.10", "4", "10"]);
});

it("counts fixed items on through both parts, or anew in each", () => {
  const files = (later: string, second: string) => ({
    "content/s.md": meeting("nachträge: [2026-12-04]"),
    "content/a.md": item("a", "2", "Erster", true),
    "content/b.md": item("b", "3.1", "Zweiter", true),
    "content/c.md": item("c", later, "Später", true, "nachtrag: 2026-12-04"),
    "content/d.md": item("d", second, "Dritter", false),
  });
  expect(agenda({ "content/k.md": body("nummerierung: fortlaufend", ...fixed), ...files("7", "6") })).toEqual([
    { key: "public", lines: ["1 Eröffnung", "2 Erster", "3.1 Zweiter", "4 Anfragen", "7 Später"] },
    // As they were sent before the supplement.
    { key: "non-public", lines: ["5 Niederschrift N", "6 Dritter"] },
  ]);
  expect(agenda({ "content/k.md": body("nummerierung: je Teil", ...fixed), ...files("5", "2") })).toEqual([
    { key: "public", lines: ["Ö 1 Eröffnung", "Ö 2 Erster", "Ö 3.1 Zweiter", "Ö 4 Anfragen", "Ö 5 Später"] },
    { key: "non-public", lines: ["N 1 Niederschrift N", "N 2 Dritter"] },
  ]);
  const prefixes = "kürzel: {öffentlich: I., nichtöffentlich: II.}";
  const [, second] = agenda({ "content/k.md": body("nummerierung: je Teil", prefixes, ...fixed), ...files("5", "2") });
  expect(second?.lines).toEqual(["II. 1 Niederschrift N", "II. 2 Dritter"]);
});

it("takes a meeting's own fixed items instead of the body's", () => {
  const own = "festpunkte: [{titel: Ehrungen, position: Anfang, sichtbarkeit: öffentlich}]";
  const files = {
    "content/k.md": body(...fixed),
    "content/s.md": meeting(own),
    "content/a.md": item("a", "2", "Erster", true),
  };
  expect(agenda(files)).toEqual([{ key: "public", lines: ["1 Ehrungen", "2 Erster"] }]);
});

const secrets = ["Geheimtitel", "geheim-kennung", "Geheimpunkt", "geheimdatei", "Geheimgutachten", "12.34.5"];

const withSecrets = (rule: string): Files => ({
  "content/k.md": body(
    `nichtöffentliches: ${rule}`,
    "festpunkte:",
    "  - {titel: Geheimpunkt, position: Ende, sichtbarkeit: nichtöffentlich, öffentlicher-titel: Schlussworte}",
  ),
  "content/s.md": meeting("nachträge: [2026-12-04]"),
  "content/a.md": item("a", "1", "Offenes", true),
  "content/geheimdatei.md": item(
    "geheim-kennung",
    "2",
    "Geheimtitel 12.34.5",
    false,
    "öffentlicher-titel: Grundstückssache",
    "nachtrag: 2026-12-04",
    "zurückgezogen: ja",
    "anlagen: [{titel: Geheimgutachten, datei: x.txt, sichtbarkeit: nichtöffentlich}]",
  ),
  "content/b.md": item("b", "10.10.3", "Geheimtitel zwei", false),
  "content/x.txt": "x",
});

it.each([
  ["nur Nummer", ["1 Offenes", "2 –", "10.10.3 –", "11 –"]],
  ["öffentlicher Titel", ["1 Offenes", "2 Grundstückssache", "10.10.3 –", "11 Schlussworte"]],
])("tells the public no more of non-public items than the rule says: %s", async (rule, lines) => {
  const host = memoryHost(withSecrets(rule));
  expect(agenda(withSecrets(rule), "public").flatMap((part) => part.lines)).toEqual(lines);
  const { documents } = await buildProject(host);
  expect(documents.flatMap(({ diagnostics }) => diagnostics).filter(({ severity }) => severity === "error")).toEqual(
    [],
  );
  const path = "sitzung-1/tagesordnung-sitzung-1.pdf";
  expect(host.output.publicFiles()).toContain(`public/${path}`);
  expect(await bodyText(host.output.bytes(`internal/${path}`))).toMatch(/Geheimtitel 12\.34\.5 – zurückgezogen/);
  const shown = await bodyText(host.output.bytes(`public/${path}`));
  expect(shown.includes("Grundstückssache") && shown.includes("Schlussworte")).toBe(rule === "öffentlicher Titel");
  const hidden = rule === "nur Nummer" ? [...secrets, "Grundstückssache", "Schlussworte"] : secrets;
  for (const one of host.output.publicFiles()) {
    const bytes = host.output.bytes(one);
    const isPdf = one.endsWith(".pdf");
    const texts = [one, Buffer.from(bytes).toString("utf8"), isPdf ? inflatePdf(bytes) + (await bodyText(bytes)) : ""];
    for (const secret of hidden) {
      const utf16 = Buffer.from(secret, "utf16le").swap16();
      const forms = [secret, utf16.toString("latin1"), utf16.toString("hex")];
      const found = texts.filter((text) => forms.some((form) => text.includes(form)));
      expect({ path: one, secret, found: found.length }).toEqual({ path: one, secret, found: 0 });
    }
  }
});

it("announces a session also if all of it is non-public, and nothing for a meeting that others only refer to", async () => {
  const all = {
    "content/k.md": body(),
    "content/s.md": meeting(),
    "content/a.md": item("a", "1", "Personalsache", false),
  };
  const host = memoryHost(all);
  await buildProject(host);
  expect(host.output.publicFiles()).toContain("public/sitzung-1/tagesordnung-sitzung-1.html");
  const empty = memoryHost({ "content/k.md": body(...fixed), "content/s.md": meeting() });
  expect((await buildProject(empty)).documents.flatMap(({ outputs }) => outputs)).toEqual([]);
});

it("does not print while an item that may belong to it cannot be read", async () => {
  const files = { "content/k.md": body(), "content/s.md": meeting(), "content/a.md": item("a", "1", "Erster", true) };
  const broken = { ...files, "content/b.md": item("b", "2", "Zweiter", true).replace("nummer", "numer") };
  const { documents } = await buildProject(memoryHost(broken));
  expect(documents.map(({ id, outcome, blockedBy }) => [id, outcome, blockedBy])).toEqual([
    ["a", "built", []],
    ["b", "failed", []],
    ["kreis", "unchanged", []],
    ["sitzung-1", "failed", ["content/b.md"]],
  ]);
});

it.each([
  ["names a meeting that there is not", (text: string) => text.replace("sitzung-1", "sitzung-l")],
  ["has the id of another", (text: string) => text.replace("kennung: b", "kennung: A")],
  ["has a number with words", (text: string) => text.replace("nummer: 2", "nummer: 2 Ankauf")],
  ["has the prefix of the other part", (text: string) => text.replace("nummer: 2", "nummer: N 2")],
])("does not print while an item %s, also if only the meeting is built", async (_, mistake) => {
  const good = { "content/k.md": body(), "content/s.md": meeting(), "content/a.md": item("a", "1", "Erster", true) };
  const files = { ...good, "content/b.md": mistake(item("b", "2", "Zweiter", true)) };
  const { documents } = await buildProject(memoryHost(files), { meeting: "sitzung-1" });
  expect(documents.find(({ id }) => id === "sitzung-1")).toMatchObject({
    outcome: "failed",
    blockedBy: ["content/b.md"],
  });
  expect(documents.find(({ file }) => file === "content/b.md")?.diagnostics.map(({ severity }) => severity)).toContain(
    "error",
  );
});

it("follows its items: a new one, one that goes, one that turns non-public, a rule that changes", async () => {
  const { output } = memoryHost({});
  const path = "public/sitzung-1/tagesordnung-sitzung-1.html";
  const build = async (files: Files) => {
    const { documents } = await buildProject({ ...memoryHost(files), output });
    const outcome = documents.find(({ id }) => id === "sitzung-1")?.outcome;
    const html = output.text(path);
    return { outcome, shown: ["Erster", "Zweiter", "Grundstück"].filter((word) => html.includes(word)) };
  };
  const one = { "content/k.md": body(), "content/s.md": meeting(), "content/a.md": item("a", "1", "Erster", true) };
  const two = { ...one, "content/b.md": item("b", "2", "Zweiter", true) };
  const hidden = { ...one, "content/b.md": item("b", "2", "Zweiter", false, "öffentlicher-titel: Grundstück") };
  const announced = { ...hidden, "content/k.md": body("nichtöffentliches: öffentlicher Titel") };
  const other = {
    "content/t.md": meeting().replace("sitzung-1", "sitzung-2"),
    "content/z.md": item("z", "1", "Woanders", true).replace("sitzung-1", "sitzung-2"),
  };
  expect(await build(one)).toEqual({ outcome: "built", shown: ["Erster"] });
  expect(await build({ ...one, ...other })).toEqual({ outcome: "unchanged", shown: ["Erster"] });
  expect(await build(two)).toEqual({ outcome: "built", shown: ["Erster", "Zweiter"] });
  expect(await build(hidden)).toEqual({ outcome: "built", shown: ["Erster"] });
  expect(await build(announced)).toEqual({ outcome: "built", shown: ["Erster", "Grundstück"] });
  expect(await build(hidden)).toEqual({ outcome: "built", shown: ["Erster"] });
  expect(await build(one)).toEqual({ outcome: "built", shown: ["Erster"] });
});

it.each([
  ["the rule goes", (files: Files): Files => ({ ...files, "content/k.md": body() })],
  ["a title goes", (files: Files): Files => ({ ...files, "content/b.md": item("b", "2", "Zweiter", false) })],
])("takes an agenda back that announces too much, also if only another paper is built: %s", async (_, change) => {
  const { output } = memoryHost({});
  const build = (files: Files, papers?: readonly string[]) =>
    buildProject({ ...memoryHost(files), output }, papers ? { papers } : {});
  const files: Files = {
    "content/k.md": body("nichtöffentliches: öffentlicher Titel"),
    "content/s.md": meeting(),
    "content/a.md": item("a", "1", "Erster", true),
    "content/b.md": item("b", "2", "Zweiter", false, "öffentlicher-titel: Grundstück"),
  };
  await build(files);
  await build({ ...files, "content/b.md": "---\nart: ?" }, ["a"]);
  expect(output.list()).toContain("public/sitzung-1/tagesordnung-sitzung-1.pdf");
  await build(change(files), ["a"]);
  const page = "public/sitzung-1/index.html";
  const told = output.publicFiles().filter((path) => /^public\/sitzung-1\/(tagesordnung|index)/.test(path));
  expect(told).toEqual([page]);
  expect(output.text(page)).not.toContain("Grundstück");
});

it("sets the full stop of a session's number once, also where it was typed", () => {
  const files = { "content/k.md": body(), "content/s.md": meeting().replace("nummer: 7", "nummer: 7.") };
  expect(openProject(memoryHost(files)).tree?.find("meeting", "sitzung-1")?.data.number).toBe("7");
});
