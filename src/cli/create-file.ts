/** Writes the files that commands make for the user to go on with. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { MessageLocale } from "../model/diagnostic.ts";
import { createNewFile } from "../node/new-file.ts";
import { failureOf } from "../node/write-failure.ts";
import { type Terminal, textStyle } from "./terminal.ts";
import { formatDiagnostic } from "./text-report.ts";
import { words } from "./words.ts";

/** Writes a file and says so, or says why it could not; a file that exists stays as it is, and the caller says that. */
export function createFile(
  path: string,
  text: string,
  locale: MessageLocale,
  terminal: Terminal,
): "created" | "exists" | "failed" {
  try {
    if (!createNewFile(path, text)) return "exists";
  } catch (fault) {
    const diagnostic = diagnose("not-created", failureOf(path, fault), undefined);
    terminal.out(`${formatDiagnostic(diagnostic, textStyle(terminal, locale))}\n`);
    return "failed";
  }
  terminal.out(`${words[locale].created(path)}\n`);
  return "created";
}
