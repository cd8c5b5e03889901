/** `vorlage watch` */

import { availableParallelism } from "node:os";
import { resolve, sep } from "node:path";
import { createHost } from "../../node/host.ts";
import { watchFolders } from "../../node/watch-folders.ts";
import { type WatchEvent, watchProject } from "../../project/watch.ts";
import type { Invocation } from "../arguments.ts";
import { formatJson } from "../json-report.ts";
import type { Terminal } from "../terminal.ts";
import { showWatching, type WatchScreen } from "../watch-report.ts";
import { words } from "../words.ts";

/** Watches until Ctrl-C, which is the usual way to end it and so no failure. */
export async function run({ words: papers, options }: Invocation, terminal: Terminal): Promise<number> {
  const { content, templates, output, locale, meeting, format, poll, jobs = availableParallelism() } = options;
  const isJson = format === "json";
  const screen = isJson ? jsonLines(locale, terminal) : showWatching(options, terminal, () => performance.now());
  const ownFiles = resolve(output) + sep;
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", interrupt);
  await watchProject({
    openHost: () => createHost(options),
    startWatching: (onChange) =>
      watchFolders([content, templates], {
        poll,
        // Results can lie within a folder that is watched.
        onChange: (path) => {
          if (!resolve(path).startsWith(ownFiles)) onChange(path);
        },
        onLimit: () => screen.limit(),
      }),
    selection: { papers, ...(meeting !== undefined && { meeting }) },
    jobs,
    onEvent: screen.show,
    signal: interruption.signal,
  });
  process.off("SIGINT", interrupt);
  process.off("SIGTERM", interrupt);
  screen.end();
  return 0;
}

/** The report of each run on a line of its own. */
function jsonLines(locale: Invocation["options"]["locale"], terminal: Terminal): WatchScreen {
  const show = (event: WatchEvent): void => {
    if (event.type === "fault") terminal.err(`${words[locale].fault}\n${event.fault.stack ?? event.fault.message}\n`);
    if (event.type === "built") {
      terminal.out(`${JSON.stringify(JSON.parse(formatJson(event.report, locale)))}\n`);
    }
  };
  return { show, limit: () => terminal.err(`${words[locale].limit}\n`), end: () => undefined };
}
