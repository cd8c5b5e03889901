/** The list of files of a meeting, and the comparison of an output folder with it. */

import { expect, it } from "vitest";
import { buildProject } from "../../src/project/build.ts";
import type { Manifest } from "../../src/project/read-manifest.ts";
import { verifyOutput } from "../../src/project/verify.ts";
import { type MemoryFolder, memoryHost } from "../host.ts";
import { smallBody } from "./small-body.ts";

const manifests = (output: MemoryFolder): Record<string, string> =>
  Object.fromEntries(
    output
      .list()
      .filter((path) => path.endsWith("manifest.json"))
      .map((path) => [path, output.text(path)]),
  );

const codes = (output: MemoryFolder): readonly string[] => verifyOutput(output).diagnostics.map(({ code }) => code);

it("is the same for the same sources, whether built at once, by parts or in another order", async () => {
  const atOnce = memoryHost(smallBody());
  await buildProject(atOnce);
  const byParts = memoryHost(Object.fromEntries(Object.entries(smallBody()).reverse()));
  for (const papers of [["top-5"], ["antrag-1", "top-1"], []]) await buildProject(byParts, { papers });
  expect(Object.keys(manifests(atOnce.output))).toEqual([
    "internal/papers/manifest.json",
    "internal/sitzung-1/manifest.json",
    "manifest.json",
    "public/papers/manifest.json",
    "public/sitzung-1/manifest.json",
  ]);
  expect(manifests(byParts.output)).toEqual(manifests(atOnce.output));
});

it("names every file with its sources, and in public nothing that is not", async () => {
  const { output, ...host } = memoryHost(smallBody());
  await buildProject({ ...host, output });
  const text = manifests(output)["public/sitzung-1/manifest.json"] ?? "";
  const { files } = JSON.parse(text) as Manifest;
  expect(files.filter(({ mediaType }) => mediaType === "application/pdf").map(({ title }) => title)).toEqual([
    "Tagesordnungspunkt 1: Gegenstand 1 – Antrag der Fraktion Linde vom 02.11.2026",
    "Tagesordnungspunkt 2: Gegenstand 2",
    "Tagesordnungspunkt 3: Gegenstand 3",
    "Tagesordnungspunkt 5: Gegenstand 5",
    "Einladung: Sitzung",
  ]);
  expect(files[2]?.sources.map(({ path }) => path)).toEqual([
    "kreis.md",
    "p/b-1.md",
    "p/e-1.md",
    "s/punkt.png",
    "s/sitzung.md",
    "s/top-2.md",
  ]);
  expect(
    Object.values(manifests(output))
      .filter((one) => one.includes('"edition": "public"'))
      .join(),
  ).not.toMatch(/antrag-2|top-4/);
});

it("goes with its last paper", async () => {
  const { output, ...host } = memoryHost(smallBody());
  await buildProject({ ...host, output });
  const rest = Object.fromEntries(Object.entries(smallBody()).filter(([path]) => !/top-4/.test(path)));
  await buildProject({ ...memoryHost(rest), output });
  const without5 = Object.fromEntries(Object.entries(rest).filter(([path]) => !/top-5/.test(path)));
  await buildProject({ ...memoryHost(without5), output });
  expect(Object.keys(manifests(output))).not.toContain("internal/sitzung-1/manifest.json");
});

it("tells what is missing, what was changed, and what does not belong there", async () => {
  const { output, ...host } = memoryHost(smallBody());
  expect(codes(output)).toEqual(["nothing-to-verify"]);
  await buildProject({ ...host, output });
  expect(codes(output)).toEqual([]);
  const [first = "", second = ""] = output.list().filter((path) => /^public\/sitzung-1\/.*pdf$/.test(path));
  output.remove(first);
  output.write(second, new Uint8Array([1]));
  output.write("public/sitzung-1/fremd.txt", new Uint8Array([1]));
  output.write("public/fremd.txt", new Uint8Array([1]));
  output.write("internal/papers/manifest.json", new TextEncoder().encode("{"));
  output.remove("public/papers/manifest.json");
  expect([...codes(output)].sort()).toEqual([
    "manifest-damaged",
    "manifest-missing",
    "output-changed",
    "output-extra",
    "output-extra",
    "output-missing",
  ]);
  await buildProject({ ...host, output });
  expect(codes(output)).toEqual(["output-extra", "output-extra"]);
});

it("misses folders that are gone with all that was in them, and manifests that were exchanged", async () => {
  const { output, ...host } = memoryHost(smallBody());
  await buildProject({ ...host, output });
  const whole = manifests(output);
  for (const path of output.list()) if (/^(internal\/|public\/sitzung-1\/)/.test(path)) output.remove(path);
  const papers = JSON.parse(whole["public/papers/manifest.json"] ?? "") as Manifest;
  output.write("public/papers/manifest.json", new TextEncoder().encode(JSON.stringify(papers)));
  const found = verifyOutput(output).diagnostics.map(({ code, message }) => [code, /„(.*?)“/.exec(message.de)?.[1]]);
  expect(found).toEqual([
    ["folder-missing", "output/internal/papers"],
    ["folder-missing", "output/internal/sitzung-1"],
    ["manifest-changed", "output/public/papers/manifest.json"],
    ["folder-missing", "output/public/sitzung-1"],
  ]);
  await buildProject({ ...host, output });
  expect(codes(output)).toEqual([]);
  expect(manifests(output)).toEqual(whole);
});

it("is written anew where the list of all was damaged behind the back of size and date", async () => {
  const { output, ...host } = memoryHost(smallBody());
  await buildProject({ ...host, output });
  output.files.set("manifest.json", output.bytes("manifest.json").fill(0));
  const source = "content/s/top-1.md";
  const changed = { ...smallBody(), [source]: String(smallBody()[source]).replace("Der Text", "Ein Text") };
  expect((await buildProject({ ...memoryHost(changed), output })).faults).toEqual([]);
  expect(codes(output)).toEqual([]);
});
