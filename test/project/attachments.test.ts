/** Attachments beside papers: the right files in the right edition. */

import { expect, it } from "vitest";
import { readPageStrings } from "../../src/html/read-strings.ts";
import { createHost } from "../../src/node/host.ts";
import { buildProject } from "../../src/project/build.ts";
import { checkProject } from "../../src/project/check.ts";
import { DiskFolder } from "../disk-folder.ts";
import { filesIn, memoryHost } from "../host.ts";
import { diagnosticsOf } from "../report.ts";
import { smallBody } from "./small-body.ts";

it("of two with the same title, the public edition has just the one that is public, build after build", async () => {
  const files = smallBody();
  files["content/kreis.md"] = String(files["content/kreis.md"]).replace(
    "locale:",
    "veröffentlichung: {basisadresse: https://kreis.example/}\nlocale:",
  );
  files["content/s/top-5.md"] = String(files["content/s/top-5.md"]).replace(
    /anlagen: .*/,
    "anlagen: [{titel: Lageplan, datei: vertraulich.txt, sichtbarkeit: nichtöffentlich}, {titel: Lageplan, datei: plan.txt, sichtbarkeit: öffentlich}]",
  );
  files["content/s/plan.txt"] = "Für alle.";
  files["content/s/vertraulich.txt"] = "Nicht für alle, und länger.";
  const { output, ...host } = memoryHost(files);
  const text = (path: string): string => output.text(path);
  const first = await buildProject({ ...host, output });
  expect(first.outcome).toBe("succeeded");
  const published = () => output.publicFiles();
  const placed = published().filter((path) => /sitzung-1\/.*\.txt$/.test(path));
  expect(placed.map((path) => [path, text(path)])).toEqual([
    ["public/sitzung-1/05-anlage-top-5-plan.txt", "Für alle."],
  ]);
  const page = readPageStrings(text("public/sitzung-1/index.html"));
  expect(page.filter((one) => /\.txt$/.test(one))).toEqual(["05-anlage-top-5-plan.txt"]);
  expect(page.join(" ").match(/Lageplan/g)).toHaveLength(1);
  expect(text("public/oparl/files.json").match(/"fileName": "[^"]*\.txt"/g)).toEqual([
    '"fileName": "05-anlage-top-5-plan.txt"',
  ]);
  expect(JSON.parse(text("public/oparl/file/sitzung-1/anlage-top-5-plan.txt.json"))).toMatchObject({
    name: "Lageplan",
    size: 10,
  });
  expect(published().map(text).join()).not.toMatch(/vertraulich/i);
  const internal = output.list().filter((path) => /^internal\/sitzung-1\/.*\.txt$/.test(path));
  expect(internal.map(text)).toEqual(["Nicht für alle, und länger."]);

  const before = published().map((path) => [path, output.state(path)]);
  const again = await buildProject({ ...host, output });
  expect(again.removed).toEqual([]);
  expect(again.documents.filter(({ outcome }) => outcome === "built")).toEqual([]);
  expect(published().map((path) => [path, output.state(path)])).toEqual(before);

  // If the public one is withheld as well, the paper that listed it is made anew without it.
  const withheld = { ...files };
  withheld["content/s/top-5.md"] = String(files["content/s/top-5.md"]).replace(
    "sichtbarkeit: öffentlich}]",
    "sichtbarkeit: nichtöffentlich}]",
  );
  await buildProject({ ...memoryHost(withheld), output });
  expect(published().filter((path) => /\.txt$/.test(path))).toEqual([]);
  expect(readPageStrings(text("public/sitzung-1/05-tagesordnungspunkt-top-5.html")).join()).not.toMatch(/Lageplan/);
});

