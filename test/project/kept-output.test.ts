/** What was there stays if it is not sure that it has to go; what must not be public goes in any case. */

import { expect, it } from "vitest";
import type { Host, WritableFolder, WriteFailure } from "../../src/model/host.ts";
import type { BuildEvent, Report } from "../../src/model/report.ts";
import { printPaper } from "../../src/print.ts";
import { buildProject } from "../../src/project/build.ts";
import { checkProject } from "../../src/project/check.ts";
import { openLedger } from "../../src/project/outputs.ts";
import { verifyOutput } from "../../src/project/verify.ts";
import { type Files, MemoryFolder, memoryHost } from "../host.ts";
import { diagnosticsOf } from "../report.ts";
import { smallBody } from "./small-body.ts";

const codes = (report: Report): readonly string[] => diagnosticsOf(report).map(({ code }) => code);

/** Files of record; the list of manifests and the program's own files come and go with builds. */
function papers(output: MemoryFolder): readonly string[] {
  return output.list().filter((path) => /^(public|internal)\//.test(path));
}

async function built(files: Files = smallBody()) {
  const host = memoryHost(files);
  expect((await buildProject(host)).outcome).toBe("succeeded");
  const before = papers(host.output);
  expect(before.length).toBeGreaterThan(10);
  /** The same output with other sources. */
  const after = (changed: Files) => ({ ...memoryHost(changed), output: host.output });
  return { host, before, after };
}

const without = (files: Files, ...gone: readonly string[]): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !gone.includes(path)));

const hidden = (files: Files, path: string): Files => ({
  ...files,
  [path]: String(files[path]).replace("sichtbarkeit: öffentlich", "sichtbarkeit: nichtöffentlich"),
});

it("does nothing while a folder of sources is closed, and names the folder", async () => {
  const { host, before } = await built();
  const open = host.content as MemoryFolder;
  const files = Object.fromEntries([...open.files].filter(([path]) => !path.startsWith("s/")));
  const closed = new MemoryFolder("content", files);
  closed.list = () => ["kreis.md", "p/antrag-1.md", "s/"];
  for (const selection of [{}, { papers: ["antrag-1"] }, { meeting: "sitzung-1" }]) {
    const report = await buildProject({ ...host, content: closed }, selection);
    expect(codes(report)).toEqual(["folder-unreadable"]);
    expect(report.diagnostics[0]?.message.de).toContain("„content/s“");
    expect(report.outcome).toBe("failed");
  }
  expect(codes(checkProject({ ...host, content: closed }))).toEqual(["folder-unreadable"]);
  expect(papers(host.output)).toEqual(before);
});

it("does not print in the shipped look because the own one may not be read", async () => {
  const { host, before, after } = await built();
  const bytes = before.map((path) => host.output.text(path));
  const report = await buildProject(after({ ...smallBody(), "templates/theme.yaml": { failure: "denied" } }));
  expect(new Set(codes(report))).toEqual(new Set(["file-unreadable"]));
  expect(report.diagnostics[0]?.place?.file).toBe("templates/theme.yaml");
  expect(before.map((path) => host.output.text(path))).toEqual(bytes);
});

it("leaves the papers of another body alone", async () => {
  const { host, before, after } = await built();
  const moved = Object.entries(smallBody()).map(([path, file]) => [path.replace("content/", "content/neu/"), file]);
  for (const selection of [{}, { papers: ["top-1"] }, { meeting: "gibt-es-nicht" }]) {
    const report = await buildProject(after(Object.fromEntries(moved)), selection);
    expect(codes(report)).toEqual(["output-of-other-sources"]);
  }
  expect(papers(host.output)).toEqual(before);
});

it("keeps what it has while the body is missing, but for what is public no longer", async () => {
  const { host, before, after } = await built();
  const report = await buildProject(after(without(smallBody(), "content/kreis.md")));
  expect(codes(report)).toContain("body-missing");
  expect(report.removed).toEqual([]);
  expect(papers(host.output)).toEqual(before);
  const hiding = hidden(without(smallBody(), "content/kreis.md"), "content/s/top-2.md");
  const { removed } = await buildProject(after(hiding));
  expect(removed.filter((path) => path.includes("top-2"))).not.toEqual([]);
  expect(papers(host.output).filter((path) => path.startsWith("public/") && path.includes("top-2"))).toEqual([]);
});

