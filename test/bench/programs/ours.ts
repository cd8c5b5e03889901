/** Measured inside one process: our own stages. `warm FOLDER`, `growth KIND FOLDER`, `pages FOLDER`. */

import { join } from "node:path";
import { composePaper } from "../../../src/compile.ts";
import { printPaper } from "../../../src/print.ts";
import type { Project } from "../../../src/project/project.ts";
import { openProject } from "../../../src/project/project.ts";
import { filesIn, memoryHost } from "../../host.ts";
import { readItems } from "../packet.ts";
import { bodySource, type Item, longPaper, longParagraph, longTable, select } from "../papers.ts";
import { printRounds, ROUND_SIZE } from "../warm.ts";

const [mode = "", ...rest] = process.argv.slice(2);

async function print(project: Project, id: string): Promise<{ pages: number; compose: number }> {
  const entry = project.sources.find(({ source }) => source.entry?.id === id)?.source.entry;
  const workshop = entry && project.workshop(entry);
  if (!workshop) throw new Error(`${id} has mistakes: ${JSON.stringify(project.diagnostics)}`);
  const before = process.cpuUsage();
  const { value: document, diagnostics } = composePaper(entry, "public", workshop);
  const compose = process.cpuUsage(before).user / 1e6;
  if (!document) throw new Error(JSON.stringify(diagnostics));
  const { value: printed, diagnostics: faults } = await printPaper(document, workshop);
  if (!printed) throw new Error(JSON.stringify(faults));
  return { pages: printed.pdf.pages, compose };
}

/** A project of nothing but these items. */
function open(files: Readonly<Record<string, string>>, items: readonly Item[]): Project {
  const { files: needed } = select(files, items);
  return openProject(
    memoryHost(Object.fromEntries(Object.entries(needed).map(([path, text]) => [`content/${path}`, text]))),
  );
}

function readAll(folder: string): Readonly<Record<string, string>> {
  const decoder = new TextDecoder();
  return Object.fromEntries(
    Object.entries(filesIn(join(folder, "content"))).map(([path, bytes]) => [path, decoder.decode(bytes)]),
  );
}

async function warm(folder: string): Promise<void> {
  const files = readAll(folder);
  await printRounds(readItems(folder), async (items) => {
    const before = process.cpuUsage();
    const project = open(files, items);
    const read = process.cpuUsage(before).user / 1e6 / ROUND_SIZE;
    let compose = 0;
    for (const { id } of items) compose += (await print(project, id)).compose / ROUND_SIZE;
    return { read, compose };
  });
}

/** Which of a packet's items have three pages. */
async function pages(folder: string): Promise<void> {
  const items = readItems(folder);
  const project = open(readAll(folder), items);
  const counts: [string, number][] = [];
  for (const { id } of items) counts.push([id, (await print(project, id)).pages]);
  console.log(JSON.stringify(counts));
}

const growths = {
  pages: { sizes: [100, 200, 400, 800], make: longPaper, id: "lang", repeat: 1 },
  rows: { sizes: [500, 1000, 2000, 4000], make: longTable, id: "tabelle", repeat: 2 },
  words: { sizes: [1000, 2000, 4000, 8000], make: longParagraph, id: "absatz", repeat: 8 },
};

/** CPU of one paper in growing sizes, the best of three: what is asked is the shape of the curve. */
async function growth(kind: keyof typeof growths): Promise<void> {
  const { sizes, make, id, repeat } = growths[kind];
  const measured: { size: number; pages: number; cpu: number }[] = [];
  for (const size of [sizes[0] ?? 0, ...sizes]) {
    const host = memoryHost({ "content/kreis.md": bodySource, "content/lang.md": make(size) });
    const times: number[] = [];
    let count = 0;
    for (let run = 0; run < 3; run++) {
      const project = openProject(host);
      const before = process.cpuUsage();
      for (let time = 0; time < repeat; time++) count = (await print(project, `${id}-${size}`)).pages;
      times.push(process.cpuUsage(before).user / 1e6 / repeat);
    }
    measured.push({ size, pages: count, cpu: Math.min(...times) });
  }
  console.log(JSON.stringify(measured.slice(1)));
}

if (mode === "warm") await warm(rest[0] ?? "");
if (mode === "pages") await pages(rest[0] ?? "");
if (mode === "growth") await growth(rest[0] as keyof typeof growths);
