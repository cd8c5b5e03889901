/** What a build shows while it runs: a line for each paper, or for many papers how far it has got. */

import type { BuildEvent, DocumentReport } from "../model/report.ts";
import type { Options } from "./arguments.ts";
import { progressBar } from "./progress-bar.ts";
import { shownText } from "./shown-text.ts";
import { CLEAR_LINE, type Terminal } from "./terminal.ts";
import { paint } from "./text-report.ts";
import { words } from "./words.ts";

/** With more documents than this, papers are counted rather than listed. */
const MAX_LISTED = 60;

/** How often a line tells of the progress where there is no terminal, in milliseconds. */
const INTERVAL = 5000;

/** How often the bar is drawn, in milliseconds. */
const FRAME = 80;

/** How often it is looked whether anything is to be shown while no paper is finished, in milliseconds. */
const TICK = 1000;

/** With more files of data than this, they are counted rather than listed: one change can take away hundreds. */
const MAX_DATA_LISTED = 3;

/** The folder of OParl data, as events name it. */
const DATA = "public/oparl";

/** What shows the course of a build. */
interface Progress {
  show(event: BuildEvent): void;
  /** Tells what was kept back, and leaves a clean line behind. */
  end(): void;
}

/** Shows the events of a build. `now` gives milliseconds. */
export function showProgress(
  { locale, output }: Pick<Options, "locale" | "output">,
  terminal: Terminal,
  now: () => number,
): Progress {
  const say = words[locale];
  let began = now();
  let isListed = true;
  let last = began;
  let finished = 0;
  let documents = 0;
  /** Titles of papers that are begun, by id. Papers are told of in order, so it is the first that all others wait for. */
  const atWork = new Map<string, string>();
  const removedData: string[] = [];
  // Where the bar is, for lines may go to a file. It is there even where there is no bar: Ctrl-C leaves its ^C.
  const clear = (): void => {
    if (terminal.isInteractive) terminal.err(CLEAR_LINE);
  };
  const print = (line: string): void => {
    clear();
    terminal.out(`${line}\n`);
  };
  const printRemoved = (what: string): void =>
    print(`${paint(say.removed, "yellow", terminal)}  ${shownText(`${output}/${what}`)}`);
  const draw = (): void => {
    if (finished === documents || now() - last < (terminal.isInteractive ? FRAME : INTERVAL)) return;
    last = now();
    const seconds = (now() - began) / 1000;
    const perSecond = finished / Math.max(seconds, 0.001);
    const left = (documents - finished) / Math.max(perSecond, 0.001);
    const count = `${finished}/${documents}`;
    const rate = seconds < 2 || finished < 10 ? "" : say.rate(perSecond, left);
    if (!terminal.isInteractive) {
      print(rate === "" ? count : `${count}  ${rate}`);
      return;
    }
    const share = finished / documents;
    const [first = ""] = atWork.values();
    const { line, title } = progressBar({ share, count, rate, title: shownText(first) }, terminal.columns);
    terminal.err(`${CLEAR_LINE}${line}${title === "" ? "" : `  ${paint(title, "dim", terminal)}`}`);
  };
  // One paper can take a minute.
  const ticking = setInterval(draw, TICK);
  const show = (event: BuildEvent): void => {
    switch (event.type) {
      case "waiting":
        print(say.waiting);
        return;
      case "started":
        isListed = event.documents <= MAX_LISTED;
        documents = event.documents;
        // Reading all sources is no part of the rate.
        began = now();
        last = began;
        return;
      case "document-started":
        atWork.set(event.id, event.title);
        return;
      case "removed":
        if (event.path.startsWith(`${DATA}/`)) removedData.push(event.path);
        else printRemoved(event.path);
        return;
      case "packet": {
        const { path, pages, inaccessible = [] } = event.output;
        const facts = [say.pages(pages), ...(inaccessible.length > 0 ? [say.inaccessible(inaccessible)] : [])];
        print(`${paint(say.built, "green", terminal)}  ${shownText(`${output}/${path} (${facts.join("; ")})`)}`);
        return;
      }
      case "document-finished": {
        const { document } = event;
        ({ finished, documents } = event);
        atWork.delete(document.id);
        if (isListed || document.outcome === "failed")
          for (const line of documentLines(document, output, locale, terminal)) print(line);
        if (finished === documents) clear();
        draw();
      }
    }
  };
  const end = (): void => {
    clearInterval(ticking);
    clear();
    if (removedData.length > MAX_DATA_LISTED) printRemoved(`${DATA} (${say.files(removedData.length)})`);
    else for (const path of removedData) printRemoved(path);
  };
  return { show, end };
}

function documentLines(
  document: DocumentReport,
  output: string,
  locale: Options["locale"],
  terminal: Terminal,
): readonly string[] {
  const say = words[locale];
  if (document.outcome === "failed") {
    const reason = document.blockedBy.length > 0 ? ` (${say.blocked(document.blockedBy)})` : "";
    return [`${paint(say.failed, "red", terminal)}  ${shownText(`${document.file}${reason}`)}`];
  }
  const color = document.outcome === "built" ? "green" : "dim";
  return document.outputs
    .filter(({ mediaType }) => mediaType === "application/pdf")
    .map(
      ({ path, pages }) =>
        `${paint(say[document.outcome], color, terminal)}  ${shownText(`${output}/${path} (${say.pages(pages)}, ${say.withPage})`)}`,
    );
}
