/** Ids are the same however their letters are cased, in references as on the command line. */

import { expect, it } from "vitest";
import { buildProject } from "../../src/project/build.ts";
import { type Files, MemoryFolder, memoryHost } from "../host.ts";
import { diagnosticsOf } from "../report.ts";
import { smallBody } from "./small-body.ts";

it("an item lies with its meeting, and is built with it, however it spells the meeting's id", async () => {
  const files = smallBody();
  const host = memoryHost(files);
  await buildProject(host, { meeting: "sitzung-1" });
  const other = memoryHost(
    Object.fromEntries(
      Object.entries(files).map(([path, file]) => [
        path,
        typeof file === "string" ? file.replace("sitzung: sitzung-1", "sitzung: Sitzung-1") : file,
      ]),
    ),
  );
  const report = await buildProject(other, { meeting: "SITZUNG-1" });
  expect(diagnosticsOf(report)).toEqual([]);
  expect(other.output.list()).toEqual(host.output.list());
});

it("of two ids that differ by capitals alone, the one that was asked for is the one that is built", async () => {
  const files = smallBody();
  const other = String(files["content/p/antrag-1.md"]).replace("kennung: antrag-1", "kennung: Antrag-1");
  const host = memoryHost({ ...files, "content/p/antrag-1b.md": other });
  for (const [id, file] of [
    ["antrag-1", "content/p/antrag-1.md"],
    ["Antrag-1", "content/p/antrag-1b.md"],
    ["ANTRAG-1", "content/p/antrag-1.md"],
  ] as const) {
    const report = await buildProject(host, { papers: [id] });
    expect([id, report.documents.map((one) => one.file)]).toEqual([id, [file]]);
    expect(diagnosticsOf(report).map(({ code }) => code)).toEqual(id === "Antrag-1" ? ["duplicate-id"] : []);
  }
});

it("says the same everywhere, however references are spelled", async () => {
  const files = smallBody();
  const change = (path: string, from: string, to: string) => String(files[path]).replace(from, `${from}\n${to}`);
  const all = {
    ...files,
    "content/kreis.md": change(
      "content/kreis.md",
      "titel: Kreis Probe",
      "veröffentlichung: {basisadresse: 'https://kreis.example'}",
    ),
    "content/p/b-1.md": change("content/p/b-1.md", "kennung: b-1", "sitzung: sitzung-1").replace(
      "2026-03-01",
      "2026-12-10",
    ),
  };
  const references = /^(sitzung|auftrag|anträge|beschlüsse|erläuterungen|sachstandsberichte): (.*)$/gm;
  const capitals = Object.entries(all).map(([path, file]) => [
    path,
    typeof file === "string" ? file.replace(references, (_, key, ids) => `${key}: ${ids.toUpperCase()}`) : file,
  ]);
  const said = async (of: Files) => {
    const host = memoryHost(of);
    expect(diagnosticsOf(await buildProject(host))).toEqual([]);
    // Manifests have the checksums of sources.
    const paths = host.output
      .list()
      .filter((path) => /^(public|internal)\//.test(path) && !path.endsWith("manifest.json"));
    return Object.fromEntries(paths.map((path) => [path, Buffer.from(host.output.bytes(path)).toString("latin1")]));
  };
  expect(await said(Object.fromEntries(capitals))).toEqual(await said(all));
});

/** Takes names for the same however they are capitalized, as folders of Windows and macOS do. */
class FoldingFolder extends MemoryFolder {
  #named(path: string): string {
    return this.list().find((one) => one.toLowerCase() === path.toLowerCase()) ?? path;
  }

  override read(path: string) {
    return super.read(this.#named(path));
  }

  override write(path: string, bytes: Uint8Array) {
    return super.write(this.#named(path), bytes);
  }

  override remove(path: string) {
    return super.remove(this.#named(path));
  }

  override state(path: string) {
    return super.state(this.#named(path));
  }
}

it.each([
  ["a meeting", "s/sitzung.md", "sitzung-1"],
  ["an item", "s/top-5.md", "top-5"],
  ["a report", "p/bericht.md", "bericht"],
])("loses no file because its name has other capitals now: the id of %s", async (_, path, id) => {
  const host = memoryHost(smallBody());
  const output = new FoldingFolder("output");
  await buildProject({ ...host, output }, { meeting: "sitzung-1" });
  await buildProject({ ...host, output });
  const names = () =>
    output
      .list()
      .map((one) => one.toLowerCase())
      .sort();
  const before = names();
  const content = host.content as MemoryFolder;
  content.files.set(path, String(content.files.get(path)).replace(`kennung: ${id}`, `kennung: ${id.toUpperCase()}`));
  const report = await buildProject({ ...host, output });
  expect(diagnosticsOf(report)).toEqual([]);
  expect(names()).toEqual(before);
  expect(report.removed).toEqual([]);
});
