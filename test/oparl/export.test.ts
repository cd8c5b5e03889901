/** The OParl data of the demonstration content: valid, complete, and nothing in it leads nowhere. */

import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { createHost } from "../../src/node/host.ts";
import { buildProject } from "../../src/project/build.ts";
import { tellingWords } from "../../src/project/gate/telling.ts";
import { MemoryFolder, memoryHost } from "../host.ts";
import { smallBody } from "../project/small-body.ts";
import { makeValidator } from "./schemas.ts";

const BASE = "https://sitzungen.kreis-auenstedt.example/";

interface Any {
  readonly id: string;
  readonly type: string;
  readonly [property: string]: unknown;
}

const output = new MemoryFolder("output");

beforeAll(async () => {
  await buildProject({ ...createHost({ content: "content", templates: "templates", output: "unused" }), output });
}, 120_000);

/** What a plain web server gives for an address, if the folder of public papers is its root. */
function get(url: string): Uint8Array | undefined {
  if (!url.startsWith(BASE)) return undefined;
  const path = decodeURIComponent(url.slice(BASE.length).replace(/#.*/, ""));
  const read = output.read(`public/${path}`);
  return "bytes" in read ? read.bytes : undefined;
}

function read(url: string): Any {
  const bytes = get(url);
  if (!bytes) throw new Error(`Nothing at ${url}.`);
  return JSON.parse(new TextDecoder().decode(bytes)) as Any;
}

function valuesIn(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [value];
  return Object.values(value).flatMap(valuesIn);
}

/** Everything that a reader finds who begins with the system and follows every address. */
function crawl(): ReadonlyMap<string, Any> {
  const found = new Map<string, Any>();
  const todo = [`${BASE}oparl/system.json`];
  for (let url = todo.pop(); url !== undefined; url = todo.pop()) {
    if (found.has(url)) continue;
    const object = read(url);
    found.set(url, object);
    for (const value of valuesIn(object))
      if (typeof value === "string" && value.startsWith(`${BASE}oparl/`)) todo.push(value);
  }
  return found;
}

/** Objects in objects, too. */
function objectsIn(value: unknown): readonly Any[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return "type" in value && "id" in value ? [value as Any, ...inner] : inner;
}

describe("OParl data", () => {
  it("are valid, each object and each object within it", () => {
    const validate = makeValidator();
    const faults = [...crawl()].flatMap(([url, value]) =>
      objectsIn(value).flatMap((object) => validate(object).map((fault) => `${url} ${object.id}: ${fault}`)),
    );
    expect(faults).toEqual([]);
  });

  it("has every object at its address, and no file that nothing leads to", () => {
    const found = crawl();
    for (const [url, object] of found) if ("type" in object) expect(object.id).toBe(url);
    const files = output.list().filter((path) => path.startsWith("public/oparl/") && !path.endsWith("manifest.json"));
    expect(new Set([...found.keys()].map((url) => `public/${decodeURIComponent(url.slice(BASE.length))}`))).toEqual(
      new Set(files),
    );
  });

  it("lead to every public file, with its size and checksum", () => {
    const files = [...crawl().values()].filter(({ type }) => type === "https://schema.oparl.org/1.1/File");
    for (const { accessUrl, size, sha512Checksum } of files) {
      const bytes = get(String(accessUrl)) ?? new Uint8Array();
      expect(bytes).toHaveLength(Number(size));
      expect(sha512Checksum).toBe(createHash("sha512").update(bytes).digest("hex"));
    }
    const named = files.map(({ accessUrl }) => decodeURIComponent(String(accessUrl).slice(BASE.length)));
    const there = output
      .list()
      .filter((path) => /^public\/(?!oparl\/)/.test(path) && !/(manifest\.json|index\.html)$/.test(path));
    expect(named.map((path) => `public/${path}`).sort()).toEqual(there);
    for (const { web } of crawl().values()) if (web !== undefined) expect(get(String(web))).toBeDefined();
  });

  it("have the agenda as the public invitation prints it", () => {
    const meeting = read(`${BASE}oparl/meeting/kreistag-2026-12-10.json`) as Any & { agendaItem: readonly Any[] };
    expect(meeting.start).toBe("2026-12-10T17:00:00+01:00");
    expect(meeting.agendaItem.map(({ order }) => order)).toEqual(meeting.agendaItem.map((_, index) => index));
    const shown = meeting.agendaItem.map((one) => [one.number, one.name, one.public].join(" | "));
    expect(shown.slice(-4)).toMatchInlineSnapshot(`
      [
        "Ö 11 | Hilfe nach dem Sturm vom 2. Dezember 2026 | true",
        "N 1 | Niederschrift | false",
        "N 2 | Grundstücksangelegenheit | false",
        "N 3 |  | false",
      ]
    `);
    const secret = meeting.agendaItem.filter((one) => one.public === false);
    for (const item of secret) {
      const allowed = ["created", "id", "modified", "name", "number", "order", "public", "type"];
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(item)));
    }
  });

  it("tell that an object was changed when something in it was", () => {
    for (const object of [...crawl().values()].flatMap(objectsIn)) {
      for (const part of objectsIn(Object.values(object)))
        if (!part.type.endsWith("/Location") && typeof object.modified === "string")
          expect(`${object.id} ${object.modified >= String(part.modified)}`).toBe(`${object.id} true`);
    }
  });

  it("have what was decided, with the words of the resolution", () => {
    const item = read(`${BASE}oparl/agendaitem/kt-2025-12-11-feuerwehr.json`);
    expect(item.result).toBe("beschlossen");
    expect(item.resolutionText).toMatch(/Feuerwehr/);
    expect(read(`${BASE}oparl/meeting/kreistag-2025-12-11.json`).agendaItem).toHaveLength(1);
  });

  it("name who moved, who is in charge and where a paper was before", () => {
    const paper = read(`${BASE}oparl/paper/antrag-buslinie.json`) as Any & { consultation: readonly Any[] };
    expect(paper.paperType).toBe("Antrag");
    expect(paper.originatorOrganization ?? paper.originatorPerson).toBeDefined();
    expect(paper.consultation.map(({ role }) => role)).toContain("Vorberatung");
    const item = read(`${BASE}oparl/paper/kt-2026-12-10-top-03-1.json`);
    expect(item.relatedPaper).toContain(paper.id);
    expect(item.underDirectionOf).toHaveLength(1);
  });

  it("say nothing that only non-public sources say", () => {
    const text = output
      .list()
      .filter((path) => path.startsWith("public/oparl/"))
      .flatMap((path) => [path, output.text(path)])
      .join("\n");
    const words = tellingWords(decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, "%25")));
    for (const secret of ["gutachten", "eichenfurt", "mietangebot", "leitung"]) expect(words).not.toContain(secret);
    expect(text).not.toMatch(/top-n\d|antrag-leitung|entschaedigung/);
  });
});

