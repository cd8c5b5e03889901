/** `vorlage watch` */

import { randomBytes } from "node:crypto";
import { resolve, sep } from "node:path";
import type { FileRead } from "../../model/host.ts";
import { editorOf } from "../../node/editor.ts";
import { readableFolder } from "../../node/folders.ts";
import { createHost, workingFolderIsThere } from "../../node/host.ts";
import { packageFile, shippedTemplates } from "../../node/shipped.ts";
import { watchFolders } from "../../node/watch-folders.ts";
import { codeOf } from "../../node/write-failure.ts";
import { type Preview, startPreview } from "../../preview/preview.ts";
import { type WatchEvent, watchProject } from "../../project/watch.ts";
import { type Invocation, UsageError } from "../arguments.ts";
import { exitCodeOfSignal } from "../exit-code.ts";
import { Interruption } from "../interruption.ts";
import { formatJson } from "../json-report.ts";
import { selectionOf } from "../selection.ts";
import { refuseSharedFolders } from "../separate-folders.ts";
import { type Terminal, textStyle } from "../terminal.ts";
import { formatFault } from "../text-report.ts";
import { showWatching, type WatchScreen } from "../watch-report.ts";
import { words } from "../words.ts";

/** Watches until Ctrl-C, which is the usual way to end it and so no failure; a system that ends it reads what it always reads. */
export async function run(invocation: Invocation, terminal: Terminal): Promise<number> {
  const { options } = invocation;
  const { content, templates, output, locale, format, poll, jobs } = options;
  refuseSharedFolders(options);
  const isJson = format === "json";
  const preview = options.preview ? await openPreview(options, terminal) : undefined;
  // Before it says that it watches: whoever reads so may end it.
  const interruption = new Interruption();
  const screen = isJson
    ? jsonLines(locale, terminal, preview?.url)
    : showWatching(options, terminal, preview?.url, () => performance.now());
  const ownFolder = resolve(output);
  await watchProject({
    openHost: () => (workingFolderIsThere() ? createHost(options) : undefined),
    startWatching: (onChange) =>
      watchFolders([content, templates], {
        poll,
        // Results can lie within a folder that is watched.
        onChange: (path) => {
          const full = resolve(path);
          if (full !== ownFolder && !full.startsWith(ownFolder + sep)) onChange(path);
        },
        onLimit: () => screen.limit(),
      }),
    selection: selectionOf(invocation),
    jobs,
    onEvent(event) {
      screen.show(event);
      preview?.show(event);
    },
    ...(preview && { viewer: preview.viewer }),
    signal: interruption.signal,
  });
  preview?.close();
  interruption.close();
  screen.end();
  return interruption.by === "SIGTERM" ? exitCodeOfSignal("SIGTERM") : 0;
}

/** Starts the preview page. */
async function openPreview(options: Invocation["options"], terminal: Terminal): Promise<Preview> {
  const { locale, port } = options;
  const host = createHost(options);
  const bytesOf = (read: FileRead): Uint8Array | undefined => ("bytes" in read ? read.bytes : undefined);
  const assets = readableFolder(packageFile("dist/preview"), "preview");
  const folders = [options.content, options.templates].map((folder) => resolve(folder) + sep);
  try {
    return await startPreview({
      port,
      token: randomBytes(18).toString("base64url"),
      locale,
      editor: editorOf(process.env),
      shipped: shippedTemplates().name,
      root: process.cwd().replaceAll("\\", "/"),
      isSource: (file) => folders.some((folder) => resolve(file).startsWith(folder)),
      // Files change between two runs: each excerpt is read when it is told.
      lineAt: (place) => textStyle(terminal, locale).lineAt(place),
      readOutput: (path) => bytesOf(host.output.read(path)),
      readAsset: (path) => bytesOf(assets.read(path)),
    });
  } catch (fault) {
    if (["EADDRINUSE", "EACCES"].includes(codeOf(fault))) throw new UsageError(words[locale].portTaken(port));
    throw fault;
  }
}

/** The report of each run on a line of its own; where the preview is goes to the other stream. */
function jsonLines(locale: Invocation["options"]["locale"], terminal: Terminal, url: string | undefined): WatchScreen {
  if (url !== undefined) terminal.err(`${words[locale].preview(url)}\n`);
  const show = (event: WatchEvent): void => {
    if (event.type === "fault") terminal.err(`${formatFault(event.fault, locale)}\n`);
    if (event.type === "gone") terminal.err(`${words[locale].folderGone}\n`);
    if (event.type === "built") {
      for (const fault of event.report.faults) terminal.err(`${formatFault(fault, locale)}\n`);
      terminal.out(`${formatJson(event.report, locale, { isLine: true })}\n`);
    }
  };
  return { show, limit: () => terminal.err(`${words[locale].limit}\n`), end: () => undefined };
}
