/** Turns blocks into HTML of the closed vocabulary. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { assertNever } from "../model/document.ts";
import type { Block, CodeBlock, Heading, HtmlBlock, Paragraph } from "./block.ts";
import type { BodyWriter } from "./body-writer.ts";
import { refuseBrokenTable } from "./broken-table.ts";
import { doubtBackslash, doubtCode, doubtParagraph, doubtUnderline } from "./doubts.ts";
import { escapeLiteral } from "./escape.ts";
import { plainWords } from "./plain-words.ts";
import { at, noteId, place, type Reading } from "./reading.ts";
import { refuseHtml } from "./refuse-html.ts";
import { renderInline, splitFigures } from "./render-inline.ts";
import { renderList } from "./render-list.ts";
import { renderTable } from "./render-table.ts";
import { join, offsetIn } from "./stretch.ts";

/** Renders the blocks of a body, a footnote or an item. `depth` counts the bulleted lists around. */
export function renderBlocks(
  blocks: readonly Block[],
  reading: Reading,
  writer: BodyWriter,
  depth = 0,
  top = false,
): void {
  for (const [index, block] of blocks.entries()) {
    if (block.type === "paragraph") refuseBrokenTable(block, blocks[index - 1], blocks[index + 1], reading);
    renderBlock(block, reading, writer, depth, top);
    if (top) renderNotes(reading, writer);
  }
}

function renderBlock(block: Block, reading: Reading, writer: BodyWriter, depth: number, top: boolean): void {
  switch (block.type) {
    case "paragraph":
      renderParagraph(block, reading, writer);
      break;
    case "heading":
      renderHeading(block, reading, writer, top);
      break;
    case "quote":
      writer.add(`<blockquote${at(reading, block.offset)}>`);
      renderBlocks(block.children, reading, writer, depth);
      writer.add("</blockquote>");
      break;
    case "list":
      renderList(block, reading, writer, depth, renderBlocks);
      break;
    case "table":
      writer.add(renderTable(block, reading));
      break;
    case "code":
      renderCode(block, reading, writer);
      break;
    case "html":
      renderHtml(block, reading, writer);
      break;
    case "break":
      writer.add(`<hr${at(reading, block.offset)}>`);
      break;
    case "definition":
    case "footnote": // Printed after the block that first refers to it.
      break;
    case "body":
    case "item":
      throw new Error(`A ${block.type} is not among the children of a block.`);
    default:
      assertNever(block);
  }
}

function renderParagraph(block: Paragraph, reading: Reading, writer: BodyWriter): void {
  doubtParagraph(block, reading);
  doubtBackslash(block, reading);
  const last = block.lines.at(-1);
  const lines = last ? [...block.lines.slice(0, -1), { ...last, text: last.text.trimEnd() }] : block.lines;
  for (const run of renderInline(join(lines), reading)) {
    writer.add(run.type === "figure" ? run.html : `<p${at(reading, run.offset)}>${run.html}</p>`);
  }
}

function renderHeading(block: Heading, reading: Reading, writer: BodyWriter, top: boolean): void {
  const text = join(block.lines.map((line) => ({ ...line, text: line.text.trimEnd() })));
  const { html, figures } = splitFigures(renderInline(text, reading));
  const length = block.underline ? (block.lines[0]?.text.length ?? 1) : block.level;
  const where = place(reading, block.offset, length);
  if (html === "") {
    if (figures === "") reading.diagnostics.push(diagnose("heading-empty", {}, where));
    writer.add(figures);
    return;
  }
  const typed = text.text.replaceAll("\n", " ");
  const expected = Math.max(2, reading.headingLevel + 1);
  if (block.underline) doubtUnderline(block, block.underline, reading);
  if (block.level === 1) reading.diagnostics.push(diagnose("heading-level-one", { title: typed }, where));
  else if (block.level > expected)
    reading.diagnostics.push(diagnose("heading-skipped", { level: block.level, expected }, where));
  reading.headingLevel = Math.max(2, block.level);
  writer.heading({
    level: block.level,
    words: plainWords(html),
    at: place(reading, offsetIn(text, 0), text.text.length),
    attributes: at(reading, block.offset),
    html,
    top,
  });
  writer.add(figures);
}

function renderCode(block: CodeBlock, reading: Reading, writer: BodyWriter): void {
  const lines = block.lines.map((line) => line.text);
  doubtCode(block, reading);
  while (!block.fence && lines.at(-1)?.trim() === "") lines.pop();
  if (lines.length > 0) writer.add(`<pre${at(reading, block.offset)}>${escapeLiteral(lines.join("\n"))}</pre>`);
}

/** Comments say nothing on paper; other HTML is a mistake, and its text stays so that nothing is lost. */
function renderHtml(block: HtmlBlock, reading: Reading, writer: BodyWriter): void {
  const text = block.lines.map((line) => line.text).join("\n");
  const comment = text.trimStart().startsWith("<!--");
  if (comment && !block.closed) {
    reading.diagnostics.push(diagnose("comment-unclosed", {}, place(reading, block.offset, 4)));
    return;
  }
  const rest = text.replace(/<!--(?:>|->|[\s\S]*?-->)/g, (match) => match.replace(/[^\n]/g, " "));
  const start = rest.search(/\S/);
  if (start === -1) return;
  const line = rest.slice(0, start).split("\n").length - 1;
  const column = start - (rest.lastIndexOf("\n", start - 1) + 1);
  const offset = (block.lines[line]?.offset ?? block.offset) + column;
  const tag = /<[^>\n]{0,40}>?/.exec(rest);
  if (tag) refuseHtml(tag[0], offset, tag[0].length, reading);
  writer.add(`<p${at(reading, offset)}>${escapeLiteral(rest.trim())}</p>`);
}

/** Writes the footnotes that were referred to for the first time; a note may refer to others. */
function renderNotes(reading: Reading, writer: BodyWriter): void {
  if (reading.footnotes.size === 0) return;
  for (const key of reading.referenced) {
    const note = reading.footnotes.get(key);
    if (!note || reading.printedNotes.has(key)) continue;
    reading.printedNotes.add(key);
    writer.add(`<note${at(reading, note.offset)} id="${noteId(reading, key)}">`);
    renderBlocks(note.children, reading, writer);
    writer.add("</note>");
  }
}
