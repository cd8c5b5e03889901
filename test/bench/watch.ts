/** How long a save takes to be seen in the preview: a client that hears the events and fetches what a page would fetch. */

import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { createHost } from "../../src/node/host.ts";
import { watchFolders } from "../../src/node/watch-folders.ts";
import { watchProject } from "../../src/project/watch.ts";
import { median } from "./measure.ts";
import { corpusFolder, type Setup } from "./setup.ts";

const SAVES = 40;
const DOCUMENTS = 300;

/** How long an idle watch is looked at, in milliseconds. */
const IDLE = 10_000;

interface Paper {
  readonly id: string;
  readonly file: string;
  readonly kind: string;
  readonly editions: readonly { readonly edition: string; readonly page?: number; readonly pdf?: string }[];
}

/** Watches a corpus of 300 documents, saves one of them again and again, and tells what came when. */
export async function watchBenchmark(setup: Setup): Promise<string> {
  const folder = corpusFolder(setup, DOCUMENTS);
  await startOnce(setup, folder);
  const began = performance.now();
  const child = spawn(process.execPath, [setup.command, "watch", "--format", "json"], { cwd: folder });
  child.stdout.resume();
  const address = await new Promise<string>((resolve) => {
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const url = /http:\S+/.exec(said)?.[0];
      if (url) resolve(url);
    });
  });
  const first = await new Promise<Paper>((resolve) => {
    listen(address, undefined, (_, papers) => {
      const item = papers.find(({ kind, editions }) => kind === "agenda-item" && editions.some(({ pdf }) => pdf));
      if (item) resolve(item);
    });
  });
  await fetchAll(`${address}papers/${first.editions[0]?.edition}/${first.id}.pdf`);
  const started = performance.now() - began;

  const times = await saveAgainAndAgain(address, join(folder, first.file), first);
  // What the last save left to do is not idleness.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const before = cpuOf(child.pid ?? 0);
  await new Promise((resolve) => setTimeout(resolve, IDLE));
  const idle = ((cpuOf(child.pid ?? 0) - before) / IDLE) * 1000;
  const memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024;
  child.kill("SIGINT");
  const steps = await breakdown(folder, first);

  const line = (name: string, value: string): string => `  ${name.padEnd(44)}${value.padStart(12)}`;
  const shown = (name: string, numbers: readonly number[]): string =>
    `${line(name, `${median(numbers).toFixed(0)} ms`)} (worst ${Math.max(...numbers).toFixed(0)})`;
  return [
    `watch: a save of a 3-page item among ${DOCUMENTS} documents, median of ${SAVES}`,
    shown(
      "save → the page has new HTML",
      times.map(({ html }) => html),
    ),
    shown(
      "save → the page has the new PDF",
      times.map(({ pdf }) => pdf),
    ),
    ...steps.map(([name, numbers]) => shown(`  save → ${name}, in one process`, numbers)),
    line("start → first page", `${started.toFixed(0)} ms`),
    line("idle", `${(idle / 10).toFixed(2)} % CPU`),
    line("memory", `${memory.toFixed(0)} MB`),
    "",
  ].join("\n");
}

/** When the steps between a save and its PDF are reached, without server and client. */
async function breakdown(
  folder: string,
  { id, file }: Paper,
): Promise<readonly (readonly [string, readonly number[]])[]> {
  const reached = new Map<string, number[]>();
  const end = new AbortController();
  let began = 0;
  let onBuilt: () => void = () => undefined;
  const reach = (step: string): void => {
    if (began > 0) reached.set(step, [...(reached.get(step) ?? []), performance.now() - began]);
  };
  const before = process.cwd();
  process.chdir(folder);
  const watching = watchProject({
    openHost: () => createHost({ content: "content", templates: "templates", output: "output" }),
    startWatching: (onChange) =>
      watchFolders(["content", "templates"], { poll: false, onChange, onLimit: () => undefined }),
    selection: {},
    jobs: 2,
    signal: end.signal,
    onEvent({ type }) {
      if (type === "changed") reach("noticed");
      if (type === "building") reach("settled");
      if (type === "built") onBuilt();
    },
    viewer: {
      papers: [id],
      onTurn: () => undefined,
      listed: () => reach("sources read"),
      composed: () => reach("HTML"),
      begun: () => reach("others recalled"),
      finished: (document) => document.id === id && reach("PDF written"),
    },
  });
  await new Promise<void>((resolve) => {
    onBuilt = resolve;
  });
  const text = readFileSync(file, "utf8");
  for (let save = 0; save < SAVES; save++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const built = new Promise<void>((resolve) => {
      onBuilt = resolve;
    });
    began = performance.now();
    writeFileSync(file, text.replace(/\s*$/, ` Noch ${save} Worte.\n`));
    await built;
    began = 0;
  }
  end.abort();
  await watching;
  process.chdir(before);
  return [...reached];
}