it("pages lead to where an attachment lies now, also if it had another name", async () => {
  const files = smallBody();
  const hidden = {
    ...files,
    "content/s/top-5.md": String(files["content/s/top-5.md"]).replace(
      "sichtbarkeit: öffentlich\nanlagen",
      "sichtbarkeit: nichtöffentlich\nanlagen",
    ),
  };
  const host = memoryHost(hidden);
  await buildProject(host);
  const second = "internal/sitzung-1/05-anlage-top-5-blatt-2.txt";
  expect(host.output.list()).toContain(second);
  const { removed } = await buildProject({ ...memoryHost(files), output: host.output });
  expect(removed).toContain(second);
  const fresh = memoryHost(files);
  await buildProject(fresh);
  const page = "internal/sitzung-1/index.html";
  expect(host.output.files.get(page)).toEqual(fresh.output.files.get(page));
});

it("a long name is cut, as far as its place needs room for more", async () => {
  const files = smallBody();
  const name = `Stellungnahme ${"der Verwaltung ".repeat(14)}Teil`;
  for (const number of [1, 2]) files[`content/s/${name} ${number}.txt`] = `Teil ${number}`;
  const listed = [1, 2].map((one) => `{titel: Teil ${one}, datei: ${name} ${one}.txt, sichtbarkeit: öffentlich}`);
  files["content/s/top-5.md"] = String(files["content/s/top-5.md"]).replace(/anlagen: .*/, `anlagen: [${listed}]`);
  const { root } = new DiskFolder("attachments", files);
  const paths = { content: `${root}/content`, templates: `${root}/templates`, output: `${root}/output` };
  const { outcome, faults } = await buildProject(createHost(paths), { papers: ["top-5"] });
  expect([outcome, faults]).toEqual(["succeeded", []]);
  const placed = Object.entries(filesIn(`${root}/output/public/sitzung-1`)).filter(([path]) => path.endsWith(".txt"));
  expect(placed.map(([path, bytes]) => [path.length < 120, new TextDecoder().decode(bytes)]).sort()).toEqual([
    [true, "Teil 1"],
    [true, "Teil 2"],
  ]);
});

it("says of one that is too large that it is", () => {
  const files = { ...smallBody(), "content/s/blatt.txt": { failure: "too-large" } as const };
  const messages = diagnosticsOf(checkProject(memoryHost(files))).map(({ message }) => message.de);
  expect([...new Set(messages)]).toEqual(["„blatt.txt“ ist zu groß, um gelesen zu werden."]);
});

it("are never in memory all at once", async () => {
  const files = smallBody();
  const names = ["a", "b", "c", "d"];
  for (const name of names) files[`content/s/${name}.bin`] = new Uint8Array(30_000_000);
  const list = names.map((name) => `{titel: Blatt ${name}, datei: ${name}.bin, sichtbarkeit: öffentlich}`);
  files["content/s/top-5.md"] = String(files["content/s/top-5.md"]).replace(
    /anlagen: .*/,
    `anlagen: [${list.join(", ")}]`,
  );
  const { output, ...host } = memoryHost(files);
  const writeAll = output.writeAll.bind(output);
  let most = 0;
  output.writeAll = (all) => {
    most = Math.max(
      most,
      all.reduce((sum, { bytes }) => sum + bytes.length, 0),
    );
    return writeAll(all);
  };
  expect((await buildProject({ ...host, output })).outcome).toBe("succeeded");
  expect(output.list().filter((path) => path.endsWith(".bin"))).toHaveLength(4);
  expect(most).toBe(60_000_000);
});

it("that cannot be read any more when they are to be copied are told, and copied by the next build", async () => {
  const { output, content, ...host } = memoryHost(smallBody());
  const isGone = (path: string): boolean => path === "s/blatt.txt" && output.list().some((one) => /top-5/.test(one));
  const flickering = {
    name: content.name,
    list: () => content.list(),
    read: (path: string) => (isGone(path) ? ({ failure: "denied" } as const) : content.read(path)),
  };
  const sheets = (): readonly string[] => output.list().filter((path) => path.endsWith(".txt"));
  const report = await buildProject({ ...host, output, content: flickering });
  expect(diagnosticsOf(report).map(({ code }) => code)).toEqual(["source-changed"]);
  expect(sheets()).toEqual([]);
  expect((await buildProject({ ...host, output, content })).outcome).toBe("succeeded");
  expect(sheets().map((path) => output.text(path))).toEqual(["Ein Blatt.", "Ein Blatt."]);
});