it("takes back an agenda that announces too much also beside notes, but not beside what may be an item", async () => {
  const path = "content/s/top-4.md";
  const silent = { ...smallBody(), [path]: String(smallBody()[path]).replace(/öffentlicher-titel: .*\n/, "") };
  for (const [name, text, isGone] of [
    ["content/notizen.md", "Notizen\n", true],
    ["content/p/antrag-9.md", "---\nart: antrag\n", true],
    ["content/p/x.md", "---\nkennung: top-9\n", false],
    ["content/s/x.md", "", false],
  ] as const) {
    const { host, after } = await built();
    const agenda = () => host.output.publicFiles().filter((one) => /tagesordnung-sitzung-1\.pdf$/.test(one));
    expect(agenda()).toHaveLength(1);
    await buildProject(after({ ...silent, [name]: text }), { papers: ["top-1"] });
    expect([name, agenda().length === 0]).toEqual([name, isGone]);
  }
});

it.each<[string, boolean, string?]>([
  ["öffentlich # geprüft am 3.12.", true],
  ["'öffentlich' # geprüft", true],
  ["öffentlich#", false],
  ["nichtöffentlich # war öffentlich", false],
  ["öffentlich\n> sichtbarkeit: nichtöffentlich", false],
  ["öffentlich\n**Sichtbarkeit:** nichtöffentlich", false],
  ['öffentlich\n"sichtbarkeit": "nichtöffentlich",', false, "yaml-quote"],
  ["öffentlich\nsichtbarkeit = nichtöffentlich", false],
  ["öffentlich\n# sichtbarkeit: nichtöffentlich", true],
])(
  "knows of a source that cannot be read whether it is public: %s",
  async (visibility, isPublic, code = "yaml-colon-missing") => {
    const { host, before, after } = await built();
    const path = "content/s/top-2.md";
    const text = String(smallBody()[path]).replace("sichtbarkeit: öffentlich", `sichtbarkeit: ${visibility}\n"`);
    const report = await buildProject(after({ ...smallBody(), [path]: text }));
    expect(codes(report)).toContain(code);
    expect(papers(host.output).some((one) => /^public\/.*top-2\.pdf$/.test(one))).toBe(isPublic);
    if (isPublic) expect(papers(host.output).filter((one) => !one.includes("oparl"))).toEqual(before);
  },
);

it.each([
  ["öffentlich", false],
  ["nichtöffentlich", false],
  ["öffentlich", true],
  ["nichtöffentlich # neu", true],
])("knows of a source that cannot be read which attachments are public: %s", async (visibility, inLines) => {
  const path = "content/s/top-5.md";
  const text = String(smallBody()[path]);
  const item = !inLines
    ? text
    : text.replace(/(?:: \[|, )\{|\}\]?|, (?=datei|sicht)/g, (sign) => {
        return sign.endsWith("{") ? `${sign.startsWith(":") ? ":" : ""}\n  - ` : sign === ", " ? "\n    " : "";
      });
  const { before, after } = await built({ ...smallBody(), [path]: item });
  const broken = item
    .replace(/(blatt.txt(?:, |\n +)sichtbarkeit: )öffentlich/, `$1${visibility}`)
    .replace("art:", "art");
  const { removed } = await buildProject(after({ ...smallBody(), [path]: broken }));
  const public5 = before.filter((one) => /^public\/sitzung-1\/05-/.test(one));
  expect(public5).toHaveLength(3);
  expect(public5.filter((one) => removed.includes(one))).toEqual(visibility === "öffentlich" ? [] : public5);
});

it.each([
  ["not closed", "---\nart: sitzung\nkennung: sitzung-1\n"],
  ["without an id", "---\nart: sitzung\n---\n"],
  ["emptied", ""],
  ["with a mistake", "---\nart: sitzung\nkennung: sitzung-1\ntitel: S\ngremium: kreistag\ndatum: 99.99\n---\n"],
])("keeps page, packet and attachments of a meeting that cannot be read: %s", async (_, meeting) => {
  const { host, after } = await built();
  await buildProject(host, { meeting: "sitzung-1" });
  const before = papers(host.output).filter((path) => path.includes("/sitzung-1/") && !path.includes("oparl"));
  expect(before).toEqual(expect.arrayContaining(["public/sitzung-1/index.html"]));
  expect(before.filter((path) => path.includes("sitzungsmappe"))).toHaveLength(2);
  expect(before.filter((path) => path.includes("anlage"))).not.toEqual([]);
  const { removed } = await buildProject(after({ ...smallBody(), "content/s/sitzung.md": meeting }));
  expect(removed).toEqual([]);
  expect(papers(host.output).filter((path) => path.includes("/sitzung-1/"))).toEqual(before);
  await buildProject(after(smallBody()));
  expect(verifyOutput(host.output).diagnostics).toEqual([]);
});

