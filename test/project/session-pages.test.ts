/** The page of a meeting, and the attachments beside the papers: what is linked, what stays hidden, what goes again. */

import { beforeAll, describe, expect, it } from "vitest";
import { readPageStrings } from "../../src/html/read-strings.ts";
import { createHost } from "../../src/node/host.ts";
import { buildProject } from "../../src/project/build.ts";
import { verifyOutput } from "../../src/project/verify.ts";
import { MemoryFolder, memoryHost } from "../host.ts";
import { smallBody } from "./small-body.ts";

const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/ href="([^"#]+)"/g)].map(([, href = ""]) => decodeURIComponent(href));

/** A path relative to a page → the path in the output folder. */
const resolve = (page: string, href: string): string => new URL(href, `file:///${page}`).pathname.slice(1);

const published = (files: Record<string, string | Uint8Array>): Record<string, string | Uint8Array> => ({
  ...files,
  "content/kreis.md": String(files["content/kreis.md"]).replace(
    "titel: Kreis Probe",
    "titel: Kreis Probe\nveröffentlichung: {basisadresse: 'https://sitzungen.example/kreis'}",
  ),
});

const body = () => published(smallBody() as Record<string, string | Uint8Array>);

describe("the page of a meeting", () => {
  const output = new MemoryFolder("output");
  beforeAll(async () => {
    await buildProject({ ...createHost({ content: "content", templates: "templates", output: "unused" }), output });
  }, 120_000);

  it.each(["public", "internal"])("links to every %s file, and to nothing else", (edition) => {
    const page = `${edition}/kreistag-2026-12-10/index.html`;
    const links = linksIn(output.text(page)).map((href) => resolve(page, href));
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) expect(output.list()).toContain(link);
    const own = output.list().filter((path) => path.startsWith(`${edition}/kreistag-2026-12-10/`));
    expect(
      [...links.filter((link) => link.startsWith(edition)), page, page.replace("index.html", "manifest.json")].sort(),
    ).toEqual(own);
    // The public folder can be given away alone.
    if (edition === "public") for (const link of links) expect(link).toMatch(/^public\/kreistag-2026-12-10\//);
  });

  it("says of each item what it is, how long it is, and what became of it", () => {
    const words = readPageStrings(output.text("public/kreistag-2026-12-10/index.html")).join(" ").replace(/\s+/g, " ");
    expect(words).toContain("Donnerstag, 10. Dezember 2026, 17:00 Uhr");
    expect(words).toMatch(/TOP Ö 3\.1 Neue Buslinie 27 .* TOP Ö 3\.1: Vorlage \(PDF\) 4 Seiten, \d+ KB/);
    expect(words).toMatch(/Tempo 70 auf der Kreisstraße 8 bei Moorhusen zurückgezogen/);
    expect(words).toMatch(/Hilfe nach dem Sturm vom 2. Dezember 2026 Nachtrag vom 4. Dezember 2026/);
    expect(words).toMatch(/Schülerzahlen nach Schulen als Datei CSV, \d KB/);
  });

  it("tells in public of what is not public only what the body's rules allow", () => {
    const words = readPageStrings(output.text("public/kreistag-2026-12-10/index.html")).join(" ").replace(/\s+/g, " ");
    expect(words).toMatch(/TOP N 2 Grundstücksangelegenheit TOP N 3 nichtöffentlich$/);
    expect(words).not.toMatch(/Mietangebot|Eichenfurt|gutachten|intern/i);
    const internal = readPageStrings(output.text("internal/kreistag-2026-12-10/index.html")).join(" ");
    expect(internal).toMatch(/Erwerb von Flächen für den Polder Eichenfurt/);
    expect(internal).toMatch(/Verkehrswertgutachten/);
  });
});

