/** One cause, one diagnostic: leaves out what only follows from another mistake. */

import type { Diagnostic } from "../model/diagnostic.ts";

/** Cause → what follows from it, on the same line or anywhere in the same file. */
const consequences: readonly {
  readonly cause: string;
  readonly follows: readonly string[];
  readonly in: "line" | "file";
}[] = [
  { cause: "value-cut-off", follows: ["empty-value", "theme-wrong-value"], in: "line" },
  { cause: "value-commented", follows: ["empty-value", "theme-wrong-value"], in: "line" },
  { cause: "comment-unclosed", follows: ["text-empty"], in: "file" },
  { cause: "body-too-complex", follows: ["list-in-paragraph"], in: "line" },
];

/** The diagnostics that are causes of their own, in their order. */
export function withoutConsequences(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(
    (one) =>
      !consequences.some(
        ({ cause, follows, in: scope }) =>
          follows.includes(one.code) &&
          diagnostics.some(
            (other) =>
              other.code === cause &&
              other.place?.file === one.place?.file &&
              (scope === "file" || other.place?.line === one.place?.line),
          ),
      ),
  );
}
