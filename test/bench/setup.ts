/** What all benchmarks stand on: the bundled programs, and papers in a folder for the time being. */

import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { makeCorpus } from "../corpus/make-corpus.ts";
import { run } from "./measure.ts";
import { writeFiles, writePacket } from "./packet.ts";
import { bodySource, longPaper, makePacket, type Packet, select } from "./papers.ts";

/** Where things are. */
export interface Setup {
  readonly root: string;
  readonly work: string;
  /** The command's own file: as it ships, or readable if it is to be profiled. */
  readonly command: string;
  readonly ours: string;
  readonly plain: string;
  /** Undefined where there is no binary of Typst for this machine. */
  readonly typst: string | undefined;
}

const root = join(import.meta.dirname, "../..");

/** How many items are in the packet. */
export const PACKET = 200;

/** Bundles the programs: ours with its packages, as it ships, the others as anyone would run them. */
export async function setUp(readable: boolean): Promise<Setup> {
  const folder = join(root, "dist/bench");
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node20.19",
    logLevel: "warning",
  } as const;
  const requires =
    "import{createRequire as r}from'node:module';import{fileURLToPath as f}from'node:url';import{dirname as d}from'node:path';";
  const banner = {
    js: `${requires}const require=r(import.meta.url),__filename=f(import.meta.url),__dirname=d(__filename);`,
  };
  const bundle = (entry: string, name: string, rest: object) =>
    build({ ...common, format: "esm", entryPoints: [entry], outfile: join(folder, name), ...rest });
  await bundle("test/bench/programs/ours.ts", "ours.mjs", { banner });
  await bundle("test/bench/programs/plain.ts", "plain.mjs", { packages: "external" });
  await bundle("test/bench/programs/typst.ts", "typst.mjs", { packages: "external" });
  if (readable) await bundle("src/cli/main.ts", "vorlage.mjs", { banner });
  return {
    root,
    work: mkdtempSync(join(tmpdir(), "vorlage-bench-")),
    command: readable ? join(folder, "vorlage.mjs") : join(root, "dist/cli/main.cjs"),
    ours: join(folder, "ours.mjs"),
    plain: join(folder, "plain.mjs"),
    typst: hasTypst() ? join(folder, "typst.mjs") : undefined,
  };
}

function hasTypst(): boolean {
  try {
    createRequire(import.meta.url)("@myriaddreamin/typst-ts-node-compiler");
    return true;
  } catch {
    return false;
  }
}

/** A folder with {@link PACKET} different items of three pages; made when it is first asked for. */
export function packetFolder({ work, ours }: Setup): string {
  const folder = join(work, "packet");
  if (existsSync(folder)) return folder;
  const all = makePacket(2400, 1);
  const trial = join(work, "trial");
  writePacket(trial, all);
  const counts: readonly [string, number][] = JSON.parse(run({ args: [ours, "pages", trial], folder: trial }).output);
  rmSync(trial, { recursive: true });
  const three = new Set(counts.filter(([, pages]) => pages === 3).map(([id]) => id));
  const items = all.items.filter(({ id }) => three.has(id)).slice(0, PACKET);
  if (items.length < PACKET) throw new Error(`Only ${items.length} items have three pages.`);
  const packet = select(all.files, items);
  writePacket(publishingFolder({ work }), packet);
  writePacket(folder, { ...packet, files: withoutPublication(packet.files) });
  writePacket(join(work, "single"), select(all.files, items.slice(0, 1)));
  return folder;
}

/** The same items, whose body publishes OParl data: some ten files for each item. Made with {@link packetFolder}. */
export function publishingFolder({ work }: Pick<Setup, "work">): string {
  return join(work, "publishing");
}

function withoutPublication(files: Packet["files"]): Packet["files"] {
  const body = files["kreis.md"] ?? "";
  return { ...files, "kreis.md": body.replace(/^veröffentlichung:\n(?: .*\n)*/m, "") };
}

/** A folder with one item of three pages and what it is made from. */
export function singleFolder(setup: Setup): string {
  packetFolder(setup);
  return join(setup.work, "single");
}

/** A folder with one paper of about so many pages. */
export function longFolder({ work }: Setup, pages: number): string {
  const folder = join(work, `pages-${pages}`);
  if (existsSync(folder)) return folder;
  const files = { "kreis.md": bodySource, "lang.md": longPaper(pages) };
  writePacket(folder, {
    files,
    items: [{ id: "lang", path: "lang.md", motions: [], resolutions: [], explanations: [] }],
  });
  return folder;
}

/** A folder with a corpus of so many documents. */
export function corpusFolder({ work }: Setup, documents: number): string {
  const folder = join(work, `corpus-${documents}`);
  if (!existsSync(folder)) writeFiles(join(folder, "content"), makeCorpus({ documents, seed: 1 }));
  return folder;
}

/** How many items the meeting of {@link meetingFolder} has, and how long each is. */
const ITEMS = 60;
const ITEM_PAGES = 16;

/** A folder with a meeting of 60 items whose papers have some 1,000 pages in all. */
export function meetingFolder({ work }: Setup): string {
  const folder = join(work, "meeting");
  if (existsSync(folder)) return folder;
  const body = bodySource.replace("\n---\n", "\ngremien: [{kennung: rat, name: Rat}]\n---\n");
  const meeting =
    "---\nart: sitzung\nkennung: sitzung\ntitel: Sitzung des Rates\ngremium: rat\ndatum: 2026-12-10\n---\n";
  const items = Array.from({ length: ITEMS }, (_, index) => {
    const text = longPaper(ITEM_PAGES, index + 1).replace(/^---[\s\S]*?\n---\n/, "");
    const fields = `art: tagesordnungspunkt\nkennung: top-${index + 1}\nsitzung: sitzung\nnummer: ${index + 1}\ntitel: Gegenstand ${index + 1}`;
    return [`content/top-${index + 1}.md`, `---\n${fields}\nsichtbarkeit: öffentlich\n---\n${text}`] as const;
  });
  const files = { "content/rat.md": body, "content/sitzung.md": meeting, ...Object.fromEntries(items) };
  writeFiles(folder, files);
  return folder;
}

/** The county's real case where it lies beside the project, else the demonstration; and which of the two it is. */
export function caseFolder({ work, root: project }: Setup): { folder: string; name: string } {
  const real = join(project, "../shared/cases/kommunales-integrationszentrum/content");
  const isReal = existsSync(real);
  const folder = join(work, "case");
  mkdirSync(folder, { recursive: true });
  cpSync(isReal ? real : join(project, "content"), join(folder, "content"), { recursive: true });
  return { folder, name: isReal ? "the real case" : "the demonstration" };
}
