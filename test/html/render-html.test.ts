import { DomUtils, parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { renderHtml } from "../../src/html/render-html.ts";
import type { Document } from "../../src/model/document.ts";
import { pageText } from "./page-text.ts";
import { p, sampleDocument, sampleTheme, t } from "./sample-document.ts";

const { findAll, textContent } = DomUtils;

type Page = ReturnType<typeof parseDocument>;
type Element = ReturnType<typeof findAll>[number];

function elements(html: string): readonly Element[] {
  return findAll(() => true, parse(html).children);
}

function parse(html: string): Page {
  return parseDocument(html);
}

/** What a tree says, whatever its shape: every string of its characters in order. */
function textsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== "object" || node === null) return [];
  if ("type" in node && node.type === "contents") return [];
  const own =
    "type" in node && (node.type === "text" || node.type === "code") && "value" in node ? [String(node.value)] : [];
  const pre = "type" in node && node.type === "code-block" && "text" in node ? [String(node.text)] : [];
  const marks = Object.entries(node).flatMap(([key, value]) =>
    key === "label" || key === "marker" ? [String(value)] : [],
  );
  return [
    ...own,
    ...pre,
    ...marks,
    ...Object.entries(node).flatMap(([key, value]) => (key === "at" ? [] : textsOf(value))),
  ];
}

const sample = renderHtml(sampleDocument, sampleTheme);