it("says of what it could not remove that it is still there", async () => {
  const { host, before, after } = await built();
  const path = before.find((one) => /^public\/.*top-2\.pdf$/.test(one)) ?? "";
  const remove = host.output.remove.bind(host.output);
  const denied = (one: string) => (one === path ? { path: one, reason: "denied" as const } : remove(one));
  host.output.remove = denied as typeof remove;
  const report = await buildProject(after(hidden(smallBody(), "content/s/top-2.md")));
  expect(codes(report).filter((code) => code === "not-removed")).toHaveLength(1);
  expect(report.diagnostics.find(({ code }) => code === "not-removed")?.message.de).toContain(`„output/${path}“`);
  expect(report.outcome).toBe("failed");
});

it("takes back public files of which the ledger was lost, and makes them anew", async () => {
  for (const lose of ["all", "half", "the list of manifests too"]) {
    const { host, before, after } = await built();
    const ledger = host.output.bytes(".vorlage.log");
    if (lose === "half") host.output.write(".vorlage.log", ledger.subarray(0, ledger.length / 2));
    else host.output.remove(".vorlage.log");
    if (lose === "the list of manifests too") host.output.remove("manifest.json");
    const report = await buildProject(after(hidden(smallBody(), "content/s/top-2.md")), { papers: ["top-3"] });
    expect(codes(report)).toContain("ledger-lost");
    expect(papers(host.output).filter((path) => path.startsWith("public/") && path.includes("top-2"))).toEqual([]);
    await buildProject(after(smallBody()));
    expect(papers(host.output)).toEqual(before);
    expect(verifyOutput(host.output).diagnostics).toEqual([]);
    // Nothing is lost then.
    expect(codes(await buildProject(after(smallBody())))).not.toContain("ledger-lost");
  }
});

it("goes on naming a public file that the ledger has lost, until it can be removed", async () => {
  const { host, before, after } = await built();
  host.output.remove(".vorlage.log");
  const path = before.find((one) => /^public\/.*top-2\.pdf$/.test(one)) ?? "";
  const remove = host.output.remove.bind(host.output);
  const busy = (one: string) => (one === path ? { path: one, reason: "busy" as const } : remove(one));
  host.output.remove = busy as typeof remove;
  const withdrawn = hidden(smallBody(), "content/s/top-2.md");
  expect(codes(await buildProject(after(withdrawn)))).toEqual(["not-removed", "ledger-lost"]);
  expect(codes(await buildProject(after(withdrawn)))).toEqual(["not-removed"]);
  host.output.remove = remove;
  expect((await buildProject(after(withdrawn))).removed).toEqual([path]);
});

it("takes nothing back because only the cache was lost", async () => {
  const { host, before } = await built();
  host.output.remove(".cache/results.log");
  const report = await buildProject(host, { papers: ["top-3"] });
  expect([codes(report), report.removed]).toEqual([[], []]);
  expect(papers(host.output)).toEqual(before);
});

it("tells the mistake that it stopped at, also if it is in a paper that comes later", async () => {
  const files: Files = { ...smallBody(), "content/s/zz.md": "---\nart: antrag\nkennung: zz\n---\n" };
  const first = String(files["content/s/top-1.md"]).replace("antrag-1", "zz");
  const report = await buildProject(memoryHost({ ...files, "content/s/top-1.md": first }), {}, { failFast: true });
  expect(codes(report)).toContain("missing-field");
  const names = report.documents.map(({ file }) => file);
  expect(new Set(names).size).toBe(names.length);
});