/** The first start prints everything; what is measured is any other. */
async function startOnce(setup: Setup, folder: string): Promise<void> {
  const child = spawn(process.execPath, [setup.command, "watch", "--format", "json", "--no-preview"], { cwd: folder });
  await new Promise<void>((resolve) => child.stdout.once("data", () => resolve()));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.stdout.resume();
  child.kill("SIGINT");
  await ended;
}

async function saveAgainAndAgain(
  address: string,
  path: string,
  { id }: Paper,
): Promise<readonly { readonly html: number; readonly pdf: number }[]> {
  let known: Paper | undefined;
  let onPaper: (paper: Paper) => void = () => undefined;
  const stop = listen(address, id, (_, papers) => {
    for (const paper of papers) {
      if (paper.id !== id) continue;
      known = paper;
      onPaper(paper);
    }
  });
  const text = readFileSync(path, "utf8");
  const times: { html: number; pdf: number }[] = [];
  // A few to warm up.
  for (let save = -5; save < SAVES; save++) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { edition = "public", page, pdf: hash } = known?.editions[0] ?? {};
    const began = performance.now();
    writeFileSync(path, text.replace(/\s*$/, ` Gespeichert zum ${save}. Mal.\n`));
    const html = waitFor((paper) => paper.editions[0]?.page !== page);
    const pdf = waitFor((paper) => paper.editions[0]?.pdf !== hash);
    onPaper = (paper) => {
      html.look(paper);
      pdf.look(paper);
    };
    // The page itself came just before the event that tells of it.
    await html.done;
    const seen = performance.now() - began;
    await pdf.done;
    await fetchAll(`${address}papers/${edition}/${id}.pdf`);
    if (save >= 0) times.push({ html: seen, pdf: performance.now() - began });
  }
  stop();
  return times;
}

function waitFor(holds: (paper: Paper) => boolean): { look(paper: Paper): void; readonly done: Promise<void> } {
  let resolve: () => void = () => undefined;
  const done = new Promise<void>((resolved) => {
    resolve = resolved;
  });
  return { done, look: (paper) => holds(paper) && resolve() };
}

/** Hears events as a page would; the returned function ends that. */
function listen(
  address: string,
  paper: string | undefined,
  on: (event: string, papers: readonly Paper[]) => void,
): () => void {
  const request = get(
    `${address}events${paper === undefined ? "" : `?paper=${encodeURIComponent(paper)}`}`,
    (response) => {
      let rest = "";
      response.on("error", () => undefined);
      response.setEncoding("utf8").on("data", (text: string) => {
        const events = (rest + text).split("\n\n");
        rest = events.pop() ?? "";
        for (const event of events) {
          const [, name = "", json = "null"] = /^event: (\w+)\ndata: (.*)$/s.exec(event) ?? [];
          const data = JSON.parse(json);
          if (name === "all") on(name, data.papers);
          if (name === "paper") on(name, [data]);
        }
      });
    },
  );
  request.on("error", () => undefined);
  return () => request.destroy();
}

function fetchAll(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, (response) => {
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
      });
      response.on("end", () => resolve(size));
    }).on("error", reject);
  });
}

/** Processor time of a process so far, in milliseconds. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  // In hundredths of a second: of its own code, and of the system for it.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
