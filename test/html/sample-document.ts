/** A paper with every kind of node, and a theme for it. */

import type { Block, Document, Inline, ListItem } from "../../src/model/document.ts";
import type { Theme } from "../../src/model/theme.ts";
import { TINY_JPEG } from "../image/pictures.ts";

const face = { regular: "a.ttf", bold: "a.ttf", italic: "a.ttf", boldItalic: "a.ttf" };

/** The look of the sample. */
export const sampleTheme: Theme = {
  page: { size: "A4", margins: { top: 25, right: 20, bottom: 20, left: 25 } },
  fonts: { text: face, symbols: face, code: face },
  sizes: { text: 11, small: 8.5, table: 9.5, headings: [18, 14, 12, 11, 11, 11] },
  lineHeight: 1.35,
  alignment: "start",
  hyphenation: { apply: "text", minimum: { word: 6, before: 3, after: 3 }, consecutive: 2, exceptions: [] },
  quotes: "typographic",
  colors: { text: "#1a1a1a", accent: "#1f4e79", muted: "#5a6470", line: "#c3cbd3", tint: "#eef2f6" },
  logoHeight: 18,
  header: { left: "", center: "", right: "" },
  footer: { left: "", center: "", right: "" },
  contents: { fromHeadings: 3, depth: 2 },
};

/** Characters. */
export const t = (value: string): Inline => ({ type: "text", value });

/** A paragraph of inline nodes or plain characters. */
export const p = (...children: readonly (Inline | string)[]): Block => ({
  type: "paragraph",
  role: "text",
  children: children.map((child) => (typeof child === "string" ? t(child) : child)),
});

const h = (level: 1 | 2 | 3, id: string, ...children: readonly string[]): Block => ({
  type: "heading",
  level,
  id,
  children: children.map(t),
});
const item = (marker: string, ...children: readonly Block[]): ListItem => ({ marker, children });
const cell = (value: string, header?: "column" | "row", colSpan = 1, rowSpan = 1) => ({
  ...(header && { header }),
  colSpan,
  rowSpan,
  children: value === "" ? [] : [p(value)],
});

