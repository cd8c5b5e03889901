/** Diagnostics for people: message, place, the source line with a marker under it, help. */

import type { Diagnostic, MessageLocale, Place } from "../model/diagnostic.ts";
import type { Report } from "../model/report.ts";
import { columnsOf, shownText } from "./shown-text.ts";
import { words } from "./words.ts";

/** How text is written. */
export interface TextStyle {
  readonly locale: MessageLocale;
  readonly color: boolean;
  /** The line of a file, for the excerpt. */
  readonly lineAt: (place: Place) => string | undefined;
}

const codes = { red: 31, yellow: 33, green: 32, blue: 34, bold: 1, dim: 2 } as const;

/** Wraps text in an escape sequence of the terminal, if colours are wanted. */
export function paint(text: string, color: keyof typeof codes, style: Pick<TextStyle, "color">): string {
  return style.color ? `\u001b[${codes[color]}m${text}\u001b[0m` : text;
}

/** One diagnostic, over several lines. */
export function formatDiagnostic(diagnostic: Diagnostic, style: TextStyle): string {
  const { severity, code, message, help, place } = diagnostic;
  const color = severity === "error" ? "red" : "yellow";
  const head = `${paint(words[style.locale][severity], color, style)}: ${paint(shownText(message[style.locale]), "bold", style)} ${paint(`[${code}]`, "dim", style)}`;
  const lines = [head];
  if (place)
    lines.push(
      `  ${paint(shownText(`${place.file}:${place.line}:${place.column}`), "blue", style)}`,
      ...excerpt(place, color, style),
    );
  lines.push(`  ${words[style.locale].help}: ${shownText(help[style.locale])}`);
  return lines.join("\n");
}

/** The longest line that is shown whole. */
const maxWidth = 100;

function excerpt(place: Place, color: "red" | "yellow", style: TextStyle): readonly string[] {
  const line = style.lineAt(place);
  if (line === undefined || line.trim() === "") return [];
  // A long line is cut so that the marked stretch is in view.
  const from = place.column > maxWidth - 20 ? place.column - 40 : 0;
  const shown = `${from > 0 ? "…" : ""}${line.slice(from, from + maxWidth)}${line.length > from + maxWidth ? "…" : ""}`;
  const before = line.slice(from, place.column - 1);
  const indent =
    (from > 0 ? " " : "") + shownBetweenTabs(before).replace(/[^\t]/gu, (one) => " ".repeat(columnsOf(one)));
  const room = Math.max(1, from + maxWidth - place.column + 1);
  const length = Math.min(place.length ?? 1, room);
  const gutter = String(place.line);
  const bar = paint("│", "dim", style);
  return [
    `  ${paint(gutter, "dim", style)} ${bar} ${shownBetweenTabs(shown).replaceAll("\u00a0", " ")}`,
    `  ${" ".repeat(gutter.length)} ${bar} ${indent}${paint("^".repeat(length), color, style)}`,
  ];
}

/** Tabs keep their width, so that what is marked stands above its marker. */
function shownBetweenTabs(line: string): string {
  return line.replace(/[^\t]+/g, shownText);
}

/** A fault of the program, with where it happened: its message can have words of a source. */
export function formatFault(fault: unknown, locale: MessageLocale): string {
  const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  return [words[locale].fault, ...text.split("\n").map(shownText)].join("\n");
}

/** All diagnostics of a report, in the order of files and lines. */
export function allDiagnostics(report: Report): readonly Diagnostic[] {
  const found = [...report.diagnostics, ...report.documents.flatMap(({ diagnostics }) => diagnostics)];
  return found.sort((a, b) => compare(a.place, b.place));
}

function compare(a: Place | undefined, b: Place | undefined): number {
  if (!a || !b) return Number(b !== undefined) * -1 + Number(a !== undefined);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
