/** Lists: markers as typed, signs for bullets by depth, boxes for tasks. */

import type { ListNumbering } from "../model/document.ts";
import type { Block, Item, List } from "./block.ts";
import type { BodyWriter } from "./body-writer.ts";
import { doubtNumbers, doubtSkipped } from "./doubts.ts";
import { escapeText } from "./escape.ts";
import { at, type Reading } from "./reading.ts";

const BULLETS: readonly (readonly [sign: string, numbering: ListNumbering])[] = [
  ["•", "disc"],
  ["–", "none"],
  ["◦", "circle"],
];

/** Renders a list; `renderBlocks` renders what its items hold. */
export function renderList(
  list: List,
  reading: Reading,
  writer: BodyWriter,
  depth: number,
  renderBlocks: (blocks: readonly Block[], reading: Reading, writer: BodyWriter, depth: number) => void,
): void {
  const marker = list.children[0]?.marker;
  if (!marker) return;
  doubtNumbers(list, reading);
  doubtSkipped(list, reading);
  const bulleted = marker.numbering === "bullet";
  const asTyped = isArithmetic(list) || isLegend(list, reading);
  const [sign, numbering] = BULLETS[Math.min(depth, BULLETS.length - 1)] ?? ["•", "disc"];
  const name = marker.value > 0 || marker.numbering === "decimal" ? "ol" : "ul";
  const bulletNumbering = asTyped ? "none" : numbering;
  const shown = marker.numbering === "bullet" ? bulletNumbering : marker.numbering;
  writer.add(`<${name}${at(reading, list.offset)} data-numbering="${shown}" data-tight="${isTight(list)}">`);
  for (const item of list.children) {
    const task = takeTask(item);
    const bullet = task === undefined ? (asTyped ? item.marker.typed : sign) : "";
    const typed = bulleted ? bullet : escapeText(item.marker.typed);
    const checked = task === undefined ? "" : ` data-checked="${task}"`;
    writer.add(`<li${at(reading, item.offset)} data-marker="${typed}"${checked}>`);
    renderBlocks(item.children, reading, writer, depth + (bulleted ? 1 : 0));
    writer.add("</li>");
  }
  writer.add(`</${name}>`);
}

/**
 * „+ 5 Stellen“, „- 1.200 €“: a sign before a figure rather than a bullet, so it prints as typed. Several minuses are
 * bullets, for those are common; several pluses are not.
 */
function isArithmetic(list: List): boolean {
  return list.children.every(({ marker, children: [first] }) => {
    if (marker.typed !== "+" && (marker.typed !== "-" || list.children.length > 1)) return false;
    return first?.type === "paragraph" && /^(?:(?:€|EUR) ?)?\d/.test(first.lines[0]?.text ?? "");
  });
}

/** „* vorläufige Zahlen“ below „12.500*“: the explanation of a sign, which it must keep. */
function isLegend(list: List, { file }: Reading): boolean {
  if (list.children.length > 1 || list.children[0]?.marker.typed !== "*") return false;
  return /^[^*\n]*[^\s*]\*(?![*\p{L}\p{N}])[^*\n]*$/mu.test(file.text);
}

/** A list is loose if a blank line lies between its items, or between the blocks of one. */
function isTight(list: List): boolean {
  return list.children.every((item, index) => {
    const next = list.children[index + 1];
    if (next && next.startLine > item.endLine + 1) return false;
    return item.children.every((block, place) => {
      const following = item.children[place + 1];
      return !following || following.startLine <= block.endLine + 1;
    });
  });
}

/** Takes `[x]` off the start of an item; undefined if it is no task. */
function takeTask(item: Item): boolean | undefined {
  const first = item.children[0];
  const line = first?.type === "paragraph" ? first.lines[0] : undefined;
  const match = line && /^\[([ xX])\][ \t]+(?=\S)/.exec(line.text);
  if (first?.type !== "paragraph" || !match) return undefined;
  const { length } = match[0];
  first.lines = [{ text: line.text.slice(length), offset: line.offset + length }, ...first.lines.slice(1)];
  return match[1] !== " ";
}
