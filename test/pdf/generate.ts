/** Random papers with every element in every place it may stand; the same seed gives the same paper. */

import {
  type Block,
  type Document,
  type Heading,
  type Inline,
  listNumberings,
  type Note,
} from "../../src/model/document.ts";
import { Random } from "../corpus/random.ts";
import {
  br,
  cell,
  chart,
  code,
  codeSpan,
  del,
  em,
  figure,
  h,
  inlines,
  lang,
  link,
  list,
  noteRef,
  p,
  paper,
  quote,
  section,
  strong,
  sub,
  sup,
} from "./tree.ts";

/** How a document is made; the record makes the compiler name a new element that is missing here. */
const BLOCK_TYPES = Object.keys({
  section: true,
  heading: true,
  paragraph: true,
  list: true,
  quote: true,
  "code-block": true,
  table: true,
  figure: true,
  "bar-chart": true,
  "description-list": true,
  "thematic-break": true,
  contents: true,
} satisfies Record<Block["type"], true>) as Block["type"][];

const INLINE_TYPES = Object.keys({
  text: true,
  strong: true,
  emphasis: true,
  deletion: true,
  code: true,
  subscript: true,
  superscript: true,
  link: true,
  span: true,
  "line-break": true,
  "note-reference": true,
} satisfies Record<Inline["type"], true>) as Inline["type"][];

/** Blocks that hold no blocks. */
const LEAVES: readonly Block["type"][] = [
  "paragraph",
  "heading",
  "code-block",
  "figure",
  "bar-chart",
  "thematic-break",
  "contents",
];

const BLOCK_PARENTS = ["document", "section", "list", "quote", "table head", "table body", "description-list", "note"];

const INLINE_PARENTS = [
  "paragraph",
  "heading",
  "table caption",
  "figure caption",
  "term",
  "strong",
  "emphasis",
  "deletion",
  "subscript",
  "superscript",
  "link",
  "span",
];

/** Every pair of a place and an element that may stand there. A link is not to hold another. */
export const ALL_PLACES: readonly string[] = [
  ...BLOCK_PARENTS.flatMap((parent) => BLOCK_TYPES.map((child) => `${parent} > ${child}`)),
  ...INLINE_PARENTS.flatMap((parent) => INLINE_TYPES.map((child) => `${parent} > ${child}`)),
].filter((pair) => pair !== "link > link");

const WORDS =
  "Kreis Ausschuss für die Fähre und § 7 Absatz 2 Maßnahmen Förderung 1.250 € Landrat Übersicht z. B. Stellungnahme Donaudampfschifffahrtsgesellschaftskapitän j́ S̛̄ → ≤ Straße 19. April „wichtig“ nach-und-nach https://www.example.org/ein/langer/pfad?mit=abfrage Anleger".split(
    " ",
  );

/** So many blocks a paper has at most, but for the paragraphs that fill places. */
const BUDGET = 70;

/** What a generated paper is, and which places it fills. */
export interface Generated {
  readonly document: Document;
  /** Pairs of {@link ALL_PLACES}. */
  readonly places: ReadonlySet<string>;
}

