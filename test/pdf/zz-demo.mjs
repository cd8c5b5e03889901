// ../../tmp/fuzz.ts
import { writeFileSync, mkdirSync } from "node:fs";

// src/diagnostics/message.ts
function error(text3) {
  return { severity: "error", text: text3 };
}
function warning(text3) {
  return { severity: "warning", text: text3 };
}
function didYouMean(suggestion, de, en) {
  if (suggestion === void 0) return { de, en };
  return { de: `Meinten Sie \u201E${suggestion}\u201C? ${de}`, en: `Did you mean \u201C${suggestion}\u201D? ${en}` };
}

// src/diagnostics/html.ts
var forTemplates = {
  de: "Welche Elemente es gibt, steht im README unter \u201EVorlagen\u201C.",
  en: "The README lists the elements under \u201CVorlagen\u201D."
};
var htmlMessages = {
  "unknown-element": error((v) => {
    const help = didYouMean(v.suggestion && `<${v.suggestion}>`, forTemplates.de, forTemplates.en);
    return {
      de: [`Das Element <${v.element}> gibt es nicht.`, help.de],
      en: [`There is no element <${v.element}>.`, help.en]
    };
  }),
  "unknown-attribute": error(
    (v) => {
      const allowed = v.allowed.length > 0 ? v.allowed.join(", ") : "\u2013";
      const help = didYouMean(v.suggestion, `Erlaubt sind: ${allowed}.`, `Allowed are: ${allowed}.`);
      return {
        de: [`<${v.element}> hat kein Attribut \u201E${v.attribute}\u201C.`, help.de],
        en: [`<${v.element}> has no attribute \u201C${v.attribute}\u201D.`, help.en]
      };
    }
  ),
  "wrong-attribute-value": error((v) => ({
    de: [`\u201E${v.value}\u201C ist kein Wert f\xFCr ${v.attribute} von <${v.element}>.`, `M\xF6glich ist: ${v.expected}.`],
    en: [`\u201C${v.value}\u201D is no value for ${v.attribute} of <${v.element}>.`, `Possible is: ${v.expected}.`]
  })),
  "missing-attribute": error((v) => ({
    de: [`<${v.element}> braucht das Attribut \u201E${v.attribute}\u201C.`, `Schreiben Sie <${v.element} ${v.attribute}="\u2026">.`],
    en: [`<${v.element}> needs the attribute \u201C${v.attribute}\u201D.`, `Write <${v.element} ${v.attribute}="\u2026">.`]
  })),
  "misplaced-element": error((v) => ({
    de: [`<${v.element}> darf nicht in <${v.parent}> stehen.`, forTemplates.de],
    en: [`<${v.element}> may not stand in <${v.parent}>.`, forTemplates.en]
  })),
  "misplaced-text": error((v) => ({
    de: [
      `In <${v.parent}> darf kein Text stehen: \u201E${v.text}\u201C.`,
      "Setzen Sie den Text in ein Element, das Text enth\xE4lt, z. B. <p> oder <td>."
    ],
    en: [
      `There may be no text in <${v.parent}>: \u201C${v.text}\u201D.`,
      "Put the text into an element that has text, e.g. <p> or <td>."
    ]
  })),
  "unclosed-element": error((v) => ({
    de: [`<${v.element}> wird nicht geschlossen.`, `Schreiben Sie </${v.element}> an das Ende des Elements.`],
    en: [`<${v.element}> is not closed.`, `Write </${v.element}> at the end of the element.`]
  })),
  "stray-end-tag": error((v) => ({
    de: [`</${v.element}> schlie\xDFt kein offenes Element.`, "Streichen Sie das Ende oder erg\xE4nzen Sie den Anfang."],
    en: [`</${v.element}> closes no open element.`, "Delete the end tag, or add the start tag."]
  })),
  "duplicate-anchor": error((v) => ({
    de: [`Die Sprungmarke \u201E${v.id}\u201C gibt es in diesem Papier zweimal.`, "Vergeben Sie jede id nur einmal."],
    en: [`The anchor \u201C${v.id}\u201D exists twice in this paper.`, "Give each id only once."]
  })),
  "unknown-anchor": error((v) => {
    const help = didYouMean(
      v.suggestion && `#${v.suggestion}`,
      "Nennen Sie eine \xDCberschrift in Kleinbuchstaben und mit Bindestrichen, z. B. #finanzielle-auswirkungen.",
      "Name a heading in lower case with hyphens, e.g. #financial-effects."
    );
    return {
      de: [`Die Sprungmarke \u201E#${v.id}\u201C gibt es in diesem Papier nicht.`, help.de],
      en: [`There is no anchor \u201C#${v.id}\u201D in this paper.`, help.en]
    };
  }),
  "title-missing": error((_) => ({
    de: ["Das Papier beginnt nicht mit einer \xDCberschrift <h1>.", "Beginnen Sie die Vorlage mit genau einem <h1>."],
    en: ["The paper does not begin with a heading <h1>.", "Begin the template with exactly one <h1>."]
  })),
  "template-heading-skipped": error((v) => ({
    de: [
      `Auf eine \xDCberschrift der Stufe ${v.from} folgt hier Stufe ${v.to}.`,
      `Nehmen Sie <h${v.from + 1}>; Vorleseprogramme brauchen l\xFCckenlose Stufen.`
    ],
    en: [
      `A heading of level ${v.from} is followed by level ${v.to} here.`,
      `Use <h${v.from + 1}>; screen readers need levels without gaps.`
    ]
  })),
  "table-uneven": error((v) => ({
    de: [
      `Diese Zeile belegt ${v.cells} Spalten, die Tabelle hat ${v.columns}.`,
      "Erg\xE4nzen oder streichen Sie Zellen; pr\xFCfen Sie colspan und rowspan."
    ],
    en: [
      `This row takes ${v.cells} columns; the table has ${v.columns}.`,
      "Add or remove cells; check colspan and rowspan."
    ]
  }))
};

// src/diagnostics/image.ts
var imageMessages = {
  "image-format": error((v) => ({
    de: [
      `\u201E${v.name}\u201C ist kein PNG-, JPEG- oder SVG-Bild${v.format ? `, sondern ${v.format}` : ""}.`,
      "Speichern Sie das Bild als PNG oder JPEG; die Endung des Dateinamens zu \xE4ndern gen\xFCgt nicht."
    ],
    en: [
      `\u201C${v.name}\u201D is not a PNG, JPEG or SVG picture${v.format ? ` but ${v.format}` : ""}.`,
      "Save the picture as PNG or JPEG; changing the file name's ending is not enough."
    ]
  })),
  "image-damaged": error((v) => ({
    de: [
      {
        incomplete: `Das Bild \u201E${v.name}\u201C ist unvollst\xE4ndig; das Ende fehlt.`,
        broken: `Das Bild \u201E${v.name}\u201C ist besch\xE4digt.`,
        encoding: `Das Bild \u201E${v.name}\u201C ist nicht in UTF-8 gespeichert.`
      }[v.what],
      v.what === "encoding" ? "Speichern Sie die SVG-Datei mit der Zeichenkodierung \u201EUTF-8\u201C." : "Kopieren oder speichern Sie das Bild noch einmal aus dem Programm, aus dem es stammt."
    ],
    en: [
      {
        incomplete: `The picture \u201C${v.name}\u201D is incomplete; its end is missing.`,
        broken: `The picture \u201C${v.name}\u201D is damaged.`,
        encoding: `The picture \u201C${v.name}\u201D is not encoded in UTF-8.`
      }[v.what],
      v.what === "encoding" ? "Save the SVG file as \u201CUTF-8\u201D." : "Copy or save the picture again from the program that it comes from."
    ]
  })),
  "image-too-large": error((v) => ({
    de: [
      `Das Bild \u201E${v.name}\u201C ist mit ${v.size} zu gro\xDF zum Drucken; m\xF6glich sind ${v.limit}.`,
      "Verkleinern Sie das Bild in einem Bildprogramm; f\xFCr eine ganze Seite gen\xFCgen 2000 \xD7 3000 Pixel."
    ],
    en: [
      `The picture \u201C${v.name}\u201D is too large to print: ${v.size}, where ${v.limit} is the most.`,
      "Make the picture smaller in an image editor; 2000 \xD7 3000 pixels are enough for a whole page."
    ]
  })),
  "image-unprintable": error((v) => ({
    de: [
      {
        cmyk: `Das Bild \u201E${v.name}\u201C ist in Druckfarben (CMYK) gespeichert, die ein archivf\xE4higes PDF nicht zeigen darf.`,
        arithmetic: `Das Bild \u201E${v.name}\u201C ist ein JPEG mit arithmetischer Kodierung, die kaum ein Programm lesen kann.`,
        lossless: `Das Bild \u201E${v.name}\u201C ist ein JPEG einer seltenen Art (verlustfrei oder mehrstufig), die PDF nicht kennt.`,
        depth: `Das Bild \u201E${v.name}\u201C ist ein JPEG mit mehr als 8 Bit je Farbe, die PDF nicht kennt.`
      }[v.reason],
      v.reason === "cmyk" ? "Wandeln Sie das Bild im Bildprogramm in RGB um und speichern Sie es als PNG oder JPEG." : "\xD6ffnen Sie das Bild in einem Bildprogramm und speichern Sie es als gew\xF6hnliches JPEG oder PNG."
    ],
    en: [
      {
        cmyk: `The picture \u201C${v.name}\u201D is stored in printing colours (CMYK), which an archivable PDF may not show.`,
        arithmetic: `The picture \u201C${v.name}\u201D is a JPEG with arithmetic coding, which hardly any program can read.`,
        lossless: `The picture \u201C${v.name}\u201D is a rare kind of JPEG (lossless or hierarchical) that PDF does not know.`,
        depth: `The picture \u201C${v.name}\u201D is a JPEG with more than 8 bits a colour, which PDF does not know.`
      }[v.reason],
      v.reason === "cmyk" ? "Convert the picture to RGB in an image editor and save it as PNG or JPEG." : "Open the picture in an image editor and save it as an ordinary JPEG or PNG."
    ]
  })),
  "svg-size": error((v) => ({
    de: [
      `Das SVG-Bild \u201E${v.name}\u201C sagt nicht, wie gro\xDF es ist.`,
      'Geben Sie am Element <svg> \u201EviewBox\u201C oder \u201Ewidth\u201C und \u201Eheight\u201C an, z. B. width="40mm" height="50mm".'
    ],
    en: [
      `The SVG picture \u201C${v.name}\u201D does not say how large it is.`,
      'Give the element <svg> a \u201CviewBox\u201D, or \u201Cwidth\u201D and \u201Cheight\u201D, e.g. width="40mm" height="50mm".'
    ]
  })),
  "svg-element": error((v) => ({
    de: [
      `Das SVG-Bild \u201E${v.name}\u201C enth\xE4lt <${v.element}>, das sich nicht sicher drucken l\xE4sst.`,
      {
        text: "Wandeln Sie Schrift in Pfade um (Inkscape: Pfad \u2192 Objekt in Pfad umwandeln); die Schriftart liegt dem Bild nicht bei.",
        picture: "F\xFCgen Sie Fotos als eigenes PNG oder JPEG ein, oder speichern Sie das ganze Bild als PNG.",
        clone: "L\xF6sen Sie Klone auf (Inkscape: Bearbeiten \u2192 Klon \u2192 Klonverbindung aufl\xF6sen).",
        other: "Speichern Sie das Bild als \u201Eeinfaches SVG\u201C ohne Skripte, Filter und Animation, oder als PNG."
      }[v.reason]
    ],
    en: [
      `The SVG picture \u201C${v.name}\u201D contains <${v.element}>, which cannot be printed reliably.`,
      {
        text: "Convert text to paths (Inkscape: Path \u2192 Object to Path); the font does not come with the picture.",
        picture: "Put photographs in as a PNG or JPEG of their own, or save the whole picture as PNG.",
        clone: "Unlink clones (Inkscape: Edit \u2192 Clone \u2192 Unlink Clone).",
        other: "Save the picture as \u201Cplain SVG\u201D without scripts, filters and animation, or as PNG."
      }[v.reason]
    ]
  })),
  "svg-attribute": error((v) => ({
    de: [
      `Das SVG-Bild \u201E${v.name}\u201C enth\xE4lt ${v.attribute}="${v.value}", das sich nicht sicher drucken l\xE4sst.`,
      "Speichern Sie das Bild als \u201Eeinfaches SVG\u201C, nur mit Formen, Farben und Verl\xE4ufen, oder als PNG."
    ],
    en: [
      `The SVG picture \u201C${v.name}\u201D contains ${v.attribute}="${v.value}", which cannot be printed reliably.`,
      "Save the picture as \u201Cplain SVG\u201D with nothing but shapes, colours and gradients, or as PNG."
    ]
  }))
};

// src/diagnostics/markdown.ts
var markdownMessages = {
  "raw-html": error((v) => ({
    de: [
      `Hier steht HTML (\u201E${v.tag}\u201C), das nicht gedruckt werden kann.`,
      "Schreiben Sie Markdown: **fett**, *kursiv*, Listen mit \u201E-\u201C, Tabellen mit \u201E|\u201C. Ein \u201E<\u201C als Zeichen schreiben Sie \u201E\\<\u201C."
    ],
    en: [
      `There is HTML here (\u201C${v.tag}\u201D), which cannot be printed.`,
      "Write Markdown: **bold**, *italic*, lists with \u201C-\u201D, tables with \u201C|\u201D. Write \u201C\\<\u201D for the character \u201C<\u201D."
    ]
  })),
  "comment-unclosed": error((_) => ({
    de: [
      "Dieser Kommentar endet nicht; alles danach w\xFCrde fehlen.",
      "Schlie\xDFen Sie den Kommentar mit \u201E-->\u201C oder l\xF6schen Sie \u201E<!--\u201C."
    ],
    en: ["This comment does not end; everything after it would be missing.", "Close it with \u201C-->\u201D or delete \u201C<!--\u201D."]
  })),
  "image-without-alt": error((v) => ({
    de: [
      `Dem Bild \u201E${v.source}\u201C fehlt der Alternativtext.`,
      `Schreiben Sie zwischen die eckigen Klammern, was das Bild zeigt: ![Lageplan der Schule](${v.source}). F\xFCr blo\xDFen Schmuck: ![-](${v.source}).`
    ],
    en: [
      `The image \u201C${v.source}\u201D has no alternative text.`,
      `Say between the square brackets what it shows: ![Site plan of the school](${v.source}). For mere decoration: ![-](${v.source}).`
    ]
  })),
  "image-address": error((v) => ({
    de: [
      v.address === "" ? "Hier fehlt der Name der Bilddatei." : `Das Bild \u201E${v.address}\u201C liegt nicht im Inhaltsordner.`,
      "Legen Sie die Bilddatei neben diesen Text und nennen Sie ihren Namen: ![Lageplan](lageplan.png)."
    ],
    en: [
      v.address === "" ? "The name of the image file is missing here." : `The image \u201C${v.address}\u201D is not in the content folder.`,
      "Put the image file beside this text and give its name: ![Site plan](site-plan.png)."
    ]
  })),
  "link-scheme": error((v) => ({
    de: [
      v.address === "" ? "Dieser Verweis hat kein Ziel." : `Ein Verweis auf \u201E${v.address}\u201C ist nicht erlaubt.`,
      "Erlaubt sind https://\u2026, http://\u2026, mailto:\u2026 und #\u2026 (ein Ziel in diesem Papier). Eine Datei f\xFChren Sie unter \u201Eanlagen\u201C auf."
    ],
    en: [
      v.address === "" ? "This link has no target." : `A link to \u201C${v.address}\u201D is not allowed.`,
      "Allowed are https://\u2026, http://\u2026, mailto:\u2026 and #\u2026 (a target in this paper). List a file under \u201Cattachments\u201D."
    ]
  })),
  "heading-level-one": error((v) => ({
    de: [
      `\u201E${v.title}\u201C ist eine \xDCberschrift der ersten Ebene; die geh\xF6rt dem Titel des Papiers.`,
      `Schreiben Sie \u201E## ${v.title}\u201C.`
    ],
    en: [`\u201C${v.title}\u201D is a heading of level 1, which belongs to the paper's title.`, `Write \u201C## ${v.title}\u201D.`]
  })),
  "heading-skipped": error((v) => ({
    de: [
      `Hier folgt eine \xDCberschrift der Ebene ${v.level} (\u201E${"#".repeat(v.level)}\u201C), wo h\xF6chstens Ebene ${v.expected} stehen kann.`,
      `Schreiben Sie \u201E${"#".repeat(v.expected)}\u201C oder setzen Sie die fehlende \xDCberschrift davor.`
    ],
    en: [
      `Here is a heading of level ${v.level} (\u201C${"#".repeat(v.level)}\u201D) where level ${v.expected} is the deepest possible.`,
      `Write \u201C${"#".repeat(v.expected)}\u201D, or put the missing heading before it.`
    ]
  })),
  "heading-empty": error((_) => ({
    de: ["Diese \xDCberschrift hat keinen Text.", "Erg\xE4nzen Sie den Text oder l\xF6schen Sie die Zeile."],
    en: ["This heading has no text.", "Add the text or delete the line."]
  })),
  "section-twice": error((v) => ({
    de: [
      `Den Abschnitt \u201E${v.title}\u201C gibt es schon in Zeile ${v.line}.`,
      "F\xFChren Sie beide zusammen oder benennen Sie einen anders."
    ],
    en: [`The section \u201C${v.title}\u201D already exists in line ${v.line}.`, "Merge the two or rename one of them."]
  })),
  "number-as-list": warning((v) => ({
    de: [
      `\u201E${v.marker} ${v.word} \u2026\u201C am Zeilenanfang wird zu einer nummerierten Liste.`,
      `Ist das keine Aufz\xE4hlung, schreiben Sie \u201E${v.marker.replace(".", "\\.")} ${v.word}\u201C.`
    ],
    en: [
      `\u201C${v.marker} ${v.word} \u2026\u201D at the start of a line becomes a numbered list.`,
      `If it is no list, write \u201C${v.marker.replace(".", "\\.")} ${v.word}\u201D.`
    ]
  })),
  "underline-as-heading": warning((v) => ({
    de: [
      `\u201E${v.title}\u201C wird durch die Striche darunter zur \xDCberschrift.`,
      "Soll es Text mit einer Linie sein, lassen Sie vor den Strichen eine Zeile frei; eine \xDCberschrift schreiben Sie mit \u201E## \u201C."
    ],
    en: [
      `\u201C${v.title}\u201D becomes a heading through the dashes below it.`,
      "For text with a rule leave a blank line before the dashes; write a heading with \u201C## \u201D."
    ]
  })),
  "emphasis-not-closed": warning((_) => ({
    de: [
      "Diese Sternchen \u201E**\u201C werden gedruckt, statt etwas fett zu setzen.",
      "Setzen Sie \u201E**\u201C unmittelbar vor und hinter die W\xF6rter; st\xF6\xDFt ein Satzzeichen an die Sternchen, muss au\xDFen ein Leerzeichen stehen. Ein Sternchen als Zeichen schreiben Sie \u201E\\*\u201C."
    ],
    en: [
      "These asterisks \u201C**\u201D will print instead of making something bold.",
      "Put \u201C**\u201D right before and after the words; where punctuation touches them, a space must stand outside. Write \u201C\\*\u201D for an asterisk."
    ]
  })),
  "list-in-paragraph": warning((v) => ({
    de: [
      `\u201E${v.marker}\u201C sieht wie eine Aufz\xE4hlung aus, steht aber mitten im Absatz und wird als Flie\xDFtext gedruckt.`,
      "Lassen Sie vor der Aufz\xE4hlung eine Zeile frei."
    ],
    en: [
      `\u201C${v.marker}\u201D looks like a list but stands within a paragraph and prints as running text.`,
      "Leave a blank line before the list."
    ]
  })),
  "indented-code": warning((_) => ({
    de: [
      "Dieser Text ist um vier Zeichen einger\xFCckt und wird deshalb wie Programmtext gedruckt.",
      "L\xF6schen Sie die Leerzeichen am Zeilenanfang."
    ],
    en: [
      "This text is indented by four spaces and therefore prints like program code.",
      "Delete the spaces at the start of the line."
    ]
  })),
  "table-surplus-cells": error((v) => ({
    de: [
      `Diese Zeile der Tabelle hat ${v.cells} Felder, die Kopfzeile nur ${v.columns}.`,
      "L\xF6schen Sie das \xFCberz\xE4hlige \u201E|\u201C oder erg\xE4nzen Sie die Kopfzeile; ein senkrechter Strich als Zeichen wird \u201E\\|\u201C geschrieben."
    ],
    en: [
      `This row of the table has ${v.cells} cells, the header only ${v.columns}.`,
      "Delete the surplus \u201C|\u201D or extend the header; write \u201C\\|\u201D for a vertical bar."
    ]
  })),
  "table-text-row": warning((_) => ({
    de: [
      "Diese Zeile steht direkt unter der Tabelle und wird deshalb zu einer Tabellenzeile.",
      "Lassen Sie nach der Tabelle eine Zeile frei."
    ],
    en: [
      "This line stands directly below the table and so becomes a row of it.",
      "Leave a blank line after the table."
    ]
  })),
  "footnote-undefined": error((v) => ({
    de: [
      `Zur Fu\xDFnote \u201E[^${v.label}]\u201C fehlt der Text.`,
      `Erg\xE4nzen Sie unten eine Zeile \u201E[^${v.label}]: \u2026\u201C oder l\xF6schen Sie das Zeichen.`
    ],
    en: [`The footnote \u201C[^${v.label}]\u201D has no text.`, `Add a line \u201C[^${v.label}]: \u2026\u201D below, or delete the reference.`]
  })),
  "footnote-unused": error((v) => ({
    de: [
      `Auf die Fu\xDFnote \u201E[^${v.label}]\u201C verweist nichts; ihr Text w\xFCrde fehlen.`,
      `Setzen Sie \u201E[^${v.label}]\u201C in den Text oder l\xF6schen Sie die Fu\xDFnote.`
    ],
    en: [
      `Nothing refers to the footnote \u201C[^${v.label}]\u201D; its text would be missing.`,
      `Put \u201C[^${v.label}]\u201D into the text, or delete the footnote.`
    ]
  })),
  "footnote-twice": error((v) => ({
    de: [
      `Die Fu\xDFnote \u201E[^${v.label}]\u201C gibt es schon in Zeile ${v.line}.`,
      "Geben Sie einer der beiden eine andere Bezeichnung."
    ],
    en: [`The footnote \u201C[^${v.label}]\u201D already exists in line ${v.line}.`, "Give one of the two another label."]
  })),
  "reference-unused": warning((v) => ({
    de: [
      `\u201E[${v.label}]: \u2026\u201C legt die Adresse eines Verweises fest und wird nicht gedruckt; kein Verweis benutzt sie.`,
      "Soll die Zeile gedruckt werden, schreiben Sie \u201E\\[\u201C statt \u201E[\u201C; sonst l\xF6schen Sie sie."
    ],
    en: [
      `\u201C[${v.label}]: \u2026\u201D defines the address of a link and does not print; no link uses it.`,
      "If the line is to print, write \u201C\\[\u201D for \u201C[\u201D; otherwise delete it."
    ]
  })),
  "body-too-complex": error((_) => ({
    de: [
      "Hier sind Zeichen zu tief verschachtelt oder zu dicht geh\xE4uft, um sie zu lesen.",
      "Teilen Sie den Absatz auf, oder schreiben Sie die Sonderzeichen mit \u201E\\\u201C davor."
    ],
    en: [
      "Signs are nested too deeply or packed too densely here to be read.",
      "Split the paragraph, or put \u201C\\\u201D before the special characters."
    ]
  }))
};

// src/diagnostics/output.ts
var outputMessages = {
  "unknown-selection": error((v) => {
    const help = didYouMean(
      v.suggestion,
      "Nennen Sie Kennungen oder Pfade von Papieren im Inhaltsordner.",
      "Give ids or paths of papers in the content folder."
    );
    return {
      de: [`Ein Papier \u201E${v.word}\u201C gibt es nicht.`, help.de],
      en: [`There is no paper \u201C${v.word}\u201D.`, help.en]
    };
  }),
  "selection-not-printable": error((v) => ({
    de: [
      `\u201E${v.word}\u201C ist kein Papier, das gedruckt wird (${v.kind}).`,
      "F\xFCr eine ganze Sitzung nehmen Sie --meeting KENNUNG."
    ],
    en: [`\u201C${v.word}\u201D is no paper that prints (${v.kind}).`, "For a whole meeting use --meeting ID."]
  })),
  "write-failed": error((v) => ({
    de: [
      `\u201E${v.path}\u201C konnte nicht geschrieben werden: ${{
        denied: "keine Berechtigung",
        full: "der Datentr\xE4ger ist voll",
        "not-a-folder": "auf dem Weg dorthin liegt eine Datei statt eines Ordners",
        "is-a-folder": "dort liegt ein Ordner dieses Namens",
        busy: "die Datei ist in einem anderen Programm ge\xF6ffnet"
      }[v.reason]}.`,
      v.reason === "busy" ? "Schlie\xDFen Sie die Datei dort und versuchen Sie es noch einmal." : "Was dort lag, ist unver\xE4ndert. Beheben Sie die Ursache oder w\xE4hlen Sie mit --output einen anderen Ordner."
    ],
    en: [
      `\u201C${v.path}\u201D could not be written: ${{
        denied: "permission denied",
        full: "the disk is full",
        "not-a-folder": "a file is in the way of a folder",
        "is-a-folder": "there is a folder of that name",
        busy: "the file is open in another program"
      }[v.reason]}.`,
      v.reason === "busy" ? "Close the file there and try again." : "What was there is unchanged. Remove the cause, or choose another folder with --output."
    ]
  })),
  "output-unknown-file": warning((v) => ({
    de: [
      `\u201E${v.path}\u201C liegt im Ausgabeordner f\xFCr \xD6ffentliches, stammt aber nicht von diesem Programm.`,
      "Pr\xFCfen Sie, ob die Datei dort sein soll."
    ],
    en: [
      `\u201C${v.path}\u201D lies in the public output folder but was not written by this program.`,
      "Check whether it should be there."
    ]
  }))
};

