/** Quotation marks of a whole document: once, so that every edition has the same text. */

import { assertNever, type Block, type Document, type Inline, type ListItem, type Row } from "../model/document.ts";
import { type Stretch, setQuotationMarks } from "./quotation-marks.ts";

/** The document with the quotation marks of its languages. */
export function quoteDocument(document: Document): Document {
  const { lang } = document;
  const line = (text: string): string => setQuotationMarks([{ text, lang, opaque: false }])[0] ?? text;
  const title = document.running.title;
  return {
    ...document,
    title: line(document.title),
    running: title === undefined ? document.running : { ...document.running, title: line(title) },
    children: quoteBlocks(document.children, lang),
    notes: document.notes.map((note) => ({ ...note, children: quoteBlocks(note.children, lang) })),
  };
}

function quoteBlocks(blocks: readonly Block[], lang: string): readonly Block[] {
  return blocks.map((block) => quoteBlock(block, lang));
}

function quoteBlock(block: Block, lang: string): Block {
  switch (block.type) {
    case "section":
    case "quote":
      return { ...block, children: quoteBlocks(block.children, lang) };
    case "heading":
    case "paragraph":
      return { ...block, children: quoteInlines(block.children, lang) };
    case "list":
      return {
        ...block,
        items: block.items.map((item): ListItem => ({ ...item, children: quoteBlocks(item.children, lang) })),
      };
    case "table":
      return {
        ...block,
        ...(block.caption && { caption: quoteInlines(block.caption, lang) }),
        head: block.head.map((row) => quoteRow(row, lang)),
        body: block.body.map((row) => quoteRow(row, lang)),
      };
    case "figure":
      return { ...block, ...(block.caption && { caption: quoteInlines(block.caption, lang) }) };
    case "bar-chart":
      return {
        ...block,
        bars: block.bars.map((bar) => ({
          ...bar,
          label: setQuotationMarks([{ text: bar.label, lang, opaque: false }])[0] ?? bar.label,
        })),
      };
    case "description-list":
      return {
        ...block,
        entries: block.entries.map((entry) => ({
          ...entry,
          term: quoteInlines(entry.term, lang),
          description: quoteBlocks(entry.description, lang),
        })),
      };
    case "code-block":
    case "thematic-break":
    case "contents":
      return block;
    default:
      return assertNever(block);
  }
}

function quoteRow(row: Row, lang: string): Row {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, children: quoteBlocks(cell.children, lang) })) };
}

/** A line is looked at as a whole, since a mark may stand outside of the markup of the word that it quotes. */
function quoteInlines(inlines: readonly Inline[], lang: string): readonly Inline[] {
  const stretches: Stretch[] = [];
  collect(inlines, lang, stretches);
  const texts = setQuotationMarks(stretches);
  if (texts.every((text, index) => text === stretches[index]?.text)) return inlines;
  return replaceTexts(inlines, texts[Symbol.iterator]());
}

function collect(inlines: readonly Inline[], lang: string, stretches: Stretch[]): void {
  for (const inline of inlines) {
    if (inline.type === "text") stretches.push({ text: inline.value, lang, opaque: false });
    else if (inline.type === "code") stretches.push({ text: inline.value, lang, opaque: true });
    else if (inline.type === "line-break") stretches.push({ text: "\n", lang, opaque: false });
    else if (inline.type !== "note-reference")
      collect(inline.children, inline.type === "span" ? inline.lang : lang, stretches);
  }
}

/** Takes the texts in the order in which they were collected. */
function replaceTexts(inlines: readonly Inline[], texts: Iterator<string>): readonly Inline[] {
  return inlines.map((inline): Inline => {
    if (inline.type === "note-reference") return inline;
    if (inline.type === "text") return { ...inline, value: texts.next().value ?? inline.value };
    if (inline.type === "code" || inline.type === "line-break") {
      texts.next();
      return inline;
    }
    return { ...inline, children: replaceTexts(inline.children, texts) };
  });
}
