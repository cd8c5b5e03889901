/** Nothing non-public in public files: by the data that templates get, by a last look at the finished bytes, and by this search. */

import { describe, expect, it } from "vitest";
import { readPageStrings } from "../../src/html/read-strings.ts";
import { renderHtml } from "../../src/html/render-html.ts";
import type { Inline } from "../../src/model/document.ts";
import type { Host } from "../../src/model/host.ts";
import { layoutPdf } from "../../src/pdf/layout-pdf.ts";
import { readPdfStrings } from "../../src/pdf/read-strings.ts";
import { buildProject } from "../../src/project/build.ts";
import { Cache } from "../../src/project/cache.ts";
import { Gate } from "../../src/project/gate/gate.ts";
import { KnownWords } from "../../src/project/gate/known-words.ts";
import { openLexicon, tellingWords } from "../../src/project/gate/telling.ts";
import { Kept } from "../../src/project/kept.ts";
import { openProject } from "../../src/project/project.ts";
import { States } from "../../src/project/recording.ts";
import { type Files, memoryHost } from "../host.ts";
import { inflatePdf } from "../pdf/inflate.ts";
import { print } from "../pdf/print.ts";
import { bodyText, readPdf } from "../pdf/read-pdf.ts";
import { theme } from "../pdf/theme.ts";
import { chart, del, h, link, p, paper, strong } from "../pdf/tree.ts";
import { diagnosticsOf } from "../report.ts";
import { MARK, secretBody } from "./secret-body.ts";
import { smallBody } from "./small-body.ts";

/** What tells something in stretches of text. */
const tellingOf = (texts: readonly string[]): ReadonlySet<string> => tellingWords(texts.join(" | "));

