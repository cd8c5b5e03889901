/** Proves that the checks in `read-pdf.ts` find what they are there to find: each file here is damaged on purpose. */

import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { layoutPdf } from "../../src/pdf/layout-pdf.ts";
import { readPdf } from "./read-pdf.ts";
import { fonts, theme } from "./theme.ts";
import { h, p, paper } from "./tree.ts";

/** Changes the operators of the first page. Offsets in the file are wrong then; pdf.js looks for the objects itself. */
async function damaged(edit: (operators: string) => string): Promise<readonly string[]> {
  const { value } = await layoutPdf(paper([h(1, "Titel"), p("Erster Absatz."), p("Zweiter Absatz.")]), theme, fonts);
  const file = Buffer.from(value?.bytes ?? new Uint8Array()).toString("latin1");
  const stream = /<<\/Filter \/FlateDecode\/Length (\d+)>>\nstream\n/g;
  for (const match of file.matchAll(stream)) {
    const start = match.index + match[0].length;
    const end = start + Number(match[1]);
    const operators = inflateSync(Buffer.from(file.slice(start, end), "latin1")).toString("latin1");
    if (!operators.includes("BDC")) continue;
    const changed = edit(operators);
    const bytes = Buffer.from(
      `${file.slice(0, match.index)}<</Length ${changed.length}>>\nstream\n${changed}${file.slice(end)}`,
      "latin1",
    );
    return (await readPdf(bytes)).pages[0]?.faults ?? [];
  }
  throw new Error("No page has marked content");
}

it("finds nothing in a file that is whole", async () => {
  expect(await damaged((operators) => operators)).toEqual([]);
});

it("finds text outside of marked content", async () => {
  const faults = await damaged((operators) => `${operators}\nBT /F1 11 Tf <0001> Tj ET\n`);
  expect(faults.join()).toContain("paints outside of marked content");
});

it("finds text that no element holds", async () => {
  const faults = await damaged((operators) => operators.replace("/MCID 1>>", "/MCID 77>>"));
  expect(faults.join()).toContain('no element holds "Erster Absatz."');
});

it("finds content that begins within other content", async () => {
  const faults = await damaged((operators) => operators.replace("EMC\n/P <</MCID 1>>", "/P <</MCID 1>>"));
  expect(faults.join()).toContain("#1 begins within #0");
});

it("finds content that never ends", async () => {
  const faults = await damaged((operators) => operators.replace(/EMC\s*$/, ""));
  expect(faults.join()).toContain("stays open");
});
