/** The command `vorlage`: arguments → command → exit code. Its threads run this file, too, for they lay out with the same code. */

import { isMainThread } from "node:worker_threads";
import { program } from "../project/program.ts";
import { detectLocale, readArguments, UsageError } from "./arguments.ts";
import { processTerminal } from "./terminal.ts";

async function main(): Promise<number> {
  const terminal = processTerminal();
  const argv = process.argv.slice(2);
  const locale = detectLocale(argv, process.env);
  try {
    const invocation = readArguments(argv, locale);
    switch (invocation.command) {
      case "help":
        terminal.out((await import("./help.ts")).helpText(invocation.topic, locale));
        return 0;
      case "version":
        terminal.out(`${program.version}\n`);
        return 0;
      case "init":
        return await (await import("./commands/init.ts")).run(invocation, terminal);
      case "new":
        return await (await import("./commands/new.ts")).run(invocation, terminal);
      case "check":
        return await (await import("./commands/check.ts")).run(invocation, terminal);
      case "build":
        return await (await import("./commands/build.ts")).run(invocation, terminal);
      case "verify":
        return await (await import("./commands/verify.ts")).run(invocation, terminal);
      case "watch":
        return await (await import("./commands/watch.ts")).run(invocation, terminal);
      case "schema":
        return await (await import("./commands/schema.ts")).run(invocation, terminal);
    }
  } catch (fault) {
    const [{ words }, { shownText }] = await Promise.all([import("./words.ts"), import("./shown-text.ts")]);
    if (fault instanceof UsageError) {
      terminal.err(`${shownText(fault.message)}\n${words[locale].help}: vorlage --help\n`);
      return 2;
    }
    if (lacksWorkingFolder(fault)) {
      terminal.err(`${words[locale].startedNowhere}\n`);
      return 2;
    }
    terminal.err(`${(await import("./text-report.ts")).formatFault(fault, locale)}\n`);
    return 3;
  }
}

/** True for what Node throws where the folder that somebody stands in was deleted, or its drive has gone. */
function lacksWorkingFolder(fault: unknown): boolean {
  return fault instanceof Error && "syscall" in fault && fault.syscall === "uv_cwd";
}

if (isMainThread) {
  void main().then((code) => {
    process.exitCode = code;
  });
} else {
  void import("../node/print-worker.ts").then(({ serve }) => serve());
}
