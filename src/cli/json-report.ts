/** The report as one JSON object, for other programs. */

import type { Diagnostic, MessageLocale } from "../model/diagnostic.ts";
import type { Report } from "../model/report.ts";

/** Changes when the form of the report changes so that readers would notice. */
const formatVersion = 1;

/** Exactly the documented fields; over several lines, unless each report is to be a line. */
export function formatJson(
  report: Report,
  locale: MessageLocale,
  { isInterrupted = false, isLine = false }: { readonly isInterrupted?: boolean; readonly isLine?: boolean } = {},
): string {
  const object = {
    version: formatVersion,
    outcome: report.outcome,
    documents: report.documents.map(({ id, kind, outcome, outputs, diagnostics }) => ({
      id,
      kind,
      outcome,
      outputs: outputs.map(({ path, edition, mediaType, pages, sha256, inaccessible }) => ({
        path,
        edition,
        mediaType,
        pages,
        sha256,
        ...(inaccessible && { inaccessible }),
      })),
      diagnostics: diagnostics.map((one) => plain(one, locale)),
    })),
    diagnostics: report.diagnostics.map((one) => plain(one, locale)),
    removed: report.removed,
    skipped: report.skipped,
    interrupted: isInterrupted,
  };
  // JSON may have these controls as they are, but a terminal would obey them.
  const json = JSON.stringify(object, null, isLine ? 0 : 2);
  return json.replace(/[\u007f-\u009f]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`);
}

function plain({ severity, code, message, place, help, expected }: Diagnostic, locale: MessageLocale): object {
  return {
    severity,
    code,
    message: message[locale],
    place: place ? { file: place.file, line: place.line, column: place.column } : null,
    help: help[locale],
    expected: expected ?? [],
  };
}