// src/diagnostics/print.ts
var printMessages = {
  "character-without-glyph": error((v) => ({
    de: [
      `F\xFCr das Zeichen \u201E${v.character}\u201C (${v.codePoint}) hat keine der Schriften ein Bild.`,
      "Ersetzen Sie das Zeichen, oder tragen Sie in theme.yaml eine Schrift ein, die es enth\xE4lt."
    ],
    en: [
      `No font has a glyph for the character \u201C${v.character}\u201D (${v.codePoint}).`,
      "Replace the character, or name a font in theme.yaml that has it."
    ]
  })),
  "text-lost": error((v) => ({
    de: [
      `Der Text \u201E${v.text}\u201C steht auf keiner Seite.`,
      "Das ist ein Fehler des Programms: Bitte melden Sie ihn, und teilen Sie den Absatz bis dahin auf."
    ],
    en: [
      `The text \u201C${v.text}\u201D is on no page.`,
      "This is a fault of the program: please report it, and split the paragraph until it is mended."
    ]
  })),
  "table-too-wide": warning((v) => ({
    de: [
      `Die Tabelle mit ${v.columns} Spalten ist breiter als die Seite; W\xF6rter in ihr sind mitten im Wort umbrochen.`,
      "K\xFCrzen Sie lange W\xF6rter, oder teilen Sie die Tabelle in zwei schmalere."
    ],
    en: [
      `The table with ${v.columns} columns is wider than the page; words in it are broken in the middle.`,
      "Shorten long words, or split the table into two narrower ones."
    ]
  })),
  "word-too-long": warning((v) => ({
    de: [
      `Das Wort \u201E${v.word}\u201C ist l\xE4nger als eine Zeile und wurde mitten im Wort umbrochen.`,
      "F\xFCgen Sie ein Leerzeichen oder ein weiches Trennzeichen (U+00AD) ein."
    ],
    en: [
      `The word \u201C${v.word}\u201D is longer than a line and was broken in the middle.`,
      "Insert a space or a soft hyphen (U+00AD)."
    ]
  })),
  "link-without-target": warning((v) => ({
    de: [
      `Der Verweis auf \u201E#${v.target}\u201C f\xFChrt zu keiner \xDCberschrift dieses Dokuments und wurde als Text gedruckt.`,
      "Pr\xFCfen Sie die Schreibweise der Sprungmarke, oder entfernen Sie den Verweis."
    ],
    en: [
      `The link to \u201C#${v.target}\u201D leads to no heading of this document and was printed as text.`,
      "Check the spelling of the target, or remove the link."
    ]
  }))
};

// src/diagnostics/record.ts
var list = (words) => words.map((word) => `\u201E${word}\u201C`).join(", ");
var englishList = (words) => words.map((word) => `\u201C${word}\u201D`).join(", ");
var nouns = {
  motion: { de: "Antrag", none: "Einen Antrag", en: "motion" },
  resolution: { de: "Beschluss", none: "Einen Beschluss", en: "resolution" },
  explanation: { de: "Erl\xE4uterung", none: "Eine Erl\xE4uterung", en: "explanation" },
  "status-report": { de: "Sachstandsbericht", none: "Einen Sachstandsbericht", en: "status report" },
  "agenda-item": { de: "Tagesordnungspunkt", none: "Einen Tagesordnungspunkt", en: "agenda item" },
  meeting: { de: "Sitzung", none: "Eine Sitzung", en: "meeting" },
  body: { de: "K\xF6rperschaft", none: "Eine K\xF6rperschaft", en: "body" },
  committee: { de: "Gremium", none: "Ein Gremium", en: "committee" },
  faction: { de: "Fraktion", none: "Eine Fraktion", en: "faction" },
  department: { de: "Amt", none: "Ein Amt", en: "department" }
};
var types = {
  text: { de: "Text", en: "text" },
  list: { de: "eine Liste", en: "a list" },
  mapping: { de: "einzelne Felder", en: "a mapping of fields" }
};
var typeHelp = {
  text: {
    de: "Schreiben Sie den Wert als Text hinter den Doppelpunkt.",
    en: "Write the value as text after the colon."
  },
  list: {
    de: "Schreiben Sie die Werte in eckige Klammern, z. B. [a, b], oder je Zeile mit \u201E- \u201C davor.",
    en: "Write the values in square brackets, e.g. [a, b], or one a line after \u201C- \u201D."
  },
  mapping: {
    de: "Schreiben Sie darunter einger\xFCckt je Zeile \u201Efeld: wert\u201C.",
    en: "Write \u201Ckey: value\u201D lines below it, indented."
  }
};
var recordMessages = {
  "missing-kind": error((v) => ({
    de: [
      `Das Feld \u201E${v.key}\u201C fehlt; es sagt, was dieses Papier ist.`,
      `Erg\xE4nzen Sie \u201E${v.key}: \u2026\u201C mit einem von ${list(v.kinds)}.`
    ],
    en: [
      `The field \u201C${v.key}\u201D is missing; it says what this paper is.`,
      `Add \u201C${v.key}: \u2026\u201D with one of ${englishList(v.kinds)}.`
    ]
  })),
  "unknown-kind": error((v) => {
    const help = didYouMean(v.suggestion, `M\xF6glich sind ${list(v.kinds)}.`, `Possible are ${englishList(v.kinds)}.`);
    return {
      de: [`Die Art \u201E${v.value}\u201C gibt es nicht.`, help.de],
      en: [`There is no kind \u201C${v.value}\u201D.`, help.en]
    };
  }),
  "unknown-key": error(
    (v) => {
      const help = didYouMean(
        v.suggestion,
        `M\xF6glich sind hier: ${v.allowed.join(", ")}.`,
        `Possible here: ${v.allowed.join(", ")}.`
      );
      return {
        de: [`Das Feld \u201E${v.key}\u201C gibt es hier nicht (${v.kind}).`, help.de],
        en: [`There is no field \u201C${v.key}\u201D here (${v.kind}).`, help.en]
      };
    }
  ),
  "duplicate-key": error((v) => ({
    de: [
      v.key === v.first ? `Das Feld \u201E${v.key}\u201C steht zweimal im Kopf.` : `\u201E${v.key}\u201C und \u201E${v.first}\u201C sind dasselbe Feld.`,
      "Lassen Sie nur eine der beiden Angaben stehen."
    ],
    en: [
      v.key === v.first ? `The field \u201C${v.key}\u201D is given twice.` : `\u201C${v.key}\u201D and \u201C${v.first}\u201D are the same field.`,
      "Keep only one of the two."
    ]
  })),
  "missing-field": error((v) => ({
    de: [`Das Feld \u201E${v.key}\u201C fehlt (${v.kind}).`, `Erg\xE4nzen Sie \u201E${v.key}: \u2026\u201C${v.example ? ` (${v.example})` : ""}.`],
    en: [`The field \u201C${v.key}\u201D is missing (${v.kind}).`, `Add \u201C${v.key}: \u2026\u201D${v.example ? ` (${v.example})` : ""}.`]
  })),
  "empty-value": error((v) => ({
    de: [
      `Das Feld \u201E${v.key}\u201C ist leer.`,
      "Tragen Sie einen Wert ein oder streichen Sie die Zeile; ein ausdr\xFCckliches \u201Ekeine\u201C oder \u201Eentf\xE4llt\u201C ist ein Wert."
    ],
    en: [`The field \u201C${v.key}\u201D is empty.`, "Give a value or delete the line; an explicit \u201Cnone\u201D is a value."]
  })),
  "wrong-type": error(
    (v) => ({
      de: [`\u201E${v.key}\u201C braucht ${types[v.type].de}, hier steht ${types[v.found].de}.`, typeHelp[v.type].de],
      en: [`\u201C${v.key}\u201D needs ${types[v.type].en}; this is ${types[v.found].en}.`, typeHelp[v.type].en]
    })
  ),
  "unknown-value": error((v) => {
    const help = didYouMean(
      v.suggestion,
      `M\xF6glich sind: ${v.allowed.join(", ")}.`,
      `Possible are: ${v.allowed.join(", ")}.`
    );
    return {
      de: [`\u201E${v.value}\u201C ist kein Wert f\xFCr \u201E${v.key}\u201C.`, help.de],
      en: [`\u201C${v.value}\u201D is no value for \u201C${v.key}\u201D.`, help.en]
    };
  }),
  "wrong-date": error((v) => ({
    de: [`\u201E${v.value}\u201C ist kein Datum.`, "Schreiben Sie Tag, Monat und Jahr als 19.04.2012 oder 2012-04-19."],
    en: [`\u201C${v.value}\u201D is no date.`, "Write day, month and year as 2012-04-19 or 19.04.2012."]
  })),
  "impossible-date": error((v) => ({
    de: [`Den Tag \u201E${v.value}\u201C gibt es im Kalender nicht.`, "Pr\xFCfen Sie Tag und Monat."],
    en: [`There is no day \u201C${v.value}\u201D in the calendar.`, "Check day and month."]
  })),
  "wrong-number": error((v) => ({
    de: [
      `\u201E${v.value}\u201C ist keine ganze Zahl.`,
      `Schreiben Sie bei \u201E${v.key}\u201C nur Ziffern, z. B. 12; Worte geh\xF6ren in \u201Ewortlaut\u201C.`
    ],
    en: [`\u201C${v.value}\u201D is no whole number.`, `Write only digits for \u201C${v.key}\u201D, e.g. 12; words go into \u201Cwords\u201D.`]
  })),
  "wrong-time": error((v) => ({
    de: [`\u201E${v.value}\u201C ist keine Uhrzeit.`, "Schreiben Sie Stunden und Minuten, z. B. 17:00."],
    en: [`\u201C${v.value}\u201D is no time of day.`, "Write hours and minutes, e.g. 17:00."]
  })),
  "wrong-id": error((v) => ({
    de: [
      `\u201E${v.value}\u201C taugt nicht als Kennung.`,
      "Erlaubt sind Buchstaben, Ziffern und dazwischen einzelne Bindestriche, Unterstriche oder Punkte, z. B. \u201Eantrag-2026-07\u201C."
    ],
    en: [
      `\u201C${v.value}\u201D cannot be an id.`,
      "Use letters, digits, and single hyphens, underscores or full stops between them, e.g. \u201Cmotion-2026-07\u201D."
    ]
  })),
  "wrong-locale": error((v) => ({
    de: [`\u201E${v.value}\u201C ist keine Sprachangabe.`, "Schreiben Sie sie nach BCP 47, z. B. \u201Ede-DE\u201C."],
    en: [`\u201C${v.value}\u201D is no language tag.`, "Write it after BCP 47, e.g. \u201Cde-DE\u201D."]
  })),
  "wrong-heading-key": error((v) => ({
    de: [
      `\u201E${v.key}\u201C taugt nicht als Schl\xFCssel eines Abschnitts.`,
      "Erlaubt sind Buchstaben, Ziffern und Bindestriche."
    ],
    en: [`\u201C${v.key}\u201D cannot be the key of a section.`, "Use letters, digits and hyphens."]
  })),
  "wrong-vote": error((_) => ({
    de: [
      "Die Abstimmung nennt weder Zahlen noch einen Wortlaut.",
      "Geben Sie ja, nein, enthaltungen an oder einen wortlaut \u2013 oder streichen Sie das Feld."
    ],
    en: ["The vote gives neither counts nor words.", "Give yes, no, abstentions, or words \u2013 or delete the field."]
  })),
  "wrong-period": error((v) => ({
    de: [`Der Zeitraum endet (${v.until}), bevor er beginnt (${v.since}).`, "Vertauschen Sie die beiden Tage."],
    en: [`The period ends (${v.until}) before it begins (${v.since}).`, "Swap the two days."]
  })),
  "unknown-reference": error(
    (v) => {
      const inBody = ["committee", "faction", "department"].includes(v.target);
      const de = inBody ? "Tragen Sie es in der Datei der K\xF6rperschaft ein oder berichtigen Sie die Kennung." : "Legen Sie die Datei an oder berichtigen Sie die Kennung.";
      const help = didYouMean(
        v.suggestion,
        de,
        inBody ? "Add it to the file of the body, or correct the id." : "Write that file, or correct the id."
      );
      return {
        de: [`${nouns[v.target].none} mit der Kennung \u201E${v.id}\u201C gibt es nicht.`, help.de],
        en: [`There is no ${nouns[v.target].en} with the id \u201C${v.id}\u201D.`, help.en]
      };
    }
  ),
  "wrong-reference": error((v) => ({
    de: [
      `\u201E${v.id}\u201C ist kein ${nouns[v.target].de}, sondern: ${nouns[v.found].de} (${v.file}).`,
      "Verschieben Sie die Kennung in das passende Feld oder berichtigen Sie sie."
    ],
    en: [
      `\u201C${v.id}\u201D is no ${nouns[v.target].en} but a ${nouns[v.found].en} (${v.file}).`,
      "Move the id to the right field, or correct it."
    ]
  })),
  "repeated-reference": error((v) => ({
    de: [`\u201E${v.id}\u201C ist hier zweimal genannt.`, "Streichen Sie die zweite Nennung."],
    en: [`\u201C${v.id}\u201D is named twice here.`, "Delete the second mention."]
  })),
  "duplicate-id": error((v) => ({
    de: [
      `Die Kennung \u201E${v.id}\u201C ist schon vergeben (${v.file}).`,
      "Geben Sie einem der beiden Papiere eine andere Kennung."
    ],
    en: [`The id \u201C${v.id}\u201D is already taken (${v.file}).`, "Give one of the two papers another id."]
  })),
  "duplicate-number": error((v) => ({
    de: [
      `Die Nummer ${v.number} hat in dieser Sitzung schon ein anderer Punkt (${v.file}).`,
      "Vergeben Sie jede Nummer nur einmal."
    ],
    en: [`Another item of this meeting has the number ${v.number} already (${v.file}).`, "Give each number only once."]
  })),
  "confidential-source": error((v) => ({
    de: [
      `Dieses \xF6ffentliche Papier bezieht sich auf etwas Nicht\xF6ffentliches: \u201E${v.id}\u201C (${v.file}).`,
      "Nehmen Sie den Verweis heraus oder stufen Sie eines der beiden Papiere anders ein."
    ],
    en: [
      `This public paper uses something non-public: \u201C${v.id}\u201D (${v.file}).`,
      "Remove the reference, or change the visibility of one of the two."
    ]
  })),
  "reference-cycle": error((v) => ({
    de: [`Diese Verweise f\xFChren im Kreis: ${v.cycle.join(" \u2192 ")}.`, "L\xF6sen Sie einen der Verweise auf."],
    en: [`These references lead in a circle: ${v.cycle.join(" \u2192 ")}.`, "Remove one of them."]
  })),
  "body-missing": error((v) => ({
    de: [
      `Im Ordner \u201E${v.folder}\u201C gibt es keine K\xF6rperschaft.`,
      "Legen Sie eine Datei mit \u201Eart: k\xF6rperschaft\u201C an; \u201Evorlage new k\xF6rperschaft\u201C schreibt ein Muster."
    ],
    en: [
      `There is no body in the folder \u201C${v.folder}\u201D.`,
      "Write a file with \u201Ckind: body\u201D; \u201Cvorlage new body\u201D writes a stub."
    ]
  })),
  "body-repeated": error((v) => ({
    de: [
      `Es gibt schon eine K\xF6rperschaft (${v.file}).`,
      "Ein Inhaltsordner geh\xF6rt zu genau einer K\xF6rperschaft; legen Sie f\xFCr die zweite einen eigenen an."
    ],
    en: [
      `There is a body already (${v.file}).`,
      "A content folder belongs to one body; make another folder for the second."
    ]
  })),
  "no-sources": error((v) => ({
    de: [
      `Im Ordner \u201E${v.folder}\u201C liegen keine Papiere (*.md).`,
      "\u201Evorlage init\u201C richtet einen Ordner mit Beispielen ein; mit --content nennen Sie einen anderen."
    ],
    en: [
      `There are no papers (*.md) in the folder \u201C${v.folder}\u201D.`,
      "\u201Cvorlage init\u201D sets up a folder with examples; name another with --content."
    ]
  })),
  "heading-repeated": error((v) => ({
    de: [
      `Die \xDCberschrift \u201E${v.words}\u201C steht schon f\xFCr \u201E${v.first}\u201C.`,
      "Geben Sie jedem Abschnitt einen eigenen Wortlaut."
    ],
    en: [`The heading \u201C${v.words}\u201D already stands for \u201C${v.first}\u201D.`, "Give each section words of its own."]
  })),
  "file-missing": error((v) => {
    const help = didYouMean(
      v.suggestion,
      "Pr\xFCfen Sie Namen und Ordner; Pfade gelten vom Ort dieser Datei aus, Gro\xDF- und Kleinschreibung z\xE4hlt.",
      "Check name and folder; paths are relative to this file, and case matters."
    );
    return {
      de: [`Die Datei \u201E${v.path}\u201C gibt es nicht.`, help.de],
      en: [`There is no file \u201C${v.path}\u201D.`, help.en]
    };
  }),
  "file-outside": error((v) => ({
    de: [
      `\u201E${v.path}\u201C liegt au\xDFerhalb des Inhaltsordners.`,
      "Kopieren Sie die Datei in den Inhaltsordner; Verkn\xFCpfungen nach au\xDFen gelten nicht."
    ],
    en: [
      `\u201C${v.path}\u201D lies outside the content folder.`,
      "Copy the file into the content folder; links that lead out do not count."
    ]
  })),
  "file-not-readable": error((v) => ({
    de: [`\u201E${v.path}\u201C ist ein Ordner oder darf nicht gelesen werden.`, "Nennen Sie eine Datei, die Sie \xF6ffnen k\xF6nnen."],
    en: [`\u201C${v.path}\u201D is a folder or may not be read.`, "Name a file that you can open."]
  })),
  "text-empty": error((v) => ({
    de: [
      `Unter dem Kopf steht kein Text (${v.kind}).`,
      "Schreiben Sie den Text unter die zweite Zeile \u201E---\u201C; ein ausdr\xFCckliches \u201Eentf\xE4llt\u201C gen\xFCgt."
    ],
    en: [
      `There is no text below the frontmatter (${v.kind}).`,
      "Write the text below the second line \u201C---\u201D; an explicit \u201Cnone\u201D will do."
    ]
  })),
  "text-not-printed": warning((v) => ({
    de: [
      `Dieser Text wird nirgends gedruckt (${v.kind}).`,
      "Nehmen Sie ihn heraus oder schreiben Sie ihn in ein Papier."
    ],
    en: [`This text is printed nowhere (${v.kind}).`, "Remove it, or write it into a paper."]
  }))
};

// src/diagnostics/source.ts
var sourceMessages = {
  "file-unreadable": error((v) => ({
    de: [
      {
        missing: "Diese Datei gibt es nicht mehr.",
        outside: "Diese Datei liegt au\xDFerhalb des Ordners; eine Verkn\xFCpfung f\xFChrt hinaus.",
        folder: "Hier wird eine Datei erwartet, kein Ordner.",
        denied: "Diese Datei darf nicht gelesen werden."
      }[v.reason],
      v.reason === "denied" ? "Geben Sie sich das Leserecht oder fragen Sie Ihre IT." : "Legen Sie die Datei selbst in den Ordner."
    ],
    en: [
      {
        missing: "This file no longer exists.",
        outside: "This file lies outside the folder; a link leads out.",
        folder: "A file is expected here, not a folder.",
        denied: "This file may not be read."
      }[v.reason],
      v.reason === "denied" ? "Give yourself permission to read it." : "Put the file itself into the folder."
    ]
  })),
  "wrong-encoding": error((v) => ({
    de: [
      `Die Datei ist nicht in UTF-8 gespeichert (vermutlich ${v.encoding}).`,
      "Speichern Sie die Datei im Editor mit der Zeichenkodierung \u201EUTF-8\u201C."
    ],
    en: [`The file is not encoded in UTF-8 (probably ${v.encoding}).`, "Save the file in your editor as \u201CUTF-8\u201D."]
  })),
  "control-character": error((v) => ({
    de: [
      `Hier steht ein unsichtbares Steuerzeichen (${v.codePoint}).`,
      "L\xF6schen Sie das Zeichen; es kommt oft beim Kopieren aus anderen Programmen mit."
    ],
    en: [
      `There is an invisible control character (${v.codePoint}) here.`,
      "Delete the character; it often comes along when copying from other programs."
    ]
  })),
  "frontmatter-missing": error((_) => ({
    de: [
      "Der Kopf mit den Angaben fehlt.",
      "Beginnen Sie die Datei mit einer Zeile \u201E---\u201C, darunter \u201Eart: \u2026\u201C und die \xFCbrigen Angaben, dann wieder \u201E---\u201C. \u201Evorlage new\u201C schreibt ein Muster."
    ],
    en: [
      "The frontmatter is missing.",
      "Begin the file with a line \u201C---\u201D, then \u201Ckind: \u2026\u201D and the other fields, then \u201C---\u201D again. \u201Cvorlage new\u201D writes a stub."
    ]
  })),
  "frontmatter-opening": error((v) => ({
    de: [
      `Die erste Zeile muss genau \u201E---\u201C lauten, nicht \u201E${v.line}\u201C.`,
      "Der Kopf ist immer YAML; andere Sprachen sind nicht erlaubt."
    ],
    en: [
      `The first line has to be exactly \u201C---\u201D, not \u201C${v.line}\u201D.`,
      "Frontmatter is always YAML; no other language is allowed."
    ]
  })),
  "frontmatter-closing": error((v) => ({
    de: [
      `Der Kopf muss mit genau \u201E---\u201C enden, nicht mit \u201E${v.line}\u201C.`,
      "Schreiben Sie drei Bindestriche allein in die Zeile."
    ],
    en: [`The frontmatter has to end with exactly \u201C---\u201D, not \u201C${v.line}\u201D.`, "Write three hyphens alone on the line."]
  })),
  "frontmatter-unclosed": error((_) => ({
    de: [
      "Der Kopf wird nicht geschlossen.",
      "Schreiben Sie unter die letzte Angabe eine Zeile \u201E---\u201C; darunter beginnt der Text."
    ],
    en: ["The frontmatter is not closed.", "Write a line \u201C---\u201D below the last field; the text begins after it."]
  })),
  "frontmatter-no-fields": error((_) => ({
    de: [
      "Der Kopf enth\xE4lt keine Angaben der Form \u201Efeld: wert\u201C.",
      "Schreiben Sie je Zeile ein Feld, einen Doppelpunkt, ein Leerzeichen und den Wert, z. B. \u201Eart: antrag\u201C."
    ],
    en: [
      "The frontmatter has no fields of the form \u201Ckey: value\u201D.",
      "Write one field per line: key, colon, space, value, e.g. \u201Ckind: motion\u201D."
    ]
  })),
  "no-break-space": error((v) => ({
    de: [
      `Nach \u201E${v.key}:\u201C steht ein gesch\xFCtztes statt eines gew\xF6hnlichen Leerzeichens.`,
      "L\xF6schen Sie das Zeichen und tippen Sie ein Leerzeichen."
    ],
    en: [`\u201C${v.key}:\u201D is followed by a no-break space instead of a space.`, "Delete the character and type a space."]
  })),
  "space-missing": error((v) => ({
    de: [`Nach \u201E${v.key}:\u201C fehlt ein Leerzeichen.`, `Schreiben Sie \u201E${v.key}: \u2026\u201C.`],
    en: [`A space is missing after \u201C${v.key}:\u201D.`, `Write \u201C${v.key}: \u2026\u201D.`]
  })),
  "yaml-colon": error((_) => ({
    de: [
      "Ein Wert, der selbst \u201E: \u201C enth\xE4lt, braucht Anf\xFChrungszeichen.",
      "Setzen Sie den ganzen Wert in einfache Anf\xFChrungszeichen: titel: 'TOP 3: Haushalt'."
    ],
    en: [
      "A value that contains \u201C: \u201D itself needs quotes.",
      "Put the whole value into single quotes: title: 'Item 3: budget'."
    ]
  })),
  "yaml-tab": error((_) => ({
    de: ["Die Einr\xFCckung enth\xE4lt ein Tabulatorzeichen.", "R\xFCcken Sie mit Leerzeichen ein."],
    en: ["The indentation contains a tab.", "Indent with spaces."]
  })),
  "yaml-quote": error((_) => ({
    de: [
      "Anf\xFChrungszeichen werden nicht geschlossen oder stehen mitten im Wert.",
      "Schlie\xDFen Sie das Anf\xFChrungszeichen am Ende des Wertes; f\xFCr Anf\xFChrungszeichen im Text nehmen Sie \u201E und \u201C."
    ],
    en: [
      "A quote is not closed, or stands in the middle of the value.",
      "Close the quote at the end of the value; use \u201C and \u201D for quotes in text."
    ]
  })),
  "yaml-indent": error((_) => ({
    de: [
      "Die Einr\xFCckung passt nicht zu den Zeilen dar\xFCber.",
      "R\xFCcken Sie zusammengeh\xF6rige Zeilen gleich weit ein, mit zwei Leerzeichen je Stufe."
    ],
    en: [
      "The indentation does not match the lines above.",
      "Indent lines that belong together alike, two spaces a level."
    ]
  })),
  "yaml-syntax": error((v) => ({
    de: [
      "Der Kopf ist ab hier kein g\xFCltiges YAML.",
      `Pr\xFCfen Sie Doppelpunkte, Klammern, Anf\xFChrungszeichen und Einr\xFCckung. (${v.detail})`
    ],
    en: [
      "From here the frontmatter is no valid YAML.",
      `Check colons, brackets, quotes and indentation. (${v.detail})`
    ]
  })),
  "yaml-special": error((v) => ({
    de: [
      {
        anchor: "YAML-Anker (\u201E&name\u201C) sind nicht erlaubt.",
        alias: "YAML-Verweise (\u201E*name\u201C) sind nicht erlaubt.",
        tag: "YAML-Typangaben (\u201E!\u2026\u201C) sind nicht erlaubt.",
        merge: "YAML-Zusammenf\xFChrungen (\u201E<<\u201C) sind nicht erlaubt.",
        key: "Als Feldname ist nur einfacher Text erlaubt."
      }[v.what],
      "Schreiben Sie den Wert aus; soll das Zeichen Text sein, setzen Sie den Wert in Anf\xFChrungszeichen."
    ],
    en: [
      {
        anchor: "YAML anchors (\u201C&name\u201D) are not allowed.",
        alias: "YAML aliases (\u201C*name\u201D) are not allowed.",
        tag: "YAML tags (\u201C!\u2026\u201D) are not allowed.",
        merge: "YAML merges (\u201C<<\u201D) are not allowed.",
        key: "Only plain text is allowed as a key."
      }[v.what],
      "Write the value out; if the character is meant as text, put the value into quotes."
    ]
  })),
  "value-cut-off": error((v) => ({
    de: [
      `Der Wert wird an \u201E#\u201C abgeschnitten: gelesen wird nur \u201E${v.value}\u201C.`,
      `Setzen Sie den ganzen Wert in Anf\xFChrungszeichen: '${v.value} #${v.comment}'.`
    ],
    en: [
      `The value is cut off at \u201C#\u201D: only \u201C${v.value}\u201D is read.`,
      `Put the whole value into quotes: '${v.value} #${v.comment}'.`
    ]
  })),
  "value-commented": warning((v) => ({
    de: [
      `Alles nach \u201E#\u201C gilt als Bemerkung und wird nicht gedruckt: \u201E${v.comment.trim()}\u201C.`,
      "Geh\xF6rt es zum Wert, setzen Sie den ganzen Wert in Anf\xFChrungszeichen; sonst schreiben Sie die Bemerkung in eine eigene Zeile."
    ],
    en: [
      `What follows \u201C#\u201D is a comment and is not printed: \u201C${v.comment.trim()}\u201D.`,
      "If it belongs to the value, put the whole value into quotes; otherwise write the comment on a line of its own."
    ]
  }))
};

