/** Messages about what does not print as it should: glyphs, space on the page, lost text. */

import { error, warning } from "./message.ts";

/** Where Windows puts the signs of its fonts of symbols. */
const SYMBOL = /^U\+F0[2-9A-F][0-9A-F]$/;

/** @see diagnose */
export const printMessages = {
  "character-without-glyph": error((v: { character: string; codePoint: string }) => ({
    de: [
      `Für das Zeichen „${v.character}“ (${v.codePoint}) hat keine der Schriften ein Bild.`,
      SYMBOL.test(v.codePoint)
        ? "Es stammt aus einer Symbolschrift, etwa als Aufzählungszeichen aus Word: Beginnen Sie die Zeile stattdessen mit „- “, oder löschen Sie es."
        : "Ersetzen Sie das Zeichen, oder tragen Sie in theme.yaml eine Schrift ein, die es enthält.",
    ],
    en: [
      `No font has a glyph for the character “${v.character}” (${v.codePoint}).`,
      SYMBOL.test(v.codePoint)
        ? "It comes from a font of symbols, such as Word's bullets: begin the line with “- ” instead, or delete it."
        : "Replace the character, or name a font in theme.yaml that has it.",
    ],
  })),
  "text-lost": error((v: { text: string }) => ({
    de: [
      `Der Text „${v.text}“ steht auf keiner Seite.`,
      "Das ist ein Fehler des Programms: Bitte melden Sie ihn, und teilen Sie den Absatz bis dahin auf.",
    ],
    en: [
      `The text “${v.text}” is on no page.`,
      "This is a fault of the program: please report it, and split the paragraph until it is mended.",
    ],
  })),
  "table-too-wide": warning((v: { columns: number }) => ({
    de: [
      `Die Tabelle mit ${v.columns} Spalten ist breiter als die Seite; Wörter in ihr sind mitten im Wort umbrochen.`,
      "Kürzen Sie lange Wörter, oder teilen Sie die Tabelle in zwei schmalere.",
    ],
    en: [
      `The table with ${v.columns} columns is wider than the page; words in it are broken in the middle.`,
      "Shorten long words, or split the table into two narrower ones.",
    ],
  })),
  "word-too-long": warning((v: { word: string }) => ({
    de: [
      `Das Wort „${v.word}“ ist länger als eine Zeile und wurde mitten im Wort umbrochen.`,
      "Fügen Sie ein Leerzeichen oder ein weiches Trennzeichen (U+00AD) ein.",
    ],
    en: [
      `The word “${v.word}” is longer than a line and was broken in the middle.`,
      "Insert a space or a soft hyphen (U+00AD).",
    ],
  })),
  "link-without-target": warning((v: { target: string }) => ({
    de: [
      `Der Verweis auf „#${v.target}“ führt zu keiner Überschrift dieses Dokuments und wurde als Text gedruckt.`,
      "Prüfen Sie die Schreibweise der Sprungmarke, oder entfernen Sie den Verweis.",
    ],
    en: [
      `The link to “#${v.target}” leads to no heading of this document and was printed as text.`,
      "Check the spelling of the target, or remove the link.",
    ],
  })),
};
