/** A corpus is what it promises: so many documents, always the same, without a mistake. */

import { expect, it } from "vitest";
import { checkProject } from "../../src/project/check.ts";
import { memoryHost } from "../host.ts";
import { diagnosticsOf } from "../report.ts";
import { makeCorpus } from "./make-corpus.ts";

const inContent = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`content/${path}`, text]));

it.each([
  [1, 1],
  [2, 7],
  [19, 3],
  [400, 1],
  [400, 2],
])("of %i documents with seed %i is valid", async (documents, seed) => {
  const report = await checkProject(memoryHost(inContent(makeCorpus({ documents, seed }))));
  expect(diagnosticsOf(report)).toEqual([]);
  expect(report.documents).toHaveLength(documents);
});

it("has every kind, public and not", () => {
  const sources = Object.values(makeCorpus({ documents: 400, seed: 1 }));
  const having = (line: string): number => sources.filter((text) => text.includes(`\n${line}\n`)).length;
  for (const kind of ["sitzung", "antrag", "beschluss", "erläuterung", "tagesordnungspunkt", "sachstandsbericht"]) {
    expect(having(`art: ${kind}`), kind).toBeGreaterThan(3);
  }
  expect(having("umfasst:")).toBeGreaterThan(0);
  expect(having("maßnahmen:")).toBeGreaterThan(0);
  expect(having("sichtbarkeit: nichtöffentlich")).toBeGreaterThan(20);
  expect(having("veröffentlichung:")).toBe(1);
});

it("is the same for the same seed, and another for another", () => {
  const files = (seed: number) => JSON.stringify(makeCorpus({ documents: 60, seed }));
  expect(files(5)).toBe(files(5));
  expect(files(5)).not.toBe(files(6));
});

it("says nothing twice", () => {
  const paragraphs = Object.values(makeCorpus({ documents: 400, seed: 1 }))
    .flatMap((text) => text.split("\n\n"))
    .filter((block) => block.split(" ").length > 30);
  expect(new Set(paragraphs).size).toBe(paragraphs.length);
});
