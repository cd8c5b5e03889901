/**
 * Seeded mistakes: each folder in `cases` holds the files that differ from `base`, and the diagnostics that must come of it.
 *
 * A new case is a new folder; a missing `expected.txt` is written by the first run, to be read by a person.
 * `case.json` may hold `delete` (files of the base that are left out), `build` (for what only shows on the page)
 * and `papers` (what is asked for).
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diagnosticCodes } from "../../src/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { Report } from "../../src/model/report.ts";
import { buildProject } from "../../src/project/build.ts";
import { checkProject } from "../../src/project/check.ts";
import { filesIn, memoryHost } from "../host.ts";
import { diagnosticsOf } from "../report.ts";

const here = import.meta.dirname;
const base = filesIn(join(here, "base"));
const names = readdirSync(join(here, "cases")).sort();

interface CaseOptions {
  readonly delete?: readonly string[];
  readonly build?: boolean;
  readonly papers?: readonly string[];
}

function optionsOf(folder: string): CaseOptions {
  const path = join(folder, "case.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as CaseOptions) : {};
}

async function run(name: string): Promise<Report> {
  const folder = join(here, "cases", name);
  const { delete: left = [], build = false, papers } = optionsOf(folder);
  const files = { ...base, ...filesIn(folder) };
  const host = memoryHost(Object.fromEntries(Object.entries(files).filter(([path]) => !left.includes(path))));
  const selection = papers ? { papers } : {};
  return build ? await buildProject(host, selection) : checkProject(host, selection);
}

function line({ severity, code, place, message }: Diagnostic): string {
  const at = place ? `${place.file}:${place.line}:${place.column}` : "-";
  return `${severity} ${code} ${at} ${message.de}`;
}

/** Codes that no file can bring about, each with the test that does, or why there is none. */
const elsewhere: Readonly<Record<string, string>> = {
  "attachment-conformance": "test/packet",
  "attachment-content-missing": "test/packet",
  "attachment-password": "test/packet",
  "attachment-unreadable": "test/packet",
  "packet-incomplete": "test/packet",
  "packet-without-agenda": "test/packet",
  "source-changed": "test/project/kept-output.test.ts",
  "paper-not-laid-out": "test/node/print-pool.test.ts",
  "file-unreadable": "test/source/decode.test.ts",
  "image-too-large": "test/image",
  "image-unprintable": "test/image",
  "link-without-target": "test/pdf",
  "folder-unreadable": "test/project/kept-output.test.ts",
  "ledger-lost": "test/project/kept-output.test.ts",
  "not-removed": "test/project/kept-output.test.ts",
  "not-created": "test/cli",
  "output-unusable": "test/cli",
  "output-of-other-sources": "test/project/kept-output.test.ts",
  "folder-extra": "test/project/verify.test.ts",
  "folder-missing": "test/project/manifest.test.ts",
  "list-missing": "test/project/verify.test.ts",
  "manifest-changed": "test/project/manifest.test.ts",
  "manifest-damaged": "test/project/manifest.test.ts",
  "manifest-missing": "test/project/manifest.test.ts",
  "nothing-to-verify": "test/project/manifest.test.ts",
  "output-changed": "test/project/manifest.test.ts",
  "output-extra": "test/project/manifest.test.ts",
  "output-missing": "test/project/manifest.test.ts",
  "output-unreadable": "test/project/verify.test.ts",
  "secret-in-public": "test/project/gate.test.ts",
  "template-missing": "the shipped templates are always there",
  "text-lost": "test/pdf/completeness.test.ts",
  "unknown-meeting": "test/cli",
  "write-failed": "test/project/last-build.test.ts",
  "wrong-encoding": "test/source/decode.test.ts",
};

describe("seeded mistakes", () => {
  it("has nothing to report of the base", () => {
    expect(diagnosticsOf(checkProject(memoryHost(base))).map(line)).toEqual([]);
  });

  it.each(names)("%s", async (name) => {
    const report = await run(name);
    const found = diagnosticsOf(report);
    const lines = found.map((one) => `${line(one)}\n`).join("");
    const path = join(here, "cases", name, "expected.txt");
    if (!existsSync(path) && !process.env.CI) writeFileSync(path, lines);
    expect(lines).toBe(readFileSync(path, "utf8"));
    const failed = found.some(({ severity }) => severity === "error");
    expect(report.outcome).toBe(failed ? "failed" : "succeeded");
  });

  it("brings about every code of the catalogue", () => {
    const seen = new Set(
      names.flatMap((name) =>
        readFileSync(join(here, "cases", name, "expected.txt"), "utf8")
          .trimEnd()
          .split("\n")
          .map((one) => one.split(" ")[1]),
      ),
    );
    expect(diagnosticCodes.filter((code) => !seen.has(code)).sort()).toEqual(Object.keys(elsewhere).sort());
  });

  it.each(Object.entries(elsewhere).filter(([, where]) => where.startsWith("test/")))("%s is in %s", (code, where) => {
    const isFile = where.endsWith(".ts");
    const paths = isFile ? [where] : readdirSync(where, { encoding: "utf8" }).map((path) => join(where, path));
    const texts = paths.filter((path) => path.endsWith(".test.ts")).map((path) => readFileSync(path, "utf8"));
    expect(texts.some((text) => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(text))).toBe(true);
  });
});