// src/diagnostics/template.ts
var templateMessages = {
  "template-missing": error((v) => ({
    de: [
      `Die Vorlage \u201E${v.name}\u201C fehlt im Ordner \u201E${v.folder}\u201C.`,
      "Legen Sie die Datei an oder pr\xFCfen Sie den Namen; Teilvorlagen liegen in \u201Epartials\u201C."
    ],
    en: [
      `The template \u201C${v.name}\u201D is missing in the folder \u201C${v.folder}\u201D.`,
      "Write the file, or check its name; partials live in \u201Cpartials\u201D."
    ]
  })),
  "template-syntax": error((v) => ({
    de: [
      "Die Vorlage ist hier kein g\xFCltiges Handlebars.",
      `Pr\xFCfen Sie geschweifte Klammern und ob jeder Block geschlossen ist. (${v.detail})`
    ],
    en: ["The template is no valid Handlebars here.", `Check braces, and that every block is closed. (${v.detail})`]
  })),
  "template-unescaped": error((v) => ({
    de: [
      `\u201E${v.source}\u201C w\xFCrde Auszeichnung ungepr\xFCft durchlassen.`,
      "Schreiben Sie zwei Klammern, {{\u2026}}; Text aus Papieren kommt mit {{markdown \u2026}} hinein."
    ],
    en: [
      `\u201C${v.source}\u201D would let markup through unchecked.`,
      "Write two braces, {{\u2026}}; text of papers enters by {{markdown \u2026}}."
    ]
  })),
  "template-unknown-path": error((v) => {
    const known = v.known.join(", ");
    const help = didYouMean(
      v.suggestion,
      known ? `Hier gibt es: ${known}.` : "Hier gibt es keine Felder.",
      known ? `Known here: ${known}.` : "There are no fields here."
    );
    return { de: [`\u201E${v.path}\u201C gibt es in den Daten nicht.`, help.de], en: [`The data has no \u201C${v.path}\u201D.`, help.en] };
  }),
  "template-unknown-helper": error((v) => {
    const help = didYouMean(v.suggestion, `Es gibt: ${v.known.join(", ")}.`, `There are: ${v.known.join(", ")}.`);
    return { de: [`Den Helfer \u201E${v.name}\u201C gibt es nicht.`, help.de], en: [`There is no helper \u201C${v.name}\u201D.`, help.en] };
  }),
  "template-unknown-partial": error((v) => {
    const help = didYouMean(
      v.suggestion,
      `Im Ordner \u201Epartials\u201C gibt es: ${v.known.join(", ")}.`,
      `The folder \u201Cpartials\u201D has: ${v.known.join(", ")}.`
    );
    return {
      de: [`Die Teilvorlage \u201E${v.name}\u201C gibt es nicht.`, help.de],
      en: [`There is no partial \u201C${v.name}\u201D.`, help.en]
    };
  }),
  "template-unsupported": error((v) => ({
    de: [
      `\u201E${v.source}\u201C wird in Vorlagen nicht unterst\xFCtzt.`,
      "Nehmen Sie #if, #unless, #each, #with, Teilvorlagen {{> name}} und die Helfer."
    ],
    en: [
      `\u201C${v.source}\u201D is not supported in templates.`,
      "Use #if, #unless, #each, #with, partials {{> name}} and the helpers."
    ]
  })),
  "template-wrong-argument": error((v) => ({
    de: [`So kann \u201E${v.helper}\u201C nicht aufgerufen werden.`, `Schreiben Sie ${v.usage}.`],
    en: [`\u201C${v.helper}\u201D cannot be called like this.`, `Write ${v.usage}.`]
  })),
  "template-not-text": error((v) => {
    const help = {
      object: { de: "Nennen Sie eines seiner Felder.", en: "Name one of its fields." },
      list: { de: "Durchlaufen Sie die Liste mit {{#each \u2026}}.", en: "Walk through the list with {{#each \u2026}}." },
      markdown: { de: `Schreiben Sie {{markdown ${v.path} level=2}}.`, en: `Write {{markdown ${v.path} level=2}}.` },
      boolean: { de: `Fragen Sie mit {{#if ${v.path}}} danach.`, en: `Ask for it with {{#if ${v.path}}}.` }
    }[v.type];
    return {
      de: [`\u201E${v.path}\u201C ist kein Text, den man drucken kann.`, help.de],
      en: [`\u201C${v.path}\u201D is no text that can print.`, help.en]
    };
  }),
  "template-value-absent": error((v) => ({
    de: [`\u201E${v.path}\u201C hat in diesem Papier keinen Wert.`, `Umgeben Sie die Stelle mit {{#if ${v.path}}} \u2026 {{/if}}.`],
    en: [`\u201C${v.path}\u201D has no value in this paper.`, `Put {{#if ${v.path}}} \u2026 {{/if}} around it.`]
  })),
  "text-not-placed": warning((_) => ({
    de: [
      "Dieser Text kommt im gedruckten Papier nicht vor.",
      "Die Vorlage gibt ihn nicht aus; erg\xE4nzen Sie dort {{markdown \u2026}} oder nehmen Sie den Text heraus."
    ],
    en: [
      "This text does not occur in the printed paper.",
      "The template leaves it out; add {{markdown \u2026}} there, or remove the text."
    ]
  })),
  "theme-syntax": error((v) => ({
    de: [
      "Die Gestaltung (theme.yaml) ist kein g\xFCltiges YAML.",
      `Pr\xFCfen Sie Doppelpunkte und Einr\xFCckung. (${v.detail})`
    ],
    en: ["The theme (theme.yaml) is no valid YAML.", `Check colons and indentation. (${v.detail})`]
  })),
  "theme-unknown-key": error((v) => {
    const help = didYouMean(
      v.suggestion,
      `M\xF6glich sind: ${v.allowed.join(", ")}.`,
      `Possible are: ${v.allowed.join(", ")}.`
    );
    return {
      de: [`Die Angabe \u201E${v.key}\u201C gibt es in der Gestaltung nicht.`, help.de],
      en: [`The theme has no \u201C${v.key}\u201D.`, help.en]
    };
  }),
  "theme-wrong-value": error((v) => ({
    de: [`Der Wert von \u201E${v.key}\u201C passt nicht.`, `Erwartet wird ${v.expected.de}.`],
    en: [`The value of \u201C${v.key}\u201D does not fit.`, `Expected is ${v.expected.en}.`]
  })),
  "theme-placeholder": error((v) => {
    const known = v.known.map((one) => `{${one}}`).join(", ");
    const help = didYouMean(v.suggestion && `{${v.suggestion}}`, `Es gibt: ${known}.`, `There are: ${known}.`);
    return {
      de: [`Den Platzhalter {${v.name}} gibt es nicht.`, help.de],
      en: [`There is no placeholder {${v.name}}.`, help.en]
    };
  }),
  "theme-contrast": error((v) => ({
    de: [
      `Die Farbe \u201E${v.key}\u201C ist auf Wei\xDF zu schwach (Kontrast ${v.ratio}:1).`,
      "W\xE4hlen Sie eine dunklere Farbe; n\xF6tig ist mindestens 4,5:1."
    ],
    en: [
      `The colour \u201C${v.key}\u201D is too weak on white (contrast ${v.ratio}:1).`,
      "Choose a darker colour; at least 4.5:1 is needed."
    ]
  })),
  "font-unusable": error((v) => ({
    de: [
      v.reason === "missing" ? `Die Schriftdatei \u201E${v.file}\u201C fehlt.` : `\u201E${v.file}\u201C ist keine TrueType- oder OpenType-Schrift.`,
      "Legen Sie eine TTF- oder OTF-Datei in den Vorlagenordner und nennen Sie ihren Pfad."
    ],
    en: [
      v.reason === "missing" ? `The font file \u201C${v.file}\u201D is missing.` : `\u201C${v.file}\u201D is no TrueType or OpenType font.`,
      "Put a TTF or OTF file into the templates folder and give its path."
    ]
  }))
};

// src/diagnostics/catalogue.ts
var catalogue = {
  ...sourceMessages,
  ...recordMessages,
  ...markdownMessages,
  ...imageMessages,
  ...templateMessages,
  ...htmlMessages,
  ...printMessages,
  ...outputMessages
};
var diagnosticCodes = Object.keys(catalogue);
function diagnose(code2, values, place, expected) {
  const entry = catalogue[code2];
  const text3 = entry.text(values);
  const part = (index) => ({ de: text3.de[index], en: text3.en[index] });
  return {
    severity: entry.severity,
    code: code2,
    message: part(0),
    help: part(1),
    ...place && { place },
    ...expected && expected.length > 0 && { expected }
  };
}

// src/model/document.ts
function assertNever(value) {
  throw new Error(`Unhandled: ${JSON.stringify(value)}`);
}

// src/pdf/kerning.ts
var X_ADVANCE = 4;
var PAIR_ADJUSTMENT = 2;
var CHAINED_CONTEXT = 8;
var EXTENSION = 9;
function readKerning(font2) {
  const view = new DataView(font2.buffer, font2.byteOffset, font2.byteLength);
  const table = findTable(view, "GPOS");
  if (table === void 0) return { between: () => 0, isContextual: () => false };
  const lookups = [];
  const contexts = [];
  for (const lookup of kernLookups(view, table)) {
    const subtables = readLookup(view, lookup, contexts);
    if (!subtables) return void 0;
    lookups.push(subtables);
  }
  return {
    isContextual: (glyphs) => contexts.some(
      (context) => context.every((coverage) => glyphs.some((glyph) => coverageIndex(view, coverage, glyph) !== void 0))
    ),
    between(left, right) {
      let sum2 = 0;
      for (const subtables of lookups) {
        for (const subtable of subtables) {
          const value = subtable(left, right);
          if (value === void 0) continue;
          sum2 += value;
          break;
        }
      }
      return sum2;
    }
  };
}
function findTable(view, tag) {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index++) {
    const record = 12 + 16 * index;
    if (tagAt(view, record) === tag) return view.getUint32(record + 8);
  }
  return void 0;
}
function tagAt(view, at) {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}
function kernLookups(view, table) {
  const scripts = table + view.getUint16(table + 4);
  const features = table + view.getUint16(table + 6);
  const lookups = table + view.getUint16(table + 8);
  const byTag = /* @__PURE__ */ new Map();
  for (let index = 0; index < view.getUint16(scripts); index++) {
    const record = scripts + 2 + 6 * index;
    byTag.set(tagAt(view, record), scripts + view.getUint16(record + 4));
  }
  const script = byTag.get("latn") ?? byTag.get("DFLT");
  if (script === void 0 || view.getUint16(script) === 0) return [];
  const language = script + view.getUint16(script);
  const indices = /* @__PURE__ */ new Set();
  for (let index = 0; index < view.getUint16(language + 4); index++) {
    const record = features + 2 + 6 * view.getUint16(language + 6 + 2 * index);
    if (tagAt(view, record) !== "kern") continue;
    const feature = features + view.getUint16(record + 4);
    for (let at = 0; at < view.getUint16(feature + 2); at++) indices.add(view.getUint16(feature + 4 + 2 * at));
  }
  return [...indices].sort((a, b) => a - b).map((index) => lookups + view.getUint16(lookups + 2 + 2 * index));
}
function readLookup(view, lookup, contexts) {
  const type = view.getUint16(lookup);
  const subtables = [];
  for (let index = 0; index < view.getUint16(lookup + 4); index++) {
    let at = lookup + view.getUint16(lookup + 6 + 2 * index);
    let subtype = type;
    if (type === EXTENSION) {
      subtype = view.getUint16(at + 2);
      at += view.getUint32(at + 4);
    }
    const format = view.getUint16(at);
    if (subtype === CHAINED_CONTEXT && format === 3) {
      contexts.push(sequenceOf(view, at));
      continue;
    }
    if (subtype !== PAIR_ADJUSTMENT) return void 0;
    const [first, second] = [view.getUint16(at + 4), view.getUint16(at + 6)];
    if (first !== X_ADVANCE || second !== 0) return void 0;
    subtables.push(format === 1 ? pairsByGlyph(view, at) : pairsByClass(view, at));
  }
  return subtables;
}
function sequenceOf(view, at) {
  const coverages = [];
  let position = at + 2;
  for (let part = 0; part < 3; part++) {
    const count = view.getUint16(position);
    for (let index = 1; index <= count; index++) coverages.push(at + view.getUint16(position + 2 * index));
    position += 2 + 2 * count;
  }
  return coverages;
}
function pairsByGlyph(view, at) {
  const coverage = at + view.getUint16(at + 2);
  return (left, right) => {
    const index = coverageIndex(view, coverage, left);
    if (index === void 0) return void 0;
    const set = at + view.getUint16(at + 10 + 2 * index);
    let low = 0;
    let high = view.getUint16(set) - 1;
    while (low <= high) {
      const middle = low + high >> 1;
      const record = set + 2 + 4 * middle;
      const glyph = view.getUint16(record);
      if (glyph === right) return view.getInt16(record + 2);
      if (glyph < right) low = middle + 1;
      else high = middle - 1;
    }
    return void 0;
  };
}
function pairsByClass(view, at) {
  const coverage = at + view.getUint16(at + 2);
  const leftClasses = at + view.getUint16(at + 8);
  const rightClasses = at + view.getUint16(at + 10);
  const rightCount = view.getUint16(at + 14);
  return (left, right) => {
    if (coverageIndex(view, coverage, left) === void 0) return void 0;
    const index = classOf(view, leftClasses, left) * rightCount + classOf(view, rightClasses, right);
    return view.getInt16(at + 16 + 2 * index);
  };
}
function coverageIndex(view, at, glyph) {
  if (view.getUint16(at) === 1) {
    const index = search(view.getUint16(at + 2), (middle) => compare(glyph, view.getUint16(at + 4 + 2 * middle)));
    return index;
  }
  const range = findRange(view, at, glyph);
  return range === void 0 ? void 0 : view.getUint16(range + 4) + glyph - view.getUint16(range);
}
function classOf(view, at, glyph) {
  if (view.getUint16(at) === 1) {
    const index = glyph - view.getUint16(at + 2);
    return index >= 0 && index < view.getUint16(at + 4) ? view.getUint16(at + 6 + 2 * index) : 0;
  }
  const range = findRange(view, at, glyph);
  return range === void 0 ? 0 : view.getUint16(range + 4);
}
function findRange(view, at, glyph) {
  const index = search(view.getUint16(at + 2), (middle) => {
    const record = at + 4 + 6 * middle;
    if (glyph < view.getUint16(record)) return -1;
    return glyph > view.getUint16(record + 2) ? 1 : 0;
  });
  return index === void 0 ? void 0 : at + 4 + 6 * index;
}
var compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
function search(count, order) {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = low + high >> 1;
    const side = order(middle);
    if (side === 0) return middle;
    if (side < 0) high = middle - 1;
    else low = middle + 1;
  }
  return void 0;
}

// src/pdf/pdfmake-classes.ts
import DocMeasureModule from "pdfmake/js/DocMeasure.js";
import DocumentContextModule from "pdfmake/js/DocumentContext.js";
import LayoutBuilderModule from "pdfmake/js/LayoutBuilder.js";
import LineModule from "pdfmake/js/Line.js";
import PageElementWriterModule from "pdfmake/js/PageElementWriter.js";
import PDFDocumentModule from "pdfmake/js/PDFDocument.js";
import RendererModule from "pdfmake/js/Renderer.js";
import SVGMeasureModule from "pdfmake/js/SVGMeasure.js";
import TableProcessorModule from "pdfmake/js/TableProcessor.js";
import TextBreakerModule from "pdfmake/js/TextBreaker.js";
function defaultOf(module) {
  const exported = module;
  return exported.default ?? module;
}
var DocMeasure = defaultOf(DocMeasureModule);
var DocumentContext = defaultOf(DocumentContextModule);
var LayoutBuilder = defaultOf(LayoutBuilderModule);
var Line = defaultOf(LineModule);
var PageElementWriter = defaultOf(PageElementWriterModule);
var PDFDocument = defaultOf(PDFDocumentModule);
var Renderer = defaultOf(RendererModule);
var SVGMeasure = defaultOf(SVGMeasureModule);
var TableProcessor = defaultOf(TableProcessorModule);
var TextBreaker = defaultOf(TextBreakerModule);

