/** What a build shows while it runs: a line for each paper, or for many papers how far it has got. */

import type { BuildEvent, DocumentReport } from "../model/report.ts";
import type { Options } from "./arguments.ts";
import type { Terminal } from "./terminal.ts";
import { paint } from "./text-report.ts";
import { words } from "./words.ts";

/** With more documents than this, papers are counted rather than listed. */
const MAX_LISTED = 60;

/** How often a line tells of the progress where there is no terminal, in milliseconds. */
const INTERVAL = 5000;

/** How often the bar is drawn, in milliseconds. */
const FRAME = 80;

const CLEAR = "\r\u001b[K";

/** Shows the events of a build. `now` gives milliseconds. */
export function showProgress(
  { locale, output }: Pick<Options, "locale" | "output">,
  terminal: Terminal,
  now: () => number,
): (event: BuildEvent) => void {
  const say = words[locale];
  let began = now();
  let isListed = true;
  let last = began;
  let atWork = "";
  const print = (line: string): void => terminal.out(`${terminal.isInteractive ? CLEAR : ""}${line}\n`);
  const draw = (finished: number, documents: number): void => {
    const seconds = (now() - began) / 1000;
    const rate = finished / Math.max(seconds, 0.001);
    const left = (documents - finished) / Math.max(rate, 0.001);
    const facts = `${finished}/${documents}${seconds < 2 || finished < 10 ? "" : `  ${say.rate(rate, left)}`}`;
    if (!terminal.isInteractive) {
      print(facts);
      return;
    }
    const width = Math.max(10, Math.min(30, terminal.columns - facts.length - 20));
    const filled = Math.round((finished / documents) * width);
    const line = `${"█".repeat(filled)}${"░".repeat(width - filled)} ${facts}`;
    const room = terminal.columns - line.length - 3;
    terminal.err(`${CLEAR}${line}${room > 8 ? `  ${paint(shorten(atWork, room), "dim", terminal)}` : ""}`);
  };
  return (event) => {
    switch (event.type) {
      case "waiting":
        print(say.waiting);
        return;
      case "started":
        isListed = event.documents <= MAX_LISTED;
        // Reading all sources is no part of the rate.
        began = now();
        last = began;
        return;
      case "document-started":
        atWork = event.title;
        return;
      case "removed":
        print(`${paint(say.removed, "yellow", terminal)}  ${output}/${event.path}`);
        return;
      case "packet": {
        const { path, pages, inaccessible = [] } = event.output;
        const facts = [say.pages(pages), ...(inaccessible.length > 0 ? [say.inaccessible(inaccessible)] : [])];
        print(`${paint(say.built, "green", terminal)}  ${output}/${path} (${facts.join("; ")})`);
        return;
      }
      case "document-finished": {
        const { document, finished, documents } = event;
        const isLast = finished === documents;
        if (isListed || document.outcome === "failed")
          for (const line of documentLines(document, output, locale, terminal)) print(line);
        if (isLast && terminal.isInteractive) terminal.err(CLEAR);
        if (isLast || now() - last < (terminal.isInteractive ? FRAME : INTERVAL)) return;
        last = now();
        draw(finished, documents);
      }
    }
  };
}

function shorten(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
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
    return [`${paint(say.failed, "red", terminal)}  ${document.file}${reason}`];
  }
  const color = document.outcome === "built" ? "green" : "dim";
  return document.outputs
    .filter(({ mediaType }) => mediaType === "application/pdf")
    .map(
      ({ path, pages }) =>
        `${paint(say[document.outcome], color, terminal)}  ${output}/${path} (${say.pages(pages)}, ${say.withPage})`,
    );
}