it("prints nothing while its list cannot be written, says so once, and takes back what it must", async () => {
  const { host, before, after } = await built();
  const append = host.output.append.bind(host.output);
  const denied = (path: string, bytes: Uint8Array) =>
    path === ".vorlage.log" ? { path, reason: "denied" as const } : append(path, bytes);
  host.output.append = denied as typeof append;
  const begun: string[] = [];
  const onEvent = (event: BuildEvent) => event.type === "document-started" && begun.push(event.id);
  const idle = { ...smallBody(), "content/s/top-3.md": `${smallBody()["content/s/top-3.md"]}\nNeu.\n` };
  for (const files of [idle, hidden(idle, "content/s/top-2.md")]) {
    const report = await buildProject(after(files), {}, { onEvent });
    expect([codes(report), report.outcome, report.skipped, begun]).toEqual([["write-failed"], "failed", 13, []]);
  }
  const left = before.filter((path) => !/^public\/.*(top-2|index|tagesordnung-)/.test(path));
  expect(papers(host.output).filter((path) => path.startsWith("public/") && path.includes("top-2"))).toEqual([]);
  expect(papers(host.output)).toEqual(expect.arrayContaining(left));
  expect(host.output.text("public/sitzung-1/manifest.json")).not.toContain("Gegenstand 2");
});

it("lays nothing out for a folder that takes no files, and names it once, whoever comes upon it", async () => {
  const { host, before } = await built();
  const closed = (path: string) => path.startsWith("public/sitzung-1");
  const denied = (path: string) => ({ path, reason: "denied" as const });
  const output: WritableFolder = host.output;
  const writeAll = output.writeAll.bind(output);
  output.refusal = (folder) => (closed(folder) ? denied(folder) : undefined);
  output.writeAll = async (files) => [
    ...files.filter(({ path }) => closed(path)).map(({ path }) => denied(path)),
    ...(await writeAll(files.filter(({ path }) => !closed(path)))),
  ];
  const titles: string[] = [];
  const startPress: NonNullable<Host["startPress"]> = (look) => ({
    size: 2,
    print(document) {
      titles.push(document.title);
      return printPaper(document, look);
    },
    close: () => Promise.resolve(),
  });
  const files = { ...smallBody(), "templates/theme.yaml": 'colors:\n  accent: "#1f4e7a"\n' };
  const next = { ...memoryHost(files), output, startPress };
  const report = await buildProject(next, {}, { jobs: 2 });
  expect(codes(report)).toEqual(["output-unusable"]);
  expect(diagnosticsOf(report)[0]?.message.de).toContain("„output/public/sitzung-1“");
  expect(titles).toHaveLength(7);
  expect(titles.filter((title) => /Gegenstand [1235]|^Sitzung/.test(title))).toEqual([]);
  expect(papers(host.output)).toEqual(expect.arrayContaining([...before]));
});

it("knows every file that it has written, also if the disk was full for a moment", async () => {
  const unknown: string[] = [];
  for (let moment = 1, isOver = false; !isOver; moment++) {
    const { output, ...host } = memoryHost(smallBody());
    const append = output.append.bind(output);
    let lines = 0;
    const full = (path: string, bytes: Uint8Array) => {
      if (path !== ".vorlage.log" || bytes.length === 0 || ++lines !== moment) return append(path, bytes);
      append(path, bytes.subarray(0, bytes.length / 2));
      return { path, reason: "full" as const };
    };
    output.append = full as typeof append;
    await buildProject({ ...host, output });
    isOver = lines < moment;
    const ledger = openLedger(output);
    for (const path of papers(output))
      if (!path.endsWith("manifest.json") && !ledger.get(path)) unknown.push(`${moment} ${path}`);
  }
  expect(unknown).toEqual([]);
});

it("takes back the page of a meeting that a full disk has kept as it was, when something on it is withdrawn", async () => {
  const files = smallBody();
  const motion = "content/p/antrag-1.md";
  const attached = "anlagen: [{titel: Lageplan, datei: plan.txt, sichtbarkeit: öffentlich}]\nsichtbarkeit:";
  files[motion] = String(files[motion]).replace("sichtbarkeit:", attached);
  files["content/p/plan.txt"] = "Der Plan.";
  const { host, after } = await built(files);
  const page = "public/sitzung-1/index.html";
  expect(host.output.text(page)).toContain("Lageplan");
  const writeAll = host.output.writeAll.bind(host.output);
  host.output.writeAll = async (all) => {
    await writeAll(all.filter(({ path }) => path !== page));
    return all.flatMap(({ path }) => (path === page ? [{ path, reason: "full" as const }] : []));
  };
  const top = "content/s/top-1.md";
  const released = { ...files, [top]: String(files[top]).replace("anträge: [antrag-1]\n", "") };
  expect(codes(await buildProject(after(released)))).toEqual(["write-failed"]);
  expect(host.output.text(page)).toContain("Lageplan");
  await buildProject(after(hidden(released, motion)));
  expect(papers(host.output)).not.toContain(page);
});

