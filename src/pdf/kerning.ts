/**
 * Pair kerning straight from a font's GPOS table (OpenType 1.9, “Pair adjustment positioning”).
 *
 * fontkit shapes everything, but it takes a quarter of a second of a cold process to get going; plain text needs nothing
 * of it beyond the character map and the kerning of pairs.
 */

import { readTables } from "./font-tables.ts";

/** Kerning of a font by glyph pairs, in units of the font. */
export interface Kerning {
  /** What is added to the advance of the left glyph. */
  between(left: number, right: number): number;
  /** True if a rule for longer sequences could apply to these glyphs: then the text is for the shaper. */
  isContextual(glyphs: readonly number[]): boolean;
}

const X_ADVANCE = 0x0004;
const PAIR_ADJUSTMENT = 2;
const CHAINED_CONTEXT = 8;
const EXTENSION = 9;

/** A language needs some thousand pairs. */
const MAX_KNOWN_PAIRS = 50_000;

/** Reads a font's kerning; undefined where it is done in another way than by plain pairs, so that fontkit has to do it. */
export function readKerning(font: Uint8Array): Kerning | undefined {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const positioning = readTables(font).get("GPOS");
  if (!positioning) return { between: () => 0, isContextual: () => false };
  const table = positioning.byteOffset - font.byteOffset;
  const lookups: Subtable[][] = [];
  const contexts: Context[] = [];
  for (const lookup of kernLookups(view, table)) {
    const subtables = readLookup(view, lookup, contexts);
    if (!subtables) return undefined;
    lookups.push(subtables);
  }
  const known = new Map<number, number>();
  return {
    isContextual: (glyphs) =>
      contexts.some((context) => context.every((coverage) => glyphs.some((glyph) => coverage.has(glyph)))),
    between(left, right) {
      const pair = left * 0x10000 + right;
      let sum = known.get(pair);
      if (sum === undefined) {
        sum = look(lookups, left, right);
        if (known.size >= MAX_KNOWN_PAIRS) known.clear();
        known.set(pair, sum);
      }
      return sum;
    },
  };
}

