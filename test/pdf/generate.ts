/** Random papers with every element in every place it may stand; the same seed gives the same paper. */

import type { Block, Document, Inline, ListNumbering, Note } from "../../src/model/document.ts";
import {
  br,
  cell,
  chart,
  code,
  codeSpan,
  del,
  em,
  facts,
  figure,
  h,
  inlines,
  lang,
  link,
  list,
  note,
  noteRef,
  p,
  paper,
  quote,
  section,
  strong,
  sub,
  sup,
} from "./tree.ts";

/** A generator of numbers in [0, 1) (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  "Kreis Ausschuss für die Fähre und § 7 Absatz 2 Maßnahmen Förderung 1.250 € Landrat Übersicht z. B. Stellungnahme Donaudampfschifffahrtsgesellschaftskapitän j́ S̛̄ → ≤ Straße 19. April „wichtig“ nach-und-nach https://www.example.org/ein/langer/pfad?mit=abfrage Anleger".split(
    " ",
  );

/** Makes a paper. Every word in it carries a number, so that its order can be checked. */
export function generate(seed: number, images: Document["images"] = {}): Document {
  const next = random(seed);
  const upTo = (n: number): number => Math.floor(next() * n);
  const pick = <T>(values: readonly T[]): T => values[upTo(values.length)] as T;
  let counter = 0;
  const notes: Note[] = [];
  const words = (n: number): string =>
    Array.from({ length: n }, () => `${pick(WORDS)}${next() < 0.3 ? `x${++counter}` : ""}`).join(" ");

  function inline(depth: number): Inline {
    const text = words(1 + upTo(9));
    if (depth <= 0) return { type: "text", value: text };
    const children = [inline(depth - 1), " ", inline(depth - 1)];
    switch (upTo(12)) {
      case 0:
        return strong(...children);
      case 1:
        return em(...children);
      case 2:
        return del(...children);
      case 3:
        return codeSpan(text);
      case 4:
        return sub(text);
      case 5:
        return sup(text);
      case 6:
        return link(next() < 0.5 ? "https://www.example.org/ä b?x=1&y=2" : "#start", inline(0));
      case 7:
        return lang("en", ...children);
      case 8:
        return br;
      case 9:
        if (notes.length >= 6) return { type: "text", value: text };
        notes.push(note(notes.length + 1, words(12)));
        return noteRef(notes.length);
      default:
        return { type: "text", value: text };
    }
  }

  function content(): Inline[] {
    return inlines(Array.from({ length: 1 + upTo(5) }, () => [inline(2), " "]).flat());
  }

  function blocks(depth: number, least = 1): Block[] {
    return Array.from({ length: least + upTo(3) }, () => block(depth));
  }

  function block(depth: number): Block {
    const kind = depth <= 0 ? upTo(4) : upTo(12);
    switch (kind) {
      case 0:
      case 1:
        return p(content(), pick(["text", "text", "text", "lead", "note", "signature"] as const));
      case 2:
        return code(`zeile${++counter}\n    ${words(30)}\n\nende${++counter}`);
      case 3:
        return Object.keys(images).length > 0
          ? figure(pick(Object.keys(images)), next() < 0.8 ? words(4) : "", next() < 0.5 ? content() : undefined)
          : p(content());
      case 4:
      case 5: {
        const numbering = pick<ListNumbering>(["none", "disc", "decimal", "lower-alpha", "upper-roman"]);
        return list(
          Array.from({ length: 1 + upTo(5) }, (_, i) =>
            next() < 0.2
              ? { marker: "", checked: next() < 0.5, children: blocks(depth - 1, 0) }
              : { marker: pick(["•", `${i + 1}.`, "a)", "(17)", "⇨", "xviii."]), children: blocks(depth - 1) },
          ),
          numbering,
          next() < 0.5,
        );
      }
      case 6:
        return quote(blocks(depth - 1));
      case 7:
      case 8:
        return grid(depth);
      case 9:
        return chart(
          words(5),
          Array.from({ length: 1 + upTo(6) }, () => [words(2), upTo(100)] as const),
        );
      case 10:
        return {
          type: "description-list",
          role: pick(["head", "facts"] as const),
          entries: Array.from({ length: 1 + upTo(4) }, () => ({
            term: inlines(words(2)),
            description: blocks(depth - 1),
          })),
        };
      default:
        return next() < 0.5 ? { type: "thematic-break" } : facts("facts", [[words(1), content()]]);
    }
  }

  function grid(depth: number): Block {
    const columns = 1 + upTo(6);
    const rows = 1 + upTo(14);
    const covered = new Set<string>();
    const make = (first: number, count: number, header: boolean) =>
      Array.from({ length: count }, (_, r) => {
        const cells = [];
        for (let c = 0; c < columns; c++) {
          if (covered.has(`${first + r}/${c}`)) continue;
          let colSpan = next() < 0.1 ? 2 : 1;
          const rowSpan = next() < 0.1 && r + 1 < count ? 2 : 1;
          if (c + colSpan > columns || covered.has(`${first + r}/${c + 1}`)) colSpan = 1;
          for (let y = 0; y < rowSpan; y++) for (let x = 0; x < colSpan; x++) covered.add(`${first + r + y}/${c + x}`);
          const children = next() < 0.1 ? blocks(depth - 1) : [p(words(1 + upTo(next() < 0.1 ? 150 : 6)))];
          cells.push(cell([], { colSpan, rowSpan, children, ...(header && { header: "column" as const }) }));
        }
        return { cells };
      });
    const heads = upTo(3);
    return {
      type: "table",
      columns: Array.from({ length: columns }, () => ({
        align: pick(["start", "center", "end", "decimal"] as const),
        width: pick(["auto", "fill"] as const),
      })),
      head: make(0, heads, true),
      body: make(heads, rows, false),
      ...(next() < 0.5 && { caption: content() }),
    };
  }

  const children: Block[] = [h(1, words(6), "start"), { type: "contents", title: "Inhalt" }];
  for (let n = 0; n < 3; n++) {
    children.push(
      section(
        [h(2, words(3), `s${n}`), ...blocks(2, 2), h(3, words(4), `t${n}`), ...blocks(1, 1)],
        next() < 0.3 ? "annex" : "part",
        `sec${n}`,
      ),
    );
  }
  return paper(children, { notes, images, ...(next() < 0.3 && { draft: { label: "ENTWURF", revision: "0f1e2d3" } }) });
}
