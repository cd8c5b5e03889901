/** Messages about attachments that come from other programs. */

import { warning } from "./message.ts";

/** @see diagnose */
export const attachmentMessages = {
  "attachment-unreadable": warning(
    (v: { name: string; reason: "not-a-pdf" | "damaged" | "too-large" | "certificate" | "no-pages" | "picture" }) => ({
      de: [
        {
          "not-a-pdf": `Die Anlage „${v.name}“ ist keine PDF-Datei.`,
          damaged: `Die Anlage „${v.name}“ ist beschädigt und lässt sich nicht lesen.`,
          "too-large": `Die Anlage „${v.name}“ ist zu aufwendig, um sie in die Sitzungsmappe zu übernehmen; sie liegt nur daneben.`,
          certificate: `Die Anlage „${v.name}“ ist für bestimmte Empfänger verschlüsselt und lässt sich hier nicht öffnen.`,
          "no-pages": `Die Anlage „${v.name}“ enthält keine Seiten.`,
          picture: `Das Bild „${v.name}“ lässt sich nicht drucken; es liegt nur neben der Sitzungsmappe.`,
        }[v.reason],
        v.reason === "picture"
          ? "Speichern Sie das Bild als PNG, JPEG oder einfaches SVG ohne Schrift, oder als PDF."
          : v.reason === "not-a-pdf"
            ? "Speichern Sie das Schriftstück in dem Programm, aus dem es stammt, als PDF; die Endung des Dateinamens zu ändern genügt nicht."
            : v.reason === "certificate"
              ? "Bitten Sie um eine Fassung ohne Verschlüsselung."
              : v.reason === "too-large"
                ? "Speichern Sie die Datei in einfacherer Form, etwa in mehreren Teilen oder als Bild."
                : "Lassen Sie sich die Datei noch einmal geben, oder speichern Sie sie aus dem Programm, aus dem sie stammt, erneut als PDF.",
      ],
      en: [
        {
          "not-a-pdf": `The attachment “${v.name}” is not a PDF file.`,
          damaged: `The attachment “${v.name}” is damaged and cannot be read.`,
          "too-large": `The attachment “${v.name}” is too elaborate to be taken into the packet; it only lies beside it.`,
          certificate: `The attachment “${v.name}” is encrypted for certain readers and cannot be opened here.`,
          "no-pages": `The attachment “${v.name}” has no pages.`,
          picture: `The picture “${v.name}” cannot be printed; it only lies beside the packet.`,
        }[v.reason],
        v.reason === "picture"
          ? "Save the picture as PNG, JPEG or plain SVG without text, or as PDF."
          : v.reason === "not-a-pdf"
            ? "Save the paper as PDF in the program that it comes from; changing the file name's ending is not enough."
            : v.reason === "certificate"
              ? "Ask for a version without encryption."
              : v.reason === "too-large"
                ? "Save the file in a simpler form, for instance in several parts or as a picture."
                : "Ask for the file again, or save it anew as PDF in the program that it comes from.",
      ],
    }),
  ),
  "attachment-password": warning((v: { name: string }) => ({
    de: [
      `Die Anlage „${v.name}“ lässt sich nur mit einem Kennwort öffnen.`,
      "Bitten Sie um eine Fassung ohne Kennwort, oder öffnen Sie die Datei mit dem Kennwort und speichern Sie sie ohne.",
    ],
    en: [
      `The attachment “${v.name}” can only be opened with a password.`,
      "Ask for a version without a password, or open the file with the password and save it without.",
    ],
  })),
  "attachment-content-missing": warning(
    (v: {
      name: string;
      page: number;
      what: "missing-appearance" | "damaged-content" | "missing-pages" | "xfa" | "multimedia" | "embedded-files";
    }) => ({
      de: [
        {
          "missing-appearance": `Auf Seite ${v.page} der Anlage „${v.name}“ stehen Formularfelder oder Anmerkungen, deren Aussehen nicht gespeichert ist; sie würden fehlen.`,
          "damaged-content": `Seite ${v.page} der Anlage „${v.name}“ ist beschädigt; ein Teil ihres Inhalts würde fehlen.`,
          "missing-pages": `Die Anlage „${v.name}“ nennt Seiten, die in der Datei nicht zu finden sind; sie fehlen in der Sitzungsmappe.`,
          xfa: `Die Anlage „${v.name}“ ist ein Formular, das erst das Anzeigeprogramm aufbaut (XFA); ab Seite ${v.page} kann Inhalt fehlen.`,
          "embedded-files": `In der Anlage „${v.name}“ stecken weitere Dateien; sie kommen nicht in die Sitzungsmappe.`,
          multimedia: `Auf Seite ${v.page} der Anlage „${v.name}“ stehen Film, Ton oder 3D-Inhalte, die sich nicht drucken lassen.`,
        }[v.what],
        v.what === "embedded-files"
          ? "Speichern Sie diese Dateien heraus, und geben Sie jede als eigene Anlage an."
          : v.what === "damaged-content" || v.what === "missing-pages"
            ? "Lassen Sie sich die Datei noch einmal geben, oder speichern Sie sie aus dem Programm, aus dem sie stammt, erneut als PDF."
            : "Öffnen Sie die Datei in einem PDF-Programm und drucken Sie sie in eine neue PDF-Datei; diese ist die Anlage.",
      ],
      en: [
        {
          "missing-appearance": `Page ${v.page} of the attachment “${v.name}” has form fields or comments whose look is not stored; they would be missing.`,
          "damaged-content": `Page ${v.page} of the attachment “${v.name}” is damaged; part of its content would be missing.`,
          "missing-pages": `The attachment “${v.name}” names pages that cannot be found in the file; they are missing from the packet.`,
          xfa: `The attachment “${v.name}” is a form that only a viewer lays out (XFA); content can be missing from page ${v.page} on.`,
          "embedded-files": `The attachment “${v.name}” holds other files, which do not come into the packet.`,
          multimedia: `Page ${v.page} of the attachment “${v.name}” has film, sound or 3D content, which cannot be printed.`,
        }[v.what],
        v.what === "embedded-files"
          ? "Save those files, and name each as an attachment of its own."
          : v.what === "damaged-content" || v.what === "missing-pages"
            ? "Ask for the file again, or save it anew as PDF in the program that it comes from."
            : "Open the file in a PDF program and print it to a new PDF file; use that as the attachment.",
      ],
    }),
  ),
  "attachment-conformance": warning((v: { names: readonly string[] }) => ({
    de: [
      `Die Sitzungsmappe gibt nicht an, barrierefrei (PDF/UA-1) und archivfähig (PDF/A-2a) zu sein; mit diesen Anlagen lässt es sich nicht zusichern: ${v.names.join(", ")}.`,
      "Bitten Sie um die Anlagen als PDF/A, oder nehmen Sie sie aus der Mappe und verweisen Sie nur darauf.",
    ],
    en: [
      `The packet does not claim to be accessible (PDF/UA-1) and archivable (PDF/A-2a); it cannot be promised with these attachments: ${v.names.join(", ")}.`,
      "Ask for the attachments as PDF/A, or leave them out of the packet and only refer to them.",
    ],
  })),
  "packet-without-agenda": warning((_: Record<never, never>) => ({
    de: [
      "Die Sitzungsmappe wurde nicht neu gebaut, weil die Tagesordnung nicht gebaut werden konnte.",
      "Beheben Sie zuerst die Fehler, auf die die Tagesordnung wartet.",
    ],
    en: [
      "The packet was not made anew, since the agenda could not be built.",
      "First mend the mistakes that the agenda waits for.",
    ],
  })),
  "packet-incomplete": warning((v: { labels: string }) => ({
    de: [
      `Die Sitzungsmappe wurde nicht neu gebaut: Es fehlt ein aktueller Druck von TOP ${v.labels}.`,
      "Bauen Sie die ganze Sitzung mit --meeting; haben diese Punkte Fehler, beheben Sie sie zuvor.",
    ],
    en: [
      `The packet was not made anew: there is no current print of item ${v.labels}.`,
      "Build the whole meeting with --meeting; if these items have mistakes, mend them before.",
    ],
  })),
};
