/** Umlauts as ids, file names and comparisons have them. */

/** In lower case, with umlauts and ß spelled out; letters that are put together from several characters stay as they are. */
export function spellOut(words: string): string {
  return words.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss");
}