// src/pdf/font-library.ts
var MAX_SHAPED_WORDS = 5e4;
var COMBINING = /\p{M}/u;
var PLAIN = /^[\u0020-\u024f\u1e00-\u1eff\u2000-\u20bf]+$/u;
function layOut(font2, text3) {
  if (COMBINING.test(text3)) {
    const composed = font2.layout(text3, { liga: false, clig: false, dlig: false });
    if (composed.glyphs.length === Array.from(text3).length) return composed;
  }
  return font2.layout(text3, { liga: false, clig: false, dlig: false, ccmp: false });
}
var UNKNOWN = 0;
var HAS = 1;
var LACKS = 2;
var LibraryFont = class {
  path;
  font;
  /** Units of the font to thousandths. */
  scale;
  /** Nominal widths of glyphs in thousandths, as the PDF's font dictionary gives them. */
  #glyphWidths = /* @__PURE__ */ new Map();
  /** What was found out about the characters of the basic plane; every text is checked, so this has to be quick. */
  #known = new Uint8Array(65536);
  #shaped = /* @__PURE__ */ new Map();
  #kerning;
  constructor({ path, data }, font2) {
    this.path = path;
    this.font = font2;
    this.#kerning = readKerning(data);
    this.scale = 1e3 / font2.unitsPerEm;
  }
  has(codePoint) {
    if (codePoint >= this.#known.length) return this.font.hasGlyphForCodePoint(codePoint);
    if (this.#known[codePoint] === UNKNOWN)
      this.#known[codePoint] = this.font.hasGlyphForCodePoint(codePoint) ? HAS : LACKS;
    return this.#known[codePoint] === HAS;
  }
  shape(text3) {
    const cached2 = this.#shaped.get(text3);
    if (cached2) return cached2;
    if (this.#shaped.size >= MAX_SHAPED_WORDS) this.#shaped = /* @__PURE__ */ new Map();
    const shaped = this.#shapePlain(text3) ?? this.#shapeFully(text3);
    this.#shaped.set(text3, shaped);
    return shaped;
  }
  /** One glyph for each character, kerned; undefined for text that needs more. Equal to what fontkit gives. */
  #shapePlain(text3) {
    const kerning = this.#kerning;
    if (!kerning || !PLAIN.test(text3)) return void 0;
    const found = Array.from(text3, (character) => this.font.glyphForCodePoint(character.codePointAt(0) ?? 0));
    const glyphs = found.map((glyph) => glyph.id);
    if (kerning.isContextual(glyphs)) return void 0;
    const advances = found.map((glyph, index) => {
      const next = glyphs[index + 1];
      const kern = next === void 0 ? 0 : kerning.between(glyph.id, next);
      this.#glyphWidths.set(glyph.id, glyph.advanceWidth * this.scale);
      return (glyph.advanceWidth + kern) * this.scale;
    });
    return { glyphs, advances, offsets: void 0, width: advances.reduce((sum2, advance) => sum2 + advance, 0) };
  }
  #shapeFully(text3) {
    const run = layOut(this.font, text3);
    const offset = run.positions.some((position) => position.xOffset !== 0 || position.yOffset !== 0);
    const shaped = {
      glyphs: run.glyphs.map((glyph) => glyph.id),
      advances: run.positions.map((position) => position.xAdvance * this.scale),
      offsets: offset ? run.positions.map(
        (position) => position.xOffset !== 0 || position.yOffset !== 0 ? [position.xOffset * this.scale, position.yOffset * this.scale] : void 0
      ) : void 0,
      width: run.positions.reduce((sum2, position) => sum2 + position.xAdvance, 0) * this.scale
    };
    for (const glyph of run.glyphs) this.#glyphWidths.set(glyph.id, glyph.advanceWidth * this.scale);
    return shaped;
  }
  /** Width of a text in points. */
  width(text3, size) {
    return this.shape(text3).width * size / 1e3;
  }
  /** The glyph that the font's character map gives for a character on its own. */
  glyphOf(codePoint) {
    return this.font.glyphForCodePoint(codePoint).id;
  }
  /** Nominal width of a glyph that came out of {@link shape}. */
  glyphWidth(glyph) {
    return this.#glyphWidths.get(glyph) ?? 0;
  }
};
var library = /* @__PURE__ */ new Map();
var opener;
function open(data) {
  opener ??= new PDFDocument({}, {}, {}, {}, { autoFirstPage: false, font: null, info: {} }, null, () => false);
  opener._fontFamilies = {};
  return opener.font(data)._font;
}
function libraryFont(file) {
  let font2 = library.get(file.path);
  if (!font2) {
    const embedded = open(file.data);
    embeddedFontClass ??= embedded.constructor;
    font2 = new LibraryFont(file, embedded.font);
    library.set(file.path, font2);
  }
  return font2;
}
var embeddedFontClass;
function pdfkitEmbeddedFontClass() {
  if (!embeddedFontClass) throw new Error("No font was read yet");
  return embeddedFontClass;
}

// src/pdf/choose-font.ts
var REPLACEMENT = "\u25A1";
var INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\p{Variation_Selector}/gu;
var NEEDS_NO_GLYPH = /* @__PURE__ */ new Set([9, 10, 11, 12, 13, 133, 173, 8232, 8233]);
var graphemes = new Intl.Segmenter("de", { granularity: "grapheme" });
function faceOf(family2, face) {
  if (face.bold) return face.italic ? family2.boldItalic : family2.bold;
  return face.italic ? family2.italic : family2.regular;
}
function visibleText(text3) {
  return text3.replace(INVISIBLE, "");
}
function countVisible(text3) {
  return visibleText(text3).replace(/[\s\u0085\u00ad]/g, "").length;
}
function hasAll(font2, text3) {
  for (let index = 0; index < text3.length; index++) {
    const codePoint = text3.codePointAt(index) ?? 0;
    if (!font2.has(codePoint) && !NEEDS_NO_GLYPH.has(codePoint)) return false;
    if (codePoint > 65535) index++;
  }
  return true;
}
function chooseFonts(text3, family2, face, fonts2) {
  const visible = visibleText(text3);
  const first = libraryFont(faceOf(family2, face));
  if (hasAll(first, visible)) return visible === "" ? [] : [{ text: visible, font: first, missing: false }];
  const second = libraryFont(faceOf(fonts2.symbols, face));
  const third = libraryFont(faceOf(fonts2.text, face));
  const runs = [];
  for (const { segment } of graphemes.segment(visible)) {
    const font2 = hasAll(first, segment) ? first : hasAll(second, segment) ? second : hasAll(third, segment) ? third : void 0;
    const last = runs.at(-1);
    if (last && font2 && !last.missing && last.font === font2) last.text += segment;
    else runs.push({ text: segment, font: font2 ?? second, missing: font2 === void 0 });
  }
  return runs;
}

// src/pdf/structure.ts
var StructureElement = class _StructureElement {
  type;
  attributes;
  kids = [];
  #lazyParent;
  #follower;
  /** The object of the file, as soon as something refers to it. */
  ref;
  constructor(type, attributes = {}) {
    this.type = type;
    this.attributes = attributes;
  }
  /** Appends a new element. */
  append(type, attributes) {
    const element = new _StructureElement(type, attributes);
    this.kids.push(element);
    return element;
  }
  /**
   * Makes an element that is appended as soon as something of it is drawn: the order among the text of a paragraph
   * is known only then.
   */
  appendWhenDrawn(type, attributes) {
    const element = new _StructureElement(type, attributes);
    element.#lazyParent = this;
    return element;
  }
  /** Makes this element follow another, among the kids of `parent`, as soon as that one is drawn. */
  attachAfter(parent, other) {
    this.#lazyParent = parent;
    other.#follower = this;
  }
  /** Says that something of this element is drawn. */
  attach() {
    const parent = this.#lazyParent;
    if (!parent) return;
    this.#lazyParent = void 0;
    parent.attach();
    parent.kids.push(this);
    this.#follower?.attach();
  }
};
var LAYOUT_ARTIFACT = { artifact: "Layout" };
function isElement(owner) {
  return owner instanceof StructureElement;
}

// src/pdf/set-inlines.ts
var SCRIPT_SIZE = 0.66;
function setInlines(inlines2, context, owner) {
  const { bold, italic, size, color, family: family2 } = context;
  const look = { bold, italic, size, rise: 0, color, underline: false, strike: false, family: family2, owner };
  const runs = [];
  for (const inline of inlines2) setInline(inline, look, context, runs);
  return runs;
}
function setPlainText(text3, context, owner, source) {
  const { bold, italic, size, color, family: family2 } = context;
  const look = { bold, italic, size, rise: 0, color, underline: false, strike: false, family: family2, owner };
  const runs = [];
  addText(text3, source, look, context, runs);
  return runs;
}
function setAll(inlines2, look, context, runs) {
  for (const inline of inlines2) setInline(inline, look, context, runs);
}
function setInline(inline, look, context, runs) {
  const { theme: theme2, fonts: fonts2, noteElements } = context.setting;
  switch (inline.type) {
    case "text":
      addText(inline.value, inline, look, context, runs);
      return;
    case "strong":
      setAll(inline.children, { ...look, bold: true }, context, runs);
      return;
    case "emphasis":
      setAll(inline.children, { ...look, italic: !look.italic }, context, runs);
      return;
    case "deletion": {
      const owner = inner(look.owner, "Span", { lineThrough: true });
      setAll(inline.children, { ...look, strike: true, owner }, context, runs);
      return;
    }
    case "code": {
      const owner = inner(look.owner, "Code");
      const size = look.size * 0.9;
      addText(
        inline.value,
        inline,
        { ...look, size, family: fonts2.code, background: theme2.colors.tint, owner },
        context,
        runs
      );
      return;
    }
    case "subscript":
      setAll(
        inline.children,
        { ...look, size: look.size * SCRIPT_SIZE, rise: look.rise - look.size * 0.16 },
        context,
        runs
      );
      return;
    case "superscript":
      setAll(
        inline.children,
        { ...look, size: look.size * SCRIPT_SIZE, rise: look.rise + look.size * 0.36 },
        context,
        runs
      );
      return;
    case "link":
      setLink(inline, look, context, runs);
      return;
    case "span": {
      const owner = inner(look.owner, "Span", { lang: inline.lang });
      setAll(inline.children, { ...look, owner }, context, runs);
      return;
    }
    case "line-break":
      addText("\n", void 0, look, context, runs);
      return;
    case "note-reference": {
      const reference = inner(look.owner, "Reference");
      const target = context.setting.anchors.get(noteAnchor(inline.number));
      const owner = target === void 0 ? reference : inner(reference, "Link");
      const raised = {
        ...look,
        size: look.size * SCRIPT_SIZE,
        rise: look.rise + look.size * 0.36,
        color: theme2.colors.accent,
        owner,
        ...target !== void 0 && {
          link: {
            href: `#${target}`,
            description: `${context.setting.german ? "Fu\xDFnote" : "Footnote"} ${inline.number}`
          }
        }
      };
      const before = runs.length;
      addText(String(inline.number), inline, raised, context, runs);
      const last = runs.at(-1);
      const footnote = context.setting.notes.get(inline.number);
      if (last && footnote && runs.length > before) runs[runs.length - 1] = { ...last, note: footnote };
      const note2 = noteElements.get(inline.number);
      if (note2 && isElement(look.owner) && isElement(reference) && !context.setting.adoptedNotes.has(inline.number)) {
        context.setting.adoptedNotes.add(inline.number);
        note2.attachAfter(look.owner, reference);
      }
      return;
    }
    default:
      assertNever(inline);
  }
}
function noteAnchor(number2) {
  return `note ${number2}`;
}
function setLink(link2, look, context, runs) {
  const { theme: theme2, anchors, diagnostics } = context.setting;
  let href = link2.href;
  if (href.startsWith("#")) {
    const id = decodeFragment(href.slice(1));
    const anchor = anchors.get(id);
    if (anchor === void 0) {
      diagnostics.push(diagnose("link-without-target", { target: id }, link2.at));
      setAll(link2.children, look, context, runs);
      return;
    }
    href = `#${anchor}`;
  }
  const description = link2.title ?? (plainText(link2.children).trim() || link2.href);
  const owner = inner(look.owner, "Link", link2.title === void 0 ? {} : { title: link2.title });
  const target = { href, description };
  setAll(link2.children, { ...look, color: theme2.colors.accent, underline: true, owner, link: target }, context, runs);
}
function decodeFragment(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
function inner(owner, ...element) {
  return isElement(owner) ? owner.appendWhenDrawn(...element) : owner;
}
function plainText(inlines2) {
  let text3 = "";
  for (const inline of inlines2) {
    switch (inline.type) {
      case "text":
      case "code":
        text3 += inline.value;
        break;
      case "line-break":
        text3 += " ";
        break;
      case "note-reference":
        break;
      case "strong":
      case "emphasis":
      case "deletion":
      case "subscript":
      case "superscript":
      case "link":
      case "span":
        text3 += plainText(inline.children);
        break;
      default:
        assertNever(inline);
    }
  }
  return text3;
}
var STRAY_SPACES = /[\t\r\v\f\u0085\u2028\u2029]/g;
function addText(text3, source, look, context, runs) {
  const { fonts: fonts2 } = context.setting;
  const clean = text3.replace(STRAY_SPACES, " ");
  const styles = /* @__PURE__ */ new Map();
  for (const part of chooseFonts(clean, look.family, look, fonts2)) {
    const font2 = part.missing ? libraryFont(fonts2.symbols.regular) : part.font;
    let style = styles.get(font2);
    if (!style) {
      const { size, rise, color, underline, strike, background, owner, link: link2 } = look;
      style = {
        font: font2,
        size,
        rise,
        color,
        underline,
        strike,
        owner,
        ...background !== void 0 && { background },
        ...link2 && { link: link2 }
      };
      styles.set(font2, style);
    }
    runs.push({
      text: part.text,
      style,
      ...source && { source },
      ...part.missing && { replacement: REPLACEMENT }
    });
  }
}

// src/pdf/anchors.ts
function findAnchors(document) {
  const anchors = /* @__PURE__ */ new Map();
  const add2 = (id) => {
    if (!anchors.has(id)) anchors.set(id, `d${anchors.size + 1}`);
  };
  const visit = (blocks) => {
    for (const block of blocks) {
      switch (block.type) {
        case "section":
          if (block.id !== void 0) add2(block.id);
          visit(block.children);
          break;
        case "heading":
          add2(block.id);
          break;
        case "quote":
          visit(block.children);
          break;
        case "list":
          for (const item of block.items) visit(item.children);
          break;
        case "description-list":
          for (const entry of block.entries) visit(entry.description);
          break;
        case "table":
          for (const row of [...block.head, ...block.body]) for (const cell2 of row.cells) visit(cell2.children);
          break;
      }
    }
  };
  visit(document.children);
  for (const note2 of document.notes) {
    add2(noteAnchor(note2.number));
    visit(note2.children);
  }
  return anchors;
}

// src/pdf/completeness.ts
var TEXT_PROPERTY = { text: "value", code: "value", "code-block": "text" };
var EXCERPT = 60;
function findLostText(document, drawn) {
  const expected = /* @__PURE__ */ new Map();
  const visit = (value, at) => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, at);
      return;
    }
    if (typeof value !== "object" || value === null) return;
    const node = value;
    const place = node.at ?? at;
    const text3 = ownText(node);
    if (text3 !== void 0) {
      const count = (expected.get(value)?.count ?? 0) + countVisible(text3);
      expected.set(value, { text: text3, count, at: place });
    }
    for (const [key, inner2] of Object.entries(node)) if (key !== "at") visit(inner2, place);
  };
  visit(document.children, void 0);
  visit(document.notes, void 0);
  const diagnostics = [];
  for (const [node, { text: text3, count, at }] of expected) {
    if ((drawn.get(node) ?? 0) < count) diagnostics.push(diagnose("text-lost", { text: excerpt(text3) }, at));
  }
  return diagnostics;
}
function ownText(node) {
  const property = typeof node.type === "string" ? TEXT_PROPERTY[node.type] : void 0;
  if (property !== void 0) return String(node[property]);
  if (typeof node.marker === "string") return node.marker;
  if (typeof node.label === "string" && "value" in node) return node.label;
  return void 0;
}
function excerpt(text3) {
  return text3.length <= EXCERPT ? text3 : `${text3.slice(0, EXCERPT - 1)}\u2026`;
}

// src/pdf/break-opportunities.ts
var breaker = new TextBreaker();
var GLUED_SPACES = [
  /(?:§§?|\b(?:Abs|Absatz|Art|Artikel|Nr|Ziff|Ziffer|Satz|Anlage|TOP|S|Seite|Bd|Kap|Tel|Rn)\b\.?) (?=\d)/gu,
  /\d (?=(?:€|%|‰|EUR\b|Euro\b|km²?\b|m²|m³|cm\b|mm\b|kg\b|t\b|h\b|Uhr\b|Stellen\b|VZÄ\b|Mio\.|Mrd\.|Tsd\.))/gu,
  /\b\d{1,2}\. (?=(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)/gu,
  /\b(?:z|u|d|i|o|v|a|s|n|m)\. (?=(?:[A-ZÄÖÜ]|a|h|d|g|u|v|Chr)\.)/gu,
  /\b(?:Dr|Prof|Dipl|Herrn?|Frau)\.? (?=\p{Lu})/gu
];
function findBreaks(text3) {
  const glued = /* @__PURE__ */ new Set();
  for (const pattern of GLUED_SPACES) {
    for (const match of text3.matchAll(pattern)) glued.add(match.index + match[0].length);
  }
  const breaks = /* @__PURE__ */ new Map();
  let offset = 0;
  for (const word of breaker.getBreaks(text3, null)) {
    offset += word.text.length + (word.lineEnd ? 1 : 0);
    if (word.lineEnd) breaks.set(offset, true);
    else if (!glued.has(offset)) breaks.set(offset, false);
  }
  return breaks;
}
function cutIntoPieces(leaf) {
  if (leaf.pieces) return leaf.pieces;
  const text3 = leaf.runs.map((run) => run.text).join("");
  const breaks = findBreaks(text3);
  const ends = [...breaks.keys()];
  const pieces = [];
  let start = 0;
  let nextBreak = 0;
  for (const run of leaf.runs) {
    const end = start + run.text.length;
    let from2 = start;
    while (from2 < end) {
      while (nextBreak < ends.length && (ends[nextBreak] ?? 0) <= from2) nextBreak++;
      const to2 = Math.min(end, ends[nextBreak] ?? end);
      const forced = breaks.get(to2);
      pieces.push(makePiece(run, run.text.slice(from2 - start, to2 - start), forced === void 0, forced === true));
      from2 = to2;
    }
    start = end;
  }
  leaf.pieces = pieces;
  return pieces;
}
var TRAILING_SPACE = /[ \t]+$/;
function makePiece(run, text3, glued, lineEnd) {
  const { font: font2, size } = run.style;
  const printed = run.replacement ?? printedText(text3);
  const spaces = TRAILING_SPACE.exec(printed)?.[0];
  return {
    text: text3,
    style: run.style,
    source: run.source,
    replacement: run.replacement,
    pageOf: run.pageOf,
    note: run.note,
    width: printed === "" ? 0 : font2.width(printed, size),
    trailing: spaces === void 0 ? 0 : font2.width(spaces, size),
    glued,
    lineEnd
  };
}
function printedText(text3) {
  return /[\n\u00ad]/.test(text3) ? text3.replace(/[\n\u00ad]/g, "") : text3;
}

// src/pdf/set-line.ts
var SetLine = class _SetLine extends Line {
  pieces;
  height;
  baseline;
  /** Width of what is drawn. */
  naturalWidth;
  anchors;
  bookmark;
  /** Set on copies for repeated table heads. */
  repeated = false;
  constructor(maxWidth, pieces, height, baseline, naturalWidth) {
    super(maxWidth);
    this.pieces = pieces;
    this.height = height;
    this.baseline = baseline;
    this.naturalWidth = naturalWidth;
  }
  /** Footnotes that the line refers to. */
  get notes() {
    return this.pieces.flatMap(({ piece }) => piece.note ?? []);
  }
  getHeight() {
    return this.height;
  }
  getAscenderHeight() {
    return this.baseline;
  }
  getWidth() {
    return this.naturalWidth;
  }
  clone() {
    const copy = new _SetLine(this.maxWidth, this.pieces, this.height, this.baseline, this.naturalWidth);
    copy.anchors = this.anchors;
    copy.bookmark = this.bookmark;
    copy.repeated = this.repeated;
    if (this.x !== void 0) copy.x = this.x;
    if (this.y !== void 0) copy.y = this.y;
    return copy;
  }
};

// src/pdf/break-lines.ts
var SOFT_HYPHEN = "\xAD";
var TOLERANCE = 0.01;
var graphemes2 = new Intl.Segmenter("de", { granularity: "grapheme" });
function wordEnd(pieces, from2) {
  let end = from2;
  while (end < pieces.length - 1 && pieces[end]?.glued) end++;
  return end + 1;
}
function breakIntoLines(leaf, width) {
  if (leaf.broken && Math.abs(leaf.broken.width - width) < TOLERANCE) return leaf.broken.lines;
  const filler = new LineFiller(leaf, width);
  const pieces = cutIntoPieces(leaf);
  let at = 0;
  while (at < pieces.length) {
    const end = wordEnd(pieces, at);
    filler.addWord(pieces.slice(at, end));
    at = end;
  }
  const lines = filler.finish();
  const first = lines[0];
  if (first) {
    first.anchors = leaf.anchors;
    first.bookmark = leaf.bookmark;
  }
  leaf.broken = { width, lines };
  return lines;
}
function findCutWord(leaf, width) {
  const pieces = cutIntoPieces(leaf);
  for (let at = 0; at < pieces.length; ) {
    const end = wordEnd(pieces, at);
    const word = pieces.slice(at, end);
    if (wordWidth(word) > width + TOLERANCE) {
      return {
        text: word.map((piece) => piece.text).join("").trim(),
        source: word[0]?.source
      };
    }
    at = end;
  }
  return void 0;
}
function wordWidth(word) {
  let width = 0;
  for (const piece of word) width += piece.width;
  return width - (word.at(-1)?.trailing ?? 0);
}
function measureLeaf(leaf) {
  const pieces = cutIntoPieces(leaf);
  let min = 0;
  let max = 0;
  let line = 0;
  let trailing = 0;
  for (let at = 0; at < pieces.length; ) {
    const end = wordEnd(pieces, at);
    const word = pieces.slice(at, end);
    min = Math.max(min, wordWidth(word));
    for (const piece of word) line += piece.width;
    trailing = leaf.preserve ? 0 : word.at(-1)?.trailing ?? 0;
    max = Math.max(max, line - trailing);
    if (word.at(-1)?.lineEnd) line = 0;
    at = end;
  }
  return { min, max };
}
var LineFiller = class {
  #leaf;
  #width;
  #lines = [];
  #line = [];
  #used = 0;
  constructor(leaf, width) {
    this.#leaf = leaf;
    this.#width = width;
  }
  addWord(word) {
    const needed = wordWidth(word) + this.#hyphenWidth(word.at(-1));
    if (this.#line.length > 0 && this.#used + needed > this.#width + TOLERANCE) this.#endLine(false);
    if (this.#used + wordWidth(word) > this.#width + TOLERANCE) this.#addCut(word);
    else this.#push(word);
    if (word.at(-1)?.lineEnd) this.#endLine(true);
  }
  finish() {
    if (this.#line.length > 0 || this.#lines.length === 0) this.#endLine(true);
    return this.#lines;
  }
  #push(word) {
    for (const piece of word) {
      this.#line.push(piece);
      this.#used += piece.width;
    }
  }
  /** Room for the hyphen that a soft hyphen needs if the line ends after it. */
  #hyphenWidth(piece) {
    return piece?.text.endsWith(SOFT_HYPHEN) ? piece.style.font.width("-", piece.style.size) : 0;
  }
  /** A word that no line can hold breaks between any two characters. */
  #addCut(word) {
    for (const piece of word) {
      let part = "";
      for (const { segment } of graphemes2.segment(piece.text)) {
        const longer = part + segment;
        const width = piece.style.font.width(printedText(longer).trimEnd(), piece.style.size);
        if (this.#used + width > this.#width + TOLERANCE && (part !== "" || this.#line.length > 0)) {
          if (part !== "") this.#push([makePiece(piece, part, true, false)]);
          this.#endLine(false);
          part = segment;
        } else {
          part = longer;
        }
      }
      if (part !== "") this.#push([makePiece(piece, part, piece.glued, piece.lineEnd)]);
    }
  }
  #endLine(last) {
    const { leading, size, align, preserve } = this.#leaf;
    const pieces = this.#line;
    const lastPiece = pieces.at(-1);
    const placed = [];
    const free = this.#width - (this.#used - (lastPiece?.trailing ?? 0));
    const gaps = align === "justify" && !last ? pieces.filter((p2, i) => p2.trailing > 0 && i < pieces.length - 1).length : 0;
    const stretch = gaps > 0 && free > 0 ? free / gaps : 0;
    let x = align === "center" ? Math.max(0, free / 2) : align === "end" ? Math.max(0, free) : 0;
    for (const [index, piece] of pieces.entries()) {
      placed.push({ piece, x, text: piece.replacement ?? printedText(piece.text), hyphen: false });
      x += piece.width + (piece.trailing > 0 && index < pieces.length - 1 ? stretch : 0);
    }
    if (lastPiece && !last && lastPiece.text.endsWith(SOFT_HYPHEN))
      placed.push({ piece: lastPiece, x, text: "-", hyphen: true });
    const width = preserve ? this.#used : this.#used - (lastPiece?.trailing ?? 0);
    this.#lines.push(new SetLine(this.#width, placed, leading, (leading + 0.714 * size) / 2, width));
    this.#line = [];
    this.#used = 0;
  }
};

// src/pdf/make-leaf.ts
var PARAGRAPH_SPACE = 0.6;
function makeLeaf(runs, context) {
  const leading = context.size * context.setting.theme.lineHeight;
  const space = context.tight ? 0 : context.size * PARAGRAPH_SPACE;
  return { text: "", runs, align: context.align, leading, size: context.size, spaceBefore: space, spaceAfter: space };
}
function captionContext(context, parent) {
  const { theme: theme2 } = context.setting;
  return { ...context, parent, size: theme2.sizes.small, color: theme2.colors.muted, align: "start", tight: true };
}

// src/pdf/running-lines.ts
var GAP = 14;
var RUNNING_DISTANCE = 14;
var EDGE = 28;
function fillPlaceholders(text3, values) {
  return text3.replace(/\{([^{}]*)\}/g, (_, name) => values[name.trim()] ?? "").trim();
}
function setRunningLine(line, values, context, owner) {
  const fields = [
    { text: fillPlaceholders(line.left, values), align: "start" },
    { text: fillPlaceholders(line.center, values), align: "center" },
    { text: fillPlaceholders(line.right, values), align: "end" }
  ];
  const leaves = fields.map(({ text: text3, align }) => makeLeaf(setPlainText(text3, context, owner), { ...context, align }));
  const wanted = leaves.map((leaf) => leaf.runs.length === 0 ? 0 : measureLeaf(leaf).max);
  const widths = fieldWidths(wanted, context.width);
  return leaves.flatMap((leaf, index) => {
    const width = widths[index] ?? 0;
    if (width === 0) return [];
    const x = index === 0 ? 0 : index === 1 ? (context.width - width) / 2 : context.width - width;
    return [{ lines: breakIntoLines(leaf, width), x }];
  });
}
function fieldWidths([left = 0, center = 0, right = 0], width) {
  if (center > 0) {
    const middle = Math.min(center, width / 3);
    const side = (width - middle) / 2 - GAP;
    return [Math.min(left, side), middle, Math.min(right, side)];
  }
  const rest = width - (left > 0 && right > 0 ? GAP : 0);
  if (left + right <= rest) return [left, 0, right];
  if (left <= rest / 2) return [left, 0, rest - left];
  if (right <= rest / 2) return [rest - right, 0, right];
  return [rest / 2, 0, rest / 2];
}
function runningHeight(fields) {
  return Math.max(0, ...fields.map(({ lines }) => lines.reduce((sum2, line) => sum2 + line.height, 0)));
}
function marginFor(themeMargin, height) {
  return height === 0 ? themeMargin : Math.max(themeMargin, EDGE + height + RUNNING_DISTANCE);
}
function placeRunningLine(page, fields, x, y) {
  for (const field of fields) {
    let top = y;
    for (const line of field.lines) {
      line.x = x + field.x;
      line.y = top;
      top += line.height;
      page.items.push({ type: "line", item: line });
    }
  }
}

// src/pdf/setting.ts
function points(millimetres) {
  return millimetres * 72 / 25.4;
}

