/** What the command takes its two streams for. */

import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { processTerminal } from "../../src/cli/terminal.ts";

const file = () => new PassThrough();
const screen = (size: { columns?: number; rows?: number } = {}) =>
  Object.assign(new PassThrough(), { isTTY: true, ...size });

it("writes over lines on a terminal only, and not on one that knows no escape sequences", () => {
  const size = { columns: 40, rows: 20 };
  const xterm = processTerminal({ env: { TERM: "xterm" }, stdout: screen(size), stderr: screen(size) });
  expect(xterm).toMatchObject({ isInteractive: true, color: true, columns: 40, rows: 20 });
  const dumb = processTerminal({ env: { TERM: "dumb" }, stdout: screen(size), stderr: screen(size) });
  expect(dumb).toMatchObject({ isInteractive: false, color: false, rows: undefined });
  const piped = processTerminal({ env: { TERM: "xterm" }, stdout: file(), stderr: file() });
  expect(piped).toMatchObject({ isInteractive: false, color: false, columns: 80, rows: undefined });
});

it("is as wide as the window is at the moment, and 80 columns where nobody knows", () => {
  const stderr = screen({ columns: 100 });
  const terminal = processTerminal({ env: {}, stdout: file(), stderr });
  expect(terminal.columns).toBe(100);
  stderr.columns = 30;
  expect(terminal.columns).toBe(30);
  expect(processTerminal({ env: {}, stdout: screen(), stderr: screen({ columns: 0 }) }).columns).toBe(80);
});
