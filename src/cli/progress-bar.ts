/** The bar of a build: how far it has got, in one line that no terminal breaks. */

import { columnsOf, shortened } from "./shown-text.ts";

/** What there is to tell: the count always, the rest where there is room. */
interface Progress {
  /** From 0 to 1. */
  readonly share: number;
  /** `19/300` */
  readonly count: string;
  /** How fast it goes; empty where nobody knows yet. */
  readonly rate: string;
  /** The paper at work. */
  readonly title: string;
}

const MIN_BAR = 8;
const MAX_BAR = 30;

/** A title of fewer columns tells nothing. */
const MIN_TITLE = 9;

/** Room that the bar leaves for the rest, so that it does not grow with every column. */
const FOR_TITLE = 20;

/** The line, and the title that stands dimmed at its end; together they leave the last column free, where terminals begin a new line. */
export function progressBar(
  { share, count, rate, title }: Progress,
  columns: number,
): { readonly line: string; readonly title: string } {
  const room = columns - 1;
  const withRate = rate === "" ? count : `${count}  ${rate}`;
  const facts = MIN_BAR + 1 + columnsOf(withRate) <= room ? withRate : count;
  const beside = room - 1 - columnsOf(facts);
  const width = Math.min(MAX_BAR, beside, Math.max(MIN_BAR, beside - FOR_TITLE));
  if (width < 1) return { line: shortened(count, room), title: "" };
  const filled = Math.round(share * width);
  const line = `${"█".repeat(filled)}${"░".repeat(width - filled)} ${facts}`;
  const left = room - columnsOf(line) - 2;
  return { line, title: left >= MIN_TITLE ? shortened(title, left) : "" };
}
