import { expect, it } from "vitest";
import type { Document, Inline } from "../../src/model/document.ts";
import { plainText } from "../../src/model/outline.ts";
import { quoteDocument } from "../../src/typography/quote-document.ts";

const text = (value: string): Inline => ({ type: "text", value });

function quote(content: string | readonly Inline[], lang = "de-DE"): string {
  const children = typeof content === "string" ? [text(content)] : content;
  const document: Document = {
    lang,
    title: "T",
    metadata: { keywords: [] },
    running: {},
    children: [{ type: "paragraph", role: "text", children }],
    notes: [],
    images: {},
  };
  const [paragraph] = quoteDocument(document).children;
  return paragraph?.type === "paragraph" ? plainText(paragraph.children) : "";
}

it.each([
  ['Das "Wort" zählt.', "Das „Wort“ zählt."],
  ["Er sagte: \"Das heißt 'jetzt'.\"", "Er sagte: „Das heißt ‚jetzt‘.“"],
  ['("Wort") –"Wort" "Wort"-Spiel', "(„Wort“) –„Wort“ „Wort“-Spiel"],
  ['"Haushalt 2026"', "„Haushalt 2026“"],
  ['Die „Straße" ist "neu", („§ 5") auch.', "Die „Straße“ ist „neu“, („§ 5“) auch."],
  ["„Wir ‚sind' da“", "„Wir ‚sind‘ da“"],
  ['„Zitat mit "Zitat" darin“', "„Zitat mit „Zitat“ darin“"],
  ["Wie geht's? Hans' Auto", "Wie geht’s? Hans’ Auto"],
  ['Siehe "https://auental.example/a".', "Siehe „https://auental.example/a“."],
])("sets the marks of %s", (typed, set) => {
  expect(quote(typed)).toBe(set);
});

it.each([
  "„Wort“ und »Wort«",
  "Rohre von 5'' und 3' Länge, Bildschirm 24\"",
  'Ein "Wort ohne Ende',
  'Sie sagte "das "Wort" hier"',
  "https://auental.example/?q=\"a\"&b='c'&d",
  "wie -- so ... bleibt",
])("leaves %s as typed", (typed) => {
  expect(quote(typed)).toBe(typed);
});

it("sees a line as a whole, through its markup", () => {
  expect(quote([text('Das "'), { type: "strong", children: [text("Wort")] }, text('" zählt'), text('"')])).toBe(
    'Das "Wort" zählt"',
  );
  expect(quote([text('Das "'), { type: "strong", children: [text("Wort")] }, text('" zählt')])).toBe(
    "Das „Wort“ zählt",
  );
  expect(quote([text('"'), { type: "code", value: 'a"b' }, text('"')])).toBe('„a"b“');
});

it("goes by the language of the text", () => {
  expect(quote("The \"word\" is 'new', isn't it?", "en")).toBe("The “word” is ‘new’, isn’t it?");
  expect(quote([text('Das "Wort" '), { type: "span", lang: "en", children: [text('a "word"')] }])).toBe(
    "Das „Wort“ a “word”",
  );
  expect(quote('le "mot"', "fr")).toBe('le "mot"');
});
