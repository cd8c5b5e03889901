/** Every diagnostic of the program: its code, severity, message and help in German and English. */

import type { Diagnostic, Localized, Place, Severity } from "../model/diagnostic.ts";
import { agendaMessages } from "./agenda.ts";
import { attachmentMessages } from "./attachment.ts";
import { htmlMessages } from "./html.ts";
import { imageMessages } from "./image.ts";
import { markdownMessages } from "./markdown.ts";
import type { MessageText } from "./message.ts";
import { outputMessages } from "./output.ts";
import { printMessages } from "./print.ts";
import { recordMessages } from "./record.ts";
import { referenceMessages } from "./references.ts";
import { sourceMessages } from "./source.ts";
import { templateMessages } from "./template.ts";

/** All messages by code. */
const catalogue = {
  ...sourceMessages,
  ...recordMessages,
  ...referenceMessages,
  ...agendaMessages,
  ...markdownMessages,
  ...imageMessages,
  ...templateMessages,
  ...htmlMessages,
  ...printMessages,
  ...outputMessages,
  ...attachmentMessages,
};

/** The stable name of a rule. */
export type DiagnosticCode = keyof typeof catalogue;

/** The values that a code's sentences are made from. */
type Values<Code extends DiagnosticCode> = Parameters<(typeof catalogue)[Code]["text"]>[0];

/** All codes, for tests and documentation. */
export const diagnosticCodes = Object.keys(catalogue) as readonly DiagnosticCode[];

/** Makes a diagnostic. `expected` lists what would be right, best match first. */
export function diagnose<Code extends DiagnosticCode>(
  code: Code,
  values: Values<Code>,
  place: Place | undefined,
  expected?: readonly string[],
): Diagnostic {
  const entry = catalogue[code] as {
    readonly severity: Severity;
    readonly text: (values: Values<Code>) => MessageText;
  };
  const text = entry.text(values);
  const part = (index: 0 | 1): Localized => ({ de: text.de[index], en: text.en[index] });
  return {
    severity: entry.severity,
    code,
    message: part(0),
    help: part(1),
    ...(place && { place }),
    ...(expected && expected.length > 0 && { expected }),
  };
}
