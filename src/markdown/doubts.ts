/** Text that Markdown takes for something else than its author may have meant: warnings. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { CodeBlock, Heading, Item, List, Paragraph, Table } from "./block.ts";
import { follows, type ListMarker, markerWithoutSpace, readMarkers } from "./list-marker.ts";
import { beginsWithMonth } from "./month.ts";
import { place, type Reading } from "./reading.ts";
import { runsOn } from "./running-on.ts";
import type { Piece } from "./stretch.ts";

/** Nouns that follow an ordinal number in council papers. */
const COUNTED =
  /^(?:Abschnitt|Abteilung|Änderung|Aenderung|Änderungssatzung|Auflage|Ausfertigung|Bauabschnitt|Beigeordnete|Bürgermeister|Etage|Fortschreibung|Geschoss|Halbjahr|Halbzeit|Jahrestag|Jahrgang|Jahrhundert|Kammer|Klasse|Lesung|Nachtrag|Nachtragshaushalt|Nachtragssatzung|Obergeschoss|OG|Quartal|Rang|Senat|Sitzung|Stellvertret|Stock|Stufe|Tagung|Untergeschoss|Vizepräsident|Vorsitzende|Wahlgang|Wahlperiode)/;

/** „19. April 2012 tagte …“, „2. Änderung der Satzung …“ */
export function doubtNumbers(list: List, reading: Reading): void {
  for (const item of list.children) {
    const word = firstWord(item);
    if (word === undefined || !/^\d+\.$/.test(item.marker.typed)) continue;
    const date = item.marker.value <= 31 && beginsWithMonth(word);
    const lone = list.children.length === 1 && item.marker.value > 1 && COUNTED.test(word);
    if (!date && !lone) continue;
    const values = { marker: item.marker.typed, word };
    reading.diagnostics.push(diagnose("number-as-list", values, place(reading, item.offset, item.marker.typed.length)));
  }
}

/**
 * „a) eins⏎c) drei“: a letter out of its turn begins no item, so its line is part of the one above. Nothing is said of what is
 * common at the start of prose („z. B.“).
 */
export function doubtSkipped(list: List, reading: Reading): void {
  for (const { marker, children } of list.children) {
    const [first] = children;
    if (!marker.extension || marker.value === 0 || first?.type !== "paragraph") continue;
    for (const [index, line] of first.lines.entries()) {
      const above = first.lines[index - 1];
      if (!above || runsOn(above.text)) continue;
      const skipped = readMarkers(line.text).find(
        ({ kind, value, doubtful }) => kind === marker.kind && value >= marker.value && !doubtful,
      );
      if (skipped) doubtMarker(skipped.typed, line, reading);
    }
  }
}

function doubtMarker(marker: string, line: Piece, reading: Reading): void {
  reading.diagnostics.push(diagnose("list-in-paragraph", { marker }, place(reading, line.offset, marker.length)));
}

function firstWord(item: Item): string | undefined {
  const first = item.children[0];
  return first?.type === "paragraph" ? /^[\p{L}-]+/u.exec(first.lines[0]?.text ?? "")?.[0] : undefined;
}

/** Lines in the middle of a paragraph that look like a list. */
export function doubtParagraph(paragraph: Paragraph, reading: Reading): void {
  refuseOpenComment(paragraph, reading);
  doubtHeadings(paragraph, reading);
  doubtJoinedMarkers(paragraph, reading);
  doubtTabs(paragraph, reading);
  if (paragraph.lines.length < 2) return;
  let before: readonly ListMarker[] = [];
  let beforeLine: Piece | undefined;
  let reported = false;
  for (const line of paragraph.lines) {
    const markers = isDate(line.text) ? [] : readMarkers(line.text);
    const pair = before.some((first) => markers.some((second) => follows(first, second)));
    if (pair && beforeLine && !reported) {
      doubtMarker(before[0]?.typed ?? "", beforeLine, reading);
      reported = true;
    }
    if (markers.length > 0) {
      before = markers;
      beforeLine = line;
      reported = reported && pair;
    }
  }
}

/** „3. Mai“, wrapped to the start of a line. */
function isDate(text: string): boolean {
  return beginsWithMonth(text.replace(/^\d{1,2}\. /, ""));
}