it("says once that the disk is full, once of a folder that it may not write to, and of each file that is open", async () => {
  const files = smallBody();
  const address = "veröffentlichung: {basisadresse: https://kreis.example/}\nlocale:";
  files["content/kreis.md"] = String(files["content/kreis.md"]).replace("locale:", address);
  const told = async (isMeant: RegExp, reason: WriteFailure["reason"]): Promise<number> => {
    const host = memoryHost(files);
    const writeAll = host.output.writeAll.bind(host.output);
    host.output.writeAll = async (all) => {
      await writeAll(all.filter(({ path }) => !isMeant.test(path)));
      return all.flatMap(({ path }) => (isMeant.test(path) ? [{ path, reason }] : []));
    };
    const found = codes(await buildProject(host));
    expect(new Set(found)).toEqual(new Set(["write-failed"]));
    return found.length;
  };
  // Data and manifests are written apart.
  expect(await told(/^public\/oparl\//, "full")).toBe(2);
  expect(await told(/^public\/oparl\/paper\//, "denied")).toBe(1);
  expect(await told(/^public\/oparl\/paper\/top-[12]\./, "busy")).toBe(2);
});

it("begins no paper after the mistake that it is to stop at", async () => {
  const host = memoryHost({ ...smallBody(), "content/p/antrag-1.md": "---\nart: antrag\nkennung: antrag-1\n---\n" });
  const begun: string[] = [];
  const onEvent = (event: BuildEvent) => event.type === "document-started" && begun.push(event.id);
  const { skipped } = await buildProject(host, {}, { failFast: true, onEvent });
  expect(begun).toEqual(["kreis", "antrag-1"]);
  expect(skipped).toBeGreaterThan(0);
});

it("prints nothing of a source that was saved anew after its frontmatter was looked at", async () => {
  const { host, after } = await built();
  const secret = hidden(smallBody(), "content/s/top-2.md");
  const saved = String(secret["content/s/top-2.md"]).replace("![", "Habichtskauz ![");
  // The look is another one, so that all is printed again.
  const later = after({ ...smallBody(), "templates/theme.yaml": 'colors:\n  accent: "#772211"\n' });
  const content = later.content as MemoryFolder;
  const options = {
    onEvent: ({ type }: { readonly type: string }) => {
      if (type === "started") content.files.set("s/top-2.md", saved);
    },
  };
  const report = await buildProject(later, {}, options);
  expect(codes(report)).toContain("source-changed");
  expect(host.output.publicFiles().filter((path) => host.output.text(path).includes("Habichtskauz"))).toEqual([]);
  const next = await buildProject(later);
  expect(next.outcome).toBe("succeeded");
  expect(papers(host.output).filter((path) => path.startsWith("public/") && path.includes("top-2"))).toEqual([]);
});

it("tells as long as it is true that a source was saved anew, also if its text was only to be checked", async () => {
  const { host, after } = await built();
  const files = smallBody();
  // Under other headings texts are checked again.
  const body = String(files["content/kreis.md"]);
  files["content/kreis.md"] = body.replace("locale:", "überschriften: {reasons: Gründe}\nlocale:");
  const later = after(files);
  const content = later.content as MemoryFolder;
  const saved = content.text("s/top-2.md");
  const options = {
    onEvent: ({ type }: { readonly type: string }) => {
      if (type === "started") content.files.set("s/top-2.md", `${saved}\nNoch ein Satz.\n`);
    },
  };
  const report = await buildProject(later, {}, options);
  expect(codes(report)).toContain("source-changed");
  content.files.set("s/top-2.md", saved);
  expect(codes(await buildProject({ ...later, output: host.output }))).toEqual([]);
});

it("tells that a source was saved anew also while references are looked up", async () => {
  const files = smallBody();
  files["content/s/top-2.md"] = String(files["content/s/top-2.md"]).replace("[e-1]", "[e-9]");
  const host = memoryHost(files);
  await buildProject(host);
  const content = host.content as MemoryFolder;
  const read = content.read.bind(content);
  let looks = 0;
  content.read = (path) => {
    // The first look tells the state, the next one where the reference stands.
    if (path === "s/top-2.md" && ++looks === 2) content.files.set(path, `${content.text(path)}\nNoch ein Satz.\n`);
    return read(path);
  };
  const before = host.output.list();
  expect(codes(await buildProject(host, { papers: ["top-1"] }))).toEqual(["source-changed"]);
  expect(host.output.list()).toEqual(before);
});
