/** The editor that the environment names, as far as it can be opened at a line from outside a terminal. */

import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import type { Place } from "../model/diagnostic.ts";

/** How a place is opened: by an address that the editor has registered, or by starting a program. */
export type Editor =
  | { readonly type: "link"; readonly address: string }
  | { readonly type: "program"; open(place: Place): boolean };

/** Editors that open addresses; `{path}` begins with `/`. */
const ADDRESSES: Readonly<Record<string, string>> = {
  code: "vscode://file{path}:{line}:{column}",
  "code-insiders": "vscode-insiders://file{path}:{line}:{column}",
  codium: "vscodium://file{path}:{line}:{column}",
  vscodium: "vscodium://file{path}:{line}:{column}",
  cursor: "cursor://file{path}:{line}:{column}",
  windsurf: "windsurf://file{path}:{line}:{column}",
  zed: "zed://file{path}:{line}:{column}",
};

type Arguments = (path: string, line: number, column: number) => readonly string[];

/** Editors with windows of their own, and how they are told a line. Those of a terminal have no place to appear in. */
const PROGRAMS: Readonly<Record<string, Arguments>> = {
  emacsclient: (path, line, column) => ["--no-wait", `+${line}:${column}`, path],
  geany: (path, line, column) => ["--line", String(line), "--column", String(column), path],
  gedit: (path, line, column) => [`+${line}:${column}`, path],
  gvim: (path, line) => [`+${line}`, path],
  kate: (path, line, column) => ["--line", String(line), "--column", String(column), path],
  mousepad: (path, line, column) => ["--line", String(line), "--column", String(column), path],
  "notepad++": (path, line, column) => [`-n${line}`, `-c${column}`, path],
  pluma: (path, line) => [`+${line}`, path],
  subl: (path, line, column) => [`${path}:${line}:${column}`],
  xed: (path, line) => [`+${line}`, path],
};

/** The editor of `VISUAL` or `EDITOR`, or an address with `{path}`, `{line}` and `{column}` in their place. */
export function editorOf(environment: Readonly<Record<string, string | undefined>>): Editor | undefined {
  for (const named of [environment.VISUAL, environment.EDITOR]) {
    if (!named) continue;
    if (/^[a-z][a-z0-9+.-]*:\/\/.*\{path\}/i.test(named)) return { type: "link", address: named };
    // A path with spaces is put in quotation marks, as in a shell.
    const [, double, single, plain] = /^\s*(?:"([^"]+)"|'([^']+)'|(\S+))/.exec(named) ?? [];
    const program = double ?? single ?? plain ?? "";
    const name = (program.split(/[/\\]/).at(-1) ?? "").replace(/\.(exe|cmd)$/i, "").toLowerCase();
    const address = ADDRESSES[name];
    if (address !== undefined) return { type: "link", address };
    const toArguments = PROGRAMS[name];
    if (toArguments) return { type: "program", open: (place) => start(program, toArguments, place) };
  }
  return undefined;
}

/** False if it cannot be started at all. */
function start(program: string, toArguments: Arguments, { file, line, column }: Place): boolean {
  let child: ChildProcess;
  try {
    child = spawn(program, toArguments(resolve(file), line, column), { detached: true, stdio: "ignore" });
  } catch {
    return false;
  }
  // A program that is not there says so later; the page has told file and line.
  child.on("error", () => undefined);
  child.unref();
  return child.pid !== undefined;
}