describe("the words of a finished PDF are found wherever they stand", () => {
  const width = { size: "A4", margins: { top: 25, bottom: 20, left: 25, right: 110 } } as const;

  it.each([
    ["in text", paper([p("Das Mietangebot liegt vor.")])],
    ["in a heading and its bookmark", paper([h(1, "Mietangebot")])],
    ["in the title", paper([p("x")], { title: "Mietangebot" })],
    ["in metadata", paper([p("x")], { metadata: { keywords: ["Mietangebot"], date: "2026-03-12" } })],
    ["in the footer", paper([p("x")], { running: { body: "x", paper: "x", title: "Mietangebot" } })],
    ["in what a link says", paper([p([link("https://example.org/Mietangebot", "x")])])],
    ["in the words of a chart", paper([chart("Mietangebot: 3", [["offen", 3]])])],
    ["in the language's own letters", paper([p("Das MIETANGEBOT, 486.500 €")])],
  ])("%s", async (_, document) => {
    const { bytes } = await print(document);
    expect(tellingOf(readPdfStrings(bytes))).toContain("mietangebot");
  });

  it("in parts where a word has two styles, and whole in the page", async () => {
    const document = paper([p([strong("Miet"), "angebot"])]);
    const { bytes } = await print(document);
    const printed = tellingOf(readPdfStrings(bytes));
    for (const part of ["~miet", "angebot"]) expect(printed).toContain(part);
    expect(tellingOf(readPageStrings(renderHtml(document, theme)))).toContain("mietangebot");
  });

  const text = "Die Gebäudewirtschaft prüft Straßenbeleuchtungsmaßnahmen und Verkehrssicherungspflichten des Kreises.";
  const styled = (style: (word: string) => Inline) => text.split(" ").flatMap((word) => [style(word), " "]);

  it.each<[string, readonly (string | Inline)[]]>([
    ["plain", [text]],
    ["strong", styled((word) => strong(word))],
    ["deleted", styled((word) => del(word))],
    ["a link", styled((word) => link("https://example.org/", word))],
    ["strong before a comma", text.split(" ").flatMap((word) => [strong(word), ", "])],
  ])("at the end of a line, too: %s", async (_, content) => {
    const { bytes, pages } = await print(paper([p(content)]), { ...theme, page: width });
    expect(pages[0]?.text).toMatch(/\p{L}-\n/u);
    const words = tellingOf(readPdfStrings(bytes));
    for (const word of tellingWords(text)) expect(words).toContain(word);
    // And no parts of words, which secrets may have as words of their own.
    const { bytes: wide } = await print(paper([p(content)]), {
      ...theme,
      hyphenation: { ...theme.hyphenation, apply: "off" },
    });
    expect([...words].sort()).toEqual([...tellingOf(readPdfStrings(wide))].sort());
  });

  it("also if they run from right to left", async () => {
    const { bytes } = await print(paper([p(["Der Name שלום עליכם und مرحبا بالعالم am Ende."])]));
    const words = tellingOf(readPdfStrings(bytes));
    for (const word of ["עליכם", "مرحبا", "بالعالم"]) expect(words).toContain(word);
  });

  it("and in addresses, whose letters are bytes", async () => {
    const { bytes } = await print(paper([p([link("https://example.org/Haus%20B%C3%BCrgerhof", "x")])]));
    expect(tellingOf(readPdfStrings(bytes))).toContain("buergerhof");
  });

  it("and nothing that is no text, such as the file's identifier", async () => {
    const { bytes } = await print(paper([p("x")]));
    const [, identifier = ""] = /\/ID \[<([0-9a-f]+)>/.exec(Buffer.from(bytes).toString("latin1")) ?? [];
    expect(identifier).toHaveLength(32);
    expect(readPdfStrings(bytes)).not.toContain(Buffer.from(identifier, "hex").toString("latin1"));
  });

  it("and those of a page", () => {
    const html = '<title>Miet&amp;angebot</title><p>Ein <strong>Miet</strong>angebot</p><img alt="Grund&quot;stück">';
    const words = tellingOf(readPageStrings(html));
    // A short name is marked, since it is told otherwise than a word of the same letters.
    expect([...words].sort()).toEqual(["angebot", "grund", "mietangebot", "stueck", "~ein", "~miet"]);
  });
});

it.each([
  ["marks", "Das **Bau**amt und ~~Klein~~werder", "Bauamt Kleinwerder"],
  ["entities", "Der Straßen&shy;bau am B&auml;renhof", "Straßenbau Bärenhof"],
  ["places where a line may end or must not", "Das Klein\u200bwerder und Bau\u2060amt", "Kleinwerder Bauamt"],
  ["letters that are bytes", "[Plan](https://example.org/B%C3%A4renhof)", "Bärenhof"],
  ["notes", "Der Betrag[^1] stimmt.\n\n[^1]: Im Mai.", "Betrag1"],
  ["marks, among common words,", "**Ober**straße sie **Wald**weg", "und Oberstraße sie Waldweg den Hof"],
])("%s within a word of a public source keep no paper from printing", async (_, text, secret) => {
  const files = smallBody();
  files["content/s/top-1.md"] = String(files["content/s/top-1.md"]).replace("Der Text.", text);
  files["content/s/top-4.md"] = `${files["content/s/top-4.md"]}${secret}\n`;
  expect(diagnosticsOf(await buildProject(memoryHost(files))).map(({ message }) => message.de)).toEqual([]);
});

it("what is printed in one paper may be quoted in a secret, labels and all", async () => {
  const files = smallBody();
  const host = memoryHost(files);
  await buildProject(host);
  const pages = host.output.publicFiles().filter((path) => path.endsWith(".html"));
  const said = pages.map((path) => /<main[\s\S]*<\/main>/.exec(host.output.text(path))?.[0].replace(/<[^>]*>/g, " "));
  files["content/s/top-4.md"] = `${files["content/s/top-4.md"]}${said.join(" ").replace(/\s+/g, " ")}\n`;
  expect(diagnosticsOf(await buildProject(memoryHost(files))).map(({ message }) => message.de)).toEqual([]);
});

/** Builds with a faulty program, which prints into the first item what it was not given. */
async function buildFaulty(files: Files, printed: string) {
  const faulty: NonNullable<Host["startPress"]> = ({ theme, fonts }) => ({
    size: 1,
    async print(document) {
      const { value } = await layoutPdf(document, theme, fonts);
      if (!value) throw new Error("No PDF");
      return { value: { pdf: value, html: document.title.includes("Gegenstand 1") ? printed : "" }, diagnostics: [] };
    },
    close: () => Promise.resolve(),
  });
  const host = { ...memoryHost(files), startPress: faulty };
  const { documents } = await buildProject(host, {}, { jobs: 2 });
  return { output: host.output, failed: documents.filter(({ outcome }) => outcome === "failed") };
}

it("a secret in finished bytes fails the public paper, and says where it stems from", async () => {
  const files = smallBody();
  files["content/s/top-4.md"] = `${files["content/s/top-4.md"]}Das Mietangebot beträgt 486.500 Euro.\n`;
  const { output, failed } = await buildFaulty(files, "<p>Ein Miet<em>angebot</em></p>");
  expect(failed.map(({ id }) => id)).toEqual(["top-1"]);
  expect(failed[0]?.diagnostics.map(({ code, place }) => [code, place?.file, place?.line, place?.column])).toEqual([
    ["secret-in-public", "content/s/top-4.md", 12, 5],
  ]);
  expect(output.publicFiles().filter((path) => path.includes("top-1"))).toEqual([]);
});

it.each(["---", "--- "])(
  "what a public source withholds does not become public by standing below %j",
  async (opening) => {
    const files = smallBody();
    const item = String(files["content/s/top-5.md"]);
    files["content/s/top-5.md"] = item.replace("---", opening).replace("Zweites Blatt", "Mietangebot Ost");
    const { failed } = await buildFaulty(files, "<p>Ein Mietangebot</p>");
    expect(failed.map(({ id }) => id)).toEqual(["top-1"]);
  },
);

it.each([
  ["a note", "Mietangebot\n"],
  [
    "a source that is broken just where it says who may see it",
    "---\nart: antrag\nsichtbarket: nein\n---\nMietangebot\n",
  ],
  ["a source without its head's end", "---\nart: antrag\nsichtbarkeit nichtöffentlich\n\nMietangebot\n"],
])("%s makes no secret public", async (_, text) => {
  const files = smallBody();
  files["content/s/top-4.md"] = `${files["content/s/top-4.md"]}Das Mietangebot liegt vor.\n`;
  files["content/x.md"] = text;
  const { failed } = await buildFaulty(files, "<p>Ein Mietangebot</p>");
  expect(failed.map(({ id }) => id)).toContain("top-1");
});

it.each(["de-DE", "en-GB"])("no word that the program says by itself is taken for a secret: %s", async (locale) => {
  const files = smallBody();
  const address = "veröffentlichung: {basisadresse: https://kreis.example/}\nlocale:";
  const body = String(files["content/kreis.md"]).replace("locale:", address).replace("de-DE", locale);
  files["content/kreis.md"] = body;
  const { output } = memoryHost(files);
  await buildProject({ ...memoryHost(files), output }, { meeting: "sitzung-1" });
  await buildProject({ ...memoryHost(files), output });
  const said = output.publicFiles().flatMap((path) => {
    if (path.endsWith(".pdf")) return [path, ...readPdfStrings(output.bytes(path))];
    return [path, ...(path.endsWith(".html") ? readPageStrings(output.text(path)) : [output.text(path)])];
  });
  const words = new Set(said.join("\n").match(/(?<![\p{L}\p{N}])[a-zäöüß]{5,}(?![\p{L}\p{N}])/giu) ?? []);
  for (const word of ["Adobe", "Index", "Verwaltungsbereich"]) expect([...words].join()).toMatch(new RegExp(word, "i"));
  const text = [...words].join("\n\n");
  const next = memoryHost({ ...files, "content/s/top-4.md": `${files["content/s/top-4.md"]}\n${text}\n` });
  expect(diagnosticsOf(await buildProject(next, { meeting: "sitzung-1" })).map(({ message }) => message.de)).toEqual(
    [],
  );
  expect(diagnosticsOf(await buildProject(next)).map(({ message }) => message.de)).toEqual([]);
});

it("a day tells nothing, however it is written: the program writes it in its own way", () => {
  const days = ["2.11.2026", "02.11.2026", "2026-11-02", "02-11-2026", "2/11/2026", "01-01-2026-bis-31-10-2026"];
  expect([...tellingWords(days.join(" "))]).toEqual([]);
  expect([...tellingWords("12-345/26, 102-11-2026, 2-11-20267")]).toEqual(
    expect.arrayContaining(["12-345-26", "102-11-2026", "2-11-20267"]),
  );
});

describe("a short secret is found, unless something public has it too", () => {
  const secret =
    "Herr Otto (DE12 5001), Az. 12-345/26 und K/0421-7, zahlt 4711. Doch sie will den Hof am Deich noch heute.";
  const common = "Heute will der Hof es, doch am Abend kommt sie noch an den Deich.";

  it.each([
    ["a name", "von Otto", "Otto"],
    ["a name within markup", "<b>OTTO</b>", "Otto"],
    ["a name with the number of a note", "von Otto<sup>1</sup>", "Otto"],
    ["a name in parts that nobody sees", "von Ot\u200bto", "Otto"],
    ["a part of an account's number", "DE12", "DE12"],
    ["an amount", "4711 Euro", "4711"],
    ["a case number", "unter 12-345/26 geführt", "12-345/26"],
    ["a case number in a file's name", '<a href="12-345-26.pdf">x</a>', "12-345/26"],
    ["a file number", "0421-7", "0421-7"],
    ["a passage of common words", "denn sie will den Hof am Deich", "sie will den Hof am Deich"],
  ])("%s", async (_, printed, found) => {
    const files = smallBody();
    files["content/s/top-4.md"] = `${files["content/s/top-4.md"]}${secret}\n`;
    files["content/p/e-1.md"] = `${files["content/p/e-1.md"]}\n${common}\n`;
    const leaked = (await buildFaulty(files, `<p>${printed}</p>`)).failed[0]?.diagnostics ?? [];
    expect(leaked.map(({ message }) => /„(.*?)“/.exec(message.de)?.[1])).toEqual([found]);
    files["content/p/b-2.md"] = `${files["content/p/b-2.md"]}\n${secret}\n`;
    expect((await buildFaulty(files, `<p>${printed}</p>`)).failed).toEqual([]);
  });

  it("and a passage also after the words of all former runs were forgotten", () => {
    const files = smallBody();
    files["content/s/top-4.md"] = `${files["content/s/top-4.md"]}${secret}\n`;
    files["content/p/e-1.md"] = `${files["content/p/e-1.md"]}\n${common}\n`;
    const host = memoryHost(files);
    const reads = new Map(host.content.list().map((path) => [path, host.content.read(path)]));
    // The same bytes each time, so that what was found out about them is used again.
    const content = {
      ...host.content,
      list: () => host.content.list(),
      read: (path: string) => reads.get(path) ?? host.content.read(path),
    };
    const states = new States(host);
    const cache = new Cache(host.output, states);
    const project = openProject(host, {}, { states, cache });
    const leaks = (): readonly string[] => {
      const gate = new Gate({ ...host, content }, project, { states, words: new KnownWords(cache, states, []) });
      return gate.check(() => ["denn sie will den Hof am Deich"], []).map(({ code }) => code);
    };
    expect(leaks()).toEqual(["secret-in-public"]);
    const lexicon = openLexicon();
    lexicon.wordsOf(Array.from({ length: 500_000 }, (_, index) => `w${index}`).join(" "));
    expect(openLexicon()).not.toBe(lexicon);
    expect(leaks()).toEqual(["secret-in-public"]);
  });
});

/** `CORPORA=2000 npx vitest …` for more of them; `FIRST=500` begins with another. */
const COUNT = Number(process.env.CORPORA ?? 24);
const FIRST = Number(process.env.FIRST ?? 1);

/** Another reader looks into so many of them, which takes longer than everything else. */
const READ_TWICE_EVERY = 12;

/** How the mark of a secret can be written in a file. */
const FORMS = [MARK.toLowerCase(), utf16(MARK).toString("latin1").toLowerCase(), utf16(MARK).toString("hex")];

it(`no secret of ${COUNT} bodies is in any public byte`, { timeout: 3_600_000 }, async () => {
  let { look } = new Kept();
  for (let seed = FIRST; seed < FIRST + COUNT; seed++) {
    const host = memoryHost(secretBody(seed));
    const kept = Object.assign(new Kept(), { look });
    const { documents } = await buildProject(host, { meeting: "sitzung-1" }, {}, kept);
    const report = await buildProject(host, {}, {}, kept);
    look = kept.look;
    // A public paper that uses what is not public is refused, and says so; the others print.
    expect({ seed, built: documents.some(({ outcome }) => outcome === "built") }).toEqual({ seed, built: true });
    const found = diagnosticsOf(report).map(({ code }) => code);
    const other = found.filter((code) => !["confidential-source", "packet-incomplete"].includes(code));
    expect({ seed, other }).toEqual({ seed, other: [] });
    const papers = host.output.list().filter((path) => path.startsWith("internal/") && path.endsWith(".pdf"));
    const internal = papers.map((path) => readPdfStrings(host.output.bytes(path)).join(" ")).join(" ");
    expect({ seed, isFound: internal.includes(MARK) }).toEqual({ seed, isFound: true });
    const published = host.output.publicFiles();
    expect({ seed, isPublished: published.length > 0 }).toEqual({ seed, isPublished: true });
    for (const path of published) {
      const bytes = host.output.bytes(path);
      const isPdf = path.endsWith(".pdf");
      const texts = [path, Buffer.from(bytes).toString("latin1")];
      if (isPdf) texts.push(inflatePdf(bytes), readPdfStrings(bytes).join(" "));
      if (isPdf && seed % READ_TWICE_EVERY === 0) {
        const read = await readPdf(bytes);
        texts.push(await bodyText(bytes), JSON.stringify([read.outline, read.info, read.metadata, read.pages]));
      }
      const leaks = texts.filter((text) => FORMS.some((form) => text.toLowerCase().includes(form)));
      expect({ seed, path, leaks: leaks.length }).toEqual({ seed, path, leaks: 0 });
    }
  }
});

function utf16(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}
