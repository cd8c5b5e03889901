/** Messages about the markup that templates produce. */

import { didYouMean, error } from "./message.ts";

const forTemplates = {
  de: "Welche Elemente es gibt, steht im README unter „For template authors“.",
  en: "The README lists the elements under “For template authors”.",
} as const;

/** @see diagnose */
export const htmlMessages = {
  "unknown-element": error((v: { element: string; suggestion: string | undefined }) => {
    const help = didYouMean(v.suggestion && `<${v.suggestion}>`, forTemplates.de, forTemplates.en);
    return {
      de: [`Das Element <${v.element}> gibt es nicht.`, help.de],
      en: [`There is no element <${v.element}>.`, help.en],
    };
  }),
  "unknown-attribute": error(
    (v: { element: string; attribute: string; allowed: readonly string[]; suggestion: string | undefined }) => {
      const allowed = v.allowed.length > 0 ? v.allowed.join(", ") : "–";
      const help = didYouMean(v.suggestion, `Erlaubt sind: ${allowed}.`, `Allowed are: ${allowed}.`);
      return {
        de: [`<${v.element}> hat kein Attribut „${v.attribute}“.`, help.de],
        en: [`<${v.element}> has no attribute “${v.attribute}”.`, help.en],
      };
    },
  ),
  "wrong-attribute-value": error((v: { element: string; attribute: string; value: string; expected: string }) => ({
    de: [`„${v.value}“ ist kein Wert für ${v.attribute} von <${v.element}>.`, `Möglich ist: ${v.expected}.`],
    en: [`“${v.value}” is no value for ${v.attribute} of <${v.element}>.`, `Possible is: ${v.expected}.`],
  })),
  "missing-attribute": error((v: { element: string; attribute: string }) => ({
    de: [`<${v.element}> braucht das Attribut „${v.attribute}“.`, `Schreiben Sie <${v.element} ${v.attribute}="…">.`],
    en: [`<${v.element}> needs the attribute “${v.attribute}”.`, `Write <${v.element} ${v.attribute}="…">.`],
  })),
  "misplaced-element": error((v: { element: string; parent: string }) => ({
    de: [`<${v.element}> darf nicht in <${v.parent}> stehen.`, forTemplates.de],
    en: [`<${v.element}> may not stand in <${v.parent}>.`, forTemplates.en],
  })),
  "misplaced-text": error((v: { parent: string; text: string }) => ({
    de: [
      `${v.parent === "body" ? "Außerhalb aller Elemente" : `In <${v.parent}>`} darf kein Text stehen: „${v.text}“.`,
      "Setzen Sie den Text in ein Element, das Text enthält, z. B. <p> oder <td>.",
    ],
    en: [
      `There may be no text ${v.parent === "body" ? "outside all elements" : `in <${v.parent}>`}: “${v.text}”.`,
      "Put the text into an element that has text, e.g. <p> or <td>.",
    ],
  })),
  "unclosed-element": error((v: { element: string }) => ({
    de: [`<${v.element}> wird nicht geschlossen.`, `Schreiben Sie </${v.element}> an das Ende des Elements.`],
    en: [`<${v.element}> is not closed.`, `Write </${v.element}> at the end of the element.`],
  })),
  "stray-end-tag": error((v: { element: string }) => ({
    de: [`</${v.element}> schließt kein offenes Element.`, "Streichen Sie das Ende oder ergänzen Sie den Anfang."],
    en: [`</${v.element}> closes no open element.`, "Delete the end tag, or add the start tag."],
  })),
  "duplicate-anchor": error((v: { id: string }) => ({
    de: [`Die Sprungmarke „${v.id}“ gibt es in diesem Papier zweimal.`, "Vergeben Sie jede id nur einmal."],
    en: [`The anchor “${v.id}” exists twice in this paper.`, "Give each id only once."],
  })),
  "unknown-anchor": error((v: { id: string; suggestion: string | undefined }) => {
    const help = didYouMean(
      v.suggestion && `#${v.suggestion}`,
      "Nennen Sie eine Überschrift in Kleinbuchstaben und mit Bindestrichen, z. B. #finanzielle-auswirkungen.",
      "Name a heading in lower case with hyphens, e.g. #financial-effects.",
    );
    return {
      de: [`Die Sprungmarke „#${v.id}“ gibt es in diesem Papier nicht.`, help.de],
      en: [`There is no anchor “#${v.id}” in this paper.`, help.en],
    };
  }),
  "title-missing": error((_: Record<never, never>) => ({
    de: [
      "Das Papier braucht genau eine Überschrift <h1>, und zwar am Anfang.",
      "Beginnen Sie die Vorlage mit <h1>; weitere Überschriften sind <h2> und tiefer.",
    ],
    en: ["The paper does not begin with a heading <h1>.", "Begin the template with exactly one <h1>."],
  })),
  "template-heading-skipped": error((v: { from: number; to: number }) => ({
    de: [
      `Auf eine Überschrift der Stufe ${v.from} folgt hier Stufe ${v.to}.`,
      `Nehmen Sie <h${v.from + 1}>; Vorleseprogramme brauchen lückenlose Stufen.`,
    ],
    en: [
      `A heading of level ${v.from} is followed by level ${v.to} here.`,
      `Use <h${v.from + 1}>; screen readers need levels without gaps.`,
    ],
  })),
  "table-uneven": error((v: { cells: number; columns: number }) => ({
    de: [
      `Diese Zeile belegt ${v.cells} Spalten, die Tabelle hat ${v.columns}.`,
      "Ergänzen oder streichen Sie Zellen; prüfen Sie colspan und rowspan.",
    ],
    en: [
      `This row takes ${v.cells} columns; the table has ${v.columns}.`,
      "Add or remove cells; check colspan and rowspan.",
    ],
  })),
};
