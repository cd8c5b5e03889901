/** Messages about templates and the theme. */

import { didYouMean, error, warning } from "./message.ts";

/** @see diagnose */
export const templateMessages = {
  "template-missing": error((v: { name: string; folder: string }) => ({
    de: [
      `Die Vorlage „${v.name}“ fehlt im Ordner „${v.folder}“.`,
      "Legen Sie die Datei an oder prüfen Sie den Namen; Teilvorlagen liegen in „partials“.",
    ],
    en: [
      `The template “${v.name}” is missing in the folder “${v.folder}”.`,
      "Write the file, or check its name; partials live in “partials”.",
    ],
  })),
  "template-syntax": error((v: { detail: string | undefined }) => ({
    de: [
      "Die Vorlage ist hier kein gültiges Handlebars.",
      `Prüfen Sie geschweifte Klammern und ob jeder Block und jeder Kommentar geschlossen ist.${v.detail ? ` (${v.detail})` : ""}`,
    ],
    en: [
      "The template is no valid Handlebars here.",
      `Check braces, and that every block and every comment is closed.${v.detail ? ` (${v.detail})` : ""}`,
    ],
  })),
  "template-block-unclosed": error((v: { name: string }) => ({
    de: [`{{#${v.name} …}} wird nicht geschlossen.`, `Schreiben Sie {{/${v.name}}} an das Ende des Blocks.`],
    en: [`{{#${v.name} …}} is not closed.`, `Write {{/${v.name}}} at the end of the block.`],
  })),
  "template-attribute-unclosed": error((v: { attribute: string }) => ({
    de: [
      `Der Wert von ${v.attribute} wird nicht geschlossen: Ein Element würde zum Teil des Wertes.`,
      'Schreiben Sie das fehlende Anführungszeichen an sein Ende, z. B. class="lead">.',
    ],
    en: [
      `The value of ${v.attribute} is not closed: an element would become part of it.`,
      'Write the missing quotation mark at its end, e.g. class="lead">.',
    ],
  })),
  "template-file-unused": warning((v: { suggestion: string | undefined; files: readonly string[] }) => {
    const help = didYouMean(v.suggestion, `Gelesen werden: ${v.files.join(", ")}.`, `Read are: ${v.files.join(", ")}.`);
    return {
      de: ["Diese Datei wird nicht verwendet: Keine Vorlage heißt so oder ruft sie auf.", help.de],
      en: ["This file is not used: no template has its name or calls it.", help.en],
    };
  }),
  "template-unescaped": error((v: { source: string }) => ({
    de: [
      `„${v.source}“ würde Auszeichnung ungeprüft durchlassen.`,
      "Schreiben Sie zwei Klammern, {{…}}; Text aus Papieren kommt mit {{markdown …}} hinein.",
    ],
    en: [
      `“${v.source}” would let markup through unchecked.`,
      "Write two braces, {{…}}; text of papers enters by {{markdown …}}.",
    ],
  })),
  "template-unknown-path": error((v: { path: string; suggestion: string | undefined; known: readonly string[] }) => {
    const known = v.known.join(", ");
    const none = v.path.startsWith("../")
      ? {
          de: "So weit führt „../“ nicht hinaus, und aus einer Teilvorlage gar nicht. Alle Daten erreichen Sie über @root, z. B. {{@root.body.title}}.",
          en: "“../” does not lead out so far, and out of a partial not at all. @root leads to all data, e.g. {{@root.body.title}}.",
        }
      : { de: "Hier gibt es keine Felder.", en: "There are no fields here." };
    const help = didYouMean(
      v.suggestion,
      known ? `Hier gibt es: ${known}.` : none.de,
      known ? `Known here: ${known}.` : none.en,
    );
    return { de: [`„${v.path}“ gibt es in den Daten nicht.`, help.de], en: [`The data has no “${v.path}”.`, help.en] };
  }),
  "template-unknown-helper": error((v: { name: string; suggestion: string | undefined; known: readonly string[] }) => {
    const help = didYouMean(v.suggestion, `Es gibt: ${v.known.join(", ")}.`, `There are: ${v.known.join(", ")}.`);
    return { de: [`Den Helfer „${v.name}“ gibt es nicht.`, help.de], en: [`There is no helper “${v.name}”.`, help.en] };
  }),
  "template-unknown-partial": error((v: { name: string; suggestion: string | undefined; known: readonly string[] }) => {
    const help = didYouMean(
      v.suggestion,
      `Im Ordner „partials“ gibt es: ${v.known.join(", ")}.`,
      `The folder “partials” has: ${v.known.join(", ")}.`,
    );
    return {
      de: [`Die Teilvorlage „${v.name}“ gibt es nicht.`, help.de],
      en: [`There is no partial “${v.name}”.`, help.en],
    };
  }),
  "template-partial-context": error((v: { name: string; path: string | undefined; known: readonly string[] }) => {
    const known = v.known.length > 0 ? v.known.join(", ") : "–";
    const [de, en] =
      v.path === undefined
        ? ["andere Daten, als es hier gibt", "other data than there is here"]
        : [`„${v.path}“, das es hier nicht gibt`, `“${v.path}”, which there is not here`];
    return {
      de: [
        `Die Teilvorlage „${v.name}“ braucht ${de}.`,
        `Rufen Sie sie in {{#each …}} oder {{#with …}} auf oder nennen Sie, wovon sie spricht: {{> ${v.name} …}}. Hier gibt es: ${known}.`,
      ],
      en: [
        `The partial “${v.name}” needs ${en}.`,
        `Call it within {{#each …}} or {{#with …}}, or name what it speaks of: {{> ${v.name} …}}. Known here: ${known}.`,
      ],
    };
  }),
  "template-partial-recursive": error((v: { name: string }) => ({
    de: [
      `Die Teilvorlage „${v.name}“ ruft sich hier selbst auf und käme nie zu einem Ende.`,
      "Streichen Sie den Aufruf; eine eigene Teilvorlage tritt ganz an die Stelle der mitgelieferten gleichen Namens.",
    ],
    en: [
      `The partial “${v.name}” calls itself here and would never end.`,
      "Delete the call; a partial of your own stands in for the whole of the shipped one of the same name.",
    ],
  })),
  "template-unsupported": error((v: { source: string }) => ({
    de: [
      `„${v.source}“ wird in Vorlagen nicht unterstützt.`,
      "Nehmen Sie #if, #unless, #each, #with, Teilvorlagen {{> name}} und die Helfer.",
    ],
    en: [
      `“${v.source}” is not supported in templates.`,
      "Use #if, #unless, #each, #with, partials {{> name}} and the helpers.",
    ],
  })),
  "template-wrong-argument": error((v: { helper: string; usage: string }) => ({
    de: [`So kann „${v.helper}“ nicht aufgerufen werden.`, `Schreiben Sie ${v.usage}.`],
    en: [`“${v.helper}” cannot be called like this.`, `Write ${v.usage}.`],
  })),
  "template-not-text": error((v: { path: string; type: "object" | "list" | "markdown" | "boolean" }) => {
    const help = {
      object: { de: "Nennen Sie eines seiner Felder.", en: "Name one of its fields." },
      list: { de: "Durchlaufen Sie die Liste mit {{#each …}}.", en: "Walk through the list with {{#each …}}." },
      markdown: { de: `Schreiben Sie {{markdown ${v.path} level=2}}.`, en: `Write {{markdown ${v.path} level=2}}.` },
      boolean: { de: `Fragen Sie mit {{#if ${v.path}}} danach.`, en: `Ask for it with {{#if ${v.path}}}.` },
    }[v.type];
    return {
      de: [`„${v.path}“ ist kein Text, den man drucken kann.`, help.de],
      en: [`“${v.path}” is no text that can print.`, help.en],
    };
  }),
  "template-value-absent": error((v: { path: string }) => ({
    de: [`„${v.path}“ hat in diesem Papier keinen Wert.`, `Umgeben Sie die Stelle mit {{#if ${v.path}}} … {{/if}}.`],
    en: [`“${v.path}” has no value in this paper.`, `Put {{#if ${v.path}}} … {{/if}} around it.`],
  })),
  "text-not-placed": warning((_: Record<never, never>) => ({
    de: [
      "Dieser Text kommt im gedruckten Papier nicht vor.",
      "Die Vorlage gibt ihn nicht aus; ergänzen Sie dort {{markdown …}} oder nehmen Sie den Text heraus.",
    ],
    en: [
      "This text does not occur in the printed paper.",
      "The template leaves it out; add {{markdown …}} there, or remove the text.",
    ],
  })),
  "theme-unknown-key": error((v: { key: string; allowed: readonly string[]; suggestion: string | undefined }) => {
    const help = didYouMean(
      v.suggestion,
      `Möglich sind: ${v.allowed.join(", ")}.`,
      `Possible are: ${v.allowed.join(", ")}.`,
    );
    return {
      de: [`Die Angabe „${v.key}“ gibt es in der Gestaltung nicht.`, help.de],
      en: [`The theme has no “${v.key}”.`, help.en],
    };
  }),
  "theme-wrong-value": error((v: { key: string; expected: { de: string; en: string } }) => ({
    de: [`Der Wert von „${v.key}“ passt nicht.`, `Erwartet wird ${v.expected.de}.`],
    en: [`The value of “${v.key}” does not fit.`, `Expected is ${v.expected.en}.`],
  })),
  "theme-placeholder": error((v: { name: string; known: readonly string[]; suggestion: string | undefined }) => {
    const known = v.known.map((one) => `{${one}}`).join(", ");
    const help = didYouMean(v.suggestion && `{${v.suggestion}}`, `Es gibt: ${known}.`, `There are: ${known}.`);
    return {
      de: [`Den Platzhalter {${v.name}} gibt es nicht.`, help.de],
      en: [`There is no placeholder {${v.name}}.`, help.en],
    };
  }),
  "theme-braces": error((v: { key: string }) => ({
    de: [
      `Die geschweiften Klammern in „${v.key}“ würden gedruckt.`,
      "Um jeden Platzhalter gehört auf jeder Seite eine, z. B. {title}.",
    ],
    en: [`The braces in “${v.key}” would print.`, "Each placeholder has one on either side, e.g. {title}."],
  })),
  "theme-contrast": error((v: { key: string; ratio: string }) => ({
    de: [
      `Die Farbe „${v.key}“ ist auf Weiß zu schwach (Kontrast ${v.ratio.replace(".", ",")}:1).`,
      "Wählen Sie eine dunklere Farbe; nötig ist mindestens 4,5:1.",
    ],
    en: [
      `The colour “${v.key}” is too weak on white (contrast ${v.ratio}:1).`,
      "Choose a darker colour; at least 4.5:1 is needed.",
    ],
  })),
  "font-unusable": error((v: { file: string; reason: "missing" | "format" }) => ({
    de: [
      v.reason === "missing"
        ? `Die Schriftdatei „${v.file}“ fehlt.`
        : `„${v.file}“ ist keine TrueType- oder OpenType-Schrift.`,
      "Legen Sie eine TTF- oder OTF-Datei in den Vorlagenordner und nennen Sie ihren Pfad.",
    ],
    en: [
      v.reason === "missing" ? `The font file “${v.file}” is missing.` : `“${v.file}” is no TrueType or OpenType font.`,
      "Put a TTF or OTF file into the templates folder and give its path.",
    ],
  })),
};
