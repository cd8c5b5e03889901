/** Messages about the text below the frontmatter. */

import { error, warning } from "./message.ts";

type None = Record<never, never>;

/** @see diagnose */
export const markdownMessages = {
  "raw-html": error((v: { tag: string }) => ({
    de: [
      `Hier steht HTML („${v.tag}“), das nicht gedruckt werden kann.`,
      /^<br\b/i.test(v.tag)
        ? "Für einen Zeilenumbruch setzen Sie „\\“ an das Ende der Zeile; in einer Tabelle beginnen Sie eine neue Zeile der Tabelle."
        : "Schreiben Sie Markdown: **fett**, *kursiv*, Listen mit „-“, Tabellen mit „|“. Ein „<“ als Zeichen schreiben Sie „\\<“.",
    ],
    en: [
      `There is HTML here (“${v.tag}”), which cannot be printed.`,
      /^<br\b/i.test(v.tag)
        ? "For a line break put “\\” at the end of the line; within a table begin another row."
        : "Write Markdown: **bold**, *italic*, lists with “-”, tables with “|”. Write “\\<” for the character “<”.",
    ],
  })),
  "comment-unclosed": error((_: None) => ({
    de: ["Dieser Kommentar wird nicht geschlossen.", "Schließen Sie den Kommentar mit „-->“ oder löschen Sie „<!--“."],
    en: ["This comment is not closed.", "Close it with “-->” or delete “<!--”."],
  })),
  "image-without-alt": error((v: { source: string }) => ({
    de: [
      `Dem Bild „${v.source}“ fehlt der Alternativtext.`,
      `Schreiben Sie zwischen die eckigen Klammern, was das Bild zeigt: ![Lageplan der Schule](${v.source}). Für bloßen Schmuck: ![-](${v.source}).`,
    ],
    en: [
      `The image “${v.source}” has no alternative text.`,
      `Say between the square brackets what it shows: ![Site plan of the school](${v.source}). For mere decoration: ![-](${v.source}).`,
    ],
  })),
  "image-address": error((v: { address: string }) => ({
    de: [
      v.address === "" ? "Hier fehlt der Name der Bilddatei." : `Das Bild „${v.address}“ liegt nicht im Inhaltsordner.`,
      "Legen Sie die Bilddatei neben diesen Text und nennen Sie ihren Namen: ![Lageplan](lageplan.png).",
    ],
    en: [
      v.address === ""
        ? "The name of the image file is missing here."
        : `The image “${v.address}” is not in the content folder.`,
      "Put the image file beside this text and give its name: ![Site plan](site-plan.png).",
    ],
  })),
  "image-left-as-text": error((_: None) => ({
    de: [
      "Hier beginnt mit „![“ ein Bild, das so nicht zustande kommt; die Zeichen würden gedruckt.",
      "Schreiben Sie ![Was das Bild zeigt](bild.png), ohne Leerzeichen zwischen den Klammern; als Text schreiben Sie „\\![“.",
    ],
    en: [
      "An image begins with “![” here but does not come about; the signs would print.",
      "Write ![What the image shows](image.png), without a space between the brackets; as text write “\\![”.",
    ],
  })),
  "language-mark": error((v: { typed: string }) => ({
    de: [
      `„${v.typed}“ würde gedruckt, statt die Sprache eines Wortes anzugeben.`,
      "Schreiben Sie [Wort]{lang=en}: die Klammern unmittelbar hintereinander, ohne Leer- und Anführungszeichen.",
    ],
    en: [
      `“${v.typed}” would print instead of telling the language of a word.`,
      "Write [word]{lang=en}: one bracket right behind the other, without spaces and quotes.",
    ],
  })),
  "link-scheme": error((v: { address: string }) => ({
    de: [
      v.address === "" ? "Dieser Verweis hat kein Ziel." : `Ein Verweis auf „${v.address}“ ist nicht erlaubt.`,
      "Erlaubt sind https://…, http://…, mailto:… und #… (ein Ziel in diesem Papier). Eine Datei führen Sie unter „anlagen“ auf.",
    ],
    en: [
      v.address === "" ? "This link has no target." : `A link to “${v.address}” is not allowed.`,
      "Allowed are https://…, http://…, mailto:… and #… (a target in this paper). List a file under “attachments”.",
    ],
  })),
  "address-with-spaces": error((v: { address: string; words: string; image: boolean }) => ({
    de: [
      `Die Adresse „${v.address}“ enthält Leerzeichen; deshalb wird die Zeile samt Klammern gedruckt.`,
      `Setzen Sie die Adresse in spitze Klammern: ${v.words}(<${v.address}>)${v.image ? "" : " (oder %20 für jedes Leerzeichen)"}. Sind die Klammern Text, schreiben Sie „\\[“ statt „[“.`,
    ],
    en: [
      `The address “${v.address}” has spaces in it, so the line prints with its brackets.`,
      `Put the address between angle brackets: ${v.words}(<${v.address}>)${v.image ? "" : " (or %20 for each space)"}. If the brackets are text, write “\\[” for “[”.`,
    ],
  })),
  "link-apart": warning((v: { link: string }) => ({
    de: [
      "Zwischen den Klammern steht ein Leerzeichen; deshalb werden sie gedruckt, statt ein Link zu werden.",
      `Schreiben Sie ${v.link}.`,
    ],
    en: ["There is a space between the brackets, so they print instead of becoming a link.", `Write ${v.link}.`],
  })),
  "heading-without-space": warning((v: { signs: string; title: string }) => ({
    de: [
      `Hinter „${v.signs}“ fehlt ein gewöhnliches Leerzeichen; die Zeile wird als Text gedruckt und nicht zur Überschrift.`,
      `Schreiben Sie „${v.signs} ${v.title}“.`,
    ],
    en: [
      `An ordinary space after “${v.signs}” is missing, so the line prints as text instead of a heading.`,
      `Write “${v.signs} ${v.title}”.`,
    ],
  })),
  "heading-level-one": error((v: { title: string }) => ({
    de: [
      `„${v.title}“ ist eine Überschrift der ersten Ebene; die gehört dem Titel des Papiers.`,
      `Schreiben Sie „## ${v.title}“.`,
    ],
    en: [`“${v.title}” is a heading of level 1, which belongs to the paper's title.`, `Write “## ${v.title}”.`],
  })),
  "heading-skipped": error((v: { level: number; expected: number }) => ({
    de: [
      `Hier folgt eine Überschrift der Ebene ${v.level} („${"#".repeat(v.level)}“), wo höchstens Ebene ${v.expected} stehen kann.`,
      `Schreiben Sie „${"#".repeat(v.expected)}“ oder setzen Sie die fehlende Überschrift davor.`,
    ],
    en: [
      `Here is a heading of level ${v.level} (“${"#".repeat(v.level)}”) where level ${v.expected} is the deepest possible.`,
      `Write “${"#".repeat(v.expected)}”, or put the missing heading before it.`,
    ],
  })),
  "heading-empty": error((_: None) => ({
    de: ["Diese Überschrift hat keinen Text.", "Ergänzen Sie den Text oder löschen Sie die Zeile."],
    en: ["This heading has no text.", "Add the text or delete the line."],
  })),
  "section-twice": error((v: { title: string; line: number }) => ({
    de: [
      `Den Abschnitt „${v.title}“ gibt es schon in Zeile ${v.line}.`,
      "Führen Sie beide zusammen oder benennen Sie einen anders.",
    ],
    en: [`The section “${v.title}” already exists in line ${v.line}.`, "Merge the two or rename one of them."],
  })),
  "section-misspelt": warning((v: { title: string; suggestion: string }) => ({
    de: [
      `„${v.title}“ ist keiner der Abschnitte, die die Vorlage an ihren Platz setzt, und bleibt hier als Überschrift stehen.`,
      `Meinten Sie „## ${v.suggestion}“?`,
    ],
    en: [
      `“${v.title}” is none of the sections that the template puts in their place, and stays here as a heading.`,
      `Did you mean “## ${v.suggestion}”?`,
    ],
  })),
  "number-as-list": warning((v: { marker: string; word: string }) => ({
    de: [
      `„${v.marker} ${v.word} …“ am Zeilenanfang wird zu einer nummerierten Liste.`,
      `Ist das keine Aufzählung, schreiben Sie „${v.marker.replace(".", "\\.")} ${v.word}“.`,
    ],
    en: [
      `“${v.marker} ${v.word} …” at the start of a line becomes a numbered list.`,
      `If it is no list, write “${v.marker.replace(".", "\\.")} ${v.word}”.`,
    ],
  })),
  "underline-as-heading": warning((v: { title: string }) => ({
    de: [
      `„${v.title}“ wird durch die Striche darunter zur Überschrift.`,
      "Soll es Text mit einer Linie sein, lassen Sie vor den Strichen eine Zeile frei; eine Überschrift schreiben Sie mit „## “.",
    ],
    en: [
      `“${v.title}” becomes a heading through the dashes below it.`,
      "For text with a rule leave a blank line before the dashes; write a heading with “## ”.",
    ],
  })),
  "emphasis-not-closed": warning((_: None) => ({
    de: [
      "Diese Sternchen „**“ werden gedruckt, statt etwas fett zu setzen.",
      "Setzen Sie „**“ unmittelbar vor und hinter die Wörter; stößt ein Satzzeichen an die Sternchen, muss außen ein Leerzeichen stehen. Ein Sternchen als Zeichen schreiben Sie „\\*“.",
    ],
    en: [
      "These asterisks “**” will print instead of making something bold.",
      "Put “**” right before and after the words; where punctuation touches them, a space must stand outside. Write “\\*” for an asterisk.",
    ],
  })),
  "list-in-paragraph": warning((v: { marker: string }) => ({
    de: [
      `„${v.marker}“ sieht wie eine Aufzählung aus, steht aber mitten im Absatz und wird als Fließtext gedruckt.`,
      "Lassen Sie vor der Aufzählung eine Zeile frei.",
    ],
    en: [
      `“${v.marker}” looks like a list but stands within a paragraph and prints as running text.`,
      "Leave a blank line before the list.",
    ],
  })),
  "marker-without-space": warning((v: { typed: string; word: string }) => ({
    de: [
      `Hinter „${v.typed}“ fehlt ein gewöhnliches Leerzeichen; die Aufzählung wird als Fließtext gedruckt.`,
      `Schreiben Sie „${v.typed} ${v.word}“.`,
    ],
    en: [
      `An ordinary space after “${v.typed}” is missing, so the list prints as running text.`,
      `Write “${v.typed} ${v.word}”.`,
    ],
  })),
  "indented-code": warning((_: None) => ({
    de: [
      "Dieser Text ist um vier Zeichen eingerückt und wird deshalb wie Programmtext gedruckt.",
      "Löschen Sie die Leerzeichen am Zeilenanfang.",
    ],
    en: [
      "This text is indented by four spaces and therefore prints like program code.",
      "Delete the spaces at the start of the line.",
    ],
  })),
  "code-unclosed": warning((v: { mark: string }) => ({
    de: [
      `Alles nach „${v.mark}“ wird wie Programmtext gedruckt, weil eine zweite solche Zeile fehlt.`,
      "Löschen Sie die Zeichen; für eine Linie schreiben Sie „---“ und lassen davor und danach eine Zeile frei.",
    ],
    en: [
      `Everything after “${v.mark}” prints like program code, since a second such line is missing.`,
      "Delete the signs; for a rule write “---”, and leave a blank line before and after it.",
    ],
  })),
  "backslash-at-end": warning((_: None) => ({
    de: [
      "Dieses „\\“ wird gedruckt: Am Ende eines Absatzes gibt es nichts umzubrechen.",
      "Löschen Sie das Zeichen. Gehört die nächste Zeile noch dazu, löschen Sie die leere davor.",
    ],
    en: [
      "This “\\” will print: there is nothing to break at the end of a paragraph.",
      "Delete the character. If the next line belongs to it, delete the blank one before that.",
    ],
  })),
  "table-without-dashes": error((_: None) => ({
    de: [
      "Diese Zeilen mit „|“ werden nicht zur Tabelle; die Striche würden gedruckt.",
      "Schreiben Sie unter die Kopfzeile eine Zeile „| --- | --- |“ und lassen Sie innerhalb der Tabelle keine Zeile frei.",
    ],
    en: [
      "These lines with “|” do not make a table; the bars would print.",
      "Write a line “| --- | --- |” below the header, and leave no blank line within the table.",
    ],
  })),
  "table-of-tabs": warning((_: None) => ({
    de: [
      "Diese Zeilen sind mit Tabulatoren gegliedert, wie aus einer Tabellenkalkulation kopiert, und werden als Fließtext gedruckt.",
      "Schreiben Sie eine Tabelle: in jeder Zeile „|“ zwischen den Feldern und unter der Kopfzeile „| --- | --- |“.",
    ],
    en: [
      "These lines are divided by tabs, as if copied from a spreadsheet, and print as running text.",
      "Write a table: “|” between the cells of each line, and “| --- | --- |” below the header.",
    ],
  })),
  "table-columns": error((v: { header: number; dashes: number }) => ({
    de: [
      `Die Kopfzeile hat ${v.header} Felder, die Zeile aus Strichen ${v.dashes}; so wird daraus keine Tabelle.`,
      `Schreiben Sie „|${" --- |".repeat(v.header)}“.`,
    ],
    en: [
      `The header has ${v.header} cells, the line of dashes ${v.dashes}, so they make no table.`,
      `Write “|${" --- |".repeat(v.header)}”.`,
    ],
  })),
  "table-surplus-cells": error((v: { cells: number; columns: number }) => ({
    de: [
      `Diese Zeile der Tabelle hat ${v.cells} Felder, die Kopfzeile nur ${v.columns}.`,
      "Löschen Sie das überzählige „|“ oder ergänzen Sie die Kopfzeile; ein senkrechter Strich als Zeichen wird „\\|“ geschrieben.",
    ],
    en: [
      `This row of the table has ${v.cells} cells, the header only ${v.columns}.`,
      "Delete the surplus “|” or extend the header; write “\\|” for a vertical bar.",
    ],
  })),
  "table-text-row": warning((_: None) => ({
    de: [
      "Diese Zeile steht direkt unter der Tabelle und wird deshalb zu einer Tabellenzeile.",
      "Lassen Sie nach der Tabelle eine Zeile frei.",
    ],
    en: [
      "This line stands directly below the table and so becomes a row of it.",
      "Leave a blank line after the table.",
    ],
  })),
  "footnote-undefined": error((v: { label: string }) => ({
    de: [
      `Zur Fußnote „[^${v.label}]“ fehlt der Text.`,
      `Ergänzen Sie unten eine Zeile „[^${v.label}]: …“ oder löschen Sie das Zeichen.`,
    ],
    en: [`The footnote “[^${v.label}]” has no text.`, `Add a line “[^${v.label}]: …” below, or delete the reference.`],
  })),
  "footnote-label": error((v: { label: string }) => ({
    de: [
      `Die Bezeichnung der Fußnote „[^${v.label}]“ enthält Leerzeichen.`,
      `Schreiben Sie hier und vor ihrem Text „[^${v.label.trim().replace(/\s+/g, "-")}]“.`,
    ],
    en: [
      `The label of the footnote “[^${v.label}]” has spaces in it.`,
      `Write “[^${v.label.trim().replace(/\s+/g, "-")}]” here and before its text.`,
    ],
  })),
  "footnote-unused": error((v: { label: string }) => ({
    de: [
      `Auf die Fußnote „[^${v.label}]“ verweist nichts; ihr Text würde fehlen.`,
      `Setzen Sie „[^${v.label}]“ in den Text oder löschen Sie die Fußnote.`,
    ],
    en: [
      `Nothing refers to the footnote “[^${v.label}]”; its text would be missing.`,
      `Put “[^${v.label}]” into the text, or delete the footnote.`,
    ],
  })),
  "footnote-twice": error((v: { label: string; line: number }) => ({
    de: [
      `Die Fußnote „[^${v.label}]“ gibt es schon in Zeile ${v.line}.`,
      "Geben Sie einer der beiden eine andere Bezeichnung.",
    ],
    en: [`The footnote “[^${v.label}]” already exists in line ${v.line}.`, "Give one of the two another label."],
  })),
  "reference-unused": warning((v: { line: string }) => ({
    de: [
      `„${v.line}“ legt die Adresse eines Verweises fest, die kein Verweis benutzt.`,
      "Löschen Sie die Zeile, oder schreiben Sie „\\[“ statt „[“, wenn sie gedruckt werden soll.",
    ],
    en: [
      `“${v.line}” defines the address of a link, and no link uses it.`,
      "Delete the line, or write “\\[” for “[” if it is to print.",
    ],
  })),
  "reference-lost": error((v: { line: string }) => ({
    de: [
      `„${v.line}“ gilt als Adresse eines Verweises und würde nicht gedruckt.`,
      "Schreiben Sie „\\[“ statt „[“; für eine Fußnote schreiben Sie „[^1]“ in den Text und „[^1]: …“ hierher.",
    ],
    en: [
      `“${v.line}” counts as the address of a link and would not print.`,
      "Write “\\[” for “[”; for a footnote write “[^1]” in the text and “[^1]: …” here.",
    ],
  })),
  "body-too-complex": error((_: None) => ({
    de: [
      "Hier sind Zeichen zu tief verschachtelt oder zu dicht gehäuft, um sie zu lesen.",
      "Teilen Sie den Absatz auf, oder schreiben Sie die Sonderzeichen mit „\\“ davor.",
    ],
    en: [
      "Signs are nested too deeply or packed too densely here to be read.",
      "Split the paragraph, or put “\\” before the special characters.",
    ],
  })),
};
