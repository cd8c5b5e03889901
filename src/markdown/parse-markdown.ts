/** Reads the body of a source: blocks line by line, then what stands within them, and reports mistakes on the way. */

import { diagnose } from "../diagnostics/catalogue.ts";
import type { Result } from "../model/diagnostic.ts";
import type { Markdown } from "../model/markdown.ts";
import { placeAt, type TextFile } from "../model/text-file.ts";
import { isAllowedLink } from "./address.ts";
import type { Footnote } from "./block.ts";
import { type Blocks, parseBlocks } from "./block-parser.ts";
import { BodyWriter, bodyOf } from "./body-writer.ts";
import { createInlineLexer } from "./inline-lexer.ts";
import { noteKey, place, type Reading } from "./reading.ts";
import { renderBlocks } from "./render-blocks.ts";

/**
 * Parses the text of a file from the offset `start`; the value is always present. `folder` is the file's folder within
 * the content tree (`sitzung`, empty for the tree itself); images are found from there.
 */
export function parseMarkdown(
  file: TextFile,
  start: number,
  folder: string,
): Result<Markdown> & { readonly value: Markdown } {
  const blocks = parseBlocks(file.text, start);
  const lexer = createInlineLexer(blocks.targets);
  const reading: Reading = {
    file,
    folder,
    lexer,
    footnotes: new Map(),
    referenced: new Set(),
    printedNotes: new Set(),
    missingNotes: new Set(),
    html: { start: 0, end: 0 },
    headingLevel: 1,
    diagnostics: [],
  };
  if (blocks.tooDeep !== undefined) {
    reading.diagnostics.push(diagnose("body-too-complex", {}, placeAt(file, blocks.tooDeep)));
  }
  const withNotes = { ...reading, footnotes: footnotesByLabel(blocks, reading) };
  const writer = new BodyWriter();
  renderBlocks(blocks.body.children, withNotes, writer, 0, true);
  for (const [key, note] of withNotes.footnotes) {
    if (withNotes.printedNotes.has(key)) continue;
    const { label } = note;
    reading.diagnostics.push(diagnose("footnote-unused", { label }, place(reading, note.offset, label.length + 3)));
    renderBlocks(note.children, withNotes, writer);
  }
  for (const target of lexer.unused()) {
    const line = file.text.slice(target.offset).split("\n", 1)[0]?.trimEnd() ?? "";
    const where = place(reading, target.offset, line.length);
    const code = isAllowedLink(target.href) ? "reference-unused" : "reference-lost";
    reading.diagnostics.push(diagnose(code, { line }, where));
  }
  return { value: bodyOf(writer.parts()), diagnostics: inOrder(reading.diagnostics) };
}

function footnotesByLabel(blocks: Blocks, reading: Reading): ReadonlyMap<string, Footnote> {
  const found = new Map<string, Footnote>();
  for (const note of blocks.footnotes) {
    const key = noteKey(note.label);
    const first = found.get(key);
    if (!first) {
      found.set(key, note);
      continue;
    }
    const { line } = place(reading, first.offset);
    const where = place(reading, note.offset, note.label.length + 3);
    reading.diagnostics.push(diagnose("footnote-twice", { label: note.label, line }, where));
    first.children.push(...note.children);
  }
  return found;
}

function inOrder(diagnostics: Reading["diagnostics"]): Reading["diagnostics"] {
  return diagnostics.sort(
    (a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}
