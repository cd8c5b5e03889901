import { expect, it } from "vitest";
import { inflatePdf } from "./inflate.ts";
import { print } from "./print.ts";
import { readPdf } from "./read-pdf.ts";
import {
  cell,
  chart,
  code,
  codeSpan,
  del,
  facts,
  figure,
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
  table,
} from "./tree.ts";

it("the tag tree gives the paper", async () => {
  const svg = {
    type: "svg",
    source:
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#123456"/></svg>',
    width: 40,
    height: 20,
  } as const;
  const { pages } = await print(
    paper(
      [
        h(1, "Titel"),
        facts("head", [["Gremium", "Kreistag"]]),
        section([
          h(2, "Teil"),
          p([
            "Text ",
            strong("fett"),
            " mit ",
            link("https://www.example.org/", "Verweis"),
            noteRef(1),
            " und ",
            lang("en", "English"),
            ", ",
            codeSpan("x"),
            ", ",
            del("weg"),
            ".",
          ]),
          list(
            [
              item("1.", "eins"),
              item("2.", [p("zwei"), list([item("a)", "innen")], "lower-alpha")]),
              item("", "fertig", true),
            ],
            "decimal",
          ),
          quote([p("Zitat")]),
          table(["start", "end"], [headRow("A", "B")], [row(cell("c", { header: "row" }), "d")], "Tabelle"),
          figure("bild", "Ein Rechteck", "Bild 1"),
          figure("bild", ""),
          chart("Zwei und drei", [
            ["a", 2],
            ["b", 3],
          ]),
          code("code"),
          { type: "thematic-break" },
        ]),
      ],
      { notes: [note(1, "Anmerkung.")], images: { bild: svg } },
    ),
  );
  await expect(pages[0]?.tags).toMatchFileSnapshot("tags.txt");
});

it("a paragraph over two pages is one element", async () => {
  const { bytes } = await print(paper([p("Wort ".repeat(1500))]));
  const { pages } = await readPdf(bytes);
  expect(pages.map(({ tags }) => tags.split("\n").filter((line) => line.trim() === "P").length)).toEqual(
    pages.map(() => 1),
  );
  expect(inflatePdf(bytes).match(/\/S \/P\b/g)).toHaveLength(1);
});

it("cells of a table with spans name their headers", async () => {
  const { bytes } = await print(
    paper([
      table(
        ["start", "end", "end"],
        [
          { cells: [cell("Jahr", { header: "column", rowSpan: 2 }), cell("Kosten", { header: "column", colSpan: 2 })] },
          headRow("Bau", "Betrieb"),
        ],
        [row(cell("2026", { header: "row" }), "1", "2")],
      ),
    ]),
  );
  expect(inflatePdf(bytes)).toContain("/Headers [(table-1-1-2) (table-1-2-3) (table-1-3-1)]");
});
