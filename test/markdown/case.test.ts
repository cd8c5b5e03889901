/** The texts of a real agenda item of a county. Skipped where the case is absent. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseMarkdown } from "../../src/markdown/parse-markdown.ts";
import { renderMarkdown } from "../../src/markdown/render-markdown.ts";

const folder = "../shared/cases/kommunales-integrationszentrum/content";
const isThere = existsSync(folder);
if (!isThere) process.stderr.write(`Skipped: the case ${folder} is not there.\n`);

test.skipIf(!isThere)("the real case is read without a word", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
  expect(files.length).toBeGreaterThan(5);
  for (const path of files) {
    const text = readFileSync(join(folder, path), "utf8");
    const { value, diagnostics } = parseMarkdown({ path, text }, text.indexOf("\n---\n") + 5, "");
    expect(diagnostics, path).toEqual([]);
    expect(structuredClone(value)).toEqual(value);
    const arrows = renderMarkdown(value, { level: 2 }).match(/data-marker="⇨"/g)?.length ?? 0;
    expect(arrows).toBe(path.endsWith("erlaeuterung-kiz.md") ? 2 : 0);
  }
});
