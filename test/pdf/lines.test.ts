/** What the lines of a paragraph say, as a reader of the PDF sees them. */

import { describe, expect, it } from "vitest";
import type { Theme } from "../../src/model/theme.ts";
import { TextBreaker } from "../../src/pdf/pdfmake-classes.ts";
import { Random } from "../corpus/random.ts";
import { inflatePdf } from "./inflate.ts";
import { print } from "./print.ts";
import { bodyText, exactText } from "./read-pdf.ts";
import { theme } from "./theme.ts";
import { cell, del, h, link, p, paper, row, table } from "./tree.ts";

type Look = Partial<Theme["hyphenation"]> & { alignment?: Theme["alignment"]; width?: number };

/** The lines of a paragraph in a column of so many millimetres. */
async function lines(content: Parameters<typeof p>[0], look: Look = {}): Promise<readonly string[]> {
  const { pages } = await print(paper([p(content)]), narrow(look));
  const all = (pages[0]?.text ?? "").split("\n");
  return all;
}

function narrow({ alignment = "start", width = 60, ...hyphenation }: Look): Theme {
  return {
    ...theme,
    alignment,
    hyphenation: { ...theme.hyphenation, ...hyphenation },
    page: { size: "A4", margins: { top: 25, bottom: 20, left: 25, right: 185 - width } },
  };
}

/** Joins words again at the hyphens at the ends of lines, as a search in a reader does. */
const joined = (text: string): string => text.replace(/(\p{Ll})-\s(?=\p{Ll})/gu, "$1");

const long =
  "Die Kreisverwaltung berichtet über die Straßenbeleuchtungsmaßnahmen und Verkehrssicherungspflichten der kreisangehörigen Gemeinden sowie Haushaltskonsolidierung.";

describe("hyphenation", () => {
  it("draws hyphens at the ends of lines that would be too short, and words come out whole", async () => {
    const set = await lines(long);
    expect(set.filter((line) => /\p{L}-$/u.test(line)).length).toBeGreaterThan(0);
    const { bytes } = await print(paper([p(long)]), narrow({}));
    expect(joined(await bodyText(bytes))).toContain(long);
  });

  it("tell readers of a divided word as a whole", async () => {
    const { bytes, pages } = await print(paper([p(long)]), narrow({}));
    const divided = [...(pages[0]?.text ?? "").matchAll(/(\p{L}+)-\n(\p{L}+)/gu)].map(
      ([, head, rest]) => `${head}${rest}`,
    );
    expect(divided.length).toBeGreaterThan(0);
    const file = inflatePdf(bytes);
    for (const word of divided) {
      const hex = Buffer.from(word, "utf16le").swap16().toString("hex");
      expect({ word, told: file.includes(`ActualText <feff${hex}>`) }).toEqual({ word, told: true });
    }
    expect(file.match(/ActualText <feff>/g)?.length).toBe(divided.length * 2);
  });

  it("can be switched off", async () => {
    expect((await lines(long, { apply: "off", width: 80 })).filter((line) => line.endsWith("-"))).toEqual([]);
  });

  it("leaves no more lines in a row with hyphens than the theme says", async () => {
    const words = "Verwaltungsgebäude ".repeat(30);
    for (const consecutive of [1, 2]) {
      const ends = (await lines(words, { consecutive })).map((line) => (line.endsWith("-") ? "-" : " ")).join("");
      expect(ends).toContain("-".repeat(consecutive));
      expect(ends).not.toContain("-".repeat(consecutive + 1));
    }
  });

  it("leaves the last word of a paragraph whole, and headings", async () => {
    const set = await lines("Es folgt hier noch einmal der Verwaltungsgerichtshof");
    expect(set.some((line) => line.includes("Verwaltungsgerichtshof"))).toBe(true);
    const { pages } = await print(paper([h(1, "Über die Straßenbeleuchtung"), p("Text")]), narrow({ width: 78 }));
    expect(pages[0]?.text).toContain("Straßenbeleuchtung");
  });

  it("divides a word that fits no line before it cuts it", async () => {
    const set = await lines("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", { width: 40 });
    expect(set.filter((line) => line.endsWith("-")).length).toBeGreaterThan(1);
  });

  it("divides words of other languages by their own rules", async () => {
    const span = {
      type: "span",
      lang: "fr",
      children: [{ type: "text", value: "anticonstitutionnellement" }],
    } as const;
    expect(await lines(["Das ist ein sehr schönes ", span, " zum Lesen"])).toContainEqual(
      expect.stringContaining("anticonstitutionnellement"),
    );
  });

  it("leaves words in table cells whole where they fit", async () => {
    const cells = ["Haushaltskonsolidierung", "Straßenbeleuchtung"].map((word) => cell(word));
    const { pages } = await print(paper([table([], [], [row(...cells)])]));
    expect(pages[0]?.text).toContain("Haushaltskonsolidierung");
  });
});

describe("justified text", () => {
  it("ends all lines but the last at the same place, and reads the same", async () => {
    const { pages, bytes } = await print(paper([p(`${long} ${long}`)]), narrow({ alignment: "justify", width: 90 }));
    expect(joined(await bodyText(bytes))).toContain(long);
    expect(pages[0]?.text.split("\n").length).toBeGreaterThan(4);
  });
});

/** A text in stretches that no line end parts. */
async function unbroken(text: string): Promise<readonly string[]> {
  const { cutIntoPieces } = await import("../../src/pdf/break-opportunities.ts");
  const { makeLeaf } = await import("../../src/pdf/make-leaf.ts");
  const style = { font: { word: (word: string) => ({ text: word, width: 1, trailing: 0 }) }, size: 1 };
  const leaf = makeLeaf(
    [{ text, style }] as never,
    {
      size: 1,
      align: "start",
      setting: { theme },
    } as never,
  );
  const found: string[] = [];
  let stretch = "";
  for (const piece of cutIntoPieces(leaf)) {
    stretch += piece.text;
    if (!piece.glued) {
      found.push(stretch);
      stretch = "";
    }
  }
  return found;
}

