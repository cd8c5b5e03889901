/** Every benchmark by name. */

import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, median, middle, type Run, run, type Usage } from "./measure.ts";
import { readItems } from "./packet.ts";
import {
  caseFolder,
  corpusFolder,
  longFolder,
  meetingFolder,
  PACKET,
  packetFolder,
  publishingFolder,
  type Setup,
  singleFolder,
} from "./setup.ts";
import { type Result, tableRows } from "./table.ts";
import { watchBenchmark } from "./watch.ts";

/** Prepares and measures; gives the rows of the table. `profile` is a folder for profiles of our program. */
export type Benchmark = (setup: Setup, profile: string | undefined) => string | Promise<string>;

const OURS = "Vorlagenwerk";
const PLAIN = "plain pdfmake";
const TYPST = "Typst";

interface Rival {
  readonly program: string;
  readonly args: readonly string[];
}

/** Runs programs in turns, so that all of them meet the same weather, and takes the middle of each. */
function compare(folder: string, rivals: readonly Rival[], times: number, profile?: string): Result[] {
  const runs = new Map<string, Run[]>(rivals.map(({ program }) => [program, []]));
  for (let time = 0; time < times; time++) {
    for (const { program, args } of rivals) {
      putAside(folder);
      const command: Command = { args, folder, profile: program === OURS ? profile : undefined };
      runs.get(program)?.push(run(command));
    }
  }
  return [...runs].map(([program, done]) => {
    const pages = /"pages": ?(\d+)/.exec(done[0]?.output ?? "")?.[1];
    const usage = middle(done.map((one) => one.usage));
    return { program, usage, ...(pages !== undefined && { note: `${pages} pages` }) };
  });
}

/** Out of the way, but not removed: some file systems create files slowly for a minute after many were removed. */
function putAside(folder: string): void {
  const output = join(folder, "output");
  if (!existsSync(output)) return;
  const number = readdirSync(folder).filter((name) => name.startsWith("output-")).length;
  renameSync(output, join(folder, `output-${number}`));
}

/** The plain program and, where there is one, Typst, on the items of a folder. */
function others({ plain, typst }: Setup, folder: string, count: number): Rival[] {
  const args = ["build", folder, "0", String(count), join(folder, "output")];
  return [
    { program: PLAIN, args: [plain, ...args] },
    ...(typst === undefined ? [] : [{ program: TYPST, args: [typst, ...args] }]),
  ];
}

function help({ work, command }: Setup, profile?: string): string {
  const results = compare(work, [{ program: OURS, args: [command, "--help"] }], 7, profile);
  return tableRows("help: vorlage --help, median of 7", results);
}

function realCase(setup: Setup, profile?: string): string {
  const { folder, name } = caseFolder(setup);
  const results = compare(folder, [{ program: OURS, args: [setup.command, "build"] }], 7, profile);
  return tableRows(`case: vorlage build of ${name}, a new process each, median of 7`, results);
}

function cold(setup: Setup, profile?: string): string {
  const folder = singleFolder(setup);
  const id = readItems(folder)[0]?.id ?? "";
  const ours = { program: OURS, args: [setup.command, "build", id] };
  const results = compare(folder, [ours, ...others(setup, folder, 1)], 7, profile);
  return tableRows("cold: one item of 3 pages, a new process each, median of 7", results);
}

function check(setup: Setup, profile?: string): string {
  const folder = corpusFolder(setup, 1000);
  const results = compare(folder, [{ program: OURS, args: [setup.command, "check"] }], 3, profile);
  return tableRows("check: vorlage check of 1,000 documents, median of 3", results);
}

interface Round {
  readonly cpu: number;
  readonly read?: number;
  readonly compose?: number;
}

function warm(setup: Setup, profile?: string): string {
  const folder = packetFolder(setup);
  const measure = (program: string, script: string): Result => {
    const { output } = run({ args: [script, "warm", folder], folder, profile: program === OURS ? profile : undefined });
    const rounds: readonly Round[] = JSON.parse(output);
    const cpu = median(rounds.map((round) => round.cpu));
    if (program !== OURS) return { program, usage: { cpu } };
    const read = median(rounds.map((round) => round.read ?? 0));
    const compose = median(rounds.map((round) => round.compose ?? 0));
    const parts = [`read ${ms(read)}`, `compose ${ms(compose)}`, `print ${ms(cpu - read - compose)}`];
    return { program, usage: { cpu }, note: `${parts.join(", ")} ms` };
  };
  const results = [
    measure(OURS, setup.ours),
    measure(PLAIN, setup.plain),
    ...(setup.typst === undefined ? [] : [measure(TYPST, setup.typst)]),
  ];
  return tableRows("warm: one item of 3 pages in a process that has made 75 others, median of 5 rounds of 25", results);
}

