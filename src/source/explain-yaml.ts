/** Faults of the YAML parser → words that name the usual cause, at the place where it has to be mended. */

import { type Document, isCollection, isScalar, visit, type YAMLError } from "yaml";
import { diagnose } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Place } from "../model/diagnostic.ts";

/** Explains the first fault of a document; the others would follow from it. */
export function explainYaml(
  document: Document,
  first: YAMLError,
  block: string,
  place: (offset: number, length: number) => Place,
): Diagnostic {
  const { code, message } = first;
  const [start, end] = first.pos;
  // A fault at the end of the block is shown at the last character that was typed.
  const at = place(Math.min(start, Math.max(0, block.trimEnd().length - 1)), Math.max(1, end - start));
  const indent = (offset: number): Diagnostic => {
    const typed = offset + block.slice(offset).search(/[^ \n]|$/);
    return diagnose("yaml-indent", {}, place(typed, wordAt(block, typed)));
  };
  switch (code) {
    case "BLOCK_AS_IMPLICIT_KEY": {
      const second = document.errors[1];
      if (!message.startsWith("Nested")) return indent(second?.pos[0] ?? start);
      // Two keys in one value: on one line it is a colon in the text, on two the second is indented too far.
      const isOneLine = second?.code !== "MULTILINE_IMPLICIT_KEY" || second.pos[0] !== start;
      return isOneLine ? diagnose("yaml-colon", {}, at) : indent(block.lastIndexOf("\n", second.pos[1]) + 1);
    }
    case "MULTILINE_IMPLICIT_KEY":
      return withoutColon(start, block, at);
    case "TAB_AS_INDENT":
      return diagnose("yaml-tab", {}, at);
    case "BAD_DQ_ESCAPE":
      return diagnose("yaml-backslash", {}, at);
    case "BAD_SCALAR_START":
      return firstCharacter(start, block, place);
    case "MISSING_CHAR":
      if (message.includes("map values")) return withoutColon(start, block, at);
      if (message.startsWith("Sequence item")) return indent(start);
      break;
    case "UNEXPECTED_TOKEN":
      if (message.includes("block-seq-ind")) return firstCharacter(start, block, place);
      if (message.startsWith("Unexpected , in flow")) return diagnose("yaml-comma", {}, at);
      break;
    default:
  }
  const opening = openingBefore(document, start, block);
  const character = opening === undefined ? "" : (block[opening] ?? "");
  if (opening !== undefined && ["MISSING_CHAR", "BAD_INDENT", "UNEXPECTED_TOKEN"].includes(code)) {
    const isSurplus = code === "UNEXPECTED_TOKEN";
    if (/["']/.test(character)) return diagnose("yaml-quote", {}, place(opening, 1));
    if (/[[{]/.test(character) && !isSurplus) return diagnose("yaml-bracket", { character }, place(opening, 1));
    if (isSurplus) return firstCharacter(opening, block, place);
  }
  if (code === "BAD_INDENT") return indent(start);
  const special = specialBefore(start, block);
  if (special !== undefined) return firstCharacter(special, block, place);
  return diagnose("yaml-syntax", { detail: firstLine(first) }, at);
}

/** A line that is no field; of a list its dash may lack the space. */
function withoutColon(start: number, block: string, at: Place): Diagnostic {
  const isItem = /^-[\p{L}\p{N}"'„]/u.test(block.slice(start, start + 3));
  return isItem
    ? diagnose("space-missing", { sign: "-" }, { ...at, length: 1 })
    : diagnose("yaml-colon-missing", {}, at);
}

/** Where the value that a line holds begins, if it begins with a character that YAML has a use for: `**Wichtig**`. */
function specialBefore(offset: number, block: string): number | undefined {
  const start = block.lastIndexOf("\n", offset - 1) + 1;
  const before = /^ *(?:- +)?(?:[\p{L}\p{N}_-]+: +)?(?=[*&!\]}])/u.exec(block.slice(start))?.[0];
  return before === undefined || start + before.length > offset ? undefined : start + before.length;
}

function firstCharacter(offset: number, block: string, place: (offset: number, length: number) => Place): Diagnostic {
  return diagnose("yaml-first-character", { character: block[offset] ?? "" }, place(offset, 1));
}

/** Where the last quotation, bracket or block of text before an offset begins. */
function openingBefore(document: Document, offset: number, block: string): number | undefined {
  let found: number | undefined;
  visit(document, (_, node) => {
    if (!isScalar(node) && !isCollection(node)) return;
    const start = node.range?.[0];
    if (start !== undefined && start < offset && /["'[{|>]/.test(block[start] ?? "")) found = start;
  });
  return found;
}

function wordAt(block: string, offset: number): number {
  return /^[^\s:]*/.exec(block.slice(offset))?.[0].length ?? 1;
}

function firstLine(fault: YAMLError): string {
  return fault.message.split(/ at line \d|\n/, 1)[0]?.trim() ?? fault.code;
}
