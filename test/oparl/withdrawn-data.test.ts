/** OParl data of which anything is withdrawn go as a whole, also if the build that wrote them did not come to its end. */

import { expect, it } from "vitest";
import type { FileWrite } from "../../src/model/host.ts";
import { buildProject } from "../../src/project/build.ts";
import { makeCorpus } from "../corpus/make-corpus.ts";
import { type MemoryFolder, memoryHost } from "../host.ts";
import { smallBody } from "../project/small-body.ts";

/** A small body with data. */
function publishing(): ReturnType<typeof smallBody> {
  const files = smallBody();
  files["content/kreis.md"] = String(files["content/kreis.md"]).replace(
    "titel: Kreis Probe",
    "titel: Kreis Probe\nveröffentlichung: {basisadresse: 'https://sitzungen.example/kreis'}",
  );
  return files;
}

it("even if only some of them had been written", async () => {
  const files = Object.fromEntries(
    Object.entries(makeCorpus({ documents: 600, seed: 3 })).map(([path, text]) => [`content/${path}`, text]),
  );
  const [path = "", source = ""] =
    Object.entries(files).find(
      ([, text]) => /^art: tagesordnungspunkt$/m.test(text) && /^sichtbarkeit: öffentlich$/m.test(text),
    ) ?? [];
  const title = /^titel: "?([^"\n]+)/m.exec(source)?.[1] ?? "";
  const host = memoryHost(files);
  const { output } = host;
  const one = { papers: [/^kennung: (.+)$/m.exec(source)?.[1] ?? ""] };
  const write = output.writeAll.bind(output);
  const isTelling = ({ path: to, bytes }: FileWrite): boolean =>
    to.startsWith("public/oparl/") && new TextDecoder().decode(bytes).includes(title);
  output.writeAll = async (writes) => {
    const failures = await write(writes);
    // Some of them are there then, among them one with the title, and the rest is not even listed.
    if (writes.some(isTelling)) throw new Error("killed");
    return failures;
  };
  await expect(buildProject(host, one)).rejects.toThrow("killed");
  output.writeAll = write;
  const data = (): readonly string[] => output.list().filter((file) => file.startsWith("public/oparl/"));
  const texts = (): string =>
    data()
      .map((file) => output.read(file))
      .map((read) => ("bytes" in read ? new TextDecoder().decode(read.bytes) : ""))
      .join();
  expect(texts()).toContain(title);
  expect(data()).not.toContain("public/oparl/papers.json");

  const later = { ...files, [path]: source.replace("sichtbarkeit: öffentlich", "sichtbarkeit: nichtöffentlich") };
  await buildProject({ ...memoryHost(later), output }, one, { draft: true });
  expect(data()).toEqual([]);
});

it("and lead to no page of a meeting that has another id now", async () => {
  const files = publishing();
  const host = memoryHost(files);
  await buildProject(host);
  const renamed = Object.fromEntries(
    Object.entries(files).map(([path, file]) => [
      path,
      typeof file === "string" ? file.replaceAll("sitzung-1", "sitzung-9") : file,
    ]),
  );
  const fresh = memoryHost(renamed);
  await buildProject(fresh);
  await buildProject({ ...fresh, output: host.output });
  const data = (output: MemoryFolder) =>
    output.publicFiles().flatMap((path) => (path.startsWith("public/oparl/") ? [[path, output.text(path)]] : []));
  expect(data(host.output)).toEqual(data(fresh.output));
});

it("even if the killed build was to leave out what they say", async () => {
  const files = publishing();
  const path = "content/p/antrag-1.md";
  const host = memoryHost(files);
  const { output } = host;
  await buildProject(host);
  const telling = (): readonly string[] =>
    output
      .publicFiles()
      .filter((file) => file.startsWith("public/oparl/") && output.text(file).includes("Antrag eins"));
  expect(telling()).not.toEqual([]);
  const after = (text: string) => ({ ...memoryHost({ ...files, [path]: text }), output });
  const source = String(files[path]);
  const write = output.writeAll.bind(output);
  output.writeAll = (writes) => {
    if (writes.some(({ path: to }) => to.startsWith("public/oparl/"))) throw new Error("killed");
    return write(writes);
  };
  await expect(buildProject(after(source.replace("art: antrag", "art antrag")))).rejects.toThrow("killed");
  output.writeAll = write;
  expect(telling()).not.toEqual([]);
  const hidden = source.replace("sichtbarkeit: öffentlich", "sichtbarkeit: nichtöffentlich");
  await buildProject(after(hidden), {}, { draft: true });
  expect(telling()).toEqual([]);
});