it("files keep their ids when their items get other numbers", async () => {
  const head = "art: körperschaft\nkennung: kreis\ntitel: Kreis Probe\ngremien: [{kennung: kreistag, name: Kreistag}]";
  const plan = "anlagen: [{titel: Plan, datei: plan.csv, sichtbarkeit: öffentlich}]";
  const item = (id: string, number: number): string =>
    `---\nart: tagesordnungspunkt\nkennung: ${id}\nsitzung: s1\nnummer: ${number}\ntitel: Haushalt\nsichtbarkeit: öffentlich\nanträge: [antrag]\n${plan}\n---\nText.\n`;
  const idsWith = async (number: number, other: number): Promise<readonly string[]> => {
    const host = memoryHost({
      "content/k.md": `---\n${head}\nveröffentlichung: {basisadresse: "https://kreis.example/"}\n---\n`,
      "content/s.md": "---\nart: sitzung\nkennung: s1\ntitel: Sitzung\ngremium: kreistag\ndatum: 2026-12-10\n---\n",
      "content/h.md": item("haushalt", number),
      "content/n.md": item("nachtrag", other),
      "content/a.md": `---\nart: antrag\nkennung: antrag\ntitel: Antrag\nsichtbarkeit: öffentlich\ndatum: 2026-11-02\nantragsteller: [{name: Eine Gruppe}]\n${plan}\n---\nText.\n`,
      "content/plan.csv": "a;b",
    });
    await buildProject(host);
    return host.output.list().filter((path) => path.startsWith("public/oparl/file/"));
  };
  const ids = await idsWith(4, 5);
  expect(await idsWith(7, 5)).toEqual(ids);
  expect(ids.filter((path) => path.includes("haushalt"))).toHaveLength(4);
});

