/** Prints the hard documents without a fault, tells their tags, and reads their text back as two other programs do. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasErrors } from "../../src/model/diagnostic.ts";
import { layoutPdf } from "../../src/pdf/layout-pdf.ts";
import { exactText, readPdf } from "../pdf/read-pdf.ts";
import { fonts, theme } from "../pdf/theme.ts";
import { DIN_91379, HARD_SOURCES, hardDocuments } from "./hard-documents.ts";
import { linesOf } from "./lines.ts";

const hasPoppler = spawnSync("pdftotext", ["-v"], { stdio: "ignore" }).status === 0;
if (!hasPoppler) process.stderr.write("Skipped: poppler's pdftotext is not there.\n");

const documents = hardDocuments();

/** What poppler reads, in the order of the file; headers and footers are among it. */
function popplerText(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "vorlage-"));
  writeFileSync(join(folder, "a.pdf"), bytes);
  const { stdout } = spawnSync("pdftotext", ["-raw", "-enc", "UTF-8", join(folder, "a.pdf"), "-"], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  rmSync(folder, { recursive: true });
  // It says itself where words run from right to left.
  return stdout.replace(/[\u202a-\u202e]/g, "");
}

/** Visible characters; a word may be torn, with a hyphen that the text does not have. */
function characters(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const one of text.replace(/[\s\u00ad\u200b\u2060]/gu, "")) found.set(one, (found.get(one) ?? 0) + 1);
  return found;
}

/** Words that no line tears, or only by a hyphen, and no number that is raised. */
function words(lines: readonly string[]): readonly string[] {
  return lines
    .flatMap((line) => line.split(/\s+/u))
    .filter((word) => !/[\p{L}.]\d/u.test(word))
    .filter((word) => word !== "" && word.length < 25 && !/[-/\u00ad\u200b\u2010–—…_.?&=]./u.test(word));
}

function expectText(text: string, lines: readonly string[]): void {
  const read = characters(text);
  const lost = [...characters(lines.join(" "))].filter(([one, count]) => (read.get(one) ?? 0) < count);
  expect({ lost: lost.map(([one, count]) => `${one} ${read.get(one) ?? 0} of ${count}`) }).toEqual({ lost: [] });
  expect(text).not.toMatch(/\s\p{M}/u);
  const whole = new Map<string, number>();
  // A hyphen that tears a word is read as a soft one or as a hyphen at the end of a line.
  for (const word of text.replace(/(?:\u00ad|(?<=\p{L})-)\s*\n\s*(?=\p{Ll})/gu, "").split(/\s+/u))
    whole.set(word, (whole.get(word) ?? 0) + 1);
  const torn = words(lines).filter((word) => {
    const count = whole.get(word) ?? 0;
    whole.set(word, count - 1);
    return count <= 0;
  });
  expect({ torn }).toEqual({ torn: [] });
}

it("has every hard document", () => {
  expect(HARD_SOURCES.filter((id) => !documents.has(id))).toEqual([]);
});

describe.each([...documents])("%s", async (name, document) => {
  const { value, diagnostics } = await layoutPdf(document, theme, fonts);
  const bytes = value?.bytes ?? new Uint8Array();

  it("is tagged as it reads", async () => {
    expect(hasErrors(diagnostics)).toBe(false);
    const { faults, pages, tags } = await readPdf(bytes);
    expect([...faults, ...pages.flatMap((page) => page.faults)]).toEqual([]);
    await expect(tags).toMatchFileSnapshot(`tags/${name}.txt`);
  });

  it("gives its text to pdf.js", async () => {
    expectText(await exactText(bytes), linesOf(document));
  });

  it.skipIf(!hasPoppler)("gives its text to poppler", () => {
    expectText(popplerText(bytes), linesOf(document));
  });
});

it("has every combining sequence of DIN 91379 on its page", () => {
  const text = linesOf(documents.get("characters-of-din-91379") ?? { children: [], notes: [] }).join(" ");
  expect(DIN_91379.filter((sequence) => !text.includes(sequence))).toEqual([]);
  expect(DIN_91379.length).toBe(925);
});