describe("the page", () => {
  test("as written", () => {
    expect(
      sample
        .replace(/base64,[^"]+/g, "base64,…")
        .replace(/<style>.*<\/style>/s, "<style>…</style>")
        .replace(/(?=<(?:section|h\d|p|ul|ol|li|table|tr|dl|figure|div|nav|pre|hr|blockquote)\b)/g, "\n"),
    ).toMatchSnapshot();
  });

  test("text and links stay legible on a dark tint", () => {
    const dark = { ...sampleTheme, colors: { ...sampleTheme.colors, tint: "#102030" } };
    expect(renderHtml(sampleDocument, dark)).toContain("--on-tint:#ffffff;\n--accent-on-tint:#ffffff;");
  });

  test("tables of many columns break words on paper, which cannot be scrolled, only where they have to", () => {
    const table = (columns: number, words: string): string => {
      const row = {
        cells: Array.from({ length: columns }, () => ({ colSpan: 1, rowSpan: 1, children: [p(t(words))] })),
      };
      const type = "table";
      const widths = Array.from({ length: columns }, () => ({ align: "start", width: "auto" }) as const);
      const children = [{ type, columns: widths, head: [], body: [row] } as const];
      const html = renderHtml({ ...sampleDocument, children }, sampleTheme);
      return /<div class="table.*?<td[^>]*>/s.exec(html)?.[0] ?? "";
    };
    const frame = (name: string): string => `<div class="${name}" role="group" tabindex="0" aria-label="Tabelle">`;
    expect(table(7, "Zelle")).toBe(`${frame("table")}<table><tbody><tr><td>`);
    expect(table(8, "Zelle")).toBe(`${frame("table")}<table class="many whole"><tbody><tr><td class="short">`);
    expect(table(8, "x".repeat(17))).toBe(`${frame("table turned")}<table class="many whole"><tbody><tr><td>`);
    // Months and their sum.
    expect(table(13, "12.345,67")).toBe(
      `${frame("table turned")}<table class="many whole"><tbody><tr><td class="short">`,
    );
    expect(table(40, "12.345,67")).toBe(`${frame("table")}<table class="many"><tbody><tr><td>`);
    expect(sample).toMatch(/@media print\{[^@]*table\.many :is\(th,td\)\{[^}]*overflow-wrap:anywhere/);
  });

  test("same document, same bytes", () => {
    expect(renderHtml(structuredClone(sampleDocument), sampleTheme)).toBe(sample);
  });

  test("ids are unique and links within the page lead somewhere", () => {
    const ids = elements(sample).flatMap(({ attribs }) => (attribs.id === undefined ? [] : [attribs.id]));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attribs } of elements(sample)) {
      if (attribs.href?.startsWith("#")) expect(ids).toContain(attribs.href.slice(1));
      for (const id of (attribs["aria-labelledby"] ?? "").split(" ").filter(Boolean)) expect(ids).toContain(id);
    }
  });

  test("headings begin with one of level 1 and skip none", () => {
    const levels = elements(sample).flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  test("loads nothing and runs nothing", () => {
    expect(
      elements(sample).filter(({ name }) => ["script", "link", "iframe", "object", "base"].includes(name)),
    ).toEqual([]);
    for (const { attribs } of elements(sample)) {
      if (attribs.src !== undefined) expect(attribs.src).toMatch(/^data:image\//);
      expect(Object.keys(attribs).filter((name) => name.startsWith("on"))).toEqual([]);
    }
    expect(sample).not.toMatch(/url\(|@import/);
    expect(sample).toContain("default-src &#39;none&#39;");
  });

  test("says all that the tree says", () => {
    const said = pageText(sample);
    for (const text of textsOf([sampleDocument.children, sampleDocument.notes]))
      expect(said).toContain(text.replace(/\s+/g, " ").trim());
    expect(said).toContain("einstimmig beschlossen1. Die Kosten 1,1 1,25 Mio. €");
    expect(said).toContain("3. Die Planung");
    expect(said).toContain("☑ Ausschreibung veröffentlicht");
    expect(said).toContain("noch nicht begonnen 1,5");
  });
});

test("no field of a document becomes markup", () => {
  const evil = `<script>x</script>"'&amp;`;
  const inject = (node: unknown, key = ""): unknown => {
    if (typeof node === "string")
      return ["type", "role", "numbering", "align", "width", "lang", "image", "header", "source"].includes(key)
        ? node
        : key === "id" || key === "href"
          ? node
          : evil;
    if (Array.isArray(node)) return node.map((child) => inject(child, key));
    if (node instanceof Uint8Array || typeof node !== "object" || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([name, value]) => [name, name === "images" ? value : inject(value, name)]),
    );
  };
  // Only strings were replaced, so that it is a document still.
  const html = renderHtml(inject(sampleDocument) as Document, sampleTheme);
  expect(elements(html).map(({ name }) => name)).toEqual(elements(sample).map(({ name }) => name));
  expect(pageText(html)).toContain(evil);
  expect(elements(html).find(({ name }) => name === "title")?.children.length).toBe(1);
});

test("a table of contents only where the theme asks for one", () => {
  const { contents: _, ...without } = sampleTheme;
  const links = (html: string) =>
    elements(html)
      .filter(({ name }) => name === "nav")
      .flatMap((nav) => findAll((node) => node.name === "a", [nav]))
      .map((link) => textContent(link));
  expect(links(sample)).toEqual(["Sachverhalt", "Kosten und Stand der Abschnitte", "Anlage 1: Antrag", "Begründung"]);
  expect(links(renderHtml(sampleDocument, { ...sampleTheme, contents: { fromHeadings: 3, depth: 1 } }))).toEqual([
    "Sachverhalt",
    "Anlage 1: Antrag",
  ]);
  expect(links(renderHtml(sampleDocument, { ...sampleTheme, contents: { fromHeadings: 9, depth: 2 } }))).toEqual([]);
  expect(links(renderHtml(sampleDocument, without))).toEqual([]);
});

test("pale colours of a theme give way to readable ones", () => {
  const html = renderHtml(sampleDocument, { ...sampleTheme, colors: { ...sampleTheme.colors, muted: "#cccccc" } });
  expect(html).toContain("--muted:#000000");
});

test("English papers speak English to screen readers", () => {
  const html = renderHtml(
    { ...sampleDocument, lang: "en", children: [p(t("Text"), { type: "note-reference", number: 1 })] },
    sampleTheme,
  );
  expect(html).toContain('aria-label="Footnote 1"');
  expect(html).toContain("Skip to content");
});
