/** Signs within a block that were left as text although something else was meant by them. */

import { diagnose } from "../diagnostics/catalogue.ts";
import { isAllowedLink } from "./address.ts";
import { place, type Reading } from "./reading.ts";
import { offsetIn, type Stretch } from "./stretch.ts";

/** Two asterisks that print: where, and whether words touch them on either side. */
export interface Asterisks {
  readonly index: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** The double asterisks in a piece of a block's text; `from` is where the piece begins. */
export function findAsterisks(text: string, from: number): readonly Asterisks[] {
  return [...text.matchAll(/(?<!\*)\*\*\*?(?!\*)/g)].map((match) => {
    const before = text.charAt(match.index - 1);
    const after = text.charAt(match.index + match[0].length);
    const word = /[\p{L}\p{N}]/u.test(before);
    return {
      index: from + match.index,
      opens: word ? /["„“»(]/.test(after) : /\S/.test(after),
      closes: /\S/.test(before),
    };
  });
}

/** „** wichtig **“: words of one line with spaces around them. Behind a comma the second sign explains another figure. */
const SPACED_WORDS = /^\*+[ \u00a0][^\n]*\p{L}[^\n]*[^\s,;.:][ \u00a0]+$/u;

/** Bold that does not come about. A sign behind a figure („12.500**“) and its explanation („** vorläufig“) are none. */
export function doubtAsterisks(found: readonly Asterisks[], source: Stretch, reading: Reading): void {
  let start: Asterisks | undefined;
  const report = ({ index }: Asterisks) => {
    reading.diagnostics.push(diagnose("emphasis-not-closed", {}, place(reading, offsetIn(source, index), 2)));
  };
  for (const one of found) {
    if (!start) {
      if (one.opens || !one.closes) start = one;
      continue;
    }
    if (start.opens || one.closes || SPACED_WORDS.test(source.text.slice(start.index, one.index))) report(start);
    start = undefined;
  }
  if (start?.opens) report(start);
}

/** `](an address with spaces)` */
const TARGET = /\]\(((?:[^()]|\([^()]*\)){1,300})\)/y;

/** Links and images whose address has spaces: `](` was left as text within the piece of a block that begins at `from`. */
export function refuseSpacedAddresses(text: string, from: number, source: Stretch, reading: Reading): void {
  for (let at = text.indexOf("]("); at !== -1; at = text.indexOf("](", at + 1)) {
    const end = from + at;
    // The address itself may have become a link („https://… 2026“), so it is read from the source.
    TARGET.lastIndex = end;
    const match = TARGET.exec(source.text);
    const address = (match?.[1] ?? "").replace(/\s+["'„“][^"'“”]*["'“”]\s*$/, "").trim();
    if (!match || !/\s/.test(address) || address.startsWith("<")) continue;
    const bracket = source.text.lastIndexOf("[", end - 1);
    if (bracket === -1 || source.text.charAt(bracket - 1) === "\\") continue;
    const image = source.text.charAt(bracket - 1) === "!";
    const start = image ? bracket - 1 : bracket;
    const where = place(reading, offsetIn(source, start), end + match[0].length - start);
    const words = source.text.slice(bracket + 1, end);
    // A file can be linked to in no spelling, so that is what to say.
    const file = !image && !isAllowedLink(address) && /\.[A-Za-z0-9]{2,5}$/.test(address);
    reading.diagnostics.push(
      file
        ? diagnose("link-scheme", { address }, where)
        : diagnose("address-with-spaces", { address, words: image ? `![${words}]` : `[${words}]`, image }, where),
    );
  }
}

/** `] (an address)` */
const APART = /\][ \u00a0]\((?:https?:\/\/|mailto:|www\.)[^\s()]+\)/iy;

/** `[words] (address)`: a space keeps the link from coming about. Figures in brackets refer to a source: „[1] (https://…)“. */
export function doubtLinksApart(text: string, from: number, source: Stretch, reading: Reading): void {
  for (const { index } of text.matchAll(/\][ \u00a0]\(/g)) {
    APART.lastIndex = from + index;
    const match = APART.exec(source.text);
    const words = /(?<![\\!])\[([^[\]\n]*\p{L}[^[\]\n]*)$/u.exec(source.text.slice(0, from + index));
    if (!match || !words) continue;
    const link = (words[0] + match[0]).replace(/\][ \u00a0]\(/, "](");
    const where = place(reading, offsetIn(source, words.index), words[0].length + match[0].length);
    reading.diagnostics.push(diagnose("link-apart", { link }, where));
  }
}

/** Images that do not come about: `![` was left as text. Those whose address has spaces are told of above. */
export function refuseOpenImages(text: string, from: number, source: Stretch, reading: Reading): void {
  for (const { index } of text.matchAll(/!\[/g)) {
    const start = from + index;
    if (/^!\[[^\]]*\]\([^)]*\)/.test(source.text.slice(start))) continue;
    reading.diagnostics.push(diagnose("image-left-as-text", {}, place(reading, offsetIn(source, start), 2)));
  }
}

/** `[Wort] {lang=en}`, `[Wort]{lang="en"}` */
export function refuseLanguageMarks(text: string, from: number, source: Stretch, reading: Reading): void {
  for (const { index, 0: typed } of text.matchAll(/\{\s*lang\s*[=:][^}\n]*\}/gi)) {
    // Only behind brackets that are not text: „\\[Wort]{lang=en}“ is meant to print.
    if (!/(?<!\\)\[[^[\]]*\]\s*$/.test(source.text.slice(0, from + index))) continue;
    const where = place(reading, offsetIn(source, from + index), typed.length);
    reading.diagnostics.push(diagnose("language-mark", { typed }, where));
  }
}