function ms(seconds: number): string {
  return (seconds * 1000).toFixed(1);
}

function long(setup: Setup, profile?: string): string {
  const folder = longFolder(setup, 1000);
  const ours = { program: OURS, args: [setup.command, "build", "lang-1000", "--format", "json"] };
  const results = compare(folder, [ours, ...others(setup, folder, 1)], profile === undefined ? 3 : 1, profile);
  return tableRows("long: one paper of about 1,000 pages, a new process each, median of 3", results);
}

interface Size {
  readonly size: number;
  readonly pages: number;
  readonly cpu: number;
}

function growth(setup: Setup, profile?: string): string {
  const kinds = { pages: "pages", rows: "rows of a table", words: "words of a paragraph" };
  const rows = Object.entries(kinds).map(([kind, words]) => {
    const { output } = run({ args: [setup.ours, "growth", kind], folder: setup.work, profile });
    const sizes: readonly Size[] = JSON.parse(output);
    const cells = sizes.map(({ size, cpu }, index) => {
      const half = sizes[index - 1];
      return `${size}: ${cpu.toFixed(3)} s${half ? ` (×${(cpu / half.cpu).toFixed(2)})` : ""}`;
    });
    return `  ${words.padEnd(24)} ${cells.join("   ")}`;
  });
  return `growth: CPU of one paper, and how it grows when the paper doubles; best of 3\n${rows.join("\n")}\n`;
}

function batch(setup: Setup, profile?: string): string {
  const folder = packetFolder(setup);
  const ids = readItems(folder).map(({ id }) => id);
  const ours = { program: OURS, args: [setup.command, "build", ...ids] };
  const results = compare(folder, [ours, ...others(setup, folder, PACKET)], profile === undefined ? 3 : 1, profile);
  const publishing = compare(publishingFolder(setup), [{ ...ours, program: "  with OParl data" }], 3);
  const rated = [...results, ...publishing].map((result) => ({ ...result, note: rate(PACKET, result.usage) }));
  return tableRows(`batch: ${PACKET} different items of 3 pages, a new process each, median of 3`, rated);
}

function rate(documents: number, { wall }: Partial<Usage>): string {
  return wall === undefined ? "" : `${(documents / wall).toFixed(1)} documents/s`;
}

function scale(setup: Setup, profile?: string): string {
  const build = [setup.command, "build"];
  const results = [500, 5000].flatMap((documents) => {
    const folder = corpusFolder(setup, documents);
    putAside(folder);
    const first = run({ args: build, folder, profile }).usage;
    const again = run({ args: build, folder }).usage;
    return [
      { program: `${documents} documents`, usage: first, note: rate(documents, first) },
      { program: "  again, nothing changed", usage: again, note: rate(documents, again) },
    ];
  });
  // Not rivals: there is nothing to compare in these rows.
  return results
    .map((result, index) => tableRows(index === 0 ? "scale: vorlage build of a whole corpus" : "", [result]))
    .join("")
    .replace(/\n\n/g, "\n");
}

/** A packet of 1,000 pages: with everything that it is made from, alone, and after one item was changed. */
function packet(setup: Setup, profile?: string): string {
  const folder = meetingFolder(setup);
  const papers = { args: [setup.command, "build"], folder };
  const all = { args: [setup.command, "build", "--meeting", "sitzung"], folder };
  const output = join(folder, "output");
  rmSync(output, { recursive: true, force: true });
  const first = run({ ...papers, profile }).usage;
  const alone = run({ ...all, profile }).usage;
  const item = join(folder, "content/top-30.md");
  writeFileSync(item, `${readFileSync(item, "utf8").trimEnd()} Ein Nachsatz.\n`);
  const changed = run(all).usage;
  const again = run(all).usage;
  const results = [
    { program: "60 papers of 16 pages", usage: first },
    { program: "  their packet", usage: alone },
    { program: "  one item changed", usage: changed },
    { program: "  nothing changed", usage: again },
  ];
  return results
    .map((result, index) => tableRows(index === 0 ? "packet: a meeting of 60 items, 1,000 pages" : "", [result]))
    .join("")
    .replace(/\n\n/g, "\n");
}

/** By the name that `npm run bench -- NAME` takes. */
export const benchmarks: Readonly<Record<string, Benchmark>> = {
  help,
  case: realCase,
  cold,
  check,
  warm,
  long,
  growth,
  batch,
  packet,
  scale,
  watch: watchBenchmark,
};