/** A paper with every kind of node. */
export const sampleDocument: Document = {
  lang: "de-DE",
  title: "TOP 3: Radweg Auental – Sachstand",
  metadata: {
    author: "Kreis Auental",
    subject: "Ausbau des Radwegs",
    keywords: ["Radweg", "Verkehr"],
    date: "2025-03-11",
  },
  running: { body: "Kreis Auental", paper: "Ausschuss für Verkehr · TOP 3" },
  logo: { image: "wappen", alt: "Wappen des Kreises Auental" },
  draft: { label: "ENTWURF", revision: "Stand 4f2a91c" },
  images: {
    foto: { type: "jpeg", data: TINY_JPEG, width: 240, height: 120, orientation: 1 },
    wappen: {
      type: "svg",
      width: 40,
      height: 48,
      source:
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="48" viewBox="0 0 40 48"><path d="M0 0h40v26q0 16-20 22Q0 42 0 26z" fill="#1f4e79"/><path d="M4 30q8-8 16 0t16 0" stroke="#ffffff" stroke-width="4" fill="none"/></svg>',
    },
  },
  notes: [
    { number: 1, children: [p("Beschluss des Kreistags vom 12. Dezember 2024.")] },
    { number: 2, children: [p("Ohne die Brücke über die ", { type: "emphasis", children: [t("Aue")] }, ".")] },
  ],
  children: [
    h(
      1,
      "titel",
      "Tagesordnungspunkt 3: Radweg zwischen Oberau und Niederau – Antrag der Fraktion Offene Liste vom 11. März 2025",
    ),
    {
      type: "description-list",
      role: "head",
      entries: [
        { term: [t("Gremium")], description: [p("Ausschuss für Verkehr und Kreisentwicklung")] },
        { term: [t("Sitzung")], description: [p("8. April 2025, 17:00 Uhr, Kreishaus, Saal 2")] },
        { term: [t("Federführendes Amt")], description: [p("Amt für Straßen und Mobilität")] },
      ],
    },
    { type: "contents", title: "Inhalt" },
    { type: "paragraph", role: "lead", children: [t("Der Radweg soll bis Ende 2026 durchgehend befahrbar sein.")] },
    h(2, "sachverhalt", "Sachverhalt"),
    p(
      "Der Kreistag hat den Ausbau ",
      { type: "strong", children: [t("einstimmig")] },
      " beschlossen",
      { type: "note-reference", number: 1 },
      ". Die Kosten ",
      { type: "deletion", children: [t("1,1")] },
      " 1,25 Mio. € trägt zu ",
      { type: "emphasis", children: [t("drei Vierteln")] },
      " das Land",
      { type: "note-reference", number: 2 },
      "; siehe ",
      {
        type: "link",
        href: "https://auental.example/radweg?a=1&b=2",
        title: "Seite des Kreises",
        children: [t("die Seite des Kreises")],
      },
      " und ",
      { type: "link", href: "#anlage-1", children: [t("Anlage 1")] },
      ". Der ",
      { type: "span", lang: "en", children: [t("bike path")] },
      " misst 3 m",
      { type: "superscript", children: [t("2")] },
      " je Meter, CO",
      { type: "subscript", children: [t("2")] },
      " sinkt.",
      { type: "line-break" },
      "Aktenzeichen ",
      { type: "code", value: "66-12/<3>" },
      { type: "note-reference", number: 1 },
    ),
    {
      type: "quote",
      children: [p("Der Landrat wird beauftragt, den Bau auszuschreiben und dem Ausschuss halbjährlich zu berichten.")],
    },
    {
      type: "list",
      numbering: "decimal",
      tight: false,
      items: [
        item(
          "3.",
          p(
            "Die Planung ist abgeschlossen; die Unterlagen liegen der Bezirksregierung seit dem 3. Februar zur Genehmigung vor.",
          ),
        ),
        item("7.", p("Offen sind:"), {
          type: "list",
          numbering: "lower-alpha",
          tight: true,
          items: [item("a)", p("der Grunderwerb bei Mittelau,")), item("b)", p("die Querung der Landesstraße."))],
        }),
      ],
    },
    {
      type: "list",
      numbering: "none",
      tight: true,
      items: [
        { marker: "", checked: true, children: [p("Ausschreibung veröffentlicht")] },
        { marker: "", checked: false, children: [p("Zuschlag erteilt")] },
        { marker: "⇨", children: [p("Nächster Bericht im Herbst")] },
      ],
    },
    { type: "thematic-break" },
    h(3, "kosten", "Kosten und Stand der Abschnitte"),
    {
      type: "table",
      caption: [t("Kosten je Abschnitt")],
      columns: [
        { align: "start", width: "fill" },
        { align: "center", width: "auto" },
        { align: "end", width: "auto" },
        { align: "decimal", width: "auto" },
      ],
      head: [
        { cells: [cell("", "column", 1, 2), cell("Stand", "column", 1, 2), cell("Umfang", "column", 2)] },
        { cells: [cell("Länge", "column"), cell("Mio. €", "column")] },
      ],
      body: [
        { cells: [cell("Oberau – Mittelau", "row", 1, 2), cell("fertig"), cell("4.100 m"), cell("0,75")] },
        { cells: [cell("im Bau"), cell("900 m"), cell("0,5")] },
        { cells: [cell("Mittelau – Niederau", "row"), cell("geplant"), cell("2.300 m"), cell("1")] },
      ],
    },
    {
      type: "bar-chart",
      alt: "Umgesetzt 5, in Umsetzung 3, noch nicht begonnen 1 Maßnahme",
      bars: [
        { label: "umgesetzt", value: 5 },
        { label: "in Umsetzung", value: 3 },
        { label: "noch nicht begonnen", value: 1.5 },
      ],
    },
    {
      type: "figure",
      image: "foto",
      alt: "Roter Asphalt",
      caption: [t("Belag im ersten Abschnitt")],
      href: "https://auental.example/",
    },
    { type: "figure", image: "wappen", alt: "" },
    { type: "code-block", text: "\n  Zeile 1\n    <Zeile 2>" },
    {
      type: "description-list",
      role: "facts",
      entries: [{ term: [t("Frist")], description: [p("30. Juni 2026"), p("mit Verlängerung")] }],
    },
    { type: "paragraph", role: "note", children: [t("Alle Beträge ohne Umsatzsteuer.")] },
    { type: "paragraph", role: "signature", children: [t("gez. Beispiel, Landrätin")] },
    {
      type: "section",
      role: "annex",
      id: "anlage-1",
      children: [
        h(2, "anlage-1-titel", "Anlage 1: Antrag"),
        { type: "section", role: "part", children: [h(3, "begruendung", "Begründung"), p("Sicher zur Schule.")] },
      ],
    },
  ],
};
