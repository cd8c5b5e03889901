import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Document, Row } from "../../src/model/document.ts";
import { layoutPdf } from "../../src/pdf/layout-pdf.ts";
import { PICTURES } from "../conformance/pictures.ts";
import { obstaclesOf } from "../packet/small-pdf.ts";
import { generate } from "./generate.ts";
import { inflatePdf } from "./inflate.ts";
import { print } from "./print.ts";
import { bodyText, readPdf } from "./read-pdf.ts";
import { longText, sample } from "./sample.ts";
import { fonts, theme } from "./theme.ts";
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
  headRow,
  item,
  link,
  list,
  note,
  noteRef,
  p,
  paper,
  quote,
  row,
  section,
  strong,
  sup,
  table,
} from "./tree.ts";

const words = (text: string): string => text.replace(/\s+/g, " ").trim();

describe("text", () => {
  it("prints in reading order, markers as typed", async () => {
    const { bytes } = await print(
      paper([
        h(1, "Titel"),
        facts("head", [["Gremium", "Kreistag"]]),
        p(["Eins ", strong("zwei ", em("drei")), " ", del("vier"), br, codeSpan("fünf"), sup("6"), "."]),
        list(
          [item("3.", "drittens"), item("7.", [p("siebtens"), list([item("a)", "erstes"), item("⇨", "zweites")])])],
          "decimal",
        ),
        quote([p("Zitat")]),
        code("if (x)\n    y"),
      ]),
    );
    expect(await bodyText(bytes)).toBe(
      "Titel Gremium Kreistag Eins zwei drei vier fünf6. 3. drittens 7. siebtens a) erstes ⇨ zweites Zitat if (x) y",
    );
  });

  it("comes back character by character from every sequence of DIN 91379", async () => {
    const lines = readFileSync(new URL("../../test/pdf/din-91379.txt", import.meta.url), "utf8")
      .trim()
      .split("\n");
    const sequences = lines.map((line) =>
      String.fromCodePoint(...line.split(" ").map((hex) => Number.parseInt(hex, 16))),
    );
    const { bytes } = await print(paper(sequences.map((sequence) => p(`a${sequence}b`))));
    // pdf.js itself gives some letters in their compatibility form, which may hold a space.
    const compatible = (text: string): string => text.normalize("NFKC").replace(/ /g, "");
    expect(compatible(await bodyText(bytes))).toBe(sequences.map((sequence) => compatible(`a${sequence}b`)).join(""));
  });

  it("goes on where a font has no place for a mark on its letter", async () => {
    const { bytes } = await print(paper([p([codeSpan("ą\u0323\u0301b"), " und ", codeSpan("ä\u0308")])]));
    expect(await bodyText(bytes)).toContain("und");
  });

  it("takes symbols that the text font lacks from the symbols font, within a word too", async () => {
    const { bytes } = await print(paper([p("⇨ab☐c→d≤e∞f✓")]));
    expect(await bodyText(bytes)).toBe("⇨ab☐c→d≤e∞f✓");
  });

  it("breaks a word that is longer than a line and loses none of it", async () => {
    const word = "Donaudampfschifffahrt".repeat(20);
    const at = { file: "content/a.md", line: 5, column: 1 };
    const { value, diagnostics } = await layoutPdf(paper([{ ...p(word), at }]), theme, fonts);
    expect(diagnostics.map(({ code, place }) => [code, place])).toEqual([["word-too-long", at]]);
    expect((await bodyText(value?.bytes ?? new Uint8Array())).replace(/ /g, "")).toBe(word);
  });

  it("draws a hyphen where a line ends at a soft hyphen", async () => {
    const word = `${"a".repeat(50)}\u00ad${"b".repeat(50)}`;
    const { pages } = await print(paper([p(word)]));
    expect(pages[0]?.text).toContain(`${"a".repeat(50)}-\n${"b".repeat(50)}`);
  });

  it("keeps the spaces of code and wraps its long lines", async () => {
    const { pages } = await print(paper([code(`a\n    b\n${"x ".repeat(100)}`)]));
    const [a, b] = pages[0]?.lines ?? [];
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeGreaterThan(15);
    expect(words(pages[0]?.text ?? "")).toContain("x ".repeat(100).trim());
  });
});

