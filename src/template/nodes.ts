/** What nodes of Handlebars' tree say, and where they stand. */

import type { Place } from "../model/diagnostic.ts";
import { lineOffset, placeAt, type TextFile } from "../model/text-file.ts";

/** The words of a path; empty for a literal or a call. */
export function nameOf(expression: hbs.AST.Expression): string {
  return isPath(expression) ? expression.original : "";
}

/** What a literal says; empty for a path or a call. */
export function literalOf(expression: hbs.AST.Expression): string {
  return "value" in expression ? String(expression.value) : "";
}

/** Tells paths from literals and calls. */
export function isPath(expression: hbs.AST.Expression): expression is hbs.AST.PathExpression {
  return expression.type === "PathExpression";
}

/** The place of a node of Handlebars' tree, whose columns count from 0. */
export function placeOf(node: hbs.AST.Node, file: TextFile): Place {
  const offset = lineOffset(file, node.loc.start.line) + node.loc.start.column;
  const end = lineOffset(file, node.loc.end.line) + node.loc.end.column;
  return placeAt(file, offset, Math.max(1, end - offset));
}

/** The first line of a node, as it is typed. */
export function sourceOf(node: hbs.AST.Node, file: TextFile): string {
  const offset = lineOffset(file, node.loc.start.line) + node.loc.start.column;
  const end = lineOffset(file, node.loc.end.line) + node.loc.end.column;
  return file.text.slice(offset, end).split("\n", 1)[0] ?? "";
}
