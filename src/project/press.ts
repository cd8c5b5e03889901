/** Who lays a build's papers out: threads where they are worth it, or this one. */

import type { Host } from "../model/host.ts";
import type { BuildOptions, Selection } from "../model/options.ts";
import type { Press, PrintLook } from "../model/printing.ts";
import { printPaper } from "../print.ts";
import type { Cache } from "./cache.ts";
import type { CheckedSource, Project } from "./project.ts";

/** Threads are started for at least so many papers: for fewer, starting them takes longer than they save. */
const PAPERS_FOR_THREADS = 12;

/** Threads are started before anything is read if there are at least so many sources for each such paper. */
const SOURCES_FOR_PAPER = 4;

/** A source of so many bytes is laid out on a thread in any case, so that the build can be ended meanwhile. */
const LONG_SOURCE = 200_000;

type StartPress = NonNullable<Host["startPress"]>;

/** Starts presses and lists them, so that all of them are closed in the end. */
export function collecting(startPress: StartPress, presses: Press[]): StartPress {
  return (look, threads) => {
    const press = startPress(look, threads);
    let closed: Promise<void> | undefined;
    const closing = { ...press, close: () => (closed ??= press.close()) };
    presses.push(closing);
    return closing;
  };
}

/** Threads that make themselves ready while sources are read, if it is clear that there is much to print. */
export function startThreadsEarly(
  { content, startPress }: Host,
  look: PrintLook,
  { papers = [], meeting }: Selection,
  { jobs = 1 }: BuildOptions,
  cache: Cache,
): Press | undefined {
  if (!startPress || jobs === 1 || !cache.isVoid) return undefined;
  const isSource = (path: string): boolean => path.endsWith(".md");
  const isAll = papers.length === 0 && meeting === undefined;
  const sources = isAll ? content.list().filter(isSource).length : papers.length * SOURCES_FOR_PAPER;
  return sources >= PAPERS_FOR_THREADS * SOURCES_FOR_PAPER ? startPress(look, jobs) : undefined;
}

/** Threads where they are worth it. */
export function startPress(host: Host, project: Project, todo: readonly CheckedSource[], options: BuildOptions): Press {
  const { jobs = 1 } = options;
  const look = todo.map(({ source }) => source.entry && project.workshop(source.entry)).find((one) => one);
  const isLong = ({ source: { path } }: CheckedSource): boolean => {
    const read = host.content.read(path);
    return "bytes" in read && read.bytes.length > LONG_SOURCE;
  };
  const many = todo.length >= PAPERS_FOR_THREADS && jobs > 1;
  if (host.startPress && look && (many || todo.some(isLong))) {
    return host.startPress({ theme: look.theme, fonts: look.fonts }, many ? Math.min(jobs, todo.length) : 1);
  }
  return pressHere(look);
}

function pressHere(look: PrintLook | undefined): Press {
  return {
    size: 1,
    print(document) {
      if (!look) throw new Error("There is nothing to print with.");
      return printPaper(document, look);
    },
    close: () => Promise.resolve(),
  };
}