// src/pdf/page-furniture.ts
var HEADER = { artifact: "Header" };
var FOOTER = { artifact: "Footer" };
var WATERMARK = { artifact: "Watermark" };
var DRAFT_COLOR = "#e9e9ec";
var DRAFT_SHARE = 0.62;
function pageFrame(document, theme2, fonts2, page) {
  const { margins } = theme2.page;
  const left = points(margins.left);
  const right = points(margins.right);
  const width = page.width - left - right;
  const context = runningContext({
    setting: { document, theme: theme2, fonts: fonts2 },
    width
  });
  const height = (line, artifact) => runningHeight(setRunningLine(line, valuesFor(document, 888, 888), context, artifact));
  const top = marginFor(points(margins.top), height(theme2.header, HEADER));
  const bottom = marginFor(points(margins.bottom), height(footerLine(document, theme2), FOOTER));
  return { page, margins: { top, right, bottom, left }, measure: { width, height: page.height - top - bottom } };
}
function runningContext(context) {
  const { theme: theme2, fonts: fonts2 } = context.setting;
  return {
    ...context,
    size: theme2.sizes.small,
    color: theme2.colors.muted,
    bold: false,
    italic: false,
    family: fonts2.text,
    align: "start",
    tight: true
  };
}
function valuesFor(document, page, pages) {
  return { ...document.running, page: String(page), pages: String(pages) };
}
function footerLine(document, theme2) {
  const { draft } = document;
  if (!draft) return theme2.footer;
  const mark = `${draft.label} ${draft.revision}`;
  return { ...theme2.footer, left: theme2.footer.left === "" ? mark : `${theme2.footer.left} \xB7 ${mark}` };
}
function furnishPages(pages, frame, context) {
  const { document, theme: theme2 } = context.setting;
  const running = runningContext(context);
  const { left, top, bottom } = frame.margins;
  for (const [index, page] of pages.entries()) {
    const values = valuesFor(document, index + 1, pages.length);
    const header = setRunningLine(theme2.header, values, running, HEADER);
    placeRunningLine(page, header, left, top - RUNNING_DISTANCE - runningHeight(header));
    const footer = setRunningLine(footerLine(document, theme2), values, running, FOOTER);
    placeRunningLine(page, footer, left, frame.page.height - bottom + RUNNING_DISTANCE);
    if (document.draft) page.items.unshift({ type: "vector", item: draftMark(document.draft.label, frame, context) });
  }
}
function draftMark(text3, { page }, context) {
  const font2 = libraryFont(context.setting.fonts.text.bold);
  const size = Math.hypot(page.width, page.height) * DRAFT_SHARE / font2.width(text3, 1);
  const style = { font: font2, size, color: DRAFT_COLOR, rise: 0, underline: false, strike: false, owner: WATERMARK };
  return { type: "draft", text: text3, style };
}

// src/pdf/table-columns.ts
var SMALLEST_SCALE = 0.78;
function fitTable(box, width) {
  if (box.fitted && Math.abs(box.fitted.width - width) < 0.01) return box.fitted.fit;
  const scale = box.columnsReady || box.fitted ? 1 : scaleToFit(box, width);
  if (scale < 1) scaleTable(box, scale);
  const fit = fitColumns(box, width);
  box.fitted = { width, fit };
  return fit;
}
function fitColumns(box, width) {
  const available = width - (box._offsets?.total ?? 0);
  const columns = box.table.widths;
  if (box.columnsReady) {
    const isFill = (index) => box.fills[index] === true;
    const fixed = sum(columns.map((column, index) => isFill(index) ? 0 : Number(column.width)));
    const squeeze = Math.min(1, available * 2 / 3 / fixed);
    for (const [index, column] of columns.entries()) {
      column.width = isFill(index) ? available - fixed * squeeze : Number(column.width) * squeeze;
    }
    return "fits";
  }
  const min = columns.map((column) => column._minWidth ?? 0);
  const max = columns.map((column) => column._maxWidth ?? 0);
  const wanted = sum(max);
  let widths;
  let fit = "fits";
  if (wanted <= available) {
    widths = box.stretch ? spread(max, available - wanted, box.fills) : max;
  } else if (sum(min) <= available) {
    widths = share(min, max, available);
  } else {
    widths = share(
      min.map(() => 0),
      min,
      available
    );
    fit = "too-wide";
  }
  for (const [index, column] of columns.entries()) column.width = widths[index] ?? 0;
  return fit;
}
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
function spread(widths, left, fills) {
  const filling = fills.filter(Boolean).length;
  if (filling > 0) return widths.map((width, index) => width + (fills[index] ? left / filling : 0));
  const total = sum(widths) || 1;
  return widths.map((width) => width + left * width / total);
}
function share(min, max, available) {
  const widths = min.map(() => 0);
  let open2 = widths.map((_, index) => index);
  let left = available;
  for (; ; ) {
    const fair = left / open2.length;
    const content = open2.filter((index) => (max[index] ?? 0) <= fair);
    if (content.length === 0 || content.length === open2.length) break;
    for (const index of content) {
      widths[index] = max[index] ?? 0;
      left -= max[index] ?? 0;
    }
    open2 = open2.filter((index) => !content.includes(index));
  }
  for (; ; ) {
    const weight = sum(open2.map((index) => Math.sqrt(max[index] ?? 0))) || 1;
    const starved = open2.filter((index) => left * Math.sqrt(max[index] ?? 0) / weight < (min[index] ?? 0));
    if (starved.length === 0 || starved.length === open2.length) {
      const floor = sum(open2.map((index) => min[index] ?? 0));
      for (const index of open2) {
        widths[index] = starved.length === 0 ? left * Math.sqrt(max[index] ?? 0) / weight : (min[index] ?? 0) + (left - floor) / open2.length;
      }
      if (sum(widths) <= available + 0.01) return widths;
      return shrink(widths, min, available);
    }
    for (const index of starved) {
      widths[index] = min[index] ?? 0;
      left -= min[index] ?? 0;
    }
    open2 = open2.filter((index) => !starved.includes(index));
    if (open2.length === 0) return shrink(widths, min, available);
  }
}
function shrink(widths, min, available) {
  const excess = sum(widths) - available;
  if (excess <= 0) return [...widths];
  const slack = widths.map((width, index) => width - (min[index] ?? 0));
  const total = sum(slack);
  if (total <= 0) return widths.map((width) => width * available / sum(widths));
  return widths.map((width, index) => width - excess * (slack[index] ?? 0) / total);
}
function scaleToFit(box, width) {
  const available = width - (box._offsets?.total ?? 0);
  const needed = sum(box.table.widths.map((column) => column._minWidth ?? 0));
  return needed <= available ? 1 : Math.max(SMALLEST_SCALE, available / needed - 2e-3);
}
function scaleTable(box, scale) {
  for (const column of box.table.widths) {
    if (column._minWidth !== void 0) column._minWidth *= scale;
    if (column._maxWidth !== void 0) column._maxWidth *= scale;
    if (typeof column.width === "number") column.width *= scale;
  }
  for (const row of box.table.body)
    for (const cell2 of row) for (const inner2 of cell2.stack ?? []) scaleBox(inner2, scale);
}
function scaleBox(box, scale) {
  if (box.margin) box.margin = box.margin.map((side) => side * scale);
  if ("runs" in box) scaleLeaf(box, scale);
  else if ("stack" in box) {
    if (box.marker) {
      scaleLeaf(box.marker.leaf, scale);
      box.marker = { ...box.marker, indent: box.marker.indent * scale };
    }
    for (const inner2 of box.stack) scaleBox(inner2, scale);
  } else if ("table" in box) scaleTable(box, scale);
}
function scaleLeaf(leaf, scale) {
  const styles = /* @__PURE__ */ new Map();
  leaf.runs = leaf.runs.map((run) => {
    let style = styles.get(run.style);
    if (!style) {
      style = { ...run.style, size: run.style.size * scale, rise: run.style.rise * scale };
      styles.set(run.style, style);
    }
    return { ...run, style };
  });
  leaf.size *= scale;
  leaf.leading *= scale;
  delete leaf.pieces;
  delete leaf.broken;
}

// src/pdf/box-heights.ts
var MIN_LINES = 2;
function gapBetween(above, below) {
  return above ? Math.max(above.spaceAfter ?? 0, below.spaceBefore ?? 0) : 0;
}
function innerWidth(box, width) {
  return box.margin ? width - box.margin[0] - box.margin[2] : width;
}
function verticalMargin(box) {
  return box.margin ? box.margin[1] + box.margin[3] : 0;
}
function heightOf(box, width) {
  const inner2 = innerWidth(box, width);
  const margin = verticalMargin(box);
  if ("runs" in box) return margin + breakIntoLines(box, inner2).length * box.leading;
  if ("stack" in box) return margin + stackHeight(box.stack, inner2);
  if ("table" in box) {
    fitTable(box, inner2);
    return margin + rowHeights(box, 0, box.table.body.length);
  }
  return margin + box.height;
}
function stackHeight(boxes, width) {
  let height = 0;
  for (const [index, box] of boxes.entries()) height += gapBetween(boxes[index - 1], box) + heightOf(box, width);
  return height;
}
function rowHeights(box, from2, to2) {
  const look = box._layout;
  if (!look) return 0;
  const heights = [];
  const spanning = [];
  for (let row = from2; row < to2; row++) {
    let tallest = 0;
    for (const [column, cell2] of (box.table.body[row] ?? []).entries()) {
      if (!cell2.stack) continue;
      const height = stackHeight(cell2.stack, cellWidth(box, column, cell2));
      if (cell2.rowSpan === void 0) tallest = Math.max(tallest, height);
      else
        spanning.push({
          row,
          end: row + cell2.rowSpan,
          height: height + look.paddingTop(row) + look.paddingBottom(row)
        });
    }
    heights.push(tallest + look.paddingTop(row) + look.paddingBottom(row) + look.hLineWidth(row + 1));
  }
  for (const { row, end, height } of spanning) {
    if (end > to2) continue;
    const given = heights.slice(row - from2, end - from2).reduce((sum2, own) => sum2 + own, 0);
    const last = end - from2 - 1;
    heights[last] = (heights[last] ?? 0) + Math.max(0, height - given);
  }
  return heights.reduce((sum2, height) => sum2 + height, 0);
}
function cellWidth(box, column, cell2) {
  let width = 0;
  for (let c = column; c < column + (cell2.colSpan ?? 1); c++) {
    const own = box.table.widths[c]?.width;
    width += typeof own === "number" ? own : 0;
    if (c > column) width += box._offsets?.offsets[c] ?? 0;
  }
  return width;
}
function rowGroupEnd(box, row) {
  let end = row + 1;
  for (let r = row; r < end && r < box.table.body.length; r++) {
    for (const cell2 of box.table.body[r] ?? []) {
      if (!cell2._span && cell2.rowSpan) end = Math.max(end, r + cell2.rowSpan);
    }
  }
  return Math.min(end, box.table.body.length);
}
function wholeHeight(box, width) {
  if (box.keepUpTo === void 0) return void 0;
  const height = heightOf(box, width);
  return height <= box.keepUpTo ? height : void 0;
}
function startHeight(box, width) {
  const inner2 = innerWidth(box, width);
  const top = box.margin?.[1] ?? 0;
  if ("runs" in box) {
    const lines = breakIntoLines(box, inner2);
    const least = lines.length <= MIN_LINES + 1 ? lines : lines.slice(0, MIN_LINES);
    const notes = least.flatMap((line) => line.notes);
    return top + least.length * box.leading + notes.reduce((sum2, note2) => sum2 + note2.height, 0);
  }
  const whole = wholeHeight(box, width);
  if (whole !== void 0) return whole;
  if ("stack" in box) {
    return top + sequenceStartHeight(box.stack, 0, inner2);
  }
  if ("table" in box) {
    fitTable(box, inner2);
    const head = box.table.headerRows;
    return top + rowHeights(box, 0, rowGroupEnd(box, Math.min(head, box.table.body.length - 1)));
  }
  return heightOf(box, width);
}
function sequenceStartHeight(boxes, from2, width) {
  let height = 0;
  for (let index = from2; index < boxes.length; index++) {
    const box = boxes[index];
    if (!box) break;
    if (index > from2) height += gapBetween(boxes[index - 1], box);
    if (!box.keepWithNext || index === boxes.length - 1) return height + startHeight(box, width);
    height += heightOf(box, width);
  }
  return height;
}

// src/pdf/footnote-area.ts
var AREA_SPACE = 14;
var RULE_LENGTH = 100;
var MAX_NOTE_SHARE = 0.4;
var FootnoteArea = class {
  #pages = /* @__PURE__ */ new Map();
  #placed = /* @__PURE__ */ new Set();
  /** Wait for a line that can take them along. */
  #waiting = [];
  #ruleColor;
  #maxHeight;
  constructor(notes, width, pageHeight, ruleColor) {
    this.#ruleColor = ruleColor;
    this.#maxHeight = pageHeight * MAX_NOTE_SHARE;
    for (const note2 of notes) {
      const height = note2.box ? heightOf(note2.box, width) + (note2.box.spaceBefore ?? 0) : 0;
      note2.height = height > this.#maxHeight ? 0 : height;
    }
  }
  /** Height that the notes of some lines take, on a page, from the text. */
  heightFor(page, notes) {
    if (notes.length === 0 && this.#waiting.length === 0) return 0;
    const open2 = new Set([...notes, ...this.#waiting].filter((note2) => this.#isOpen(note2)));
    if (open2.size === 0) return 0;
    let height = this.#pages.has(page) ? 0 : AREA_SPACE;
    for (const note2 of open2) height += note2.height;
    return height;
  }
  /** Puts notes at the foot of a page; gives the height that they take. */
  place(page, notes) {
    const height = this.heightFor(page, notes);
    if (height === 0) return 0;
    const area = this.#pages.get(page) ?? { notes: [], height: 0 };
    for (const note2 of [...this.#waiting.splice(0), ...notes]) {
      if (!this.#isOpen(note2)) continue;
      area.notes.push(note2);
      this.#placed.add(note2);
    }
    area.height += height;
    this.#pages.set(page, area);
    return height;
  }
  /** Keeps notes for the next line that can take them along; more than a page can hold print at the end. */
  postpone(notes) {
    for (const note2 of notes) {
      if (!this.#isOpen(note2) || this.#waiting.includes(note2)) continue;
      const height = this.#waiting.reduce((sum2, waiting) => sum2 + waiting.height, note2.height);
      if (height > this.#maxHeight) note2.height = 0;
      else this.#waiting.push(note2);
    }
  }
  #isOpen(note2) {
    return note2.height > 0 && !this.#placed.has(note2);
  }
  /** Height that is taken at the foot of a page. */
  reserved(page) {
    return this.#pages.get(page)?.height ?? 0;
  }
  /** What prints at the foot of which page. */
  areas() {
    return [...this.#pages].map(([page, { notes, height }]) => ({ page, height, box: this.#boxOf(notes) }));
  }
  /** Notes that print at the end: too tall for a foot, or left waiting. */
  rest(notes) {
    const rest = notes.filter((note2) => !this.#placed.has(note2));
    return rest.length === 0 ? void 0 : this.#boxOf(rest);
  }
  #boxOf(notes) {
    const y = AREA_SPACE * 0.5;
    const rule = {
      canvas: [
        {
          type: "line",
          x1: 0,
          x2: RULE_LENGTH,
          y1: y,
          y2: y,
          lineWidth: 0.5,
          lineColor: this.#ruleColor,
          owner: LAYOUT_ARTIFACT
        }
      ],
      height: AREA_SPACE - 4,
      keepWithNext: true
    };
    return { stack: [rule, ...notes.flatMap((note2) => note2.box ?? [])] };
  }
};

// src/pdf/boxes.ts
var SVG_FONT_FAMILY = "text";

// src/pdf/measure-boxes.ts
var BoxMeasure = class extends DocMeasure {
  constructor(document) {
    super(document, {}, { font: SVG_FONT_FAMILY }, new SVGMeasure(), {});
  }
  measureLeaf(node) {
    const { min, max } = measureLeaf(node);
    node._minWidth = min;
    node._maxWidth = max;
    return node;
  }
  measureImage(node) {
    return Object.assign(node, {
      _width: node.width,
      _height: node.height,
      _minWidth: Math.min(node.width, MIN_PICTURE),
      _maxWidth: node.width,
      _alignment: node.alignment
    });
  }
};
var MIN_PICTURE = 40;

// src/pdf/page-space.ts
var TOLERANCE2 = 0.01;
var PageSpace = class extends LayoutBuilder {
  diagnostics = [];
  footnotes = new FootnoteArea([], 0, 0, "");
  constructor(size, margins) {
    super(size, margins, void 0);
  }
  get pageWidth() {
    return this.pageSize.width - this.pageMargins.left - this.pageMargins.right;
  }
  get pageHeight() {
    return this.pageSize.height - this.pageMargins.top - this.pageMargins.bottom;
  }
  /** Height that a new page would offer here, below repeated table heads. */
  get freshHeight() {
    return this.pageHeight - this.writer.repeatables.reduce((sum2, { height }) => sum2 + height, 0);
  }
  /** Height that is left on this page. pdfmake computes none while it holds a table's head back: nothing breaks there. */
  get available() {
    const { availableHeight } = this.writer.context();
    return Number.isNaN(availableHeight) ? Number.POSITIVE_INFINITY : availableHeight;
  }
  get atTop() {
    const context = this.writer.context();
    const heads = this.writer.repeatables.reduce((sum2, { height }) => sum2 + height, 0);
    return context.y <= context.pageMargins.top + heads + 8;
  }
  /** Begins a new page if less than this is left, and a new page has more. */
  ensure(height) {
    if (height > this.available + TOLERANCE2 && height <= this.freshHeight && !this.atTop) this.writer.moveToNextPage();
  }
};

// src/pdf/page-writer.ts
var PageWriter = class extends PageElementWriter {
  #footnotes;
  constructor(context, footnotes) {
    super(context);
    this.setMaxListeners(0);
    this.#footnotes = footnotes;
  }
  /** The next page may exist already, with footnotes from another cell of the same row. */
  moveToNextPage(orientation) {
    super.moveToNextPage(orientation);
    const context = this.context();
    context.availableHeight -= this.#footnotes.reserved(context.page);
  }
  addFragment(fragment, useX, useY, keepPosition) {
    if (!fragment.insertedOnPages) return super.addFragment(fragment, useX, useY, keepPosition);
    const { items } = fragment;
    fragment.items = items.map(asRepetition);
    try {
      return super.addFragment(fragment, useX, useY, keepPosition);
    } finally {
      fragment.items = items;
    }
  }
};
function asRepetition({ type, item }) {
  if (item instanceof SetLine) {
    const copy = item.clone();
    copy.repeated = true;
    copy.anchors = void 0;
    copy.bookmark = void 0;
    return { type, item: copy };
  }
  return { type, item: { ...item, owner: LAYOUT_ARTIFACT } };
}

// src/pdf/stretch.ts
function lengthOf({ share: share2, except }, width) {
  return Math.max(0.5, share2 * (width - except));
}

// src/pdf/bands.ts
var Bands = class {
  #writer;
  #band;
  #x;
  #width;
  #segments = [];
  #top;
  #onPageChanged;
  constructor(writer, band, margin = [0, 0, 0, 0]) {
    const context = writer.context();
    this.#writer = writer;
    this.#band = band;
    this.#x = context.x + band.left;
    this.#width = band.width ?? context.availableWidth - band.left + margin[2];
    this.#top = context.y;
    this.#onPageChanged = ({ prevPage, prevY, y }) => {
      if (this.#segments.some((segment) => segment.page === prevPage)) return;
      this.#segments.push({ page: prevPage, top: this.#top, bottom: prevY });
      this.#top = y;
    };
    writer.addListener("pageChanged", this.#onPageChanged);
  }
  /** Draws them; to be called where the block ends. */
  draw() {
    this.#writer.removeListener("pageChanged", this.#onPageChanged);
    const context = this.#writer.context();
    this.#segments.push({ page: context.page, top: this.#top, bottom: context.y });
    for (const { page, top, bottom } of this.#segments) {
      if (bottom - top < 1) continue;
      const { bleed, color } = this.#band;
      const vector = {
        type: "rect",
        x: this.#x,
        y: top - bleed,
        w: this.#width,
        h: bottom - top + 2 * bleed,
        color,
        owner: LAYOUT_ARTIFACT
      };
      this.#writer.addVector(vector, true, true, context.backgroundLength[page] ?? 0, page);
    }
  }
};

// src/pdf/text-layout.ts
var TextLayout = class extends PageSpace {
  #markers = [];
  processVerticalContainer(node) {
    const bands = node.band ? new Bands(this.writer, node.band, node._margin ?? void 0) : void 0;
    if (node.marker) this.#announceMarker(node.marker);
    for (const [index, box] of node.stack.entries()) this.#placeChild(node, index, box);
    bands?.draw();
  }
  #placeChild(parent, index, box) {
    const { stack } = parent;
    const context = this.writer.context();
    const previous = stack[index - 1];
    if (box.newPage && !(context.page === 0 && context.getCurrentPage().items.length === 0)) {
      if (!this.atTop || context.getCurrentPage().items.length > 0) this.writer.moveToNextPage();
    }
    const gap = gapBetween(previous, box);
    const needed = sequenceStartHeight(stack, index, context.availableWidth);
    box.reserve = this.#reserveAfter(parent, index);
    this.ensure(gap + needed);
    if (gap > 0 && !this.atTop) this.writer.context().moveDown(Math.min(gap, Math.max(0, this.available)));
    this.processNode(box);
  }
  /** Height of what must not begin a page and follows this child. */
  #reserveAfter(parent, index) {
    const width = this.writer.context().availableWidth;
    const own = parent.stack[index];
    const following = parent.stack[index + 1];
    if (own && following && announces(own)) {
      return gapBetween(own, following) + sequenceStartHeight(parent.stack, index + 1, width);
    }
    let reserve = 0;
    for (let next = index + 1; next < parent.stack.length; next++) {
      const box = parent.stack[next];
      if (!box?.keepWithPrevious) return reserve;
      reserve += gapBetween(parent.stack[next - 1], box) + heightOf(box, width);
    }
    return reserve + (parent.reserve ?? 0);
  }
  #announceMarker(marker) {
    const line = breakIntoLines(marker.leaf, Number.MAX_SAFE_INTEGER)[0];
    if (line) this.#markers.push({ line, x: this.writer.context().x - marker.indent });
  }
  processLeaf(node) {
    const width = this.writer.context().availableWidth;
    const lines = breakIntoLines(node, width);
    if (this.nestedLevel === 0) this.#reportCutWord(node, width);
    if (node.behind) for (const line of lines) line.x = lengthOf(node.behind, width);
    let placed = 0;
    while (placed < lines.length) {
      const rest = lines.slice(placed);
      const count = this.#linesForPage(node, rest, placed === 0);
      if (count === 0) {
        this.writer.moveToNextPage();
        continue;
      }
      for (const line of rest.slice(0, count)) node.positions.push(this.#placeLine(line));
      placed += count;
    }
  }
  /** Within tables it is the table that is too wide. */
  #reportCutWord(node, width) {
    const word = node.preserve ? void 0 : findCutWord(node, width);
    if (!word) return;
    const { at } = word.source ?? {};
    this.diagnostics.push(diagnose("word-too-long", { word: word.text }, at ?? node.at));
  }
  /** How many of the remaining lines go on this page; none means: first a new page. */
  #linesForPage(node, lines, first) {
    const { page } = this.writer.context();
    const available = this.available + TOLERANCE2;
    const canMove = !this.atTop || available < node.leading;
    const notes = [];
    let fitting = 0;
    let used = 0;
    for (const line of lines) {
      notes.push(...line.notes);
      const needed = (fitting + 1) * node.leading + this.footnotes.heightFor(page, notes);
      if (needed > available) break;
      used = needed;
      fitting++;
    }
    const reserve = (node.reserve ?? 0) <= this.freshHeight / 2 ? node.reserve ?? 0 : 0;
    const least = first ? MIN_LINES : 1;
    if (fitting === lines.length) {
      if (used + reserve <= available || !canMove) return fitting;
      const kept = fitting - MIN_LINES;
      return kept >= least ? kept : 0;
    }
    const count = Math.min(fitting, lines.length - MIN_LINES);
    if (count >= least) return count;
    return canMove ? 0 : Math.max(1, Math.min(fitting, lines.length));
  }
  #placeLine(line) {
    const context = this.writer.context();
    for (const marker of this.#markers.splice(0)) {
      marker.line.x = marker.x - context.x;
      marker.line.y = Math.max(0, line.baseline - marker.line.baseline);
      this.writer.addLine(marker.line, true);
    }
    const position = this.writer.addLine(line);
    this.#placeNotes(line.notes);
    return position;
  }
  /** Takes the room for the notes of a line from the page, and from the cells beside it that are still to be set. */
  #placeNotes(notes) {
    const context = this.writer.context();
    const height = this.footnotes.heightFor(context.page, notes);
    if (height === 0) return;
    const bottom = this.pageSize.height - this.pageMargins.bottom - this.footnotes.reserved(context.page) - height;
    const overlaps = context.snapshots.some(
      ({ bottomMost }) => bottomMost?.page === context.page && bottomMost.y > bottom
    );
    if (this.writer.transactionLevel > 0 || overlaps || context.availableHeight < height) {
      this.footnotes.postpone(notes);
      return;
    }
    this.footnotes.place(context.page, notes);
    context.availableHeight -= height;
    for (const group of context.snapshots) {
      if (group.page === context.page) group.availableHeight -= height;
      if (group.bottomMost?.page === context.page) group.bottomMost.availableHeight -= height;
    }
  }
};
function announces(box) {
  return "runs" in box && box.runs.at(-1)?.text.trimEnd().endsWith(":") === true;
}

// src/pdf/page-layout.ts
var MAX_HEAD_SHARE = 0.4;
var MAX_WHOLE_ROW_SHARE = 0.35;
var MIN_ROW_START = 60;
var PageLayout = class extends TextLayout {
  #ruleColor;
  /** `ruleColor` is that of the rule above footnotes. */
  constructor(size, margins, ruleColor) {
    super(size, margins);
    this.#ruleColor = ruleColor;
  }
  /** Places a stack of boxes, and the footnotes that it refers to, and gives the pages. */
  layout(root, notes, document) {
    this.linearNodeList = [];
    this.docMeasure = new BoxMeasure(document);
    this.docMeasure.measureDocument(root);
    for (const { box } of notes) if (box) this.docMeasure.measureDocument(box);
    this.footnotes = new FootnoteArea(notes, this.pageWidth, this.pageHeight, this.#ruleColor);
    this.writer = new PageWriter(new DocumentContext(), this.footnotes);
    this.writer.addPage(this.pageSize, null, this.pageMargins);
    this.processNode(root);
    this.#placeFootnotes(notes);
    return this.writer.context().pages;
  }
  #placeFootnotes(notes) {
    const rest = this.footnotes.rest(notes);
    const areas = this.footnotes.areas();
    if (rest) {
      this.docMeasure.measureDocument(rest);
      this.ensure(heightOf(rest, this.pageWidth));
      this.processNode(rest);
    }
    const context = this.writer.context();
    for (const { page, height, box } of areas) {
      this.docMeasure.measureDocument(box);
      context.page = page;
      context.y = this.pageSize.height - this.pageMargins.bottom - height;
      context.availableHeight = height + 1;
      this.processNode(box);
    }
  }
  processTable(node) {
    const context = this.writer.context();
    this.#fitTable(node, context.availableWidth);
    const headHeight = rowHeights(node, 0, node.table.headerRows);
    if (headHeight > this.pageHeight * MAX_HEAD_SHARE) node.table.headerRows = 0;
    this.#placeRows(node);
  }
  #fitTable(node, width) {
    if (fitTable(node, width) === "fits" || !node.reportAt) return;
    const { at } = node.reportAt;
    this.diagnostics.push(diagnose("table-too-wide", { columns: node.table.widths.length }, at));
  }
  /** pdfmake's own loop over rows, with page breaks where rows should not be torn. */
  #placeRows(node) {
    const { body, widths, headerRows } = node.table;
    const { _margin: margin, _offsets: offsets } = node;
    this.nestedLevel++;
    const processor = new TableProcessor(node);
    processor.beginTable(this.writer);
    let groupEnd = rowGroupEnd(node, headerRows);
    for (let row = 0; row < body.length; row++) {
      if (row >= headerRows && (row === groupEnd || row === headerRows)) {
        groupEnd = rowGroupEnd(node, row);
        if (row > headerRows || headerRows === 0) this.#keepRows(node, row, groupEnd, processor);
      }
      processor.beginRow(row, this.writer);
      const page = this.writer.context().page;
      const result = this.processRow({
        marginX: margin ? [margin[0], margin[2]] : [0, 0],
        dontBreakRows: processor.dontBreakRows,
        rowsWithoutPageBreak: processor.rowsWithoutPageBreak,
        cells: body[row],
        widths,
        gaps: offsets?.offsets,
        tableBody: body,
        tableNode: node,
        rowIndex: row
      });
      node.positions.push(...result.positions);
      if (result.pageBreaks.length === 0) {
        const spans = node._breaksBySpan ?? null;
        const broken = this._findSameRowPageBreakByRowSpanData(spans, page, row);
        if (broken) result.pageBreaks.push(this._getPageBreakListBySpan(node, broken.prevPage, row));
      }
      processor.endRow(row, this.writer, result.pageBreaks);
      this.#correctAvailable();
    }
    processor.endTable(this.writer);
    this.nestedLevel--;
    if (this.nestedLevel === 0) this.writer.context().resetMarginXTopParent();
  }
  /** After a row pdfmake restores what was available before footnotes took of it. */
  #correctAvailable() {
    const context = this.writer.context();
    const reserved = this.footnotes.reserved(context.page);
    if (reserved === 0 || this.writer.transactionLevel > 0) return;
    const left = this.pageSize.height - this.pageMargins.bottom - reserved - context.y;
    context.availableHeight = Math.min(context.availableHeight, left);
  }
  #keepRows(node, row, end, processor) {
    if (row === 0) return;
    const height = rowHeights(node, row, end);
    const reserve = end === node.table.body.length ? node.reserve ?? 0 : 0;
    const short = height <= this.pageHeight * MAX_WHOLE_ROW_SHARE;
    const lines = short ? height : Math.min(height, MIN_ROW_START);
    if (lines + reserve <= this.available + TOLERANCE2) return;
    if (lines + reserve > this.freshHeight || this.atTop) return;
    this.writer.moveToNextPage();
    if (processor.headerRows === 0) processor.drawHorizontalLine(row, this.writer);
  }
  processImage(node) {
    this.#fitPicture(node);
    super.processImage(node);
  }
  processSVG(node) {
    this.#fitPicture(node);
    super.processSVG(node);
  }
  #fitPicture(node) {
    const scale = Math.min(1, this.writer.context().availableWidth / node.width);
    if (scale === 1) return;
    Object.assign(node, { _width: node.width * scale, _height: node.height * scale, _minWidth: node.width * scale });
  }
  processCanvas(node) {
    const width = this.writer.context().availableWidth;
    for (const vector of node.canvas) if (vector.stretch) vector.w = lengthOf(vector.stretch, width);
    Object.assign(node, { _minHeight: node.height });
    super.processCanvas(node);
  }
};