it("stays legible on a dark tint: heads of tables with their links, code", async () => {
  const head: Row = { cells: [cell([link("https://www.example.org/", "Kopf")], { header: "column" })] };
  const children = [
    table(["start"], [head], [row("Zelle")]),
    code("Code"),
    p([link("https://www.example.org/", codeSpan("x"))]),
  ];
  const colorsWith = async (tint: string): Promise<readonly string[]> => {
    const { bytes } = await print(paper(children), { ...theme, colors: { ...theme.colors, tint } });
    return [...inflatePdf(bytes).matchAll(/([\d. ]+) rg\n(?:[^\n]*BDC\n)*BT/g)].map(([, color = ""]) => color);
  };
  expect(await colorsWith("#eef2f6")).not.toContain("1 1 1");
  expect((await colorsWith("#102030")).filter((color) => color === "1 1 1")).toHaveLength(3);
});

describe("pages", () => {
  it("have header and footer with page numbers", async () => {
    const { pages } = await print(paper([h(1, "T"), ...Array.from({ length: 30 }, () => p(longText))]));
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, { text }] of pages.entries()) {
      expect(text).toContain("Kreis Auental");
      expect(text).toContain(`Seite ${index + 1} von ${pages.length}`);
    }
  });

  it("make room for a header of many lines", async () => {
    const body = "Sehr langer Name einer Körperschaft ".repeat(12);
    const { pages } = await print(paper([p("Text")], { running: { body, paper: "TOP", title: "" } }));
    expect(words(pages[0]?.text ?? "")).toContain(words(body));
  });

  it("never end with a heading", async () => {
    for (let lines = 20; lines < 45; lines++) {
      const { pages } = await print(
        paper([...Array.from({ length: lines }, () => p("Zeile")), h(2, "Überschrift"), p(longText)]),
      );
      const page = pages.find(({ text }) => text.includes("Überschrift"));
      expect(page?.text).toContain("Der Ausschuss für Soziales");
    }
  });

  it("never part a paragraph that ends in a colon from what it announces", async () => {
    for (let lines = 20; lines < 45; lines++) {
      const { pages } = await print(
        paper([
          ...Array.from({ length: lines }, () => p("Zeile")),
          p("Es folgt:"),
          list([item("•", "Punkt"), item("•", "Strich")]),
        ]),
      );
      const page = pages.find(({ text }) => text.includes("Es folgt:"));
      expect(page?.text).toContain("Punkt");
    }
  });

  it("never hold a signature alone", async () => {
    for (let lines = 24; lines < 34; lines++) {
      const { pages } = await print(
        paper([
          ...Array.from({ length: lines }, () => p("Zeile")),
          p(longText),
          p(["gez.", br, "Muster"], "signature"),
        ]),
      );
      expect(pages.at(-1)?.text).toContain("davon trägt das Land");
    }
  });

  it("begin and end with two lines of a paragraph at least", async () => {
    for (let lines = 24; lines < 34; lines++) {
      const { pages } = await print(paper([...Array.from({ length: lines }, () => p("Zeile")), p(longText.repeat(2))]));
      for (const { text } of pages) {
        const own = text.split("\n").filter((line) => !/^Zeile$|Kreis Auental|Seite \d/.test(line));
        expect(own.length).not.toBe(1);
      }
    }
  });

  it("begin with an annex", async () => {
    const { pages } = await print(paper([p("vorn"), section([h(2, "Anlage 1"), p("hinten")], "annex")]));
    expect(pages).toHaveLength(2);
    expect(pages[1]?.text).toContain("Anlage 1\nhinten");
  });

  it("carry their footnotes", async () => {
    const children = Array.from({ length: 12 }, (_, i) => p([longText, "Siehe", noteRef(i + 1), " dazu. ", longText]));
    const notes = children.map((_, i) => note(i + 1, `Anmerkung ${i + 1} steht hier.`));
    const { pages } = await print(paper(children, { notes }));
    const found = pages.map(({ text }) =>
      [...text.matchAll(/Anmerkung (\d+) steht/g)].map((match) => Number(match[1])),
    );
    expect(found.flat()).toEqual(children.map((_, i) => i + 1));
    for (const [index, { text }] of pages.entries()) {
      const references = [...text.matchAll(/Siehe\s*(\d+)\s*dazu/g)].map((match) => Number(match[1]));
      expect(references).toEqual(found[index]);
    }
  });

  it("carry the footnotes that footnotes refer to", async () => {
    const notes = [
      note(1, "Erste Anmerkung."),
      note(2, ["Zweite, wie", noteRef(3), " sagt."]),
      note(3, ["Dritte, wie", noteRef(2), "."]),
    ];
    const { pages } = await print(paper([p(["Eins", noteRef(1), " und zwei", noteRef(2), "."])], { notes }));
    expect(pages.length).toBe(1);
    expect(pages[0]?.text).toMatch(/und zwei.*Erste.*Zweite.*Dritte/s);
    expect(pages[0]?.lines.filter(({ text }) => text === "Dritte, wie")).toHaveLength(1);
  });

  it("carry the mark and the revision of a draft", async () => {
    const { pages } = await print(paper([p("Text")], { draft: { label: "ENTWURF", revision: "a1b2c3d" } }));
    expect(pages[0]?.text).toContain("ENTWURF a1b2c3d");
  });
});

