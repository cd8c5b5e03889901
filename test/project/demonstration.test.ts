/** The project's own demonstration content: it uses everything, builds without a word, and leaks nothing. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { kindOrder } from "../../src/kinds/kinds.ts";
import { valueNames } from "../../src/kinds/vocabulary.ts";
import { pageText } from "../html/page-text.ts";
import { bodyText } from "../pdf/read-pdf.ts";
import { diagnosticsOf } from "../report.ts";
import { type Build, buildFolder } from "./build-folder.ts";

const sources = readdirSync("content", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md"))
  .map((path) => readFileSync(join("content", path), "utf8"));

describe("the demonstration content", () => {
  let build: Build;
  beforeAll(async () => {
    build = await buildFolder("content");
  }, 120_000);

  it("has nothing to report", () => {
    expect(build.report.outcome).toBe("succeeded");
    expect(diagnosticsOf(build.report)).toEqual([]);
  });

  it("uses every kind and every value", () => {
    const used = new Set(build.report.documents.map(({ kind }) => kind));
    expect([...used].sort()).toEqual([...kindOrder].sort());
    const text = sources.join("\n");
    for (const [set, names] of Object.entries(valueNames)) {
      // A body chooses one of these for all of its meetings.
      if (["state", "numbering", "nonPublicItems", "counting", "withdrawn"].includes(set)) continue;
      for (const [english, german] of Object.entries(names)) {
        expect(text).toMatch(new RegExp(`: (${german}|${english})$`, "m"));
      }
    }
  });

  it("prints two editions where the public one leaves something out", () => {
    const editions = (id: string) =>
      new Set(build.report.documents.find((one) => one.id === id)?.outputs.map(({ edition }) => edition));
    expect(editions("kt-2026-12-10-top-02")).toEqual(new Set(["public", "internal"]));
    expect(editions("bericht-uva-2026")).toEqual(new Set(["public", "internal"]));
    expect(editions("kt-2026-12-10-top-08")).toEqual(new Set(["public", "internal"]));
    expect(editions("kt-2026-12-10-top-n2")).toEqual(new Set(["internal"]));
    expect(editions("kt-2026-12-10-top-01")).toEqual(new Set(["public"]));
  });

  it("says in public nothing that stands only in non-public sources", async () => {
    const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}.,-]{4,}/gu) ?? [];
    const isPublic = (text: string): boolean => !/sichtbarkeit: nichtöffentlich|visibility: non-public/.test(text);
    const known = new Set(sources.filter(isPublic).flatMap(words));
    const secrets = new Set(
      sources
        .filter((text) => /^(sichtbarkeit|visibility): (nichtöffentlich|non-public)/m.test(text))
        .flatMap((text) => words(text.replace(/^---[\s\S]*?^---/m, "")))
        .filter((word) => !known.has(word)),
    );
    // What the program itself says.
    for (const word of words(readFileSync("src/kinds/phrases.ts", "utf8"))) secrets.delete(word);
    secrets.delete("Erläuterung");
    secrets.add("Mietangebot");
    expect(secrets.size).toBeGreaterThan(25);
    const files = build.report.documents.flatMap(({ outputs }) =>
      outputs.filter(({ edition }) => edition === "public"),
    );
    expect(files.every(({ path }) => path.startsWith("public/"))).toBe(true);
    for (const file of files) {
      const bytes = build.bytes(file.path);
      const text = file.mediaType === "text/html" ? new TextDecoder().decode(bytes) : await bodyText(bytes);
      const leaked = words(text).filter((word) => secrets.has(word));
      const ownSource = sources.find((source) => source.includes(`kennung: ${documentOf(file.path)}\n`)) ?? "";
      expect({ file: file.path, leaked: leaked.filter((word) => !ownSource.includes(word)) }).toEqual({
        file: file.path,
        leaked: [],
      });
    }
  }, 120_000);

  it("has the same text in PDF and HTML", async () => {
    for (const { outputs } of build.report.documents) {
      const pdf = outputs.find(({ mediaType }) => mediaType === "application/pdf");
      const html = outputs.find(({ mediaType }) => mediaType === "text/html");
      if (!pdf || !html) continue;
      const letters = (text: string): string => [...(text.match(/[\p{L}\p{N}]/gu) ?? [])].sort().join("");
      // A table of contents has page numbers only on paper.
      if (new TextDecoder().decode(build.bytes(html.path)).includes("<nav")) continue;
      const inPdf = await bodyText(build.bytes(pdf.path));
      const inHtml = pageText(new TextDecoder().decode(build.bytes(html.path)));
      expect({ path: pdf.path, letters: letters(inPdf) }).toEqual({ path: pdf.path, letters: letters(inHtml) });
    }
  }, 120_000);
});

/** The id that a file name ends with. */
function documentOf(path: string): string {
  return path.replace(/^.*\/(?:\d[\d-]*-)?(?:tagesordnungspunkt|[a-z]+)-/, "").replace(/\.(pdf|html)$/, "");
}
