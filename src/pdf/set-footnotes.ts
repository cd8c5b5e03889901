/** Footnotes → small boxes with hanging numbers. */

import type { Footnote, StackBox } from "./boxes.ts";
import { measureLeaf } from "./break-lines.ts";
import { notesIn } from "./footnote-area.ts";
import { makeLeaf } from "./make-leaf.ts";
import { noteAnchor, setPlainText } from "./set-inlines.ts";
import type { TextContext } from "./setting.ts";
import { StructureElement } from "./structure.ts";

/** Gives every footnote its box. To be called when the references to them are set. */
export function setFootnotes(context: TextContext): readonly Footnote[] {
  const { setting } = context;
  const { document, theme, notes, noteElements, adoptedNotes, anchors } = setting;
  const small = { ...context, size: theme.sizes.small, align: "start", tight: true } as const;
  return document.notes.flatMap((note): Footnote[] => {
    const footnote = notes.get(note.number);
    if (!footnote) return [];
    const element = noteElements.get(note.number) ?? new StructureElement("Note");
    if (!adoptedNotes.has(note.number)) context.parent.kids.push(element);
    const label = makeLeaf(setPlainText(String(note.number), small, element.append("Lbl")), small);
    const indent = measureLeaf(label).max + small.size * 0.7;
    const stack = setting.setBlocks(note.children, { ...small, parent: element, width: context.width - indent });
    const [first] = stack;
    if (!first || !("runs" in first)) stack.unshift(makeLeaf([], small));
    const [line] = stack;
    const anchor = anchors.get(noteAnchor(note.number));
    if (line && "runs" in line && anchor !== undefined) line.anchors = [anchor];
    const box: StackBox = {
      stack,
      margin: [indent, 0, 0, 0],
      marker: { leaf: label, indent },
      spaceBefore: NOTE_SPACE,
    };
    footnote.box = box;
    footnote.notes = notesIn(stack);
    return [footnote];
  });
}

/** Space above a footnote, in points. */
const NOTE_SPACE = 2;
