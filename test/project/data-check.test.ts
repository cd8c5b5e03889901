/** Data that are as they were are not read again, but what they say is held against what is public now. */

import { expect, it } from "vitest";
import { Breath } from "../../src/project/breath.ts";
import { Cache } from "../../src/project/cache.ts";
import { type CheckedFile, type Clearance, checkData } from "../../src/project/gate/data-check.ts";
import { Gate } from "../../src/project/gate/gate.ts";
import { KnownWords } from "../../src/project/gate/known-words.ts";
import { openProject } from "../../src/project/project.ts";
import { States } from "../../src/project/recording.ts";
import { type Files, type MemoryFolder, memoryHost } from "../host.ts";
import { smallBody } from "./small-body.ts";

const said = (path: string, text: string): Files => ({ [path]: `${String(smallBody()[path])}\n${text}\n` });
const both: Files = {
  ...smallBody(),
  ...said("content/p/antrag-2.md", "Die Regenbogenforelle."),
  ...said("content/p/e-1.md", "Eine Regenbogenforelle."),
};

/** Checks one file of data that tells of the trout. What earlier checks remembered lies in `output`. */
async function check(files: Files, output: MemoryFolder, before?: Clearance, isKnown = before !== undefined) {
  const host = { ...memoryHost(files), output };
  const states = new States(host);
  const cache = new Cache(output, states);
  const project = openProject(host, {}, { states, cache });
  const paths = project.sources.map(({ source }) => source.path);
  const words = new KnownWords(cache, states, paths);
  let read = 0;
  const texts = (): readonly string[] => {
    read++;
    return ["Regenbogenforelle"];
  };
  const file: CheckedFile = { path: "paper.json", texts, isKnown };
  const found = await checkData(new Gate(host, project, { states, words }), [file], [], before, new Breath());
  words.remember();
  await cache.close(true, "paper");
  const { clearance, codes } =
    "words" in found ? { clearance: found, codes: [] } : { clearance: undefined, codes: found.map(({ code }) => code) };
  return { clearance, codes, read, known: words.has("regenbogenforelle") };
}

it("is not read again while it says what it said", async () => {
  const { output } = memoryHost({});
  const first = await check(both, output);
  expect(first).toMatchObject({ codes: [], read: 1, clearance: { words: ["regenbogenforelle"] } });
  const elsewhere = { ...both, ...said("content/s/top-1.md", "Etwas anderes.") };
  expect(await check(elsewhere, output, first.clearance)).toMatchObject({ codes: [], read: 0, known: true });
});

it("leaks as soon as no public source has the word any more", async () => {
  const { output } = memoryHost({});
  const { clearance } = await check(both, output);
  const taken = { ...both, "content/p/e-1.md": smallBody()["content/p/e-1.md"] ?? "" };
  expect(await check(taken, output, clearance)).toMatchObject({ codes: ["secret-in-public"], known: false });
});

it("is read again when a secret changes", async () => {
  const { output } = memoryHost({});
  const innocent = { ...both, "content/p/antrag-2.md": smallBody()["content/p/antrag-2.md"] ?? "" };
  const { clearance } = await check({ ...innocent, "content/p/e-1.md": smallBody()["content/p/e-1.md"] ?? "" }, output);
  expect(clearance?.words).toEqual([]);
  const secret = { ...both, "content/p/e-1.md": smallBody()["content/p/e-1.md"] ?? "" };
  expect(await check(secret, output, clearance)).toMatchObject({ codes: ["secret-in-public"], read: 1 });
  expect(await check(both, output, clearance)).toMatchObject({ codes: [], read: 1 });
});