it("have each consultation of a paper once, though several items deal with it", async () => {
  const head =
    "art: körperschaft\nkennung: kreis\ntitel: Kreis Probe\ngremien: [{kennung: a, name: A}, {kennung: b, name: B}]";
  const meeting = (id: string, committee: string, day: string): string =>
    `---\nart: sitzung\nkennung: ${id}\ntitel: Sitzung\ngremium: ${committee}\ndatum: ${day}\n---\n`;
  const item = (id: string): string =>
    `---\nart: tagesordnungspunkt\nkennung: top-${id}\nsitzung: ${id}\nnummer: 1\ntitel: Radweg\nsichtbarkeit: öffentlich\nanträge: [antrag]\nbeschlüsse: [beschluss]\n---\nText.\n`;
  const host = memoryHost({
    "content/k.md": `---\n${head}\nveröffentlichung: {basisadresse: "https://kreis.example/"}\n---\n`,
    "content/1.md": meeting("s1", "a", "2026-06-10"),
    "content/2.md": meeting("s2", "b", "2026-09-10"),
    "content/3.md": meeting("s3", "a", "2026-12-10"),
    "content/t1.md": item("s1"),
    "content/t2.md": item("s2"),
    "content/t3.md": item("s3"),
    "content/a.md":
      "---\nart: antrag\nkennung: antrag\ntitel: Radweg\nsichtbarkeit: öffentlich\ndatum: 2026-03-02\nantragsteller: [{name: Mara Feld}]\n---\nText.\n",
    "content/b.md":
      "---\nart: beschluss\nkennung: beschluss\ntitel: Radweg\nsichtbarkeit: öffentlich\ndatum: 2026-03-10\ngremium: a\nergebnis: vertagt\n---\nText.\n",
  });
  await buildProject(host);
  const paper = JSON.parse(host.output.text("public/oparl/paper/antrag.json")) as { consultation: readonly Any[] };
  const under = paper.consultation.map(({ id, role }) => [id.split("/").at(-2), role]);
  expect(under.sort()).toEqual(
    [["beschluss", "Vorberatung"], ["top-s1"], ["top-s2"], ["top-s3"]].map(([id, role]) => [id, role]),
  );
});

it("say nothing of an agenda of which an item cannot be read, and lead to nothing that is not there", async () => {
  const files = smallBody() as Record<string, string>;
  const kreis = files["content/kreis.md"]?.replace(
    "titel: Kreis Probe",
    "titel: Kreis Probe\nveröffentlichung: {basisadresse: 'https://kreis.example/'}",
  );
  const host = memoryHost({
    ...files,
    "content/kreis.md": kreis ?? "",
    "content/s/top-1.md": files["content/s/top-1.md"]?.replace("nummer: 1", "numer: 1") ?? "",
  });
  await buildProject(host);
  const data = host.output.list().filter((path) => path.startsWith("public/oparl/") && !path.endsWith("manifest.json"));
  expect(data.filter((path) => path.includes("/agendaitem/"))).toEqual([]);
  expect(data.filter((path) => path.includes("/meeting/")).length).toBeGreaterThan(0);
  for (const path of data) {
    for (const [, address = ""] of host.output.text(path).matchAll(/"https:\/\/kreis\.example\/(oparl\/[^"#]+)/g))
      expect(data).toContain(`public/${decodeURIComponent(address)}`);
  }
});