describe("tables", () => {
  const long = table(
    ["start", "end"],
    [headRow("Maßnahme", "Kosten")],
    Array.from({ length: 60 }, (_, i) => row(`Zeile ${i}`, `${i},00`)),
  );

  it("repeat their head on every page and say it once", async () => {
    const { pages, bytes } = await print(paper([long]));
    expect(pages.length).toBeGreaterThan(1);
    for (const { text } of pages) expect(text).toContain("Maßnahme");
    expect((await bodyText(bytes)).match(/Maßnahme/g)).toHaveLength(1);
  });

  it("keep cells over several columns and rows", async () => {
    const { bytes } = await print(
      paper([
        table(
          ["start", "start", "start"],
          [headRow("A", "B", "C")],
          [row(cell("breit", { colSpan: 2 }), cell("hoch", { rowSpan: 2 })), row("links", "Mitte")],
        ),
      ]),
    );
    expect(await bodyText(bytes)).toBe("A B C breit hoch links Mitte");
  });

  it("have what heads several columns in the middle of them", async () => {
    const head: Row = { cells: [cell("Jahr", { header: "column" }), cell("Betrag", { header: "column", colSpan: 2 })] };
    const { pages } = await print(paper([table(["start", "end", "end"], [head], [row("2026", "Plan 1", "Ist 2")])]));
    const xOf = (text: string) => pages[0]?.lines.find((line) => line.text === text)?.x ?? Number.NaN;
    expect(xOf("Betrag")).toBeGreaterThan(xOf("2026") + 200);
    expect(xOf("Betrag")).toBeLessThan(xOf("Ist 2") - 50);
  });

  it("break a row that is taller than a page", async () => {
    const { bytes, pages } = await print(
      paper([table(["start", "start"], [headRow("A", "B")], [row("kurz", longText.repeat(30))])]),
    );
    expect(pages.length).toBeGreaterThan(1);
    expect((await bodyText(bytes)).match(/davon trägt das Land/g)).toHaveLength(30);
  });

  /** The pages on which the cells of each row begin. */
  const pagesOfRows = (pages: readonly { text: string }[], rows: number): readonly (readonly number[])[] =>
    Array.from({ length: rows }, (_, i) =>
      [`links-${i}:`, `rechts-${i}:`].map((start) => pages.findIndex(({ text }) => text.includes(start))),
    );

  it("keep a row whole that fits the page only without its footnote", async () => {
    const rows = Array.from({ length: 30 }, (_, i) =>
      row(cell([p([`links-${i}: steht hier`, noteRef(i + 1)])]), `rechts-${i}: Text`),
    );
    const notes = rows.map((_, i) => note(i + 1, longText.repeat(3)));
    const { pages } = await print(paper([table(["start", "start"], [headRow("A", "B")], rows)], { notes }));
    for (const [left, right] of pagesOfRows(pages, rows.length)) expect(left).toBe(right);
  });

  it("begin a row with a tall picture on a page that has room for it", async () => {
    const picture = (width: number, height: number): Document["images"][string] => ({
      type: "svg",
      source: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>',
      width,
      height,
    });
    const images = { hoch: picture(100, 285), breit: picture(1000, 285) };
    const photos = (key: string) =>
      Array.from({ length: 4 }, (_, i) => row(cell([figure(key, "Foto"), p(`links-${i}: Foto`)]), `rechts-${i}: Text`));
    const tall = await print(paper([table(["start", "start"], [], photos("hoch"))], { images }));
    expect(pagesOfRows(tall.pages, 4)).toEqual([0, 0, 1, 1].map((page) => [page, page]));
    // As tall as the column makes it.
    const wide = await print(paper([table(["start", "start"], [], photos("breit"))], { images }));
    expect(pagesOfRows(wide.pages, 4)).toEqual([0, 0, 0, 0].map((page) => [page, page]));
  });

  it("lose nothing of a head that is taller than a page", async () => {
    const { bytes } = await print(paper([table(["start"], [headRow(longText.repeat(30))], [row("x")])]));
    expect((await bodyText(bytes)).match(/davon trägt das Land/g)).toHaveLength(30);
  });

  it("too wide for an upright page turn it, with their heading and announcement, and what follows is upright again", async () => {
    const names = Array.from({ length: 7 }, (_, i) => `Spaltenüberschrift${i}`);
    const wide = table(
      names.map(() => "start" as const),
      [headRow(...names)],
      Array.from({ length: 26 }, (_, i) => row(...names.map(() => (i === 3 ? cell([`${i}`, noteRef(2)]) : `${i}`)))),
    );
    const { pages, bytes } = await print(
      paper(
        [
          h(1, "Titel"),
          p(["Davor.", noteRef(1)]),
          h(2, "Zahlen"),
          p("Im Einzelnen:"),
          wide,
          p("Anna Muster", "signature"),
          p("Danach."),
        ],
        { notes: [note(1, "Aufrechte Fußnote"), note(2, "Gedrehte Fußnote")] },
      ),
    );
    expect(pages.map(({ width }) => Math.round(width))).toEqual([595, 842, 842, 595]);
    expect(pages[0]?.text).toContain("Aufrechte Fußnote");
    expect(pages[0]?.text).not.toContain("Zahlen");
    expect(pages[1]?.text).toMatch(/Zahlen[\s\S]*Im Einzelnen:[\s\S]*Gedrehte Fußnote/);
    expect(pages[2]?.text).toContain("Anna Muster");
    expect(pages[3]?.text).toContain("Danach.");
    expect(pages[3]?.text).toContain("Seite 4");
    expect((await bodyText(bytes)).match(/Spaltenüberschrift3/g)).toHaveLength(1);
  });

  it("say so when they are too wide even in small type", async () => {
    const at = { file: "content/a.md", line: 3, column: 1 };
    const wide = {
      ...table(
        Array.from({ length: 12 }, () => "start" as const),
        [],
        [row(...Array.from({ length: 12 }, () => "Verwaltungsgebührenordnung"))],
      ),
      at,
    };
    const { diagnostics, value } = await layoutPdf(paper([wide]), theme, fonts);
    expect(diagnostics.map(({ code, place }) => [code, place])).toEqual([["table-too-wide", at]]);
    expect((await bodyText(value?.bytes ?? new Uint8Array())).replace(/[ -]/g, "").length).toBe(12 * 26);
  });
});

