/** Threads that lay documents out, and what becomes of a document that breaks them. */

import { mkdtempSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Document } from "../../src/model/document.ts";
import { type Press, PressFault } from "../../src/model/printing.ts";
import { startPrintPool } from "../../src/node/print-pool.ts";
import { layoutPdf } from "../../src/pdf/layout-pdf.ts";
import { buildProject } from "../../src/project/build.ts";
import { memoryHost } from "../host.ts";
import { fonts, theme } from "../pdf/theme.ts";
import { h, p, paper } from "../pdf/tree.ts";
import { smallBody } from "../project/small-body.ts";

const look = { theme, fonts };
let press: Press | undefined;
afterEach(() => press?.close());

/** A program for threads that behaves badly when a document is called „schlimm“, and gives an empty file else. */
function badWorker(deed: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "vorlage-worker-")), "worker.mjs");
  writeFileSync(
    path,
    `import { parentPort } from "node:worker_threads";
    const print = async (document) => {
      if (document.title.includes("schlimm")) { ${deed} }
      return { value: { pdf: { bytes: new Uint8Array([1]), pages: 1 }, html: document.title }, diagnostics: [] };
    };
    let last = Promise.resolve();
    parentPort.on("message", ({ number, document }) => {
      last = last.then(() => print(document)).then(
        (printed) => parentPort.postMessage({ number, printed }),
        (fault) => parentPort.postMessage({ number, fault }),
      );
    });`,
  );
  return path;
}

it("gives the same bytes as printing here, whatever the order", async () => {
  const papers = Array.from({ length: 8 }, (_, index) =>
    paper([h(1, `Titel ${index}`), p("Wort ".repeat(index * 200))]),
  );
  press = startPrintPool(look, 2);
  const printed = await Promise.all(papers.map((one) => press?.print(one)));
  for (const [index, one] of papers.entries()) {
    const here = await layoutPdf(one, theme, fonts);
    expect(Buffer.from(printed[index]?.value?.pdf.bytes ?? []).equals(here.value?.bytes ?? new Uint8Array())).toBe(
      true,
    );
  }
});

it("starts no more threads than processors can keep busy, whatever was asked for", () => {
  press = startPrintPool(look, 64);
  expect(press.size).toBe(Math.min(64, 2 * availableParallelism()));
});

it("takes nothing more once it is closed", async () => {
  press = startPrintPool(look, 2);
  const begun = [1, 2, 3, 4, 5, 6].map(() => press?.print(paper([p("x")])));
  const results = Promise.allSettled(begun);
  await press.close();
  expect((await results).map(({ status }) => status)).toEqual(begun.map(() => "rejected"));
  await expect(press.print(paper([p("x")]))).rejects.toBeInstanceOf(PressFault);
});

describe("a document that breaks its thread fails alone", () => {
  const bad: Document = { ...paper([p("x")]), title: "schlimm" };
  const good: Document = paper([p("x")]);

  it.each([
    ["never ends", "for (;;);", "time"],
    ["eats memory", "const all = []; for (;;) all.push(new Array(1e5).fill(0.5));", "memory"],
    ["throws", "throw new TypeError('kaputt');", "crash"],
    ["ends its thread", "process.exit(1);", "crash"],
    ["ends its thread later", "setTimeout(() => process.exit(0), 100); await new Promise(() => undefined);", "crash"],
  ])("%s", async (_, deed, reason) => {
    // What ends in silence is noticed at once, not when time is up.
    const seconds = deed.includes("exit") ? 120 : 2;
    press = startPrintPool(look, 2, { seconds, megabytes: 64, worker: badWorker(deed) });
    // More than there are threads: some wait in the thread that is broken, and two that break theirs follow each other.
    const documents = [good, bad, good, good, bad, bad, good];
    const results = await Promise.allSettled(documents.map((one) => press?.print(one)));
    expect(results.map((one) => (one.status === "rejected" ? one.reason.reason : one.value?.value?.pdf.pages))).toEqual(
      documents.map((one) => (one === bad ? reason : 1)),
    );
  });

  it("also if it cannot even be handed over, and every other one has its own answer", async () => {
    press = startPrintPool(look, 1, { seconds: 20, worker: badWorker("") });
    const titles = ["a", "b", "c", "d"];
    const documents = titles.map((title) => ({ ...good, title, ...(title === "b" && { notes: () => undefined }) }));
    const results = await Promise.allSettled(documents.map((one) => press?.print(one as unknown as Document)));
    expect(results.map((one) => (one.status === "rejected" ? one.reason.reason : one.value?.value?.html))).toEqual([
      "a",
      "crash",
      "c",
      "d",
    ]);
  });

  it("with a diagnostic at the paper, and the others are built", async () => {
    const files = { ...smallBody() };
    files["content/s/top-1.md"] = String(files["content/s/top-1.md"]).replace("Gegenstand 1", "schlimm");
    const worker = badWorker("throw new TypeError('kaputt');");
    const host = {
      ...memoryHost(files),
      startPress: (given: typeof look, threads: number) => startPrintPool(given, threads, { worker }),
    };
    const report = await buildProject(host, {}, { jobs: 2 });
    const failed = report.documents.filter(({ outcome }) => outcome === "failed");
    expect(
      failed.map(({ id, diagnostics }) => [id, diagnostics.map(({ code, place }) => [code, place?.file])]),
    ).toEqual([["top-1", [["paper-not-laid-out", "content/s/top-1.md"]]]]);
    expect(report.faults.map(({ message }) => message)).toEqual(["kaputt"]);
    expect(report.documents.filter(({ outcome }) => outcome === "built").length).toBeGreaterThan(8);
  });
});