// src/pdf/set-bar-chart.ts
var GAP2 = 10;
var VALUE_GAP = 5;
var MAX_LABEL_SHARE = 0.4;
function setBarChart(chart2, context) {
  if (chart2.bars.length === 0) return { stack: [] };
  const { theme: theme2, document } = context.setting;
  const owner = context.parent.append("Figure", { alt: chart2.alt });
  const label = { ...context, size: theme2.sizes.table, align: "start", tight: true };
  const number2 = new Intl.NumberFormat(document.lang, { maximumFractionDigits: 2 });
  const most = Math.max(...chart2.bars.map((bar) => bar.value), 0) || 1;
  const rows = chart2.bars.map((bar) => ({
    label: makeLeaf(setPlainText(bar.label, label, owner, bar), label),
    value: makeLeaf(setPlainText(number2.format(bar.value), { ...label, bold: true }, owner), label),
    share: bar.value / most
  }));
  const labelWidth = Math.min(
    Math.max(...rows.map((row) => measureLeaf(row.label).max)) + 1,
    context.width * MAX_LABEL_SHARE
  );
  const valueWidth = Math.max(...rows.map((row) => measureLeaf(row.value).max)) + VALUE_GAP;
  const thickness = label.size * 0.95;
  const leading = label.size * theme2.lineHeight;
  const body = rows.map((row) => {
    const stretch = { share: row.share, except: valueWidth };
    const y = (leading - thickness) / 2;
    const color = theme2.colors.accent;
    return [
      { stack: [row.label] },
      {
        stack: [
          {
            canvas: [{ type: "rect", x: 0, y, w: 0, h: thickness, stretch, color, owner }],
            height: 0,
            keepWithNext: true
          },
          // Its own margin is the gap, and has left the text so much less to measure by.
          { ...row.value, behind: { ...stretch, except: valueWidth - VALUE_GAP }, margin: [VALUE_GAP, 0, 0, 0] }
        ]
      }
    ];
  });
  return {
    table: { body, widths: [{ width: labelWidth }, { width: "*" }], headerRows: 0 },
    columnsReady: true,
    fills: [false, true],
    stretch: true,
    keepUpTo: context.setting.measure.height,
    spaceBefore: context.size * 0.8,
    spaceAfter: context.size * 0.8,
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: (column) => column === 0 ? 0 : GAP2,
      paddingRight: () => 0,
      paddingTop: () => 2,
      paddingBottom: () => 2,
      defaultBorder: false
    }
  };
}

// src/pdf/set-contents.ts
var NUMBER_WIDTH = 2.6;
function headingsOf(document) {
  const found = [];
  const visit = (blocks) => {
    for (const block of blocks) {
      if (block.type === "heading") found.push(block);
      else if (block.type === "section" || block.type === "quote") visit(block.children);
    }
  };
  visit(document.children);
  return found;
}
function setContents(contents, context) {
  const { document, theme: theme2, anchors } = context.setting;
  const headings = headingsOf(document);
  if (!theme2.contents || headings.length < theme2.contents.fromHeadings) return [];
  const { depth } = theme2.contents;
  const listed = headings.filter((heading) => heading.level > 1 && heading.level <= depth + 1);
  const element = context.parent.append("TOC");
  const title = { ...context, size: theme2.sizes.headings[2], bold: true, align: "start" };
  const boxes = [];
  if (contents.title !== "") {
    const runs = setPlainText(contents.title, title, element.append("Caption"), contents);
    boxes.push({ ...makeLeaf(runs, title), keepWithNext: true, spaceBefore: title.size, spaceAfter: title.size * 0.4 });
  }
  const line = { ...context, align: "start", tight: true };
  const body = [];
  for (const heading of listed) {
    const anchor = anchors.get(heading.id);
    if (anchor === void 0) continue;
    const text3 = plainText(heading.children).trim();
    const owner = element.append("TOCI").append("Reference").append("Link");
    const link2 = { href: `#${anchor}`, description: text3 };
    const runs = setPlainText(`${text3} `, line, owner).map((run) => ({ ...run, style: { ...run.style, link: link2 } }));
    const number2 = setPlainText("0", line, owner).map((run) => ({
      ...run,
      style: { ...run.style, link: link2 },
      pageOf: anchor
    }));
    const leaf = makeLeaf(runs, line);
    leaf.margin = [(heading.level - 2) * context.size * 1.2, 0, 0, 0];
    body.push([{ stack: [leaf] }, { stack: [{ ...makeLeaf(number2, line), align: "end" }] }]);
  }
  if (body.length > 0) {
    boxes.push({
      table: { body, widths: [{ width: "*" }, { width: context.size * NUMBER_WIDTH }], headerRows: 0 },
      columnsReady: true,
      fills: [true, false],
      stretch: true,
      spaceBefore: 0,
      spaceAfter: context.size,
      layout: {
        hLineWidth: () => 0,
        vLineWidth: () => 0,
        paddingLeft: () => 0,
        paddingRight: () => 0,
        paddingTop: () => context.size * 0.12,
        paddingBottom: () => context.size * 0.12,
        defaultBorder: false
      }
    });
  }
  return boxes;
}

// src/pdf/set-description-list.ts
var GAP3 = 14;
var MAX_TERM_SHARE = 0.38;
function setDescriptionList(list4, context) {
  const element = context.parent.append("L", { listNumbering: "None" });
  const { theme: theme2 } = context.setting;
  const term = { ...context, align: "start", tight: true, ...termLook(list4, context) };
  const rows = list4.entries.map((entry) => {
    const parent = element.append("LI");
    const runs = setInlines(entry.term, term, parent.append("Lbl"));
    return { entry, leaf: makeLeaf(runs, term), parent };
  });
  if (rows.length === 0) return { stack: [] };
  const widest = Math.max(...rows.map(({ leaf }) => measureLeaf(leaf).max));
  const termWidth = Math.min(Math.ceil(widest) + 1, context.width * MAX_TERM_SHARE);
  const body = rows.map(({ entry, leaf, parent }) => {
    const description = context.setting.setBlocks(entry.description, {
      ...context,
      parent: parent.append("LBody"),
      align: "start",
      tight: entry.description.length <= 1,
      width: context.width - termWidth - GAP3
    });
    return [{ stack: [leaf] }, { stack: description }];
  });
  const padding = list4.role === "head" ? context.size * 0.12 : context.size * 0.18;
  const space = list4.role === "head" ? context.size * 1.2 : context.size * 0.6;
  return {
    table: { body, widths: [{ width: termWidth }, { width: "*" }], headerRows: 0 },
    columnsReady: true,
    fills: [false, true],
    stretch: true,
    keepUpTo: context.setting.measure.height * 0.25,
    spaceBefore: space,
    spaceAfter: space,
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: (column) => column === 0 ? 0 : GAP3,
      paddingRight: () => 0,
      paddingTop: () => padding,
      paddingBottom: () => padding,
      defaultBorder: false
    }
  };
  function termLook(of, { color }) {
    return of.role === "head" ? { bold: false, color: theme2.colors.muted } : { bold: true, color };
  }
}

// src/pdf/set-figure.ts
var MAX_HEIGHT_SHARE = 0.8;
function setFigure(figure2, context) {
  const { document, measure, anchors, diagnostics } = context.setting;
  const image = document.images[figure2.image];
  if (!image) return { stack: [] };
  const group = figure2.caption ? context.parent.append("Div") : context.parent;
  let owner = LAYOUT_ARTIFACT;
  let linkOwner;
  let link2;
  if (figure2.alt !== "" || figure2.href !== void 0) {
    const around = figure2.href === void 0 ? group : group.append("P").append("Link");
    linkOwner = figure2.href === void 0 ? void 0 : around;
    owner = around.append("Figure", { alt: figure2.alt });
    const anchor = figure2.href?.startsWith("#") ? anchors.get(figure2.href.slice(1)) : void 0;
    if (figure2.href?.startsWith("#") && anchor === void 0) {
      diagnostics.push(diagnose("link-without-target", { target: figure2.href.slice(1) }, figure2.at));
    } else if (figure2.href !== void 0) {
      link2 = { href: anchor === void 0 ? figure2.href : `#${anchor}`, description: figure2.alt || figure2.href };
    }
  }
  const picture = fitImage(figure2.image, image, owner, context.width, measure.height * MAX_HEIGHT_SHARE);
  if ("svg" in picture && figure2.at) picture.at = figure2.at;
  if (link2 && linkOwner) picture.link = { ...link2, owner: linkOwner };
  const space = context.size * 0.8;
  if (!figure2.caption) return { ...picture, spaceBefore: space, spaceAfter: space };
  const captionOwner = group.append("Caption");
  const small = captionContext(context, captionOwner);
  const caption = makeLeaf(setInlines(figure2.caption, small, captionOwner), small);
  const stack = {
    stack: [
      { ...picture, keepWithNext: true },
      { ...caption, spaceBefore: 4 }
    ],
    keepUpTo: context.setting.measure.height,
    spaceBefore: space,
    spaceAfter: space
  };
  return stack;
}
function fitImage(key, image, owner, maxWidth, maxHeight) {
  const scale = Math.min(1, maxWidth / image.width, maxHeight / image.height);
  const size = { width: image.width * scale, height: image.height * scale };
  const common = { ...size, alignment: "left", owner };
  return image.type === "svg" ? { svg: image.source, ...common } : { image: key, ...common };
}

// src/pdf/set-list.ts
var LIST_NUMBERING = {
  none: "None",
  disc: "Disc",
  circle: "Circle",
  square: "Square",
  decimal: "Decimal",
  "lower-alpha": "LowerAlpha",
  "upper-alpha": "UpperAlpha",
  "lower-roman": "LowerRoman",
  "upper-roman": "UpperRoman"
};
var MARKER_GAP = 0.55;
var MAX_WHOLE_LINES = 6;
function setList(list4, context) {
  const element = context.parent.append("L", { listNumbering: LIST_NUMBERING[list4.numbering] });
  const base = { ...context, parent: element, tight: list4.tight, bold: false, align: context.align };
  const entries = list4.items.map((item) => {
    const parent = element.append("LI");
    const label = item.checked === void 0 && item.marker === "" ? void 0 : parent.append("Lbl");
    if (label && item.checked !== void 0) label.attributes.alt = taskState(item.checked, context);
    const runs = label ? setPlainText(markerText(item), base, label, item) : [];
    return {
      item,
      leaf: { ...makeLeaf(runs, { ...base, align: "start" }), spaceBefore: 0, spaceAfter: 0 },
      body: parent.append("LBody")
    };
  });
  const widest = Math.max(context.size * 0.8, ...entries.map(({ leaf }) => measureLeaf(leaf).max));
  const indent = Math.min(widest + context.size * MARKER_GAP, context.width / 2);
  const itemSpace = list4.tight ? context.size * 0.2 : context.size * 0.6;
  const stack = entries.map(({ item, leaf, body }) => {
    const boxes = context.setting.setBlocks(item.children, { ...base, parent: body, width: context.width - indent });
    return {
      stack: beginWithLine(boxes, { ...base, parent: body }),
      margin: [indent, 0, 0, 0],
      marker: { leaf, indent },
      keepUpTo: context.size * context.setting.theme.lineHeight * MAX_WHOLE_LINES,
      spaceBefore: itemSpace,
      spaceAfter: itemSpace
    };
  });
  const space = context.size * (context.tight ? 0.15 : 0.6);
  return { stack, spaceBefore: space, spaceAfter: space };
}
function markerText(item) {
  if (item.checked === void 0) return item.marker;
  const box = item.checked ? "\u2611" : "\u2610";
  return item.marker === "" ? box : `${item.marker} ${box}`;
}
function taskState(checked, context) {
  if (context.setting.german) return checked ? "erledigt" : "offen";
  return checked ? "done" : "open";
}
function beginWithLine(boxes, context) {
  const [first] = boxes;
  if (first && beginsWithLine(first)) return boxes;
  const empty = { ...makeLeaf([], { ...context, tight: true }), keepWithNext: boxes.length > 0 };
  return [empty, ...boxes];
}
function beginsWithLine(box) {
  if ("runs" in box) return true;
  if (!("stack" in box) || box.band) return false;
  const [first] = box.stack;
  return first !== void 0 && beginsWithLine(first);
}

