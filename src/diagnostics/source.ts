/** Messages about reading a file and its frontmatter. */

import { error, warning } from "./message.ts";

/** What is saved by word processors. */
const foreign = {
  office: { de: "ein Dokument aus Word oder LibreOffice", en: "a document of Word or LibreOffice" },
  "old-office": { de: "ein Dokument aus einem älteren Word", en: "a document of an older Word" },
  pdf: { de: "eine PDF-Datei", en: "a PDF file" },
  "rich-text": { de: "formatierter Text (RTF)", en: "formatted text (RTF)" },
} as const;

/** @see diagnose */
export const sourceMessages = {
  "file-unreadable": error((v: { reason: "missing" | "outside" | "folder" | "too-large" | "denied" }) => ({
    de: [
      {
        missing: "Diese Datei gibt es nicht mehr.",
        outside: "Diese Datei liegt außerhalb des Ordners; eine Verknüpfung führt hinaus.",
        folder: "Hier wird eine gewöhnliche Datei erwartet, kein Ordner.",
        "too-large": "Diese Datei ist zu groß, um gelesen zu werden.",
        denied: "Diese Datei darf nicht gelesen werden.",
      }[v.reason],
      v.reason === "denied"
        ? "Geben Sie sich das Leserecht oder fragen Sie Ihre IT."
        : "Legen Sie eine Datei, die sich lesen lässt, selbst in den Ordner.",
    ],
    en: [
      {
        missing: "This file no longer exists.",
        outside: "This file lies outside the folder; a link leads out.",
        folder: "An ordinary file is expected here, not a folder.",
        "too-large": "This file is too large to be read.",
        denied: "This file may not be read.",
      }[v.reason],
      v.reason === "denied"
        ? "Give yourself permission to read it."
        : "Put a file that can be read into the folder itself.",
    ],
  })),
  "source-misnamed": warning((_: Record<never, never>) => ({
    de: [
      "Diese Datei wird nicht gelesen, weil ihr Name nicht auf „.md“ endet.",
      "Benennen Sie sie um. Windows zeigt Endungen nur, wenn im Explorer „Dateinamenerweiterungen“ eingeschaltet ist.",
    ],
    en: [
      "This file is not read, since its name does not end in “.md”.",
      "Rename it. Windows shows endings only if “File name extensions” is on in its Explorer.",
    ],
  })),
  "source-changed": error((_: Record<never, never>) => ({
    de: ["Diese Datei wurde während des Baus neu gespeichert.", "Bauen Sie noch einmal."],
    en: ["This file was saved anew during the build.", "Build once more."],
  })),
  "folder-unreadable": error((v: { folder: string }) => ({
    de: [
      `Der Ordner „${v.folder}“ darf nicht gelesen werden. Solange seine Dateien fehlen, wird nichts gebaut und nichts entfernt.`,
      "Geben Sie sich das Leserecht oder fragen Sie Ihre IT.",
    ],
    en: [
      `The folder “${v.folder}” may not be read. As long as its files are missing, nothing is built and nothing is removed.`,
      "Give yourself permission to read it.",
    ],
  })),
  "wrong-encoding": error((v: { encoding: string }) => ({
    de: [
      `Die Datei ist nicht in UTF-8 gespeichert (vermutlich ${v.encoding}).`,
      "Speichern Sie die Datei im Editor mit der Zeichenkodierung „UTF-8“.",
    ],
    en: [`The file is not encoded in UTF-8 (probably ${v.encoding}).`, "Save the file in your editor as “UTF-8”."],
  })),
  "not-text": error((v: { format: "office" | "old-office" | "pdf" | "rich-text" }) => ({
    de: [
      `Das ist keine Textdatei, sondern ${foreign[v.format].de}.`,
      "Öffnen Sie die Datei in dem Programm, aus dem sie stammt, und speichern Sie sie als „Nur Text“ in UTF-8.",
    ],
    en: [
      `This is no text file but ${foreign[v.format].en}.`,
      "Open it in the program that it comes from, and save it as plain text in UTF-8.",
    ],
  })),
  "control-character": error((v: { codePoint: string }) => ({
    de: [
      `Hier steht ein unsichtbares Steuerzeichen (${v.codePoint}).`,
      v.codePoint === "U+0000"
        ? "Solche Zeichen bleiben, wenn das Speichern abgebrochen ist: Holen Sie die Datei aus einer Sicherung, oder löschen Sie die Zeichen."
        : "Löschen Sie das Zeichen, oder tippen Sie die Stelle neu; es kommt oft beim Kopieren aus anderen Programmen mit.",
    ],
    en: [
      `There is an invisible control character (${v.codePoint}) here.`,
      v.codePoint === "U+0000"
        ? "Such characters are left when saving was cut off: restore the file from a backup, or delete the characters."
        : "Delete the character, or type the words anew; it often comes along when copying from other programs.",
    ],
  })),
  "garbled-text": error((v: { word: string }) => ({
    de: [
      `Hier sind Buchstaben verstümmelt: „${v.word}“.`,
      "Die Datei wurde einmal in einer falschen Zeichenkodierung geöffnet und gespeichert. Holen Sie sie aus einer Sicherung, oder tippen Sie die Wörter neu.",
    ],
    en: [
      `Letters are garbled here: “${v.word}”.`,
      "The file was once opened in a wrong encoding and saved. Restore it from a backup, or type the words anew.",
    ],
  })),
  "file-empty": error((_: Record<never, never>) => ({
    de: [
      "Die Datei ist leer.",
      "Stellen Sie wieder her, was darin stand, oder löschen Sie die Datei. Solange sie leer ist, wartet auf sie, wozu ihr Inhalt gehören könnte: Papiere und Tagesordnungen.",
    ],
    en: [
      "The file is empty.",
      "Restore what was in it, or delete the file. As long as it is empty, papers and agendas that its content may belong to wait for it.",
    ],
  })),
  "frontmatter-missing": error((_: Record<never, never>) => ({
    de: [
      "Der Kopf mit den Angaben fehlt.",
      "Beginnen Sie die Datei mit einer Zeile „---“, darunter „art: …“ und die übrigen Angaben, dann wieder „---“. „vorlage new“ schreibt ein Muster.",
    ],
    en: [
      "The frontmatter is missing.",
      "Begin the file with a line “---”, then “kind: …” and the other fields, then “---” again. “vorlage new” writes a stub.",
    ],
  })),
  "frontmatter-opening": error((v: { line: string }) => ({
    de: [
      v.line === "---"
        ? "Der Kopf beginnt erst hier statt in der ersten Zeile."
        : `Die erste Zeile muss genau „---“ lauten, nicht „${v.line}“.`,
      "Schreiben Sie drei Bindestriche allein in die erste Zeile, ohne etwas davor oder dahinter; darunter steht immer YAML.",
    ],
    en: [
      v.line === "---"
        ? "The frontmatter begins here instead of in the first line."
        : `The first line has to be exactly “---”, not “${v.line}”.`,
      "Write three hyphens alone on the first line, with nothing before or after them; what follows is always YAML.",
    ],
  })),
  "frontmatter-closing": error((v: { line: string }) => ({
    de: [
      `Der Kopf muss mit genau „---“ enden, nicht mit „${v.line}“.`,
      "Schreiben Sie drei Bindestriche allein in die Zeile.",
    ],
    en: [`The frontmatter has to end with exactly “---”, not “${v.line}”.`, "Write three hyphens alone on the line."],
  })),
  "frontmatter-unclosed": error((_: Record<never, never>) => ({
    de: [
      "Der Kopf wird nicht geschlossen.",
      "Schreiben Sie unter die letzte Angabe eine Zeile „---“; darunter beginnt der Text.",
    ],
    en: ["The frontmatter is not closed.", "Write a line “---” below the last field; the text begins after it."],
  })),
  "frontmatter-no-fields": error((_: Record<never, never>) => ({
    de: [
      "Hier stehen keine Angaben der Form „feld: wert“.",
      "Schreiben Sie je Zeile ein Feld, einen Doppelpunkt, ein Leerzeichen und den Wert, z. B. „art: antrag“.",
    ],
    en: [
      "There are no fields of the form “key: value” here.",
      "Write one field per line: key, colon, space, value, e.g. “kind: motion”.",
    ],
  })),
  "no-break-space": error((v: { key: string | undefined }) => ({
    de: [
      v.key === undefined
        ? "Die Einrückung enthält ein geschütztes statt eines gewöhnlichen Leerzeichens."
        : `Nach „${v.key}:“ steht ein geschütztes statt eines gewöhnlichen Leerzeichens.`,
      "Löschen Sie das Zeichen und tippen Sie ein Leerzeichen.",
    ],
    en: [
      v.key === undefined
        ? "The indentation has a no-break space instead of a space."
        : `“${v.key}:” is followed by a no-break space instead of a space.`,
      "Delete the character and type a space.",
    ],
  })),
  "space-missing": error((v: { sign: string }) => ({
    de: [`Nach „${v.sign}“ fehlt ein Leerzeichen.`, `Schreiben Sie „${v.sign} …“.`],
    en: [`A space is missing after “${v.sign}”.`, `Write “${v.sign} …”.`],
  })),
  "yaml-colon": error((_: Record<never, never>) => ({
    de: [
      "Ein Wert, der selbst „: “ enthält, braucht Anführungszeichen.",
      "Setzen Sie den ganzen Wert in einfache Anführungszeichen: titel: 'TOP 3: Haushalt'.",
    ],
    en: [
      "A value that contains “: ” itself needs quotes.",
      "Put the whole value into single quotes: title: 'Item 3: budget'.",
    ],
  })),
  "yaml-colon-missing": error((_: Record<never, never>) => ({
    de: [
      "In dieser Zeile fehlt der Doppelpunkt hinter dem Namen des Feldes.",
      "Schreiben Sie „feld: wert“; gehört die Zeile zum Wert darüber, rücken Sie sie ein. Beginnt hier schon der Text, fehlt davor die Zeile „---“.",
    ],
    en: [
      "The colon after the key is missing in this line.",
      "Write “key: value”; if the line belongs to the value above, indent it. If the text begins here, the line “---” before it is missing.",
    ],
  })),
  "yaml-first-character": error((v: { character: string }) => ({
    de: [
      `Ein Wert, der mit „${v.character}“ beginnt, braucht Anführungszeichen.`,
      v.character === "*"
        ? "Löschen Sie die Sternchen, denn Angaben werden weder fett noch kursiv; vor den Zeilen einer Liste steht „- “. Sonst setzen Sie den ganzen Wert in einfache Anführungszeichen."
        : "Setzen Sie den ganzen Wert in einfache Anführungszeichen: titel: '[Entwurf] Haushalt'.",
    ],
    en: [
      `A value that begins with “${v.character}” needs quotes.`,
      v.character === "*"
        ? "Delete the asterisks, for fields are neither bold nor italic; the lines of a list begin with “- ”. Otherwise put the whole value into single quotes."
        : "Put the whole value into single quotes: title: '[Draft] budget'.",
    ],
  })),
  "yaml-bracket": error((v: { character: string }) => ({
    de: [
      `Die Klammer „${v.character}“ wird nicht geschlossen.`,
      `Schreiben Sie „${v.character === "[" ? "]" : "}"}“ an das Ende der Aufzählung.`,
    ],
    en: [
      `The bracket “${v.character}” is not closed.`,
      `Write “${v.character === "[" ? "]" : "}"}” at the end of the list.`,
    ],
  })),
  "yaml-comma": error((_: Record<never, never>) => ({
    de: ["Vor diesem Komma steht nichts.", "Löschen Sie das überzählige Komma, oder ergänzen Sie davor den Wert."],
    en: ["There is nothing before this comma.", "Delete the surplus comma, or add the value before it."],
  })),
  "yaml-backslash": error((_: Record<never, never>) => ({
    de: [
      "Zwischen doppelten Anführungszeichen hat das Zeichen „\\“ eine eigene Bedeutung.",
      "Setzen Sie den ganzen Wert in einfache Anführungszeichen: 'Anlagen\\Plan.pdf'.",
    ],
    en: [
      "Between double quotes the character “\\” has a meaning of its own.",
      "Put the whole value into single quotes: 'Attachments\\Plan.pdf'.",
    ],
  })),
  "yaml-tab": error((_: Record<never, never>) => ({
    de: ["Die Einrückung enthält ein Tabulatorzeichen.", "Rücken Sie mit Leerzeichen ein."],
    en: ["The indentation contains a tab.", "Indent with spaces."],
  })),
  "yaml-quote": error((_: Record<never, never>) => ({
    de: [
      "Anführungszeichen werden nicht geschlossen oder stehen mitten im Wert.",
      "Schließen Sie das Anführungszeichen am Ende des Wertes; für Anführungszeichen im Text nehmen Sie „ und “.",
    ],
    en: [
      "A quote is not closed, or stands in the middle of the value.",
      "Close the quote at the end of the value; use “ and ” for quotes in text.",
    ],
  })),
  "yaml-indent": error((_: Record<never, never>) => ({
    de: [
      "Die Einrückung passt nicht zu den Zeilen darüber.",
      "Rücken Sie zusammengehörige Zeilen gleich weit ein, mit zwei Leerzeichen je Stufe. Gehört die Zeile zum Wert darüber, setzen Sie ihn ganz in einfache Anführungszeichen.",
    ],
    en: [
      "The indentation does not match the lines above.",
      "Indent lines that belong together alike, two spaces a level. If the line belongs to the value above, put all of it into single quotes.",
    ],
  })),
  "yaml-syntax": error((v: { detail: string }) => ({
    de: [
      "Ab hier sind die Angaben kein gültiges YAML.",
      `Prüfen Sie Doppelpunkte, Klammern, Anführungszeichen und Einrückung. (${v.detail})`,
    ],
    en: ["From here this is no valid YAML.", `Check colons, brackets, quotes and indentation. (${v.detail})`],
  })),
  "yaml-special": error((v: { what: "anchor" | "alias" | "tag" | "merge" | "key" }) => ({
    de: [
      {
        anchor: "YAML-Anker („&name“) sind nicht erlaubt.",
        alias: "YAML-Verweise („*name“) sind nicht erlaubt.",
        tag: "YAML-Typangaben („!…“) sind nicht erlaubt.",
        merge: "YAML-Zusammenführungen („<<“) sind nicht erlaubt.",
        key: "Als Feldname ist nur einfacher Text erlaubt.",
      }[v.what],
      "Schreiben Sie den Wert aus; soll das Zeichen Text sein, setzen Sie den Wert in Anführungszeichen.",
    ],
    en: [
      {
        anchor: "YAML anchors (“&name”) are not allowed.",
        alias: "YAML aliases (“*name”) are not allowed.",
        tag: "YAML tags (“!…”) are not allowed.",
        merge: "YAML merges (“<<”) are not allowed.",
        key: "Only plain text is allowed as a key.",
      }[v.what],
      "Write the value out; if the character is meant as text, put the value into quotes.",
    ],
  })),
  "value-cut-off": error((v: { value: string; comment: string }) => ({
    de: [
      v.value === ""
        ? "Alles nach „#“ gilt als Bemerkung; der Wert ist damit leer."
        : `Der Wert wird an „#“ abgeschnitten: gelesen wird nur „${v.value}“.`,
      `Setzen Sie den ganzen Wert in Anführungszeichen: '${`${v.value} #${v.comment}`.trim()}'.`,
    ],
    en: [
      v.value === ""
        ? "Everything after “#” is a comment; that leaves the value empty."
        : `The value is cut off at “#”: only “${v.value}” is read.`,
      `Put the whole value into quotes: '${`${v.value} #${v.comment}`.trim()}'.`,
    ],
  })),
  "value-commented": warning((v: { value: string; comment: string }) => ({
    de: [
      `Alles nach „#“ gilt als Bemerkung und wird nicht gedruckt: „${v.comment.trim()}“.`,
      "Gehört es zum Wert, setzen Sie den ganzen Wert in Anführungszeichen; sonst schreiben Sie die Bemerkung in eine eigene Zeile.",
    ],
    en: [
      `What follows “#” is a comment and is not printed: “${v.comment.trim()}”.`,
      "If it belongs to the value, put the whole value into quotes; otherwise write the comment on a line of its own.",
    ],
  })),
};
