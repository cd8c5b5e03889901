/** Where the command writes: the only door to the terminal. */

import { lstatSync, readFileSync } from "node:fs";
import type { MessageLocale, Place } from "../model/diagnostic.ts";
import type { TextStyle } from "./text-report.ts";

/** Empties the line of the cursor, which stands at its beginning then. */
export const CLEAR_LINE = "\r\u001b[K";

/** What commands write to. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Progress goes to a terminal as a line that is written over (to `err`), elsewhere as plain lines. */
  readonly isInteractive: boolean;
  /** As wide as the terminal is at the moment. */
  readonly columns: number;
  readonly color: boolean;
  /** Height of the screen; undefined if reports go elsewhere. */
  readonly rows: number | undefined;
}

/** One of the two streams of a process, as far as it matters here. */
type OutputStream = Pick<NodeJS.WritableStream, "on"> &
  Partial<Pick<NodeJS.WriteStream, "isTTY" | "columns" | "rows">> & { write(text: string): unknown };

/** What a process has to do with its terminal. */
interface ProcessStreams {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

/** The terminal of a process. */
export function processTerminal({ env, stdout, stderr }: ProcessStreams = process): Terminal {
  // Whoever reads may have enough, as `head` has; the work goes on.
  for (const stream of [stdout, stderr]) stream.on("error", ignoreReaderGone);
  // It shows escape sequences as letters.
  const isDumb = env.TERM === "dumb";
  const color = env.NO_COLOR ? false : env.FORCE_COLOR ? env.FORCE_COLOR !== "0" : stdout.isTTY === true && !isDumb;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    isInteractive: stderr.isTTY === true && !isDumb,
    // Some terminals have no size, or say 0.
    get columns() {
      return stderr.columns || stdout.columns || 80;
    },
    color,
    rows: stdout.isTTY && !isDumb ? stdout.rows || 24 : undefined,
  };
}

function ignoreReaderGone(fault: NodeJS.ErrnoException): void {
  if (fault.code !== "EPIPE") throw fault;
}

/** The style of reports on a terminal; excerpts are read from the files that places name. */
export function textStyle(terminal: Terminal, locale: MessageLocale): TextStyle {
  const files = new Map<string, readonly string[]>();
  return {
    locale,
    color: terminal.color,
    lineAt({ file, line }: Place) {
      if (!files.has(file)) files.set(file, readLines(file));
      return files.get(file)?.[line - 1];
    },
  };
}

function readLines(file: string): readonly string[] {
  try {
    // What a link leads to may be anything, and is not for showing; reading a named pipe would not end.
    if (!lstatSync(file).isFile()) return [];
    return readFileSync(file, "utf8")
      .replace(/^\ufeff/, "")
      .split(/\r\n?|\n/);
  } catch {
    // Shipped templates are named by the package, not by a path; their excerpt is left out.
    return [];
  }
}