describe("navigation", () => {
  it("has bookmarks that land at the headings", async () => {
    const { outline } = await print(
      paper([h(1, "Titel"), h(2, "Eins"), p("x"), h(3, "Eins a"), p("y"), section([h(2, "Zwei"), p("z")], "annex")]),
    );
    expect(
      outline.map(({ title, page, items }) => [
        title,
        page,
        items.map((entry) => [entry.title, entry.page, entry.items.length]),
      ]),
    ).toEqual([
      [
        "Titel",
        1,
        [
          ["Eins", 1, 1],
          ["Zwei", 2, 0],
        ],
      ],
    ]);
    expect(outline[0]?.items[1]?.top).toBeLessThan(90);
  });

  it("links within and out of the paper", async () => {
    const { pages } = await print(
      paper([
        p([
          link("#ziel", "hin"),
          " ",
          link("https://www.example.org/ä?a=1&b=2", "hinaus"),
          " ",
          link("mailto:a@example.org", "Post"),
        ]),
        section([h(2, "Ziel", "ziel"), p("x")], "annex"),
      ]),
    );
    expect(pages[0]?.links).toEqual([
      { contents: "hin", page: 2 },
      { contents: "hinaus", url: "https://www.example.org/%C3%A4?a=1&b=2" },
      { contents: "Post", url: "mailto:a@example.org" },
    ]);
  });

  it("links to sections of which nothing prints", async () => {
    const { pages } = await print(
      paper([
        h(1, "Titel"),
        p([link("#leer", "dort")]),
        section([], "part", "leer"),
        section([], "annex", "anlage"),
        p("Text"),
      ]),
    );
    expect(pages).toHaveLength(1);
    expect(pages[0]?.links).toMatchObject([{ page: 1 }]);
  });

  it("says which link leads nowhere", async () => {
    const { diagnostics } = await layoutPdf(paper([p([link("#fehlt", "hin")])]), theme, fonts);
    expect(diagnostics.map(({ code }) => code)).toEqual(["link-without-target"]);
  });

  it("has a table of contents with page numbers in a long paper only", async () => {
    const contents = { type: "contents", title: "Inhalt" } as const;
    const long = paper([
      h(1, "Titel"),
      contents,
      ...[1, 2, 3, 4, 5, 6].map((n) => section([h(2, `Teil ${n}`), p("x")], "annex")),
    ]);
    const { pages } = await print(long);
    expect(words(pages[0]?.text ?? "")).toContain("Inhalt Teil 1 2 Teil 2 3 Teil 3 4 Teil 4 5 Teil 5 6 Teil 6 7");
    expect(pages[0]?.links.map(({ page }) => page)).toContain(7);
    const short = await print(paper([h(1, "Titel"), contents, p("x")]));
    expect(short.pages[0]?.text).not.toContain("Inhalt");
  });
});

