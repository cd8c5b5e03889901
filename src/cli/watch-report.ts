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

/** Shows the events of watching. `preview` is the address of the preview; `now` gives milliseconds. */
export function showWatching(
  { locale, content, templates, output }: Pick<Options, "locale" | "content" | "templates" | "output">,
  terminal: Terminal,
  preview: string | undefined,
  now: () => number,
): WatchScreen {
  const say = words[locale];
  const { rows } = terminal;
  const head = [
    paint(say.watching([content, templates], `${output}/draft`), "dim", terminal),
    ...(preview === undefined ? [] : [say.preview(preview)]),
  ];
  let notice: string | undefined;
  let began = now();
  let isTimed = true;
  let body: readonly string[] = [];

  const height = (line: string): number =>
    Math.max(1, Math.ceil(columnsOf(stripVTControlCharacters(line)) / terminal.columns));

  const draw = (status: string): void => {
    if (rows === undefined) return;
    const lines = [...head, ...(notice ? [notice] : []), "", status, ...body];
    let room = rows - 1;
    const shown = lines.filter((line) => {
      room -= height(line);
      return room >= 0;
    });
    terminal.out(`${HOME}${shown.map((line) => `${line}${CLEAR_LINE}\n`).join("")}${CLEAR_BELOW}`);
  };
  const print = (lines: readonly string[]): void => {
    if (rows === undefined) terminal.out(lines.map((line) => `${line}\n`).join(""));
  };

  const showReport = (report: Report, changed: readonly string[]): void => {
    const found = allDiagnostics(report);
    const style = textStyle(terminal, locale);
    const seconds = ((now() - began) / 1000).toFixed(2);
    const last = changed.at(-1);
    const built = report.documents.filter(({ outcome }) => outcome === "built");
    const course =
      last === undefined
        ? say.printed(built.length, seconds)
        : shownText(say.changed(last, changed.length - 1, named(built), seconds));
    const state = paint(
      stateOf(report, locale),
      hasFailed(report) ? "red" : found.length > 0 ? "yellow" : "green",
      style,
    );
    const kept = hasFailed(report) ? [paint(say.oldDrafts, "dim", style)] : [];
    const messages = found.map((one) => formatDiagnostic(one, style).split("\n"));
    const foot = [...kept, course];
    print([...messages.flatMap((lines) => ["", ...lines]), ...(found.length > 0 ? [""] : []), `${course} ${state}`]);
    const room = (rows ?? 0) - foot.length - (notice ? 1 : 0) - head.length - 6;
    body = [...wholeMessages(messages, room, height, say.more), "", ...foot, "", paint(say.howToEnd, "dim", style)];
    draw(state);
  };

  print(head);
  if (rows !== undefined) terminal.out(`${"\n".repeat(rows)}`);
  return {
    show(event) {
      switch (event.type) {
        case "changed":
          // The first change since the last report: a run that is superseded counts as waiting for the next.
          if (!isTimed) began = now();
          isTimed = true;
          return;
        case "building":
          draw(paint(say.working, "dim", terminal));
          return;
        case "built":
          print(event.report.faults.flatMap((fault) => formatFault(fault, locale).split("\n")));
          showReport(event.report, event.changed);
          isTimed = false;
          return;
        case "gone":
          body = [say.folderGone];
          print(body);
          draw("");
          isTimed = false;
          return;
        case "fault":
          body = formatFault(event.fault, locale).split("\n");
          print(body);
          draw("");
          isTimed = false;
      }
    },
    limit() {
      notice = paint(say.limit, "yellow", terminal);
      print([notice]);
    },
    end() {
      terminal.out(`${rows === undefined ? "" : `\r${CLEAR_LINE}`}${say.ended}\n`);
    },
  };
}

function hasFailed(report: Report): boolean {
  return report.outcome === "failed";
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
