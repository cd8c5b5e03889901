/** Words that two lines share: readers are told the whole word with its beginning, and nothing with its end. */

import type { PlacedPiece, SetLine } from "./set-line.ts";

/** Sets what readers take for the parts of divided words (ISO 32000-1, 14.9.4). */
export function joinDividedWords(lines: readonly SetLine[]): void {
  for (let index = 0; index < lines.length; index++) {
    const head = headOf(lines[index]);
    if (!head) continue;
    const rest: PlacedPiece[] = [];
    let at = index;
    let next: PlacedPiece | undefined = head;
    while (next) {
      const pieces: readonly PlacedPiece[] = lines[++at]?.pieces ?? [];
      const end = pieces.findIndex(({ piece }) => piece.trailing > 0);
      const isDivided = pieces.at(-1)?.hyphen === true && (end === -1 || end === pieces.length - 2);
      rest.push(...(isDivided || end === -1 ? pieces : pieces.slice(0, end + 1)));
      next = isDivided ? headOf(lines[at]) : undefined;
    }
    const ending = restOfWord(head, rest);
    if (!ending) continue;
    const drawn = ending.filter(({ hyphen }) => !hyphen);
    const whole = [head, ...drawn]
      .map(({ word }) => word.text)
      .join("")
      .trimEnd();
    head.actual = whole;
    const hyphen = lines[index]?.pieces.at(-1);
    if (hyphen) hyphen.actual = "";
    for (const placed of ending) placed.actual = "";
    index = at - 1;
  }
}

/**
 * What of the following pieces belongs to the word: an emphasis or link may end with it, before a comma or a space. Undefined if
 * the element changes within the word, which then stays as it is, hyphens and all.
 */
function restOfWord(head: PlacedPiece, rest: readonly PlacedPiece[]): readonly PlacedPiece[] | undefined {
  const other = rest.findIndex(({ piece }) => piece.style.owner !== head.piece.style.owner);
  const [own, others] = other === -1 ? [rest, []] : [rest.slice(0, other), rest.slice(other)];
  const next = others[0]?.piece;
  const goesOn = next !== undefined && next.note === undefined && /^[\p{L}\p{M}\p{N}]/u.test(next.text);
  if (goesOn || others.some(({ hyphen }) => hyphen) || own.some(({ piece }) => piece.replacement !== undefined))
    return undefined;
  return own;
}

/** The last part of a word before a drawn hyphen. */
function headOf(line: SetLine | undefined): PlacedPiece | undefined {
  return line?.pieces.at(-1)?.hyphen ? line.pieces.at(-2) : undefined;
}