describe("the file", () => {
  it("says title, language, author and both standards, escaped", async () => {
    const { info, metadata } = await print(
      paper([p("x")], {
        title: "Müll & <Abfall>",
        metadata: { author: "Kreis „A“", subject: "S", keywords: ["a", "b"], date: "2012-06-14" },
      }),
    );
    expect(info).toMatchObject({
      Title: "Müll & <Abfall>",
      Author: "Kreis „A“",
      Keywords: "a, b",
      CreationDate: "D:20120614120000Z",
      Language: "de-DE",
    });
    expect(metadata).toContain("Müll &amp; &lt;Abfall&gt;");
    expect(metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(metadata).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
  });

  it("is the same for the same sources, whatever was printed before", async () => {
    const first = await layoutPdf(sample, theme, fonts);
    await layoutPdf(paper([p("ǹ j́ ṣ̄ anderes")]), theme, fonts);
    const second = await layoutPdf(sample, theme, fonts);
    expect(Buffer.compare(first.value?.bytes ?? new Uint8Array(), second.value?.bytes ?? new Uint8Array(1))).toBe(0);
  });

  it("leaves the document as it was", async () => {
    const before = structuredClone(sample);
    await layoutPdf(sample, theme, fonts);
    expect(sample).toEqual(before);
  });
});

it.each([
  ["by a space of another style", ["Das Wort hat ", em("Mj\u0301"), " zur Sache."]],
  ["by words of its own", ["Das Wort hat ", em("Mj\u0301 quer"), " zur Sache."]],
])("goes on in the right letters where a displaced mark is followed %s", async (_by, content) => {
  const { value } = await layoutPdf(paper([p(content)]), theme, fonts);
  const bytes = value?.bytes ?? new Uint8Array();
  expect(obstaclesOf(bytes)).toEqual([]);
  const { pages } = await readPdf(bytes);
  expect(pages[0]?.text.replace(/\s+/g, " ")).toContain("zur Sache.");
});

describe("random papers", () => {
  it.each([1, 2, 3, 4, 5, 6])("seed %i: every character is on a page, in one element", async (seed) => {
    const { value, diagnostics } = await layoutPdf(generate(seed, PICTURES).document, theme, fonts);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const bytes = value?.bytes ?? new Uint8Array();
    const read = await readPdf(bytes);
    expect([...read.faults, ...read.pages.flatMap(({ faults }) => faults)]).toEqual([]);
    expect(obstaclesOf(bytes)).toEqual([]);
  });
});

it("bar charts show labels and values", async () => {
  const { bytes } = await print(
    paper([
      chart("Offen 5, umgesetzt 12", [
        ["offen", 5],
        ["umgesetzt", 12.5],
      ]),
    ]),
  );
  expect(await bodyText(bytes)).toBe("offen 5 umgesetzt 12,5");
});

describe("pictures", () => {
  const vectors = (content: string): Document["images"][string] => ({
    type: "svg",
    source: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20">${content}</svg>`,
    width: 80,
    height: 20,
  });
  const shapes = '<path d="M0 0 L80 20" stroke="#aa0000" fill="#00ff00"/><circle cx="9" cy="9" r="5"/>';
  const images = { bild: vectors(shapes), hoch: { ...vectors(shapes), width: 100, height: 5000 } };

  it("print with caption, in lists and tables, links and decoration too", async () => {
    const { pages } = await print(
      paper(
        [
          figure("bild", "Ein Bild", "Abbildung 1"),
          list([item("•", [figure("bild", "In der Liste")])]),
          table(["start"], [], [row(cell([figure("bild", "")]))]),
          { ...figure("bild", "Zur Seite"), href: "https://www.example.org/" },
        ],
        { images },
      ),
    );
    expect(pages[0]?.tags).toContain('Figure alt="Ein Bild"');
    expect(pages[0]?.tags).toContain('Figure alt="In der Liste"');
    expect(pages[0]?.tags.match(/Figure/g)).toHaveLength(3);
    expect(pages[0]?.links).toEqual([{ contents: "Zur Seite", url: "https://www.example.org/" }]);
  });

  it("shrink to the page with their caption", async () => {
    const { pages } = await print(paper([p(longText.repeat(4)), figure("hoch", "hoch", "Unterschrift")], { images }));
    expect(pages).toHaveLength(2);
    expect(pages[1]?.text).toContain("Unterschrift");
  });

  it("may begin a section that a link points at", async () => {
    const { pages } = await print(
      paper([p([link("#bilder", "hin")]), section([figure("bild", "Bild")], "annex", "bilder")], { images }),
    );
    expect(pages[0]?.links).toEqual([{ contents: "hin", page: 2 }]);
  });

  it("are the same in every paper that shows them", async () => {
    const gradient = '<linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset="1"/></linearGradient>';
    const pictures = {
      shapes: vectors(shapes),
      gradient: vectors(`<defs>${gradient}</defs><rect width="80" height="20" fill="url(#g)"/>`),
      pale: vectors('<rect width="80" height="20" fill="#123456" opacity="0.5"/>'),
    };
    for (const key of Object.keys(pictures)) {
      const rule = { type: "thematic-break" } as const;
      const document = paper([p("Davor."), rule, figure(key, "Bild"), rule, p("Danach.")], { images: pictures });
      const first = await layoutPdf(document, theme, fonts);
      const second = await layoutPdf(document, theme, fonts);
      expect(second.value?.bytes, key).toEqual(first.value?.bytes);
    }
  });
});
