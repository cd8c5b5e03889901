/** Text of a template → its syntax tree. */

import Handlebars from "handlebars";
import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Result } from "../model/diagnostic.ts";
import { lineOffset, placeAt, type TextFile } from "../model/text-file.ts";

/** A parsed template. */
export interface Template {
  readonly file: TextFile;
  readonly program: hbs.AST.Program;
  /** False if the package ships it. */
  readonly isOwn: boolean;
}

/** Parses a template; Handlebars stops at the first fault. */
export function parseTemplate(file: TextFile, isOwn: boolean): Result<Template> {
  try {
    return { value: { file, program: Handlebars.parse(file.text), isOwn }, diagnostics: [] };
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    return { diagnostics: [explain(fault, file)] };
  }
}

function explain(fault: Error & { lineNumber?: number; column?: number }, file: TextFile): Diagnostic {
  const unclosed = fault.message.includes("got 'EOF'") ? findUnclosed(file.text) : undefined;
  if (unclosed) {
    return diagnose("template-block-unclosed", { name: unclosed.name }, placeAt(file, unclosed.at, unclosed.length));
  }
  // Faults of the grammar have their line only in the text, together with a line that points at the column.
  const line = fault.lineNumber ?? Number(/on line (\d+)/.exec(fault.message)?.[1] ?? 1);
  const offset = lineOffset(file, line);
  const end = file.text.indexOf("\n", offset);
  const source = file.text.slice(offset, end === -1 ? undefined : end);
  const column = fault.column ?? Math.max(0, source.indexOf("{{"));
  // What the grammar expected is a list of its own names, or a line that points at the column.
  const last =
    fault.message
      .split("\n")
      .at(-1)
      ?.replace(/ - \d+:\d+$/, "") ?? "";
  const detail = /^(?:Expecting |-*\^)/.test(last) ? undefined : last;
  return diagnose(
    "template-syntax",
    { detail },
    placeAt(file, offset + column, Math.max(1, source.trimEnd().length - column)),
  );
}

/** The innermost block without an end. */
function findUnclosed(
  text: string,
): { readonly name: string; readonly at: number; readonly length: number } | undefined {
  const open: { name: string; at: number; length: number }[] = [];
  for (const { 0: tag, 1: sign, 2: name = "", index } of text.matchAll(/\{\{~?([#^/])>?\s*([\w-]+)[^}]*\}\}/g)) {
    if (sign === "/") open.pop();
    else open.push({ name, at: index, length: tag.length });
  }
  return open.at(-1);
}
