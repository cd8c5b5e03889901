/** A build ends soon when it is told to, and the next one does what is left. */

import { expect, it } from "vitest";
import type { BuildEvent } from "../../src/model/report.ts";
import { buildProject } from "../../src/project/build.ts";
import { verifyOutput } from "../../src/project/verify.ts";
import { MemoryFolder, memoryHost } from "../host.ts";
import { smallBody } from "./small-body.ts";

/** Long enough for a build to hear of signals. */
function spendTime(): void {
  for (const began = performance.now(); performance.now() - began < 120; );
}

const contents = (output: MemoryFolder) => output.publicFiles().map((path) => [path, output.text(path)]);

it("touches nothing if it is ended before it could begin: another one may be writing", async () => {
  const files = smallBody();
  const host = memoryHost(files);
  await buildProject(host);
  const before = host.output.list().map((path) => [path, host.output.read(path)]);
  const { "content/s/top-1.md": _gone, ...rest } = files;
  const later = { ...memoryHost(rest), output: host.output };
  const report = await buildProject(later, {}, { signal: AbortSignal.abort() });
  expect(report.outcome).toBe("failed");
  expect(report.documents).toEqual([]);
  expect(host.output.list().map((path) => [path, host.output.read(path)])).toEqual(before);
  // The next one does what is to be done.
  expect((await buildProject(later)).removed).not.toEqual([]);
});

it("does not read all sources first", async () => {
  const host = memoryHost(smallBody());
  const interruption = new AbortController();
  const slow = new MemoryFolder("content", Object.fromEntries(host.content.list().map((path) => [path, ""])));
  let reads = 0;
  slow.read = (path) => {
    reads++;
    spendTime();
    return host.content.read(path);
  };
  setTimeout(() => interruption.abort(), 1);
  const report = await buildProject({ ...host, content: slow }, {}, { signal: interruption.signal });
  expect(reads).toBeLessThan(5);
  expect(report.outcome).toBe("failed");
  expect(host.output.list()).toEqual([]);
});

it("tells of all that it has written when it is interrupted", async () => {
  const { output, ...host } = memoryHost(smallBody());
  const interruption = new AbortController();
  const named: string[] = [];
  const onEvent = (event: BuildEvent) => {
    if (event.type !== "document-finished") return;
    named.push(...event.document.outputs.map(({ path }) => path));
    if (event.finished === 2) interruption.abort();
  };
  const writeAll = output.writeAll.bind(output);
  output.writeAll = async (written) => {
    const failures = await writeAll(written);
    // The first paper takes so long that others are there before it.
    if (named.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    return failures;
  };
  const report = await buildProject({ ...host, output }, {}, { signal: interruption.signal, onEvent });
  const papers = output.list().filter((path) => /^(public|internal)\/.*\.pdf$/.test(path));
  const told = report.documents.flatMap(({ outputs }) => outputs.map(({ path }) => path));
  expect(papers.length).toBeGreaterThan(2);
  expect(told.filter((path) => path.endsWith(".pdf")).sort()).toEqual([...papers].sort());
  expect(named.sort()).toEqual(told.sort());
  expect(report.outcome).toBe("failed");
});

it("writes no more of what belongs to papers, and the next one does", async () => {
  const files = smallBody();
  const { output: whole, ...folders } = memoryHost(files);
  await buildProject({ ...folders, output: whole });

  const interruption = new AbortController();
  const output = new MemoryFolder("output");
  const writeAll = output.writeAll.bind(output);
  output.writeAll = (written) => {
    if (written.some(({ path }) => path.endsWith("blatt.txt"))) {
      interruption.abort();
      spendTime();
    }
    return writeAll(written);
  };
  await buildProject({ ...folders, output }, {}, { signal: interruption.signal });
  expect(output.list().filter((path) => path.endsWith("blatt.txt"))).not.toEqual([]);
  expect(output.list().filter((path) => path.endsWith("index.html"))).toEqual([]);
  // What there is stands in lists of files, as it does after other builds.
  expect(output.list().filter((path) => path.endsWith("manifest.json"))).not.toEqual([]);

  await buildProject({ ...folders, output });
  expect(contents(output)).toEqual(contents(whole));
});

it("leaves no list of files behind when it is killed after it has removed them", async () => {
  const files = smallBody();
  const host = memoryHost(files);
  await buildProject(host);
  const respelt = Object.fromEntries(
    Object.entries(files).map(([path, file]) => [
      path,
      typeof file === "string" ? file.replace(/^(sitzung|kennung): sitzung-1$/m, "$1: Sitzung-1") : file,
    ]),
  );
  let killed = new MemoryFolder("output");
  const onEvent = ({ type }: BuildEvent) => {
    if (type === "started") killed = new MemoryFolder("output", Object.fromEntries(host.output.files));
  };
  await buildProject({ ...memoryHost(respelt), output: host.output }, {}, { onEvent });
  await buildProject({ ...memoryHost(respelt), output: killed });
  expect(killed.list().filter((path) => path.includes("sitzung-1/"))).toEqual([]);
  expect(contents(killed)).toEqual(contents(host.output));
  expect(verifyOutput(killed).diagnostics).toEqual([]);
});
