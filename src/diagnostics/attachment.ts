/** Messages about attachments that come from other programs. */

import { error, warning } from "./message.ts";

/** @see diagnose */
export const attachmentMessages = {
  "attachment-unreadable": error((v: { name: string; reason: "not-a-pdf" | "damaged" | "no-pages" }) => ({
    de: [
      {
        "not-a-pdf": `Die Anlage „${v.name}“ ist keine PDF-Datei.`,
        damaged: `Die Anlage „${v.name}“ ist beschädigt und lässt sich nicht lesen.`,
        "no-pages": `Die Anlage „${v.name}“ enthält keine Seiten.`,
      }[v.reason],
      v.reason === "not-a-pdf"
        ? "Speichern Sie das Schriftstück in dem Programm, aus dem es stammt, als PDF; die Endung des Dateinamens zu ändern genügt nicht."
        : "Lassen Sie sich die Datei noch einmal geben, oder speichern Sie sie aus dem Programm, aus dem sie stammt, erneut als PDF.",
    ],
    en: [
      {
        "not-a-pdf": `The attachment “${v.name}” is not a PDF file.`,
        damaged: `The attachment “${v.name}” is damaged and cannot be read.`,
        "no-pages": `The attachment “${v.name}” has no pages.`,
      }[v.reason],
      v.reason === "not-a-pdf"
        ? "Save the paper as PDF in the program that it comes from; changing the file name's ending is not enough."
        : "Ask for the file again, or save it anew as PDF in the program that it comes from.",
    ],
  })),
  "attachment-password": error((v: { name: string }) => ({
    de: [
      `Die Anlage „${v.name}“ lässt sich nur mit einem Kennwort öffnen.`,
      "Bitten Sie um eine Fassung ohne Kennwort, oder öffnen Sie die Datei mit dem Kennwort und speichern Sie sie ohne.",
    ],
    en: [
      `The attachment “${v.name}” can only be opened with a password.`,
      "Ask for a version without a password, or open the file with the password and save it without.",
    ],
  })),
  "attachment-content-missing": error(
    (v: { name: string; page: number; what: "missing-appearance" | "damaged-content" | "xfa" | "multimedia" }) => ({
      de: [
        {
          "missing-appearance": `Auf Seite ${v.page} der Anlage „${v.name}“ stehen Formularfelder oder Anmerkungen, deren Aussehen nicht gespeichert ist; sie würden fehlen.`,
          "damaged-content": `Seite ${v.page} der Anlage „${v.name}“ ist beschädigt; ein Teil ihres Inhalts würde fehlen.`,
          xfa: `Die Anlage „${v.name}“ ist ein Formular, das erst das Anzeigeprogramm aufbaut (XFA); ab Seite ${v.page} kann Inhalt fehlen.`,
          multimedia: `Auf Seite ${v.page} der Anlage „${v.name}“ stehen Film, Ton oder 3D-Inhalte, die sich nicht drucken lassen.`,
        }[v.what],
        v.what === "damaged-content"
          ? "Lassen Sie sich die Datei noch einmal geben, oder speichern Sie sie aus dem Programm, aus dem sie stammt, erneut als PDF."
          : "Öffnen Sie die Datei in einem PDF-Programm und drucken Sie sie in eine neue PDF-Datei; diese ist die Anlage.",
      ],
      en: [
        {
          "missing-appearance": `Page ${v.page} of the attachment “${v.name}” has form fields or comments whose look is not stored; they would be missing.`,
          "damaged-content": `Page ${v.page} of the attachment “${v.name}” is damaged; part of its content would be missing.`,
          xfa: `The attachment “${v.name}” is a form that only a viewer lays out (XFA); content can be missing from page ${v.page} on.`,
          multimedia: `Page ${v.page} of the attachment “${v.name}” has film, sound or 3D content, which cannot be printed.`,
        }[v.what],
        v.what === "damaged-content"
          ? "Ask for the file again, or save it anew as PDF in the program that it comes from."
          : "Open the file in a PDF program and print it to a new PDF file; use that as the attachment.",
      ],
    }),
  ),
  "attachment-conformance": warning((v: { name: string; page: number }) => ({
    de: [
      `Mit der Anlage „${v.name}“ (zuerst Seite ${v.page}) lässt sich nicht zusichern, dass die Sitzungsmappe barrierefrei (PDF/UA-1) und archivfähig (PDF/A-2a) ist; die Mappe verzichtet auf diese Angabe.`,
      "Bitten Sie um die Anlage als PDF/A, oder nehmen Sie sie aus der Mappe und verweisen Sie nur darauf.",
    ],
    en: [
      `With the attachment “${v.name}” (first on page ${v.page}) the packet cannot promise to be accessible (PDF/UA-1) and archivable (PDF/A-2a), and does not say so.`,
      "Ask for the attachment as PDF/A, or leave it out of the packet and only refer to it.",
    ],
  })),
};