/** „##Begründung“, also with a no-break space; a single sign may begin a word („#Stadtradeln“). */
function doubtHeadings({ lines }: Paragraph, reading: Reading): void {
  for (const line of lines) {
    const match = line.text.startsWith("##") ? /^(#{2,6})([^# \t].*)/.exec(line.text) : null;
    if (!match) continue;
    const [all, signs = "", title = ""] = match;
    const where = place(reading, line.offset, all.trimEnd().length);
    reading.diagnostics.push(diagnose("heading-without-space", { signs, title: title.trim() }, where));
  }
}

/** „-eins⏎-zwei“ */
function doubtJoinedMarkers({ lines }: Paragraph, reading: Reading): void {
  let before: { readonly marker: ListMarker; readonly line: Piece } | undefined;
  for (const line of lines) {
    const marker = markerWithoutSpace(line.text);
    if (marker && before && follows(before.marker, marker)) {
      const { typed } = before.marker;
      const values = { typed, word: /^\S*/.exec(before.line.text.slice(typed.length).trimStart())?.[0] ?? "" };
      reading.diagnostics.push(
        diagnose("marker-without-space", values, place(reading, before.line.offset, typed.length)),
      );
      return;
    }
    if (marker) before = { marker, line };
  }
}

/** Cells that were copied from a spreadsheet. */
function doubtTabs({ lines }: Paragraph, reading: Reading): void {
  const isRow = (line: Piece | undefined) => line !== undefined && /\S\t+\S/.test(line.text);
  const first = lines.find((line, index) => isRow(line) && isRow(lines[index + 1]));
  if (first) reading.diagnostics.push(diagnose("table-of-tabs", {}, place(reading, first.offset, first.text.length)));
}

/** A comment that the paragraph does not close would print. */
function refuseOpenComment(paragraph: Paragraph, reading: Reading): void {
  const index = paragraph.lines.findIndex(({ text }) => text.includes("<!--"));
  const line = paragraph.lines[index];
  if (!line) return;
  const start = line.text.indexOf("<!--");
  const rest = [line.text.slice(start), ...paragraph.lines.slice(index + 1).map(({ text }) => text)].join("\n");
  if (rest.includes("-->") || /`[^`]*<!--/.test(line.text)) return;
  reading.diagnostics.push(diagnose("comment-unclosed", {}, place(reading, line.offset + start, 4)));
}

/** „Ja: 5“ above a line of dashes. */
export function doubtUnderline(heading: Heading, underline: Piece, reading: Reading): void {
  const last = heading.lines.at(-1);
  if (heading.level !== 2 || !last) return;
  if (underline.text.length >= last.text.trimEnd().length && heading.lines.length === 1) return;
  const where = place(reading, underline.offset, underline.text.length);
  reading.diagnostics.push(diagnose("underline-as-heading", { title: last.text.trim() }, where));
}

/** A backslash breaks a line only where another follows; at the end of a paragraph it prints. That of a path („G:\Ablage\“) is meant so. */
export function doubtBackslash({ lines }: Paragraph, reading: Reading): void {
  const last = lines.at(-1);
  const typed = last?.text.trimEnd() ?? "";
  if (!last || !/^[^\\]*(?<!\b[A-Za-z]:)\\$/.test(typed)) return;
  reading.diagnostics.push(diagnose("backslash-at-end", {}, place(reading, last.offset + typed.length - 1)));
}

/** Prose that was indented, and what follows a line of `~` that was meant as a rule. */
export function doubtCode(block: CodeBlock, reading: Reading): void {
  if (block.fence) {
    const { mark, closed } = block.fence;
    if (!closed)
      reading.diagnostics.push(diagnose("code-unclosed", { mark }, place(reading, block.offset, mark.length)));
    return;
  }
  const line = block.lines.find(({ text }) => /\p{L}{2,}[,;:]? +\p{L}{2,}/u.test(text));
  if (!line) return;
  const text = line.text.trimStart();
  const start = line.offset + line.text.length - text.length;
  reading.diagnostics.push(diagnose("indented-code", {}, place(reading, start, text.length)));
}

/** Prose directly below a table; of several lines the first. */
export function doubtRows({ columns, rows }: Table, reading: Reading): void {
  if (columns.length < 2) return;
  const isText = (row: Piece | undefined) => row !== undefined && !/(?<!\\)\|/.test(row.text);
  for (const [index, row] of rows.entries()) {
    if (!isText(row) || isText(rows[index - 1])) continue;
    reading.diagnostics.push(diagnose("table-text-row", {}, place(reading, row.offset, row.text.length)));
  }
}
