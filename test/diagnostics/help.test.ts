/** Help names what was meant, where that can be told from what was typed. */

import { join } from "node:path";
import { expect, it } from "vitest";
import { checkProject } from "../../src/project/check.ts";
import { filesIn, memoryHost } from "../host.ts";
import { diagnosticsOf } from "../report.ts";

const base = filesIn(join(import.meta.dirname, "base"));
const motion = "content/antrag.md";
const meeting = "content/sitzung.md";

function textOf(path: string): string {
  return new TextDecoder().decode(base[path]);
}

it.each([
  ["a committee by its name", meeting, "gremium: sozial", "gremium: Ausschuss für Soziales", "Meinten Sie „sozial“?"],
  ["a faction by its name", motion, "  - linde", "  - Fraktion Linde", "Meinten Sie „linde“?"],
  ["a person without a key", motion, "  - linde", "  - Mara Feld", "Eine Person nennen Sie mit „name: Mara Feld“"],
  ["a key of the other language", motion, "sichtbarkeit:", "visiblity:", "Meinten Sie „sichtbarkeit“?"],
  ["a key within a list", motion, "    fraktion:", "    fration:", "Meinten Sie „fraktion“?"],
  ["an entry without its dash", motion, "    fraktion: eiche", "    name: Ole Feld", "beginnt mit „- “"],
  ["a line break in HTML", motion, "Räume am", "Räume<br>am", "setzen Sie „\\“ an das Ende der Zeile"],
  [
    "a head that ends at a rule",
    motion,
    "öffentlich\n---\n\nDie Verwaltung",
    "öffentlich\n\nVorab.\n\n---\nDie Verwaltung",
    "davor die Zeile „---“",
  ],
  ["a bullet of a font of symbols", motion, "Die Verwaltung", "\uf0b7 Die Verwaltung", "Aufzählungszeichen aus Word"],
  ["asterisks in a field", motion, "titel: L", "titel: **L** ", "weder fett noch kursiv"],
])("tells of %s", (_, path, from, to, help) => {
  const text = textOf(path);
  expect(text).toContain(from);
  const found = diagnosticsOf(checkProject(memoryHost({ ...base, [path]: text.replace(from, to) })));
  expect(found).toHaveLength(1);
  expect(found[0]?.help.de).toContain(help);
});

it.each(["<h1>{{motion.title}</h1>", "<h1>x</h1>{{/if}}", "<h1>x</h1>{{!-- x"])(
  "keeps the names of Handlebars' grammar out of %j",
  (template) => {
    const found = diagnosticsOf(checkProject(memoryHost({ ...base, "templates/motion.hbs": template })));
    expect(found[0]).toMatchObject({ code: "template-syntax" });
    expect(found[0]?.help.de).not.toMatch(/Expecting|\^/);
  },
);

it("takes no letter for another", () => {
  const found = diagnosticsOf(
    checkProject(
      memoryHost({
        ...base,
        "templates/motion.hbs": "<h1>{{motion.title}}</h1><p><b>x</b></p>{{markdown motion.text level=2}}",
      }),
    ),
  );
  expect(found[0]?.help.de).not.toContain("Meinten Sie");
});

it("shows how a partial reaches what stands around it, in a way that works", () => {
  const reported = (partial: string) =>
    diagnosticsOf(
      checkProject(
        memoryHost({
          ...base,
          "templates/motion.hbs": "<h1>{{motion.title}}</h1>{{markdown motion.text}}{{> fuss}}",
          "templates/partials/fuss.hbs": `<p>${partial}</p>`,
        }),
      ),
    );
  const [found, ...others] = reported("{{../motion.title}}");
  expect(others).toEqual([]);
  const shown = /\{\{@.*?\}\}/.exec(found?.help.de ?? "")?.[0] ?? "";
  expect(found?.help.en).toContain(shown);
  expect(reported(shown)).toEqual([]);
});