describe("what lies beside papers", () => {
  it("is the same whether built at once or by parts, and is verified", async () => {
    const atOnce = memoryHost(body());
    await buildProject(atOnce, { meeting: "sitzung-1" });
    await buildProject(atOnce);
    const byParts = memoryHost(Object.fromEntries(Object.entries(body()).reverse()));
    await buildProject(byParts, { meeting: "sitzung-1" });
    expect(byParts.output.list()).toContain("public/sitzung-1/index.html");
    await buildProject(byParts, { papers: ["antrag-1"] });
    await buildProject(byParts);
    const filesOf = ({ files }: MemoryFolder) =>
      Object.fromEntries([...files].filter(([path]) => /^(public|internal)/.test(path)).sort());
    expect(filesOf(byParts.output)).toEqual(filesOf(atOnce.output));
    expect(verifyOutput(atOnce.output).diagnostics).toEqual([]);
    expect(atOnce.output.list()).toContain("public/sitzung-1/05-anlage-top-5-blatt.txt");
    expect(atOnce.output.list()).toContain("internal/sitzung-1/05-anlage-top-5-blatt.txt");
  });

  it("is mended if someone touched it, and left alone otherwise", async () => {
    const host = memoryHost(body());
    await buildProject(host);
    const states = (): unknown =>
      host.output
        .list()
        .filter((path) => /^public/.test(path))
        .map((path) => host.output.state(path));
    const before = states();
    await buildProject(host);
    expect(states()).toEqual(before);
    for (const path of [
      "public/oparl/system.json",
      "public/sitzung-1/index.html",
      "public/sitzung-1/05-anlage-top-5-blatt.txt",
    ]) {
      host.output.write(path, new Uint8Array([32]));
      await buildProject(host);
      expect(verifyOutput(host.output).diagnostics).toEqual([]);
    }
  });

  it("goes when it is not public any more, even if its source is broken", async () => {
    const host = memoryHost(body());
    await buildProject(host);
    const item = String(body()["content/s/top-5.md"]);
    const withheld = item.replace(
      "blatt.txt, sichtbarkeit: öffentlich",
      "blatt.txt, sichtbarkeit: nichtöffentlich, x: y",
    );
    const broken = memoryHost({ ...body(), "content/s/top-5.md": withheld });
    await buildProject({ ...broken, output: host.output }, { papers: ["top-1"] });
    const left = host.output.publicFiles();
    expect(left.filter((path) => path.includes("blatt"))).toEqual([]);
    for (const path of left.filter((one) => /index\.html|oparl/.test(one)))
      expect(host.output.text(path)).not.toMatch(/Offenes Blatt/);
  });

  it("goes if the whole body is broken and something in it is withheld", async () => {
    const host = memoryHost(body());
    await buildProject(host);
    const broken = memoryHost({
      ...body(),
      "content/kreis.md": String(body()["content/kreis.md"]).replace("titel:", "titl:"),
      "content/s/top-1.md": String(body()["content/s/top-1.md"]).replace("öffentlich", "nichtöffentlich"),
    });
    await buildProject({ ...broken, output: host.output });
    const left = host.output.publicFiles();
    expect(left.filter((path) => /oparl\/.*\.json|sitzung-1\/index/.test(path) && !/manifest/.test(path))).toEqual([]);
  });

  it("goes with the address under which it was published", async () => {
    const host = memoryHost(body());
    await buildProject(host);
    await buildProject({ ...memoryHost(smallBody()), output: host.output });
    expect(host.output.list().filter((path) => path.includes("oparl"))).toEqual([]);
  });
});

it("lists attachments in the order of their source, and waits for items that cannot be read", async () => {
  const files = {
    "content/k.md":
      "---\nart: körperschaft\nkennung: kreis\ntitel: Kreis Probe\ngremien: [{kennung: kreistag, name: Kreistag}]\n---\n",
    "content/s.md": "---\nart: sitzung\nkennung: s1\ntitel: Sitzung\ngremium: kreistag\ndatum: 2026-12-10\n---\n",
    "content/a.md":
      "---\nart: tagesordnungspunkt\nkennung: a\nsitzung: s1\nnummer: 1\ntitel: Haushalt\nsichtbarkeit: öffentlich\nanlagen:\n  - {titel: Zahlen, datei: z.csv, sichtbarkeit: öffentlich}\n  - {titel: Anfang, datei: a.csv, sichtbarkeit: öffentlich}\n---\nText.\n",
    "content/a.csv": "1",
    "content/z.csv": "2",
  };
  const host = memoryHost(files);
  await buildProject(host);
  const page = host.output.text("public/s1/index.html");
  expect(page.indexOf("Zahlen")).toBeLessThan(page.indexOf("Anfang"));
  const broken = {
    ...files,
    "content/b.md": files["content/a.md"].replace("kennung: a", "kennung: b").replace("nummer: 1", "numer: 2"),
  };
  await buildProject({ ...memoryHost(broken), output: host.output });
  expect(host.output.text("public/s1/index.html")).toBe(page);
  const fresh = memoryHost(broken);
  await buildProject(fresh);
  expect(fresh.output.list()).not.toContain("public/s1/index.html");
});

it("leads from a long agenda's head to each of its items, and a short one has no need of it", async () => {
  const files = (count: number): Record<string, string> => ({
    "content/k.md":
      "---\nart: körperschaft\nkennung: kreis\ntitel: Kreis Probe\ngremien: [{kennung: kreistag, name: Kreistag}]\n---\n",
    "content/s.md": "---\nart: sitzung\nkennung: s1\ntitel: Sitzung\ngremium: kreistag\ndatum: 2026-12-10\n---\n",
    ...Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `content/${index}.md`,
        `---\nart: tagesordnungspunkt\nkennung: p-${index}\nsitzung: s1\nnummer: ${index + 1}\ntitel: Punkt\nsichtbarkeit: öffentlich\n---\nText.\n`,
      ]),
    ),
  });
  const jumps = async (count: number): Promise<readonly string[]> => {
    const host = memoryHost(files(count));
    await buildProject(host, { meeting: "s1" });
    const page = host.output.text("public/s1/index.html");
    const ids = [...page.matchAll(/ href="#(top-[^"]+)"/g)].map(([, id = ""]) => id);
    for (const id of ids) expect(page).toContain(`<li id="${id}"`);
    return ids;
  };
  expect(await jumps(12)).toHaveLength(12);
  expect(await jumps(3)).toEqual([]);
});
