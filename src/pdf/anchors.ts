/** Destinations of a document: what internal links may point at. */

import { assertNever, type Block, type Document } from "../model/document.ts";
import { noteAnchor } from "./set-inlines.ts";

/** Ids of headings, sections and footnotes → names of destinations, which hold only plain letters and digits. */
export function findAnchors(document: Document): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const add = (id: string): void => {
    if (!anchors.has(id)) anchors.set(id, `d${anchors.size + 1}`);
  };
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      switch (block.type) {
        case "section":
          if (block.id !== undefined) add(block.id);
          visit(block.children);
          break;
        case "heading":
          add(block.id);
          break;
        case "quote":
          visit(block.children);
          break;
        case "list":
          for (const item of block.items) visit(item.children);
          break;
        case "description-list":
          for (const entry of block.entries) visit(entry.description);
          break;
        case "table":
          for (const row of [...block.head, ...block.body]) for (const cell of row.cells) visit(cell.children);
          break;
        case "paragraph":
        case "code-block":
        case "figure":
        case "bar-chart":
        case "thematic-break":
        case "contents":
          break;
        default:
          assertNever(block);
      }
    }
  };
  visit(document.children);
  for (const note of document.notes) {
    add(noteAnchor(note.number));
    visit(note.children);
  }
  return anchors;
}
