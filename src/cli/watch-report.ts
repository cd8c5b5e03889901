/** What watching shows: on a terminal one screen that says how things are, elsewhere a few lines for each run. */

import { stripVTControlCharacters } from "node:util";
import type { DocumentReport, Report } from "../model/report.ts";
import type { WatchEvent } from "../project/watch.ts";
import type { Options } from "./arguments.ts";
import { columnsOf, shownText } from "./shown-text.ts";
import { type Terminal, textStyle } from "./terminal.ts";
import { allDiagnostics, formatDiagnostic, formatFault, paint } from "./text-report.ts";
import { words } from "./words.ts";

/** Names of papers that are listed as printed; a third one and more are counted. */
const MAX_NAMED = 3;

const HOME = "\u001b[H";
const CLEAR_LINE = "\u001b[K";
const CLEAR_BELOW = "\u001b[J";

/** What shows the course of watching. */
export interface WatchScreen {
  show(event: WatchEvent): void;
  limit(): void;
  end(): void;
}

/** What there is to tell of a run. */
interface News {
  /** Each message in its lines. */
  readonly messages: readonly (readonly string[])[];
  /** What has changed and what was printed. */
  readonly course: string;
  /** How things are now. */
  readonly state: string;
  /** That old drafts stay, if they do. */
  readonly kept: readonly string[];
}

/** Where it is told: on one screen, or in lines below each other. */
interface View {
  working(): void;
  tell(news: News): void;
  /** Something that is no news of papers, in the place of them. */
  say(lines: readonly string[]): void;
  /** Something that stays true from now on. */
  notice(line: string): void;
  end(line: string): void;
}

/** Shows the events of watching. `preview` is the address of the preview; `now` gives milliseconds. */
export function showWatching(
  { locale, content, templates, output }: Pick<Options, "locale" | "content" | "templates" | "output">,
  terminal: Terminal,
  preview: string | undefined,
  now: () => number,
): WatchScreen {
  const say = words[locale];
  const head = [
    paint(say.watching([content, templates], `${output}/draft`), "dim", terminal),
    ...(preview === undefined ? [] : [say.preview(preview)]),
  ];
  const { rows } = terminal;
  const view = rows === undefined ? lineView(head, terminal) : screenView(head, terminal, rows, locale);
  let began = now();
  let isTimed = true;
  return {
    show(event) {
      // The first change since the last report: a run that is superseded counts as waiting for the next.
      if (event.type === "changed" && !isTimed) began = now();
      if (event.type !== "building") isTimed = event.type === "changed";
      switch (event.type) {
        case "changed":
          return;
        case "building":
          view.working();
          return;
        case "built": {
          const faults = event.report.faults.flatMap((fault) => formatFault(fault, locale).split("\n"));
          // A screen has no room for them; what they mean for papers is among the messages.
          if (rows === undefined && faults.length > 0) view.say(faults);
          view.tell(newsOf(event.report, event.changed, (now() - began) / 1000, terminal, locale));
          return;
        }
        case "gone":
          view.say([say.folderGone]);
          return;
        case "fault":
          view.say(formatFault(event.fault, locale).split("\n"));
      }
    },
    limit: () => view.notice(paint(say.limit, "yellow", terminal)),
    end: () => view.end(say.ended),
  };
}

function newsOf(
  report: Report,
  changed: readonly string[],
  took: number,
  terminal: Terminal,
  locale: Options["locale"],
): News {
  const say = words[locale];
  const style = textStyle(terminal, locale);
  const found = allDiagnostics(report);
  const seconds = took.toFixed(2);
  const last = changed.at(-1);
  const built = report.documents.filter(({ outcome }) => outcome === "built");
  const hasFailed = report.outcome === "failed";
  return {
    messages: found.map((one) => formatDiagnostic(one, style).split("\n")),
    course:
      last === undefined
        ? say.printed(built.length, seconds)
        : shownText(say.changed(last, changed.length - 1, named(built), seconds)),
    state: paint(stateOf(report, locale), hasFailed ? "red" : found.length > 0 ? "yellow" : "green", style),
    kept: hasFailed ? [paint(say.oldDrafts, "dim", style)] : [],
  };
}

/** A few lines for each run. */
function lineView(head: readonly string[], terminal: Terminal): View {
  const print = (lines: readonly string[]): void => terminal.out(lines.map((line) => `${line}\n`).join(""));
  print(head);
  return {
    working: () => undefined,
    tell({ messages, course, state }) {
      const found = messages.flatMap((lines) => ["", ...lines]);
      print([...found, ...(found.length > 0 ? [""] : []), `${course} ${state}`]);
    },
    say: print,
    notice: (line) => print([line]),
    end: (line) => print([line]),
  };
}

/** One screen that says how things are. */
function screenView(head: readonly string[], terminal: Terminal, rows: number, locale: Options["locale"]): View {
  const say = words[locale];
  let notices: readonly string[] = [];
  let body: readonly string[] = [];
  const height = (line: string): number =>
    Math.max(1, Math.ceil(columnsOf(stripVTControlCharacters(line)) / terminal.columns));
  const draw = (status: string): void => {
    let room = rows - 1;
    const shown = [...head, ...notices, "", status, ...body].filter((line) => {
      room -= height(line);
      return room >= 0;
    });
    terminal.out(`${HOME}${shown.map((line) => `${line}${CLEAR_LINE}\n`).join("")}${CLEAR_BELOW}`);
  };
  terminal.out("\n".repeat(rows));
  return {
    working: () => draw(paint(say.working, "dim", terminal)),
    tell({ messages, course, state, kept }) {
      const foot = [...kept, course];
      const room = rows - foot.length - notices.length - head.length - 6;
      const shown = wholeMessages(messages, room, height, say.more);
      body = [...shown, "", ...foot, "", paint(say.howToEnd, "dim", terminal)];
      draw(state);
    },
    say(lines) {
      body = lines;
      draw("");
    },
    notice(line) {
      notices = [line];
    },
    end: (line) => terminal.out(`\r${CLEAR_LINE}${line}\n`),
  };
}

function named(built: readonly DocumentReport[]): readonly string[] {
  const names = built.slice(0, MAX_NAMED).map(({ id }) => id);
  return built.length > MAX_NAMED ? [...names, `… (${built.length})`] : names;
}

function stateOf({ documents, diagnostics }: Report, locale: Options["locale"]): string {
  const say = words[locale];
  const failed = documents.filter(({ outcome }) => outcome === "failed").length;
  const fine = documents.filter(({ outcome, outputs }) => outcome !== "failed" && outputs.length > 0).length;
  const found = [...diagnostics, ...documents.flatMap((one) => one.diagnostics)];
  const warnings = found.filter(({ severity }) => severity === "warning").length;
  return [
    say.fine(fine),
    ...(failed > 0 ? [say.notFine(failed)] : []),
    ...(warnings > 0 ? [say.warnings(warnings)] : []),
  ].join(" · ");
}

/** As many whole messages as there is room for; the rest is counted. */
function wholeMessages(
  messages: readonly (readonly string[])[],
  room: number,
  height: (line: string) => number,
  more: (count: number) => string,
): readonly string[] {
  const lines: string[] = [];
  let left = room;
  for (const [index, message] of messages.entries()) {
    left -= 1 + message.reduce((sum, line) => sum + height(line), 0);
    if (index > 0 && left < 0) return [...lines, "", more(messages.length - index)];
    lines.push("", ...message);
  }
  return lines;
}
