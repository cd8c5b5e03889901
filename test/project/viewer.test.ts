/** What a viewer is told of a build. */

import { expect, it } from "vitest";
import type { Viewer } from "../../src/model/viewer.ts";
import { buildProject } from "../../src/project/build.ts";
import { memoryHost } from "../host.ts";
import { diagnosticsOf } from "../report.ts";
import { smallBody } from "./small-body.ts";

it("a paper is begun only if it is printed", async () => {
  const files = smallBody();
  const broken = String(files["content/s/top-1.md"]).replace("Der Text.", "Der Text.[^nix]");
  const host = memoryHost({ ...files, "content/s/top-1.md": broken });
  const told: string[] = [];
  const viewer: Viewer = {
    papers: [],
    listed: () => undefined,
    composed: () => undefined,
    begun: (id) => told.push(`begun ${id}`),
    finished: ({ id, outcome }) => told.push(`${outcome} ${id}`),
  };
  const about = (id: string): readonly string[] => told.filter((line) => line.endsWith(` ${id}`));
  await buildProject(host, {}, { draft: true, draftsOnly: true, viewer });
  expect(about("top-1")).toEqual(["failed top-1"]);
  expect(about("top-2")).toEqual(["begun top-2", "built top-2"]);
  told.length = 0;
  await buildProject(host, {}, { draft: true, draftsOnly: true, viewer });
  expect(about("top-1")).toEqual(["failed top-1"]);
  expect(about("top-2")).toEqual(["unchanged top-2"]);
});

it("of sources with the same id, the first that can be read is listed and shown", async () => {
  const files = smallBody();
  const item = String(files["content/s/top-1.md"]);
  const host = memoryHost({
    ...files,
    "content/s/top-1 (Kopie).md": item.replace("\n---\n", "\nnummer: [\n---\n"),
    "content/s/top-1-alt.md": item,
  });
  const listed: string[] = [];
  const composed: string[] = [];
  const viewer: Viewer = {
    papers: ["top-1"],
    listed: (papers) => listed.push(...papers.flatMap(({ id, file }) => (id === "top-1" ? [file] : []))),
    composed: (id) => composed.push(id),
    begun: () => undefined,
    finished: () => undefined,
  };
  await buildProject(host, {}, { draft: true, draftsOnly: true, viewer });
  expect({ listed, composed }).toEqual({ listed: ["content/s/top-1-alt.md"], composed: ["top-1"] });
});

it("shows papers while the list of outputs cannot be written, and says so once", async () => {
  const files = smallBody();
  const { output, ...host } = memoryHost(files);
  const viewer: Viewer = {
    papers: [],
    listed: () => undefined,
    composed: () => undefined,
    begun: () => undefined,
    finished: () => undefined,
  };
  const options = { draft: true, draftsOnly: true, viewer };
  await buildProject({ ...host, output }, {}, options);
  const append = output.append.bind(output);
  const denied = (path: string, bytes: Uint8Array) =>
    path === ".vorlage.log" ? { path, reason: "denied" as const } : append(path, bytes);
  output.append = denied as typeof append;
  const changed = memoryHost({ ...files, "content/s/top-2.md": `${files["content/s/top-2.md"]}\nNeu.\n` });
  const report = await buildProject({ ...changed, output }, {}, options);
  expect(diagnosticsOf(report).map(({ code }) => code)).toEqual(["write-failed"]);
  expect(report.documents.find(({ id }) => id === "top-2")?.outcome).toBe("failed");
});