describe("non-breaking spaces", () => {
  const ends = async (phrase: string): Promise<ReadonlySet<string>> =>
    new Set((await unbroken(`vor ${phrase} nach`)).map((stretch) => stretch.trim()));

  const together = [
    ..."§ 7|§§ 7|Abs. 2|Absatz 2|z. B.|d. h.|u. a.|i. d. R.|19. April|3. Sitzung|5,5 Stellen|1.250 €|12 %|1 250 000|Nr. 3|Dr. Müller|Frau Sommer".split(
      "|",
    ),
    ..."S. 12|TOP 11|Art. 28 GG|§ 7 KrO|12 km|30 m²|3 v. H.|18 Uhr|2 Mio. €|Anlage 2|Buchst. a|Az. 12/34|50 km/h".split(
      "|",
    ),
  ];

  it.each(together)("keep %s on one line", async (phrase) => {
    expect([...(await ends(phrase))]).toEqual(["vor", phrase, "nach"]);
  });

  it.each(["das Haus", "2026 wurde", "§ 7 Abs. 2", "Satz endet. Er", "am 19. Der", "Kosten 12 Kinder", "Räum. Abend"])(
    "let %s break",
    async (phrase) => {
      expect((await ends(phrase)).size).toBeGreaterThan(3);
    },
  );
});

describe("places where lines may end", () => {
  const bits = [
    ..."a|Wort|über| |  |(|)|„|“|-|–| – |/|.|,|…|!|?|:|;|[|]|{|}|%|100|漢|字|😀|é|É|»|«|'|\"|×|→|•|ß|\u00a0|\u00ad|\u0301|\n".split(
      "|",
    ),
    "Vorlage-Nr",
    "www.example.org/a/b",
  ];

  it("are those of Unicode, in words of any kind", async () => {
    const random = new Random(1);
    const texts = Array.from({ length: 2000 }, () =>
      Array.from({ length: random.whole(1, 9) }, () => bits[random.whole(0, bits.length - 1)]).join(""),
    );
    for (const text of texts) {
      const expected = new TextBreaker()
        .getBreaks(text, null)
        .map((stretch) => stretch.text + (stretch.lineEnd ? "\n" : ""));
      // Units keep their figures: that is the other test's.
      if (!/\d [%\d]/.test(text)) expect(await unbroken(text), JSON.stringify(text)).toEqual(expected);
    }
  });
});

it("lines below, through and areas of links end with their words, also where those are divided", async () => {
  const words = "Straßenbeleuchtungsmaßnahmen Verkehrssicherungspflichten Grundwasserschutzgebietsverordnung ".repeat(
    3,
  );
  const { bytes } = await print(
    paper([p([link("https://example.org/", words)]), p([del(words)])]),
    narrow({ apply: "all", width: 60 }),
  );
  const text = inflatePdf(bytes);
  const right = ((25 + 60) / 25.4) * 72;
  const links = [...text.matchAll(/\/Rect \[[\d.]+ [\d.]+ ([\d.]+) /g)].map((match) => Number(match[1]));
  const bars = [...text.matchAll(/([\d.]+) [\d.]+ ([\d.]+) [\d.]+ re\n/g)].map(
    (match) => Number(match[1]) + Number(match[2]),
  );
  expect(links.length).toBeGreaterThan(5);
  expect(bars.length).toBeGreaterThan(5);
  for (const end of [...links, ...bars]) expect(end).toBeLessThan(right + 0.5);
});

describe("words that run from right to left", () => {
  const written = "Der Flyer „مرحبا بالعالم“ liegt bei, ebenso: שלום 2026 עולם, Ende.";
  it("stand in that order where they follow each other", async () => {
    const { pages } = await print(paper([p(written)]), narrow({ width: 160 }));
    const words = ["Flyer", "مرحبا بالعالم", "liegt", "עולם", "2026", "שלום", "Ende"];
    const places = words.map((word) => pages[0]?.lines.find(({ text }) => text.includes(word))?.x ?? Number.NaN);
    expect(places.some(Number.isNaN)).toBe(false);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("are read as they are written, also where two letters are one glyph", async () => {
    const { bytes } = await print(paper([p(`${written} السلام לשלום`)]), narrow({ width: 160 }));
    const text = await exactText(bytes);
    for (const words of ["„مرحبا بالعالم“", "שלום", "עולם", "السلام", "לשלום"]) expect(text).toContain(words);
    // Readers of the file are told that these glyphs stand in the order of the page.
    expect(inflatePdf(bytes).match(/\/ReversedChars BMC/g)?.length).toBe(4);
  });

  it("are links and struck as a whole", async () => {
    const { bytes } = await print(paper([p([link("https://example.org/", "שלום עולם"), " Ende"])]), narrow({}));
    const [area, bars] = [/\/Rect \[([\d.]+) [\d.]+ ([\d.]+) /, /([\d.]+) [\d.]+ ([\d.]+) [\d.]+ re\n/g];
    const [, left = "", right = ""] = area.exec(inflatePdf(bytes)) ?? [];
    expect(Number(left)).toBeCloseTo((25 / 25.4) * 72, 1);
    const below = [...inflatePdf(bytes).matchAll(bars)].reduce((sum, [, , width]) => sum + Number(width), 0);
    expect(below).toBeCloseTo(Number(right) - Number(left), 1);
  });
});