/** What the lookups take together; in each of them the first subtable that speaks of the pair. */
function look(lookups: readonly (readonly Subtable[])[], left: number, right: number): number {
  let sum = 0;
  for (const subtables of lookups) {
    for (const subtable of subtables) {
      const value = subtable(left, right);
      if (value === undefined) continue;
      sum += value;
      break;
    }
  }
  return sum;
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

/** Offsets of the lookups of the feature `kern` for Latin script in no special language. */
function kernLookups(view: DataView, table: number): readonly number[] {
  const scripts = table + view.getUint16(table + 4);
  const features = table + view.getUint16(table + 6);
  const lookups = table + view.getUint16(table + 8);
  const byTag = new Map<string, number>();
  for (let index = 0; index < view.getUint16(scripts); index++) {
    const record = scripts + 2 + 6 * index;
    byTag.set(tagAt(view, record), scripts + view.getUint16(record + 4));
  }
  const script = byTag.get("latn") ?? byTag.get("DFLT");
  if (script === undefined || view.getUint16(script) === 0) return [];
  const language = script + view.getUint16(script);
  const indices = new Set<number>();
  for (let index = 0; index < view.getUint16(language + 4); index++) {
    const record = features + 2 + 6 * view.getUint16(language + 6 + 2 * index);
    if (tagAt(view, record) !== "kern") continue;
    const feature = features + view.getUint16(record + 4);
    for (let at = 0; at < view.getUint16(feature + 2); at++) indices.add(view.getUint16(feature + 4 + 2 * at));
  }
  return [...indices].sort((a, b) => a - b).map((index) => lookups + view.getUint16(lookups + 2 + 2 * index));
}

/** The adjustment of a pair; undefined if the subtable does not speak of it. */
type Subtable = (left: number, right: number) => number | undefined;

/** The coverages of the glyphs of a sequence, all of which have to be there for its rule to apply. */
type Context = readonly ReadonlySet<number>[];

/** The subtables of a lookup of pairs; rules for longer sequences are added to `contexts`. */
function readLookup(view: DataView, lookup: number, contexts: Context[]): Subtable[] | undefined {
  const type = view.getUint16(lookup);
  const subtables: Subtable[] = [];
  for (let index = 0; index < view.getUint16(lookup + 4); index++) {
    let at = lookup + view.getUint16(lookup + 6 + 2 * index);
    let subtype = type;
    if (type === EXTENSION) {
      subtype = view.getUint16(at + 2);
      at += view.getUint32(at + 4);
    }
    const format = view.getUint16(at);
    if (subtype === CHAINED_CONTEXT && format === 3) {
      contexts.push(sequenceOf(view, at));
      continue;
    }
    if (subtype !== PAIR_ADJUSTMENT) return undefined;
    const [first, second] = [view.getUint16(at + 4), view.getUint16(at + 6)];
    if (first !== X_ADVANCE || second !== 0) return undefined;
    subtables.push(format === 1 ? pairsByGlyph(view, at) : pairsByClass(view, at));
  }
  return subtables;
}

/** Backtrack, input and lookahead of a chained context of format 3, each a count and offsets of coverages. */
function sequenceOf(view: DataView, at: number): Context {
  const coverages: ReadonlySet<number>[] = [];
  let position = at + 2;
  for (let part = 0; part < 3; part++) {
    const count = view.getUint16(position);
    for (let index = 1; index <= count; index++)
      coverages.push(glyphsIn(view, at + view.getUint16(position + 2 * index)));
    position += 2 + 2 * count;
  }
  return coverages;
}

/** The glyphs of a coverage: one by one in format 1, else in ranges. */
function glyphsIn(view: DataView, at: number): ReadonlySet<number> {
  const glyphs = new Set<number>();
  const isList = view.getUint16(at) === 1;
  for (let index = 0; index < view.getUint16(at + 2); index++) {
    const record = at + 4 + (isList ? 2 : 6) * index;
    const last = view.getUint16(isList ? record : record + 2);
    for (let glyph = view.getUint16(record); glyph <= last; glyph++) glyphs.add(glyph);
  }
  return glyphs;
}

function pairsByGlyph(view: DataView, at: number): Subtable {
  const coverage = at + view.getUint16(at + 2);
  return (left, right) => {
    const index = coverageIndex(view, coverage, left);
    if (index === undefined) return undefined;
    const set = at + view.getUint16(at + 10 + 2 * index);
    let low = 0;
    let high = view.getUint16(set) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const record = set + 2 + 4 * middle;
      const glyph = view.getUint16(record);
      if (glyph === right) return view.getInt16(record + 2);
      if (glyph < right) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  };
}

function pairsByClass(view: DataView, at: number): Subtable {
  const coverage = at + view.getUint16(at + 2);
  const leftClasses = at + view.getUint16(at + 8);
  const rightClasses = at + view.getUint16(at + 10);
  const rightCount = view.getUint16(at + 14);
  return (left, right) => {
    if (coverageIndex(view, coverage, left) === undefined) return undefined;
    const index = classOf(view, leftClasses, left) * rightCount + classOf(view, rightClasses, right);
    return view.getInt16(at + 16 + 2 * index);
  };
}

function coverageIndex(view: DataView, at: number, glyph: number): number | undefined {
  if (view.getUint16(at) === 1) {
    const index = search(view.getUint16(at + 2), (middle) => compare(glyph, view.getUint16(at + 4 + 2 * middle)));
    return index;
  }
  const range = findRange(view, at, glyph);
  return range === undefined ? undefined : view.getUint16(range + 4) + glyph - view.getUint16(range);
}

function classOf(view: DataView, at: number, glyph: number): number {
  if (view.getUint16(at) === 1) {
    const index = glyph - view.getUint16(at + 2);
    return index >= 0 && index < view.getUint16(at + 4) ? view.getUint16(at + 6 + 2 * index) : 0;
  }
  const range = findRange(view, at, glyph);
  return range === undefined ? 0 : view.getUint16(range + 4);
}

/** The record of the range of glyphs that holds a glyph, in a coverage or class definition of format 2. */
function findRange(view: DataView, at: number, glyph: number): number | undefined {
  const index = search(view.getUint16(at + 2), (middle) => {
    const record = at + 4 + 6 * middle;
    if (glyph < view.getUint16(record)) return -1;
    return glyph > view.getUint16(record + 2) ? 1 : 0;
  });
  return index === undefined ? undefined : at + 4 + 6 * index;
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Binary search; `order` tells whether what is sought lies before (-1) or after (1) an index. */
function search(count: number, order: (index: number) => number): number | undefined {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const side = order(middle);
    if (side === 0) return middle;
    if (side < 0) high = middle - 1;
    else low = middle + 1;
  }
  return undefined;
}