/** Makes a paper. Some words in it carry a number, so that a lost one can be named. */
export function generate(seed: number, images: Document["images"] = {}): Generated {
  const random = new Random(seed);
  const next = (): number => random.next();
  const upTo = (n: number): number => Math.floor(next() * n);
  const pick = <T>(values: readonly T[]): T => values[upTo(values.length)] as T; // no list here is empty
  const places = new Set<string>();
  const notes: Note[] = [];
  let counter = 0;
  let blockCount = 0;
  let level: number = 1;
  const words = (n: number): string =>
    Array.from({ length: n }, () => `${pick(WORDS)}${next() < 0.3 ? `x${++counter}` : ""}`).join(" ");

  function inline(parent: string, depth: number, within: { readonly link: boolean; readonly note: boolean }): Inline {
    const wanted =
      depth <= 0 ? pick(["text", "text", "code", "line-break"] as const) : next() < 0.4 ? "text" : pick(INLINE_TYPES);
    const isBarred =
      (wanted === "link" && within.link) || (wanted === "note-reference" && (within.note || notes.length >= 6));
    const type = isBarred ? "text" : wanted;
    places.add(`${parent} > ${type}`);
    const children = (inside = within): (Inline | string)[] =>
      Array.from({ length: 1 + upTo(3) }, () => [inline(type, depth - 1, inside), " "]).flat();
    switch (type) {
      case "text":
        return { type, value: words(1 + upTo(9)) };
      case "strong":
        return strong(...children());
      case "emphasis":
        return em(...children());
      case "deletion":
        return del(...children());
      case "code":
        return codeSpan(words(1 + upTo(4)));
      case "subscript":
        return sub(...children());
      case "superscript":
        return sup(...children());
      case "link":
        return link(
          pick(["https://www.example.org/ä b?x=1&y=2", "#start", "mailto:kreis@example.org"]),
          ...children({ ...within, link: true }),
        );
      case "span":
        return lang(pick(["en", "fr", "uk"]), ...children());
      case "line-break":
        return br;
      case "note-reference": {
        const number = notes.length + 1;
        notes.push({ number, children: [] });
        notes[number - 1] = { number, children: blocks("note", 1, 1, 2, true) };
        return noteRef(number);
      }
    }
  }

  function content(parent: string, note = false): Inline[] {
    return inlines(Array.from({ length: 1 + upTo(4) }, () => [inline(parent, 3, { link: false, note }), " "]).flat());
  }

  function blocks(parent: string, depth: number, least: number, most: number, note = false): Block[] {
    return Array.from({ length: least + upTo(most - least + 1) }, () => block(parent, depth, note));
  }

  function heading(note: boolean): Heading {
    level = note ? Math.max(2, level) : 2 + upTo(Math.min(5, level));
    return h(level as Heading["level"], content("heading", note), `h${++counter}`); // 2 to 6
  }

  function block(parent: string, depth: number, note: boolean): Block {
    blockCount++;
    const type = blockCount > BUDGET ? "paragraph" : depth <= 0 ? pick(LEAVES) : pick(BLOCK_TYPES);
    const picture = type === "figure" && Object.keys(images).length > 0;
    const chosen = type === "figure" && !picture ? "paragraph" : type;
    places.add(`${parent} > ${chosen}`);
    switch (chosen) {
      case "section":
        return section(
          blocks("section", depth - 1, 0, 3, note),
          next() < 0.2 && depth > 1 ? "annex" : "part",
          next() < 0.5 ? `s${++counter}` : undefined,
        );
      case "heading":
        return heading(note);
      case "paragraph":
        return p(
          next() < 0.05 ? [] : content("paragraph", note),
          pick(["text", "text", "text", "lead", "note", "signature"] as const),
        );
      case "code-block":
        return code(`zeile${++counter}\n    ${words(20)}\n\nende${++counter}`);
      case "figure": {
        const drawn = figure(
          pick(Object.keys(images)),
          next() < 0.8 ? words(4) : "",
          next() < 0.5 ? content("figure caption", note) : undefined,
        );
        return next() < 0.2 ? { ...drawn, href: pick(["#start", "https://www.example.org/"]) } : drawn;
      }
      case "list": {
        const numbering = pick(listNumberings);
        const items = Array.from({ length: 1 + upTo(4) }, (_, index) => {
          const marker = pick(["•", `${index + 1}.`, "a)", "(17)", "⇨", "xviii.", ""]);
          const children = blocks("list", depth - 1, 0, 2, note);
          return next() < 0.2 ? { marker: "", checked: next() < 0.5, children } : { marker, children };
        });
        return list(items, numbering, next() < 0.5);
      }
      case "quote":
        return quote(blocks("quote", depth - 1, 0, 3, note));
      case "table":
        return grid(depth, note);
      case "bar-chart":
        return chart(
          words(5),
          Array.from({ length: upTo(6) }, () => [words(2), next() < 0.2 ? 0 : upTo(100)] as const),
        );
      case "description-list":
        return {
          type: chosen,
          role: pick(["head", "facts"] as const),
          entries: Array.from({ length: 1 + upTo(3) }, () => ({
            term: content("term", note),
            description: blocks("description-list", depth - 1, 0, 2, note),
          })),
        };
      case "thematic-break":
        return { type: chosen };
      case "contents":
        return { type: chosen, title: next() < 0.8 ? "Inhalt" : "" };
    }
  }

  function grid(depth: number, note: boolean): Block {
    const columns = 1 + upTo(5);
    const heads = upTo(3);
    const covered = new Set<string>();
    const rows = (parent: string, first: number, count: number) =>
      Array.from({ length: count }, (_, r) => {
        const cells = [];
        for (let c = 0; c < columns; c++) {
          if (covered.has(`${first + r}/${c}`)) continue;
          let colSpan = next() < 0.1 ? 2 : 1;
          const rowSpan = next() < 0.1 && r + 1 < count ? 2 : 1;
          if (c + colSpan > columns || covered.has(`${first + r}/${c + 1}`)) colSpan = 1;
          for (let y = 0; y < rowSpan; y++) for (let x = 0; x < colSpan; x++) covered.add(`${first + r + y}/${c + x}`);
          const rich = next() < 0.3;
          if (!rich) places.add(`${parent} > paragraph`);
          const children = rich ? blocks(parent, depth - 1, 0, 2, note) : [p(words(1 + upTo(next() < 0.1 ? 150 : 6)))];
          const header = parent === "table head" ? "column" : c === 0 && next() < 0.5 ? "row" : undefined;
          cells.push(cell([], { colSpan, rowSpan, children, ...(header && { header }) }));
        }
        return { cells };
      });
    const caption = next() < 0.5 && { caption: content("table caption", note) };
    return {
      type: "table",
      columns: Array.from({ length: columns }, () => ({
        align: pick(["start", "center", "end", "decimal"] as const),
        width: pick(["auto", "fill"] as const),
      })),
      head: rows("table head", 0, heads),
      body: rows("table body", heads, heads === 0 ? 1 + upTo(10) : upTo(11)),
      ...caption,
    };
  }

  const title = words(6);
  const children = [h(1, content("heading"), "start"), ...blocks("document", 3, 5, 9)];
  const document = paper(children, {
    title,
    notes,
    images,
    ...(next() < 0.3 && { draft: { label: "ENTWURF", revision: "0f1e2d3" } }),
  });
  return { document, places };
}
