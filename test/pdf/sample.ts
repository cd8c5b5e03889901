/** A paper with every element, of several pages. */

import type { Block, Document } from "../../src/model/document.ts";
import {
  br,
  cell,
  chart,
  code,
  codeSpan,
  del,
  em,
  facts,
  h,
  headRow,
  item,
  lang,
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
  sub,
  sup,
  table,
} from "./tree.ts";

export const longText =
  "Der Ausschuss für Soziales, Gesundheit und Gleichstellung des Kreises nimmt den Bericht der Verwaltung zur Kenntnis und beauftragt den Landrat, die Umsetzung der Maßnahmen nach § 24 Absatz 3 der Kreisordnung fortzuführen. Die Kosten betragen 1.250.000 Euro im Haushaltsjahr 2026; davon trägt das Land 60 %. ";

const body: Block[] = [
  h(
    1,
    "Tagesordnungspunkt 3: Ausbau der Fähranleger – Antrag der Fraktion Unabhängige Wähler vom 3. Februar 2026",
    "titel",
  ),
  facts("head", [
    ["Gremium", "Ausschuss für Mobilität und Klimaschutz"],
    ["Sitzung", "4. Sitzung am 12. März 2026, 17:00 Uhr, Kreishaus, Großer Sitzungssaal"],
    ["Amt", "Amt 61 – Kreisentwicklung"],
    ["Sichtbarkeit", "öffentlich"],
  ]),
  { type: "contents", title: "Inhalt" },
  section([
    h(2, "Beschlussvorschlag", "vorschlag"),
    p(["Der Ausschuss ", strong("empfiehlt dem Kreistag"), ", wie folgt zu beschließen:"]),
    list(
      [
        item("1.", "Der Kreis richtet drei barrierefreie Anleger ein."),
        item("2.", [
          p("Die Verwaltung berichtet jährlich über"),
          list(
            [
              item("a)", "die Zahl der Fahrgäste,"),
              item("b)", ["die Kosten ", em("je Fahrt"), " und"]),
              item("c)", "den Stand der Förderung."),
            ],
            "lower-alpha",
          ),
        ]),
        item("7.", longText),
        item("(10)", [p("Ein Punkt mit weitem Marker."), p("Und ein zweiter Absatz im selben Punkt.")]),
      ],
      "decimal",
    ),
  ]),
  section([
    h(2, "Sachverhalt", "sachverhalt"),
    p([
      longText,
      "Näheres steht im ",
      link("#kosten", "Abschnitt Kosten"),
      " und auf der ",
      link(
        "https://www.kreis-auental.example/faehren?ziel=anleger&jahr=2026",
        "Seite des Kreises mit einem Linktext, der sicher über das Ende einer Zeile hinausreicht",
      ),
      ".",
      noteRef(1),
    ]),
    p("Der Schulausschuss hat folgenden Beschluss gefasst:"),
    quote([
      p(longText),
      list([item("⇨", "Der Anleger in Oberau wird zuerst gebaut."), item("⇨", "Der in Unterau folgt.")], "none"),
      quote([p("Ein Zitat im Zitat.")]),
    ]),
    p([
      "Inline: ",
      strong("fett ", em("fett und kursiv")),
      ", ",
      em("kursiv"),
      ", ",
      del("gestrichen"),
      ", H",
      sub("2"),
      "O, m",
      sup("2"),
      ", ",
      codeSpan("code = 1"),
      ", ",
      lang("en", "accessible by design"),
      ", Zeichen ≤ ≥ ∞ → ✓ j́ S̛̄.",
      br,
      "Neue Zeile nach hartem Umbruch.",
    ]),
    h(3, "Aufgaben"),
    list(
      [
        item("", "Förderantrag gestellt", true),
        item("", "Baugenehmigung eingeholt", false),
        item("", ["Bürgerversammlung: ", strong("Termin offen")], false),
      ],
      "none",
    ),
    h(3, "Kosten", "kosten"),
    table(
      ["start", "decimal", "end", "center"],
      [headRow("Maßnahme", "Kosten in €", "Jahr", "Stand")],
      [
        row(cell("Anleger Oberau", { header: "row" }), "1.250.000,50", "2026", "offen"),
        row(cell("Anleger Unterau", { header: "row" }), "80.000", "2027", "offen"),
        row(cell("Wartehäuschen", { header: "row" }), "9.999,9", "2028", "in Umsetzung"),
        row(cell("Zusammen über zwei Spalten", { colSpan: 2 }), cell("bis 2029", { rowSpan: 2 }), "–"),
        row("Rest", "0,25", "✓"),
      ],
      "Tabelle 1: Kosten der Anleger",
    ),
    chart("Offen 5, in Umsetzung 3, umgesetzt 12 Maßnahmen", [
      ["offen", 5],
      ["in Umsetzung", 3],
      ["umgesetzt", 12],
    ]),
    code(
      "for anleger in anleger:\n    pruefe(anleger, barrierefrei=True)  # eine Zeile, die länger ist als die Seite breit ist und daher umbrochen wird\n\tende",
    ),
    { type: "thematic-break" },
    p("Der Landrat", "lead"),
    p("Kleingedrucktes zur Vorlage.", "note"),
    ...Array.from({ length: 4 }, () => p(longText.repeat(2))),
    p(["im Auftrag", br, "Dr. Muster"], "signature"),
  ]),
  section(
    [
      h(2, "Anlage 1: Antrag", "anlage-1"),
      table(
        ["end", "start", "start"],
        [headRow("Nr.", "Beschreibung", "Bemerkung")],
        Array.from({ length: 40 }, (_, i) =>
          row(String(i + 1), i % 5 === 0 ? longText : "Ausbau der Beratung", "ohne"),
        ),
      ),
      p("Ende der Anlage."),
    ],
    "annex",
    "anlage",
  ),
];

export const sample: Document = paper(body, {
  title: "TOP 3: Ausbau der Fähranleger <öffentlich> & mehr",
  metadata: { author: "Kreis Auental", subject: "TOP 3", keywords: ["Fähre", "Anleger"], date: "2026-03-12" },
  notes: [note(1, ["Vgl. Haushaltsplan 2026, S. 12, sowie ", link("https://www.example.org/", "die Übersicht"), "."])],
  draft: { label: "ENTWURF", revision: "a1b2c3d" },
});