// src/pdf/decimal-alignment.ts
var NUMBER = /^([^\d\p{L}]{0,3}\d[\d.,'\s\u00a0\u202f]*?)\s*(?:[%‰€$*]|\p{L}[\p{L}²³./]{0,6})?$/u;
function alignDecimals(table, rows) {
  for (const [column, { align }] of table.columns.entries()) {
    if (align !== "decimal") continue;
    const cells = [];
    for (const row of rows.slice(table.head.length)) {
      const cell2 = row[column];
      const stack = cell2?.stack;
      if (stack?.length !== 1 || cell2?.colSpan !== void 0) continue;
      const [first] = stack;
      if (!first || !("runs" in first)) continue;
      const after = widthAfterComma(first);
      if (after !== void 0) cells.push({ leaf: first, after });
    }
    const most = Math.max(0, ...cells.map((cell2) => cell2.after));
    for (const { leaf, after } of cells) leaf.margin = [0, 0, most - after, 0];
  }
}
function widthAfterComma(leaf) {
  const text3 = leaf.runs.map((run) => run.text).join("");
  const number2 = NUMBER.exec(text3.trim())?.[1];
  if (number2 === void 0) return void 0;
  const comma = /[,.](?=\d{1,2}$)/.exec(number2)?.index ?? number2.length;
  const integerEnd = text3.indexOf(number2) + comma;
  let offset = 0;
  const rest = leaf.runs.flatMap((run) => {
    const start = Math.max(0, integerEnd - offset);
    offset += run.text.length;
    const kept = run.text.slice(start);
    return kept === "" ? [] : [{ ...run, text: kept }];
  });
  return rest.length === 0 ? 0 : measureLeaf(withRuns(leaf, rest)).max;
}
function withRuns(leaf, runs) {
  const { pieces: _pieces, broken: _broken, ...rest } = leaf;
  return { ...rest, runs };
}

// src/pdf/table-headers.ts
function isIrregular(cells, headRows) {
  return headRows > 1 || cells.some((cell2) => cell2.rowSpan > 1 || cell2.colSpan > 1);
}
function linkHeaders(cells, name) {
  const byColumn = /* @__PURE__ */ new Map();
  const byRow = /* @__PURE__ */ new Map();
  for (const cell2 of cells) {
    if (!cell2.header) continue;
    cell2.element.attributes.id = `${name}-${cell2.row + 1}-${cell2.column + 1}`;
    const [lines, start, span] = cell2.header === "column" ? [byColumn, cell2.column, cell2.colSpan] : [byRow, cell2.row, cell2.rowSpan];
    for (let line = start; line < start + span; line++) lines.set(line, [...lines.get(line) ?? [], cell2]);
  }
  for (const cell2 of cells) {
    const headers = /* @__PURE__ */ new Set();
    for (let column = cell2.column; column < cell2.column + cell2.colSpan; column++) {
      for (const header of byColumn.get(column) ?? []) if (header.row < cell2.row) add(headers, header);
    }
    for (let row = cell2.row; row < cell2.row + cell2.rowSpan; row++) {
      for (const header of byRow.get(row) ?? []) if (header.column < cell2.column) add(headers, header);
    }
    if (headers.size > 0) cell2.element.attributes.headers = [...headers];
  }
}
function add(headers, { element }) {
  if (element.attributes.id !== void 0) headers.add(element.attributes.id);
}

// src/pdf/set-table.ts
var MAX_WHOLE_ROWS = 10;
function setTable(table, context) {
  const { theme: theme2 } = context.setting;
  const element = context.parent.append("Table");
  const space = context.size * 0.8;
  const boxes = [];
  if (table.caption) {
    const owner = element.append("Caption");
    const small = { ...captionContext(context, owner), bold: true, color: theme2.colors.text };
    boxes.push({ ...makeLeaf(setInlines(table.caption, small, owner), small), keepWithNext: true, spaceAfter: 4 });
  }
  const columns = columnCount(table);
  const grid = new Grid(columns, table.head.length + table.body.length);
  const cellContext = {
    ...context,
    size: theme2.sizes.table,
    align: "start",
    tight: true,
    width: context.width / Math.max(1, columns)
  };
  const placed = [];
  const setRows = (rows, parent, first) => {
    for (const [index, row] of rows.entries()) {
      const tr = parent.append("TR");
      for (const cell2 of row.cells) setCell(cell2, tr, first + index);
    }
  };
  const setCell = (cell2, tr, row) => {
    const column = grid.nextFree(row);
    if (column === void 0) return;
    const align = table.columns[column]?.align ?? "start";
    const header = cell2.header !== void 0;
    const parent = tr.append(header ? "TH" : "TD", {
      ...cell2.header && { scope: cell2.header === "column" ? "Column" : "Row" },
      ...cell2.colSpan > 1 && { colSpan: cell2.colSpan },
      ...cell2.rowSpan > 1 && { rowSpan: cell2.rowSpan }
    });
    const { rowSpan, colSpan } = cell2;
    placed.push({ element: parent, row, column, rowSpan, colSpan, header: cell2.header });
    const boxAlign = align === "decimal" || align === "end" ? "end" : align === "center" ? "center" : "start";
    const stack = context.setting.setBlocks(cell2.children, {
      ...cellContext,
      parent,
      bold: header,
      align: boxAlign,
      tight: cell2.children.length <= 1
    });
    if (stack.length === 0) stack.push(makeLeaf([], cellContext));
    const box2 = { stack };
    const tinted = cell2.header === "column";
    if (tinted) box2.fillColor = theme2.colors.tint;
    grid.place(row, column, box2, colSpan, rowSpan);
  };
  if (table.head.length > 0) setRows(table.head, element.append(table.body.length > 0 ? "THead" : "TBody"), 0);
  if (table.body.length > 0) setRows(table.body, element.append("TBody"), table.head.length);
  if (isIrregular(placed, table.head.length)) linkHeaders(placed, `table-${++context.setting.counters.tables}`);
  if (grid.rows.length === 0 || columns === 0) return { stack: boxes };
  alignDecimals(table, grid.rows);
  const box = {
    table: {
      body: grid.rows,
      widths: Array.from({ length: columns }, () => ({ width: "auto" })),
      headerRows: table.head.length
    },
    fills: Array.from({ length: columns }, (_, index) => table.columns[index]?.width === "fill"),
    stretch: true,
    reportAt: table,
    ...grid.rows.length <= MAX_WHOLE_ROWS && { keepUpTo: context.setting.measure.height * 0.25 },
    layout: tableLook(table, context),
    spaceBefore: boxes.length > 0 ? 0 : space,
    spaceAfter: space
  };
  if (boxes.length === 0) return box;
  return { stack: [...boxes, box], spaceBefore: space, spaceAfter: space };
}
function columnCount(table) {
  const first = table.head[0] ?? table.body[0];
  const cells = first?.cells.reduce((sum2, cell2) => sum2 + cell2.colSpan, 0) ?? 0;
  return Math.max(table.columns.length, cells);
}
function tableLook(table, context) {
  const { colors } = context.setting.theme;
  const head = table.head.length;
  return {
    hLineWidth: (line) => line === 0 ? 0 : line === head ? 0.9 : 0.5,
    vLineWidth: () => 0,
    hLineColor: (line) => line === head && head > 0 ? colors.accent : colors.line,
    paddingLeft: () => 5,
    paddingRight: () => 5,
    paddingTop: () => 3.5,
    paddingBottom: () => 4
  };
}
var Grid = class {
  rows;
  #free;
  constructor(columns, rows) {
    const empty = () => ({ stack: [] });
    this.rows = Array.from({ length: rows }, () => Array.from({ length: columns }, empty));
    this.#free = Array.from({ length: rows }, () => Array.from({ length: columns }, () => true));
  }
  nextFree(row) {
    const column = this.#free[row]?.indexOf(true) ?? -1;
    return column === -1 ? void 0 : column;
  }
  place(row, column, box, colSpan, rowSpan) {
    const columns = this.rows[row]?.length ?? 0;
    const right = Math.min(column + colSpan, columns);
    const bottom = Math.min(row + rowSpan, this.rows.length);
    for (let r = row; r < bottom; r++) {
      for (let c = column; c < right; c++) {
        const free = this.#free[r];
        const cells2 = this.rows[r];
        if (!free || !cells2) continue;
        free[c] = false;
        cells2[c] = { _span: true };
      }
    }
    if (right - column > 1) box.colSpan = right - column;
    if (bottom - row > 1) box.rowSpan = bottom - row;
    const cells = this.rows[row];
    if (cells) cells[column] = box;
  }
};

// src/pdf/set-blocks.ts
var HEADING_SPACE = [
  [1.2, 0.7],
  [1.3, 0.45],
  [1.2, 0.4],
  [1.1, 0.35],
  [1.1, 0.3],
  [1.1, 0.3]
];
function setBlocks(blocks, context) {
  return blocks.flatMap((block) => {
    const boxes = setBlock(block, context);
    if (block.at) {
      for (const box of boxes) if ("runs" in box) box.at ??= block.at;
    }
    return boxes;
  });
}
function setBlock(block, context) {
  switch (block.type) {
    case "section":
      return setSection(block, context);
    case "heading":
      return [setHeading(block, context)];
    case "paragraph":
      return [setParagraph(block, context)];
    case "list":
      return [setList(block, context)];
    case "quote":
      return [setQuote(block, context)];
    case "code-block":
      return [setCodeBlock(block, context)];
    case "table":
      return [setTable(block, context)];
    case "figure":
      return [setFigure(block, context)];
    case "bar-chart":
      return [setBarChart(block, context)];
    case "description-list":
      return [setDescriptionList(block, context)];
    case "thematic-break":
      return [setThematicBreak(context)];
    case "contents":
      return setContents(block, context);
    default:
      return assertNever(block);
  }
}
function setSection(section2, context) {
  const parent = context.parent.append("Sect");
  const boxes = setBlocks(section2.children, { ...context, parent });
  const first = boxes[0];
  if (!first) return [];
  const anchor = section2.id === void 0 ? void 0 : context.setting.anchors.get(section2.id);
  if (anchor !== void 0 && !addAnchor(first, anchor)) {
    const line = makeLeaf([], { ...context, tight: true });
    boxes.unshift({ ...line, leading: 0, anchors: [anchor], keepWithNext: true });
  }
  if (section2.role === "annex" && boxes[0]) boxes[0].newPage = true;
  return boxes;
}
function addAnchor(box, anchor) {
  if ("runs" in box) {
    box.anchors = [...box.anchors ?? [], anchor];
    return true;
  }
  const first = "stack" in box ? box.stack[0] : "table" in box ? box.table.body[0]?.[0]?.stack?.[0] : void 0;
  return first !== void 0 && addAnchor(first, anchor);
}
var HEADING_TYPES = ["H1", "H2", "H3", "H4", "H5", "H6"];
function setHeading(heading, context) {
  const { theme: theme2, anchors } = context.setting;
  const index = heading.level - 1;
  const size = theme2.sizes.headings[index] ?? context.size;
  const [above, below] = HEADING_SPACE[index] ?? [1, 0.3];
  const owner = context.parent.append(HEADING_TYPES[index] ?? "H6");
  const color = heading.level <= 2 ? theme2.colors.accent : theme2.colors.text;
  const runs = setInlines(heading.children, { ...context, size, color, bold: true }, owner);
  const title = plainText(heading.children).trim();
  const anchor = anchors.get(heading.id);
  return {
    ...makeLeaf(runs, { ...context, size, align: "start" }),
    leading: size * Math.min(theme2.lineHeight, 1.25),
    spaceBefore: size * above,
    spaceAfter: size * below,
    keepWithNext: true,
    ...anchor !== void 0 && { anchors: [anchor] },
    ...title !== "" && { bookmark: { title, level: heading.level } }
  };
}
function setParagraph(paragraph, context) {
  const { theme: theme2 } = context.setting;
  const owner = context.parent.append("P");
  switch (paragraph.role) {
    case "text":
      return makeLeaf(setInlines(paragraph.children, context, owner), context);
    case "lead": {
      const lead = { ...context, size: context.size * 1.1 };
      return { ...makeLeaf(setInlines(paragraph.children, lead, owner), lead), spaceAfter: context.size };
    }
    case "note": {
      const small = { ...context, size: theme2.sizes.small, color: theme2.colors.muted };
      return makeLeaf(setInlines(paragraph.children, small, owner), small);
    }
    case "signature":
      return {
        ...makeLeaf(setInlines(paragraph.children, context, owner), { ...context, align: "start" }),
        spaceBefore: context.size * 2,
        keepWithPrevious: true
      };
    default:
      return assertNever(paragraph.role);
  }
}
function setQuote(quote2, context) {
  const { theme: theme2 } = context.setting;
  const indent = Math.min(context.size * 1.3, context.width * 0.15);
  const parent = context.parent.append("BlockQuote");
  const space = context.size * 0.8;
  return {
    stack: setBlocks(quote2.children, { ...context, parent, tight: false, width: context.width - indent }),
    margin: [indent, 0, 0, 0],
    spaceBefore: space,
    spaceAfter: space,
    band: { color: theme2.colors.accent, left: -indent, width: 2, bleed: 1 }
  };
}
function setCodeBlock(block, context) {
  const { theme: theme2, fonts: fonts2 } = context.setting;
  const size = context.size * 0.85;
  const padding = context.size * 0.6;
  const owner = context.parent.append("P").append("Code");
  const text3 = block.text.replace(/\r\n?/g, "\n").replace(/\n$/, "").replace(/\t/g, "    ");
  const runs = setPlainText(text3, { ...context, size, family: fonts2.code }, owner, block);
  const leaf = {
    ...makeLeaf(runs, { ...context, size, align: "start", tight: true }),
    preserve: true,
    leading: size * Math.min(theme2.lineHeight, 1.3)
  };
  return {
    stack: [leaf],
    margin: [padding, padding * 0.7, padding, padding * 0.7],
    spaceBefore: context.size * PARAGRAPH_SPACE,
    spaceAfter: context.size * PARAGRAPH_SPACE,
    band: { color: theme2.colors.tint, left: -padding, bleed: padding * 0.6 }
  };
}
function setThematicBreak(context) {
  const width = Math.min(120, context.width);
  const x1 = (context.width - width) / 2;
  const { line } = context.setting.theme.colors;
  return {
    canvas: [
      { type: "line", x1, x2: x1 + width, y1: 0.5, y2: 0.5, lineWidth: 0.75, lineColor: line, owner: LAYOUT_ARTIFACT }
    ],
    height: 1,
    spaceBefore: context.size * 1.2,
    spaceAfter: context.size * 1.2
  };
}

// src/pdf/set-document.ts
var LOGO_SPACE = 16;
function setDocument(context) {
  const { document, setBlocks: setBlocks2 } = context.setting;
  const logo = setLogo(document, context);
  return { stack: [...logo, ...setBlocks2(document.children, context)] };
}
function setLogo(document, context) {
  const { logo, images } = document;
  const image = logo && images[logo.image];
  if (!logo || !image) return [];
  const owner = logo.alt === "" ? LAYOUT_ARTIFACT : context.parent.append("Figure", { alt: logo.alt });
  const height = points(context.setting.theme.logoHeight);
  const scale = Math.min(height / image.height, context.width / image.width);
  const scaled = { ...image, width: image.width * scale, height: image.height * scale };
  return [{ ...fitImage(logo.image, scaled, owner, context.width, height), spaceAfter: LOGO_SPACE }];
}

// src/pdf/set-footnotes.ts
function setFootnotes(context) {
  const { setting } = context;
  const { document, theme: theme2, notes, noteElements, adoptedNotes, anchors } = setting;
  const small = { ...context, size: theme2.sizes.small, align: "start", tight: true };
  return document.notes.flatMap((note2) => {
    const footnote = notes.get(note2.number);
    if (!footnote) return [];
    const element = noteElements.get(note2.number) ?? new StructureElement("Note");
    if (!adoptedNotes.has(note2.number)) context.parent.kids.push(element);
    const label = makeLeaf(setPlainText(String(note2.number), small, element.append("Lbl")), small);
    const indent = measureLeaf(label).max + small.size * 0.7;
    const stack = setting.setBlocks(note2.children, { ...small, parent: element, width: context.width - indent });
    const [first] = stack;
    if (!first || !("runs" in first)) stack.unshift(makeLeaf([], small));
    const [line] = stack;
    const anchor = anchors.get(noteAnchor(note2.number));
    if (line && "runs" in line && anchor !== void 0) line.anchors = [anchor];
    const box = {
      stack,
      margin: [indent, 0, 0, 0],
      marker: { leaf: label, indent },
      spaceBefore: NOTE_SPACE
    };
    footnote.box = box;
    return [footnote];
  });
}
var NOTE_SPACE = 2;

// src/pdf/embedded-font.ts
function embedFont(document, font2, onMissing) {
  return new (subclass())(document, font2, onMissing);
}
var cached;
function subclass() {
  cached ??= makeSubclass(pdfkitEmbeddedFontClass());
  return cached;
}
var NOTDEF = 0;
var QUESTION_MARK = 63;
function makeSubclass(Base) {
  return class extends Base {
    #library;
    #onMissing;
    constructor(document, library2, onMissing) {
      super(document, library2.font, `F${++document._fontCount}`);
      this.#library = library2;
      this.#onMissing = onMissing;
    }
    encodeShaped(text3, shaped) {
      const characters = Array.from(text3, (character) => character.codePointAt(0) ?? 0);
      const aligned = alignGlyphs(this.#library, characters, shaped.glyphs);
      return shaped.glyphs.map((glyph, index) => {
        const code2 = this.subset.includeGlyph(glyph);
        this.widths[code2] ??= this.#library.glyphWidth(glyph);
        this.unicode[code2] ??= aligned[index] ?? [65533];
        return `0000${code2.toString(16)}`.slice(-4);
      });
    }
    /** Text within SVG comes here, through pdfkit. */
    encode(text3, features) {
      const { glyphs, positions } = this.layout(text3, features);
      const characters = Array.from(text3, (character) => character.codePointAt(0) ?? 0);
      const codes = glyphs.map((glyph, index) => {
        if (glyph.id === NOTDEF)
          this.#onMissing(String.fromCodePoint(characters[index] ?? glyph.codePoints[0] ?? 65533));
        const shown = glyph.id === NOTDEF ? this.font.glyphForCodePoint(QUESTION_MARK) : glyph;
        const code2 = this.subset.includeGlyph(shown.id);
        this.widths[code2] ??= shown.advanceWidth * this.scale;
        const own = characters.length === glyphs.length ? characters[index] : void 0;
        this.unicode[code2] ??= own === void 0 ? [...glyph.codePoints] : [own];
        return `0000${code2.toString(16)}`.slice(-4);
      });
      return [codes, positions];
    }
  };
}
function alignGlyphs(font2, characters, glyphs) {
  if (characters.length === glyphs.length) return characters.map((character) => [character]);
  const result = [];
  let next = 0;
  for (const glyph of glyphs) {
    const found = characters.findIndex((character, index) => index >= next && font2.glyphOf(character) === glyph);
    if (found === -1) {
      result.push([characters[Math.min(next, characters.length - 1)] ?? 65533]);
      next = Math.min(next + 1, characters.length);
    } else {
      result.push([characters[found] ?? 65533]);
      next = found + 1;
    }
  }
  return result;
}

// src/pdf/srgb-profile.ts
var SAMPLES = 1024;
var RED = [0.43607, 0.22249, 0.01392];
var GREEN = [0.38515, 0.71687, 0.09708];
var BLUE = [0.14307, 0.06061, 0.7141];
var WHITE = [0.9642, 1, 0.82491];
var DESCRIPTION = "sRGB IEC61966-2.1";
function ascii(text3) {
  return Array.from(text3, (character) => character.charCodeAt(0));
}
function uint32(value) {
  return [value >>> 24 & 255, value >>> 16 & 255, value >>> 8 & 255, value & 255];
}
function uint16(value) {
  return [value >>> 8 & 255, value & 255];
}
function xyz(values) {
  return values.flatMap((value) => uint32(Math.round(value * 65536)));
}
function linear(value) {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
function toneCurve() {
  const samples = Array.from(
    { length: SAMPLES },
    (_, index) => uint16(Math.round(linear(index / (SAMPLES - 1)) * 65535))
  );
  return [...ascii("curv"), ...uint32(0), ...uint32(SAMPLES), ...samples.flat()];
}
function textDescription() {
  const text3 = [...ascii(DESCRIPTION), 0];
  return [...ascii("desc"), ...uint32(0), ...uint32(text3.length), ...text3, ...new Array(78).fill(0)];
}
function build() {
  const curve = toneCurve();
  const tags = [
    ["desc", textDescription()],
    ["cprt", [...ascii("text"), ...uint32(0), ...ascii("No copyright"), 0]],
    ["wtpt", [...ascii("XYZ "), ...uint32(0), ...xyz(WHITE)]],
    ["rXYZ", [...ascii("XYZ "), ...uint32(0), ...xyz(RED)]],
    ["gXYZ", [...ascii("XYZ "), ...uint32(0), ...xyz(GREEN)]],
    ["bXYZ", [...ascii("XYZ "), ...uint32(0), ...xyz(BLUE)]],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve]
  ];
  const table = [...uint32(tags.length)];
  const data = [];
  const start = 128 + 4 + tags.length * 12;
  const offsets = /* @__PURE__ */ new Map();
  for (const [signature, bytes] of tags) {
    let offset = offsets.get(bytes);
    if (offset === void 0) {
      while (data.length % 4 !== 0) data.push(0);
      offset = start + data.length;
      offsets.set(bytes, offset);
      for (const byte of bytes) data.push(byte);
    }
    table.push(...ascii(signature), ...uint32(offset), ...uint32(bytes.length));
  }
  while (data.length % 4 !== 0) data.push(0);
  const header = [
    ...uint32(start + data.length),
    ...uint32(0),
    ...uint32(34603008),
    ...ascii("mntrRGB XYZ "),
    ...[2024, 1, 1, 0, 0, 0].flatMap(uint16),
    ...ascii("acsp"),
    ...new Array(28).fill(0),
    ...xyz(WHITE)
  ];
  while (header.length < 128) header.push(0);
  return Uint8Array.from([...header, ...table, ...data]);
}
var profile;
function srgbProfile() {
  profile ??= build();
  return profile;
}

// src/pdf/structure-writer.ts
var KEPT_WHEN_EMPTY = /* @__PURE__ */ new Set(["TD", "TH", "TR", "LI", "LBody", "Document"]);
function isEmpty(element) {
  return !KEPT_WHEN_EMPTY.has(element.type) && element.kids.every((kid) => kid instanceof StructureElement && isEmpty(kid));
}
function text(value) {
  return new String(value);
}
function attributeObjects(attributes) {
  const { scope, colSpan, rowSpan, headers, listNumbering, lineThrough, box } = attributes;
  const objects = [];
  if (scope || colSpan || rowSpan || headers) {
    objects.push({
      O: "Table",
      ...scope && { Scope: scope },
      ...colSpan && { ColSpan: colSpan },
      ...rowSpan && { RowSpan: rowSpan },
      ...headers && { Headers: headers.map(text) }
    });
  }
  if (listNumbering) objects.push({ O: "List", ListNumbering: listNumbering });
  if (lineThrough) objects.push({ O: "Layout", TextDecorationType: "LineThrough" });
  if (box) objects.push({ O: "Layout", BBox: box.map((side) => Math.round(side * 100) / 100), Placement: "Block" });
  return objects;
}
function writeStructure(document, element, parent) {
  element.ref ??= document.ref({});
  const { ref, attributes } = element;
  const { data } = ref;
  data.Type = "StructElem";
  data.S = element.type;
  data.P = parent;
  if (attributes.id !== void 0) data.ID = text(attributes.id);
  if (attributes.title) data.T = text(attributes.title);
  if (attributes.lang) data.Lang = text(attributes.lang);
  if (attributes.alt !== void 0) data.Alt = text(attributes.alt);
  if (attributes.actualText !== void 0) data.ActualText = text(attributes.actualText);
  const objects = attributeObjects(attributes);
  if (objects.length > 0) data.A = objects.length === 1 ? objects[0] : objects;
  const kids = [];
  for (const kid of element.kids) {
    if (kid instanceof StructureElement) {
      if (!isEmpty(kid)) kids.push(writeStructure(document, kid, ref));
    } else {
      kids.push(contentKid(kid, data));
    }
  }
  if (kids.length > 0) data.K = kids;
  ref.end();
  return ref;
}
function contentKid(kid, data) {
  if ("annotation" in kid) return { Type: "OBJR", Obj: kid.annotation, Pg: kid.page };
  data.Pg ??= kid.page;
  return data.Pg === kid.page ? kid.mcid : { Type: "MCR", Pg: kid.page, MCID: kid.mcid };
}

// src/pdf/xmp.ts
var ESCAPES = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&apos;"
};
var NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
function escapeXml(value) {
  return value.replace(NOT_XML, "").replace(/[<>&"']/g, (character) => ESCAPES[character] ?? character);
}
function list2(kind, items, attribute = "") {
  const entries = items.map((item) => `<rdf:li${attribute}>${escapeXml(item)}</rdf:li>`).join("");
  return `<rdf:${kind}>${entries}</rdf:${kind}>`;
}
var DEFAULT_LANGUAGE = ' xml:lang="x-default"';
var PDFUA_EXTENSION = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
function xmpPacket(facts2) {
  const date = `${facts2.date.toISOString().slice(0, 19)}Z`;
  const properties = [
    "<dc:format>application/pdf</dc:format>",
    `<dc:title>${list2("Alt", [facts2.title], DEFAULT_LANGUAGE)}</dc:title>`,
    `<dc:language>${list2("Bag", [facts2.lang])}</dc:language>`,
    facts2.author && `<dc:creator>${list2("Seq", [facts2.author])}</dc:creator>`,
    facts2.subject && `<dc:description>${list2("Alt", [facts2.subject], DEFAULT_LANGUAGE)}</dc:description>`,
    facts2.keywords.length > 0 && `<dc:subject>${list2("Bag", facts2.keywords)}</dc:subject>`,
    facts2.keywords.length > 0 && `<pdf:Keywords>${escapeXml(facts2.keywords.join(", "))}</pdf:Keywords>`,
    `<pdf:Producer>${escapeXml(facts2.producer)}</pdf:Producer>`,
    `<xmp:CreatorTool>${escapeXml(facts2.creator)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${date}</xmp:MetadataDate>`,
    "<pdfuaid:part>1</pdfuaid:part>",
    "<pdfaid:part>2</pdfaid:part>",
    "<pdfaid:conformance>A</pdfaid:conformance>"
  ].filter(Boolean);
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
${properties.join("\n")}
</rdf:Description>
${PDFUA_EXTENSION}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

// src/pdf/tagged-document.ts
var TaggedDocument = class extends PDFDocument {
  #parts;
  #fonts = /* @__PURE__ */ new Map();
  #open;
  /** Characters in pictures that the text family lacks; the renderer collects and empties it. */
  missingCharacters = /* @__PURE__ */ new Set();
  constructor(parts) {
    const { facts: facts2, size } = parts;
    super(
      { [SVG_FONT_FAMILY]: svgFaces(parts.fonts.text) },
      {},
      {},
      {},
      {
        size: [size.width, size.height],
        margin: 0,
        pdfVersion: "1.7",
        lang: facts2.lang,
        displayTitle: true,
        tagged: true,
        autoFirstPage: false,
        font: null,
        info: {
          Title: facts2.title,
          ...facts2.author && { Author: facts2.author },
          ...facts2.subject && { Subject: facts2.subject },
          ...facts2.keywords.length > 0 && { Keywords: facts2.keywords.join(", ") },
          Creator: facts2.creator,
          Producer: facts2.producer,
          CreationDate: facts2.date,
          ModDate: facts2.date
        }
      },
      null,
      () => false
    );
    this.#parts = parts;
  }
  /** The document's version of a font. */
  fontOf(library2) {
    let font2 = this.#fonts.get(library2);
    if (!font2) {
      font2 = embedFont(this, library2, (character) => this.missingCharacters.add(character));
      this.#fonts.set(library2, font2);
      this._fontFamilies[font2.id] = font2;
    }
    return font2;
  }
  /** SVG text comes here with what {@link svgFaces} gave. */
  font(source, family2, size) {
    if (typeof source !== "object" || source === null || !("path" in source)) return super.font(source, family2, size);
    this._font = this.fontOf(libraryFont(source));
    const points2 = typeof family2 === "number" ? family2 : size;
    if (typeof points2 === "number") this.fontSize(points2);
    return this;
  }
  /** Pictures are asked for by their key. pdfkit would open any path, also one that an SVG names. */
  openImage(source) {
    if (typeof source !== "string" || source.startsWith("data:")) return super.openImage(source);
    const picture = this.#parts.images[source];
    if (!picture || picture.type === "svg") throw new Error(`No picture of pixels: ${source}`);
    const { buffer, byteOffset, byteLength } = picture.data;
    const image = super.openImage(Buffer.from(buffer, byteOffset, byteLength));
    image.embed(this);
    this._imageRegistry[source] = image;
    return image;
  }
  /** From here on, what is drawn belongs to an element or is an artifact. */
  mark(owner) {
    if (this.#open?.owner === owner && this.#open.page === this.page) return;
    this.endMark();
    if (isElement(owner)) {
      owner.attach();
      owner.ref ??= this.ref({});
      const contents = this.getStructParentTree().get(this.page.structParentTreeKey);
      owner.kids.push({ page: this.page.dictionary, mcid: contents.length });
      this.addContent(`/${owner.type} <</MCID ${contents.length}>> BDC`);
      contents.push(owner.ref);
    } else if (owner.artifact === "Header" || owner.artifact === "Footer" || owner.artifact === "Watermark") {
      this.addContent(`/Artifact <</Type /Pagination /Subtype /${owner.artifact}>> BDC`);
    } else {
      this.addContent(`/Artifact <</Type /${owner.artifact}>> BDC`);
    }
    this.#open = { owner, page: this.page };
  }
  /** Ends what {@link mark} began; needed before the graphics state is saved or restored. */
  endMark() {
    this.#open?.page.write("EMC");
    this.#open = void 0;
  }
  /** Adds the annotation of a link. Coordinates from the upper left corner. */
  annotateLink(owner, box, href, contents) {
    const action = this.ref(
      href.startsWith("#") ? { S: "GoTo", D: new String(href.slice(1)) } : { S: "URI", URI: new String(asciiUri(href)) }
    );
    action.end();
    const options = { Subtype: "Link", A: action, Contents: new String(contents) };
    if (isElement(owner)) {
      owner.ref ??= this.ref({});
      const key = this.createStructParentTreeNextKey();
      this.getStructParentTree().add(key, owner.ref);
      options.StructParent = key;
    }
    this.annotate(box.x, box.y, box.width, box.height, options);
    const annotation = this.page.annotations.at(-1);
    if (annotation && isElement(owner)) owner.kids.push({ page: this.page.dictionary, annotation });
  }
  addPage(options) {
    this.endMark();
    return super.addPage(options);
  }
  end() {
    this.endMark();
    super.end();
  }
  /** pdfkit's own writer takes the page that happens to be current for each element. */
  endMarkings() {
    const root = this.getStructTreeRoot();
    root.data.K = [writeStructure(this, this.#parts.structure, root)];
    const ids = elementIds(this.#parts.structure);
    if (ids.length > 0) root.data.IDTree = { Names: ids.flatMap(([id, ref]) => [new String(id), ref]) };
    root.end();
    this._root.data.MarkInfo.end();
  }
  /** pdfkit's own packet is not escaped, and its PDF/A and PDF/UA parts exclude each other. */
  endMetadata() {
    const metadata = this.ref({ Type: "Metadata", Subtype: "XML" });
    metadata.compress = false;
    metadata.end(Buffer.from(xmpPacket(this.#parts.facts), "utf8"));
    this._root.data.Metadata = metadata;
    const profile2 = this.ref({ N: 3 });
    profile2.end(srgbProfile());
    const condition = "sRGB IEC61966-2.1";
    const intent = this.ref({
      Type: "OutputIntent",
      S: "GTS_PDFA1",
      Info: new String(condition),
      OutputConditionIdentifier: new String(condition),
      DestOutputProfile: profile2
    });
    intent.end();
    this._root.data.OutputIntents = [intent];
  }
  /** The finished file. */
  async finish() {
    const chunks = [];
    const finished = new Promise((resolve, reject) => {
      this.on("data", (chunk) => chunks.push(chunk));
      this.on("end", resolve);
      this.on("error", reject);
    });
    this.end();
    await finished;
    const bytes = new Uint8Array(chunks.reduce((sum2, chunk) => sum2 + chunk.length, 0));
    let offset = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
    return bytes;
  }
};
function svgFaces(family2) {
  return { normal: family2.regular, bold: family2.bold, italics: family2.italic, bolditalics: family2.boldItalic };
}
function asciiUri(href) {
  return href.replace(/[^\u0021-\u007e]+/gu, (characters) => encodeURIComponent(characters));
}
function elementIds(element) {
  const found = [];
  const visit = (current) => {
    if (current.attributes.id !== void 0 && current.ref) found.push([current.attributes.id, current.ref]);
    for (const kid of current.kids) if ("attributes" in kid) visit(kid);
  };
  visit(element);
  return found.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
}

// src/pdf/glyph-operators.ts
function number(value) {
  return String(Math.round(value * 1e3) / 1e3);
}
function showText(words, style, font2, x, baseline) {
  const scale = style.size / 1e3;
  const moveTo = (dx, dy) => `1 0 0 -1 ${number(x + dx * scale)} ${number(baseline - dy * scale)} Tm`;
  const parts = [`BT /${font2.id} ${number(style.size)} Tf`, moveTo(0, 0)];
  let array = [];
  let hex = "";
  let pen = 0;
  const flush = () => {
    if (hex !== "") array.push(`<${hex}>`);
    if (array.length > 0) parts.push(`[${array.join(" ")}] TJ`);
    hex = "";
    array = [];
  };
  let displaced = false;
  for (const word of words) {
    const shaped = style.font.shape(word);
    for (const [index, code2] of font2.encodeShaped(word, shaped).entries()) {
      const offset = shaped.offsets?.[index];
      const advance = shaped.advances[index] ?? 0;
      if (offset || displaced) {
        flush();
        parts.push(moveTo(pen + (offset?.[0] ?? 0), offset?.[1] ?? 0));
        displaced = offset !== void 0;
      }
      hex += code2;
      const kern = style.font.glyphWidth(shaped.glyphs[index] ?? 0) - advance;
      if (Math.abs(kern) > 0.01) {
        array.push(`<${hex}> ${number(kern)}`);
        hex = "";
      }
      pen += advance;
    }
  }
  flush();
  parts.push("ET");
  return parts.join("\n");
}

// src/pdf/tagged-renderer.ts
var COMBINING2 = /\p{M}/u;
var TaggedRenderer = class extends Renderer {
  #document;
  /** Characters drawn by node of the document; repetitions do not count. */
  drawn = /* @__PURE__ */ new Map();
  diagnostics = [];
  /** Page numbers by anchor, for the table of contents. */
  #pageOf;
  #bookmarks = [];
  constructor(document, pageOf) {
    super(document);
    this.#document = document;
    this.#pageOf = pageOf;
  }
  renderLine(line, x, y) {
    if (!(line instanceof SetLine)) throw new Error("A line that is not ours");
    if (line.bookmark) this.#addBookmark(line.bookmark.title, line.bookmark.level, y);
    for (const anchor of line.anchors ?? [])
      this.#document.addNamedDestination(anchor, "XYZ", x, Math.max(0, y - 6), null);
    const pieces = this.#resolvePageNumbers(line);
    this.#drawBackgrounds(pieces, x, y, line);
    for (const stretch of stretches(pieces)) this.#drawStretch(stretch, x, y + line.baseline, line.repeated);
    this.#drawDecorations(pieces, x, y + line.baseline);
    this.#annotate(pieces, x, y, line);
    if (!line.repeated) for (const placed of line.pieces) this.#count(placed);
  }
  #count({ piece, hyphen }) {
    if (piece.source && !hyphen)
      this.drawn.set(piece.source, (this.drawn.get(piece.source) ?? 0) + countVisible(piece.text));
  }
  #resolvePageNumbers(line) {
    return line.pieces.map((placed) => {
      const { pageOf, style, width } = placed.piece;
      if (pageOf === void 0) return placed;
      const text3 = String(this.#pageOf.get(pageOf) ?? "");
      const newWidth = style.font.width(text3, style.size);
      return { ...placed, text: text3, x: placed.x + width - newWidth, piece: { ...placed.piece, width: newWidth } };
    });
  }
  #drawStretch(stretch, x, baseline, repeated) {
    const document = this.#document;
    const { style, words, actual } = stretch;
    const owner = repeated ? LAYOUT_ARTIFACT : style.owner;
    document.mark(owner);
    if (actual !== void 0) document.addContent(`/Span <</ActualText ${utf16(actual)}>> BDC`);
    document.fillColor(style.color);
    const font2 = document.fontOf(style.font);
    document.page.fonts[font2.id] ??= font2.ref();
    document.addContent(showText(words, style, font2, x + stretch.x, baseline - style.rise));
    if (actual !== void 0) document.addContent("EMC");
  }
  #drawBackgrounds(pieces, x, y, line) {
    for (const [index, { piece, x: dx }] of pieces.entries()) {
      const { background, size } = piece.style;
      if (background === void 0 || piece.width === 0) continue;
      const next = pieces[index + 1];
      const width = next?.piece.style.background === background ? next.x - dx : piece.width - piece.trailing + 2;
      this.#document.mark(LAYOUT_ARTIFACT);
      this.#document.rect(x + dx - 1, y + line.baseline - size * 0.95, width, size * 1.25).fill(background);
    }
  }
  #drawDecorations(pieces, x, baseline) {
    for (const [index, { piece, x: dx }] of pieces.entries()) {
      const { underline, strike, size, color } = piece.style;
      if (!underline && !strike) continue;
      const next = pieces[index + 1];
      const goesOn = next !== void 0 && next.piece.style.underline === underline && next.piece.style.strike === strike;
      const width = goesOn ? next.x - dx : piece.width - piece.trailing;
      if (width <= 0) continue;
      this.#document.mark(LAYOUT_ARTIFACT);
      const thickness = size * 0.055;
      const y = strike ? baseline - size * 0.28 : baseline + size * 0.13;
      this.#document.rect(x + dx, y, width, thickness).fill(color);
    }
  }
  /** One annotation for each line of a link. */
  #annotate(pieces, x, y, line) {
    if (line.repeated) return;
    for (let from2 = 0; from2 < pieces.length; ) {
      const first = pieces[from2];
      const style = first?.piece.style;
      let to2 = from2 + 1;
      while (to2 < pieces.length && pieces[to2]?.piece.style.owner === style?.owner) to2++;
      const last = pieces[to2 - 1];
      from2 = to2;
      if (!first || !last || !style?.link) continue;
      const width = last.x + last.piece.width - last.piece.trailing - first.x;
      const top = style.rise > 0 ? y : y + (line.height - style.size * 1.2) / 2;
      const box = { x: x + first.x, y: top, width, height: Math.min(line.height, style.size * 1.3) };
      if (width > 0) this.#document.annotateLink(style.owner, box, style.link.href, style.link.description);
    }
  }
  #addBookmark(title, level, y) {
    while ((this.#bookmarks.at(-1)?.level ?? 0) >= level) this.#bookmarks.pop();
    const parent = this.#bookmarks.at(-1)?.item ?? this.#document.outline;
    const { page } = this.#document;
    const item = parent.addItem(title, { expanded: level === 1 });
    item.outlineData.Dest = [page.dictionary, "XYZ", 0, page.height - Math.max(0, y - 6), null];
    this.#bookmarks.push({ level, item });
  }
  renderVector(vector) {
    if (vector.type === "draft") this.#drawDraftMark(vector);
    else {
      this.#document.mark(vector.owner ?? LAYOUT_ARTIFACT);
      super.renderVector(vector);
      this.#growBox(vector.owner, vector.x ?? 0, vector.y ?? 0, vector.w ?? 0, vector.h ?? 0);
    }
  }
  #drawDraftMark({ text: text3, style }) {
    const document = this.#document;
    const { width, height } = document.page;
    document.mark(style.owner);
    document.endMark();
    document.save();
    document.rotate(-52, { origin: [width / 2, height / 2] });
    document.mark(style.owner);
    const run = style.font.font.layout(text3);
    const scale = style.size * style.font.scale / 1e3;
    let x = (width - style.font.width(text3, style.size)) / 2;
    const y = height / 2 + style.size * 0.35;
    for (const [index, glyph] of run.glyphs.entries()) {
      document.save();
      document.transform(scale, 0, 0, -scale, x, y);
      document.path(glyph.path.toSVG()).fill(style.color);
      document.restore();
      x += (run.positions[index]?.xAdvance ?? 0) * scale;
    }
    document.endMark();
    document.restore();
  }
  renderImage(image) {
    this.#drawPicture(image, () => super.renderImage(imageWithoutLink(image)));
  }
  renderSVG(svg) {
    this.#drawPicture(svg, () => super.renderSVG(imageWithoutLink(svg)));
    for (const character of this.#document.missingCharacters) {
      const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
      this.diagnostics.push(diagnose("character-without-glyph", { character, codePoint }, svg.at));
    }
    this.#document.missingCharacters.clear();
  }
  #drawPicture(picture, draw) {
    const { owner, link: link2 } = picture;
    const { x = 0, y = 0, _width: width = picture.width, _height: height = picture.height } = picture;
    this.#document.mark(owner);
    draw();
    this.#document.endMark();
    this.#growBox(owner, x, y, width, height);
    if (link2) this.#document.annotateLink(link2.owner, { x, y, width, height }, link2.href, link2.description);
  }
  /** The box of a figure encloses all that is drawn of it. */
  #growBox(owner, x, y, width, height) {
    if (!owner || !isElement(owner) || owner.type !== "Figure") return;
    const top = this.#document.page.height - y;
    const box = owner.attributes.box;
    owner.attributes.box = box ? [Math.min(box[0], x), Math.min(box[1], top - height), Math.max(box[2], x + width), Math.max(box[3], top)] : [x, top - height, x + width, top];
  }
};
function imageWithoutLink(picture) {
  const { link: _link, ...rest } = picture;
  return rest;
}
function stretches(pieces) {
  const result = [];
  for (const { piece, x, text: text3, hyphen } of pieces) {
    if (text3 === "") continue;
    const last = result.at(-1);
    const actual = hyphen ? "\xAD" : piece.replacement !== void 0 || COMBINING2.test(text3) ? piece.text.replace(/\n/g, "") : void 0;
    if (last && actual === void 0 && last.actual === void 0 && last.style === piece.style && Math.abs(last.x + last.width - x) < 0.01) {
      last.words.push(text3);
      last.width += piece.width;
    } else {
      result.push({
        style: piece.style,
        x,
        words: [text3],
        width: piece.width,
        ...actual !== void 0 && { actual }
      });
    }
  }
  return result;
}
function utf16(text3) {
  let hex = "<feff";
  for (let index = 0; index < text3.length; index++) hex += text3.charCodeAt(index).toString(16).padStart(4, "0");
  return `${hex}>`;
}

// src/pdf/layout-pdf.ts
var NO_DATE = "2000-01-01";
var PAGE = { width: 595.28, height: 841.89 };
async function layoutPdf(document, theme2, fonts2) {
  const diagnostics = [];
  const structure = new StructureElement("Document");
  const frame = pageFrame(document, theme2, fonts2, PAGE);
  const setting = {
    document,
    theme: theme2,
    fonts: fonts2,
    german: /^de\b/i.test(document.lang),
    anchors: findAnchors(document),
    diagnostics,
    setBlocks,
    measure: frame.measure,
    notes: new Map(document.notes.map(({ number: number2 }) => [number2, { number: number2, height: 0 }])),
    noteElements: new Map(
      document.notes.map(({ number: number2 }) => [number2, new StructureElement("Note", { id: `note-${number2}` })])
    ),
    adoptedNotes: /* @__PURE__ */ new Set(),
    counters: { tables: 0 }
  };
  const context = {
    setting,
    parent: structure,
    size: theme2.sizes.text,
    color: theme2.colors.text,
    bold: false,
    italic: false,
    family: fonts2.text,
    align: theme2.alignment,
    tight: false,
    width: frame.measure.width
  };
  const root = setDocument(context);
  const file = new TaggedDocument({ structure, facts: factsOf(document), fonts: fonts2, images: document.images, size: PAGE });
  const layout = new PageLayout(PAGE, frame.margins, theme2.colors.muted);
  const pages = layout.layout(root, setFootnotes(context), file);
  furnishPages(pages, frame, context);
  const renderer = new TaggedRenderer(file, pagesOfAnchors(pages));
  renderer.renderPages(pages);
  diagnostics.push(...layout.diagnostics, ...renderer.diagnostics, ...findLostText(document, renderer.drawn));
  return { value: { bytes: await file.finish(), pages: pages.length }, diagnostics };
}
function factsOf({ metadata, title, lang: lang2 }) {
  return {
    title,
    lang: lang2,
    keywords: metadata.keywords,
    date: /* @__PURE__ */ new Date(`${metadata.date ?? NO_DATE}T12:00:00Z`),
    creator: "Vorlagenwerk",
    producer: "pdfmake 0.3.11",
    ...metadata.author !== void 0 && { author: metadata.author },
    ...metadata.subject !== void 0 && { subject: metadata.subject }
  };
}
function pagesOfAnchors(pages) {
  const found = /* @__PURE__ */ new Map();
  for (const [index, page] of pages.entries()) {
    for (const { item } of page.items) {
      if (item instanceof SetLine) for (const anchor of item.anchors ?? []) found.set(anchor, index + 1);
    }
  }
  return found;
}

// test/pdf/tree.ts
function text2(value) {
  return { type: "text", value };
}
function inlines(content) {
  if (typeof content === "string") return [text2(content)];
  return content.map((item) => typeof item === "string" ? text2(item) : item);
}
function p(content, role = "text") {
  return { type: "paragraph", role, children: inlines(content) };
}
function h(level, content, id = `h-${typeof content === "string" ? content : level}`) {
  return { type: "heading", level, id, children: inlines(content) };
}
function section(children, role = "part", id) {
  return { type: "section", role, children, ...id !== void 0 && { id } };
}
function isBlock(value) {
  const blocks = [
    "paragraph",
    "list",
    "quote",
    "table",
    "figure",
    "code-block",
    "bar-chart",
    "description-list",
    "heading"
  ];
  return typeof value === "object" && value !== null && "type" in value && blocks.includes(String(value.type));
}
function list3(items, numbering = "disc", tight = true) {
  return { type: "list", numbering, tight, items };
}
function quote(children) {
  return { type: "quote", children };
}
function code(value) {
  return { type: "code-block", text: value };
}
function cell(content, options = {}) {
  const blocks = Array.isArray(content) && content.some(isBlock) ? content : [p(content)];
  return { colSpan: 1, rowSpan: 1, children: blocks, ...options };
}
function facts(role, entries) {
  return {
    type: "description-list",
    role,
    entries: entries.map(([term, value]) => ({ term: inlines(term), description: [p(value)] }))
  };
}
function chart(alt, bars) {
  return { type: "bar-chart", alt, bars: bars.map(([label, value]) => ({ label, value })) };
}
function figure(image, alt, caption) {
  return { type: "figure", image, alt, ...caption !== void 0 && { caption: inlines(caption) } };
}
function note(number2, content) {
  return { number: number2, children: [p(content)] };
}
var strong = (...content) => ({ type: "strong", children: inlines(content) });
var em = (...content) => ({ type: "emphasis", children: inlines(content) });
var del = (...content) => ({ type: "deletion", children: inlines(content) });
var sub = (...content) => ({ type: "subscript", children: inlines(content) });
var sup = (...content) => ({ type: "superscript", children: inlines(content) });
var codeSpan = (value) => ({ type: "code", value });
var link = (href, ...content) => ({
  type: "link",
  href,
  children: inlines(content)
});
var lang = (tag, ...content) => ({
  type: "span",
  lang: tag,
  children: inlines(content)
});
var noteRef = (number2) => ({ type: "note-reference", number: number2 });
var br = { type: "line-break" };
function paper(children, rest = {}) {
  return {
    lang: "de-DE",
    title: "Pr\xFCfdokument",
    metadata: { keywords: [], date: "2026-03-12" },
    running: { body: "Kreis Auental", paper: "TOP 3", title: "Pr\xFCfdokument" },
    children,
    notes: [],
    images: {},
    ...rest
  };
}

// test/pdf/generate.ts
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = state + 1831565813 >>> 0;
    let t = Math.imul(state ^ state >>> 15, 1 | state);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  };
}
var WORDS = "Kreis Ausschuss f\xFCr die F\xE4hre und \xA7 7 Absatz 2 Ma\xDFnahmen F\xF6rderung 1.250 \u20AC Landrat \xDCbersicht z. B. Stellungnahme Donaudampfschifffahrtsgesellschaftskapit\xE4n j\u0301 S\u031B\u0304 \u2192 \u2264 Stra\xDFe 19. April \u201Ewichtig\u201C nach-und-nach https://www.example.org/ein/langer/pfad?mit=abfrage Anleger".split(
  " "
);
function generate(seed, images = {}) {
  const next = random(seed);
  const upTo = (n) => Math.floor(next() * n);
  const pick = (values) => values[upTo(values.length)];
  let counter = 0;
  const notes = [];
  const words = (n) => Array.from({ length: n }, () => `${pick(WORDS)}${next() < 0.3 ? `x${++counter}` : ""}`).join(" ");
  function inline(depth) {
    const text3 = words(1 + upTo(9));
    if (depth <= 0) return { type: "text", value: text3 };
    const children2 = [inline(depth - 1), " ", inline(depth - 1)];
    switch (upTo(12)) {
      case 0:
        return strong(...children2);
      case 1:
        return em(...children2);
      case 2:
        return del(...children2);
      case 3:
        return codeSpan(text3);
      case 4:
        return sub(text3);
      case 5:
        return sup(text3);
      case 6:
        return link(next() < 0.5 ? "https://www.example.org/\xE4 b?x=1&y=2" : "#start", inline(0));
      case 7:
        return lang("en", ...children2);
      case 8:
        return br;
      case 9:
        if (notes.length >= 6) return { type: "text", value: text3 };
        notes.push(note(notes.length + 1, words(12)));
        return noteRef(notes.length);
      default:
        return { type: "text", value: text3 };
    }
  }
  function content() {
    return inlines(Array.from({ length: 1 + upTo(5) }, () => [inline(2), " "]).flat());
  }
  function blocks(depth, least = 1) {
    return Array.from({ length: least + upTo(3) }, () => block(depth));
  }
  function block(depth) {
    const kind = depth <= 0 ? upTo(4) : upTo(12);
    switch (kind) {
      case 0:
      case 1:
        return p(content(), pick(["text", "text", "text", "lead", "note", "signature"]));
      case 2:
        return code(`zeile${++counter}
    ${words(30)}

ende${++counter}`);
      case 3:
        return Object.keys(images).length > 0 ? figure(pick(Object.keys(images)), next() < 0.8 ? words(4) : "", next() < 0.5 ? content() : void 0) : p(content());
      case 4:
      case 5: {
        const numbering = pick(["none", "disc", "decimal", "lower-alpha", "upper-roman"]);
        return list3(
          Array.from(
            { length: 1 + upTo(5) },
            (_, i) => next() < 0.2 ? { marker: "", checked: next() < 0.5, children: blocks(depth - 1, 0) } : { marker: pick(["\u2022", `${i + 1}.`, "a)", "(17)", "\u21E8", "xviii."]), children: blocks(depth - 1) }
          ),
          numbering,
          next() < 0.5
        );
      }
      case 6:
        return quote(blocks(depth - 1));
      case 7:
      case 8:
        return grid(depth);
      case 9:
        return chart(
          words(5),
          Array.from({ length: 1 + upTo(6) }, () => [words(2), upTo(100)])
        );
      case 10:
        return {
          type: "description-list",
          role: pick(["head", "facts"]),
          entries: Array.from({ length: 1 + upTo(4) }, () => ({
            term: inlines(words(2)),
            description: blocks(depth - 1)
          }))
        };
      default:
        return next() < 0.5 ? { type: "thematic-break" } : facts("facts", [[words(1), content()]]);
    }
  }
  function grid(depth) {
    const columns = 1 + upTo(6);
    const rows = 1 + upTo(14);
    const covered = /* @__PURE__ */ new Set();
    const make = (first, count, header) => Array.from({ length: count }, (_, r) => {
      const cells = [];
      for (let c = 0; c < columns; c++) {
        if (covered.has(`${first + r}/${c}`)) continue;
        let colSpan = next() < 0.1 ? 2 : 1;
        const rowSpan = next() < 0.1 && r + 1 < count ? 2 : 1;
        if (c + colSpan > columns || covered.has(`${first + r}/${c + 1}`)) colSpan = 1;
        for (let y = 0; y < rowSpan; y++) for (let x = 0; x < colSpan; x++) covered.add(`${first + r + y}/${c + x}`);
        const children2 = next() < 0.1 ? blocks(depth - 1) : [p(words(1 + upTo(next() < 0.1 ? 150 : 6)))];
        cells.push(cell([], { colSpan, rowSpan, children: children2, ...header && { header: "column" } }));
      }
      return { cells };
    });
    const heads = upTo(3);
    return {
      type: "table",
      columns: Array.from({ length: columns }, () => ({
        align: pick(["start", "center", "end", "decimal"]),
        width: pick(["auto", "fill"])
      })),
      head: make(0, heads, true),
      body: make(heads, rows, false),
      ...next() < 0.5 && { caption: content() }
    };
  }
  const children = [h(1, words(6), "start"), { type: "contents", title: "Inhalt" }];
  for (let n = 0; n < 3; n++) {
    children.push(
      section(
        [h(2, words(3), `s${n}`), ...blocks(2, 2), h(3, words(4), `t${n}`), ...blocks(1, 1)],
        next() < 0.3 ? "annex" : "part",
        `sec${n}`
      )
    );
  }
  return paper(children, { notes, images, ...next() < 0.3 && { draft: { label: "ENTWURF", revision: "0f1e2d3" } } });
}

// test/pdf/theme.ts
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
var require2 = createRequire(import.meta.url);
function font(path) {
  return { path, data: readFileSync(require2.resolve(path)) };
}
function family(regular, bold, italic, boldItalic) {
  return { regular: font(regular), bold: font(bold), italic: font(italic), boldItalic: font(boldItalic) };
}
var noto = "@expo-google-fonts/noto-sans";
var dejavu = "dejavu-fonts-ttf/ttf";
var fonts = {
  text: family(
    `${noto}/400Regular/NotoSans_400Regular.ttf`,
    `${noto}/700Bold/NotoSans_700Bold.ttf`,
    `${noto}/400Regular_Italic/NotoSans_400Regular_Italic.ttf`,
    `${noto}/700Bold_Italic/NotoSans_700Bold_Italic.ttf`
  ),
  symbols: family(
    `${dejavu}/DejaVuSans.ttf`,
    `${dejavu}/DejaVuSans-Bold.ttf`,
    `${dejavu}/DejaVuSans-Oblique.ttf`,
    `${dejavu}/DejaVuSans-BoldOblique.ttf`
  ),
  code: family(
    `${dejavu}/DejaVuSansMono.ttf`,
    `${dejavu}/DejaVuSansMono-Bold.ttf`,
    `${dejavu}/DejaVuSansMono-Oblique.ttf`,
    `${dejavu}/DejaVuSansMono-BoldOblique.ttf`
  )
};
var names = { regular: "", bold: "", italic: "", boldItalic: "" };
var theme = {
  page: { size: "A4", margins: { top: 25, right: 20, bottom: 20, left: 25 } },
  fonts: { text: names, symbols: names, code: names },
  sizes: { text: 11, small: 8.5, table: 9.5, headings: [18, 14, 12, 11, 11, 11] },
  lineHeight: 1.35,
  alignment: "start",
  colors: { text: "#1a1a1a", accent: "#1f4e79", muted: "#55595f", line: "#c3c8ce", tint: "#eef2f6" },
  logoHeight: 18,
  header: { left: "{body}", center: "", right: "{paper}" },
  footer: { left: "{title}", center: "", right: "Seite {page} von {pages}" },
  contents: { fromHeadings: 6, depth: 2 }
};

// ../../tmp/fuzz.ts
mkdirSync("/tmp/fuzz", { recursive: true });
var from = Number(process.env.FROM ?? 1);
var to = Number(process.env.TO ?? 40);
var bad = 0;
for (let s = from; s <= to; s++) {
  try {
    const t = performance.now();
    const r = await layoutPdf(generate(s), theme, fonts);
    const ms = performance.now() - t;
    writeFileSync(`/tmp/fuzz/${s}.pdf`, r.value.bytes);
    const d = r.diagnostics.filter((d2) => d2.severity === "error");
    if (d.length || ms > 3e3) {
      bad++;
      console.log(s, r.value.pages, Math.round(ms), d.length, d.slice(0, 2).map((x) => x.message.de));
    }
  } catch (e) {
    bad++;
    console.log(s, "THROWN", e.stack?.split("\n").slice(0, 6).join("\n"));
  }
}
console.log("bad", bad);
