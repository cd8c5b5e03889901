/** What is reported to the people who write content and templates. Plain data; nothing here prints. */

/** `error` fails the document; `warning` is printed with it and never fails anything. */
export type Severity = "error" | "warning";

/** A sentence in both languages of the program. */
export interface Localized {
  readonly de: string;
  readonly en: string;
}

/** The languages of messages. */
export type MessageLocale = keyof Localized;

/** A stretch of one line of a text file. */
export interface Place {
  /** Path as the user knows it, with `/`, e.g. `content/sitzung/top-11.md`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units as editors count. */
  readonly column: number;
  /** Length of the marked stretch in UTF-16 code units; one when absent. */
  readonly length?: number;
}

/** One mistake (or doubt) in content or templates, with all that is needed to act on it. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable name of the rule, e.g. `unknown-key`. */
  readonly code: string;
  /** One sentence: what is wrong. */
  readonly message: Localized;
  /** What to do about it. */
  readonly help: Localized;
  /** Absent only where no file can be named. */
  readonly place?: Place;
  /** What would be right here, best match first. */
  readonly expected?: readonly string[];
}

/** A value, if one could be made, and what was noticed on the way. */
export interface Result<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** True if one of the diagnostics fails its document. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
