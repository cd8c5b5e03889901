/** The form of an entry in the catalogue of diagnostics. */

import type { Severity } from "../model/diagnostic.ts";

/** Message and help in each language. A message is one sentence; help says what to do, in the imperative. */
export interface MessageText {
  readonly de: readonly [message: string, help: string];
  readonly en: readonly [message: string, help: string];
}

/** A rule: how bad it is and what it says of given values. */
export interface Message<Values> {
  readonly severity: Severity;
  readonly text: (values: Values) => MessageText;
}

/** An entry that fails the document. */
export function error<Values>(text: (values: Values) => MessageText): Message<Values> {
  return { severity: "error", text };
}

/** An entry that is only printed. */
export function warning<Values>(text: (values: Values) => MessageText): Message<Values> {
  return { severity: "warning", text };
}

/** „Meinten Sie …?“ before the rest of a help text, or just the rest. */
export function didYouMean(suggestion: string | undefined, de: string, en: string): { de: string; en: string } {
  if (suggestion === undefined) return { de, en };
  return { de: `Meinten Sie „${suggestion}“? ${de}`, en: `Did you mean “${suggestion}”? ${en}` };
}
