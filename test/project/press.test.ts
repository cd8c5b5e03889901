/** When threads are started. */

import { expect, it } from "vitest";
import type { Host } from "../../src/model/host.ts";
import type { Selection } from "../../src/model/options.ts";
import { printPaper } from "../../src/print.ts";
import { buildProject } from "../../src/project/build.ts";
import { memoryHost } from "../host.ts";
import { smallBody } from "./small-body.ts";

/** How many sources were read before the first thread was started; undefined if none was. */
async function readBeforeThreads(selection: Selection): Promise<number | undefined> {
  const files = smallBody();
  for (let number = 0; number < 40; number++)
    files[`content/p/weitere-${number}.md`] = String(files["content/p/b-1.md"]).replaceAll("b-1", `weitere-${number}`);
  const { content, ...host } = memoryHost(files);
  const read = new Set<string>();
  let before: number | undefined;
  const startPress: NonNullable<Host["startPress"]> = (look, size) => {
    before ??= read.size;
    return { size, print: (document) => printPaper(document, look), close: () => Promise.resolve() };
  };
  const watched = {
    name: content.name,
    list: () => content.list(),
    read(path: string) {
      read.add(path);
      return content.read(path);
    },
  };
  await buildProject({ ...host, content: watched, startPress }, selection, { jobs: 2 });
  return before;
}

it("begins before anything is read, if everything is to be printed", async () => {
  expect(await readBeforeThreads({})).toBe(0);
  // As the command gives what nobody typed.
  expect(await readBeforeThreads({ papers: [] })).toBe(0);
});

it("waits for the papers of a meeting to be known, which may be few", async () => {
  expect(await readBeforeThreads({ papers: [], meeting: "sitzung-1" })).toBeUndefined();
});
